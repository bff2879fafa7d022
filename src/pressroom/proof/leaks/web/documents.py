"""The documents that hold the words of a release: elements, attributes and what they say."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from pressroom.edition.resolved import ResolvedRelease
from pressroom.house.tokens import Role
from pressroom.proof.leaks.stated import links, pictured
from pressroom.proof.leaks.vocabulary import (
    ANYTHING,
    ANYWHERE,
    TEXT,
    Attributes,
    Look,
    Vocabulary,
)
from pressroom.proof.leaks.web.tags import TAG

_PREFIXES = {
    "http://www.w3.org/1999/xhtml": "",
    "http://www.idpf.org/2007/ops": "epub",
    "http://www.w3.org/XML/1998/namespace": "xml",
}
_VOID = frozenset({"br", "col", "hr", "img", "link", "meta", "wbr"})

_PHRASES = "a b br cite code em i img rp rt ruby span strong sub sup u wbr"
_FLOW = (
    "aside blockquote caption col colgroup div figcaption figure h1 h2 h3 h4 h5 h6 header hr li main nav ol p"
    " section table tbody td th thead tr ul"
)
_CHILDREN = {
    "": "html section",
    "html": "head body",
    "head": "meta title link script style",
    **dict.fromkeys(("title", "script", "style", *_VOID), ""),
    ANYWHERE: f"{_PHRASES} {_FLOW}",
}

_END_TAG = re.compile(r"</[a-z0-9]+>")
_NUMBER = re.compile(r"\d{1,9}")
_NAME = re.compile(r"e\d+(?:-[a-z0-9]+)*|contents")
_WITHIN = r"#[\w-]+|(?:cover|nav|edition-[a-z0-9-]+)\.xhtml(?:#[\w-]+)?"
_PICTURE = re.compile(
    r"images/(?:logo\.svg|figure-\d+\.(?:png|jpeg|svg))|data:image/(?:png|jpeg|svg\+xml);base64,[A-Za-z0-9+/=]*"
)
_CLASSES = frozenset(
    {
        *(role.value for role in Role),
        *(
            [
                "address",
                "both-ways",
                "beside",
                "book-title",
                "centre",
                "cover",
                "dateline",
                "division",
                "dots",
                "edition",
                "end",
                "gap",
            ]
        ),
        *(
            [
                "imprint",
                "leaning",
                "logo",
                "long",
                "masthead",
                "no-break",
                "note",
                "note-call",
                "note-mark",
                "proper-name",
                "start",
            ]
        ),
        *(["tight", "notes", "links", "contact", "source", "boilerplate", "aside"]),
    }
)
_CLASS = re.compile(rf"(?:(?:{'|'.join(sorted(map(re.escape, _CLASSES)))})(?: (?!$)|$))+")
_TYPES = ("backlink", "bodymatter", "chapter", "cover", "footnote", "landmarks", "noteref", "toc")
_ROLES = ("doc-backlink", "doc-chapter", "doc-footnote", "doc-noteref", "doc-toc", "note")
_POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"


def documents(release: ResolvedRelease, sheet: str = "") -> Vocabulary:
    """Return the list for the documents of a release; ``sheet`` is what may stand in a ``style`` element."""
    titles = {edition.title for edition in release.editions}
    titles |= {labels.contents for _, labels in release.house.labels}
    attributes: Attributes = {
        ANYWHERE: {
            TEXT: ANYTHING,
            "id": _NAME,
            "class": _CLASS,
            "lang": TAG,
            "xml:lang": TAG,
            "epub:type": _TYPES,
            "role": _ROLES,
        },
        "a": {
            "href": re.compile("|".join((_WITHIN, *map(re.escape, sorted(links(release)))))),
            "hreflang": TAG,
        },
        "img": {
            "src": _PICTURE,
            "alt": {"", *pictured(release)},
            "width": _NUMBER,
            "height": _NUMBER,
        },
        "p": {"aria-hidden": ("true",)},
        "section": {"aria-label": titles, "aria-labelledby": _NAME},
        "nav": {"aria-label": titles, "aria-labelledby": ("contents",), "hidden": ("hidden",)},
        "ol": {"start": _NUMBER},
        "ul": {"style": re.compile(r'list-style-type: "(?:\W|\\[0-9a-f]{1,6} ){1,4}"')},
        "col": {"style": re.compile(r"width: \d{1,3}\.\d%")},
        "th": {"scope": ("col",)},
        "link": {
            "rel": ("stylesheet", "alternate"),
            "type": ("text/css",),
            "hreflang": TAG,
            "href": re.compile(rf"style\.css|{_WITHIN}"),
        },
        "meta": {
            "charset": ("utf-8",),
            "http-equiv": ("Content-Security-Policy",),
            "name": ("viewport", "description"),
            "content": {
                "width=device-width, initial-scale=1",
                _POLICY,
                *(edition.description for edition in release.editions),
            },
        },
        "script": {"type": ("application/ld+json",)},
        "style": {TEXT: (sheet,)},
    }
    wordless = {name: {**attributes.get(name, {}), TEXT: ()} for name in _VOID}
    return Vocabulary(_PREFIXES, _CHILDREN, attributes | wordless)


def html_strangers(text: str, vocabulary: Vocabulary) -> list[str]:
    """Return what an HTML document holds that is not in a vocabulary."""
    look = Look(vocabulary)
    walk = _Walk(look)
    walk.feed(text)
    walk.close()
    look.pause()
    return look.strange


class _Walk(HTMLParser):
    """Walks through a document as its tags stand: each but the void is closed, by a tag that says no more than that."""

    def __init__(self, look: Look) -> None:
        super().__init__(convert_charrefs=True)
        self._look = look
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._look.enter(tag, ((name, value or "") for name, value in attrs))
        if tag in _VOID:
            self._look.leave()
        else:
            self._open.append(tag)

    def parse_endtag(self, i: int) -> int:
        end = super().parse_endtag(i)
        if end > i and not _END_TAG.fullmatch(self.rawdata, i, end):
            self._look.strange.append("a tag that ends nothing")
        return end

    def handle_endtag(self, tag: str) -> None:
        if self._open[-1:] == [tag]:
            self._open.pop()
            self._look.leave()
        elif tag not in _VOID:
            self._look.strange.append(f"the end of {tag}")

    def handle_data(self, data: str) -> None:
        self._look.hear(data)

    def handle_comment(self, data: str) -> None:
        self._look.strange.append(f"the comment {data[:20]!r}")

    def handle_decl(self, decl: str) -> None:
        if decl.lower() != "doctype html":
            self._look.strange.append("a document type")

    def handle_pi(self, data: str) -> None:
        self._look.strange.append(f"the instruction {data[:20]!r}")

    def unknown_decl(self, data: str) -> None:
        self._look.strange.append(f"the marked section {data[:20]!r}")
