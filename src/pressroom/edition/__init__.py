"""From a release and a house to an edition set in which nothing is left to decide."""
