"""Document text as XML: it stays text."""

from __future__ import annotations

import pytest

from plandiff.render.escape_xml import escape_xml
from plandiff.render.visible import visible
from tests.render.html_payloads import PAYLOADS

etree = pytest.importorskip("lxml.etree", reason="needs lxml: pip install 'plandiff[documents]'")


@pytest.mark.parametrize("payload", PAYLOADS)
def test_markup_is_shown_and_does_nothing(payload):
    root = etree.fromstring(f'<t a="{escape_xml(payload)}">{escape_xml(payload)}</t>')

    assert (root.text, len(root)) == (visible(payload), 0)
    assert root.get("a") == visible(payload).replace("\n", " ")


def test_what_xml_cannot_hold_is_written_out():
    assert escape_xml("a\x00b\x1bc\ufffed\ud800") == "a⟨U+0000⟩b⟨U+001B⟩c⟨U+FFFE⟩d⟨U+D800⟩"
