"""PDF: printed lines become paragraphs, and what stands around them is set aside and named."""

from __future__ import annotations

import pytest

from plandiff.errors import ReadError
from plandiff.model import Document, Source
from plandiff_readers.pdf.read import read as read_here
from tests.plugins.pdf_files import pdf, rows, shown, stream


def read(data: bytes) -> Document:
    return read_here(Source(name="plan.pdf", suffix=".pdf", data=data, media="pdf"))


def texts(data: bytes) -> list[str]:
    return [block.text.strip() for block in read(data).blocks]


def omitted(data: bytes) -> list[tuple[str, str]]:
    return [(omission.reason, omission.text) for omission in read(data).omitted]


def refusal(data: bytes) -> str:
    with pytest.raises(ReadError) as caught:
        read(data)
    line = str(caught.value)
    assert line.startswith("plan.pdf: ")
    assert "\n" not in line
    return line.removeprefix("plan.pdf: ")


# ---------------------------------------------------------------- lines to paragraphs

WIDE = "The parties confirm that the line of contact is the line on which they"
"""A line so long that no other word fits beside it."""

LOW = WIDE.lower()


def test_a_wrapped_line_goes_on_with_the_one_before():
    page = rows(40, 550, f"1. {WIDE}", "stand on the day of signing.", f"2. {WIDE}", "stood before.")

    assert texts(pdf(page)) == [f"1. {WIDE} stand on the day of signing.", f"2. {WIDE} stood before."]


def test_a_short_line_ends_its_paragraph():
    page = rows(40, 550, WIDE, "stand.", "Another paragraph", WIDE)

    assert texts(pdf(page)) == [f"{WIDE} stand.", "Another paragraph", WIDE]


def test_a_label_behind_a_full_line_begins_a_paragraph():
    page = rows(40, 550, f"(a) {WIDE};", f"(b) {WIDE}", "stand.")

    assert texts(pdf(page)) == [f"(a) {WIDE};", f"(b) {WIDE} stand."]


def test_a_reference_at_the_beginning_of_a_line_is_no_label():
    page = rows(40, 550, f"1. {WIDE}", "stand,", f"2. {WIDE}", "(b) of the treaty says.")

    assert texts(pdf(page)) == [f"1. {WIDE} stand,", f"2. {WIDE} (b) of the treaty says."]


def test_a_figure_below_an_indented_line_goes_on_with_it():
    indented = rows(60, 560, f"(a) {WIDE}", "", f"(b) {WIDE}", "", f"(c) {WIDE}")
    margin = rows(40, 548, "64.5 % is paid.", "", "§ 4 of it applies.", "", "they agreed.")

    assert texts(pdf(f"{indented}\n{margin}")) == [
        f"(a) {WIDE} 64.5 % is paid.",
        f"(b) {WIDE} § 4 of it applies.",
        f"(c) {WIDE} they agreed.",
    ]


def test_a_wider_space_ends_a_paragraph():
    page = "\n".join([rows(40, 550, *[WIDE, LOW] * 2), rows(40, 490, LOW)])

    assert texts(pdf(page)) == [f"{WIDE} {LOW} {WIDE} {LOW}", LOW]


def test_an_indented_first_line_begins_a_paragraph():
    page = "\n".join([rows(50, 550, WIDE), rows(40, 538, LOW, WIDE), rows(50, 514, WIDE), rows(40, 502, "stand.")])

    assert texts(pdf(page)) == [f"{WIDE} {LOW} {WIDE}", f"{WIDE} stand."]


def test_labels_hang_beside_their_points():
    page = "\n".join([rows(40, 550, "1.", "", "2."), rows(60, 550, WIDE, "stand,", WIDE, "stand.")])

    assert texts(pdf(page)) == [f"1. {WIDE} stand,", f"2. {WIDE} stand."]


def test_blanks_tell_how_far_a_block_is_indented():
    page = "\n".join([rows(40, 550, "1. Peace."), rows(60, 538, "1. Now."), rows(60, 526, "2. Later.")])

    assert [block.text for block in read(pdf(page)).blocks] == ["1. Peace.", "    1. Now.", "    2. Later."]


def test_a_larger_line_is_a_heading():
    page = "\n".join(
        [
            shown(40, 560, "Plan", 18),
            shown(40, 535, "Part one", 14),
            rows(40, 510, WIDE, LOW),
            shown(40, 470, "Part two", 14),
        ]
    )
    found = [(block.kind, block.level, block.text) for block in read(pdf(page)).blocks]

    assert found == [
        ("heading", 1, "Plan"),
        ("heading", 2, "Part one"),
        ("paragraph", None, f"{WIDE} {LOW}"),
        ("heading", 2, "Part two"),
    ]


