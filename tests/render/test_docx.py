"""The Word redline: read back through the reader for Word, and looked at as XML."""

from __future__ import annotations

import io
import json
import zipfile
from datetime import datetime

import pytest

from plandiff import compare
from plandiff.registry import Plugins
from plandiff.render.docx import docx
from plandiff.verify import verify
from tests.render.html_payloads import PAYLOADS, laced

etree = pytest.importorskip("lxml.etree", reason="needs lxml: pip install 'plandiff[documents]'")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PLUGINS = Plugins.load()

OLD = "1. The truce holds.\n\n2. The guard is limited to 600 people.\n\n3. All acts are pardoned.\n"
NEW = "1. The guard is limited to 800 people.\n\n2. The truce holds.\n\n3. Mines are cleared by an agency.\n"


def part(data: bytes, name: str):
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return etree.fromstring(package.read(name))


def words(element) -> str:
    signs = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}t": None, f"{W}delText": None}
    return "".join(signs[e.tag] or e.text for e in element.iter(*signs))


def told(data: bytes) -> list[str]:
    """Each paragraph with its words marked: -gone-, +come+, <left<, >reached>; ¶ where its end is tracked."""
    signs = {"del": "-", "ins": "+", "moveFrom": "<", "moveTo": ">"}
    lines = []
    for paragraph in part(data, "word/document.xml").iter(f"{W}p"):
        line = ""
        for run in paragraph.iter(f"{W}r"):
            inner = (e.tag.removeprefix(W) for e in run.iterancestors())
            marks = [signs[tag] for tag in inner if tag in signs][::-1]
            line += f"{''.join(marks)}{words(run)}{''.join(reversed(marks))}" if words(run) else ""
        end = [signs[e.tag.removeprefix(W)] for e in paragraph.iterfind(f"{W}pPr/{W}rPr/*")]
        lines.append(line.replace("\t", " ") + "".join(f" ¶{sign}" for sign in end))
    return lines


def listed(*points: object) -> str:
    """A point list: texts numbered in order, or whole points."""
    made = [p if isinstance(p, dict) else {"label": str(n), "text": p} for n, p in enumerate(points, 1)]
    return json.dumps({"points": made}, indent=0)


def differences(left: str, right: str, tmp_path) -> list[str | None]:
    comparison = compare(left, right, plugins=PLUGINS)
    file = tmp_path / "redline.docx"
    file.write_bytes(docx(comparison))
    return [verdict.difference for verdict in verify(file, comparison.left, comparison.right, plugins=PLUGINS)]


# ---------------------------------------------------------------- what is tracked


def test_a_figure_is_replaced_whole_and_a_number_where_it_changed():
    assert told(docx(compare(listed("Peace.", "At most 600 guards serve."), listed("At most 800 guards serve.")))) == [
        "-1. Peace.- ¶-",
        "-2.-+1.+ At most -600-+800+ guards serve.",
    ]


def test_a_moved_provision_is_moved_from_one_place_to_the_other():
    data = docx(compare(OLD, NEW))

    assert told(data) == [
        "<1. The truce holds.< ¶<",
        "-2.-+1.+ The guard is limited to -600-+800+ people.",
        ">-1.->+2.+> >>The truce holds.> ¶>",
        "-3. All acts are pardoned.-+3. Mines are cleared by an agency.+",
    ]
    body = part(data, "word/document.xml")
    assert [e.get(f"{W}name") for e in body.iter(f"{W}moveFromRangeStart", f"{W}moveToRangeStart")] == ["move1"] * 2
    for mark in ("moveFrom", "moveTo"):
        starts, ends = ({e.get(f"{W}id") for e in body.iter(f"{W}{mark}Range{end}")} for end in ("Start", "End"))
        assert len(starts) == 1
        assert starts == ends


def test_of_a_split_provision_one_part_stays_and_the_other_comes():
    first, second = "The commission keeps the records of the armistice.", "It publishes a report on them every year."
    left, right = listed("Peace.", f"{first} {second}", "Trade."), listed("Peace.", first, second, "Trade.")

    assert told(docx(compare(left, right))) == [
        "1. Peace.",
        f"2. {first}- {second}-",
        f"+3. {second}+ ¶+",
        "-3.-+4.+ Trade.",
    ]


