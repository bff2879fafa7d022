"""Which languages a release is written in: known ones, each once."""

from __future__ import annotations

from pressroom.diagnostics import Report
from pressroom.language.registry import known, language
from pressroom.language.tags import canonical
from pressroom.model.blocks import Edition
from pressroom.place import Place, SourceFile, Span
from pressroom.typed_yaml.wording import meant, quoted


def check_languages(file: SourceFile, editions: tuple[Edition, ...], report: Report) -> None:
    """Report that there is no edition, or whose language is ill-formed, unknown or used before."""
    if not editions:
        hint = "write one between `::: {.edition lang=en-HK}` and `:::`"
        place = Place(file, Span(len(file.text), len(file.text)))
        report.error("P020", "the release has no edition", place, hint)
    first: dict[str, Edition] = {}
    for edition in editions:
        place = Place(file, _tag_span(file, edition))
        tag = canonical(edition.language)
        if tag is None:
            what = f"{quoted(edition.language)} is not a language tag"
            report.error("P021", what, place, "write it as en-HK or zh-Hant-HK (BCP 47)")
        elif tag != edition.language or language(tag) is None:
            what = f"an edition in {quoted(edition.language)}, a language that is not known"
            hints = (*meant(tag, known()), f"known are {', '.join(known())}")
            report.error("P022", what, place, *hints)
        elif tag in first:
            line = file.position(first[tag].span.start).line
            hint = f"the first begins in line {line}: join them, or give one another language"
            report.error("P023", f"a second edition in {tag}", place, hint)
        else:
            first[tag] = edition


def _tag_span(file: SourceFile, edition: Edition) -> Span:
    """Return where the tag stands in the edition's opening line, else that line."""
    line = file.line_text(file.position(edition.span.start).line)
    begin = edition.span.start
    at = file.text.find(edition.language, begin, begin + len(line))
    return Span(begin, begin + len(line)) if at < 0 else Span(at, at + len(edition.language))
