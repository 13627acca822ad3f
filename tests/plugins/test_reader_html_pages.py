"""Web pages: the article and its list are found, and what stands around them is set aside and listed."""

from __future__ import annotations

import pytest

from plandiff.model import Document, Source
from plandiff_readers.html import plandiff_read
from tests.plugins.ledger import lost

AROUND = "page around the article"

POINTS = [
    "The sovereignty of the island is confirmed.",
    "The coast guard is limited to 600 personnel.",
    "All parties receive an amnesty.",
    "Elections are held in 100 days.",
]
LIST = "<ol>" + "".join(f"<li>{text}</li>" for text in POINTS) + "</ol>"
LEAD = "<p>The mediators presented a plan of four points on Monday. Its text follows in full.</p>"
TAIL = "<p>The parties said that they would study the plan and answer within a week.</p>"
MENU = '<ul><li><a href="/">Home</a><li><a href="/w">World</a><li><a href="/s">Sport</a></ul>'
TEASERS = (
    '<h3>More news</h3><ul><li><a href="/1">Storm on the coast</a> 2 hours ago<li><a href="/2">Prices rise</a></ul>'
)


def read(html: str) -> Document:
    document = plandiff_read(Source(name="page.html", suffix=".html", data=b"", text=html))
    assert document is not None
    return document


def printed(html: str) -> list[str]:
    return [f"{block.label or ''} {block.text}".strip() for block in read(html).blocks]


def around(html: str) -> list[str]:
    return [left.text for left in read(html).omitted if left.reason == AROUND]


NUMBERED = [f"{number}. {text}" for number, text in enumerate(POINTS, 1)]
STORY = [LEAD[3:-4], *NUMBERED, TAIL[3:-4]]


def test_a_page_with_nothing_but_a_list():
    assert printed(LIST) == NUMBERED
    assert around(LIST) == []


def test_a_page_without_points():
    assert printed(f"<h1>Plan</h1>{LEAD}{TAIL}") == ["Plan", LEAD[3:-4], TAIL[3:-4]]


def test_a_news_page_made_of_divs():
    html = f"""<div class="css-1x"><div class="site-nav">{MENU}</div>
        <div id="cookieBanner"><p>We and our partners use cookies.</p><p>Accept all</p></div>
        <div class="css-2y"><h1>Four points</h1><div class="css-3z">{LEAD}{LIST}
        <div class="share-tools"><p>Send to a friend</p></div>{TAIL}</div></div>
        <div class="css-4">{TEASERS}</div>
        <div class="comments-area"><p>1. I do not believe a word of it.</p><p>Ann, Tuesday</p></div>
        <div class="css-5">{MENU}</div></div>"""

    assert printed(html) == ["Four points", *STORY]
    assert around(html) == [
        "Home\nWorld\nSport\nWe and our partners use cookies.\nAccept all",
        "Send to a friend",
        "More news\nStorm on the coast 2 hours ago\nPrices rise\n"
        "1. I do not believe a word of it.\nAnn, Tuesday\nHome\nWorld\nSport",
    ]


def test_a_news_page_with_article_and_main():
    html = f"""<header>Daily News</header><div>{MENU}<p>Breaking: a storm is coming.</p></div>
        <main><p>World</p><article><header><h1>Four points</h1></header>{LEAD}{LIST}{TAIL}
        <footer>By our reporter</footer></article><p>Subscribe today.</p></main>"""

    assert printed(html) == ["Four points", *STORY]
    assert around(html) == ["Home\nWorld\nSport\nBreaking: a storm is coming.\nWorld", "Subscribe today."]


def test_a_list_in_a_quotation():
    assert printed(f"<article>{LEAD}<blockquote>{LIST}</blockquote>{TAIL}</article>") == STORY


def test_points_as_paragraphs():
    points = "".join(f"<p>{point}</p>" for point in NUMBERED)

    assert printed(f"<div class='menu'>{MENU}</div><div>{LEAD}{points}{TAIL}</div>") == STORY


