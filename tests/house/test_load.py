"""A folder becomes a house, or every fault in it is told with its place."""

import shutil
from pathlib import Path

import pytest

from pressroom.diagnostics import Diagnostic, HouseError
from pressroom.house import conditions
from pressroom.house.codes import HOUSE
from pressroom.house.load import load_house
from pressroom.house.tokens import Align, FaceRole, Ink, Length, Plates, Printing, Role
from pressroom.language.record import Script

JOURNAL = Path(__file__).parents[2] / "styles" / "journal"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(JOURNAL, tmp_path / "gazette"))


def change(folder: Path, old: str, new: str) -> None:
    style = folder / "style.yaml"
    text = style.read_text("utf-8")
    assert old in text
    style.write_text(text.replace(old, new, 1), "utf-8")


def findings(folder: Path) -> tuple[Diagnostic, ...]:
    with pytest.raises(HouseError) as caught:
        load_house(folder)
    return caught.value.findings


def told(finding: Diagnostic) -> tuple[str, str]:
    """Return the code of a finding and the text that it points at."""
    place = finding.place
    return finding.code, place.file.slice(place.span) if place else ""


def test_a_house_is_called_as_its_folder_is(folder: Path) -> None:
    house = load_house(folder)
    assert "gazette" == house.name
    assert "Journal" == house.title


def test_a_role_says_only_what_is_different_from_the_default(folder: Path) -> None:
    house = load_house(folder)
    body, lead = house.style(Role.BODY, Script.HAN), house.style(Role.LEAD, Script.HAN)
    assert (Length(10.5), Length(18)) == (body.size, body.leading)
    assert (Length(12), Length(21)) == (lead.size, lead.leading)
    assert FaceRole.TEXT is lead.face


def test_a_value_may_differ_by_script_or_be_given_for_one(folder: Path) -> None:
    change(folder, "  body: {}", "  body: {size: {latin: 10pt}, align: end}")
    house = load_house(folder)
    latin, han = house.style(Role.BODY, Script.LATIN), house.style(Role.BODY, Script.HAN)
    assert (Length(10), Length(10.5)) == (latin.size, han.size)
    assert (Align.END, Align.END) == (latin.align, han.align)


def test_slanted_text_is_latin_text(folder: Path) -> None:
    change(folder, "  body: {}", "  body: {italic: true}")
    house = load_house(folder)
    assert house.style(Role.BODY, Script.LATIN).italic
    assert not house.style(Role.BODY, Script.HAN).italic


def test_lengths_in_any_unit_of_print_become_points(folder: Path) -> None:
    change(folder, "list-indent: 21pt", "list-indent: 1in")
    assert Length(72) == load_house(folder).list_indent


def test_extra_css_is_taken_as_it_stands(folder: Path) -> None:
    (folder / "extra.css").write_text(".kicker { color: #000000 }", "utf-8")
    assert ".kicker { color: #000000 }" == load_house(folder).extra_css