def test_a_paragraph_goes_on_on_the_next_page():
    assert texts(pdf(rows(40, 100, f"1. {WIDE}"), rows(40, 550, "stand.", "2. Trade."))) == [
        f"1. {WIDE} stand.",
        "2. Trade.",
    ]


def test_lines_are_counted_through_the_file():
    document = read(pdf(rows(40, 550, "1. Peace.", "2. Trade."), rows(40, 550, "3. Elections.")))

    assert [block.line for block in document.blocks] == [1, 2, 3]


# ---------------------------------------------------------------- words


@pytest.mark.parametrize(
    ("before", "after", "inside", "joined"),
    [
        ("co-", "operation", "", "cooperation"),
        ("non-", "aggression", "the non-aggression pact", "non-aggression"),
        ("long-", "term", "a term as long as theirs", "long-term"),
        ("agree-", "ment", "we agree that ment is no agreement", "agreement"),
        ("NATO-", "Russia", "", "NATO-Russia"),
        ("28-", "point", "", "28-point"),
        ("G-", "7", "", "G-7"),
    ],
)
def test_a_hyphen_at_the_end_of_a_line(before, after, inside, joined):
    filling = "The parties say in the course of these long and weary talks on"[: 64 - len(before)]
    page = rows(40, 550, f"{filling} {before}", f"{after} are here.", inside or "Peace.")

    assert f"{joined} are here." in texts(pdf(page))[0]


def test_words_are_known_by_their_places_where_no_blanks_are_printed():
    page = "BT /F1 10 Tf 40 550 Td [(1.) -300 (Peace) -250 (and) -30 (ante)] TJ ET"

    assert texts(pdf(page)) == ["1. Peace andante"]


def test_letters_that_are_set_apart_stay_together():
    assert texts(pdf("BT /F1 10 Tf 3 Tc 40 550 Td (PEACE) Tj ET")) == ["PEACE"]


def test_words_drawn_out_of_order_are_read_by_place():
    page = "\n".join([shown(90, 550, "now."), shown(55, 550, "Peace"), shown(40, 550, "1.")])

    assert texts(pdf(page)) == ["1. Peace now."]


def test_text_printed_twice_to_look_bold_is_read_once():
    assert texts(pdf(shown(40, 550, "Peace.") + shown(40.2, 550, "Peace."))) == ["Peace."]


def test_text_in_a_form_is_read_where_the_form_stands():
    form = stream(
        shown(0, 0, "2. Trade."), "/Subtype /Form /Matrix [1 0 0 1 40 538] /Resources << /Font << /F1 3 0 R >> >>"
    )
    page = "\n".join([rows(40, 550, "1. Peace.", "", "3. Elections."), "/X Do"])

    assert texts(pdf(page, resources="/XObject << /X 10 0 R >>", objects=[form])) == [
        "1. Peace.",
        "2. Trade.",
        "3. Elections.",
    ]


def test_a_form_that_draws_itself_is_drawn_once():
    form = stream(
        shown(40, 550, "1. Peace.") + " /X Do",
        "/Subtype /Form /Resources << /Font << /F1 3 0 R >> /XObject << /X 10 0 R >> >>",
    )

    assert texts(pdf("/X Do", resources="/XObject << /X 10 0 R >>", objects=[form])) == ["1. Peace."]


LIGATURE = "/Subtype /Type1 /BaseFont /Helvetica /Encoding << /BaseEncoding /WinAnsiEncoding /Differences [1 /fi] >>"


def test_a_ligature_is_its_letters():
    assert texts(pdf(shown(40, 550, "\x01re and \x01ght"), font=LIGATURE)) == ["fire and fight"]


def test_what_a_sign_is_said_to_mean():
    page = "BT /F1 10 Tf 40 550 Td (o) Tj /Span << /ActualText (\xfe\xff\x00f\x00f) >> BDC (\x01) Tj EMC (er) Tj ET"

    assert texts(pdf(page)) == ["offer"]


def test_a_long_text_that_nobody_sees_stands_for_nothing():
    page = "BT /F1 10 Tf 40 550 Td /Span << /ActualText (War.) >> BDC (Peace.) Tj EMC ET"

    assert texts(pdf(page)) == ["Peace."]


