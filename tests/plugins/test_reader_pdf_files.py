"""PDF files as word processors and browsers make them: the same points as in the text they were made from."""

from __future__ import annotations

from pathlib import Path

import pytest

from plandiff import sources
from plandiff.engine.outline import outline
from plandiff.model import Document
from plandiff_readers.pdf import plandiff_read
from plandiff_readers.text import plandiff_read as read_text

FILES = Path(__file__).parent / "files"
FIXTURES = Path(__file__).parents[2] / "fixtures" / "ukraine"


def read(name: str) -> Document:
    document = plandiff_read(sources.read(FILES / name))
    assert document is not None
    return document


def points(document: Document) -> list[tuple[str | None, str]]:
    plan = outline(document, name="plan")
    return [(point.label, point.text) for point in plan.points if point.role == "point"]


def test_two_columns_with_heads_feet_and_footnotes():
    document = read("us-28-columns.pdf")
    text = read_text(sources.read(FIXTURES / "us-28.txt"))

    assert text is not None
    assert points(document) == points(text)
    assert {omission.reason for omission in document.omitted} == {
        "page head",
        "page number",
        "footnote",
        "footnote mark",
    }
    assert document.warnings == ()
    assert document.findings == ()


HEBREW = """\
1. הצדדים מאשרים את ריבונותה של אוקראינה (כולל 20% מהשטח) בתוך 90 ימים, בהתאם להסכם NATO משנת 2025.
2. מספר החיילים בכוחות המזוינים יהיה 600,000, ואין להגדילו אלא בהסכם בכתב בין הצדדים.
3. רוסיה תשלם 100 מיליארד דולר [ייקבע בהמשך]."""

ARABIC = """\
1. تؤكد الأطراف سيادة أوكرانيا (بما في ذلك 20 ٪ من الأراضي) في غضون 90 يوما، وفقا لاتفاق NATO لعام 2025.
2. يكون عدد القوات المسلحة 600,000 فرد، ولا يجوز زيادته إلا باتفاق مكتوب بين الطرفين.
3. تدفع روسيا 100 مليار دولار [يحدد لاحقا]."""


@pytest.mark.parametrize(("name", "text"), [("hebrew.pdf", HEBREW), ("arabic.pdf", ARABIC)])
def test_text_from_right_to_left_is_in_the_order_in_which_it_is_read(name, text):
    found = [block.text.strip() for block in read(name).blocks]

    assert [line for line in found if line[0].isdigit()] == text.split("\n")


def test_a_paragraph_from_right_to_left_in_an_english_text():
    found = [block.text.strip() for block in read("mixed.pdf").blocks]

    assert found[2] == "2. يلتزم الطرفان بوقف إطلاق النار في غضون 90 يوما ."


def test_a_file_of_another_kind_is_left_to_others():
    assert plandiff_read(sources.read(FIXTURES / "us-28.txt")) is None
