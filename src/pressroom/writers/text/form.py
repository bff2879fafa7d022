r"""The form of the text file, on which its writer and its reader agree.

- ``=== zh-Hant-HK ===`` opens an edition.
- A blank line ends a paragraph; a line end inside one is a line break of the author's.
- What stands before a paragraph and is no text of the release (a list marker, ``|`` before a table row, ``[image]`` before an
  alternative text) follows an indent of at least two spaces and is followed by one.
- A note begins with its mark and a space; the mark has a line of its own above what is indented.
- In table rows ``\`` escapes ``|``, ``\`` and (as ``\n``) a line break.
"""

from __future__ import annotations

import re

OPENING = re.compile(r"=== (\S+) ===")
MARKED = re.compile(r"( {2,})(\S+) (.*)", re.DOTALL)
NOTE = re.compile(r"(\S+)\n(?= {2})")
INDENT = "  "
IMAGE = "[image]"
ROW = "|"
_CELL_BORDER = re.compile(r"(?<!\\)((?:\\\\)*) \| ")


def escape_cell(text: str) -> str:
    """Write a cell so that it holds no border and no line end."""
    return text.replace("\\", "\\\\").replace("|", "\\|").replace("\n", "\\n")


def split_row(row: str) -> list[str]:
    """Take a row apart into its cells."""
    parts = _CELL_BORDER.split(row)
    cells = [text + slashes for text, slashes in zip(parts[::2], [*parts[1::2], ""], strict=True)]
    return [re.sub(r"\\(.)", lambda m: "\n" if m[1] == "n" else m[1], cell) for cell in cells]
