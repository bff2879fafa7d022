"""What the files of a release are called, but for the ending that each format has."""

from __future__ import annotations

import re
from zoneinfo import ZoneInfo

from pressroom.house.tokens import House
from pressroom.model.release import Release

_EMBARGO = re.compile(r"(?:\.embargo-\d{8}T\d{4}[+-]\d{4,6})?")


def file_stem(release: Release, house: House, *, public: bool) -> str:
    """Return the id; with the embargo, in its own zone, if the house asks for that and the files are not for the public.

    The instant is in the basic format of ISO 8601, which every file system takes: ``…T0001+0800``. It stays in the name when it
    is over, since no clock is asked: files for the public are another build (domain §3).
    """
    embargo = release.embargo
    if embargo is None or public or not house.embargo_in_names:
        return release.identifier
    local = embargo.instant.astimezone(ZoneInfo(embargo.zone))
    return f"{release.identifier}.embargo-{local:%Y%m%dT%H%M%z}"


def is_stem(name: str, identifier: str) -> bool:
    """Tell whether files of a release may be called so, under whatever embargo."""
    return name.startswith(identifier) and bool(_EMBARGO.fullmatch(name, len(identifier)))
