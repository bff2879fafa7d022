"""Judges that are libraries, each in a process of its own: what a file does to one of them stays there."""

from __future__ import annotations

import json
import sys
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import cast

from pressroom.press.validators.tool import NoAnswerError, run

_MEMORY = 4 << 30
"""Bytes that a judge may take."""


def asked(judge: str, document: bytes, *options: str) -> list[str]:
    """List what a module beside this one finds in a file; raises NoAnswerError if its process ends without an answer."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "document")
        path.write_bytes(document)
        # -P: a module in the folder where somebody stands is not taken for one of Python's
        start = f"from {__name__} import answer; answer()"
        done = run(sys.executable, "-P", "-c", start, judge, str(path), *options)
    if done.returncode:
        done.stderr = "".join(done.stderr.splitlines()[-1:])  # of a traceback only the fact
        raise NoAnswerError(done)
    return cast("list[str]", json.loads(done.stdout))


def answer() -> None:
    """Write what the judge that the arguments name finds to the standard output, as JSON."""
    judge, path, *options = sys.argv[1:]
    try:
        import resource
    except ImportError:  # no such limits on this system
        pass
    else:
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    module = import_module(f"{__package__}.{judge}")
    json.dump(module.validate(Path(path).read_bytes(), *options), sys.stdout)
