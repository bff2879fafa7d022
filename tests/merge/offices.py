"""LibreOffice as the editor's program: opens a DOCX, works in it, and saves it again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory

from validators.tool import program, run

WORD = "MS Word 2007 XML"
ODF = "OpenDocument Text Flat XML"
_MACRO = Path(__file__).with_name("writer.bas")
_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
_LIBRARY = (
    f'{_XML}<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">\n'
    '<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" '
    'library:readonly="false" library:passwordprotected="false"><library:element library:name="Work"/></library:library>'
)
_MODULE = (
    f'{_XML}<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">\n'
    '<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Work" script:language="StarBasic">'
    "{}</script:module>"
)


@dataclass(frozen=True, slots=True)
class Work:
    """A document, whether changes are recorded, and what is done at the places of texts: ``("insert", behind, new)``.

    ``written`` is the name of the filter that saves it.
    """

    document: bytes
    recorded: bool
    steps: Sequence[tuple[str, ...]]
    written: str = WORD


def saved_again(*documents: bytes) -> list[bytes]:
    """Return documents as LibreOffice writes them, all in one start of it."""
    with TemporaryDirectory() as folder:
        out = Path(folder, "out")
        paths = [Path(folder, f"{number}.docx") for number in range(len(documents))]
        for path, document in zip(paths, documents, strict=True):
            path.write_bytes(document)
        run(
            program("soffice"),
            f"-env:UserInstallation={Path(folder, 'profile').as_uri()}",
            "--headless",
            *("--convert-to", f"docx:{WORD}", "--outdir", str(out), *map(str, paths)),
        )
        return [(out / path.name).read_bytes() for path in paths]


def worked_on(works: Sequence[Work]) -> list[bytes]:
    """Return documents as they are after somebody worked on them in LibreOffice, all in one start of it.

    The steps are ``insert``, ``replace``, ``delete``, ``bold``, ``part`` (a paragraph), ``join`` (with the next one), and for the
    whole ``Accept`` and ``Reject`` (all recorded changes).
    """
    with TemporaryDirectory() as name:
        folder = Path(name)
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        # The first start makes the profile, and would overwrite a macro that is there already.
        run(program("soffice"), profile, "--headless", "--terminate_after_init")
        basic = folder / "profile" / "user" / "basic" / "Standard"
        (basic / "script.xlb").write_text(_LIBRARY, "utf-8")
        (basic / "Work.xba").write_text(_MODULE.format(escape(_MACRO.read_text("utf-8"))), "utf-8")
        plan: list[str] = []
        for number, work in enumerate(works):
            path, goal = folder / f"{number}.docx", folder / f"{number}-out.docx"
            path.write_bytes(work.document)
            plan.append(f"open {_code(path.as_uri())} {int(work.recorded)}")
            plan += [f"{step[0]} {' '.join(map(_code, step[1:]))}" for step in work.steps]
            plan.append(f"save {_code(goal.as_uri())} {_code(work.written)}")
        (folder / "plan").write_text("\n".join(plan), "ascii")
        run(
            program("soffice"),
            profile,
            *("--headless", "--norestore", f'macro:///Standard.Work.Edit("{folder / "plan"}")'),
        )
        fault = folder / "plan.fault"
        assert not fault.exists(), fault.read_text("utf-8", "replace")
        return [(folder / f"{number}-out.docx").read_bytes() for number in range(len(works))]


def _code(text: str) -> str:
    """Write a text in the digits of UTF-16: LibreOffice Basic reads files in the encoding of the system."""
    return text.encode("utf-16-be").hex()
