"""A release with two photographs and two drawings, and its artifacts, each made once."""

from __future__ import annotations

import io
from dataclasses import replace
from functools import cache

from PIL import Image as Pixels

from pressroom.edition.resolved import FigureBlock, Image, ResolvedRelease
from pressroom.pictures import read_picture
from pressroom.proof.compare import compare
from pressroom.proof.pictures import seen_otherwise
from pressroom.testing.sample import every_node
from pressroom.writers.contract import Artifact, Written
from pressroom.writers.registry import writer
from proof.artifacts import world

_SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="320" height="200" viewBox="0 0 320 200">'
    '<path d="M10 190H310M10 190V10" stroke="#000" stroke-width="2" fill="none"/>'
    '<path d="{line}" fill="none" stroke="#069" stroke-width="6"/>{more}</svg>'
)
RISING = _SVG.format(line="M20 180L120 120L200 130L300 20", more='<circle cx="60" cy="40" r="20"/>')
FALLING = _SVG.format(line="M20 20L120 90L200 80L300 180", more="")
ALTS = ("A pale gradient", "A dark gradient", "A rising line", "A falling line")


def photograph(kind: str, *, upside_down: bool = False) -> bytes:
    """Return a PNG or JPEG that gets darker to the right, or to the left."""
    across = Pixels.linear_gradient("L").rotate(90).crop((0, 0, 256, 160))
    out = io.BytesIO()
    across.rotate(180 if upside_down else 0).convert("RGB").save(out, kind)
    return out.getvalue()


FILES = (
    photograph("PNG"),
    photograph("JPEG", upside_down=True),
    RISING.encode(),
    FALLING.encode(),
)


def _image(data: bytes) -> Image:
    picture = read_picture(data)
    suffix = {"image/png": "png", "image/jpeg": "jpg", "image/svg+xml": "svg"}[picture.media_type]
    name = f"figure-{len(data)}.{suffix}"
    return Image(name, picture.media_type, picture.data, picture.width, picture.height)


_IMAGES = tuple(map(_image, FILES))
PICTURES = tuple(image.data for image in _IMAGES)
"""The pictures as they stand in files: cleaned."""


@cache
def illustrated() -> ResolvedRelease:
    """Return the first edition of the sample, with four figures in place of one."""
    sample = every_node()
    edition = sample.editions[0]
    model = next(block for block in edition.blocks if isinstance(block, FigureBlock))
    figures = tuple(
        replace(
            model,
            identifier=f"{edition.identifier}-f{number}",
            image=image,
            alt=alt,
            caption=None,
            credit=None,
        )
        for number, (image, alt) in enumerate(zip(_IMAGES, ALTS, strict=True))
    )
    at = edition.blocks.index(model)
    blocks = (*edition.blocks[:at], *figures, *edition.blocks[at + 1 :])
    return replace(sample, editions=(replace(edition, blocks=blocks),))


@cache
def _made(name: str) -> Written:
    return writer(name).write(illustrated(), world())


def written(name: str) -> bytes:
    """Return what a writer makes of the release."""
    return _made(name).artifact.data


def told(name: str, data: bytes | None = None) -> list[str]:
    """Return the codes of what proof finds of text and pictures in an artifact, or in bytes that pass for it."""
    maker, made = writer(name), _made(name)
    whole = made.artifact
    spoilt = Artifact(whole.name, whole.media_type, whole.data if data is None else data)
    heard = maker.read_back(spoilt.data)
    verdict = compare(spoilt.name, illustrated(), made.ledger, heard, maker.abilities)
    seen = seen_otherwise(spoilt, illustrated(), press=name == "print")
    return [one.code for one in (*verdict.findings, *seen)]
