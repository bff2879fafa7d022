"""The conformance kit: samples and checks that any writer, ours or another package's, is run through."""
