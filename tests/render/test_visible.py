"""What cannot be seen is shown."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plandiff.render.visible import visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain text, м'яка, 條約", "plain text, м'яка, 條約"),
        ("one\ntwo", "one\ntwo"),
        ("one\ttwo", "one    two"),
        ("\x1b[31mred", "⟨U+001B⟩[31mred"),
        ("\x9b31mred", "⟨U+009B⟩31mred"),
        ("hidden\rshown", "hidden⟨U+000D⟩shown"),
        ("\u202egnirts", "⟨U+202E⟩gnirts"),
        ("n\u200bot, n\u200dot", "n⟨U+200B⟩ot, n⟨U+200D⟩ot"),
        ("soft\xadhyphen", "soft⟨U+00AD⟩hyphen"),
        ("line\u2028break", "line⟨U+2028⟩break"),
        ("lone \ud83d half", "lone ⟨U+D83D⟩ half"),
        ("\U000e0041 tag", "⟨U+E0041⟩ tag"),
    ],
)
def test_hidden_characters_are_written_out(text, shown):
    assert visible(text) == shown


@given(st.text(st.characters()))
def test_nothing_hidden_gets_through_and_nothing_is_lost(text):
    shown = visible(text)

    assert all(char == "\n" or unicodedata.category(char)[0] != "C" for char in shown)
    assert len(shown) >= len(text)
