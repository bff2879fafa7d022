"""Versions of a source as an editor saw them: that which was sent, and what is made of it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from pressroom.diagnostics import Report
from pressroom.edition.folder import FolderError, ReleaseFolder
from pressroom.edition.resolve import resolve_editions
from pressroom.edition.resolved import FigureBlock, Image, ResolvedEdition
from pressroom.fonts.find import look_for
from pressroom.fonts.installed import installed
from pressroom.fonts.wanted import wanted
from pressroom.house.find import find_house
from pressroom.house.load import load_house
from pressroom.house.tokens import House
from pressroom.merge.pictures import figures
from pressroom.merge.units import Unit, units
from pressroom.model.release import Release
from pressroom.pictures import PictureError, read_picture
from pressroom.place import SourceFile
from pressroom.press.desk import folder_of
from pressroom.source.parse import parse
from pressroom.source.reading import read_source
from pressroom.writers.docx.hearing.strangers import told_of_letters

_BLANK = b'<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'


@dataclass(frozen=True, slots=True)
class _WithBlanks(ReleaseFolder):
    """A folder that gives every picture: one may have got another name, or been damaged, since a source was sent."""

    def read(self, name: str, limit: int) -> bytes:
        """Return the bytes of a picture, a blank one for one that cannot be had or used."""
        try:
            data = ReleaseFolder.read(self, name, limit)
            read_picture(data)
        except (FolderError, PictureError):
            return _BLANK
        return data


@dataclass(frozen=True, slots=True)
class Reading:
    """Reads versions of one source: in one house, with the pictures of one folder."""

    house: House
    folder: ReleaseFolder

    def units(self, text: str) -> tuple[Unit, ...] | None:
        """Return the units of a source, None if it has errors or holds characters that no source may."""
        file = read_source("", text.encode("utf-8", "surrogatepass"), Report())
        release = parse(file, Report()) if file else None
        return units(release, self._editions(release)) if release else None

    def furniture(self, text: str) -> frozenset[str]:
        """Return the lines that stand in the headers and footers of a source, watermarks as they are told."""
        release = parse(SourceFile("", text), Report())
        editions = self._editions(release) if release else ()
        around = ((one.publisher, one.running_head, one.page_label) for one in editions)
        marks = (told_of_letters(one.watermark) for one in editions if one.watermark)
        return frozenset((*chain.from_iterable(around), *marks))

    def figures(self, text: str) -> tuple[FigureBlock, ...]:
        """Return the figures of a source."""
        release = parse(SourceFile("", text), Report())
        return figures(self._editions(release)) if release else ()

    def _editions(self, release: Release) -> tuple[ResolvedEdition, ...]:
        return resolve_editions(release, self.house, _WithBlanks(self.folder.root), Report())

    def drawn(self, image: Image) -> bytes:
        """Return a drawing as the pixels that were sent beside it, in those of the house's faces that are there."""
        from pressroom.writers.docx.raster import raster

        return raster(image, self.house, look_for(wanted(self.house), installed()))


def versions_of(release: Release, source: Path) -> Reading:
    """Return the reading of the versions of a release that stands in a file."""
    return Reading(load_house(find_house(release.house)), ReleaseFolder(folder_of(source)))
