"""The composer: sets the lines of Han text in the engine's place, by the rules of ``pressroom.typography``."""

from pressroom.writers.pdf.composer.seam import composing
from pressroom.writers.pdf.composer.spoken import spoken

__all__ = ["composing", "spoken"]
