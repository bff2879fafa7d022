import pytest
from lxml import etree

from pressroom.pictures import PictureError, read_picture

NS = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'


def svg(content: str, attributes: str = 'width="24" height="12"') -> bytes:
    return f"<svg {NS} {attributes}>{content}</svg>".encode()


def same(data: bytes) -> str:
    return etree.canonicalize(data.decode())


def test_shapes_gradients_styles_and_inner_references_are_kept() -> None:
    content = (
        '<style>.a{fill:url(#g)}</style><defs><linearGradient id="g"><stop offset="0"/></linearGradient>'
        '<path id="p" d="M0 0h4v4z"/></defs><use xlink:href="#p" x="3"/>'
        '<g clip-path="url(#c)"><rect class="a" width="3" height="2"/></g>'
        '<clipPath id="c"><circle r="3"/></clipPath>'
    )
    clean = read_picture(svg(content))
    assert same(svg(content)) == same(clean.data)
    assert ("image/svg+xml", 24, 12) == (clean.media_type, clean.width, clean.height)


def test_what_only_editors_need_is_left_out() -> None:
    content = (
        "<!-- drawn by hand --><?editor state?><metadata>who</metadata><title>draft 3</title>"
        '<x:view xmlns:x="urn:x"><x:inner/></x:view>'
        '<rect xmlns:x="urn:x" x:label="secret" width="3" height="2"/>'
    )
    clean = read_picture(svg(content)).data
    assert same(clean) == same(svg('<rect width="3" height="2"/>'))
    assert b"urn:x" not in clean


@pytest.mark.parametrize(
    "content",
    [
        "<script>1</script>",
        '<rect onload="1"/>',
        "<foreignObject/>",
        '<image href="data:image/png;base64,AA"/>',
        '<a href="#x"/>',
        '<set attributeName="x"/>',
        '<animate attributeName="x"/>',
        '<use href="https://example.org/a.svg#x"/>',
        '<use xlink:href="other.svg#x"/>',
        '<rect fill="url(https://example.org/x)"/>',
        "<rect style=\"fill:url('file:///etc/passwd')\"/>",
        "<style>@import 'x.css';</style>",
        "<style>.a{fill:u\\72l(x)}</style>",
        '<g xml:base="https://example.org/"/>',
        "<text>letters</text>",
        "<unclosed>",
    ],
)
def test_what_does_more_than_draw_is_refused(content: str) -> None:
    with pytest.raises(PictureError):
        read_picture(svg(content))


@pytest.mark.parametrize(
    "before",
    [
        '<!DOCTYPE svg [<!ENTITY a "b">]>',
        '<!DOCTYPE svg SYSTEM "file:///etc/passwd">',
        '<?xml-stylesheet href="https://example.org/x.css"?>',
        '<?xml version="1.0" encoding="UTF-7"?>',
        '\ufeff<?xml version="1.0" encoding="Big5"?>',
    ],
)
def test_a_prologue_that_reaches_outside_is_refused(before: str) -> None:
    with pytest.raises(PictureError):
        read_picture(before.encode() + svg("<rect/>"))


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be", "utf-16"])
def test_another_encoding_is_refused(codec: str) -> None:
    with pytest.raises(PictureError):
        read_picture(svg("<script/>").decode().encode(codec))


def test_references_that_multiply_are_refused() -> None:
    nested = '<g id="a"><rect/></g>' + "".join(
        f'<g id="{name}"><use href="#{of}"/><use href="#{of}"/></g>'
        for of, name in zip("abcdefgh", "bcdefghi", strict=True)
    )
    wide = f'<g id="a">{"<rect/>" * 999}</g>' + '<use href="#a"/>' * 999
    patterned = '<pattern id="a"><rect fill="url(#b)"/></pattern><pattern id="b"/>'
    for content in (nested + '<use href="#i"/>', wide, patterned):
        with pytest.raises(PictureError):
            read_picture(svg(content))


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('width="20mm" height="1in"', (76, 96)),
        ('viewBox="0 0 30 20"', (30, 20)),
        ('width="60" viewBox="0,0,30,20"', (60, 40)),
        ('width="100%" height="100%" viewBox="0 0 7 8"', (7, 8)),
    ],
)
def test_a_drawing_says_how_large_it_is(attributes: str, size: tuple[int, int]) -> None:
    clean = read_picture(svg("<rect/>", attributes))
    assert size == (clean.width, clean.height)


@pytest.mark.parametrize("attributes", ["", 'width="0" height="5"', 'width="1e9" height="5"'])
def test_a_drawing_without_a_size_is_refused(attributes: str) -> None:
    with pytest.raises(PictureError, match="how large"):
        read_picture(svg("<rect/>", attributes))


@pytest.mark.parametrize(
    ("content", "fact"),
    [
        ("<g>" * 70 + "</g>" * 70, "nested"),
        ("<g/>" * 50_001, "shapes"),
        ("<g " + " ".join(f'a{n}="1"' for n in range(65)) + "/>", "attributes"),
        (f'<g style="{"fill:red;" * 300}"/>', "style of more"),
        ("<style>" + "g{fill:red}" * 1000 + "</style>" + "<g/>" * 3000, "style rules"),
        ("<style>" + " " * 70_000 + "</style>", "style rules"),
        ('<g transform="matrix(1"/>', "transform"),
        ('<g transform="rotate()"/>', "transform"),
        ('<path d="M1e99 0"/>', "out of range"),
        ('<rect x="12345678901"/>', "out of range"),
        ('<clipPath id="a" clip-path="url(#a)"/>', "references inside"),
    ],
)
def test_what_would_keep_a_program_busy_or_break_it_is_refused(content: str, fact: str) -> None:
    with pytest.raises(PictureError, match=fact):
        read_picture(svg(content))


@pytest.mark.parametrize("box", ["", "0 0 0 0", "0 0 1e-9 1", "a b c d", "0 0 9", "0 0 -1 1"])
def test_a_view_box_that_shows_nothing_is_refused(box: str) -> None:
    with pytest.raises(PictureError, match="view box"):
        read_picture(svg("", f'width="9" height="9" viewBox="{box}"'))


@pytest.mark.parametrize(
    "content",
    [
        '<g transform="matrix(1 0 -0 1.5e0,2 .5) , rotate(6.123e-17)scale( 2 )"/>',
        '<rect x="0.12345678901234" fill="#1e1000"/>',
        '<g id="layer1e99"/>',
    ],
)
def test_numbers_as_programs_export_them_are_let_through(content: str) -> None:
    assert content[:5].encode() in read_picture(svg(content)).data
