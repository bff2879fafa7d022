"""Proof: what an artifact says, read back from its bytes, is held against what the release says."""
