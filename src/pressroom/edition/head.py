"""The head of an edition: kicker, embargo, stamps, headline."""

from __future__ import annotations

from collections.abc import Iterator

from pressroom.edition.embargo import embargo_instant
from pressroom.edition.holding import hold
from pressroom.edition.pieces import set_pieces
from pressroom.edition.resolved import TextBlock
from pressroom.edition.setting import Setting
from pressroom.edition.wording import fill, own, words
from pressroom.house.tokens import Role
from pressroom.model.blocks import Edition
from pressroom.model.release import Correction, Release, Status


def set_head(release: Release, edition: Edition, setting: Setting) -> tuple[TextBlock, ...]:
    """Set what stands before the text, in reading order."""
    return (*_wording(release, setting), _headline(edition, setting))


def _wording(release: Release, setting: Setting) -> Iterator[TextBlock]:
    labels = setting.labels
    yield from _line("kicker", Role.KICKER, labels.kicker, setting)
    yield from _line("status", Role.STAMP, _status(release, setting), setting)
    yield from _line("embargo", Role.EMBARGO, _embargo(release, setting), setting)
    if release.version > 1:
        text = fill(labels.version, version=str(release.version))
        yield from _line("version", Role.STAMP, text, setting)
    yield from _line("correction", Role.STAMP, correction(release, setting), setting)
    if release.supersedes:
        text = fill(labels.supersedes, release=release.supersedes)
        yield from _line("supersedes", Role.STAMP, text, setting)


def warnings(release: Release, setting: Setting) -> tuple[str, ...]:
    """Return what a page must not be without: that the release is no final one, and until when it is held (domain §3)."""
    return tuple(filter(None, (_status(release, setting), _embargo(release, setting))))


def watermark(release: Release, setting: Setting) -> str:
    """Return what lies under every page of a release that is no final one, else ``""``."""
    return _status(release, setting)


def correction(release: Release, setting: Setting) -> str:
    """Return what was corrected and when, in the house's words; ``""`` if nothing was."""
    return _correction(release.correction, setting) if release.correction else ""


def _status(release: Release, setting: Setting) -> str:
    match release.status:
        case Status.DRAFT:
            return setting.labels.draft
        case Status.WITHDRAWN:
            return setting.labels.withdrawn
        case Status.FINAL:
            return ""


def _embargo(release: Release, setting: Setting) -> str:
    if release.embargo is None:
        return ""
    instant = embargo_instant(release.embargo, setting.language)
    return fill(setting.labels.embargo, instant=instant)


def _line(name: str, role: Role, text: str, setting: Setting) -> Iterator[TextBlock]:
    """Yield one line of generated wording, or nothing where the house has no word for it."""
    if text:
        language = setting.language
        identifier = f"{setting.identifier}-{name}"
        pieces = hold(words(text, language), setting.terms)
        yield TextBlock(identifier, role, 0, language, pieces, None)


def _correction(correction: Correction, setting: Setting) -> str:
    language = setting.language
    return fill(
        setting.labels.correction,
        date=language.long_date(correction.date),
        note=own(correction.note, language),
        old=own(correction.old, language) if correction.old else "",
        new=own(correction.new, language) if correction.new else "",
    )


def _headline(edition: Edition, setting: Setting) -> TextBlock:
    first, last = edition.headline[0], edition.headline[-1]
    pieces = set_pieces(edition.headline, setting)
    identifier = f"{setting.identifier}-headline"
    span = first.span.cover(last.span)
    return TextBlock(identifier, Role.HEADLINE, 1, setting.language, pieces, span)
