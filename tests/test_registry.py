"""What plugins return is checked before anything relies on it, and whoever returned it is named."""

from __future__ import annotations

import types
from typing import Any

import pytest

from plandiff import __version__
from plandiff.entrypoints import EntryPoint
from plandiff.errors import PluginError
from plandiff.hookspecs import hookimpl
from plandiff.model import Block, Change, Document, Finding, Installed, IssuePack, IssueSpec, Plan, Source
from plandiff.registry import Plugins

PLAN = Plan(name="draft", format="text", sha256="", points=())
CHANGE = Change(kind="added", left=(), right=("1",), score=1.0, reason="made for a test")
SOURCE = Source(name="draft.txt", suffix=".txt", data=b"", text="")


def stranger(hook: str, answer: Any) -> Plugins:
    """The one plugin of another author, which gives that answer to the hook."""

    def implementation() -> Any:
        return answer

    plugin = types.ModuleType("stranger")
    setattr(plugin, hook, hookimpl(implementation))
    return Plugins([(EntryPoint("strange", "stranger"), plugin)])


def finding(**fields: Any) -> Finding:
    return Finding(**{"rule": "odd", "severity": "substantive", "message": "odd words"} | fields)


@pytest.mark.parametrize(
    ("answer", "complaint"),
    [
        (
            [finding(severity="grave")],
            "returned Finding that does not fit: field severity: must be 'none', 'editorial',",
        ),
        ([finding(side="middle")], "returned Finding that does not fit: field side: must be 'left' or 'right'"),
        ([finding(line="7")], "returned Finding that does not fit: field line: must be a whole number"),
        ([finding(message=object())], "returned Finding that holds what no such noun can hold"),
        ([PLAN], "returned Plan where Finding is due"),
        ("odd words", "returned str where Finding is due"),
        (finding(), "returned Finding where a list is due"),
    ],
)
def test_a_finding_that_does_not_fit_stops_the_work(answer, complaint):
    plugins = stranger("plandiff_inspect", answer)

    with pytest.raises(PluginError, match=r"^plugin strange \(unknown unknown\) ") as trouble:
        plugins.inspect(PLAN)

    assert complaint in str(trouble.value)


def test_a_classifier_returns_facts_and_findings_only():
    with pytest.raises(PluginError, match=r"strange .* returned str where FactChange or Finding is due$"):
        stranger("plandiff_classify", ["odd"]).classify(CHANGE, PLAN, PLAN, [CHANGE])


def test_the_blocks_of_a_document_are_checked():
    document = Document(format="odd", blocks=(Block(text="one"), Block(text="two", level="second")))

    with pytest.raises(PluginError, match=r"returned Document that does not fit: field blocks\[1\]\.level: must be a"):
        stranger("plandiff_read", document).read(SOURCE)


def test_a_complaint_does_not_quote_the_document():
    document = Document(format="odd", blocks=(Block(text="one", kind="the minister will resign"),))

    with pytest.raises(PluginError) as trouble:
        stranger("plandiff_read", document).read(SOURCE)

    assert str(trouble.value).endswith("field blocks[0].kind: must be 'paragraph', 'heading' or 'item'")


def test_lists_are_taken_for_tuples():
    document = Document(format="odd", blocks=[Block(text="one")])

    assert stranger("plandiff_read", document).read(SOURCE) == Document(format="odd", blocks=(Block(text="one"),))


def test_an_issue_pack_is_an_issue_pack():
    spec = IssueSpec(id="borders", title="Borders", cues=("border*",))

    assert stranger("plandiff_issues", IssuePack(name="odd", issues=(spec,))).issues()[0].issues == (spec,)
    with pytest.raises(PluginError, match=r"strange .* returned IssueSpec where IssuePack is due$"):
        stranger("plandiff_issues", spec).issues()


def test_a_stranger_is_named_among_the_distributions():
    plugin = types.ModuleType("stranger")
    entries = [(EntryPoint("strange", "stranger"), plugin)]

    (found,) = Plugins(entries).installed

    assert found == Installed(distribution="unknown", version="unknown", plugins=("strange",))


def test_the_plugins_of_one_distribution_stand_together():
    own = next(each for each in Plugins.load().installed if each.distribution == "plandiff")

    assert own.version == __version__
    assert {"reader-text", "classifier-amounts"} <= set(own.plugins)
