"""From the bytes of a canonical source to a release: ``reading.read_source``, then ``parse.parse``."""
