"""Lines -> blocks: the grammar, the outline of a body, and the nodes."""
