"""Whatever a text holds, it reaches no reader as more than text: sixty payloads in every place of every format.

Each payload stands in every string that a document, a data file or a plugin can fill. The measure of a sink is what
it writes where plain words stand in those places: the payload may change no more than the words.
"""

from __future__ import annotations

import csv as reading
import io
import json as parsing
import re
import tomllib
from functools import partial
from html.parser import HTMLParser

import pytest
from markdown_it import MarkdownIt
from msgspec import convert

from plandiff.__main__ import _say
from plandiff.model import SEVERITIES, Comparison, Finding
from plandiff.render.criticmarkup import criticmarkup
from plandiff.render.csv import csv
from plandiff.render.explain import explain
from plandiff.render.findings import Told, findings
from plandiff.render.github import github
from plandiff.render.html import html
from plandiff.render.json import json
from plandiff.render.markdown import markdown
from plandiff.render.outline import outline
from plandiff.render.plain import plain
from plandiff.render.pointlist import pointlist
from plandiff.render.sarif import sarif
from plandiff.render.terminal import terminal
from plandiff.render.visible import hidden, visible
from plandiff.review import draft
from tests.render.html_payloads import laced
from tests.render.payloads import PAYLOADS

COLOUR = re.compile(r"\x1b\[[0-9;]*m")
MARK = re.compile(r"\{~~.*?~>.*?~~\}|\{--.*?--\}|\{\+\+.*?\+\+\}|\{>>.*?<<\}", re.DOTALL)


def harmless(payload: str) -> str:
    """Plain words of the same shape."""
    return re.sub(r"\S", "w", payload)


def unseen(text: str) -> set[str]:
    """The characters of an output that no eye sees."""
    return {character for character in text if hidden(character)} - {"\n"}


def squeezed(text: str) -> str:
    return "".join(text.split())


class _Tags(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, ...]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, *(name for name, _ in attrs)))

    def handle_comment(self, data: str) -> None:
        self.found.append(("comment",))


def tags(page: str) -> list[tuple[str, ...]]:
    """The elements of a page in order, with the names of their attributes; a break or a bare span does nothing."""
    return [each for each in _Tags(page).found if each not in (("br",), ("span",))]


def rendered(text: str) -> str:
    return MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(text)


@pytest.fixture(params=PAYLOADS, ids=[f"{number}" for number in range(len(PAYLOADS))])
def payload(request) -> str:
    return request.param


@pytest.fixture
def hostile(payload) -> Comparison:
    return laced(payload)


@pytest.fixture
def plainly(payload) -> Comparison:
    return laced(harmless(payload))


def test_there_are_sixty():
    assert len(set(PAYLOADS)) == len(PAYLOADS) == 60


@pytest.mark.parametrize("view", ["points", "side", "issues", "map", "summary"])
def test_terminal(view, hostile, payload, printed):
    text = printed(partial(terminal, hostile, view=view), 200, colour=True)

    assert unseen(COLOUR.sub("", text)) == set()
    assert squeezed(visible(payload))[:12] in squeezed(COLOUR.sub("", text))


def test_show_and_explain(hostile, printed):
    shown = printed(partial(outline, hostile.left), 200, colour=True)
    explained = printed(partial(explain, hostile, "left", hostile.left.points[0].id), 200, colour=True)

    assert unseen(COLOUR.sub("", shown + explained)) == set()


def test_html(hostile, plainly):
    assert tags(html(hostile)) == tags(html(plainly))
    assert unseen(html(hostile)) == set()


@pytest.mark.parametrize("view", ["points", "issues", "map", "summary"])
def test_markdown(view, hostile, plainly):
    assert tags(rendered(markdown(hostile, view))) == tags(rendered(markdown(plainly, view)))
    assert unseen(markdown(hostile, view)) == set()


def test_criticmarkup(hostile, plainly):
    text = criticmarkup(hostile)

    assert [mark[:3] for mark in MARK.findall(text)] == [mark[:3] for mark in MARK.findall(criticmarkup(plainly))]
    assert not re.search(r"[{}]", MARK.sub("", text))
    assert unseen(text) == set()


def test_csv(hostile, plainly):
    text = csv(hostile).removeprefix("\ufeff")
    rows = list(reading.reader(io.StringIO(text, newline="")))

    assert [len(row) for row in rows] == [12] * len(list(reading.reader(io.StringIO(csv(plainly)))))
    assert not [cell for row in rows for cell in row if re.match(r"\s*[=+@|%＝＋－＠-]", cell)]
    assert unseen(text.replace("\r\n", "\n")) == set()


def test_xlsx(hostile):
    openpyxl = pytest.importorskip("openpyxl", reason="needs openpyxl: pip install 'plandiff[documents]'")
    from plandiff.render.xlsx import xlsx

    book = openpyxl.load_workbook(io.BytesIO(xlsx(hostile)))
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row if cell.value]

    assert {cell.data_type for cell in cells} == {"s"}
    assert not [cell.value for cell in cells if re.match(r"\s*[=+@|%＝＋－＠-]", cell.value) or unseen(cell.value)]
    assert not [cell for cell in cells if cell.hyperlink]


def test_json(hostile):
    text = json(hostile)

    assert unseen(text) == set()
    assert convert(parsing.loads(text), Comparison) == hostile


def test_point_list_and_plain_text(hostile):
    points = parsing.loads(pointlist(hostile.left))["points"]

    assert unseen(pointlist(hostile.left) + plain(hostile.left)) == set()
    assert [point["text"] for point in points] == [point.text for point in hostile.left.top]


def test_annotations(hostile, plainly):
    lines = github(hostile).splitlines()

    assert all(re.match(r"::(error|warning|notice) [^:]*::", line) for line in lines)
    assert len(lines) == len(github(plainly).splitlines())
    assert list(map(fields, lines)) == list(map(fields, github(plainly).splitlines()))
    assert unseen(github(hostile)) == set()


def fields(command: str) -> list[str]:
    """The names of the fields of a workflow command, as the runner takes it apart."""
    return [field.partition("=")[0] for field in command.split("::")[1].partition(" ")[2].split(",")]


def test_sarif(hostile):
    text = sarif(hostile)
    run = parsing.loads(text)["runs"][0]
    results = run["results"]
    notes = run["invocations"][0]["toolExecutionNotifications"]
    messages = [each["message"]["text"] for each in (*results, *notes)]
    addresses = [each["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for each in results]

    assert unseen(text) == set()
    assert not [each for each in messages if "](" in each or re.search(r"(?<!\{)(\{\{)*\{(?!\{)", each)]
    assert all(re.fullmatch(r"[A-Za-z0-9._~/%-]+", each) for each in addresses)


def test_findings_of_check(payload):
    finding = Finding(rule="open-brackets", severity=SEVERITIES[2], message=payload, quote=f"{payload} q", line=1)
    told = [Told(f"f{payload}", finding, "settle it")]
    log, lines = findings(told, "github"), findings(told, "terminal")

    assert log.count("\n") == 1
    assert log.startswith("::warning file=f")
    assert unseen(log + lines + findings(told, "sarif")) == set()
    assert lines.count("\n") == 3
    assert parsing.loads(findings(told, "json"))[0]["message"] == payload


def test_review_file(hostile):
    text = draft(hostile)

    assert unseen(text) == set()
    assert tomllib.loads(text)["links"]


def test_error_line(payload, capsys):
    _say(f"{payload}: no such file")

    assert unseen(capsys.readouterr().err) == set()
