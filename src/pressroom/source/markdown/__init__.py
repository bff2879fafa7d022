"""The Markdown body of a source: CommonMark's core, Pandoc's divisions, spans and notes, Chinese emphasis."""

from pressroom.source.markdown.body import parse_body

__all__ = ["parse_body"]
