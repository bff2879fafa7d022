from contextlib import suppress
from io import BytesIO
from struct import pack
from zlib import compress, crc32

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from pressroom.pictures import PictureError, read_picture
from pressroom.pictures.picture import MAX_PIXELS

PROFILE = b"a colour profile" * 30
PLACE = "22.3027N 114.1772E"


def picture(mode: str = "RGB") -> Image.Image:
    image = Image.new(mode, (6, 4))
    image.putpixel((0, 0), 255 if mode == "L" else (255, 0, 0, 0)[: len(mode)])
    return image


def exif(orientation: int) -> Image.Exif:
    record = Image.Exif()
    record[0x0112] = orientation
    record[0x010E] = PLACE
    return record


def jpeg(orientation: int = 1, mode: str = "RGB") -> bytes:
    buffer = BytesIO()
    picture(mode).save(
        buffer,
        "JPEG",
        exif=exif(orientation),
        comment=PLACE,
        icc_profile=PROFILE,
        progressive=True,
    )
    return buffer.getvalue()


def png(orientation: int = 1) -> bytes:
    buffer = BytesIO()
    text = PngInfo()
    text.add_text("Location", PLACE)
    text.add_itxt("Comment", PLACE)
    picture("RGBA").save(buffer, "PNG", pnginfo=text, exif=exif(orientation), dpi=(300, 300))
    return buffer.getvalue()


def pixels(data: bytes) -> bytes:
    with Image.open(BytesIO(data)) as image:
        return image.tobytes()


@pytest.mark.parametrize("data", [jpeg(), png()], ids=["JPEG", "PNG"])
def test_what_a_camera_noted_does_not_leave_and_the_pixels_stay(data: bytes) -> None:
    hidden = data + PLACE.encode()
    clean = read_picture(hidden)
    assert PLACE.encode() in data
    assert PLACE.encode() not in clean.data
    assert pixels(data) == pixels(clean.data)
    assert (6, 4, False) == (clean.width, clean.height, clean.turned)


def test_the_colour_profile_and_the_resolution_stay() -> None:
    with Image.open(BytesIO(read_picture(jpeg()).data)) as image:
        assert PROFILE == image.info["icc_profile"]
    with Image.open(BytesIO(read_picture(png()).data)) as image:
        assert (300, 300) == tuple(round(side) for side in image.info["dpi"])


@pytest.mark.parametrize("data", [jpeg(6), png(6)], ids=["JPEG", "PNG"])
def test_a_picture_taken_sideways_is_turned_upright_the_same_way_each_time(data: bytes) -> None:
    clean = read_picture(data)
    assert (4, 6, True) == (clean.width, clean.height, clean.turned)
    assert PLACE.encode() not in clean.data
    assert clean == read_picture(data)


def test_colours_of_a_printing_press_are_refused() -> None:
    with pytest.raises(PictureError, match="CMYK"):
        read_picture(jpeg(mode="CMYK"))


@pytest.mark.parametrize("data", [jpeg(), png()], ids=["JPEG", "PNG"])
def test_a_picture_cut_anywhere_is_refused(data: bytes) -> None:
    whole = read_picture(data).data
    for end in range(8, len(whole), 7):
        with pytest.raises(PictureError):
            read_picture(whole[:end])


def test_a_small_file_that_claims_to_be_huge_is_refused() -> None:
    header = b"IHDR" + pack(">IIBBBBB", MAX_PIXELS, 2, 8, 0, 0, 0, 0)
    end = b"\0\0\0\0IEND" + pack(">I", crc32(b"IEND"))
    bomb = b"\x89PNG\r\n\x1a\n" + pack(">I", 13) + header + pack(">I", crc32(header)) + end
    with pytest.raises(PictureError, match="128 million pixels"):
        read_picture(bomb)


@pytest.mark.parametrize("data", [b"", b"GIF89a", b"%PDF-1.7", b"plain words"])
def test_what_is_no_picture_is_refused(data: bytes) -> None:
    with pytest.raises(PictureError, match="no PNG, JPEG or SVG"):
        read_picture(data)


@given(
    st.sampled_from([jpeg(), png()]),
    st.lists(st.tuples(st.integers(0), st.integers(0, 255)), min_size=1, max_size=4),
)
def test_a_damaged_picture_is_read_or_refused_but_never_breaks(
    data: bytes, changes: list[tuple[int, int]]
) -> None:
    damaged = bytearray(data)
    for at, value in changes:
        damaged[at % len(damaged)] = value
    with suppress(PictureError):
        clean = read_picture(bytes(damaged))
        assert clean.data == read_picture(clean.data).data


def chunk(kind: bytes, body: bytes) -> bytes:
    return pack(">I", len(body)) + kind + body + pack(">I", crc32(kind + body))


def hand_made(
    *chunks: bytes, size: int = 8, depth: int = 8, colour: int = 0, passes: int = 0
) -> bytes:
    header = pack(">IIBBBBB", size, size, depth, colour, 0, 0, passes)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + b"".join(chunks) + chunk(b"IEND", b"")


def drawn(count: int) -> bytes:
    return chunk(b"IDAT", compress(bytes(count)))


@pytest.mark.parametrize(
    ("data", "fact"),
    [
        (hand_made(drawn(10_000_000)), "more data than pixels"),
        (hand_made(drawn(71)), "cut short"),
        (hand_made(chunk(b"IDAT", b"no stream")), "damaged"),
        (hand_made(), "cut short"),
        (hand_made(drawn(72), colour=3), "damaged"),
        (hand_made(drawn(72), colour=5), "damaged"),
        (hand_made(drawn(72), size=7000, depth=16, colour=6), "unpacks to 392 MB"),
        (hand_made(chunk(b"iCCP", b"p\0\0" + compress(bytes(5_000_000))), drawn(72)), "profile"),
    ],
)
def test_a_png_holds_its_pixels_and_no_more(data: bytes, fact: str) -> None:
    with pytest.raises(PictureError, match=fact):
        read_picture(data)


@pytest.mark.parametrize("size", [1, 2, 5, 8, 9])
def test_an_interlaced_png_is_counted_pass_by_pass(size: int) -> None:
    rows = {1: 2, 2: 7, 5: 36, 8: 79, 9: 100}  # pixels, and a filter byte for each row of each pass
    data = hand_made(drawn(rows[size]), size=size, passes=1)
    assert (size, size) == (read_picture(data).width, read_picture(data).height)
    with pytest.raises(PictureError):
        read_picture(hand_made(drawn(rows[size] - 1), size=size, passes=1))
