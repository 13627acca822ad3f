"""OpenDocument texts: the labels a word processor prints, one side of tracked changes, and nothing lost.

The labels expected here are those that LibreOffice 7.4 writes when it exports the same file as text.
"""

from __future__ import annotations

import io
import random
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from plandiff import sources
from plandiff.errors import ReadError
from plandiff.model import Document, Revisions, Source
from plandiff.sources import from_text
from plandiff_readers.odt import plandiff_read
from plandiff_readers.odt.read import read as read_here
from tests.plugins.ledger import lost
from tests.plugins.odt_files import (
    LEGAL,
    begins,
    box,
    comment,
    deleted,
    ends,
    gone,
    h,
    header_item,
    inserted,
    item,
    level,
    list_style,
    lst,
    note,
    odt,
    outline,
    p,
    paragraph_style,
    row,
    source,
    table,
    tracked,
    zipped,
)

FILES = Path(__file__).parent / "files"
CONTINUED = 'text:continue-numbering="true"'


def read(*body: str, revisions: Revisions = "accept", automatic: str = LEGAL, **styles: str) -> Document:
    return read_here(source(odt(*body, automatic=automatic, **styles), revisions))


def printed(*body: str, revisions: Revisions = "accept", automatic: str = LEGAL, **styles: str) -> list[str]:
    document = read(*body, revisions=revisions, automatic=automatic, **styles)
    return [f"{block.label or ''} {block.text}".strip() for block in document.blocks]


def shape(*body: str, **styles: str) -> list[tuple[str, str | None, int | None, str]]:
    return [(block.kind, block.label, block.level, block.text) for block in read(*body, **styles).blocks]


def set_aside(*body: str, revisions: Revisions = "accept", **styles: str) -> list[tuple[str, str]]:
    return [(left.reason, left.text) for left in read(*body, revisions=revisions, **styles).omitted]


# ---------------------------------------------------------------- recognition


def test_a_text_is_read_in_a_process_of_its_own():
    document = plandiff_read(source(odt(p("Peace."))))

    assert document is not None
    assert (document.format, [block.text for block in document.blocks]) == ("OpenDocument text", ["Peace."])


def test_other_files_are_left_to_others():
    assert plandiff_read(from_text("1. Peace.")) is None
    assert plandiff_read(Source(name="plan.odt", suffix=".odt", data=b"%PDF-", media="pdf")) is None


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (odt(p(" ")), r"plan\.odt: holds no text"),
        (odt("<text:soft-page-break/>", page=f"<style:header>{p('Draft')}</style:header>"), "holds no text"),
        (zipped({"mimetype": "x"}), r"its part content\.xml is missing"),
        (zipped({"content.xml": "<a/>"}), "an OpenDocument file without a text"),
        (zipped({"content.xml": "<a>"}), "is not XML that can be read"),
        (zipped({"content.xml": "<!DOCTYPE a><a/>"}), "declares a document type"),
        (
            zipped({"content.xml": "x", "META-INF/manifest.xml": "<m:encryption-data/>"}),
            "protected by a password: open it and save it without one",
        ),
        (b"PK\x03\x04", "its list of parts cannot be read"),
    ],
)
def test_what_cannot_be_read_is_one_clear_line(data, message):
    with pytest.raises(ReadError, match=message):
        read_here(source(data))


# ---------------------------------------------------------------- lists


def test_nested_lists():
    inner = lst(item("third"), item("fourth", lst(item("deep"), style=None)), style=None)

    assert shape(p("Before"), lst(item("one"), item("two", inner), item("three")), p("After")) == [
        ("paragraph", None, None, "Before"),
        ("item", "1.", 1, "one"),
        ("item", "2.", 1, "two"),
        ("item", "(a)", 2, "third"),
        ("item", "(b)", 2, "fourth"),
        ("item", "(i)", 3, "deep"),
        ("item", "3.", 1, "three"),
        ("paragraph", None, None, "After"),
    ]


