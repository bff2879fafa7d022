"""The seam to WeasyPrint: what goes in is XHTML, style sheets, faces and pictures as bytes; what comes out is a PDF.

Nothing of the machine gets in: fonts come from a configuration of our own that knows the given faces alone, addresses are
answered from the given resources alone, and whatever the engine logs as a warning stops the build.
"""

# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false
# pyright: reportMissingParameterType=false, reportUnknownParameterType=false, reportOptionalMemberAccess=false

from __future__ import annotations

import gc
import logging
from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock
from types import ModuleType
from typing import Any, cast

import pydyf
import weasyprint
import weasyprint.document
import weasyprint.draw
import weasyprint.draw.text
import weasyprint.pdf
from weasyprint.draw import draw_replacedbox
from weasyprint.draw.border import rounded_box
from weasyprint.draw.text import draw_first_line
from weasyprint.pdf.fonts import Font
from weasyprint.pdf.stream import Stream
from weasyprint.text.ffi import ffi, fontconfig, gobject, pangoft2
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from pressroom.diagnostics import Diagnostic, Severity, WriterError
from pressroom.writers.pdf.boxes import Furniture, furniture, settle_links, settle_markers
from pressroom.writers.pdf.composer import PieceLayout, composing, draw, is_undecorated
from pressroom.writers.pdf.faces import FaceRule
from pressroom.writers.pdf.sfnt import embedded
from pressroom.writers.pdf.streams import fold, stream_data
from pressroom.writers.pdf.structure import add_structure

SCHEME = "pressroom"
"""The scheme of the addresses under which resources are found: ``pressroom:name``."""

ffi.cdef("FcConfig * FcConfigCreate (void);")

# The engine's PDF module is patched while a document is written; one at a time.
_WRITING = Lock()


@dataclass(frozen=True, slots=True)
class Typesetting:
    """What is to be set: an HTML document, style sheets, faces, resources by name, files to be attached, a last touch.

    ``composed``: Han text is set by the composer; otherwise all lines are the engine's own. ``terms`` are words that are not divided.
    """

    html: str
    sheets: tuple[str, ...]
    faces: tuple[FaceRule, ...]
    resources: Mapping[str, bytes]
    attachments: tuple[Any, ...]
    finish: Callable[[Any, Any], None]
    composed: bool = True
    terms: tuple[str, ...] = ()


def typeset(job: Typesetting) -> bytes:
    """Set a document as tagged PDF/A-3a; raise ``WriterError`` for anything that the engine complains of."""
    complaints = _Complaints()
    with complaints.heard(), _uncollected(), TemporaryDirectory(prefix="pressroom-") as folder:
        try:
            data = _typeset(job, Path(folder), complaints)
        except FatalURLFetchingError as refusal:
            raise WriterError(_finding(str(refusal))) from refusal
        complaints.stop_the_build()
        return data


def _typeset(job: Typesetting, folder: Path, complaints: _Complaints) -> bytes:
    faces = {f"face-{number}": rule for number, rule in enumerate(job.faces)}
    fetcher = _Resources({**job.resources, **{name: rule.data for name, rule in faces.items()}})
    fonts = _Faces(folder)
    declared = "\n".join(_font_face(name, rule) for name, rule in faces.items())
    sheets = [
        weasyprint.CSS(string=sheet, font_config=fonts, url_fetcher=fetcher)
        for sheet in (declared, *job.sheets)
    ]
    complaints.stop_the_build()  # without its faces the engine would not complain but crash
    html = weasyprint.HTML(string=job.html, url_fetcher=fetcher)
    with composing(job.terms) if job.composed else nullcontext():
        document = html.render(stylesheets=sheets, font_config=fonts)
    settle_links(document)
    settle_markers(document)
    with _tagging(document):
        written = document.write_pdf(
            pdf_variant="pdf/a-3a", attachments=list(job.attachments), finisher=job.finish
        )
    return cast("bytes", written)


class _Faces(FontConfiguration):
    """A font configuration that knows the faces of ``@font-face`` rules and no font of the machine.

    They are written to ``folder``, which the caller removes.
    """

    def __init__(self, folder: Path) -> None:
        # Stock loads the machine's configuration here, and with it every font of the machine as a possible fallback.
        self._config = fontconfig.FcConfigCreate()
        self.font_map = ffi.gc(pangoft2.pango_ft2_font_map_new(), gobject.g_object_unref)
        pangoft2.pango_fc_font_map_set_config(
            ffi.cast("PangoFcFontMap *", self.font_map), self._config
        )
        fontconfig.FcConfigDestroy(self._config)  # the map holds a reference of its own
        self._folder = folder
        self.strut_layouts = {}
        self.font_features = {}

    def __del__(self) -> None:
        """Leave the folder to its owner."""


