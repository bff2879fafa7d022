"""Random texts through import, check and fix: nothing is raised, and no character goes without a word.

``PYTHONPATH=tests python -m readers.any_text 10000`` tries so many and prints what was found.
"""

from __future__ import annotations

import random
import sys
from collections import Counter

from pressroom.checks.examine import examine
from pressroom.checks.mend import mend
from pressroom.diagnostics import Report
from pressroom.place import SourceFile
from pressroom.readers.compose import make_source
from pressroom.readers.draft import UnreadableError
from pressroom.readers.pasted import read_pasted
from pressroom.source.parse import parse
from readers.plain import plain_house

_POOLS = (
    "abcdefghij klmnop 0123456789.,;:!?()[]{}<>*_~^`#|\\-+=/@&$%'\"\n\n",
    "海風漁船晚上回來了，。、；：？！「」『』《》（）——……　\n人二十年月日",
    "\u200b\u00ad\ufeff\u2028\u0085\t\r\n\f\v\u00a0\u202e\ue000\uf0b7ﬁﬃ⼈㎎Ａ１",
)
_PIECES = (
    "PRESS RELEASE", "新聞稿", "###", "-Ends-", "(Hong Kong, 3 March 2026) – ", "（香港，2026年3月3日）——", "Source: ", "Follow us:",
    "https://a.example/b_c", "10.5555/harbour.1", "Media contact", "Tel: (852) 2345 6789", "• ", "1. ", "- ", "**", "*", ":::",
    "---", "[^a]", "<!--", "```", "| a |", "AB Example. A study. Harbour Med J 2026;12:45-52.", "\n\n", "har-\n", "\f2\f",
)  # fmt: skip


def text_of(seed: int) -> str:
    """Make a text: characters of all planes, of Han and Latin, and what releases are made of."""
    rng = random.Random(seed)  # noqa: S311  # the same texts on every machine
    parts: list[str] = []
    for _ in range(rng.randint(0, 40)):
        kind = rng.randrange(5)
        if kind == 0:
            codes = (rng.randrange(0x110000) for _ in range(rng.randint(1, 8)))
            parts += (chr(code) for code in codes if not 0xD800 <= code < 0xE000)
        elif kind == 1:
            parts.append(rng.choice(_PIECES))
        else:
            parts += rng.choices(rng.choice(_POOLS), k=rng.randint(1, 30))
    return "".join(parts)


def lost(text: str) -> Counter[str]:
    """Import, check and fix a text; return the characters that are neither in the source nor in the list of changes."""
    wanted = Counter(char for char in text if not char.isspace())
    try:
        made = make_source(read_pasted(text), plain_house(), "any")
    except UnreadableError:
        return Counter()
    # what a person has to decide first: without a day the checks would not be asked
    file = SourceFile("any.md", made.source.replace("\ndate:\n", "\ndate: 2026-03-03\n", 1))
    release = parse(file, Report())
    if release:
        examine(release)
    mended = mend(file, unsafe=True)
    replaced = (finding.fix for finding in mended.repaired)
    assert all(replaced)
    found = Counter(made.source)
    for change in made.changes:
        found.update(change.before)
        found.update(chr(int(code, 16)) for code in _codes(change.before))
    return wanted - found


def _codes(before: str) -> list[str]:
    """Return the code point that a change names instead of the character."""
    return [before[2:].split(" ", maxsplit=1)[0]] if before.startswith("U+") else []


if __name__ == "__main__":
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    failed = [str(seed) for seed in range(count) if lost(text_of(seed))]
    sys.stdout.write(f"{count} texts, none raised; {len(failed)} lost a character without a word\n")
    sys.stdout.writelines(f"text_of({seed})\n" for seed in failed)
