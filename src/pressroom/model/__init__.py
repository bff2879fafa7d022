"""What a release is: a closed set of frozen nodes, each with its place in the source."""
