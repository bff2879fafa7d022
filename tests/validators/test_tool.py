"""A judge that is not there is an error that says what to do, never a silent pass."""

from __future__ import annotations

import pytest

from validators.tool import MissingToolError, node_module, program


def test_an_absent_program_names_the_way_to_get_it() -> None:
    with pytest.raises(MissingToolError, match="absent-program is not installed: `make test`"):
        program("absent-program")


def test_an_absent_node_module_names_the_way_to_get_it() -> None:
    with pytest.raises(MissingToolError, match=r"absent/index\.js is not installed: `make test`"):
        node_module("absent", "index.js")
