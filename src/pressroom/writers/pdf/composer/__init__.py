"""The composer: sets the lines of Han text in the engine's place, by the rules of ``pressroom.typography``."""

from pressroom.writers.pdf.composer.draw import draw, is_undecorated
from pressroom.writers.pdf.composer.piece import PieceLayout
from pressroom.writers.pdf.composer.seam import composing

__all__ = ["PieceLayout", "composing", "draw", "is_undecorated"]