class _Resources(URLFetcher):
    """Answers for the given resources and refuses everything else: no file, no network."""

    def __init__(self, resources: Mapping[str, bytes]) -> None:
        super().__init__(allowed_protocols=(), allow_redirects=False)
        self._resources = resources

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:  # noqa: ARG002  # the engine's signature
        scheme, _, name = url.partition(":")
        if scheme != SCHEME or name not in self._resources:
            raise FatalURLFetchingError(f"the document asks for {url}, which is not part of it")
        return URLFetcherResponse(url, self._resources[name])


class _Complaints(logging.Handler):
    """Collects what the engine and its font library log as warning or worse."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self._messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a message once."""
        message = " ".join(record.getMessage().split())
        if message not in self._messages:
            self._messages.append(message)

    @contextmanager
    def heard(self) -> Generator[None]:
        """Listen for as long as the block lasts."""
        loggers = [logging.getLogger(name) for name in ("weasyprint", "fontTools")]
        for logger in loggers:
            logger.addHandler(self)
        try:
            yield
        finally:
            for logger in loggers:
                logger.removeHandler(self)

    def stop_the_build(self) -> None:
        """Raise ``WriterError`` with all that was heard, if anything was."""
        if self._messages:
            raise WriterError(*map(_finding, self._messages))


def _finding(message: str) -> Diagnostic:
    return Diagnostic("A102", Severity.ERROR, f"the typesetting engine says: {message}")


def _font_face(name: str, rule: FaceRule) -> str:
    weight, style = "bold" if rule.bold else "normal", "italic" if rule.italic else "normal"
    return (
        f'@font-face {{ font-family: "{rule.family}"; src: url({SCHEME}:{name}); '
        f"font-weight: {weight}; font-style: {style} }}"
    )


@contextmanager
def _uncollected() -> Generator[None]:
    """Let nobody look for garbage: what is laid out lives until it is written, and to look through it again and again takes long."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


@contextmanager
def _tagging(document: Any) -> Generator[None]:
    """Let the engine mark furniture as artifacts, and build the structure tree our way, while a document is written."""
    aside = furniture(document)

    class MarkingStream(Stream):
        """A content stream in which furniture is no content (ISO 32000-1 §14.8.2.2)."""

        @contextmanager
        def marked(self, box: Any, tag: str) -> Generator[None]:
            kind = aside.get(box)
            if kind is None and is_undecorated(box):
                yield  # its pieces are marked one by one, when they are drawn
                return
            if kind is None:
                self.begin_marked_content(tag, pydyf.Dictionary({"MCID": self.sequence(box)}))
            else:
                self.begin_marked_content("Artifact", _artifact(kind))
            yield
            self.end_marked_content()

        def sequence(self, box: Any) -> int:
            """Return the number of the next sequence of a box."""
            number = len(self._tags)
            self._tags[number] = box
            return number

    def tags(pdf: Any, document: Any, _version: object, streams: Any) -> None:
        add_structure(pdf, document, streams)

    def drawing(stream: Any, box: Any, *others: Any) -> Any:
        if isinstance(box.pango_layout, PieceLayout):
            draw(stream, box, others[-1], said=box not in aside)
            return []  # no pictures in place of letters
        if box.text.isspace():
            box.text = _Blank(box.text)
        return draw_first_line(stream, box, *others)

    def clipping(stream: Any, box: Any) -> None:
        with stream.stacked():
            # what hides its overflow has been clipped, but is painted out of the order of reading (``sheet``)
            if box.style["overflow"] == "visible":
                rounded_box(stream, box.rounded_padding_box())
                stream.clip()
                stream.end()
            draw_replacedbox(stream, box)

    stock_paint, stock_clean = weasyprint.document.Page.paint, Font.clean

    def painting(page: Any, stream: Any, *others: Any) -> None:
        stock_paint(page, stream, *others)
        fold(stream)

    def cleaning(font: Any, *others: Any) -> None:
        stock_clean(font, *others)
        font.file_content = embedded(font.file_content)

    with (
        _WRITING,
        _replaced(pydyf.Stream, "data", property(stream_data)),
        _replaced(weasyprint.pdf, "Stream", MarkingStream),
        _replaced(weasyprint.pdf, "add_tags", tags),
        _replaced(weasyprint.draw, "draw_replacedbox", clipping),
        _replaced(weasyprint.draw.text, "draw_first_line", drawing),
        _replaced(weasyprint.document.Page, "paint", painting),
        _replaced(Font, "clean", cleaning),
    ):
        yield


@contextmanager
def _replaced(owner: ModuleType | type, name: str, value: object) -> Generator[None]:
    stock = getattr(owner, name)
    setattr(owner, name, value)
    try:
        yield
    finally:
        setattr(owner, name, stock)


class _Blank(str):
    """White space that is drawn: the engine skips what is empty when stripped, and with it the space between two words."""

    __slots__ = ()

    def strip(self, _characters: str | None = None, /) -> str:
        """Return it all."""
        return str(self)


def _artifact(kind: Furniture) -> Any:
    entries = {"Type": "/Pagination"}
    if kind != "repetition":
        entries["Subtype"] = "/Header" if kind == "header" else "/Footer"
    return pydyf.Dictionary(entries)
