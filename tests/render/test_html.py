"""The page: complete, linked, self-contained, and deaf to what documents say to it."""

from __future__ import annotations

import re
import subprocess
import sys
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import pytest
from msgspec.structs import replace

from benchmarks.alignment.generate import generate
from plandiff import compare
from plandiff.render.digest import digest
from plandiff.render.entries import Entry, Fold
from plandiff.render.html import html
from plandiff.render.html.anchors import anchors
from plandiff.render.html.body import body
from plandiff.render.html.notebook import notebook
from plandiff.render.html.page import page
from plandiff.render.visible import visible
from tests.render.html_payloads import PAYLOADS, laced
from tests.render.html_reader import read

ROOT = Path(__file__).parent.parent.parent
UKRAINE = ROOT / "fixtures" / "ukraine"
STYLE, SCRIPT = (
    (ROOT / "plandiff" / "render" / "html" / name).read_text(encoding="utf-8") for name in ("style.css", "script.js")
)

ATTRIBUTES = set(
    "aria-hidden aria-label aria-pressed charset class colspan content d data-changes data-filter data-issue data-kind "
    "data-severity dir height hidden href http-equiv id lang name preserveaspectratio role scope title type value "
    "viewbox width x y".split()
)
"""Every attribute the page uses: none acts, and only `href` holds an address."""


@pytest.fixture(scope="module", params=["geneva-19", "e3-28", "kyiv-20", "60 points"])
def compared(request):
    if request.param == "60 points":
        made = generate(60, seed=11)
        return compare(*("\n".join(f"{n}. {text}" for n, text in enumerate(side, 1)) for side in made[:2]))
    return compare(UKRAINE / "us-28.txt", UKRAINE / f"{request.param}.txt")


def blank(text):
    return "".join(text.split())


def test_the_whole_report(comparison, golden):
    golden("report.html", body(page(comparison)))


# ---------------------------------------------------------------- complete


def test_the_page_says_all_that_the_terminal_says(compared):
    content = digest(compared)
    said = [content.fates, content.flags, content.kept_words, *content.foot, *content.warnings]
    for version in content.versions:
        said += [version.name, version.size, version.about or "", version.notice or ""]
    for line in (*content.open_issues, *content.other_issues):
        said += [line.mark, line.issue.title, line.issue.status, line.where, *line.facts, *line.grounds, *line.cautions]
        said += line.wording.split(" → ")
    for item in content.entries:
        if isinstance(item, Fold):
            said.append(item.text)
            continue
        said += [item.where, *item.issues, *item.cautions, *(note.text for note in item.notes)]
        for passage in item.body:
            if isinstance(passage, Fold):
                said.append(passage.text)
            else:
                said += [passage.where, passage.state, *(note.text for note in passage.notes)]
    said += [piece for place, note in content.remarks for piece in (place, note.text)]
    said += [getattr(aside, field) for aside in content.asides for field in aside.__struct_fields__]
    shown = blank(read(html(compared)).text)

    assert [words for words in said if blank(visible(words)) not in shown] == []


@pytest.mark.parametrize("side", ["left", "right"])
def test_every_text_is_on_the_page_in_full(compared, side):
    shown = [blank(words.text) for words in read(html(compared)).all("p", "words")]
    texts = [blank(visible(point.text)) for point in getattr(compared, side).points]

    assert [text for text in texts if not any(text in words for words in shown)] == []


def test_the_redline_of_an_entry_rebuilds_both_texts(compared):
    tree = read(html(compared))
    entries = [item for item in digest(compared).entries if isinstance(item, Entry)]
    articles = tree.all("article")
    whole = [n for n, entry in enumerate(entries) if not entry.change.parts and entry.change.kind != "unchanged"]
    assert len(articles) == len(entries)
    assert whole

    for n in whole:
        change = entries[n].change
        (redline, *_) = articles[n].all("p", "words")
        assert blank(redline.without("ins")) == blank(visible(compared.left.text_of(change.left)))
        assert blank(redline.without("del")) == blank(visible(compared.right.text_of(change.right)))


def test_each_cell_marks_what_differs_from_the_other_side(compared):
    cells = read(html(compared)).all("div", "cell")

    assert [cell.text for cell in cells if "old" in cell.classes and cell.all("ins")] == []
    assert [cell.text for cell in cells if "new" in cell.classes and cell.all("del")] == []


# ---------------------------------------------------------------- links


def test_every_point_can_be_linked_to_once(compared):
    tree = read(html(compared))
    ids = [node.attributes["id"] for node in tree if "id" in node.attributes]
    names = page(compared)

    assert len(ids) == len(set(ids))
    assert set(names.old.values()) | set(names.new.values()) <= set(ids)
    assert len({*names.old.values(), *names.new.values()}) == len(compared.left.points) + len(compared.right.points)


def test_every_link_leads_to_a_place_on_the_page(compared):
    tree = read(html(compared))
    ids = {f"#{node.attributes['id']}" for node in tree if "id" in node.attributes}
    links = {node.attributes["href"] for node in tree.all("a")}

    assert links
    assert links <= ids


def test_ids_are_short_and_say_what_they_name(compared):
    names = page(compared)

    assert names.old.get("24.d", "old-24d") == "old-24d"
    assert names.new["19"] == "new-19"


