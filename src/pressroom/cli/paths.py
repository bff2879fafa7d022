"""Files and folders as arguments: whether one can be used is found out when it is, and said as all else is."""

from __future__ import annotations

from pathlib import Path

import click

PATH = click.Path(path_type=Path, readable=False)
