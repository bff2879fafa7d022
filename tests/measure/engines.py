"""The first Chinese pages of a release by three engines, side by side at the same measure.

``PYTHONPATH=tests python -m measure.engines releases/specimen/specimen.md pages.png`` draws pressroom, Chromium and Typst, from the left. Chromium prints what the
HTML writer makes, with the page and the sizes of the house; Typst gets the same text in its own commands. Chromium has to be on the PATH, Typst
(``pip install typst``) importable.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, assert_never

from PIL import Image

from pressroom.diagnostics import Report
from pressroom.edition.folder import ReleaseFolder
from pressroom.edition.resolve import resolve
from pressroom.edition.resolved import ResolvedRelease
from pressroom.fonts.find import find
from pressroom.fonts.wanted import wanted
from pressroom.house.find import find_house
from pressroom.house.load import load_house
from pressroom.house.tokens import House, Role, Script
from pressroom.model.blocks import (
    Block,
    BlockQuote,
    BulletList,
    Division,
    Edition,
    EndMark,
    Figure,
    Heading,
    ListItem,
    OrderedList,
    Paragraph,
    Table,
    TableCell,
    ThematicBreak,
)
from pressroom.model.inlines import (
    BookTitle,
    Code,
    Dateline,
    Dots,
    Emphasis,
    HardBreak,
    InLanguage,
    Inline,
    Link,
    NoBreak,
    NoteReference,
    ProperName,
    Ruby,
    Strong,
    Subscript,
    Superscript,
    Text,
)
from pressroom.model.release import Release
from pressroom.place import SourceFile
from pressroom.source.parse import parse
from pressroom.world import World
from pressroom.writers.html import HtmlWriter
from pressroom.writers.pdf import PdfWriter
from validators.tool import program, run

_PAGES = 2
_DOTS_PER_INCH = 80


def by_pressroom(release: ResolvedRelease, world: World) -> bytes:
    return PdfWriter().write(release, world).artifact.data


def by_chromium(release: ResolvedRelease, world: World) -> bytes:
    """Print the HTML on the page of the house; nothing but its frame for screens is overruled."""
    house = release.house
    page, root = house.page, house.style(Role.BODY, Script.HAN).size.points
    sides = (page.top, page.outer, page.bottom, page.inner)
    sheet = (
        f"@page {{ size: {page.width.points}pt {page.height.points}pt;"
        f" margin: {' '.join(f'{side.points}pt' for side in sides)} }}"
        f" html {{ font-size: {root}pt !important }} body {{ max-width: none !important; padding: 0 !important }}"
        " :lang(zh) { text-autospace: normal; text-spacing-trim: normal; line-break: strict }"
    )
    html = HtmlWriter().write(release, world).artifact.data.decode()
    return printed(html.replace("</head>", f"<style>{sheet}</style></head>"))


def printed(html: str) -> bytes:
    """Return the PDF that Chromium makes of a page."""
    with TemporaryDirectory() as folder:
        file, target = Path(folder, "a.html"), Path(folder, "a.pdf")
        file.write_text(html, "utf-8")
        arguments = (
            *("--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"),
            *(f"--print-to-pdf={target}", file.as_uri()),
        )
        run(program("chromium"), *arguments, environment={"HOME": folder})
        return target.read_bytes()


def by_typst(edition: Edition, house: House, folder: Path) -> bytes:
    """Set an edition by Typst; sizes, leading and faces are the house's."""
    typst: Any = import_module("typst")
    page = house.page
    sides = f"top: {page.top.points}pt, bottom: {page.bottom.points}pt, x: {page.inner.points}pt"
    lines = [
        f"#set page(width: {page.width.points}pt, height: {page.height.points}pt, margin: ({sides}))",
        '#set text(lang: "zh", region: "HK")',
        "#set par(justify: true)",
        '#set enum(numbering: "1.", indent: 1em)\n#set list(indent: 1em)',
        "#show link: underline",
        _as(house, Role.BODY),
        _set(house, Role.HEADLINE, _inlines(edition.headline, edition)),
    ]
    role = Role.LEAD
    for block in edition.blocks:
        lines += _block(block, edition, house, role)
        role = Role.BODY
    with TemporaryDirectory(dir=folder) as inside:
        file = Path(inside, "a.typ")
        file.write_text("\n\n".join(lines), "utf-8")
        made: bytes = typst.compile(str(file), root=str(folder))
    return made


def _set(house: House, role: Role, content: str) -> str:
    style = house.style(role, Script.HAN)
    gap = style.leading.points - style.size.points
    above, below = (f"{space.points + gap:.2f}pt" for space in (style.before, style.after))
    return f"#block(above: {above}, below: {below})[{_as(house, role)}\n{content}]"


def _as(house: House, role: Role) -> str:
    """Return what sets the text that follows as a role is set; the cell of a Han character is 0.88 em above the baseline, 0.12 em below."""
    style = house.style(role, Script.HAN)
    face = house.face(style.face)
    size, gap = style.size.points, f"{style.leading.points - style.size.points:.2f}pt"
    edges = f"top-edge: {0.88 * size:.2f}pt, bottom-edge: -{0.12 * size:.2f}pt"
    fonts = json.dumps([face.latin, face.han])[1:-1]
    weight = "bold" if style.bold else "regular"
    return (
        f'#set text(font: ({fonts}), size: {size}pt, weight: "{weight}", {edges})\n'
        f"#set par(leading: {gap}, spacing: {gap})"
    )


