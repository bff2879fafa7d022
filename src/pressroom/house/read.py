"""The text of a ``style.yaml`` to a house: strict, all faults at once, each with its place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from dataclasses import fields as fields_of

from pressroom.diagnostics import Report
from pressroom.house.forms import (
    CODE,
    CONDITION,
    FAMILY,
    FILE_NAME,
    INK,
    SCREEN,
    WORD,
    WRITER,
    converted,
    feature,
    label,
    measure,
)
from pressroom.house.legible import require_legible
from pressroom.house.roles import read_roles
from pressroom.house.tokens import (
    Condition,
    Face,
    FaceRole,
    House,
    Ink,
    Labels,
    Length,
    Losses,
    Masthead,
    Page,
    Plates,
    Printing,
    Screen,
    Weight,
)
from pressroom.model.release import Localised
from pressroom.place import SourceFile, Span
from pressroom.typed_yaml import (
    Fields,
    Kind,
    boolean,
    by_key,
    by_language,
    choice,
    integer,
    language_tag,
    read_yaml,
    record,
    text,
)

OpenFile = Callable[[str, Span], bytes]
"""Gives the bytes of a file of the house by its name; the span is where that name stands."""


@dataclass(frozen=True, slots=True)
class Files:
    """How the files are opened that a style names."""

    logo: OpenFile
    profile: OpenFile


def read_house(
    file: SourceFile, name: str, files: Files, extra_css: str, report: Report
) -> House | None:
    """Read a house called ``name``; None when anything was wrong."""

    def read(style: Fields) -> House:
        house = House(
            name=name,
            title=style.required("title", text()),
            page=_page(style),
            faces=style.required("faces", record(_faces)),
            inks=style.required("inks", record(_inks)),
            roles=style.required("roles", record(read_roles)),
            rule_weight=style.required("rule-weight", measure(0.1)),
            list_indent=style.required("list-indent", measure(1)),
            figure_height=style.required("figure-height", measure(1)),
            labels=style.required("labels", _labels()),
            masthead=style.required("masthead", record(_masthead_with(files.logo))),
            attach_source=style.required("attach-source", boolean()),
            extra_css=extra_css,
            severities=style.optional("severities", by_key(text(CODE), choice(Weight))) or (),
            losses=style.optional("losses", record(_losses)) or Losses(),
            printing=style.optional("print", record(_printing_with(files.profile))) or Printing(),
            words=style.optional("words", by_key(language_tag(), by_key(text(WORD), text()))) or (),
            hyphenate=style.optional("hyphenate", boolean()) or False,
            embargo_in_names=style.optional("embargo-in-names", boolean()) or False,
        )
        if not style.context.report.failed:  # else values may be stand-ins
            require_legible(style, house)
        return house

    return read_yaml(file, record(read), report, "H")


def _losses(entry: Fields) -> Losses:
    weight = choice(Weight)
    usual = Losses()
    formats = by_key(text(WRITER), by_key(feature(), weight))
    return Losses(
        degraded=entry.optional("degraded", weight) or usual.degraded,
        dropped=entry.optional("dropped", weight) or usual.dropped,
        formats=entry.optional("formats", formats) or (),
    )


def _printing_with(open_profile: OpenFile) -> Callable[[Fields], Printing]:
    usual = Printing()
    screen = converted(text(SCREEN), _screen)

    def printing(entry: Fields) -> Printing:
        return Printing(
            bleed=entry.optional("bleed", measure()) or usual.bleed,
            plates=entry.optional("plates", choice(Plates)) or usual.plates,
            ink_limit=entry.optional("ink-limit", integer(100, 400)) or usual.ink_limit,
            screens=entry.optional("inks", by_key(choice(Ink), screen)) or (),
            condition=entry.optional("condition", record(condition)),
        )

    def condition(entry: Fields) -> Condition:
        name = entry.required("profile", text(FILE_NAME))
        profile = open_profile(name, entry.span("profile")) if name else b""
        return Condition(entry.required("name", text(CONDITION)), profile)

    return printing


def _screen(percentages: str) -> Screen:
    cyan, magenta, yellow, black = map(int, percentages.split())
    return cyan, magenta, yellow, black


def _page(style: Fields) -> Page:
    page = style.required("page", record(_page_fields))
    for what, room in (
        ("width", page.width.points - page.inner.points - page.outer.points),
        ("height", page.height.points - page.top.points - page.bottom.points),
    ):
        if page.width.points and room < 144:
            message = f"the margins leave {room:.0f}pt of the page's {what}"
            style.context.error(102, message, style.span("page"), "leave 144pt at least")
    return page


def _page_fields(entry: Fields) -> Page:
    return Page(
        width=entry.required("width", measure()),
        height=entry.required("height", measure()),
        top=entry.required("top", measure()),
        bottom=entry.required("bottom", measure()),
        inner=entry.required("inner", measure()),
        outer=entry.required("outer", measure()),
    )


def _faces(entry: Fields) -> tuple[tuple[FaceRole, Face], ...]:
    return tuple((role, entry.required(role.value, record(_face))) for role in FaceRole)


def _face(entry: Fields) -> Face:
    (word_latin, word_han), regional = entry.required("word", record(_in_word))
    latin, han = _pair(entry)
    return Face(latin, han, word_latin, word_han, regional)


def _in_word(entry: Fields) -> tuple[tuple[str, str], tuple[tuple[str, str], ...]]:
    regional = entry.optional("regional", by_key(language_tag(), text(FAMILY)))
    return _pair(entry), regional or ()


def _pair(entry: Fields) -> tuple[str, str]:
    return entry.required("latin", text(FAMILY)), entry.required("han", text(FAMILY))


def _inks(entry: Fields) -> tuple[tuple[Ink, str], ...]:
    ink = converted(text(INK), str.lower)
    return tuple((each, entry.required(each.value, ink)) for each in Ink)


def _labels() -> Kind[tuple[tuple[str, Labels], ...]]:
    return by_key(language_tag(), record(_one_language))


def _one_language(entry: Fields) -> Labels:
    names = [field.name for field in fields_of(Labels)]
    return Labels(**{name: entry.required(name.replace("_", "-"), label(name)) for name in names})


def _masthead_with(open_logo: OpenFile) -> Callable[[Fields], Masthead]:
    def masthead(entry: Fields) -> Masthead:
        names = entry.required("names", by_language())
        drawing, alt, height = entry.required("logo", record(logo))
        return Masthead(names.values, drawing, alt.values, height)

    def logo(entry: Fields) -> tuple[bytes, Localised, Length]:
        name = entry.required("file", text(FILE_NAME))
        drawing = open_logo(name, entry.span("file")) if name else b""
        return drawing, entry.required("alt", by_language()), entry.required("height", measure(1))

    return masthead
