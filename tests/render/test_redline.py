"""Edits made fit for the eye."""

from __future__ import annotations

import pytest

from plandiff.render.terminal.marked import marked


@pytest.mark.parametrize(
    ("pieces", "shown"),
    [
        (["limited to ", "-600,000", "+800,000", " men"], "limited to [-600,000-] {+800,000+} men"),
        (["men", "+ in peacetime", "."], "men {+in peacetime+}."),
        (["+New ", "text"], "{+New+} text"),
        (["one", "- ", "+\n", "two"], "one\ntwo"),
        (["-first line\nsecond line\n", "kept"], "[-first line-]\n[-second line-]\nkept"),
        (["[", "+to be agreed", "]"], "[{+to be agreed+}]"),
        (["as [-printed-] and {+printed+}"], "as [⟨U+002D⟩printed⟨U+002D⟩] and {⟨U+002B⟩printed⟨U+002B⟩}"),
        (["no", "+\u200b", "t"], "no{+⟨U+200B⟩+}t"),
        (["no", "+\x1f", "t"], "no{+⟨U+001F⟩+}t"),
    ],
)
def test_marks(pieces, shown, edits):
    assert marked(edits(*pieces)).plain == shown
