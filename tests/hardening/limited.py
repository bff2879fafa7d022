"""Acts in processes that have little time and memory: ``Chamber`` keeps a server that forks one for each act.

The server has loaded the libraries once, so an act costs milliseconds and not seconds.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import time
import traceback
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from signal import SIGKILL
from tempfile import TemporaryFile
from typing import IO, cast

SECONDS = 20
"""Time of the processor."""

MEMORY = 1536 * 2**20
"""Address space in bytes, with all that is loaded: about 0.5 GiB of it are that."""

_LOADED = (
    "docx",
    "ebooklib.epub",
    "lxml.etree",
    "pikepdf",
    "PIL.Image",
    "weasyprint",
    "pressroom.cli.build",
    "pressroom.press.job",
)


@dataclass(frozen=True, slots=True)
class Ended:
    """How an act ended: ``code`` is negative if a signal ended it (SIGXCPU when its time was over)."""

    code: int
    shown: str
    seconds: float
    megabytes: int


@dataclass(frozen=True, slots=True)
class Kill:
    """When a process is killed: so many seconds after it began, or after it began to write into a folder."""

    seconds: float
    folder: str = ""


class Chamber:
    """The server, as the tests see it."""

    def __init__(self) -> None:
        tests = str(Path(__file__).parents[1])
        self._server = subprocess.Popen(
            [sys.executable, "-c", "from hardening.limited import serve; serve()"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": os.pathsep.join([tests, *sys.path])},
        )

    def act(
        self, function: str, *arguments: object, file_bytes: int = -1, kill: Kill | None = None
    ) -> Ended:
        """Call ``module:function`` in a process of its own; what it returns is its exit code.

        ``file_bytes`` is the largest file that it may write, -1 for any.
        """
        order, answer = cast("IO[str]", self._server.stdin), cast("IO[str]", self._server.stdout)
        end = [kill.seconds, kill.folder] if kill else None
        order.write(json.dumps([function, arguments, file_bytes, end]) + "\n")
        order.flush()
        return Ended(*json.loads(answer.readline()))

    def close(self) -> None:
        """End the server."""
        self._server.communicate()


def serve() -> None:
    """Do what the lines of standard input ask for, one process each."""
    for module in _LOADED:
        import_module(module)
    for line in sys.stdin:
        function, arguments, file_bytes, end = json.loads(line)
        with TemporaryFile() as shown:
            child = os.fork()
            if not child:
                _act(function, arguments, file_bytes, shown.fileno())
            if end:
                _kill(child, Kill(*end))
            _, status, used = os.wait4(child, 0)
            shown.seek(0)
            text = shown.read(1_000_000).decode(errors="replace")
        code = os.waitstatus_to_exitcode(status)
        seconds = used.ru_utime + used.ru_stime
        print(json.dumps([code, text, seconds, used.ru_maxrss // 1024]), flush=True)  # noqa: T201


def _kill(child: int, kill: Kill) -> None:
    def ended() -> bool:
        return os.waitid(os.P_PID, child, os.WEXITED | os.WNOHANG | os.WNOWAIT) is not None

    while kill.folder and not any(Path(kill.folder).glob(".press-*")) and not ended():
        time.sleep(0.0002)
    time.sleep(kill.seconds)
    os.kill(child, SIGKILL)


def _act(function: str, arguments: list[object], file_bytes: int, shown: int) -> None:
    os.dup2(shown, 1)
    os.dup2(shown, 2)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if file_bytes >= 0:
        resource.setrlimit(resource.RLIMIT_FSIZE, (file_bytes, file_bytes))
    code = 99
    try:
        module, _, name = function.partition(":")
        code = int(getattr(import_module(module), name)(*arguments) or 0)
    except BaseException:  # noqa: BLE001  # whatever comes is shown, and no test code runs on in the child
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