@pytest.mark.parametrize(
    ("old", "new", "code", "at"),
    [
        ("title: Journal", "titel: Journal", "H010", "titel"),
        ("  body: {}\n", "", "H011", "default:"),
        ("  text: 1b1f22", "  text: 1b1f2", "H015", "1b1f2"),
        ("  text: 1b1f22", '  text: "#1b1f22"', "H015", '"#1b1f22"'),
        ("  text: 1b1f22", "  text: rebeccapurple", "H015", "rebeccapurple"),
        ("  paper: ffffff", "  white: ffffff", "H010", "white"),
        ("    size: 10.5pt", "    size: 10.5", "H020", "10.5"),
        ("    size: 10.5pt", "    size: 14px", "H020", "14px"),
        ("    size: 10.5pt", "    size: 1em", "H020", "1em"),
        ("    size: 10.5pt", "    size: 0pt", "H020", "0pt"),
        ("    size: 10.5pt", "    size: {latin: 10pt}", "H011", "face: text"),
        ("    size: 10.5pt", "    size: {latin: 10pt, greek: 9pt}", "H010", "greek"),
        ("    bold: false", "    bold: no", "H019", "no"),
        ("    face: text", "    face: texts", "H019", "texts"),
        ("    han: Noto Serif CJK HK\n", "", "H011", "latin: Noto Serif"),
        ("Noto Serif CJK HK", 'Noto "Serif', "H015", 'Noto "Serif'),
        ("    kicker: PRESS RELEASE\n", "", "H011", "draft:"),
        ("of {pages}", "of {sheets}", "H101", '"Page {page} of {sheets}"'),
        ("Page {page} of", "Page of", "H101", '"Page of {pages}"'),
        ("Page {page} of", "Page {page} {of", "H101", '"Page {page} {of {pages}"'),
        ("    page: ", "    pages: ", "H010", "pages"),
        ("  en:\n    kicker", "  english language:\n    kicker", "H021", "english language"),
        ("  inner: 87.637pt", "  inner: 400pt", "H102", "width: 210mm"),
        ("title: Journal", "title: Journal\ntitle: Gazette", "H009", "title"),
        ("title: Journal", "title: &a Journal", "H003", "&"),
        ("file: logo.svg", "file: ../journal/logo.svg", "H015", "../journal/logo.svg"),
        ("file: logo.svg", "file: /etc/passwd", "H015", "/etc/passwd"),
        ("file: logo.svg", "file: other.svg", "H103", "other.svg"),
        ("attach-source: true", "attach-source: yes", "H019", "yes"),
    ],
)
def test_a_fault_is_told_with_its_place(
    folder: Path, old: str, new: str, code: str, at: str
) -> None:
    change(folder, old, new)
    places = [told(finding) for finding in findings(folder)]
    assert any(found == code and text.startswith(at) for found, text in places), places


@pytest.mark.parametrize(
    ("old", "new", "code", "message"),
    [
        (
            "  body: {}",
            "  body: {size: 18.5pt}",
            "H109",
            "the leading of `body` is less than its size: 18pt on 18.5pt",
        ),
        (
            "  body: {}",
            "  body: {size: {latin: 421pt}, leading: 500pt}",
            "H112",
            "a size of 421pt for `body` on a measure of 420pt",
        ),
        (
            "  text: 1b1f22",
            "  text: fefefe",
            "H113",
            "text in the ink `text` has a contrast of 1.00:1 with the paper",
        ),
        (
            "  link: 0d4a5c",
            "  link: 959595",
            "H113",
            "text in the ink `link` has a contrast of 2.99:1 with the paper",
        ),
        (
            "  body: {}",
            "  body: {ink: rule}",
            "H113",
            "text in the ink `rule` has a contrast of 2.07:1 with the paper",
        ),
    ],
)
def test_a_house_whose_text_could_not_be_read_is_refused(
    folder: Path, old: str, new: str, code: str, message: str
) -> None:
    change(folder, old, new)
    assert (code, message) in [(found.code, found.message) for found in findings(folder)]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("  body: {}", "  body: {size: 18pt, leading: 18pt}"),
        ("  body: {}", "  body: {size: 420pt, leading: 420pt}"),
        ("  link: 0d4a5c", "  link: 949494"),
    ],
)
def test_a_house_that_can_just_be_read_is_taken(folder: Path, old: str, new: str) -> None:
    change(folder, old, new)
    assert "gazette" == load_house(folder).name


def test_all_faults_are_told_at_once(folder: Path) -> None:
    change(folder, "    size: 10.5pt", "    size: 14px")
    change(folder, "  text: 1b1f22", "  text: black")
    change(folder, "    kicker: 新聞稿\n", "")
    assert {"H020", "H015", "H011"} == {finding.code for finding in findings(folder)}


SVG = 'xmlns="http://www.w3.org/2000/svg" width="9" height="9"'


@pytest.mark.parametrize(
    "drawing",
    [
        f"<svg {SVG}><script>alert(1)</script></svg>",
        f'<svg {SVG} onload="alert(1)"><path d="M0 0h9v9z"/></svg>',
        f'<svg {SVG} xmlns:x="http://www.w3.org/1999/xlink"><use x:href="https://example.org/a.svg#b"/></svg>',
        f'<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]><svg {SVG}>&a;</svg>',
        f'<svg {SVG}><image href="file:///etc/passwd"/></svg>',
        f"<svg {SVG}><foreignObject/></svg>",
        "<svg",
        "not a drawing",
        "",
    ],
)
def test_a_logo_that_does_more_than_draw_is_refused(folder: Path, drawing: str) -> None:
    (folder / "logo.svg").write_text(drawing, "utf-8")
    assert [("H106", "logo.svg")] == [told(finding) for finding in findings(folder)]