def _block(block: Block, edition: Edition, house: House, role: Role) -> Iterator[str]:
    match block:
        case Paragraph():
            yield _set(house, role, _inlines(block.children, edition))
        case Heading():
            own = Role.SUBHEAD if block.level == 2 else Role.MINOR_SUBHEAD
            yield _set(house, own, _inlines(block.children, edition))
        case BulletList() | OrderedList():
            kind = "list" if isinstance(block, BulletList) else "enum"
            items = (f"[{_item(item, edition, house)}]" for item in block.items)
            yield f"#{kind}({', '.join(items)})"
        case BlockQuote():
            said = (*block.blocks, *((block.attribution,) if block.attribution else ()))
            yield f"#pad(left: {house.style(Role.QUOTE, Script.HAN).indent.points}pt)[{_joined(said, edition, house)}]"
        case Table():
            rows = [block.header, *block.rows]
            cells = (_cell(cell, edition, house) for row in rows for cell in row.cells)
            yield f"#table(columns: {len(block.alignments)}, stroke: none, {', '.join(cells)})"
        case Figure():
            yield f"#image({json.dumps('/' + block.source)}, height: {house.figure_height.points / 2}pt)"
            yield _set(house, Role.CAPTION, _inlines(block.caption, edition))
        case ThematicBreak() | EndMark():
            yield "#line(length: 25%)"
        case Division():
            for inner in block.blocks:
                yield from _block(inner, edition, house, Role.BOILERPLATE)
        case _:
            assert_never(block)


def _item(item: ListItem, edition: Edition, house: House) -> str:
    first, *rest = item.blocks
    assert isinstance(first, Paragraph)
    return _inlines(first.children, edition) + _joined(rest, edition, house)


def _joined(blocks: Sequence[Block], edition: Edition, house: House) -> str:
    return "\n\n".join(line for one in blocks for line in _block(one, edition, house, Role.BODY))


def _cell(cell: TableCell, edition: Edition, house: House) -> str:
    return f"[{_set(house, Role.TABLE_CELL, _inlines(cell.children, edition))}]"


def _inlines(inlines: Sequence[Inline], edition: Edition) -> str:
    return "".join(_inline(inline, edition) for inline in inlines)


def _inline(inline: Inline, edition: Edition) -> str:
    match inline:
        case Text():
            return f"#{json.dumps(inline.text, ensure_ascii=False)};"
        case Code():
            return f"#raw({json.dumps(inline.text, ensure_ascii=False)});"
        case HardBreak():
            return "#linebreak();"
        case NoteReference():
            note = next(note for note in edition.notes if note.label == inline.label)
            first = note.blocks[0]
            assert isinstance(first, Paragraph)
            return f"#footnote[{_inlines(first.children, edition)}];"
        case Ruby():
            return f"#{json.dumps(''.join(s.base for s in inline.segments), ensure_ascii=False)};"
        case Link():
            return f"#link({json.dumps(inline.target)})[{_inlines(inline.children, edition)}];"
        case Dateline():
            return f"#strong[（{_inlines(inline.children, edition)}）]——"
        case _:
            before, after = _AROUND[type(inline)]
            return before + _inlines(inline.children, edition) + after


_AROUND: dict[type[Inline], tuple[str, str]] = {
    Emphasis: ("#strong[", "];"),
    Strong: ("#strong[", "];"),
    Superscript: ("#super[", "];"),
    Subscript: ("#sub[", "];"),
    Dots: ("#strong[", "];"),
    ProperName: ("#underline[", "];"),
    BookTitle: ("#underline[", "];"),
    InLanguage: ('#text(lang: "en")[', "];"),
    NoBreak: ("#box[", "];"),
}


def _drawn(data: bytes) -> list[Image.Image]:
    document: Any = import_module("pypdfium2").PdfDocument(data)
    pages = range(min(_PAGES, len(document)))
    return [document[at].render(scale=_DOTS_PER_INCH / 72).to_pil() for at in pages]


def _release(path: Path) -> tuple[Release, Edition]:
    release = parse(SourceFile(path.name, path.read_text("utf-8")), Report())
    assert release
    chinese = next(one for one in release.editions if one.language == "zh-Hant-HK")
    return replace(release, editions=(chinese,)), chinese


def main(source: str, target: str) -> None:
    """Write the picture."""
    path = Path(source).resolve()
    release, chinese = _release(path)
    house = load_house(find_house(release.house))
    world = World(find(wanted(house)))
    resolved = resolve(release, house, ReleaseFolder(path.parent), Report())
    made = (
        by_pressroom(resolved, world),
        by_chromium(resolved, world),
        by_typst(chinese, house, path.parent),
    )
    columns = [_drawn(data) for data in made]
    width, height = columns[0][0].size
    picture = Image.new("RGB", (width * len(columns), height * max(map(len, columns))), "white")
    for across, column in enumerate(columns):
        for down, page in enumerate(column):
            picture.paste(page, (across * width, down * height))
    picture.quantize(256, Image.Quantize.MAXCOVERAGE).save(target, optimize=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
