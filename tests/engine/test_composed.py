from __future__ import annotations

import unicodedata
from collections import Counter

import pytest

from plandiff.engine.composed import composed


@pytest.mark.parametrize("form", ["NFC", "NFKC"])
@pytest.mark.parametrize("text", ["", "point", "e\u0301", "Киі\u0308в — ﬁnal ½ e\u0301 " * 9])
def test_a_text_gets_the_form_that_unicode_gives_it(text, form):
    assert composed(text, form) == unicodedata.normalize(form, text)


# The last two are no marks themselves: they become marks when they are taken apart.
@pytest.mark.parametrize("marks", ["\u0301\u0327", "\u0f73\u0301", "\uff9e\u0327\u0301"])
def test_marks_without_end_cost_linear_time_and_none_is_lost(marks):
    text = "a" + marks * 200_000

    assert _taken_apart(composed(text, "NFKC")) == _taken_apart(text)


def _taken_apart(text: str) -> Counter[str]:
    return Counter("".join(unicodedata.normalize("NFKD", sign) for sign in text))