def test_points_as_headings():
    points = "".join(f"<h3>{number}. Point</h3><p>{text}</p>" for number, text in enumerate(POINTS, 1))
    html = f"<div>{MENU}</div><div>{LEAD}{points}</div><div>{TEASERS}</div>"

    assert printed(html) == [
        LEAD[3:-4],
        *(f"{n}. Point" if i == 0 else POINTS[n - 1] for n in range(1, 5) for i in (0, 1)),
    ]


def test_points_as_lines():
    assert printed(f"<div>{MENU}</div><p>{'<br>'.join(NUMBERED)}</p><div>{TEASERS}</div>") == ["\n".join(NUMBERED)]


def test_points_in_a_table():
    rows = "".join(f"<tr><td>{number}<td>{text}" for number, text in enumerate(POINTS, 1))

    assert printed(f"<div>{MENU}</div>{LEAD}<table>{rows}</table>")[1:] == [
        f"{number} | {text}" for number, text in enumerate(POINTS, 1)
    ]


def test_a_list_interrupted_and_resumed():
    html = (
        "<ol><li>a<li>b</ol><p>An advert.</p><ol start=3><li>c</ol><ol reversed start=9 type=I><li>d<li value=2>e</ol>"
    )

    assert printed(html) == ["1. a", "2. b", "An advert.", "3. c", "IX. d", "II. e"]


@pytest.mark.parametrize("order", ["{0}{1}", "{1}{0}"])
def test_of_two_articles_the_one_with_most_points(order):
    other = "<article><h2>Weather</h2><p>Rain is expected on the whole coast until the end of the week.</p></article>"
    html = order.format(f"<article><h2>Plan</h2>{LEAD}{LIST}</article>", other)

    assert printed(html) == ["Plan", LEAD[3:-4], *NUMBERED]
    assert len(around(html)) == 1


def test_points_that_are_left_out_are_said():
    other = "<article><ol><li>Rain in the north.<li>Sun in the south.<li>Wind.</ol></article>"
    html = f"<article>{LIST}</article>\n{other}"

    assert printed(html) == NUMBERED
    assert read(html).warnings == ("3 numbered points around the article are not compared (line 2)",)


def test_points_each_in_an_article_of_its_own():
    html = "".join(
        f"<article><h3>Article {number}</h3><p>{text}</p></article>" for number, text in enumerate(POINTS, 1)
    )

    assert len(read(html).blocks) == 8
    assert around(html) == []


def test_comments_that_are_articles_inside_the_article():
    html = f"<article>{LEAD}{LIST}<section><article><p>1. Nonsense!</p></article></section></article>"

    assert printed(html) == [LEAD[3:-4], *NUMBERED]
    assert around(html) == ["1. Nonsense!"]


def test_an_article_that_is_only_a_teaser():
    html = f"<article><a href='/x'>Read this</a></article><div>{LEAD}{LIST}</div>"

    assert printed(html)[-4:] == NUMBERED


def test_a_list_of_most_read_stories():
    most_read = "".join(f"<li><a href='/{n}'>A story about the coast</a>" for n in range(1, 11))
    html = f"{LEAD}{LIST}<div><h4>Most read</h4><ol>{most_read}</ol></div>"

    assert printed(html) == [LEAD[3:-4], *NUMBERED]


def test_a_list_of_links_that_is_the_plan():
    linked = "".join(f"<li><a href='#p{number}'>{text}</a>" for number, text in enumerate(POINTS, 1))

    assert printed(f"{LEAD}<ol>{linked}</ol>") == [LEAD[3:-4], *NUMBERED]


def test_links_inside_a_point_belong_to_it():
    sources = "<ul><li><a href=a>The treaty of 1994</a><li><a href=b>The protocol</a></ul>"

    assert printed(f"<ol><li>Peace, see{sources}<li>Trade.<li>Law.</ol>") == [
        "1. Peace, see", "The treaty of 1994", "The protocol", "2. Trade.", "3. Law.",
    ]  # fmt: skip


def test_points_in_an_element_that_is_called_like_a_menu():
    html = f"<div class='related content'>{LIST}</div><div>{LEAD}</div>"

    assert printed(html)[:4] == NUMBERED


