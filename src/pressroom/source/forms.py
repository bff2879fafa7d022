"""The forms of texts in the front matter: identifiers, addresses, numbers of the trade."""

from __future__ import annotations

import re

from pressroom.typed_yaml import Form

IDENTIFIER = Form(
    "an identifier",
    re.compile(r"(?=.{1,64}\Z)[a-z0-9]+(?:-[a-z0-9]+)*"),
    "use small letters, digits and single hyphens between them, at most 64",
)

APPROVED = Form(
    "the mark of an approved text",
    re.compile("[0-9a-f]{12}|pending"),
    "write pending: `check` tells what to write when the text has been approved",
)

DOI = Form(
    "a DOI",
    re.compile(r"10\.[0-9]{4,9}(?:\.[0-9]+)*/[\x21-\x7e]{1,200}"),
    "write it as 10.12345/abc, without https://doi.org/",
)
"""DOI Handbook §2.2, with the printable ASCII that registration agencies allow."""

EMAIL = Form(
    "an e-mail address",
    re.compile(
        r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
        r"@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}"
    ),
    "write it as press@example.org",
)
"""RFC 5321 §4.1.2, Dot-string @ Domain."""

TELEPHONE = Form(
    "a telephone number",
    re.compile(r"(?=(?:[^0-9]*[0-9]){3})\+?[0-9() -]+(?: ext\. [0-9]+)?"),
    "write it as (852) 2345 6789 or +852 2345 6789, an extension as ext. 12",
)

WEB_ADDRESS = Form(
    "a web address",
    re.compile(
        r"(?=.{1,2000}\Z)https?://(?:[^\s/?#@:\\\[\]<>\"{}|^`]+)(?::[0-9]{1,5})?(?:[/?#][^\s<>\"{}|\\^`]*)?",
        re.IGNORECASE,
    ),
    "write it in full: https://example.org/page, at most 2000 characters",
)
"""RFC 3986 §3 with host, without user names; characters beyond ASCII as RFC 3987 allows."""
