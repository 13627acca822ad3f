"""Word documents made to harm: each is read or refused with one line, at once."""

from __future__ import annotations

import time

import pytest

from plandiff.errors import ReadError
from plandiff_readers.docx import plandiff_read
from plandiff_readers.docx.read import read
from tests.plugins.docx_files import (
    SPACES,
    abstract,
    docx,
    lvl,
    num,
    numpr,
    p,
    package,
    restart,
    sdt,
    source,
    style,
    table,
)


def labels(*body: str, **parts: str) -> list[str | None]:
    return [block.label for block in read(source(docx(*body, **parts))).blocks]


def test_styles_based_on_each_other_end():
    styles = style("A", based_on="B") + style("B", numpr(1), based_on="A") + style("C", based_on="C")
    assert labels(
        p("x", style="A"), p("y", style="C"), styles=styles, numbering=abstract(1, lvl(0, "%1.")) + num(1, 1)
    ) == [
        "1.",
        None,
    ]


def test_lists_that_link_to_each_other_have_no_number():
    link = '<w:numStyleLink w:val="{}"/>'
    numbering = abstract(1, link.format("B")) + abstract(2, link.format("A")) + num(1, 1) + num(2, 2)
    styles = style("A", numpr(1), kind="numbering") + style("B", numpr(2), kind="numbering")
    assert labels(p("x", num=1), p("y", num=2), numbering=numbering, styles=styles) == [None, None]


@pytest.mark.parametrize(
    "numbering",
    [
        "",
        num(1, 7),
        "<w:num/>",
        '<w:num w:numId="1"/>',
        '<w:num w:numId="one"/>',
        abstract(1, lvl(0, "%1.")) + num(2, 1),
    ],
)
def test_a_number_that_leads_nowhere_is_none(numbering):
    assert labels(p("x", num=1, level=0), numbering=numbering) == [None]


def test_numbers_out_of_all_bounds_are_digits_or_nothing():
    huge = abstract(1, lvl(0, "%1.", "upperRoman", start=2_000_000_000)) + num(1, 1)
    assert labels(p("x", num=1), p("y", num=1), numbering=huge) == ["2000000000.", "2000000001."]
    override = abstract(1, lvl(0, "%1.")) + num(1, 1, restart(0, 10**30))
    assert labels(p("x", num=1, level=10**20), p("y", num=1, level=88), numbering=override) == ["1.", "1."]


def test_an_absurd_template_gives_a_bounded_label():
    absurd = abstract(1, lvl(0, "%1" * 100_000, "lowerLetter", start=780)) + num(1, 1)
    [label] = labels(p("x", num=1), numbering=absurd)
    assert label is not None
    assert len(label) <= 255 * 30


def test_deep_nesting_is_read_or_refused():
    deep = p("x")
    for _ in range(100):
        deep = sdt(deep)
    assert labels(deep) == [None]

    for _ in range(100):
        deep = table([deep])
    with pytest.raises(ReadError, match=r"^plan\.docx: .*nests its elements too deeply"):
        labels(deep)


def test_entities_are_refused():
    bomb = '<!DOCTYPE d [<!ENTITY a "aaaa">]>'
    parts = {"word/document.xml": f"{bomb}<w:document {SPACES}><w:body>{p('x')}&a;</w:body></w:document>"}
    with pytest.raises(ReadError, match="declares a document type"):
        read(source(package(parts, {})))


@pytest.mark.parametrize("part", ["word/styles.xml", "word/numbering.xml", "word/comments.xml"])
def test_a_damaged_part_is_an_error_that_names_it(part):
    kind = part.removeprefix("word/").removesuffix(".xml")
    parts = {"word/document.xml": f"<w:document {SPACES}><w:body>{p('x')}</w:body></w:document>", part: "<w:styles"}
    with pytest.raises(ReadError, match=rf"^plan\.docx: its part {part} "):
        read(source(package(parts, {"rId1": (kind, f"{kind}.xml")})))


def test_a_file_cut_off_is_an_error_of_one_line():
    data = docx(p("x"))
    with pytest.raises(ReadError, match=r"^plan\.docx: is damaged"):
        read(source(data[: len(data) // 2]))


def test_errors_of_the_process_that_reads_come_through():
    with pytest.raises(ReadError, match=r"^plan\.docx: holds no text; is it a scan\?"):
        plandiff_read(source(docx(p())))


def test_many_small_things_take_no_more_than_linear_time():
    count = 4_000
    lists = "".join(abstract(n, lvl(0, "%1.")) + num(n, n) for n in range(1, count))
    styles = "".join(style(f"S{n}", based_on=f"S{n + 1}") for n in range(count))
    body = [p("x", num=n, style="S0", props=f'<w:ind w:left="{n}"/>') for n in range(1, count)]

    start = time.process_time()
    assert len(labels(*body, numbering=lists, styles=styles)) == count - 1
    assert time.process_time() - start < 3