def test_only_the_first_paragraph_of_an_item_has_a_number():
    assert printed(lst(item("one", "more"), item("two"))) == ["1. one", "more", "2. two"]


def test_a_list_header_has_no_number():
    assert printed(lst(header_item("head"), item("one"), header_item("head"), item("two"))) == [
        "head", "1. one", "head", "2. two",
    ]  # fmt: skip


def test_lists_start_again_unless_they_say_otherwise():
    body = [lst(item("a"), item("b"), more='xml:id="x"'), lst(item("c")), lst(item("d"), more=CONTINUED)]

    assert printed(*body) == ["1. a", "2. b", "1. c", "2. d"]
    assert printed(*body, p("-"), lst(item("e"), more='text:continue-list="x"'))[-1] == "3. e"
    assert printed(lst(item("a")), lst(item("b"), more='text:continue-list="nowhere"')) == ["1. a", "1. b"]


def test_a_list_goes_on_only_with_the_one_before_it():
    other = list_style("M", level("I", suffix="."))

    body = [lst(item("a")), lst(item("b"), style="M"), lst(item("c"), more=CONTINUED)]

    assert printed(*body, automatic=LEGAL + other) == ["1. a", "I. b", "1. c"]


def test_two_lists_in_turn_go_on_each_by_itself():
    other = list_style("M", level("I", suffix=".", start=4))
    body = [
        lst(item("a"), more='xml:id="x"'),
        lst(item("b"), style="M", more='xml:id="y"'),
        lst(item("c"), more='text:continue-list="x"'),
        lst(item("d"), style="M", more='text:continue-list="y"'),
    ]

    assert printed(*body, automatic=LEGAL + other) == ["1. a", "IV. b", "2. c", "V. d"]


def test_a_continued_list_goes_on_on_its_lower_levels():
    first = lst(item("a", lst(item("b"), style=None)), more='xml:id="x"')
    second = lst(item(lst(item("c"), style=None)), more='text:continue-list="x"')

    assert printed(first, p("-"), second) == ["1. a", "(a) b", "-", "(b) c"]


def test_an_item_may_claim_its_number():
    inner = lst(item("c", more='text:start-value="3"'), item("d"), style=None)

    assert printed(lst(item("a", more='text:start-value="7"'), item("b", inner))) == ["7. a", "8. b", "(c) c", "(d) d"]


def test_a_level_that_is_passed_over_counts_as_one():
    assert printed(lst(item(lst(item("a"), item("b"), style=None)), item("c"))) == ["(a) a", "(b) b", "2. c"]


def test_a_paragraph_behind_a_list_inside_its_item_has_no_number():
    inner = lst(item("b"), style=None)

    assert printed(lst(item("a", inner, "c", inner), item("d"))) == ["1. a", "(a) b", "c", "(a) b", "2. d"]


def test_an_item_may_have_a_style_of_its_own():
    other = list_style("M", level("I", suffix=")"))
    items = [item("a"), item("b", more='text:style-override="M"'), item("c")]

    assert printed(lst(*items), automatic=LEGAL + other) == ["1. a", "II) b", "3. c"]


def test_a_list_inside_may_have_another_style():
    other = list_style("M", level("I"), level("1", suffix=".", shown=2))

    assert printed(lst(item("a"), item("b", lst(item("c"), style="M"))), automatic=LEGAL + other) == [
        "1. a", "2. b", "II.1. c",
    ]  # fmt: skip


def test_numbered_paragraphs_name_their_list_and_level():
    def numbered(text: str, more: str) -> str:
        return (
            f'<text:numbered-paragraph text:style-name="L" text:list-id="k" {more}>{p(text)}</text:numbered-paragraph>'
        )

    assert printed(
        numbered("a", ""), numbered("b", ""), numbered("c", 'text:level="2"'), p("-"), numbered("d", ""),
        numbered("e", 'text:start-value="9"'),
    ) == ["1. a", "2. b", "(a) c", "-", "3. d", "9. e"]  # fmt: skip