def test_what_comes_into_a_point_stands_in_it_and_not_behind_what_goes_after_it():
    def point(label, text, *inner):
        return {"label": label, "text": text, "points": [{"label": a, "text": b} for a, b in inner]}

    fund = ("(a)", "A fund for the roads is opened at once.")
    bank = ("(b)", "A bank for the harbours follows.")
    left = listed(point("1", "Rebuilding begins:", fund), "Fishing in the strait is free for all boats.")
    right = listed(point("1", "Rebuilding begins:", fund, bank), "Pilots guide every tanker.")

    assert told(docx(compare(left, right))) == [
        "1. Rebuilding begins:",
        "(a) A fund for the roads is opened at once.",
        "+(b) A bank for the harbours follows.+ ¶+",
        "-2. Fishing in the strait is free for all boats.-+2. Pilots guide every tanker.+",
    ]


def test_where_words_at_an_end_come_with_whole_paragraphs_after_them_they_are_one_change():
    def plan(guard, *points):
        inner = [{"label": "(a)", "text": guard}]
        texts = ("The truce holds from today on:", *points, "Elections are held in the north.")
        made = [{"label": str(n), "text": text} for n, text in enumerate(texts, 1)]
        return listed({**made[0], "points": inner}, *made[1:])

    left = plan("guards leave the river")
    right = plan("guards leave the river within a week", "Tankers take a pilot.")

    assert told(docx(compare(left, right))) == [
        "1. The truce holds from today on:",
        "(a) guards leave the river+ within a week+ ¶+",
        "+2. Tankers take a pilot.+",
        "-2.-+3.+ Elections are held in the north.",
    ]


# ---------------------------------------------------------------- both texts, in order

A, B, C, D = (
    "The truce holds along the river.",
    "Elections are held in 100 days.",
    "Prisoners come home in spring.",
    "An agency clears the mines.",
)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ([A], [A]),
        ([A], [A, B]),
        ([A, B], [A]),
        ([A, B, C], [A]),
        ([A], [B]),
        ([A, B], [C, D]),
        ([A], [B, C, D]),
        ([A, B, C], [A, D]),
        ([A, B, C], [C, A, B]),
        ([A, B, C], [B, C, A]),
        ([A, B, C, D], [D, C, B, A]),
        ([A, B], [B, "Prisoners come home in summer."]),
        ([f"{A}\n{B}", C], [A, B, C]),
        (["a\x07b \u202ec\u200b d", A], [A, "a\x07b \u202ec\u200b e"]),
        (["تلتزم الأطراف بالهدنة.", A], ["تلتزم جميع الأطراف بالهدنة.", A]),
    ],
)
def test_rejected_it_is_the_old_text_and_accepted_the_new_one(left, right, tmp_path):
    assert differences(listed(*left), listed(*right), tmp_path) == [None, None]


def test_texts_without_numbers_have_none(tmp_path):
    assert differences(f"{A}\n\n{B}\n\n{C}\n", f"{A}\n\n{D}\n\n{B}\n", tmp_path) == [None, None]


def test_every_kind_of_change_comes_back(comparison, tmp_path):
    file = tmp_path / "redline.docx"
    file.write_bytes(docx(comparison))

    verdicts = verify(file, comparison.left, comparison.right, plugins=PLUGINS)
    assert [(verdict.difference, verdict.provisions) for verdict in verdicts] == [(None, 16), (None, 16)]


# ---------------------------------------------------------------- what is said beside the text


def test_titles_and_notices_stand_in_the_head_of_every_page_and_not_in_the_text(comparison):
    data = docx(comparison)
    body, first, others = (words(part(data, f"word/{name}.xml")) for name in ("document", "header1", "header2"))

    for head in (first, others):
        assert "Fourteen-point plan → Twelve-point plan" in head
        assert "RECONSTRUCTION: the text was never published" in head
        assert "No report supports 1 of its 12 points" in head
    assert "RECONSTRUCTION" not in body
    assert "Fourteen-point plan" not in body


def test_the_foot_names_what_was_compared(comparison):
    foot = words(part(docx(comparison), "word/footer1.xml"))

    assert "plandiff 0.1.0" in foot
    assert f"old: old.txt · text · SHA-256 {'0' * 64}" in foot


def test_comments_say_what_changed_beside_the_words(comparison):
    comments = [words(comment) for comment in part(docx(comparison), "word/comments.xml")]

    assert any("600,000 → 800,000, +200,000, +33 %" in comment for comment in comments)
    assert any("new 11 not reported: invented for the reconstruction" in comment for comment in comments)
    assert "Armed forces, open" in comments[0]
    assert "Not compared, old: after the list (2 passages" in comments[0]


