"""Labels beside those of another program: found by the words behind them, and counted."""

from __future__ import annotations

from pathlib import Path

from benchmarks.labels import Pair, main, pairs
from plandiff.model import Block
from tests.plugins.docx_files import abstract, docx, lvl, num, p


def test_a_label_is_what_stands_before_the_words():
    blocks = [Block(text="Ceasefire.", label="1."), Block(text="Land\nand sea", label="(a)"), Block(text="Plain")]
    lines = ["    1. Ceasefire.", "", "        (a) Land", "and sea", "Plain"]

    assert list(pairs(blocks, lines)) == [
        Pair("Ceasefire.", "1.", "1.", True),
        Pair("Land", "(a)", "(a)", True),
        Pair("Plain", None, None, True),
    ]


def test_a_bullet_is_no_label_and_a_wrong_number_is_a_difference():
    found = list(pairs([Block(text="x", kind="item"), Block(text="y", label="3.")], ["  • x", "  4. y"]))

    assert found == [Pair("x", None, None, True), Pair("y", "3.", "4.", True)]


def test_words_that_are_nowhere_are_not_found():
    assert [pair.found for pair in pairs([Block(text="x"), Block(text="y")], ["y"])] == [False, True]


def test_the_shares_are_printed(tmp_path: Path, capsys):
    numbering = abstract(1, lvl(0, "%1.")) + num(1, 1)
    (tmp_path / "plan.docx").write_bytes(docx(p("one", num=1), p("two", num=1), numbering=numbering))
    (tmp_path / "plan.txt").write_text("1. one\n3. two\n", encoding="utf-8-sig")

    main([str(tmp_path), str(tmp_path), "--differences"])

    assert capsys.readouterr().out.splitlines() == [
        " 50.00%       1 of      2     0 not found  plan",
        "           '2.' · LibreOffice '3.' · 'two'",
        " 50.00%       1 of      2  in all; 0 of 1 files without a difference",
    ]
