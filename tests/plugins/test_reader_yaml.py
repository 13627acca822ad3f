"""YAML point lists: the shape of JSON ones, and every value as it is written."""

from __future__ import annotations

import pytest

from plandiff.errors import ReadError
from plandiff.model import Block, Document, Source
from plandiff_readers.yaml_points import plandiff_read
from plandiff_readers.yaml_read import read as read_here


def read(text: str) -> Document:
    return read_here(Source(name="plan.yaml", suffix=".yaml", data=b"", text=text))


def refusal(text: str) -> str:
    with pytest.raises(ReadError) as caught:
        read(text)
    line = str(caught.value)
    assert line.startswith("plan.yaml: ")
    assert "\n" not in line
    return line.removeprefix("plan.yaml: ")


def test_points_keep_their_ids_labels_and_levels():
    document = read("""
points:
  - {id: p1, label: "1", text: Peace.}
  - label: 2.
    text: |
      Trade:
      free
    points:
      - {label: (a), text: 'grain'}
      - oil
""")

    assert document.blocks == (
        Block(text="Peace.", kind="item", label="1", level=1, id="p1"),
        Block(text="Trade:\nfree", kind="item", label="2.", level=1),
        Block(text="grain", kind="item", label="(a)", level=2),
        Block(text="oil", kind="item", level=2),
    )
    assert (document.format, document.listed, document.omitted) == ("point list", True, ())


@pytest.mark.parametrize("label", ["1.10", "010", "1:30", "NO", "yes", "0x10", "1e3", "2025-11-20", "'1'"])
def test_a_label_stays_as_it_is_written(label):
    assert read(f"- {{label: {label}, text: Peace.}}").blocks[0].label == label.strip("'")


@pytest.mark.parametrize("nothing", ["", "~", "null"])
def test_no_label(nothing):
    assert read(f"- label: {nothing}\n  text: Peace.").blocks[0].label is None


def test_comments_and_other_fields_are_set_aside():
    document = read("# Draft\ntitle: Plan  # of 23 November\npoints:\n- |  # kept\n  Peace # now\n# the end\n")

    assert document.blocks[0].text == "Peace # now"
    assert [(left.reason, left.text, left.line) for left in document.omitted] == [
        ("field title", "Plan", None),
        ("comment", "Draft", 1),
        ("comment", "of 23 November", 2),
        ("comment", "kept", 4),
        ("comment", "the end", 6),
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: &x [b]\npoints: *x", "line 2, column 9 refers to *x: write out what it stands for"),
        ("- !!python/object/apply:os.getcwd []", "line 1, column 3 has the tag tag:yaml.org,2002:python: take it out"),
        ("- a\n---\n- b", "line 2, column 1 begins a second document: keep one in the file"),
        ("points: [a]\npoints: [b]", "line 2, column 1 gives points twice: keep one"),
        ("? [a]\n: b", "line 1, column 3 is a key that is no text"),
        ("[" * 100, "line 1, column 49 nests too deeply: use at most 12 levels of points"),
        ("- 'abc", "is not YAML (found unexpected end of stream, line 1, column 7): correct it there"),
        ("\tpoints: []", "is not YAML (found character that cannot start any token"),
        ("- a\x07", "is not YAML"),
        ("articles: []", "is YAML but no point list: write it as a list under points:"),
        ("points: []", "holds no points: check the file"),
        ("points:", "points is not a list: write a list under points:"),
        ("- label: 1", "[0].text is missing: give the point its text"),
    ],
)
def test_a_broken_list_is_refused_with_its_place(text, said):
    assert refusal(text).startswith(said)


def test_a_list_that_nests_without_end_is_refused():
    assert "nests too deeply: use at most 12 levels of points" in refusal("[" * 20_000)


def test_a_list_is_read_in_a_process_of_its_own():
    document = plandiff_read(Source(name="plan.yml", suffix=".yml", data=b"", text="- Мир"))

    assert document is not None
    assert document.blocks[0].text == "Мир"


def test_other_texts_are_left_to_others():
    assert plandiff_read(Source(name="plan.txt", suffix=".txt", data=b"", text="- Peace.")) is None
