from functools import cache
from io import BytesIO

import pikepdf

from pressroom.diagnostics import Report
from pressroom.place import SourceFile
from pressroom.readers.compose import make_source
from pressroom.readers.draft import Draft, Imported
from pressroom.readers.pdf.reading import read_pdf
from pressroom.source.parse import parse
from readers.degraded import by_pressroom, without_source
from readers.plain import plain_house

TEXT = """\
[Hong Kong, 3 March 2026]{.dateline} All *12* boats came back **at night**, and the wind was strong.[^wind] The crews were tired, and they \
slept in the boats until late in the morning, when the harbour had been quiet again for hours.

1. A red boat
2. A blue boat, with
   - two masts, and
   - one lamp
3. H~2~O and 10^3^ fish

| Boat | Men |
|:-----|----:|
| Red | 3 |
| Blue | 12 |

> “The wind was strong.”
>
> “It was cold.”

### The bay

Read <https://a.example/b> or [ask the office](mailto:press@harbour.example). It is quiet.\\
It is deep."""

SOURCE = f"""\
---
id: boats
date: 2026-03-03
house: plain
---

::: {{.edition lang=en-HK}}

# Boats are back in the bay, and office workers are happy

{TEXT.replace("###", "##")}

[^wind]: As the observatory says.

:::
"""


@cache
def printed() -> bytes:
    release = parse(SourceFile("boats.md", SOURCE), Report())
    assert release
    return without_source(by_pressroom(release))


def imported(data: bytes) -> Imported:
    draft = read_pdf(data)
    assert isinstance(draft, Draft)
    return make_source(draft, plain_house(), "boats")


def test_the_tags_of_a_pdf_give_back_its_source() -> None:
    made = imported(printed())
    wanted = SOURCE.replace("[^wind]", "[^1]").replace("   - ", "    - ")
    assert wanted.replace("|:-----|----:|", "| --- | --- |") == made.source
    assert 1 == sum("columns of tables are aligned" in doubt for doubt in made.doubts)
    assert parse(SourceFile("boats.md", made.source), Report())


def test_a_note_is_called_by_its_mark_where_no_link_leads_to_it() -> None:
    with pikepdf.open(BytesIO(printed())) as pdf:
        for annotation in (x for page in pdf.pages for x in page.obj.get("/Annots", [])):
            if "/Dest" in annotation:
                del annotation["/Dest"]
        pdf.save(data := BytesIO())
    assert imported(printed()).source == imported(data.getvalue()).source


def test_what_the_tags_leave_out_is_not_lost() -> None:
    stray = b"BT /F9 12 Tf 30 30 Td (A stray word) Tj ET"
    with pikepdf.open(BytesIO(printed())) as pdf:
        page = pdf.pages[0]
        page.Resources.Font["/F9"] = pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
        )
        page.contents_add(stray)
        pdf.save(data := BytesIO())
    made = imported(data.getvalue())
    assert "\nA stray word\n" in made.source
    assert "'A stray word' has no place in the order of the file" in made.doubts
    assert "## The bay" in made.source


def test_tags_that_leave_out_the_text_are_not_believed() -> None:
    with pikepdf.open(BytesIO(printed())) as pdf:
        del pdf.Root.StructTreeRoot.K[0].K[0].K[1:]
        pdf.save(data := BytesIO())
    source = imported(data.getvalue()).source
    assert "All *12* boats came back **at night**" in source
    assert "10^3^ fish" in source
