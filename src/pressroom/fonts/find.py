"""From the faces that are wanted to files on this machine."""

from __future__ import annotations

from collections.abc import Iterable

from pressroom.diagnostics import HouseError
from pressroom.fonts.face import FontFace, FontKey, FontSet
from pressroom.fonts.installed import Installed, installed
from pressroom.fonts.report import missing


def find(keys: Iterable[FontKey]) -> FontSet:
    """Return a face for every key; raise ``HouseError`` that names each family without one and how to get it."""
    wanted = tuple(keys)
    found = look_for(wanted, installed())
    findings = missing(key for key in wanted if key not in found)
    if findings:
        raise HouseError(*findings)
    return found


def look_for(keys: Iterable[FontKey], among: Iterable[Installed]) -> FontSet:
    """Return the faces that are there: of several the one of a plain font, of those the newest."""
    faces = tuple(among)
    found: dict[FontKey, FontFace] = {}
    for key in keys:
        candidates = [face for face in faces if _answers(face, key)]
        if candidates:
            best = min(candidates, key=_rank)
            found[key] = FontFace(
                key, best.path, best.index, best.postscript_name, best.version, best.instance
            )
    return found


def _answers(face: Installed, key: FontKey) -> bool:
    return key.family in face.families and (face.bold, face.italic) == (key.bold, key.italic)


def _rank(face: Installed) -> tuple[bool, float, str]:
    return face.instance > 0, -float(face.version), str(face.path)