def test_a_list_without_a_style_takes_that_of_its_paragraphs():
    styles = LEGAL + paragraph_style("N", 'style:list-style-name="L"') + paragraph_style("M", parent="N")

    assert printed(lst(item(p("a", "N")), item(p("b", "M")), item("c"), style=None), automatic=styles) == [
        "1. a", "2. b", "c",
    ]  # fmt: skip


def test_a_paragraph_outside_of_lists_has_no_number():
    styles = LEGAL + paragraph_style("N", 'style:list-style-name="L"')

    assert printed(p("a", "N"), lst(item(p("b", "N"))), automatic=styles) == ["a", "1. b"]


def test_bullets_are_items_without_label():
    bullets = list_style("B", level("1")).replace("level-style-number", "level-style-bullet")

    assert shape(lst(item("a"), style="B"), automatic=bullets) == [("item", None, 1, "a")]


def test_lists_run_through_sections_and_tables():
    section = f'<text:section text:name="s">{lst(item("b"), more=CONTINUED)}</text:section>'
    cells = table(row(lst(item("c"), more=CONTINUED), "d"))

    assert printed(lst(item("a")), section, cells, lst(item("e"), more=CONTINUED)) == [
        "1. a", "2. b", "3. c | d", "4. e",
    ]  # fmt: skip


# ---------------------------------------------------------------- what a label looks like


def numbers(form: str, *starts: int) -> str:
    style = list_style("F", level("1").replace('style:num-format="1"', form))
    items = [item("x", more=f'text:start-value="{start}"') for start in starts]
    return " ".join(line.removesuffix(" x") for line in printed(lst(*items, style="F"), automatic=style))


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("1", "1 26 28 52"),
        ("a", "a z ab az"),
        ("A", "A Z AB AZ"),
        ('a" style:num-letter-sync="true', "a z bb zz"),
        ("i", "i xxvi xxviii lii"),
        ("I", "I XXVI XXVIII LII"),
        ("1st", "1st 26th 28th 52nd"),
        ("01, 02, 03, ...", "01 26 28 52"),
        ("001, 002, 003, ...", "001 026 028 052"),
        ("First", "First Twenty-sixth Twenty-eighth Fifty-second"),
        ("А, Б, .., Аа, Аб, ... (ru)", "А Ы Ю Ач"),
        ("а, б, .., аа, бб, ... (ru)", "а ы ю чч"),
        ("А, Б, .., Аа, Бб, ... (ru)", "А Ы Ю Чч"),
        ("一, 二, 三, ...", "一 二十六 二十八 五十二"),
        ("א, י, ק, ...", "א כו כח נב"),
        ("א, ב, ג, ...", "א אד או בח"),
        ("일, 이, 삼, ...", "일 이십육 이십팔 오십이"),
        ("unheard of", "1 26 28 52"),
    ],
)
def test_formats_of_numbers(form, expected):
    assert numbers(f'style:num-format="{form}"', 1, 26, 28, 52) == expected


def test_numbers_beyond_a_format_are_digits():
    assert numbers('style:num-format="I"', 0, 3999, 999999999) == "0 MMMCMXCIX 999999999"


@pytest.mark.parametrize(
    ("levels", "expected"),
    [
        ([level("1", "Art. ", ":"), level("a", shown=2), level("1", "[", "]", shown=3)], ["Art. 1:", "1.a", "[1.a.1]"]),
        ([level("1", suffix="."), level("", "no", "."), level("a", "[", "]", shown=3)], ["1.", "no.", "[1.a]"]),
        ([level("1"), level("a"), 'style:num-format="1" style:num-list-format="%1% (%3%)"'], ["1", "a", "1 (1)"]),
        ([level("1"), level("a"), 'style:num-format="" style:num-list-format="&lt;%1%.%3%&gt;"'], ["1", "a", "<>"]),
        (["", level("1", "§")], [None, "§1", "1."]),
    ],
)
def test_labels_of_several_levels(levels, expected):
    deep = lst(item("x", lst(item("y", lst(item("z"), style=None)), style=None)), style="F")

    assert [block.label for block in read(deep, automatic=list_style("F", *levels)).blocks] == expected