def test_ids_from_outside_are_made_safe_and_stay_apart(plan):
    one, other = plan("1: a", "2: b"), plan("1: a")
    points = tuple(
        replace(point, id=name)
        for point, name in zip((*one.points, *one.points), ("a b", "a\u202eb", "1.a", "1a"), strict=True)
    )
    found = anchors(replace(other, points=points), "old")

    assert list(found.values()) == ["old-au20b", "old-au202eb", "old-1a", "old-1a-2"]


# ---------------------------------------------------------------- marked


def test_what_is_no_quotation_is_marked_wherever_it_is_quoted():
    tree = read(html(compare(UKRAINE / "us-28.txt", UKRAINE / "geneva-19.txt")))
    for table in tree.all("table"):
        heads = [head.text for head in table.all("th") if head.attributes["scope"] == "col"]
        assert heads == ["Issue", "Old paraphrase", "New reconstruction", "Notes"]
    assert [node.text for node in tree.all("figure")[0].all("span", "basis")] == ["paraphrase", "reconstruction"]
    for article in tree.all("article"):
        assert "reconstruction" in article.text or "→ –" in article.text
    for cell in tree.all("div", "cell"):
        assert cell.all("span", "basis") or cell.text.split()[1] == "–"


def test_document_text_runs_in_its_own_direction_and_language():
    tree = read(html(compare("1. תלתزم\n2. הצדדים\n", "1. תלתزم\n2. הצדדים 60\n")))

    for words in tree.all("p", "words"):
        assert (words.attributes["dir"], words.attributes["lang"]) == ("auto", "")


# ---------------------------------------------------------------- self-contained


def test_the_policy_lets_only_the_style_and_the_script_of_the_page_act(compared):
    tree = read(html(compared))
    (policy,) = (node.attributes["content"] for node in tree.all("meta") if "http-equiv" in node.attributes)
    (style,), (script,) = tree.all("style"), tree.all("script")

    def hashed(node):
        return f"'sha256-{b64encode(sha256(node.text.encode()).digest()).decode()}'"

    assert policy.split("; ") == [
        "default-src 'none'",
        f"style-src {hashed(style)}",
        f"script-src {hashed(script)}",
        "img-src data:",
        "base-uri 'none'",
        "form-action 'none'",
    ]


def test_the_page_names_no_address(compared):
    assert not re.search(r"https?:|//\w|url\(|@import", html(compared).replace("// ", ""))


def test_the_same_comparison_gives_the_same_bytes():
    program = (
        "import sys; from plandiff import compare; from plandiff.render.html import html\n"
        "sys.stdout.buffer.write(html(compare(*sys.argv[1:])).encode())"
    )

    def made(seed):
        files = [str(UKRAINE / "us-28.txt"), str(UKRAINE / "geneva-19.txt")]
        command = [sys.executable, "-c", program, *files]
        return subprocess.run(command, capture_output=True, check=True, env={"PYTHONHASHSEED": seed}).stdout

    assert made("1") == made("2")


def test_the_page_is_light():
    small = compare(UKRAINE / "us-28.txt", UKRAINE / "geneva-19.txt")
    made = generate(280, seed=5)
    large = compare(*("\n".join(f"{n}. {text}" for n, text in enumerate(side, 1)) for side in made[:2]))

    assert len(html(small).encode()) < 400_000
    assert len(html(large).encode()) < 4_000_000


# ---------------------------------------------------------------- injection


def shape(text):
    """Every element of the page in order."""
    return [node.name for node in read(text)]


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_string_from_outside_becomes_markup(payload):
    text = html(laced(payload))
    tree = read(text)

    assert shape(text) == shape(html(laced(re.sub(r"\S", "w", payload))))
    assert {name for node in tree for name in node.attributes} <= ATTRIBUTES
    assert all(node.attributes["href"].startswith("#") for node in tree.all("a"))
    ids = {word for node in tree for word in ((node.attributes.get("id") or "x"), *node.classes)}
    assert all(re.fullmatch(r"[A-Za-z0-9.-]+", each) for each in ids)
    assert [node.text for name in ("style", "script") for node in tree.all(name)] == [STYLE, SCRIPT]
    assert visible(payload) in tree.all("h3")[0].text


# ---------------------------------------------------------------- notebook


def test_the_notebook_shows_the_same_without_script_and_filters(comparison):
    tree = read(notebook(comparison))
    (root,) = (node for node in tree.children if not isinstance(node, str))
    text = tree.text.replace(tree.all("style")[0].text, "")

    assert root.classes == ["plandiff"]
    assert tree.all("script") == tree.all("input") == tree.all("html") == []
    assert text.split() == read(body(page(comparison, "x"))).text.split()


def test_two_reports_in_a_notebook_share_no_id(comparison, plan):
    other = replace(comparison, left=replace(comparison.left, sha256="1" * 64))
    ids = [{node.attributes.get("id") for node in read(notebook(each))} - {None} for each in (comparison, other)]

    assert ids[0]
    assert not ids[0] & ids[1]


def test_the_style_reaches_nothing_outside_the_report():
    blocks = re.findall(r"^(\S[^{}\n]*) \{(.*?)^\}", STYLE, flags=re.MULTILINE | re.DOTALL)
    inner = (re.findall(r"^  (\S[^{}\n]*) \{", rules, flags=re.MULTILINE) for name, rules in blocks if name[0] == "@")
    outer = {name for name, _ in blocks if name[0] != "@"}

    assert outer | {name for names in inner for name in names} == {".plandiff", ":root:has(> body > main.plandiff)"}
