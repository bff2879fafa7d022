import re
from pathlib import Path

import pressroom
from pressroom.diagnostics.codes import METADATA, READING, YAML_FAULTS

SOURCES = Path(pressroom.__file__).parent


def used(pattern: str, *folders: str) -> set[str]:
    files = [file for folder in folders for file in (SOURCES / folder).glob("*.py")]
    return {code for file in files for code in re.findall(pattern, file.read_text("utf-8"))}


def test_the_table_holds_the_codes_that_reading_uses_and_no_others() -> None:
    assert set(READING) == used(r'"(P0[0-9]{2})"', "source")


def test_the_table_holds_the_numbers_that_the_yaml_reader_uses_and_no_others() -> None:
    assert {f"{number}" for number in YAML_FAULTS} == used(
        r"context\.error\(\s*([0-9]+)", "typed_yaml"
    )


def test_the_table_holds_the_codes_that_metadata_uses_and_no_others() -> None:
    numbers = used(r"error\(\s*([0-9]+)", "source")
    assert set(METADATA) == {f"M{int(number):03}" for number in numbers}
