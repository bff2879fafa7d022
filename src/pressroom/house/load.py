"""A house's folder to a house: the one module of this stage that reads files."""

from __future__ import annotations

import re
from pathlib import Path

from pressroom.diagnostics import Diagnostic, HouseError, Report, Severity
from pressroom.house.read import Files, read_house
from pressroom.house.tokens import House
from pressroom.pictures import PictureError
from pressroom.pictures.svg import read_svg
from pressroom.place import Place, SourceFile, Span

STYLE = "style.yaml"
EXTRA_CSS = "extra.css"

_LARGEST = 1024 * 1024
_LARGEST_PROFILE = 4 * _LARGEST
_DANGEROUS = re.compile(r"@import|url\(|src\(|image\(|image-set\(|[\\<]", re.IGNORECASE)


def load_house(folder: Path) -> House:
    """Load the house in a folder, called as the folder is; raise ``HouseError`` with everything that is wrong."""
    report = Report()
    style = _text(folder / STYLE, report)
    extra = _text(folder / EXTRA_CSS, report) if (folder / EXTRA_CSS).exists() else None
    if extra:
        _refuse_fetching(extra, report)
    house = None
    if style:

        def logo(name: str, span: Span) -> bytes:
            return _logo(folder / name, Place(style, span), report)

        def profile(name: str, span: Span) -> bytes:
            return _profile(folder / name, Place(style, span), report)

        css = extra.text if extra else ""
        house = read_house(style, folder.resolve().name, Files(logo, profile), css, report)
    if house is None or report.failed:
        raise HouseError(*report)
    return house


def _text(path: Path, report: Report) -> SourceFile | None:
    data = _bytes(path, None, report)
    if data is None:
        return None
    try:
        return SourceFile(str(path), data.decode("utf-8").removeprefix("\ufeff"))
    except UnicodeDecodeError as error:
        message = f"{path} is not UTF-8 (byte {error.start})"
        report.error("H104", message, None, "save it as UTF-8")
        return None


def _bytes(path: Path, place: Place | None, report: Report, most: int = _LARGEST) -> bytes | None:
    try:
        if not path.is_file():
            report.error("H103", f"there is no file {path}", place)
            return None
        with path.open("rb") as file:
            data = file.read(most + 1)
    except OSError as error:
        report.error("H103", f"{path} cannot be read: {error.strerror}", place)
        return None
    if len(data) > most:
        report.error("H105", f"{path} is larger than {most // 1024} KiB", place)
        return None
    return data


def _logo(path: Path, place: Place, report: Report) -> bytes:
    data = _bytes(path, place, report)
    if data is None:
        return b""
    try:
        return read_svg(data).data
    except PictureError as error:
        hints = (error.hint,) if error.hint else ()
        message = f"the logo {error.fact}"
        report.add(Diagnostic("H106", Severity.ERROR, message, place, hints))
        return b""


def _profile(path: Path, place: Place, report: Report) -> bytes:
    """Read the profile of a printing condition: of an output device, from CMYK or grey (ISO 15930-7; ISO 15076-1 §7.2)."""
    data = _bytes(path, place, report, _LARGEST_PROFILE)
    if data is None:
        return b""
    if (data[36:40], data[12:16]) != (b"acsp", b"prtr") or data[16:20] not in {b"CMYK", b"GRAY"}:
        message = f"{path.name} is no ICC profile of a printing condition"
        hint = "give the one that the printer names, for CMYK or for grey"
        report.error("H108", message, place, hint)
    return data


def _refuse_fetching(css: SourceFile, report: Report) -> None:
    """Refuse what could make a reader of the outputs fetch something, or end the style sheet."""
    for found in _DANGEROUS.finditer(css.text):
        message = f"{found[0]} in the extra style sheet: a house only draws, it fetches nothing"
        report.error("H107", message, Place(css, Span(*found.span())), "remove it")
