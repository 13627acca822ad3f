"""Document text in HTML stands for itself."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plandiff.render.escape_html import escape_html
from plandiff.render.visible import visible
from tests.render.html_payloads import PAYLOADS
from tests.render.html_reader import read

texts = st.text(st.sampled_from("ab1 <>&\"'`=/;#x-!\n\t\x1b\u202e\u200b\ud800")) | st.text()


@pytest.mark.parametrize("payload", PAYLOADS)
def test_markup_is_shown_and_does_nothing(payload):
    (paragraph,) = read(f"<p>{escape_html(payload)}</p>").children

    assert paragraph.children == [visible(payload)]


@given(texts)
def test_any_text_is_shown_as_it_is(text):
    assert read(f"<p>{escape_html(text)}</p>").text == visible(text)


@given(texts)
def test_any_text_stays_inside_its_attribute(text):
    (paragraph,) = read(f'<p title="{escape_html(text)}"></p>').children

    assert paragraph.attributes == {"title": visible(text)}


def test_what_cannot_be_seen_is_written_out():
    assert escape_html("a\u202eb\x1b") == "a⟨U+202E⟩b⟨U+001B⟩"