def test_a_comment_goes_with_its_paragraph():
    body = part(docx(compare(OLD, NEW)), "word/document.xml")
    marks = {e.getparent().getparent().tag.removeprefix(W) for e in body.iter(f"{W}commentReference")}

    # The truce moved, the amnesty went, the mines came, the guard stays where it is.
    assert marks == {"moveTo", "del", "ins", "p"}
    started = [e.get(f"{W}id") for e in body.iter(f"{W}commentRangeStart")]
    assert sorted(started) == sorted(e.get(f"{W}id") for e in body.iter(f"{W}commentRangeEnd"))


def test_headings_are_headings_and_sub_points_are_indented(tmp_path):
    file = tmp_path / "draft.md"
    file.write_text("1. The truce holds.\n   (a) Guns are silent.\n\n# Trade\n\n2. Ports open.\n")
    body = part(docx(compare(file, file)), "word/document.xml")

    def laid_out(paragraph) -> tuple[str, str, int]:
        style, indent = (paragraph.find(f"{W}pPr/{W}{name}") for name in ("pStyle", "ind"))
        return words(paragraph), style.get(f"{W}val"), 0 if indent is None else int(indent.get(f"{W}left"))

    heads, texts = [], []
    for text, style, indent in map(laid_out, body.iter(f"{W}p")):
        (texts if style == "Provision" else heads).append((text, style if style != "Provision" else indent))
    assert heads == [("Trade", "Heading1")]
    (truce, outer), (guns, inner), (ports, again) = texts
    assert (truce, guns, ports) == ("1.\tThe truce holds.", "(a)\tGuns are silent.", "2.\tPorts open.")
    assert inner > outer == again


def test_a_text_from_right_to_left_is_set_so():
    body = part(
        docx(compare(listed("שלום על הארץ.", "Peace."), listed("שלום על כל הארץ.", "Peace."))), "word/document.xml"
    )
    first, second = body.iter(f"{W}p")

    assert first.find(f"{W}pPr/{W}bidi") is not None
    assert all(run.find(f"{W}rPr/{W}rtl") is not None for run in first.iter(f"{W}r") if words(run))
    assert second.find(f"{W}pPr/{W}bidi") is None


# ---------------------------------------------------------------- the file


def test_author_and_date_are_as_asked_for(comparison):
    body = part(docx(comparison, "Counsel <A & B>", datetime(2026, 1, 31, 9, 30)), "word/document.xml")
    tracked = [e for e in body.iter() if e.get(f"{W}author")]

    assert tracked
    assert {(e.get(f"{W}author"), e.get(f"{W}date")) for e in tracked} == {("Counsel <A & B>", "2026-01-31T09:30:00Z")}


def test_without_a_date_the_bytes_are_always_the_same(comparison):
    data = docx(comparison)

    assert docx(comparison) == data
    assert f"{W}date" not in {name for e in part(data, "word/document.xml").iter() for name in e.attrib}
    assert {e.get(f"{W}author") for e in part(data, "word/document.xml").iter()} == {None, "plandiff"}


def test_no_two_tracked_changes_have_one_number(comparison):
    body = part(docx(comparison), "word/document.xml")
    ends = {f"{W}moveFromRangeEnd", f"{W}moveToRangeEnd"}
    numbers = [e.get(f"{W}id") for e in body.iter() if e.get(f"{W}author") and e.tag not in ends]

    assert len(numbers) == len(set(numbers)) > 10


def test_all_parts_are_declared(comparison):
    with zipfile.ZipFile(io.BytesIO(docx(comparison))) as package:
        names = set(package.namelist())
        assert package.namelist()[0] == "[Content_Types].xml"
    data = docx(comparison)
    declared = {e.get("PartName", "").lstrip("/") for e in part(data, "[Content_Types].xml")} - {""}
    related = {f"word/{e.get('Target')}" for e in part(data, "word/_rels/document.xml.rels")}
    related |= {e.get("Target") for e in part(data, "_rels/.rels")}

    assert declared == related == {name for name in names if name.endswith(".xml")} - {"[Content_Types].xml"}


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_text_becomes_markup(payload):
    data, harmless = docx(laced(payload), payload), docx(laced("x"), "x")

    for name in ("document", "comments", "header1", "header2", "footer1"):
        found, known = ({e.tag for e in part(each, f"word/{name}.xml").iter()} for each in (data, harmless))
        assert found - known <= {f"{W}br", f"{W}tab", f"{W}rtl", f"{W}bidi", f"{W}rPr"}
    assert part(data, "docProps/core.xml") is not None
