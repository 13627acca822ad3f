"""The same agreement in every format gives the same points, with the same numbers and the same words."""

from __future__ import annotations

import json

import pytest

from benchmarks.agreement.convert import STEPS, WRITTEN, convert, exported, missing
from benchmarks.agreement.draft import draft
from benchmarks.agreement.exceptions import NO_BRACKETS, PRINTED_SO, exceptions
from benchmarks.agreement.measure import measure
from plandiff.compare import read
from plandiff.registry import Plugins
from tests.formats.make import COMMITTED, EXPORTED, FILES, drafts, printed
from tests.plugins.docx_files import abstract, deleted, docx, inserted, lvl, num, p, tracked

PLUGINS = Plugins.load()
DRAFTS = {one.name: one for one in drafts(PLUGINS)}
WRITTEN_HERE = [name for name in WRITTEN if not name.endswith(".fodt")]
LIST = abstract(1, lvl(0, "%1."), lvl(1, "(%2)", "lowerLetter")) + num(1, 1)


@pytest.mark.parametrize("name", WRITTEN_HERE)
@pytest.mark.parametrize("agreement", DRAFTS)
def test_a_file_written_by_hand_gives_the_points_back(agreement, name, tmp_path):
    path = tmp_path / name
    path.write_text(WRITTEN[name](DRAFTS[agreement]), encoding="utf-8")
    found = measure(DRAFTS[agreement], path, PLUGINS)

    assert found.share == 1
    assert exceptions(found, path, list).keys() <= {NO_BRACKETS}


@pytest.mark.parametrize("name", COMMITTED)
@pytest.mark.parametrize("agreement", DRAFTS)
def test_a_file_of_a_word_processor_gives_the_points_back(agreement, name):
    path = FILES / agreement / name
    found = measure(DRAFTS[agreement], path, PLUGINS)
    reasons = exceptions(found, path, lambda: printed(path).read_text(encoding="utf-8").split("\n"))

    assert None not in reasons
    if name != EXPORTED:
        assert found.share >= 0.99
        assert PRINTED_SO not in reasons


@pytest.mark.skipif(bool(missing()), reason=f"not installed: {', '.join(missing())}")
def test_files_made_anew_give_the_points_back(tmp_path):
    one = draft(30)
    convert([one], tmp_path)
    files = [tmp_path / one.name / step.target for step in STEPS]
    told = {
        path.name: exceptions(measure(one, path, PLUGINS), path, lambda path=path: exported(path)) for path in files
    }

    assert {name: reasons[None] for name, reasons in told.items() if None in reasons} == {}


def test_headings_are_the_same_in_every_format(tmp_path):
    one = DRAFTS["agreement-200"]
    headings = [text for label, text, _ in one.provisions if label is None]
    for name in WRITTEN_HERE:
        (tmp_path / name).write_text(WRITTEN[name](one), encoding="utf-8")
    files = [tmp_path / name for name in WRITTEN_HERE] + [FILES / one.name / name for name in COMMITTED]
    told = {path.name: [point.text for point in read(path, PLUGINS).top if point.role == "heading"] for path in files}

    assert told == dict.fromkeys(told, headings)


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