# ---------------------------------------------------------------- columns and tables

LEFT = ["1. The parties confirm that", "the line of contact is the", "line of the ceasefire and", "of nothing else."]
RIGHT = ["2. Troops stand still there", "until the commission says", "where they may go next and", "when they may go."]


def in_columns(left: list[str], right: list[str]) -> str:
    """Two columns, drawn row by row."""
    pairs = zip(left, right, strict=True)
    return "\n".join(
        f"{shown(40, 500 - 12 * index, one)}\n{shown(210, 500 - 12 * index, other)}"
        for index, (one, other) in enumerate(pairs)
    )


def test_columns_are_read_one_after_the_other():
    page = shown(40, 550, "A title over both columns of the page, from left to right") + in_columns(LEFT, RIGHT)

    assert texts(pdf(page))[1:] == [" ".join(LEFT), " ".join(RIGHT)]


def test_two_rows_in_columns_are_known_by_the_page_before():
    rest = (
        ["3. Prisoners come home, and", "children before all others."],
        ["4. Grain is shipped through", "the sea without any toll."],
    )

    assert texts(pdf(in_columns(LEFT, RIGHT), in_columns(*rest)))[2:] == [" ".join(rest[0]), " ".join(rest[1])]


def test_one_line_paragraphs_are_not_put_together():
    assert texts(pdf(rows(40, 550, "Peace now", "Free trade", "Elections", "Amnesty"))) == [
        "Peace now",
        "Free trade",
        "Elections",
        "Amnesty",
    ]


def test_a_table_is_read_row_after_row():
    def cell(texts: list[str], number: int) -> list[str]:
        return [text.replace("1.", f"{number}.").replace("2.", f"{number}.") for text in texts]

    page = "\n".join(
        rows(x, 550 - 60 * index, *cell(texts, index + 1))
        for index in range(4)
        for x, texts in ((40, LEFT), (210, RIGHT))
    )
    assert [text[:12] for text in texts(pdf(page))] == [
        *("1. The parti", "1. Troops st", "2. The parti", "2. Troops st"),
        *("3. The parti", "3. Troops st", "4. The parti", "4. Troops st"),
    ]


# ---------------------------------------------------------------- around the text


def test_heads_feet_and_page_numbers_are_set_aside():
    pages = [
        "\n".join(
            [shown(40, 580, "Draft of 23 November"), rows(40, 540, f"{n}. {text}"), shown(190, 20, f"Page {n} of 3")]
        )
        for n, text in enumerate(["Peace.", "Trade.", "Elections."], 1)
    ]
    data = pdf(*pages)

    assert texts(data) == ["1. Peace.", "2. Trade.", "3. Elections."]
    assert omitted(data) == [
        pair for n in (1, 2, 3) for pair in (("page head", "Draft of 23 November"), ("page number", f"Page {n} of 3"))
    ]


def test_heads_may_differ_on_left_and_right_pages_and_be_missing_on_the_first():
    pages = [
        "\n".join([shown(40, 580, head) if head else "", shown(40, 540, f"{word}.")])
        for head, word in zip(
            ["", "Part II", "The plan"] * 2, ["One", "Two", "Three", "Four", "Five", "Six"], strict=True
        )
    ]
    assert texts(pdf(*pages)) == ["One.", "Two.", "Three.", "Four.", "Five.", "Six."]


def test_the_titles_of_chapters_stand_beside_the_number_of_the_page():
    heads = ["Chapter 1: Peace", "Chapter 1: Peace", "Chapter 2: Trade", "Chapter 3: Grain"]
    pages = [rows(40, 580, f"{head} {n}", "", "", f"{n}. Text.") for n, head in enumerate(heads, 7)]

    assert texts(pdf(*pages)) == ["7. Text.", "8. Text.", "9. Text.", "10. Text."]


def test_page_numbers_may_be_roman():
    pages = [
        f"{shown(40, 540, text)}\n{shown(190, 20, number)}"
        for text, number in zip(["Now.", "Then."], ["iii", "iv"], strict=True)
    ]

    assert texts(pdf(*pages)) == ["Now.", "Then."]


def test_a_label_at_the_head_of_each_page_is_no_head():
    pages = [rows(40, 550, f"Article {n}", text) for n, text in enumerate(["Peace.", "Trade.", "Elections."], 1)]

    assert texts(pdf(*pages)) == ["Article 1", "Peace.", "Article 2", "Trade.", "Article 3", "Elections."]


