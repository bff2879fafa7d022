"""The properties of ninjs 3.1 that are written, as types."""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from pressroom.model.release import Status

TRANSLATION = "translation"
ARTICLE = "source"
XHTML = "application/xhtml+xml"
NAME, VERSION = "ninjs", "3.1"
SCHEMA = "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#"

STATUS: dict[Status, Literal["usable", "withheld", "canceled"]] = {
    Status.DRAFT: "withheld",
    Status.FINAL: "usable",
    Status.WITHDRAWN: "canceled",
}


class Worded(TypedDict):
    """A headline, a description or a body."""

    role: str
    contentType: NotRequired[str]
    value: str


class ContactInfo(TypedDict):
    """A way to reach somebody."""

    type: Literal["phone", "email"]
    value: str


class Person(TypedDict):
    """Somebody who may be asked; ``literal`` is what they are."""

    name: str
    rel: str
    literal: NotRequired[str]
    contactInfo: list[ContactInfo]


class Named(TypedDict):
    """A publisher, or a keyword."""

    name: str
    role: NotRequired[str]


class AlternativeId(TypedDict):
    """Another name of the same object."""

    role: str
    value: str


class Standard(TypedDict):
    """Which standard the object keeps to."""

    name: str
    version: str
    schema: str


class NewsObject(TypedDict):
    """A news object; ``name`` and ``rel`` only of one that is associated with another."""

    uri: str
    name: NotRequired[str]
    rel: NotRequired[str]
    standard: NotRequired[Standard]
    type: NotRequired[Literal["text"]]
    representationType: NotRequired[Literal["full", "partial"]]
    profile: NotRequired[str]
    version: NotRequired[str]
    firstCreated: NotRequired[str]
    versionCreated: NotRequired[str]
    embargoedUntil: NotRequired[str]
    pubStatus: NotRequired[Literal["usable", "withheld", "canceled"]]
    edNote: NotRequired[str]
    language: NotRequired[str]
    title: NotRequired[str]
    by: NotRequired[str]
    located: NotRequired[str]
    headlines: NotRequired[list[Worded]]
    descriptions: NotRequired[list[Worded]]
    bodies: NotRequired[list[Worded]]
    infoSources: NotRequired[list[Named]]
    people: NotRequired[list[Person]]
    subjects: NotRequired[list[Named]]
    altIds: NotRequired[list[AlternativeId]]
    associations: NotRequired[list[NewsObject]]
