"""A house style as CSS: what ``print``, ``book`` and ``screen`` share, and what they must do differently.

``stylesheet`` gives the rules for the classes and elements of ``writers.xhtml``. The @font-face rules are the writers', who
know the files: each family of ``families`` under its own name, and the Latin ones a second time under ``letters_family``
with ``LETTERS`` as ``unicode-range``.
"""

from pressroom.house.css.faces import LETTERS, families, letters_family
from pressroom.house.css.medium import Medium
from pressroom.house.css.sheet import stylesheet

__all__ = ["LETTERS", "Medium", "families", "letters_family", "stylesheet"]
