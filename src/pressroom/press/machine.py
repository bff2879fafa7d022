"""The names by which this machine and its user could be known; none may be in a file."""

from __future__ import annotations

import getpass
import socket
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from pressroom.fonts.face import FontSet


def telling_names(fonts: FontSet) -> Mapping[str, str]:
    """Return the names, each with what it is."""
    names = {str(face.path.parent): "the folder of a font" for face in fonts.values()}
    names |= {
        tempfile.gettempdir(): "the folder for temporary files",
        str(Path.cwd()): "the folder in which it was made",
        socket.gethostname(): "the name of the machine",
    }
    with suppress(KeyError, OSError, RuntimeError):  # a machine need not know who runs the program
        names |= {str(Path.home()): "somebody's home", getpass.getuser(): "the login of its maker"}
    return names
