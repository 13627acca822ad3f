"""The same agreement in every format gives the same points, with the same numbers and the same words."""

from __future__ import annotations

import json

import pytest

from benchmarks.agreement.convert import STEPS, WRITTEN, convert, missing
from benchmarks.agreement.draft import Draft, draft
from benchmarks.agreement.measure import Key, measure
from plandiff.registry import Plugins
from tests.formats.make import COMMITTED, FILES, drafts
from tests.plugins.docx_files import abstract, deleted, docx, inserted, lvl, num, p, tracked

PLUGINS = Plugins.load()
DRAFTS = {one.name: one for one in drafts(PLUGINS)}
KNOWN = ("plain.txt", "plain.md", "plain.html", "plain.json")
LIST = abstract(1, lvl(0, "%1."), lvl(1, "(%2)", "lowerLetter")) + num(1, 1)


def explained(draft: Draft, name: str, lost: tuple[Key, ...], found: tuple[Key, ...] = ()) -> list[Key]:
    """The provisions that differ without a known reason.

    A heading before the first number is taken with the lines before the list. pandoc writes the third level of
    some OpenDocument lists with the numerals of the second, and other programs print it so. Whether the hyphen at
    the end of a printed line belongs to its word is a guess where the page writes the word nowhere else.
    """
    front = next(iter(draft.provisions))
    joined = {(path, text.replace("-", "")) for path, text in found if name.endswith(".pdf")}
    return [
        (path, text)
        for path, text in lost
        if not (path == () and text == front.text)
        and not (name == "pandoc.odt" and len(path) == 3)
        and (path, text.replace("-", "")) not in joined
    ]


@pytest.mark.parametrize("name", KNOWN)
@pytest.mark.parametrize("agreement", DRAFTS)
def test_a_file_written_by_hand_gives_the_points_back(agreement, name, tmp_path):
    path = tmp_path / name
    path.write_text(WRITTEN[name](DRAFTS[agreement]), encoding="utf-8")
    found = measure(DRAFTS[agreement], path, PLUGINS)

    assert explained(DRAFTS[agreement], name, found.lost) == []
    assert found.found == ()
    assert found.share >= 0.99


@pytest.mark.parametrize("name", COMMITTED)
@pytest.mark.parametrize("agreement", DRAFTS)
def test_a_file_of_a_word_processor_gives_the_points_back(agreement, name):
    found = measure(DRAFTS[agreement], FILES / agreement / name, PLUGINS)

    assert explained(DRAFTS[agreement], name, found.lost) == []
    if name != "pandoc.odt":
        assert found.found == ()
        assert found.share >= 0.99


@pytest.mark.skipif(bool(missing()), reason=f"not installed: {', '.join(missing())}")
def test_files_made_anew_give_the_points_back(tmp_path):
    one = draft(30)
    convert([one], tmp_path)
    made = [step.target for step in STEPS if not step.target.endswith("epub")]
    told = {name: measure(one, tmp_path / one.name / name, PLUGINS) for name in made}
    amiss = {name: explained(one, name, found.lost, found.found) for name, found in told.items()}

    assert {name: lost for name, lost in amiss.items() if lost} == {}


def test_tracked_changes_are_the_difference_between_two_versions(tmp_path, plandiff):
    path = tmp_path / "draft.docx"
    path.write_bytes(
        docx(
            p("The border is confirmed.", num=1, level=0),
            p("At most ", tracked("del", "600"), tracked("ins", "800"), " guards serve.", num=1, level=0),
            deleted("A full amnesty is given to all.", num=1, level=0),
            p("Elections are held in 100 days.", num=1, level=0),
            inserted("The river is open to all ships.", num=1, level=0),
            numbering=LIST,
        )
    )
    run = plandiff("compare", "--revisions-of", path, "--format", "json")
    report = json.loads(run.out)

    assert run.code == 0, run.err
    assert [(change["kind"], change["left"], change["right"]) for change in report["changes"]] == [
        ("unchanged", ["1"], ["1"]),
        ("modified", ["2"], ["2"]),
        ("dropped", ["3"], []),
        ("unchanged", ["4"], ["3"]),
        ("added", [], ["4"]),
    ]
    assert [edit["text"] for edit in report["changes"][1]["edits"] if edit["op"] != "equal"] == ["600", "800"]


def test_a_comment_in_a_document_is_a_finding(tmp_path, plandiff):
    path = tmp_path / "draft.docx"
    remark = f'<w:comment w:id="1" w:author="Delegate B">{p("Too few?")}</w:comment>'
    mark = '<w:r><w:commentReference w:id="1"/></w:r>'
    path.write_bytes(docx(p("1. At most 600 guards serve.", mark), p("2. The rest go home."), comments=remark))
    run = plandiff("show", path, "--format", "json")
    shown = json.loads(run.out)

    assert run.code == 0, run.err
    assert [(finding["rule"], finding["quote"]) for finding in shown["findings"]] == [("comment", "Too few?")]
