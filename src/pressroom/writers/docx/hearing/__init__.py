"""Reading a DOCX: what a person is told by the file, whoever wrote it. Nothing here leans on how it is written."""

from pressroom.writers.docx.hearing.editions import heard

__all__ = ["heard"]