def test_a_wiki_page():
    edit = '<span class="mw-editsection">[<a href="/edit">edit</a>]</span>'
    mark = '<sup id="ref-{0}" class="reference"><a href="#note-{0}">[{0}]</a></sup>'
    html = f"""<div id="toc"><ul><li><a href="#Terms">1 Terms</a><li><a href="#Ref">2 References</a></ul></div>
        <h1>Island plan</h1><p>The plan{mark.format(1)} has 600 000 km<sup>2</sup> in view.</p>
        <h2>Terms{edit}</h2>{LIST.replace("amnesty.", "amnesty." + mark.format(2))}
        <h2>References{edit}</h2><ol class="references"><li id="note-1"><a href="#ref-1">^</a> Gazette, 2025.</li>
        <li id="note-2"><a href="#ref-2">^</a> Tribune, 2026.</li></ol>"""

    assert printed(html) == [
        "Island plan", "The plan has 600 000 km² in view.", "Terms", *NUMBERED, "References",
    ]  # fmt: skip
    assert [(left.reason, left.text) for left in read(html).omitted] == [
        (AROUND, "1 Terms\n2 References"),
        ("mark of a note", "[¹]"),
        ("navigation", "[edit]"),
        ("mark of a note", "[²]"),
        ("navigation", "[edit]"),
        ("footnote", "^ Gazette, 2025."),
        ("footnote", "^ Tribune, 2026."),
    ]


def test_notes_by_their_role():
    html = '<p>Peace<a role="doc-noteref" href="#n">1</a>.</p><aside role="doc-footnote" id="n">As agreed.</aside>'

    assert printed(html) == ["Peace."]
    assert [(left.reason, left.text) for left in read(html).omitted] == [
        ("mark of a note", "1"),
        ("footnote", "As agreed."),
    ]


def test_a_raised_link_that_is_no_mark():
    assert printed("<p>The <sup><a href='#x'>annexed treaty</a></sup> holds.") == ["The annexed treaty holds."]


def test_numbers_made_by_style_are_not_read_and_that_is_said():
    style = "<style>ol {list-style: none} li:before {counter-increment: point}</style>"
    html = style + LIST.replace("<ol>", "<ol style='list-style:none'>")

    assert read(html).warnings == ("numbers that the page prints by its style (CSS counters) are not read (line 1)",)
    assert read(style + LIST).warnings == ()


def test_words_for_screen_readers():
    assert printed("<p>Peace <span class='icon sr-only'>opens in a new window</span>now.") == ["Peace now."]


def test_hidden_text_is_a_finding():
    findings = read("<p>Peace <span hidden>until 2030</span>now.").findings

    assert [(finding.rule, finding.quote) for finding in findings] == [("hidden-text", "until 2030")]


@pytest.mark.parametrize("wrap", ["{}", "<main>{}</main>", "<div class='comments'>{}</div>", "<article>{}</article>"])
def test_every_word_is_accounted_for(wrap):
    body = f"{MENU}{LEAD}{LIST}<div class='cookies'>{TAIL}</div><article>{TEASERS}</article>"
    words = body.replace("<", " <").replace(">", "> ")
    for tag in "ol ul li p h3 div article".split():
        words = words.replace(f"<{tag}>", "").replace(f"</{tag}>", "")

    visible = " ".join(
        part for part in words.replace("</a>", "").split() if "=" not in part and part not in ("<a", "<div")
    )
    assert "Storm" in visible
    assert lost(visible, read(wrap.format(body))) == []


def test_ten_thousand_elements_inside_each_other():
    assert printed("<div class=menu>" * 10_000 + "deep" + "</div>" * 10_000 + LIST)[-4:] == NUMBERED


def test_the_caption_of_a_picture_belongs_to_no_point():
    figure = '<figure><img src="x.jpg"><figcaption>Soldiers near the border. Photo: Agency</figcaption></figure>'
    document = read(f"<p>1. Guns are silent.</p>{figure}<p>2. Roads are open.</p>")

    assert [block.text for block in document.blocks] == ["1. Guns are silent.", "2. Roads are open."]
    assert [(left.reason, left.text) for left in document.omitted] == [
        ("caption", "Soldiers near the border. Photo: Agency")
    ]
