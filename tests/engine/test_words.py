"""The redline: [gone] and {come}, never inside a word, and both texts rebuilt from it."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plandiff.engine.tokens import tokens
from plandiff.engine.words import words
from plandiff.model import Edit

SIGNS = {"equal": "{}", "delete": "[{}]", "insert": "{{{}}}"}


def redline(old: str, new: str) -> str:
    return "".join(SIGNS[edit.op].format(edit.text) for edit in words(old, new))


def side(edits: tuple[Edit, ...], without: str) -> str:
    return "".join(edit.text for edit in edits if edit.op != without)


def assert_rebuilds(old: str, new: str) -> None:
    edits = words(old, new)

    assert side(edits, "insert") == old
    assert side(edits, "delete") == new
    assert all(edit.text for edit in edits)
    assert all(one.op != other.op for one, other in pairwise(edits))


# ---------------------------------------------------------------- whole words and figures


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "The forces are limited to 600,000 personnel.",
            "The forces are limited to 800,000 personnel in peacetime.",
            "The forces are limited to [600,000]{800,000} personnel{ in peacetime}.",
        ),
        ("A fund of $100bn", "A fund of $200bn", "A fund of [$100bn]{$200bn}"),
        ("50 % of the profit", "60 % of the profit", "[50 %]{60 %} of the profit"),
        ("shared 50:50", "shared 60:40", "shared [50:50]{60:40}"),
        ("600 000 осіб", "800 000 осіб", "[600 000]{800 000} осіб"),
        ("1’500 Personen", "1’600 Personen", "[1’500]{1’600} Personen"),
        ("3.5 million", "3.6 million", "[3.5]{3.6} million"),
        ("a seat in the G8", "a seat in the G7", "a seat in the [G8]{G7}"),
        ("no F-16 aircraft", "no F-15 aircraft", "no [F-16]{F-15} aircraft"),
        ("under § 12a", "under § 12b", "under § [12a]{12b}"),
        ("a 30-day truce", "a 60-day truce", "a [30-day]{60-day} truce"),
        ("the party's claim", "the parties' claim", "the [party's]{parties'} claim"),
        ("state-owned banks", "state-run banks", "[state-owned]{state-run} banks"),
        ("عدد ٦٠٠٬٠٠٠ جندي", "عدد ٨٠٠٬٠٠٠ جندي", "عدد [٦٠٠٬٠٠٠]{٨٠٠٬٠٠٠} جندي"),
        ("in 2025 600 persons", "in 2026 600 persons", "in [2025]{2026} 600 persons"),
    ],
)
def test_words_and_figures_change_whole(old, new, expected):
    assert redline(old, new) == expected


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("24 November 2025", "24 December 2025"),
        ("24 November 2025", "24 November 2026"),
        ("November 24, 2025", "November 30, 2025"),
        ("24th November", "25th November"),
        ("20. November 2025", "21. November 2025"),
        ("24 de noviembre de 2025", "30 de noviembre de 2025"),
        ("24 листопада 2025", "25 листопада 2025"),
        ("24.11.2025", "25.11.2025"),
        ("2025-11-24", "2025-12-24"),
        ("24/11/2025", "24/12/2025"),
    ],
)
def test_dates_change_whole(old, new):
    assert redline(f"It ends on {old}.", f"It ends on {new}.") == f"It ends on [{old}]{{{new}}}."


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Article 5 may apply.", "Article 5 shall apply.", "Article 5 [may]{shall} apply."),
        ("600 marines land.", "800 marines land.", "[600]{800} marines land."),
        ("2 separate zones", "3 separate zones", "[2]{3} separate zones"),
    ],
)
def test_what_only_looks_like_a_date(old, new, expected):
    assert redline(old, new) == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("乌克兰不加入北约", "乌克兰可以加入北约", "乌克兰[不]{可以}加入北约"),
        ("乌克兰加入NATO。", "乌克兰加入NATA。", "乌克兰加入[NATO]{NATA}。"),
        ("军队为600,000人", "军队为800,000人", "军队为[600,000]{800,000}人"),
        ("cafe\u0301 noir", "cafe noir", "[cafe\u0301]{cafe} noir"),
        ("हिन्दी और", "हिन्दि और", "[हिन्दी]{हिन्दि} और"),
        ("می\u200cخواهد", "می\u200cخواهند", "[می\u200cخواهد]{می\u200cخواهند}"),
        ("1\ufe0f\u20e3 one", "2\ufe0f\u20e3 one", "[1\ufe0f\u20e3]{2\ufe0f\u20e3} one"),
    ],
)
def test_words_of_other_scripts_change_whole(old, new, expected):
    assert redline(old, new) == expected


# ---------------------------------------------------------------- few fragments


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "The island shall hold elections within 100 days.",
            "The island shall hold elections as soon as possible after signature.",
            "The island shall hold elections [within 100 days]{as soon as possible after signature}.",
        ),
        (
            "All parties shall withdraw at once and report.",
            "All parties shall report.",
            "All parties shall [withdraw at once and ]report.",
        ),
        (
            "The committee meets every month.",
            "Nobody may build a port without consent of both.",
            "[The committee meets every month]{Nobody may build a port without consent of both}.",
        ),
    ],
)
def test_a_change_reads_as_a_person_would_mark_it(old, new, expected):
    assert redline(old, new) == expected


@pytest.mark.parametrize(
    ("old", "new", "most"),
    [
        (
            "Assets of USD 100 billion go into efforts that the mediator leads.",
            "No asset is released until the aggressor has paid for the damage.",
            5,
        ),
        (
            "The alliance undertakes that it will station no troops on the island.",
            "The alliance undertakes that it will not permanently station troops under its command there.",
            5,
        ),
        (
            "The parties confirm by treaty that the island is sovereign and that nothing calls it in doubt.",
            "The parties reaffirm that the island is sovereign and that nothing here calls it in doubt.",
            10,
        ),
    ],
)
def test_a_rewording_is_told_in_few_pieces(old, new, most):
    assert len(words(old, new)) <= most


def test_a_deletion_comes_before_the_insertion_that_replaces_it():
    assert [edit.op for edit in words("open borders", "closed borders")] == ["delete", "insert", "equal"]


@pytest.mark.parametrize("text", ["", "The border is open."])
def test_equal_texts_have_no_edits_but_what_stays(text):
    assert words(text, text) == ((Edit(op="equal", text=text),) if text else ())


@pytest.mark.parametrize(("old", "new"), [("", "Trade is free."), ("Trade is free.", "")])
def test_a_text_against_none(old, new):
    assert redline(old, new) == (f"[{old}]" if old else f"{{{new}}}")


# ---------------------------------------------------------------- both texts are rebuilt

SENTENCES = st.lists(
    st.sampled_from(["shall", "may", "not", "600,000", "800,000", "24 November 2025", "50 %", "the", "island", "G8"])
    | st.sampled_from([" ", ". ", "; ", "\n", "’", "“", '"', "–", "- ", "乌克兰", "осіб", "\u0301", "\u200d", "١٢"]),
    max_size=25,
).map("".join)
ANY = st.text(st.characters(exclude_categories=("Cs",)), max_size=40)


@given(SENTENCES, SENTENCES)
@settings(max_examples=300)
def test_sentences_are_rebuilt(old, new):
    assert_rebuilds(old, new)


@given(ANY, ANY)
@settings(max_examples=300)
def test_any_text_is_rebuilt(old, new):
    assert_rebuilds(old, new)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("\U0001f1fa\U0001f1e6 and \U00020000", "\U0001f1fa\U0001f1f8 and \U00020001"),
        ("\ue000\ue001 \U000f0000", "\ue001\ue000 \U000f0001"),
        ("a\u0301\u0301" * 50, "a\u0301" * 50),
        ("\u202e\u2066x\x00\x1b[31m", "\u202ey\x1b[0m"),
        ("\ud800 lone", "\ud800\udc00 pair"),
        ("\r\n\u2028\x85", "\n\u2029"),
    ],
    ids=["astral", "private use", "marks", "controls", "surrogates", "line ends"],
)
def test_strange_texts_are_rebuilt(old, new):
    assert_rebuilds(old, new)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("x" * 1_000_000, "x" * 1_000_000 + "y"),
        ("." * 100_000, "." * 100_001),
        ("one. " * 50_000, "two. " * 50_000),
        ("one two " * 20_000, "two one " * 20_000),
        (".," * 20_000, ";!" * 20_000),
        ("字" * 50_000, "字不" * 25_000),
        ("\n" * 50_000, " " * 50_000),
    ],
    ids=["a word", "dots", "sentences", "words", "signs", "unspaced", "blanks"],
)
def test_very_long_texts_are_rebuilt_in_no_time(old, new):
    assert_rebuilds(old, new)


def test_a_small_change_in_a_very_long_text_stays_small():
    before, after = "The parties meet here. " * 5000, "They report there. " * 5000

    assert redline(f"{before}It is open. {after}", f"{before}It is closed. {after}") == (
        f"{before}It is [open]{{closed}}. {after}"
    )


# ---------------------------------------------------------------- never inside a word


def inside_a_word(text: str, at: int) -> bool:
    """Whether a place stands between letters or digits of a script with blanks, or before a mark."""
    before, after = text[at - 1], text[at]
    return unicodedata.category(after)[0] == "M" or (
        before.isalnum() and after.isalnum() and max(before, after) < "\u0e00"
    )


@given(SENTENCES, SENTENCES)
@settings(max_examples=300)
def test_no_edit_begins_or_ends_inside_a_word(old, new):
    edits = words(old, new)
    for text, without in ((old, "insert"), (new, "delete")):
        pieces = [edit.text for edit in edits if edit.op != without]
        places = [sum(map(len, pieces[:n])) for n in range(1, len(pieces))]
        assert [place for place in places if inside_a_word(text, place)] == []


@given(ANY | SENTENCES)
def test_tokens_are_the_text(text):
    assert "".join(tokens(text)) == text
