"""What a dry run shows of a change."""

from __future__ import annotations

import pytest

from pressroom.merge.sentences import sentences


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        ("One stays. It is 2.5 mg.", "One stays. It is 3.5 mg.", ["It is [2.5]{3.5} mg."]),
        ("病人夜間跌倒。燈光不變。", "病人夜間跌倒。燈光改變了。", ["燈光[不]{改}變{了}。"]),
        ("他說：「好。」她走了。", "他說：「不好。」她走了。", ["他說：「{不}好。」"]),
        ("A b. C d.", "A b, C d.", ["A b[.]{,} C d."]),
        ("A", "A\nB is new.", ["{B is new.}"]),
        ("Gone. Kept.", "Kept.", ["[Gone. ]Kept."]),
        ("A.\nB c.\nD", "", ["[A. ¶ B c. ¶ D]"]),
        ("Same.", "Same.", []),
    ],
)
def test_only_the_sentences_that_changed_are_shown(
    before: str, after: str, shown: list[str]
) -> None:
    signs = {" ": "", "-": "[]", "+": "{}"}
    told = [
        "".join(text.join(signs[sign]) if signs[sign] else text for sign, text in sentence)
        for sentence in sentences(before, after)
    ]
    assert shown == [text.strip() for text in told]
