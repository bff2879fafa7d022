"""A judge that is not there is an error that says what to do, never a silent pass."""

from __future__ import annotations

import pytest

from pressroom.press.validators import verapdf
from pressroom.press.validators.tool import package
from validators.tool import MissingToolError, node_module, program


def test_an_absent_program_names_the_way_to_get_it() -> None:
    with pytest.raises(MissingToolError, match="absent-program is not on the path: `make test`"):
        program("absent-program")


def test_an_absent_node_module_names_the_way_to_get_it() -> None:
    with pytest.raises(
        MissingToolError, match=r"absent/index\.js is not in setup/node: `make test`"
    ):
        node_module("absent", "index.js")


def test_an_absent_python_package_names_the_way_to_get_it() -> None:
    with pytest.raises(MissingToolError, match="absent-package is not installed: `pip install"):
        package("absent-package")


def test_a_judge_that_make_does_not_bring_names_where_it_is_to_be_had(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PATH", "")
    program.cache_clear()
    with pytest.raises(MissingToolError, match=r"verapdf is not on the path: .*verapdf\.org"):
        verapdf.version()
    program.cache_clear()
