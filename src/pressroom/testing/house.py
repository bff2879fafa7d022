"""A house style made in code, so that a writer can be tried without a folder of styles."""

from __future__ import annotations

from pressroom.house.tokens import (
    Align,
    Face,
    FaceRole,
    House,
    Ink,
    Labels,
    Length,
    Masthead,
    Page,
    Role,
    RoleStyle,
)
from pressroom.language.record import Script

_LOGO = (
    b'<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24">'
    b'<path d="M2 2h20v20H2z" fill="#234"/></svg>'
)

_ENGLISH = Labels(
    kicker="PRESS RELEASE",
    draft="DRAFT",
    withdrawn="WITHDRAWN",
    embargo="Embargoed until {instant}",
    version="Version {version}",
    correction="Corrected {date}: {note}",
    supersedes="Supersedes {release}",
    dateline="({dateline}) –",
    attribution="— {name}",
    boilerplate="",
    notes="Notes for editors",
    contact="Media enquiries",
    aside="",
    source="Source",
    links="Follow us",
    telephone="Tel {number}",
    email="E-mail {address}",
    credit="Photograph: {credit}",
    table_caption="{caption}",
    figure_caption="{caption}",
    page="Page {page} of {pages}",
    contents="Contents",
    other_edition="English",
)

_CHINESE = Labels(
    kicker="新聞稿",
    draft="草稿",
    withdrawn="已撤回",
    embargo="禁止於{instant}前發布",
    version="第{version}版",
    correction="{date}更正：{note}",
    supersedes="取代{release}",
    dateline="（{dateline}）——",
    attribution="——{name}",
    boilerplate="",
    notes="編輯垂注",
    contact="傳媒查詢",
    aside="",
    source="資料來源",
    links="關注我們",
    telephone="電話：{number}",
    email="電郵：{address}",
    credit="攝影：{credit}",
    table_caption="{caption}",
    figure_caption="{caption}",
    page="第{page}頁，共{pages}頁",
    contents="目錄",
    other_edition="中文",
)


def _style(role: Role) -> RoleStyle:
    large = role is Role.HEADLINE
    heading = role in {Role.HEADLINE, Role.SUBHEAD, Role.MINOR_SUBHEAD, Role.DIVISION_TITLE}
    return RoleStyle(
        face=FaceRole.HEADING if heading else FaceRole.TEXT,
        size=Length(18 if large else 10.5),
        leading=Length(27 if large else 18),
        bold=heading,
        italic=False,
        ink=Ink.TEXT,
        align=Align.START,
        before=Length(6 if heading else 0),
        after=Length(6),
        indent=Length(0),
        first_line=Length(0),
        tracking=Length(0),
        keep_with_next=heading,
    )


def sample_house() -> House:
    """Return a plain A4 house with Noto faces and labels in English and Hong Kong Chinese."""
    text = Face("Noto Serif", "Noto Serif CJK HK", "Times New Roman", "PMingLiU")
    heading = Face("Noto Sans", "Noto Sans CJK HK", "Arial", "Microsoft JhengHei")
    code = Face("Noto Sans", "Noto Sans CJK HK", "Consolas", "Microsoft JhengHei")
    return House(
        name="sample",
        title="Sample",
        page=Page(
            width=Length(595.276),
            height=Length(841.89),
            top=Length(72),
            bottom=Length(72),
            inner=Length(70.138),
            outer=Length(70.138),
        ),
        faces=((FaceRole.TEXT, text), (FaceRole.HEADING, heading), (FaceRole.CODE, code)),
        inks=(
            (Ink.TEXT, "1a1a1a"),
            (Ink.MUTED, "555555"),
            (Ink.ACCENT, "14405c"),
            (Ink.RULE, "999999"),
            (Ink.TINT, "eef2f5"),
            (Ink.LINK, "14405c"),
            (Ink.PAPER, "ffffff"),
        ),
        roles=tuple((role, script, _style(role)) for role in Role for script in Script),
        rule_weight=Length(0.5),
        list_indent=Length(18),
        figure_height=Length(220),
        labels=(("en", _ENGLISH), ("zh-Hant", _CHINESE)),
        masthead=Masthead(
            names=(("en", "Sample Press"), ("zh-Hant", "樣本出版社")),
            logo=_LOGO,
            logo_alt=(("en", "Sample Press"), ("zh-Hant", "樣本出版社")),
            logo_height=Length(24),
        ),
        attach_source=True,
        extra_css="",
    )
