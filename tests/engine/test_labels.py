"""Every dress of a label, as it stands in the wild: alone, as a list, and where it is none."""

from __future__ import annotations

import pytest

from plandiff.engine.labels import labels

BORDER, TRADE, COURTS = "The border is open.", "Trade is free.", "Courts are set up."

DRESSES = [
    ("1.", "2.", "3.", "1 2 3"),
    ("1)", "2)", "3)", "1) 2) 3)"),
    ("(1)", "(2)", "(3)", "(1) (2) (3)"),
    ("1 -", "2 -", "3 -", "1 2 3"),
    ("1 –", "2 –", "3 –", "1 2 3"),
    ("1-", "2-", "3-", "1 2 3"),
    ("1.-", "2.-", "3.-", "1 2 3"),
    ("1:", "2:", "3:", "1 2 3"),
    ("Point 1:", "Point 2:", "Point 3:", "Point 1 Point 2 Point 3"),
    ("Point no. 1:", "Point no. 2:", "Point no. 3:", "Point no. 1 Point no. 2 Point no. 3"),
    ("Paragraph 1", "Paragraph 2", "Paragraph 3", "Paragraph 1 Paragraph 2 Paragraph 3"),
    ("Para. 1", "Para. 2", "Para. 3", "Para. 1 Para. 2 Para. 3"),
    ("Article I", "Article II", "Article III", "Article I Article II Article III"),
    ("ARTICLE 1.", "ARTICLE 2.", "ARTICLE 3.", "ARTICLE 1 ARTICLE 2 ARTICLE 3"),
    ("Art. 1", "Art. 2", "Art. 3", "Art. 1 Art. 2 Art. 3"),
    ("Section 2(a)", "Section 2(b)", "Section 3", "Section 2(a) Section 2(b) Section 3"),
    ("§ 12", "§ 12a", "§ 13", "§ 12 § 12a § 13"),
    ("1.2.1", "1.2.2", "1.2.3", "1.2.1 1.2.2 1.2.3"),
    ("1.1.", "1.2.", "2.1.", "1.1 1.2 2.1"),
    ("A.1", "A.2", "B.1", "A.1 A.2 B.1"),
    ("IV.1.", "IV.2.", "V.1.", "IV.1 IV.2 V.1"),
    ("I.", "II.", "III.", "I II III"),
    ("(i)", "(ii)", "(iii)", "(i) (ii) (iii)"),
    ("A.", "B.", "C.", "A B C"),
    ("(a)", "(b)", "(c)", "(a) (b) (c)"),
    ("a)", "b)", "c)", "a) b) c)"),
    ("а)", "б)", "в)", "а) б) в)"),
    ("1.º", "2.º", "3.º", "1.º 2.º 3.º"),
    ("1º", "2º", "3º", "1º 2º 3º"),
    ("1️⃣", "2️⃣", "3️⃣", "1️⃣ 2️⃣ 3️⃣"),
    ("①", "②", "③", "① ② ③"),
    ("⑴", "⑵", "⑶", "⑴ ⑵ ⑶"),
    ("➀", "➁", "➂", "➀ ➁ ➂"),
    ("１．", "２．", "３．", "１ ２ ３"),
    ("（1）", "（2）", "（3）", "（1） （2） （3）"),
    ("١.", "٢.", "٣.", "١ ٢ ٣"),
    ("۱)", "۲)", "۳)", "۱) ۲) ۳)"),
    ("Пункт 1", "Пункт 2", "Пункт 3", "Пункт 1 Пункт 2 Пункт 3"),
    ("Стаття 4.", "Стаття 5.", "Стаття 6.", "Стаття 4 Стаття 5 Стаття 6"),
    ("المادة 1", "المادة 2", "المادة 3", "المادة 1 المادة 2 المادة 3"),
    ("第一条", "第二条", "第三条", "第一条 第二条 第三条"),
    ("12.", "13.", "14.", "12 13 14"),
    ("Article One.", "Article Two.", "Article Three.", "Article One Article Two Article Three"),
    (
        "ARTICLE NINETEEN:",
        "ARTICLE TWENTY:",
        "ARTICLE TWENTY-ONE:",
        "ARTICLE NINETEEN ARTICLE TWENTY ARTICLE TWENTY-ONE",
    ),
    ("Article premier –", "Article 2 –", "Article 3 –", "Article premier Article 2 Article 3"),
    ("№ 1", "№ 2", "№ 3", "№ 1 № 2 № 3"),
    ("№1.", "№2.", "№3.", "№1 №2 №3"),
    ("#1", "#2", "#3", "#1 #2 #3"),
    ("[1]", "[2]", "[3]", "[1] [2] [3]"),
    ("一、", "二、", "三、", "一 二 三"),
]


@pytest.mark.parametrize("between", ["\n", "\n\n"], ids=["tight", "loose"])
@pytest.mark.parametrize(("first", "second", "third", "printed"), DRESSES)
def test_a_list_in_this_dress_is_three_points(tree, plan, first, second, third, printed, between):
    text = between.join([f"{first} {BORDER}", f"{second} {TRADE}", f"{third} {COURTS}"])

    assert [point.text for point in plan(text).points] == [BORDER, TRADE, COURTS]
    assert " ".join(point.label or "?" for point in plan(text).points) == printed
    assert plan(text).numbered == 3


@pytest.mark.parametrize(
    "line",
    [
        "The border is open.",
        "",
        "2,000 ships patrol the coast.",
        "100000. Nobody counts that far.",
        "Point of order",
        "(sic) as printed",
        "https://example.org/1",
        "10:30 is the hour of the ceasefire.",
        "50% of the profit",
        "Article one of the treaty",
        "Section thereof.",
        "# Heading",
        "[to be agreed]",
        "[1]st draft",
        "一部",
        "-",
        "\N{COMBINING ACUTE ACCENT}",
        "\U0001f3f3",
    ],
)
def test_what_cannot_be_a_label(line):
    assert [label for label in labels(line) if label.firm] == []


@pytest.mark.parametrize(
    ("line", "readings"),
    [
        ("12a. Text", [("12a", (12,))]),
        ("i) text", [("i)", (1,)), ("i)", (9,))]),
        ("c) text", [("c)", (3,)), ("c)", (100,))]),
        ("Article IV – Text", [("Article IV", (4,))]),
        ("Section 2(b) Text", [("Section 2(b)", (2, 2))]),
        ("1.2.3 Text", [("1.2.3", (1, 2, 3))]),
        ("第二十三条 Text", [("第二十三条", (23,))]),
        ("十二、Text", [("十二", (12,))]),
        ("Article Forty-Two. Text", [("Article Forty-Two", (42,))]),
        ("⑫ Text", [("⑫", (12,))]),
        ("🔟 Text", [("🔟", (10,))]),
        ("\u200b7. Text", [("7", (7,))]),
        ("\u200f٣. Text", [("٣", (3,))]),
    ],
)
def test_how_a_label_is_read(line, readings):
    found = labels(line)

    assert [(label.printed, label.numbers) for label in found] == readings
    assert {line[label.end :] for label in found} <= {"Text", "text"}


@pytest.mark.parametrize("tail", ["1", "(", "1.", "1.1", "i", "(i)", "Article ", " ", "\u0301", "\u200b"])
def test_a_long_line_costs_no_more_than_a_short_one(tail):
    (first, *_) = labels("1. " + tail * 200_000)

    assert first.printed == "1"


@pytest.mark.parametrize("line", ["Annexed hereto is a map.", "Parts of the coast", "Сто тридцать второй", "Annexed"])
def test_a_word_that_only_begins_like_a_label_is_none(line):
    assert labels(line) == ()