def test_a_number_that_was_saved_and_differs_is_set_aside():
    saved = "<text:list-item><text:number>1.</text:number>{}</text:list-item>"

    assert set_aside(lst(saved.format(p("a")), saved.format(p("b")))) == [("number as it was last saved", "1.")]


# ---------------------------------------------------------------- headings

HEADINGS = outline(level("I", "Article ", "."), level("1", shown=2)) + "".join(
    paragraph_style(f"H{number}", f'style:default-outline-level="{number}"') for number in (1, 2, 3)
)


def test_headings_are_numbered_throughout():
    body = [h("a", 1, "H1"), h("b", 2, "H2"), h("c", 3, "H3"), h("d", 2, "H2"), h("e", 1, "H1"), h("f", 2, "H2")]

    assert shape(*body, styles=HEADINGS) == [
        ("heading", "Article I.", 1, "a"),
        ("heading", "I.1", 2, "b"),
        ("heading", None, 3, "c"),
        ("heading", "I.2", 2, "d"),
        ("heading", "Article II.", 1, "e"),
        ("heading", "II.1", 2, "f"),
    ]


def test_a_heading_may_stand_outside_of_the_numbering():
    more = paragraph_style("Own", 'style:list-style-name=""', parent="H1")
    body = [
        h("a", 1, "H1"),
        h("b", 1, "H1", 'text:is-list-header="true"'),
        h("c", 1, "Own"),
        h("d", 1, "H1", 'text:restart-numbering="true" text:start-value="7"'),
        h("e", 1, "H1"),
    ]

    assert printed(*body, styles=HEADINGS + more) == ["Article I. a", "b", "c", "Article VII. d", "Article VIII. e"]


def test_headings_in_lists_are_numbered_by_their_list():
    body = [lst(item(h("a", 1, "H1")), item(h("b", 1, "H1"))), h("c", 1, "H1")]

    assert printed(*body, styles=HEADINGS) == ["1. a", "2. b", "Article I. c"]


def test_lists_stand_below_the_headings_they_follow():
    paragraphs = lst(item("x"), item("y"))

    blocks = read(h("a", 1, "H1"), paragraphs, h("b", 1, "H1"), paragraphs, styles=HEADINGS).blocks

    assert [block.level for block in blocks] == [1, 2, 2, 1, 2, 2]


# ---------------------------------------------------------------- tracked changes


def test_words_of_one_paragraph():
    changes = tracked(inserted("1"), deleted("2", p("600,000")), inserted("3", "Bo"))
    body = changes, p(f"Limited to {begins('1')}800,000{ends('1')}{gone('2')} men.{begins('3')} In peace.{ends('3')}")

    assert printed(*body) == ["Limited to 800,000 men. In peace."]
    assert printed(*body, revisions="reject") == ["Limited to 600,000 men."]
    assert set_aside(*body) == [("deleted by a tracked change", "600,000")]
    assert set_aside(*body, revisions="reject") == [
        ("inserted by a tracked change", "800,000"),
        ("inserted by a tracked change", "In peace."),
    ]
    assert read(*body).warnings == ("tracked changes by Ann, Bo, 3 in all, read as accepted",)
    assert read(*body, revisions="reject").warnings == ("tracked changes by Ann, Bo, 3 in all, read as rejected",)


def test_a_deleted_point():
    changes = tracked(deleted("1", lst(item("two"), item(p()))))
    body = changes, lst(item("one"), item(f"{gone('1')}three")), p("after")

    assert printed(*body) == ["1. one", "2. three", "after"]
    assert printed(*body, revisions="reject") == ["1. one", "2. two", "3. three", "after"]


