"""EPUBCheck 5.3, the W3C's own checker, in a Java machine inside this process.

The machine takes five seconds to start, a book a tenth of a second: so one machine serves the whole run.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.metadata import distribution
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pressroom.press.validators.tool import package, program

if TYPE_CHECKING:
    from collections.abc import Callable

FAULTS = frozenset({"WARNING", "ERROR", "FATAL"})
"""Severities that count; INFO and USAGE are remarks."""


@cache
def _java() -> Callable[[str], Any]:
    """Start Java with the checker's jar files; gives the way to its classes, raises MissingToolError."""
    program("java")
    package("epubcheck")
    package("JPype1")
    import jpype

    folder = Path(str(distribution("epubcheck").locate_file("epubcheck")))
    jars = [folder / "epubcheck.jar", *sorted(folder.glob("lib/*.jar"))]
    jpype.startJVM(  # pyright: ignore[reportUnknownMemberType]  (PathLike without its parameter)
        "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", classpath=[str(jar) for jar in jars]
    )
    return jpype.JClass


def version() -> str:
    """Return its version; raises MissingToolError."""
    return package("epubcheck")


def validate(document: bytes) -> list[str]:
    """List warnings and errors of an EPUB; raises MissingToolError."""
    java = _java()
    stream = java("java.io.ByteArrayInputStream")(document)
    output = java("java.io.StringWriter")()
    report = java("com.adobe.epubcheck.reporting.CheckingReport")(
        java("java.io.PrintWriter")(output), "book.epub"
    )
    report.initialize()
    check = java("com.adobe.epubcheck.api.EpubCheck")(stream, report, "book.epub")
    check.setLocale(java("java.util.Locale").ENGLISH)
    check.doValidate()
    report.generate()
    messages: list[dict[str, Any]] = json.loads(str(output.toString()))["messages"]
    return [
        f"{message['ID']} {message['severity']}: {message['message']}{_places(message)}"
        for message in messages
        if message["severity"] in FAULTS
    ]


def _places(message: dict[str, Any]) -> str:
    places = [f"{place['path']}:{place['line']}" for place in message["locations"]]
    return f" ({', '.join(places)})" if places else ""
