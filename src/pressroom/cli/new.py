"""``pressroom new``: a source to begin with."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from shlex import quote

import click

from pressroom.cli.paths import PATH
from pressroom.diagnostics import Diagnostic, Severity, UsageError
from pressroom.source.forms import IDENTIFIER

_SKELETON = """\
---
id: {identifier}
date: {date}
house: journal
contacts:
  - name: {{en-HK: Name of the press officer, zh-Hant-HK: 新聞主任姓名}}
    tel: +852 5550 0000
    email: press@example.org
---

::: {{.edition lang=en-HK}}

# Headline in English

[Hong Kong, {english_date}]{{.dateline}} The first paragraph says what happened, to whom and where.

###

:::

::: {{.edition lang=zh-Hant-HK}}

# 中文標題

[香港，{chinese_date}]{{.dateline}} 第一段說明發生了甚麼事、涉及何人、何地。

###

:::
"""


@click.command()
@click.argument("identifier", metavar="ID")
@click.option("-o", "--output", type=PATH, help="The file to make (default: ID.md).")
def command(identifier: str, output: Path | None) -> None:
    """Make a source to begin with, in English and Hong Kong Chinese.

    ID names the files that will be made: small letters, digits and hyphens.
    """
    from pressroom.language.registry import language
    from pressroom.press.goal import check_goal

    if not IDENTIFIER.pattern.fullmatch(identifier):
        message = f"{identifier!r} is not {IDENTIFIER.name}"
        raise UsageError(Diagnostic("U002", Severity.ERROR, message, hints=(IDENTIFIER.hint,)))
    path = output or Path(f"{identifier}.md")
    check_goal(path)
    english, chinese = language("en-HK"), language("zh-Hant-HK")
    today = date.today()  # noqa: DTZ011  # the day in the office where the release is begun
    text = _SKELETON.format(
        identifier=identifier,
        date=today.isoformat(),
        english_date=english.long_date(today) if english else today,
        chinese_date=chinese.long_date(today) if chinese else today,
    )
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError as reason:
        message = f"{path} is there already"
        hint = "choose another name with -o"
        raise UsageError(Diagnostic("U003", Severity.ERROR, message, hints=(hint,))) from reason
    except OSError as reason:
        message = f"cannot make {path}: {(reason.strerror or 'the system refuses').lower()}"
        raise UsageError(Diagnostic("U003", Severity.ERROR, message)) from reason
    click.echo(f"{path} is made; when it is written: pressroom build {quote(str(path))}")