def test_deleted_points_at_the_end_of_a_list():
    changes = tracked(deleted("1", lst(item("two", lst(item("sub"), style=None))), p()))
    body = changes, lst(item("one")), p(f"{gone('1')}after")

    assert printed(*body, revisions="reject") == ["1. one", "2. two", "(a) sub", "after"]


def test_a_deletion_from_one_point_into_the_next():
    changes = tracked(deleted("1", lst(item(" two b"), item("three a "))))
    body = changes, lst(item("one"), item(f"two a{gone('1')}three b"), item("four"))

    assert printed(*body) == ["1. one", "2. two athree b", "3. four"]
    assert printed(*body, revisions="reject") == ["1. one", "2. two a two b", "3. three a three b", "4. four"]


def test_a_deleted_list_between_paragraphs():
    changes = tracked(deleted("1", lst(item("one"), item("two")), p()))
    body = changes, p("before"), p(f"{gone('1')}after")

    assert printed(*body) == ["before", "after"]
    assert printed(*body, revisions="reject") == ["before", "1. one", "2. two", "after"]


def test_an_inserted_point():
    body = tracked(inserted("1")), lst(item("one"), item(f"{begins('1')}two"), item(f"{ends('1')}three"))

    assert printed(*body) == ["1. one", "2. two", "3. three"]
    assert printed(*body, revisions="reject") == ["1. one", "2. three"]
    assert set_aside(*body, revisions="reject") == [("inserted by a tracked change", "two")]


def test_a_point_parted_by_an_insertion():
    body = tracked(inserted("1")), lst(item(f"one{begins('1')} x"), item(f"y{ends('1')} z"), item("two"))

    assert printed(*body) == ["1. one x", "2. y z", "3. two"]
    assert printed(*body, revisions="reject") == ["1. one z", "2. two"]


def test_an_inserted_last_point():
    body = tracked(inserted("1")), lst(item("one"), item(f"{begins('1')}two")), p(f"{ends('1')}after")

    assert printed(*body, revisions="reject") == ["1. one", "after"]


def test_what_was_inserted_and_deleted_stands_on_neither_side():
    region = deleted("1", p("both")).replace("<text:deletion>", "<text:insertion/><text:deletion>")
    body = tracked(region), p(f"one {gone('1')}two")

    assert printed(*body) == printed(*body, revisions="reject") == ["one two"]
    assert set_aside(*body, revisions="reject") == [("deleted by a tracked change", "both")]


def test_a_change_of_format_is_no_change_of_words():
    region = inserted("1").replace("insertion", "format-change")

    assert read(tracked(region), p(f"{begins('1')}a{ends('1')}")).warnings == ()


def test_a_deletion_without_a_place_is_set_aside():
    assert set_aside(tracked(deleted("1", p("lost"))), p("a"), revisions="reject") == [
        ("deleted by a tracked change", "lost")
    ]


def test_a_deletion_that_names_itself_ends():
    body = tracked(deleted("1", p(f"a{gone('1')}"), p(f"b{gone('1')}"))), p(f"{gone('1')}c")

    assert printed(*body, revisions="reject") == ["a", "bc"]


# ---------------------------------------------------------------- running text


def test_blanks_tabs_and_breaks():
    assert printed(p("  a\n b<text:s text:c='2'/> c<text:tab/>d<text:line-break/>e  ")) == ["a b   c\td\ne"]
    assert len(printed(p("a<text:s text:c='999999999'/>b"))[0]) < 1_000


def test_words_in_any_inline_element_are_text():
    inside = (
        "<text:a>a</text:a> <text:span>b<text:span>c</text:span></text:span> <text:placeholder>d</text:placeholder> "
        "<text:date>e</text:date><text:bookmark/> <text:unheard-of>f</text:unheard-of> <text:ruby><text:ruby-base>g"
        "</text:ruby-base><text:ruby-text>h</text:ruby-text></text:ruby>"
    )
    assert printed(p(inside)) == ["a bc d e f g"]
    assert set_aside(p(inside)) == [("reading aid above the text", "h")]