def test_what_stands_twice_at_another_height_is_text():
    assert texts(pdf(shown(40, 550, "Reserved."), shown(40, 500, "Reserved."))) == ["Reserved.", "Reserved."]


def test_a_file_that_calls_a_text_a_head_is_believed():
    page = (
        "/Artifact << /Type /Pagination /Subtype /Header >> BDC "
        + shown(40, 580, "Draft")
        + " EMC "
        + shown(40, 550, "1. Peace.")
    )

    assert omitted(pdf(page)) == [("page head", "Draft")]


@pytest.mark.parametrize("foot", ["Page 1 of 1", "1 / 1", "Seite 1 von 1"])
def test_the_number_of_the_only_page_with_that_of_all(foot):
    assert omitted(pdf(rows(40, 550, "1. Peace.") + shown(190, 20, foot))) == [("page number", foot)]


def test_the_number_of_a_single_page():
    assert omitted(pdf(rows(40, 550, "1. Peace.") + shown(190, 20, "- 1 -"))) == [("page number", "- 1 -")]


def note_page(call: str = "1") -> str:
    return "\n".join(
        [
            rows(40, 550, "1. Peace.", "2. Trade is free.", "3. Elections are held."),
            shown(82, 554, call, 6),
            rows(40, 50, "1 See the annex.", "It is long.", size=8),
        ]
    )


def test_footnotes_and_their_marks_are_set_aside():
    data = pdf(note_page())

    assert texts(data) == ["1. Peace.", "2. Trade is free.", "3. Elections are held."]
    assert omitted(data) == [("footnote mark", "1"), ("footnote", "1 See the annex.\nIt is long.")]


def test_small_text_that_nothing_calls_is_no_footnote():
    assert texts(pdf(note_page(call="2")))[-2:] == ["1 See the annex.", "It is long."]


def test_turned_text_is_set_aside():
    page = rows(40, 550, "1. Peace.") + " BT /F1 40 Tf 0.7 0.7 -0.7 0.7 100 100 Tm (DRAFT) Tj ET"

    assert omitted(pdf(page)) == [("turned text", "DRAFT")]


def test_a_page_that_is_printed_sideways_is_read():
    page = "BT /F1 10 Tf 0 1 -1 0 100 100 Tm (1. Peace.) Tj 0 1 -1 0 112 100 Tm (2. Trade.) Tj ET"

    assert texts(pdf(page)) == ["1. Peace.", "2. Trade."]


def test_the_numbers_of_lines_are_set_aside():
    lines = [
        "1. The parties confirm that their",
        "border is the line of contact,",
        "of which the annex has a map and",
        "a list.",
        "2. Troops stand still and",
        "wait until they are withdrawn.",
    ]
    page = rows(60, 550, *lines) + rows(30, 550, *map(str, range(7, 13)))

    assert [text[:2] for text in texts(pdf(page))] == ["1.", "2."]
    assert omitted(pdf(page)) == [("line numbers", "7 8 9 10 11 12")]


def test_a_list_numbered_without_dots_keeps_its_numbers():
    points = [
        f"{n} {text}" for n, text in enumerate(["Peace.", "Trade.", "Elections.", "Amnesty.", "Borders.", "Grain."], 1)
    ]

    assert texts(pdf(rows(40, 550, *points))) == points


# ---------------------------------------------------------------- comments, forms, files

COMMENT = "<< /Type /Annot /Subtype /Text /Rect [10 530 30 545] /T (Delegate B) /Contents (Not agreed.\rAsk.) >>"
FIELD = "<< /Type /Annot /Subtype /Widget /FT /Tx /T (Date) /V (23 November) /Rect [10 10 90 20] >>"
LINK = "<< /Type /Annot /Subtype /Link /Rect [10 10 90 20] /Contents (a link) >>"


def test_comments_are_set_aside_and_reported():
    document = read(pdf(rows(40, 550, "1. Peace.", "2. Trade."), page=f"/Annots [{COMMENT} {LINK}]"))

    assert [(left.reason, left.text, left.line) for left in document.omitted] == [
        ("comment by Delegate B on page 1", "Not agreed.\nAsk.", 2)
    ]
    assert [(found.rule, found.message, found.line, found.quote) for found in document.findings] == [
        ("comment", "comment by Delegate B on page 1", 2, "Not agreed. Ask.")
    ]


