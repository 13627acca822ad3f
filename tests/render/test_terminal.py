"""The report on the terminal, whole, and what must never happen to it."""

from __future__ import annotations

import re
import unicodedata
from functools import partial

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec import convert, to_builtins
from rich.cells import cell_len
from rich.text import Text

from plandiff.model import Change, Comparison
from plandiff.render.outline import outline
from plandiff.render.sheet import Sheet
from plandiff.render.terminal import terminal

VIEWS = ("points", "side", "issues", "map", "summary")
ANSI = re.compile(r"\x1b\[[0-9;]*m")
LINKS = {
    "id",
    "left",
    "right",
    "parent",
    "point",
    "issues",
    "op",
    "kind",
    "role",
    "status",
    "side",
    "severity",
}
LINKS |= {"type", "basis", "revisions"}
"""Fields that hold together what belongs together, or take one of a few words."""


@pytest.mark.parametrize("width", [40, 80, 160])
@pytest.mark.parametrize("view", VIEWS)
def test_each_view_at_each_width(view, width, comparison, printed, golden):
    output = printed(partial(terminal, comparison, view=view), width)

    golden(f"terminal-{view}-{width}.txt", output)
    assert max(map(len, output.splitlines())) <= width


def test_colour_adds_nothing_but_colour(comparison, printed, golden):
    coloured = printed(partial(terminal, comparison), 80, colour=True)

    golden("terminal-points-80-colour.txt", coloured)
    assert ANSI.sub("", coloured) == printed(partial(terminal, comparison), 80)


def test_equal_texts_are_said_to_be_equal(plan, printed):
    one = plan("1: The sovereignty of the Republic is confirmed.")
    nothing = Comparison(plandiff="0.1.0", left=one, right=one, changes=())

    assert "no difference in the text" in printed(partial(terminal, nothing))


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_says_that_a_text_is_a_reconstruction(view, comparison, printed):
    output = printed(partial(terminal, comparison, view=view))

    assert "RECONSTRUCTION: the text was never published" in output
    # The summary does not show the point that was invented.
    assert ("new 11 not reported: invented" in output) == (view != "summary")
    assert view != "summary" or "development bank" not in output


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("双方停止一切敌对行动，并在三十日内撤军。", "双方停止一切敌对行动，并在六十日内撤军。"),
        ("يوقف الطرفان القتال خلال ثلاثين يوما.", "يوقف الطرفان القتال خلال ستين يوما."),
        ("De\u0301cision 停火 of the Council.", "De\u0301cision 停战 of the Council."),
    ],
)
def test_columns_stay_in_line_in_every_script(old, new, plan, printed, edits):
    change = Change(kind="modified", left=("1",), right=("1",), score=1, reason="", edits=edits(f"-{old}", f"+{new}"))
    comparison = Comparison(plandiff="0", left=plan(f"1: {old}"), right=plan(f"1: {new}"), changes=(change,))

    lines = printed(partial(terminal, comparison, view="side"), 60).splitlines()
    rules = [line.split("│")[0] for line in lines if "│" in line]

    assert rules
    assert len({cell_len(line) for line in rules}) == 1
    assert max(map(cell_len, lines)) <= 60


def hostile(noun, words):
    """The noun with the words put in front of every text that a document, a sidecar or a plugin can fill."""

    def spread(value, key=""):
        if isinstance(value, dict):
            return {name: spread(each, name) for name, each in value.items()}
        if isinstance(value, tuple):
            return tuple(spread(each, key) for each in value)
        return words + value if isinstance(value, str) and key not in LINKS else value

    return convert(spread(to_builtins(noun)), type(noun))


@pytest.mark.parametrize("view", VIEWS)
@given(words=st.text(st.characters(exclude_categories=["L", "N", "S"]), min_size=1, max_size=8))
@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_hidden_character_reaches_the_terminal(view, words, comparison, outlined, printed):
    output = printed(partial(terminal, hostile(comparison, words), view=view))
    output += printed(partial(outline, hostile(outlined, words)))

    assert not {char for char in output if unicodedata.category(char)[0] == "C"} - {"\n"}


@given(
    st.lists(st.text("ab [] -+{}条é\n", min_size=1, max_size=90), min_size=1, max_size=4),
    st.integers(40, 160),
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
def test_wrapping_loses_no_word(printed, texts, width):
    text = " ".join(texts)

    def page(console):
        sheet = Sheet(console)
        sheet.line(Text(text), indent=7)
        sheet.print()

    output = printed(page, width)

    assert "".join(output.split()) == "".join(text.split())
    assert not any(line.endswith(" ") for line in output.split("\n"))