def test_notes_and_comments_are_set_aside_at_their_place():
    body = p("-"), p(f"One{note('1', 'See there.')} two{note('i', 'End.', 'endnote')}{comment('Why?', 'Ann')}.")
    document = read(*body)

    assert printed(*body) == ["-", "One two."]
    assert [(left.line, left.reason, left.text) for left in document.omitted] == [
        (2, "footnote", "1 See there."),
        (2, "endnote", "i End."),
        (2, "comment by Ann", "Why?"),
    ]
    assert [(finding.rule, finding.message, finding.line, finding.quote) for finding in document.findings] == [
        ("comment", "comment by Ann", 2, "Why?")
    ]


def test_headers_and_footers_are_set_aside_once():
    page = f"<style:header>{p('Draft')}</style:header><style:header-left>{p('Draft')}</style:header-left>"
    page += f"<style:footer>{p('Page <text:page-number>1</text:page-number>')}</style:footer>"

    assert set_aside(p("a"), page=page) == [("header", "Draft"), ("footer", "Page 1")]


def test_hidden_text_is_set_aside_and_found():
    styles = (
        LEGAL
        + '<style:style style:name="T" style:family="text"><style:text-properties text:display="none"/></style:style>'
    )
    styles += paragraph_style("P", text='text:display="none"') + paragraph_style("Q", parent="P")
    body = [
        p('a <text:span text:style-name="T">secret</text:span>b'),
        p("under the table", "Q"),
        f'<text:section text:name="s" text:display="none">{p("behind")}</text:section>',
        p('c<text:hidden-text text:string-value="unseen" text:is-hidden="true"/>'),
    ]
    document = read(*body, automatic=styles)

    assert [block.text for block in document.blocks] == ["a b", "c"]
    assert [(left.reason, left.text) for left in document.omitted] == [
        ("hidden text", "secret"),
        ("hidden text", "under the table"),
        ("hidden text", "behind"),
        ("hidden text", "unseen"),
    ]
    assert {finding.rule for finding in document.findings} == {"hidden-text"}


def test_the_table_of_contents_is_set_aside():
    contents = (
        "<text:table-of-content><text:table-of-content-source><text:index-title-template>Contents"
        f"</text:index-title-template></text:table-of-content-source><text:index-body>{p('Contents')}{p('Peace 1')}"
        "</text:index-body></text:table-of-content>"
    )
    assert set_aside(contents, p("a")) == [("table of contents", "Contents\nPeace 1")]


def test_text_boxes_follow_the_paragraph_they_are_tied_to():
    body = lst(item(f"a{box('in a box', lst(item('x')))}b"), item("c"))

    assert printed(body) == ["1. ab", "in a box", "1. x", "2. c"]


def test_descriptions_of_pictures_and_embedded_objects():
    frame = "<draw:frame><draw:object/><svg:title>Map</svg:title><svg:desc>of the island</svg:desc></draw:frame>"

    assert set_aside(p(f"a{frame}")) == [("image description", "Map"), ("image description", "of the island")]
    assert read(p(f"a{frame}")).warnings == ("1 objects embedded in it, such as formulas and charts, were not read",)


def test_a_table_row_is_a_block():
    assert printed(table(row("No", "Text"), row("1", p("Peace") + p("and trade")), row(lst(item("a")), "b"))) == [
        "No | Text",
        "1 | Peace\nand trade",
        "1. a | b",
    ]


def test_words_outside_of_paragraphs_are_kept():
    assert printed("stray", p("a")) == ["stray", "a"]


def test_paragraphs_are_counted():
    assert [block.line for block in read(p("a"), p(), lst(item("b")), table(row("c", "d")), p("e")).blocks] == [
        1,
        3,
        4,
        6,
    ]


# ---------------------------------------------------------------- hostile files


