"""What is read out of shaped text."""

from __future__ import annotations

import pytest

from pressroom.writers.pdf.composer import shaping
from writers.pdf.composer.press import press
from writers.pdf.composer.sentences import SENTENCES


def test_no_cluster_is_looked_up_in_a_text_of_one_glyph_for_each_character(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Pango leaves most bits of a glyph's attributes as it finds them: whoever reads them sees clusters everywhere."""
    looked_up: list[str] = []

    def look_up(_line: object, _begun: bytes, text: str, start: int) -> range:
        looked_up.append(text)
        return range(start, start + len(text))

    monkeypatch.setattr(shaping, "_clusters", look_up)
    press("".join(f"<p>{sentence}</p>" for sentence in SENTENCES if "——" not in sentence))

    assert looked_up == []
