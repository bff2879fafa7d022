from io import BytesIO

from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from pressroom.pictures import Picture, read_picture
from pressroom.pictures.likeness import alike

PAGE = (640, 400)


def chart(words: str = "") -> Image.Image:
    image = Image.new("RGB", PAGE, "white")
    draw = ImageDraw.Draw(image)
    draw.line([(20, 380), (200, 120), (420, 160), (620, 40)], "navy", width=3)
    draw.text((300, 240), words, "black", font_size=20)
    return image


def saved(image: Image.Image, kind: str = "PNG") -> Picture:
    buffer = BytesIO()
    image.save(buffer, kind, quality=90)
    return read_picture(buffer.getvalue())


@given(st.integers(1, 4), st.sampled_from(["PNG", "JPEG"]))
def test_a_picture_that_was_saved_smaller_or_in_another_format_shows_the_same(
    parts: int, kind: str
) -> None:
    assert alike(saved(chart()), saved(chart().reduce(parts), kind))


def test_one_letter_more_is_seen_at_any_size() -> None:
    assert not alike(saved(chart("8")), saved(chart("3")))
    assert not alike(saved(chart("8")), saved(chart().reduce(2)))


def test_a_picture_that_was_cut_is_another_one() -> None:
    assert not alike(saved(chart()), saved(chart().crop((0, 0, 640, 380))))


def test_what_is_transparent_is_as_white_as_paper() -> None:
    empty = Image.new("RGBA", PAGE, (0, 0, 0, 0))
    assert alike(saved(empty), saved(Image.new("RGB", PAGE, "white")))