def test_styles_that_rest_on_each_other_in_a_circle():
    styles = paragraph_style("A", parent="B") + paragraph_style("B", parent="A")

    assert printed(lst(item(p("a", "A")), style=None), p("b", "A"), automatic=styles) == ["a", "b"]


def test_a_change_that_never_ends_hides_nothing():
    body = tracked(inserted("1")), p(f"a {begins('1')}b"), p("c")

    assert printed(*body, revisions="reject") == ["a"]
    assert lost("a b c", read(*body, revisions="reject")) == []


def test_levels_beyond_the_tenth():
    deep = item("x")
    for _ in range(60):
        deep = item(lst(deep, style=None))

    assert printed(lst(deep)) == ["1. x"]


def test_a_heading_of_an_absurd_level():
    assert shape(h("a", 999999999, "H1"), styles=HEADINGS) == [("heading", None, 10, "a")]


# ---------------------------------------------------------------- nothing is lost


def random_text(seed: int, *, changes: bool = False) -> tuple[bytes, list[str]]:
    """A text of lists, headings and tables whose words are w1, w2 ...: its file and its words."""
    draw = random.Random(seed)
    words: list[str] = []
    regions: list[str] = []
    lists: list[str] = []

    def word() -> str:
        words.append(f"w{len(words) + 1}")
        if not changes or draw.random() > 0.3:
            return words[-1]
        regions.append(words[-1])
        if draw.random() < 0.5:
            return f"{begins(words[-1])}{words[-1]}{ends(words[-1])}"
        return f"x {gone(words[-1])}"

    def items(depth: int) -> list[str]:
        return [
            item(
                p(word()) if draw.random() < 0.9 else p(),
                *([p(word())] if draw.random() < 0.15 else []),
                *([lst(*items(depth + 1), style=None)] if depth < 3 and draw.random() < 0.35 else []),
                more=f'text:start-value="{draw.randint(1, 12)}"' if draw.random() < 0.08 else "",
            )
            for _ in range(draw.randint(1, 3))
        ]

    def part() -> str:
        kind = draw.random()
        if kind < 0.6:
            more = draw.choice([CONTINUED, "", "", f'text:continue-list="l{draw.randint(1, 4)}"'])
            lists.append(f'xml:id="l{len(lists) + 1}"')
            return lst(*items(1), style=draw.choice("ABC"), more=f"{more} {lists[-1]}")
        if kind < 0.75:
            return p(word())
        if kind < 0.92:
            number = draw.randint(1, 3)
            return h(word(), number, f"H{number}", draw.choice(["", "", 'text:is-list-header="true"']))
        return table(row(lst(*items(2), style="A"), word()), row(word(), word()))

    body = [part() for _ in range(draw.randint(2, 7))]
    changed = [deleted(key, p(key)) if gone(key) in "".join(body) else inserted(key) for key in regions]
    styles = [
        list_style(
            name,
            *(
                level(draw.choice(["1", "1", "a", "A", "i", "I", ""]), draw.choice(["", "(", "Art. "]),
                      draw.choice([".", ")", ""]), draw.randint(1, depth), draw.choice([1, 1, 3]))
                for depth in range(1, 5)
            ),
        )
        for name in "ABC"
    ]  # fmt: skip
    return odt(tracked(*changed), *body, styles=HEADINGS, automatic="".join(styles)), words


@given(st.integers(0, 10_000), st.sampled_from(["accept", "reject"]))
def test_every_word_is_accounted_for_once(seed, revisions):
    data, words = random_text(seed, changes=True)
    document = read_here(source(data, revisions))
    kept = [text for block in document.blocks for text in block.text.replace("x", " ").replace("|", " ").split()]
    kept += [left.text for left in document.omitted if left.reason != "number without text"]

    assert lost(" ".join(words), document) == []
    assert sorted(kept) == sorted(words)


# ---------------------------------------------------------------- beside LibreOffice


