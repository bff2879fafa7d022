"""The composer: sets the lines of Han text in the engine's place, by the rules of ``pressroom.typography``."""

from pressroom.writers.pdf.composer.seam import composing

__all__ = ["composing"]
