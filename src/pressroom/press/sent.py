"""What was sent: the sources that editors' files were made from, kept on the shelf for returns that have lost theirs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import cast

from pressroom.press.job import Printed
from pressroom.source.reading import LARGEST

SUFFIX = ".sent.json"
_MOST = 50
"""How many versions of a source are kept."""

_LARGEST = _MOST * 3 * LARGEST
"""What a log may have in bytes: each source is written as JSON, which takes two characters for some."""


def noted(shelf: Path, printed: Printed) -> dict[str, bytes]:
    """Return the log of a release with what was printed as its last entry; nothing if no editors' file was made.

    The log holds whole sources and is for the office alone. One that cannot be read begins anew.
    """
    docx = next((one.artifact for one in printed.proved if one.writer == "docx"), None)
    if docx is None or printed.galley.world.public:
        return {}
    about, source = printed.galley.resolved.metadata, printed.galley.release.source.text
    former = [text for text in sent(shelf, about.identifier) if text != source]
    kept = [source, *former][:_MOST]
    log = [{"sha256": sha256(text.encode()).hexdigest(), "source": text} for text in reversed(kept)]
    data = json.dumps({"id": about.identifier, "sent": log}, ensure_ascii=False, indent=1)
    return {f"{about.identifier}{SUFFIX}": f"{data}\n".encode()}


def sent(shelf: Path, identifier: str) -> tuple[str, ...]:
    """Return the sources that were sent of a release, the last one first; none if there is no log that can be read."""
    try:
        with (shelf / f"{identifier}{SUFFIX}").open("rb") as file:
            log: object = json.loads(file.read(_LARGEST))
    except (OSError, ValueError, RecursionError):
        return ()
    return tuple(reversed(list(_whole(log))))


def _whole(log: object) -> Iterator[str]:
    """Yield the sources of a log that are what their hashes say."""
    entries = cast("dict[str, object]", log).get("sent") if isinstance(log, dict) else None
    for entry in cast("list[object]", entries) if isinstance(entries, list) else ():
        match entry:
            case {"sha256": str(stated), "source": str(source)}:
                if sha256(source.encode()).hexdigest() == stated:
                    yield source
            case _:
                pass
