"""What was sent is remembered, however large the sources are."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path

from pressroom.press.sent import SUFFIX, sent
from pressroom.source.reading import LARGEST


def test_a_log_of_the_largest_sources_is_read(tmp_path: Path) -> None:
    sources = ["\n" * (LARGEST - number) for number in range(40)]  # a line end takes two characters
    log = [{"sha256": sha256(one.encode()).hexdigest(), "source": one} for one in sources]
    (tmp_path / f"large{SUFFIX}").write_text(json.dumps({"id": "large", "sent": log}), "utf-8")

    assert len(sources) == len(sent(tmp_path, "large"))
    assert sources[-1] == sent(tmp_path, "large")[0]