def test_a_text_that_libreoffice_saved():
    data = (FILES / "libreoffice.odt").read_bytes()
    accepted, rejected = read_here(source(data)), read_here(source(data, "reject"))

    assert lines(accepted) == [
        "Agreement on the island",
        "Article I. Security",
        "1. The island is neutral.",
        "2. Its forces are limited:",
        "(a) to 800,000 men in peacetime;",
        "(b) to 40 ships.",
        "Boxed remark.",
        "Text in a box.",
        "Article II. Trade",
        "II.1 Ports",
        "3. Ports are open.",
        "4. Tariffs are published.",
        "Year",
        "Quota",
        "2026",
        "A) ten",
    ]
    assert lines(rejected)[4] == "(a) to 600,000 men in peacetime;"
    assert [(left.reason, left.text) for left in accepted.omitted] == [
        ("deleted by a tracked change", "600,000"),
        ("footnote", "1 As counted on 1 May."),
        ("comment by Ann", "All of them?"),
        ("header", "Draft 2"),
    ]
    assert accepted.warnings == ("tracked changes by Bo, 2 in all, read as accepted",)


def lines(document: Document) -> list[str]:
    """What the document prints, paragraph by paragraph, labels without text included."""
    found = [(block.line, f"{block.label or ''} {block.text}") for block in document.blocks]
    found += [(left.line, left.text) for left in document.omitted if left.reason == "number without text"]
    rows = (
        part
        for _, text in sorted(found, key=lambda pair: pair[0] or 0)
        for part in text.replace(" | ", "\n").split("\n")
    )
    return [" ".join(row.split()) for row in rows]


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_labels_are_those_that_libreoffice_prints(tmp_path):
    seeds = range(40)
    for seed in seeds:
        (tmp_path / f"{seed}.odt").write_bytes(random_text(seed)[0])
    command = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "txt:Text"]
    files = [str(tmp_path / f"{seed}.odt") for seed in seeds]
    subprocess.run([*command, "--outdir", str(tmp_path), *files], check=True, capture_output=True, timeout=300)
    theirs = {seed: (tmp_path / f"{seed}.txt").read_text(encoding="utf-8-sig").split("\n") for seed in seeds}
    ours = {seed: lines(read_here(source((tmp_path / f"{seed}.odt").read_bytes()))) for seed in seeds}

    assert ours == {seed: [" ".join(row.split()) for row in rows if row.strip()] for seed, rows in theirs.items()}


# ---------------------------------------------------------------- flat XML


def flat(data: bytes, image: str = "") -> bytes:
    """The same text in one XML file, as .fodt has it, with an image before it."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = [etree.fromstring(package.read(part)) for part in ("styles.xml", "content.xml")]
    office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
    whole = etree.Element(f"{{{office}}}document", nsmap={**parts[0].nsmap, **parts[1].nsmap})
    whole.set(f"{{{office}}}mimetype", "application/vnd.oasis.opendocument.text")
    whole.extend(element for part in parts for element in part)
    paragraphs = etree.tostring(whole, encoding="unicode").replace("<text:p", f"{image}<text:p", 1)
    return paragraphs.encode()


@pytest.mark.parametrize("revisions", ["accept", "reject"])
def test_flat_xml_reads_as_the_packed_file_does(revisions, tmp_path):
    packed = (FILES / "libreoffice.odt").read_bytes()
    path = tmp_path / "plan.fodt"
    path.write_bytes(flat(packed))

    one = sources.read(path, revisions=revisions)

    assert (one.media, one.warnings) == ("odt", ())
    assert plandiff_read(one) == plandiff_read(source(packed, revisions))


def test_the_data_of_an_image_in_flat_xml_are_no_words():
    data = "<office:binary-data>QUJD</office:binary-data>"
    image = f"<text:p><draw:frame><draw:image>{data}</draw:image></draw:frame></text:p>"

    document = read_here(source(flat(odt(p("1. The border is open."), page="Header"), image)))

    assert [block.text for block in document.blocks] == ["1. The border is open."]
    assert "QUJD" not in str(document)