def test_the_fields_of_a_form_are_set_aside():
    off = "<< /Subtype /Widget /FT /Btn /T (Seen) /V /Off /Rect [0 0 1 1] >>"

    assert omitted(pdf(shown(40, 550, "1. Peace."), page=f"/Annots [{FIELD} {off}]")) == [
        ("form field", "Date: 23 November")
    ]


def test_attached_files_are_named():
    files = "/Names << /EmbeddedFiles << /Names [(map.png) 10 0 R] >> >>"
    file = "<< /Type /Filespec /F (map.png) /UF (map.png) /EF << /F 11 0 R >> >>"
    data = pdf(shown(40, 550, "1. Peace."), catalog=files, objects=[file, stream("x", "/Type /EmbeddedFile")])

    assert omitted(data) == [("attached file, not compared", "map.png")]


# ---------------------------------------------------------------- what nobody sees


@pytest.mark.parametrize(
    ("hidden", "why"),
    [
        ("3 Tr " + shown(40, 538, "2. War."), "drawn without ink"),
        ("1 g " + shown(40, 538, "2. War."), "white"),
        ("1 1 1 rg " + shown(40, 538, "2. War."), "white"),
        ("0 0 0 0 k " + shown(40, 538, "2. War."), "white"),
        (shown(40, 538, "2. War.", 0.5), "too small to be seen"),
        (shown(450, 538, "2. War."), "beside the page"),
    ],
)
def test_text_that_nobody_sees_is_kept_and_reported(hidden, why):
    document = read(pdf(f"{shown(40, 550, '1. Peace.')} q {hidden} Q {shown(40, 526, '3. Trade.')}"))

    assert sorted(block.text.strip() for block in document.blocks) == ["1. Peace.", "2. War.", "3. Trade."]
    assert [(found.rule, found.severity, found.message, found.quote) for found in document.findings] == [
        ("hidden-text", "substantive", f"text on page 1 that is not seen: {why}", "2. War.")
    ]


def test_white_text_may_stand_on_a_coloured_ground():
    page = f"0 0 1 rg 30 530 200 20 re f 1 g {shown(40, 538, '1. Peace.')}"

    assert [(found.severity, found.message) for found in read(pdf(page)).findings] == [
        ("none", "text on page 1 that may be not seen: white")
    ]


def test_a_layer_that_is_not_shown():
    page = f"{shown(40, 550, '1. Peace.')} /OC /L BDC {shown(40, 538, '2. War.')} EMC"
    catalog = "/OCProperties << /OCGs [10 0 R] /D << /OFF [10 0 R] >> >>"
    document = read(
        pdf(page, catalog=catalog, resources="/Properties << /L 10 0 R >>", objects=["<< /Type /OCG /Name (War) >>"])
    )

    assert [found.message for found in document.findings] == [
        "text on page 1 that is not seen: in a layer that is not shown"
    ]


IMAGE = stream("x", "/Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray")


def scan(text: str = "") -> bytes:
    return pdf(f"/I Do {text}", resources="/XObject << /I 10 0 R >>", objects=[IMAGE])


def test_the_text_that_recognition_lays_over_a_scan_is_no_hidden_text():
    document = read(scan("3 Tr " + shown(40, 550, "1. Peace.")))

    assert document.findings == ()
    assert document.warnings == ("text recognised by a machine (OCR) on page 1: words may be misread",)


# ---------------------------------------------------------------- what is refused or warned of


def test_a_scan_without_text_is_said_to_be_one():
    assert refusal(scan()) == "holds pictures of pages and no text: have it recognised (OCR) first"


def test_empty_pages():
    assert refusal(pdf("", "")) == "its pages are empty: check that it is the file you meant"


def test_pages_without_text_among_others_are_named():
    picture = "10 10 50 50 re f"

    assert read(pdf(shown(40, 550, "1. Peace."), picture, "", picture)).warnings == (
        "pictures without text on pages 2, 4, not compared: have it recognised (OCR) first",
    )


def test_signs_that_mean_nothing():
    font = "/Subtype /Type1 /BaseFont /ABCDEF+Own /Encoding << /Differences [65 /g1 /g2 /g3] >>"

    assert refusal(pdf(shown(40, 550, "ABC"), font=font)).startswith(
        "does not say which letters its signs mean: have it"
    )
    assert read(pdf(shown(40, 550, "A said so twice"), font=font)).warnings == (
        "signs whose meaning the file does not say, shown as \ufffd: 1",
    )
