"""Colour and width, decided in one place."""

from __future__ import annotations

from io import StringIO

import pytest
from rich.text import Text

from plandiff.render.console import console


class Terminal(StringIO):
    """A stream that says it is a terminal, without a size to ask."""

    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def bare(monkeypatch):
    for name in ("COLUMNS", "FORCE_COLOR", "NO_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize(
    ("file", "color", "environment", "coloured"),
    [
        (StringIO, "auto", {}, False),
        (Terminal, "auto", {}, True),
        (Terminal, "never", {"FORCE_COLOR": "1"}, False),
        (StringIO, "always", {"NO_COLOR": "1", "TERM": "dumb"}, True),
        (Terminal, "auto", {"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
        (Terminal, "auto", {"NO_COLOR": ""}, True),
        (StringIO, "auto", {"FORCE_COLOR": "1", "TERM": "dumb"}, True),
        (StringIO, "auto", {"FORCE_COLOR": "0"}, False),
        (Terminal, "auto", {"TERM": "dumb"}, False),
    ],
)
def test_colour(file, color, environment, coloured, monkeypatch):
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    page = file()

    console(page, color).print(Text("word", "red"))

    assert page.getvalue() == ("\x1b[31mword\x1b[0m\n" if coloured else "word\n")


@pytest.mark.parametrize(
    ("width", "columns", "expected"),
    [
        (None, None, 100),
        (None, "72", 72),
        (60, "72", 60),
        (None, "12", 40),
        (None, "wide", 100),
        (None, "0", 100),
    ],
)
@pytest.mark.parametrize("term", ["xterm", "dumb"])
def test_width(width, columns, expected, term, monkeypatch):
    monkeypatch.setenv("TERM", term)
    if columns is not None:
        monkeypatch.setenv("COLUMNS", columns)

    assert console(Terminal(), "auto", width).width == expected


def test_a_string_is_never_markup():
    page = StringIO()

    console(page).print("[to be agreed] [/x] :smile:")

    assert page.getvalue() == "[to be agreed] [/x] :smile:\n"
