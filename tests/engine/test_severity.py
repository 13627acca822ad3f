"""The severity of a change: the examples of its docstring, and what its parts, facts and findings make of it."""

from __future__ import annotations

import re

import pytest

from plandiff.compare import compare
from plandiff.engine import severity as module
from plandiff.engine.severity import severity
from plandiff.entrypoints import entrypoints
from plandiff.model import Change, Edit, Finding
from plandiff.registry import Plugins

_EXAMPLE = re.compile(r"^    (\S.*) → (.*\S) {2,}(none|editorial|substantive|critical)$", re.MULTILINE)
EXAMPLES = _EXAMPLE.findall(module.__doc__ or "")


@pytest.fixture(scope="module")
def plugins():
    return Plugins.load()


def change(old: str, new: str, **more: object) -> Change:
    edits = (Edit(op="delete", text=old), Edit(op="insert", text=new))
    fields = {"kind": "modified", "left": ("1",), "right": ("1",), "score": 1.0, "reason": "", "edits": edits} | more
    return Change(**fields)


def test_there_are_examples_of_every_severity():
    assert len(EXAMPLES) >= 12
    assert {level for *_, level in EXAMPLES} == {"none", "editorial", "substantive", "critical"}


@pytest.mark.parametrize(("old", "new", "level"), EXAMPLES)
def test_the_examples_of_the_docstring_hold(old, new, level, plugins):
    (told,) = compare(f"1. {old}\n", f"1. {new}\n", plugins=plugins).changes
    assert told.severity == level


def test_without_a_plugin_other_words_are_substantive():
    (told,) = compare("1. The council cleans it.\n", "1. It is cleaned by the council.\n", plugins=bare()).changes
    assert told.severity == "substantive"


def test_the_highest_of_text_findings_and_parts_counts():
    note = Finding(rule="x", severity="critical", message="x")
    assert severity(change("one", "two")) == "substantive"
    assert severity(change("one", "two"), reworded=True) == "editorial"
    assert severity(change("one", "two", findings=(note,)), reworded=True) == "critical"
    assert severity(change("one", "One.")) == "editorial"
    part = change("one", "one", severity="editorial")
    assert severity(change("one", "two", parts=(part,))) == "editorial"
    assert severity(
        change("one two", "one", parts=(part, change("two", "", kind="dropped", severity="substantive")))
    ) == ("substantive")


def test_a_numbered_point_that_goes_is_critical(plugins):
    changes = compare(
        "1. The wells are clean.\n2. The sea is calm.\n", "1. The wells are clean.\n", plugins=plugins
    ).changes
    assert [(each.kind, each.severity) for each in changes] == [("unchanged", "none"), ("dropped", "critical")]
    back = compare(
        "1. The wells are clean.\n", "1. The wells are clean.\n2. The sea is calm.\n", plugins=plugins
    ).changes
    assert [(each.kind, each.severity) for each in back] == [("unchanged", "none"), ("added", "substantive")]


def test_a_picture_is_no_punctuation():
    assert severity(change("Call at any hour.", "Call ☎ at any hour.")) == "substantive"


def bare() -> Plugins:
    """The installed readers without any classifier."""
    found = (entry for entry in entrypoints("plandiff") if not entry.name.startswith("classifier-"))
    return Plugins((entry, entry.load()) for entry in found)
