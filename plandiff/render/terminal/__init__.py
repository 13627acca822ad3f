"""The report on the terminal: the same words as in every format, laid out in columns."""

from __future__ import annotations

from plandiff.render.terminal.terminal import View, terminal

__all__ = ["View", "terminal"]
