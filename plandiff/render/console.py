"""The console that reports are printed on: no markup, no emoji, no guessing, a width that is always known."""

from __future__ import annotations

import os
from typing import IO, Literal

from rich.console import Console, detect_legacy_windows

Color = Literal["auto", "always", "never"]

NARROWEST = 40
PIPE = 100
"""Width in columns where there is no terminal to ask."""


def console(file: IO[str], color: Color = "auto", width: int | None = None) -> Console:
    """A rich console over a text file, with everything decided here rather than by rich.

    Colour: `color` wins, then NO_COLOR, then FORCE_COLOR, then TERM=dumb, then whether `file` is a terminal.
    Width in columns: `width`, then COLUMNS, then the terminal's own, then 100; never below 40.
    """
    coloured = _coloured(file, color)
    return Console(
        file=file,
        width=max(NARROWEST, width or _width(file)),
        # Without a height rich asks the terminal again and forgets the width on a dumb one.
        height=25,
        color_system="standard" if coloured else None,
        force_terminal=coloured,
        force_jupyter=False,
        # rich would read NO_COLOR again, after `--color always` has already overruled it.
        no_color=not coloured,
        legacy_windows=False,
        markup=False,
        emoji=False,
        highlight=False,
    )


def _coloured(file: IO[str], color: Color) -> bool:
    if color != "auto":
        return color == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR", "0") not in ("", "0"):
        return True
    return os.environ.get("TERM") != "dumb" and file.isatty() and not detect_legacy_windows()


def _width(file: IO[str]) -> int:
    columns = os.environ.get("COLUMNS", "")
    if columns.isascii() and columns.isdigit() and int(columns) > 0:
        return int(columns)
    try:
        return os.get_terminal_size(file.fileno()).columns or PIPE
    except (OSError, ValueError):
        return PIPE
