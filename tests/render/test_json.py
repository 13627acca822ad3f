"""The report as JSON: all of it, the same every time, and harmless to print."""

from __future__ import annotations

from json import loads

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import convert

from plandiff.model import Comparison, Omission
from plandiff.render.json import json
from plandiff.render.visible import hidden


def test_the_report_is_the_model(comparison):
    output = json(comparison)

    assert convert(loads(output), Comparison) == comparison
    assert output == json(comparison)
    assert output.startswith('{\n  "schema_version": "1",\n')
    assert output.endswith("}\n")
    assert "600,000 → 800,000" in output


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("м'яка 條約", "м'яка 條約"),
        ("lone \ud83d half", "lone \\ud83d half"),
        ("\x1b[31m \x9b0m", "\\u001b[31m \\u009b0m"),
        ("\u202egnirts", "\\u202egnirts"),
        ("\U000e0041", "\\udb40\\udc41"),
    ],
)
def test_what_cannot_be_seen_is_escaped(text, written):
    assert f'"text": "{written}"' in json(Omission(reason="", text=text))


@given(st.text(st.characters(exclude_categories=())))
def test_any_text_survives(text):
    output = json(Omission(reason="", text=text))

    assert not any(hidden(char) for char in output.replace("\n", ""))
    # Two halves of a pair become one character in any JSON; what else is there comes back as it was.
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")
    assert loads(output)["text"] == whole