@pytest.mark.parametrize(
    "css",
    [
        '@import "https://example.org/a.css";',
        "@IMPORT url(a.css);",
        ".body { background: url(https://example.org/a.png) }",
        ".body { background: \\75rl(https://example.org/a.png) }",
        "</style><script>",
    ],
)
def test_an_extra_style_sheet_that_could_fetch_something_is_refused(folder: Path, css: str) -> None:
    (folder / "extra.css").write_text(css, "utf-8")
    assert {"H107"} == {finding.code for finding in findings(folder)}


def test_a_folder_without_a_style_is_no_house(tmp_path: Path) -> None:
    assert ["H103"] == [finding.code for finding in findings(tmp_path)]


def test_a_style_in_another_encoding_is_told(folder: Path) -> None:
    text = (folder / "style.yaml").read_text("utf-8")
    (folder / "style.yaml").write_bytes(text.encode("utf-16"))
    assert ["H104"] == [finding.code for finding in findings(folder)]


def test_a_style_of_unreasonable_size_is_not_read(folder: Path) -> None:
    (folder / "style.yaml").write_bytes(b"#" * 2_000_000)
    assert ["H105"] == [finding.code for finding in findings(folder)]


def test_a_house_refers_to_inks_by_purpose(folder: Path) -> None:
    assert "0d4a5c" == load_house(folder).ink(Ink.ACCENT)


MIXED = "inks: {accent: 85 15 0 70, link: 85 15 0 70}"


def test_a_house_may_let_words_be_divided(folder: Path) -> None:
    assert not load_house(folder).hyphenate
    change(folder, "list-indent:", "hyphenate: true\nlist-indent:")
    assert load_house(folder).hyphenate


def test_a_house_may_let_names_of_files_carry_the_embargo(folder: Path) -> None:
    assert not load_house(folder).embargo_in_names
    change(folder, "attach-source: true", "attach-source: true\nembargo-in-names: true")
    assert load_house(folder).embargo_in_names


def test_a_house_says_how_it_is_printed(folder: Path) -> None:
    shutil.copy(next(Path(conditions.__path__[0]).glob("*.icc")), folder / "paper.icc")
    change(
        folder,
        MIXED,
        "bleed: 5mm\n"
        "  plates: black\n"
        "  ink-limit: 240\n"
        "  inks: {accent: 100 35 30 50}\n"
        "  condition: {profile: paper.icc, name: FOGRA51}",
    )
    printing = load_house(folder).printing
    assert (14, Plates.BLACK, 240) == (
        round(printing.bleed.points),
        printing.plates,
        printing.ink_limit,
    )
    assert ((Ink.ACCENT, (100, 35, 30, 50)),) == printing.screens
    assert printing.condition
    assert "FOGRA51" == printing.condition.name
    assert not printing.condition.grey


def test_a_house_that_says_nothing_of_printing_has_the_usual(folder: Path) -> None:
    style = folder / "style.yaml"
    lines = style.read_text("utf-8").splitlines(keepends=True)
    kept = [line for line in lines if not line.startswith("print:") and MIXED not in line]
    style.write_text("".join(kept), "utf-8")
    assert Printing() == load_house(folder).printing


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("inks: {accent: 100 35 30 101}", "H015"),
        ("ink-limit: 500", "H016"),
        ("condition: {profile: logo.svg, name: FOGRA51}", "H108"),
        ("condition: {profile: none.icc, name: FOGRA51}", "H103"),
    ],
)
def test_a_fault_in_how_a_house_is_printed_is_told(folder: Path, said: str, code: str) -> None:
    change(folder, MIXED, said)
    assert [code] == [finding.code for finding in findings(folder)]


def test_the_table_of_codes_holds_those_that_are_used_and_no_others() -> None:
    import re

    import pressroom.house

    sources = [p.read_text("utf-8") for p in Path(pressroom.house.__path__[0]).glob("*.py")]
    used = {code for text in sources for code in re.findall(r'error\(\s*"(H1\d\d)"', text)}
    used |= {code for text in sources for code in re.findall(r'Diagnostic\(\s*"(H1\d\d)"', text)}
    used |= {f"H{n}" for text in sources for n in re.findall(r"context\.error\(\s*(1\d\d)", text)}
    assert set(HOUSE) == used
