"""Sources made up at random: blocks and marks of most kinds, in both languages."""

from __future__ import annotations

from random import Random

_LATIN = [
    "the ward",
    "12 patients",
    "*p* < 0.05",
    "**strong words**",
    "a `file_name`",
    "R\\*D",
    "CO~2~",
]
_HAN = [
    "病房",
    "12名病人",
    "*減少*",
    "**照明**",
    "[何永]{.name}",
    '[燈]{ruby="dang1"}',
    "，",
    "「琥珀」",
]
_HEAD = "---\nid: made-up\ndate: 2026-05-18\nhouse: plain\n---\n\n"


def seeded(seed: object) -> Random:
    """Return the generator of a seed."""
    return Random(str(seed))  # noqa: S311  # for texts, not for secrets


def random_source(random: Random) -> str:
    """Return a source with one edition in each language."""
    editions = "".join(_edition(random, tag) for tag in ("en-HK", "zh-Hant-HK"))
    return _HEAD + editions


def _edition(random: Random, tag: str) -> str:
    han = tag.startswith("zh")
    blocks = [f"# {_line(random, han=han)}", _line(random, han=han)]
    blocks += [_block(random, han=han) for _ in range(random.randint(1, 7))]
    if random.random() < 0.5:
        blocks += [
            f"{_line(random, han=han)}[^n]",
            f"[^n]: {_begun(1, _line(random, han=han), han=han)}",
        ]
    body = "\n\n".join(blocks)
    return f"::: {{.edition lang={tag}}}\n\n{body}\n\n:::\n\n"


def _line(random: Random, *, han: bool) -> str:
    parts = random.choices(_HAN if han else _LATIN, k=random.randint(2, 6))
    return ("病房" if han else "On ") + ("" if han else " ").join(parts)


def _begun(number: int, line: str, *, han: bool) -> str:
    """Begin some texts with the number that stands before them of itself; chosen by the text, so that all else is as it was."""
    begin = f"{number}名" if han else f"{number} "
    return seeded(line).choice(["", begin]) + line


def _block(random: Random, *, han: bool) -> str:
    line = _line(random, han=han)
    other = _line(random, han=han)
    match random.choice(
        ["text", "text", "wrapped", "list", "numbers", "quote", "heading", "table"]
    ):
        case "wrapped":
            return f"{line}\n{other}"
        case "list":
            return f"- {line}\n- {other}\n  - {line}"
        case "numbers":
            return f"1. {_begun(1, line, han=han)}\n2. {_begun(2, other, han=han)}"
        case "quote":
            return f"> {line}\n>\n> {other}"
        case "heading":
            return f"## {line}\n\n{other}"
        case "table":
            return f"| A | B |\n|---|---|\n| {line} | {other} |"
        case _:
            return line
