"""Point lists: labels, ids and nesting as given, and a path in every error."""

from __future__ import annotations

import json

import pytest

from plandiff.errors import ReadError
from plandiff.model import Block, Document, Source
from plandiff.sources import from_text
from plandiff_readers.pointlist import plandiff_read


def read(text: str) -> Document:
    document = plandiff_read(Source(name="plan.json", suffix=".json", data=b"", text=text))
    assert document is not None
    return document


def refusal(text: str) -> str:
    with pytest.raises(ReadError) as caught:
        read(text)
    line = str(caught.value)
    assert line.startswith("plan.json: ")
    assert "\n" not in line
    return line.removeprefix("plan.json: ")


# ---------------------------------------------------------------- what is read


def test_points_keep_their_ids_labels_and_levels():
    document = read("""{"points": [
        {"id": "p1", "label": "1", "text": "Peace."},
        {"label": "2.", "text": "Trade:", "points": [{"id": "x", "label": "(a)", "text": "free"}]},
        {"text": "No label."}]}""")

    assert document.blocks == (
        Block(text="Peace.", kind="item", label="1", level=1, id="p1"),
        Block(text="Trade:", kind="item", label="2.", level=1),
        Block(text="free", kind="item", label="(a)", level=2, id="x"),
        Block(text="No label.", kind="item", level=1),
    )
    assert (document.format, document.listed, document.omitted) == ("point list", True, ())


@pytest.mark.parametrize("text", ['["Peace.", "Trade."]', '[{"text": "Peace."}, "Trade."]'])
def test_a_bare_list(text):
    assert [block.text for block in read(text).blocks] == ["Peace.", "Trade."]


@pytest.mark.parametrize(("label", "printed"), [("1", "1"), ("1.10", "1.10"), ("1e2", "1e2"), ("null", None)])
def test_a_number_as_label_stays_as_written(label, printed):
    assert read(f'[{{"label": {label}, "text": "Peace."}}]').blocks[0].label == printed


def test_a_label_alone_is_a_point():
    assert read('[{"label": "3", "text": ""}]').blocks == (Block(text="", kind="item", label="3", level=1),)


def test_line_breaks_in_a_text():
    assert read(r'["one\r\ntwo\rthree\u2028[bold]"]').blocks[0].text == "one\ntwo\nthree\u2028[bold]"


def test_other_fields_are_set_aside():
    document = read('{"title": "Plan", "points": [{"text": "Peace.", "note": {"by": ["a", 1]}}], "draft": null}')

    assert [(left.reason, left.text) for left in document.omitted] == [
        ("field note", '{"by": ["a", "1"]}'),
        ("field title", "Plan"),
        ("field draft", "null"),
    ]


def test_half_a_character_is_replaced_and_said():
    document = read(r'[{"label": "\udc00", "text": "Peace \ud83d and \ud83d\ude00"}]')

    assert (document.blocks[0].label, document.blocks[0].text) == ("\ufffd", "Peace \ufffd and 😀")
    assert document.warnings == ("values with lone surrogates, replaced by \ufffd: 2",)


def test_a_list_without_a_name_is_known_by_how_it_begins():
    assert plandiff_read(from_text('\n{ "points": ["Peace."]}')) is not None


@pytest.mark.parametrize("text", ["[to be agreed]", "{1} Peace.", "1. Peace."])
def test_other_texts_are_left_to_others(text):
    assert plandiff_read(from_text(text)) is None


def test_a_suffix_of_another_format_wins():
    assert plandiff_read(Source(name="plan.txt", suffix=".txt", data=b"", text='["Peace."]')) is None


# ---------------------------------------------------------------- what is refused


def nested(levels: int) -> str:
    return '[{"text": "Peace.", "points": ' * levels + "[]" + "}]" * levels


def test_twelve_levels_are_read():
    assert read(nested(12)).blocks[-1].level == 12


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('["Peace.",', "is not JSON (Expecting value, line 1, column 11): correct it there"),
        ('{\n"points": [}', "is not JSON (Expecting value, line 2, column 12): correct it there"),
        ('{"points": [{"text": "a"}, {"label": "2"}]}', "points[1].text is missing: give the point"),
        (
            '{"points": [{"text": "a", "points": [{"text": 5}]}]}',
            "points[0].points[0].text is not a text",
        ),
        ('[{"text": " "}]', "[0].text is empty: give it words or take the point out"),
        ('[{"text": "a", "label": true}]', "[0].label is not a text: put it in quotation marks"),
        ('[{"text": "a", "id": true}]', "[0].id is not a text: put it in quotation marks"),
        ('[{"text": "a", "points": {"text": "b"}}]', '[0].points is not a list: write {"points": '),
        ('["a", 7]', "[1] is neither a point nor a text: write"),
        ('[{"text": "a", "id": "x"}, {"text": "b", "id": "x"}]', "[1].id is the same as [0].id: give every"),
        ('[{"text": "a", "text": "b"}]', "[0].text is given twice: keep one"),
        ('{"points": ["a"], "points": ["b"]}', "points is given twice: keep one"),
        ('[{"text": NaN}]', "[0].text is NaN, which JSON does not know: write a text"),
        ('[{"text": "a", "note": [-Infinity]}]', "[0].note[0] is -Infinity, which JSON does not know"),
        ('{"points": []}', "holds no points: check the file"),
        ('{"points": "a"}', "points is not a list: write"),
        ("7", "is JSON but no point list: write it as"),
        ('{"articles": []}', "is JSON but no point list: write it as"),
        (
            '{"schema_version": "1", "left": {}, "changes": []}',
            "is a report of plandiff, not a plan",
        ),
        (
            nested(13),
            "[0].points" + "[0].points" * 11 + " is nested deeper than 12 levels: bring the points up",
        ),
        ("[" * 100_000, "nests too deeply: use at most 12 levels of points"),
        (json.dumps([{"text": "a", "id": "9"}])[:-2], "is not JSON (Expecting ',' delimiter, line 1"),
    ],
)
def test_a_broken_list_is_refused_with_its_place(text, said):
    assert refusal(text).startswith(said)


def test_an_error_quotes_little_of_the_file():
    assert len(refusal(f'{{"points": ["a"], "{"secret " * 9}": NaN}}').split(" is NaN")[0]) <= 40


def test_a_number_of_many_digits_is_a_label_like_others():
    assert read(f'[{{"label": {"9" * 5000}, "text": "a"}}]').blocks[0].label == "9" * 5000


def test_five_megabytes_in_one_text():
    assert read(json.dumps(["peace and " * 500_000])).blocks[0].text == "peace and " * 500_000


def test_a_number_serves_as_id_and_stays_as_written():
    document = read('[{"id": 7, "label": 1.10, "text": "a"}]')

    assert [(block.id, block.label) for block in document.blocks] == [("7", "1.10")]
