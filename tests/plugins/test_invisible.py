"""Changes that the eye does not see: a word, the same word with a trick in it, and what is no trick."""

from __future__ import annotations

import time

import pytest

from plandiff_classifiers import amounts, invisible, obligations


@pytest.fixture
def told(pair):
    """The code points told of a change, with their severity."""
    return lambda old, new: [
        (finding.quote.split()[0], finding.severity) for finding in invisible.plandiff_classify(*pair(old, new))
    ]


HIDDEN = (
    "00AD 034F 061C 115F 1160 17B4 17B5 180B 180E 200B 200C 200D 200E 200F 202A 202B 202D 202E 2060 2061 2062 2063 "
    "2064 2066 2067 2068 206A 206F 2800 3164 FE00 FE0F FEFF FFA0 FFF9 1D173 E0001 E0041 E007F E0100 0008 007F"
)


@pytest.mark.parametrize("code", HIDDEN.split())
def test_a_hidden_character_in_a_word_is_told_by_its_code_point(told, code):
    assert told("the harbour", f"the har{chr(int(code, 16))}bour") == [(f"U+{code}", "substantive")]


LOOKALIKES = [
    ("harbour", "hаrbour", "U+0430"),
    ("NATO", "NATО", "U+041E"),
    ("college", "cοllege", "U+03BF"),
    ("doctors", "dօctors", "U+0585"),
    ("COMMAND", "ᏟOMMAND", "U+13DF"),
    ("комісії", "комiсії", "U+0069"),
    ("карты", "кaрты", "U+0061"),
    # a whole word: only the other text gives it away
    ("the cop", "the сор", "U+0441"),
    ("START I", "START Ⅰ", "U+2160"),
]


@pytest.mark.parametrize(("old", "new", "code"), LOOKALIKES)
def test_a_look_alike_letter_is_told(told, old, new, code):
    assert (code, "substantive") in told(f"{old} speaks", f"{new} speaks")


@pytest.mark.parametrize("code", "00A0 1680 2000 2001 2002 2003 2007 2008 2009 200A 202F 205F 3000".split())
def test_an_unusual_blank_between_words_is_told_and_has_no_effect(told, code):
    blank = chr(int(code, 16))
    assert told("judges hear witnesses", f"judges{blank}hear witnesses") == [(f"U+{code}", "none")]


def test_characters_side_by_side_are_one_trick_and_a_pair_of_marks_too(told):
    assert told("the act", "the act\U000e0041\U000e0042") == [("U+E0041", "substantive")]
    assert told("the act", "the \u2066act\u2069") == [("U+2066", "substantive")]


def test_a_trick_that_goes_is_told_on_the_left(pair):
    (finding,) = invisible.plandiff_classify(*pair("shall n\u200bot fire", "shall not fire"))
    assert (finding.side, finding.point, finding.line) == ("left", "1", 10)
    assert finding.message == "U+200B ZERO WIDTH SPACE went from “not”"


def test_the_other_classifiers_read_what_the_eye_reads(pair):
    assert amounts.plandiff_classify(*pair("600,000 men", "600,\u200b000 men")) == []
    assert obligations.plandiff_classify(*pair("They shall not fire.", "They shall n\u200bot fire.")) == []
    assert obligations.plandiff_classify(*pair("They shall fire.", "They sh\u0430ll fire.")) == []


CLEAN = [
    # nothing came or went
    ("the har\u200bbour opens", "the har\u200bbour closes"),
    # typography: figures, marks, short words, abbreviations, titles, numero signs
    ("48 km", "48\u00a0km"),
    ("250 000 euros", "250\u202f000 euros"),
    ("trois témoins : le maire", "trois témoins\u202f: le maire"),
    ("мета – мир", "мета\u00a0– мир"),
    ("in einer Stadt, z. B. in Bern", "in\u00a0einer Stadt, z.\u00a0B. in\u00a0Bern"),
    ("Herr Meier", "Herr\u00a0Meier"),
    ("Додаток № 4", "Додаток №\u00a04"),
    ("le XIXᵉ siècle", "le XIXᵉ\u00a0siècle"),
    # other marks, other forms of one letter, another letter
    ('"peace"', "“peace”"),
    ("délégués", "de\u0301le\u0301gue\u0301s"),
    ("wahlen", "wählen"),
    # another script in the open
    ("the word peace", "the word мир"),
    ("формат", "PDF-формат"),
    # scripts that ask for it
    ("می خواهد", "می\u200cخواهد"),
    ("חלק 25% מן", "חלק 25%\u200f מן"),
    ("第一条本約", "第一条\u3000本約"),
    ("Call us", "Call us \u260e\ufe0f"),
    ("葛城", "葛\U000e0100城"),
]


@pytest.mark.parametrize(("old", "new"), CLEAN)
def test_what_a_language_asks_for_is_no_trick(told, old, new):
    assert told(old, new) == []


def test_a_plan_is_told_what_it_hides(plan):
    findings = invisible.plandiff_inspect(plan("All is well.", "All is w\u200bell in the h\u0430rbour."))
    assert [(finding.point, finding.rule, finding.message) for finding in findings] == [
        ("2", "invisible-character", "U+200B ZERO WIDTH SPACE in “well”"),
        ("2", "invisible-character", "U+0430 CYRILLIC SMALL LETTER A in “hаrbour.”"),
    ]


@pytest.mark.parametrize("part", ["\u200b", "\u200f", "аa", "\u00a0a ", "\u3000a", "e\u202a", "hаrbour "])
def test_the_time_grows_with_the_text_and_no_faster(told, part):
    text = part * (80_000 // len(part))
    started = time.process_time()
    assert told("x", f"x{text}")
    assert time.process_time() - started < 5
