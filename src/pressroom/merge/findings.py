"""What is said of a merge: each finding with the place of its block in a file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pressroom.diagnostics import Diagnostic, Severity
from pressroom.merge.changes import Change
from pressroom.merge.merging import Merged
from pressroom.merge.pictures import PictureChange
from pressroom.merge.places import Places
from pressroom.merge.returned import Comment
from pressroom.place import Place

_NOBODY = "an editor (not recorded)"


def findings(
    merged: Merged, pictures: Sequence[PictureChange], places: Places
) -> Iterator[Diagnostic]:
    """Yield what could not be done, and what to look at."""
    for change in merged.changes:
        if found := _of_change(change, places.of_block(change.identifier)):
            yield found
    yield from _moved_apart(merged.changes, places)
    yield from _in_lines(merged.changes, places)
    for comment in merged.unplaced:
        what = "has no place in the source"
        yield _of_comment("W013", Severity.WARNING, comment, what, places)
    for comment in merged.settled:
        what = "is settled and not written"
        yield _of_comment("W017", Severity.ADVICE, comment, what, places)
    for changed, twin in merged.twins:
        by = ", ".join(str(one.number) for one in merged.changes if changed in one.blocks)
        message = f"this block was not changed, but its twin in another edition was (change {by})"
        hint = "see whether this language has to follow"
        here, there = places.of_block(twin), places.of_block(changed)
        yield Diagnostic("W020", Severity.WARNING, message, here, (hint,), beside=there)
    for picture in pictures:
        yield _of_picture(picture, places.of(picture.label))


def _moved_apart(changes: Sequence[Change], places: Places) -> Iterator[Diagnostic]:
    """Yield a finding for each paragraph that was moved though it has left its old place already."""
    known = [change for change in changes if change.outcome == "there"]
    gone = {text for one in known for text in _lines(one.before) - _lines(one.after)}
    for change in (one for one in changes if one.outcome == "taken"):
        new = _lines(change.after) - _lines(change.before)
        for text in sorted(new & gone):
            message = f"change {change.number} put a paragraph here that had left its old place before: {text}"
            hint = "if it stands at another place too, keep one of them"
            place = places.of_block(change.identifier)
            yield Diagnostic("W023", Severity.WARNING, message, place, (hint,))


def _in_lines(changes: Sequence[Change], places: Places) -> Iterator[Diagnostic]:
    """Yield a finding for each block that was parted into paragraphs though it is one."""
    for change in (one for one in changes if one.outcome == "taken" and one.lines):
        message = f"change {change.number} parted this block into paragraphs: they were taken for its lines"
        hint = "if no line break is meant, take it out"
        place = places.of_block(change.identifier)
        yield Diagnostic("W024", Severity.WARNING, message, place, (hint,))


def _lines(text: str) -> set[str]:
    return set(filter(None, text.split("\n")))


def _of_comment(
    code: str, severity: Severity, comment: Comment, what: str, places: Places
) -> Diagnostic:
    message = f"a comment of {comment.author or 'someone'} {what}: {comment.text}"
    return Diagnostic(code, severity, message, places.of(comment.label))


def _of_picture(change: PictureChange, place: Place | None) -> Diagnostic:
    held = f"it is saved as {change.saved}, beside the merged source"
    if change.picture and not change.saved:
        held = f"save it from the return ({change.picture.name})"
    match change.what:
        case "added":
            where = "" if change.label else " before the first block"
            message = f"a picture was added{where}: {change.alt or 'without a description'}"
            hint = f"{held}: write a figure"
        case "changed":
            message = "a picture is another one than was sent"
            hint = f"{held}: name it in the figure in the place of the old one"
        case "cropped":
            message = "a picture is cropped, turned or mirrored in the return"
            hint = "if that is meant, do so with its file, which is as it was"
        case "described":
            message = f"the description of a picture was changed: {change.alt}"
            hint = "write it into alt=… of the figure"
        case "gone":
            message = f"a picture is not in the return: {change.alt}"
            hint = "if an editor took it away, take the figure out of the source"
    return Diagnostic("W016", Severity.WARNING, message, place, (hint,))


def _of_change(change: Change, place: Place | None) -> Diagnostic | None:
    number, who = f"change {change.number}", change.who or _NOBODY
    match change.outcome:
        case "taken" | "there":
            return None
        case "looks":
            message = f"{number}: looks differ from what was sent, but no such change was recorded"
            hint = "programs do so of themselves; if an editor meant it, change the source"
            return Diagnostic("W014", Severity.WARNING, message, place, (hint,))
        case "note":
            what = "leads to another text than was sent" if change.after else "is gone"
            message = f"{number}: the call of a note {what}, but no such change was recorded; the source keeps both as they are"
            why = "programs mix notes up when they save: ask the editor whether a note was changed"
            hints = (*_both(change), why)
            return Diagnostic("W021", Severity.WARNING, message, place, hints)
        case "remark":
            message = f"{number}, of {who}: words were {change.before}: {change.after}"
            hint = "a source has no such mark: ask what is meant, and take them out by hand if they are to go"
            return Diagnostic("W025", Severity.WARNING, message, place, (hint,))
        case "kind":
            was, became = change.kinds
            message = f"{number}, of {who}, made this block {became}; the source keeps {was}"
            hint = f"it reads: {change.after}"
            return Diagnostic("W015", Severity.ERROR, message, place, (hint,))
        case "conflict":
            code, what = "W010", "meets a change of the source, which holds both texts now, marked"
        case "unmapped":
            code, what = "W011", "could not be written into the source"
        case "wording":
            code, what = "W012", "concerns what the house or the front matter says: change it there"
    message = f"{number}, of {who}, {what}"
    return Diagnostic(code, Severity.ERROR, message, place, _both(change))


def _both(change: Change) -> tuple[str, str]:
    before, after = (text.replace("\n", " ¶ ") for text in (change.before, change.after))
    return f"before: {before or 'nothing'}", f"after: {after or 'nothing'}"
