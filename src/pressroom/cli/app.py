"""The program as a whole: its commands, and what happens when one fails."""

from __future__ import annotations

import signal
import sys
import tempfile
import traceback
from collections.abc import Sequence
from difflib import get_close_matches
from importlib import import_module
from types import FrameType

import click

from pressroom.cli.show import show
from pressroom.diagnostics import PressroomError

_COMMANDS = {
    "new": "Make a source to begin with.",
    "import": "Make a source of a Word file, web page, EPUB, PDF or text.",
    "check": "Look for faults, and for facts in which editions differ.",
    "fix": "Repair what is certain.",
    "build": "Make the files, prove them, put them into a folder.",
    "proof": "Compare the files with the source as it is now.",
    "merge": "Bring what an editor changed in Word into the source.",
    "settle": "Take out the comments that merge has written.",
    "redline": "Show what a later version changes, as tracked changes.",
    "fonts": "Tell which faces are there, and how to get the others.",
    "writers": "List the formats, and what each holds without loss.",
    "houses": "List the house styles.",
}
"""What each command does, in the order of work."""
_EPILOG = """\
Exit codes: 0 done, 1 findings, 2 wrong call, 3 source, 4 house style or font, 5 writer, 6 proof.

Completion, in bash: eval "$(_PRESSROOM_COMPLETE=bash_source pressroom)"; zsh and fish have their own.
"""
_BUG = 70
_INTERRUPTED = 130


class Commands(click.Group):
    """Commands that live in a module each and are loaded when they are asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in the order of work."""
        del ctx
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load a command; None for a name that is not one."""
        del ctx
        if cmd_name not in _COMMANDS:
            return None
        module = import_module(f"pressroom.cli.{cmd_name}")
        command: click.Command = module.command
        command.short_help = _COMMANDS[cmd_name]
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that is called; say which was meant when the name is almost one."""
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as failure:
            near = get_close_matches(args[0], _COMMANDS, n=1)
            if not near:
                raise
            message = f"{failure.message} Did you mean '{near[0]}'?"
            raise click.UsageError(message, ctx) from failure


@click.group(cls=Commands, epilog=_EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="pressroom", prog_name="pressroom")
def program() -> None:
    """Make PDF, DOCX and EPUB from one release, and prove that they say the same."""


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the program with arguments (those of the process by default) and return its exit code.

    0 done · 1 findings · 2 wrong call · 3 source · 4 house or font · 5 writer · 6 proof · 70 a bug · 130 interrupted.
    """
    signal.signal(signal.SIGTERM, _leave)
    try:
        return int(program(args=arguments, prog_name="pressroom", standalone_mode=False) or 0)
    except PressroomError as failure:
        show(failure.findings)
        return failure.exit_code
    except click.ClickException as failure:
        failure.show()
        return failure.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("interrupted; no file was changed", err=True)
        return _INTERRUPTED
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    except MemoryError:
        click.echo("there is not enough memory; no file was changed", err=True)
        return _BUG
    except Exception:  # noqa: BLE001  # the last door: whatever comes here is a bug, and is shown as one
        return _report_bug()


def _leave(number: int, frame: FrameType | None) -> None:
    """Turn a request to end into an ordinary exit, so that unfinished files are taken away."""
    del frame
    sys.exit(128 + number)


def _report_bug() -> int:
    with tempfile.NamedTemporaryFile(
        "w", prefix="pressroom-", suffix=".txt", delete=False, encoding="utf-8"
    ) as file:
        traceback.print_exc(file=file)
    click.echo(
        "this is a bug of pressroom, not a fault of yours; no file was changed\n"
        f"what happened is written in {file.name}: please send it with the source",
        err=True,
    )
    return _BUG
