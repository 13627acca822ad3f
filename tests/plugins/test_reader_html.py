"""HTML: blocks as a browser shows them, and an omission for everything else."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plandiff.errors import ReadError
from plandiff.model import Document, Source
from plandiff.sources import from_text
from plandiff_readers.html import plandiff_read


def read(html: str) -> Document:
    document = plandiff_read(Source(name="page.html", suffix=".html", data=b"", text=html))
    assert document is not None
    return document


def texts(html: str) -> list[str]:
    return [block.text for block in read(html).blocks]


def shape(html: str) -> list[tuple[str, str | None, int | None, str]]:
    return [(block.kind, block.label, block.level, block.text) for block in read(html).blocks]


def labels(html: str) -> list[str | None]:
    return [block.label for block in read(html).blocks]


def set_aside(html: str) -> list[tuple[str, str]]:
    return [(left.reason, left.text) for left in read(html).omitted]


# ---------------------------------------------------------------- recognition


@pytest.mark.parametrize("suffix", [".html", ".htm", ".xhtml"])
def test_a_page_is_known_by_its_suffix(suffix):
    assert plandiff_read(Source(name="p", suffix=suffix, data=b"", text="Peace")) is not None


@pytest.mark.parametrize("begin", ["<!DOCTYPE html>", "\n <html lang=en>", "<?xml version='1.0'?>\n<!doctype html>"])
def test_a_page_is_known_by_how_it_begins(begin):
    document = plandiff_read(from_text(f"{begin}<p>Peace"))

    assert document is not None
    assert document.format == "HTML"


@pytest.mark.parametrize("text", ["1. Peace.", "<b>Peace</b>", "The <html> tag"])
def test_other_texts_are_left_to_others(text):
    assert plandiff_read(from_text(text)) is None


def test_a_page_without_text():
    with pytest.raises(ReadError, match=r"page\.html: the page shows no text of its own"):
        read("<!doctype html><nav>Home</nav><script>go()</script>")


# ---------------------------------------------------------------- running text


def test_paragraphs_and_headings():
    assert shape("<h1>The plan</h1><p>One.</p><div>Two.<h3>Part</h3>Three.</div>") == [
        ("heading", None, 1, "The plan"),
        ("paragraph", None, None, "One."),
        ("paragraph", None, None, "Two."),
        ("heading", None, 3, "Part"),
        ("paragraph", None, None, "Three."),
    ]


def test_white_space_is_collapsed_as_in_a_browser():
    assert texts("<p>  One \n <b> two</b>&nbsp; three <i>fo</i>ur\t</p>") == ["One two\u00a0 three four"]


def test_entities_are_resolved_and_brackets_are_text():
    assert texts("<p>&lt;b&gt; &amp; 600&#8239;000 [bold]x[/bold]") == ["<b> & 600\u202f000 [bold]x[/bold]"]


def test_a_line_break_is_kept():
    assert texts("<p>1. One<br>2. Two<br/>\n3. Three</p>") == ["1. One\n2. Two\n3. Three"]


def test_two_line_breaks_part_blocks():
    assert texts("1. One<br><br>2. Two<br>\n<br>3. Three") == ["1. One", "2. Two", "3. Three"]


def test_preformatted_lines_stay_as_they_are():
    document = read("<pre>\n1. One\n   (a)  two\n\n2. Three</pre>")

    assert [(block.line, block.text) for block in document.blocks] == [
        (2, "1. One\n   (a)  two"),
        (5, "2. Three"),
    ]


def test_lines_are_counted():
    document = read("<p>One\nline\n<p>\n\n  Two\n<ul>\n<li>\nThree")

    assert [(block.line, block.text) for block in document.blocks] == [
        (1, "One line"),
        (5, "Two"),
        (8, "Three"),
    ]


def test_a_raised_figure_does_not_lengthen_a_number():
    assert texts("<p>600,000<sup>12</sup> men on the 1<sup>st</sup> day") == ["600,000¹² men on the 1st day"]


def test_unclosed_and_crossed_tags():
    assert texts("<p>One<p>Two <b>bold<div>Three</b> four</div></p>five<dl><dt>T<dd>D") == [
        "One", "Two bold", "Three four", "five", "T", "D",
    ]  # fmt: skip


def test_deep_nesting():
    assert texts("<div>" * 10_000 + "deep" + "</div>" * 10_000 + "after") == ["deep", "after"]
    assert read("<ol><li>" * 100 + "deep").blocks[-1].level == 100


# ---------------------------------------------------------------- lists


def test_nested_lists():
    html = "<ol><li>One<ol type=a><li>first<li>second<ol type=i><li>deep</ol></ol>tail<li>Two</ol>after"

    assert shape(html) == [
        ("item", "1.", 1, "One"),
        ("item", "a.", 2, "first"),
        ("item", "b.", 2, "second"),
        ("item", "i.", 3, "deep"),
        ("paragraph", None, 1, "tail"),
        ("item", "2.", 1, "Two"),
        ("paragraph", None, None, "after"),
    ]


def test_further_paragraphs_of_an_item():
    assert shape("<ul><li><p>One</p><p>more</p></li><li><h3>Two</h3></li></ul>") == [
        ("item", None, 1, "One"),
        ("paragraph", None, 1, "more"),
        ("item", None, 1, "Two"),
    ]


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        ("", ["1.", "2.", "3."]),
        ("start=15", ["15.", "16.", "17."]),
        ("start=-1", ["-1.", "0.", "1."]),
        ("reversed", ["3.", "2.", "1."]),
        ("reversed start=9", ["9.", "8.", "7."]),
        ("type=a start=26", ["z.", "aa.", "ab."]),
        ("type=A", ["A.", "B.", "C."]),
        ("type=i start=3", ["iii.", "iv.", "v."]),
        ("type=I start=1998", ["MCMXCVIII.", "MCMXCIX.", "MM."]),
        ("type=i start=3999", ["mmmcmxcix.", "4000.", "4001."]),
        ("type=a start=0", ["0.", "a.", "b."]),
        ("start=99999999999999999999", ["1.", "2.", "3."]),
        ("start=two", ["1.", "2.", "3."]),
        ('style="list-style-type: lower-alpha"', ["a.", "b.", "c."]),
        ('style="margin:0; list-style: upper-roman inside"', ["I.", "II.", "III."]),
        ('style="list-style:none"', [None, None, None]),
    ],
)
def test_labels_as_a_browser_prints_them(attributes, expected):
    assert labels(f"<ol {attributes}><li>x<li>y<li>z</ol>") == expected


def test_an_item_may_claim_its_number():
    assert labels("<ol><li>x<li value=20>y<li>z<li type=a>w</ol>") == ["1.", "20.", "21.", "v."]


def test_a_list_goes_on_after_an_interruption():
    assert labels("<ol><li>x<li>y</ol><p>note</p><ol start=3><li>z</ol>") == ["1.", "2.", None, "3."]


def test_an_item_without_words_keeps_its_number():
    assert shape("<ol><li></li><li><ol type=a><li>x</ol></ol>") == [
        ("item", "1.", 1, ""),
        ("item", "2.", 1, ""),
        ("item", "a.", 2, "x"),
    ]


# ---------------------------------------------------------------- tables


def test_a_row_is_a_block():
    html = "<table><tr><th>No<th>Text<tr><td>1<td><p>Peace<p>and trade<tr><td>2<td>Law</table>after"

    assert texts(html) == ["No | Text", "1 | Peace\nand trade", "2 | Law", "after"]


def test_words_between_the_cells_are_kept():
    assert texts("<table><tr>x<td>a</td>y<td>b</td>z</table>") == ["x\na\ny | b\nz"]


def test_a_table_that_only_lays_out_the_page():
    html = "<table><tr><td><p>One<p>Two</table><table><tr><td>Menu<td><ol><li>Three</ol></table>"

    assert texts(html) == ["One", "Two", "Menu", "Three"]


def test_a_stray_end_inside_a_cell():
    assert texts("<div><table><tr><td>a</div><td>b</table></div>c") == ["a | b", "c"]


# ---------------------------------------------------------------- what is set aside


def test_what_stands_around_the_text():
    html = """<html><head><title>The plan</title><style>p {}</style></head><body>
        <header>Daily News</header><nav><ul><li>Home<li>World</ul></nav><p>Peace.</p>
        <aside>Related</aside><form>Search <button>Go</button></form><footer>Imprint</footer>
        <!-- printed at noon --><script>var x = "<p>not text</p>";</script><template>later</template>"""

    assert texts(html) == ["Peace."]
    assert set_aside(html) == [
        ("page title", "The plan"),
        ("style", "p {}"),
        ("navigation", "Daily News"),
        ("navigation", "Home World"),
        ("navigation", "Related"),
        ("navigation", "Go"),
        ("navigation", "Search"),
        ("navigation", "Imprint"),
        ("comment", "printed at noon"),
        ("script", 'var x = "<p>not text</p>";'),
        ("template", "later"),
    ]


@pytest.mark.parametrize(
    "attribute", ["hidden", 'style="color:red; display: NONE"', "aria-hidden=true", "style=visibility:hidden"]
)
def test_hidden_text_is_set_aside_and_said(attribute):
    html = f"<p>Peace\n<span {attribute}>until <span>2030</span></span> holds.<p {attribute}>x<p>Trade."

    assert texts(html) == ["Peace holds.", "Trade."]
    assert set_aside(html) == [("hidden text", "until 2030"), ("hidden text", "x")]
    assert read(html).warnings == ("hidden text is not compared (line 2 and 1 more)",)


def test_a_page_that_hides_its_body_until_a_script_runs():
    assert texts("<body style='visibility:hidden'><p>Peace.") == ["Peace."]


def test_a_form_around_the_whole_page():
    plan = "".join(f"<p>{number}. The parties agree on peace.</p>" for number in range(1, 40))

    assert len(texts(f"<form><input>{plan}</form>")) == 39


def test_struck_text_is_kept_and_said():
    html = "<p>600,000 <del>men</del> <s>troops</s>"

    assert texts(html) == ["600,000 men troops"]
    assert read(html).warnings == ("struck-out text is read as if it stood (line 1 and 1 more)",)


def test_a_blank_that_looks_like_a_tag():
    assert set_aside("<p>USD <amount> by <o:p>May</o:p><svg><path d=M0></svg>") == [("unknown tag", "<amount>")]


def test_the_description_of_an_image():
    assert set_aside("<p>Peace <img alt='map of the island' src=x.png>") == [("image description", "map of the island")]


def test_declarations_of_word_processors():
    html = "<p><![if !supportLists]>1. <![endif]>Peace<![foo]><?xml:namespace x>"

    assert texts(html) == ["1. Peace"]
    assert set_aside(html) == [
        ("comment", "[if !supportLists]"),
        ("comment", "[endif]"),
        ("comment", "[foo]"),
        ("processing instruction", "xml:namespace x"),
    ]


@pytest.mark.parametrize("end", ["<b unfinished", "<", "</", "<!-- open", "<a href='x", "&lt;b"])
def test_an_unfinished_end_is_kept(end):
    html = f"<p>Peace {end}"
    kept = texts(html) + [text for _, text in set_aside(html)]

    assert " ".join(kept) == f"Peace {end.replace('&lt;', '<')}"


def test_a_script_without_end_is_set_aside():
    assert set_aside("<p>Peace.<script>let x = 1") == [("script", "let x = 1")]


@pytest.mark.parametrize("flood", ["<", "<a ", "<!--", "<!--x>", "<![x>", "</div>", "<p>", "<x y='", "&amp"])
def test_a_flood_of_broken_tags_takes_no_more_than_linear_time(flood):
    assert "Peace" in " ".join(texts("<p>Peace.<div>" + flood * 5_000 + ">"))


def test_five_megabytes_on_one_line():
    assert texts("<p>" + "peace and " * 500_000) == [("peace and " * 500_000).rstrip()]


# ---------------------------------------------------------------- nothing is lost

PAIRS = [
    "p",
    "div",
    "b",
    "ol",
    "ul",
    "li",
    "table",
    "tr",
    "td",
    "nav",
    "script",
    "h2",
    "pre",
    "form",
    "title",
]
TAGS = [*(f"<{name}>" for name in PAIRS), *(f"</{name}>" for name in PAIRS)]
TAGS += ["<br>", "<span hidden>", "</span>", "<!--", "-->"]


@given(st.lists(st.one_of(st.sampled_from(TAGS), st.text("abcd12 \n[]«é\u2028", max_size=8))))
def test_every_visible_character_is_accounted_for(pieces):
    html = "<p>x" + "".join(pieces)
    document = read(html)
    kept = [block.text for block in document.blocks] + [left.text for left in document.omitted]
    # A script and an unfinished comment are kept with the tags in them.
    without_tags = [re.sub("|".join(map(re.escape, TAGS)), " ", text) for text in [html, *kept]]
    written, *kept = ["".join(text.replace(" | ", " ").split()) for text in without_tags]

    assert sorted("".join(kept)) == sorted(written)


def test_lists_in_lists_without_end_are_refused():
    with pytest.raises(ReadError, match="nests lists too deeply: flatten them"):
        read("<ol><li>" * 101 + "deep")
