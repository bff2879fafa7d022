"""Facts of the front matter that must agree: with each other, and with the editions."""

from __future__ import annotations

from datetime import datetime, time, timedelta, timezone

from pressroom.language.registry import language
from pressroom.model.blocks import Edition
from pressroom.model.release import Localised, Release
from pressroom.typed_yaml import Context, Fields, Kind, Node

_FIRST_ZONE = timezone(timedelta(hours=14))
"""Where a day begins first; a release is issued "on" a day in any zone of the earth."""


def in_every_language(kind: Kind[Localised], editions: tuple[Edition, ...]) -> Kind[Localised]:
    """Ask a text that may differ by language for a form in the language of each edition."""
    tags = [edition.language for edition in editions if language(edition.language)]

    def read(node: Node, context: Context) -> Localised | None:
        value = kind.read(node, context)
        for tag in tags if value else ():
            if value and value.in_language(tag) is None:
                what = f"no form of this text for the edition in {tag}"
                context.error(45, what, node.span, f"add `{tag}:` to the mapping")
        return value

    return Kind(kind.name, read, kind.stand_in)


def check(release: Release, fields: Fields) -> None:
    """Report facts that contradict each other; every single one has been found sound before."""
    error = fields.context.error
    correction = release.correction
    if correction and release.version < 2:
        hint = "write `version: 2`, or the number that this version has"
        error(40, "a correction in a first version", fields.span("correction"), hint)
    if correction and correction.date < release.date:
        what = f"the correction of {correction.date} is older than the release of {release.date}"
        hint = "`date:` stays the day of the first issue"
        error(41, what, fields.span("correction"), hint)
    if release.supersedes == release.identifier and release.version < 2:
        hint = "name another release, or write `version: 2`"
        error(46, "a first version that supersedes itself", fields.span("supersedes"), hint)
    day_begins = datetime.combine(release.date, time(0), _FIRST_ZONE)
    if release.embargo and release.embargo.instant < day_begins:
        what = f"the embargo ends before the day of issue, {release.date}"
        error(43, what, fields.span("embargo"), "correct `date:` or `embargo:`")
    present = {edition.language for edition in release.editions}
    for omission in release.omissions:
        if omission.language in present:
            what = f"the edition in {omission.language} is there, but `omit:` says that it is not"
            error(42, what, fields.span("omit"), "remove one of the two")
