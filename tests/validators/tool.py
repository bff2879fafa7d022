"""Programs that the tests' own judges run, found as the program finds those of its own."""

from __future__ import annotations

from pressroom.press.validators.tool import (
    NODE_MODULES,
    MissingToolError,
    node,
    node_module,
    program,
    run,
)

__all__ = ["NODE_MODULES", "MissingToolError", "node", "node_module", "program", "run"]
