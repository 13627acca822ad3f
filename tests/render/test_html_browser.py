"""The page in a real browser: offline, deaf to documents, legible to all, usable without its script."""

from __future__ import annotations

from importlib import resources
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path

import pytest

from benchmarks.alignment.generate import generate
from plandiff import compare
from plandiff.render.html import html
from tests.render.browser import browser, chromium
from tests.render.html_payloads import PAYLOADS, laced

UKRAINE = Path(__file__).parent.parent.parent / "fixtures" / "ukraine"

AXE = next((name for name in ("axe_playwright_python", "axe_core_python") if find_spec(name)), None)
"""A distribution that carries axe-core; the newer one where both are installed."""

pytestmark = pytest.mark.skipif(chromium() is None, reason="Chromium is not installed: apt-get install chromium")


@pytest.fixture(scope="module")
def tab():
    with browser() as opened:
        yield opened


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    """The reports that are looked at, by name."""
    folder = tmp_path_factory.mktemp("pages")
    long = generate(280, seed=5)
    sources = {
        "ukraine": (UKRAINE / "us-28.txt", UKRAINE / "geneva-19.txt"),
        "long": tuple("\n".join(f"{n}. {text}" for n, text in enumerate(side, 1)) for side in long[:2]),
        "arabic": (
            "1. تلتزم الأطراف بوقف إطلاق النار خلال 30 يوما.\n2. تنسحب القوات.\n",
            "1. تنسحب القوات كلها.\n2. تلتزم الأطراف بوقف إطلاق النار خلال 60 يوما.\n",
        ),
    }
    made = {}
    for name, versions in sources.items():
        made[name] = folder / f"{name}.html"
        made[name].write_text(html(compare(*versions)), encoding="utf-8")
    return made


SIZES = pytest.mark.parametrize("width", [1280, 768, 320])
THEMES = pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
NAMES = pytest.mark.parametrize("name", ["ukraine", "long", "arabic"])


# ---------------------------------------------------------------- quiet


@NAMES
def test_the_page_asks_for_nothing_and_complains_of_nothing(tab, pages, name):
    tab.open(pages[name])

    assert tab.requests == [pages[name].as_uri()]
    assert tab.messages == []


@pytest.mark.parametrize("payload", PAYLOADS)
def test_nothing_that_a_document_says_runs(tab, tmp_path, payload):
    page = tmp_path / "page.html"
    page.write_text(html(laced(payload)), encoding="utf-8")
    tab.send("Page.addScriptToEvaluateOnNewDocument", source="window.ran = () => { window.trace = true }")
    tab.open(page)
    tab.run("for (const link of document.querySelectorAll('a, button, summary')) link.click()")

    assert tab.run("'trace' in window") is False
    assert tab.requests == [page.as_uri()]
    assert tab.messages == []
    assert tab.run("document.scripts.length") == 1


def test_the_policy_stops_a_script_that_slipped_through(tab, tmp_path):
    page = tmp_path / "page.html"
    page.write_text(
        html(laced("words")).replace("<main", "<script>window.trace = true</script><img src=x onerror=ran()><main"),
        encoding="utf-8",
    )
    tab.open(page)

    assert tab.run("'trace' in window") is False
    assert any("Content Security Policy" in message for message in tab.messages)


# ---------------------------------------------------------------- legible


@SIZES
@NAMES
def test_the_page_never_scrolls_sideways(tab, pages, name, width):
    tab.open(pages[name], width)
    tab.run("for (const each of document.querySelectorAll('details')) each.open = true")

    assert tab.run("document.documentElement.scrollWidth") <= width


@SIZES
@NAMES
def test_labels_of_the_picture_keep_apart_and_stand_at_their_boxes(tab, pages, name, width):
    tab.open(pages[name], width)
    for side in ("old", "new"):
        rows = tab.run(
            f"[...document.querySelectorAll('.mapping ol.{side} a')].map(link => link.getBoundingClientRect())"
            ".map(box => [box.top, box.bottom])"
        )
        assert len(rows) > 1
        for above, below in pairwise(rows):
            assert above[1] <= below[0] + 1
    drawing, labels = tab.run(
        "['svg', 'ol.old'].map(each => document.querySelector('.mapping ' + each).getBoundingClientRect().height)"
    )
    assert drawing == pytest.approx(labels, abs=1)


@pytest.mark.skipif(AXE is None, reason="axe-core is not installed: pip install axe-core-python")
@THEMES
@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("name", ["ukraine", "arabic"])
def test_axe_finds_nothing(tab, pages, name, width, dark):
    tab.open(pages[name], width, dark=dark)
    tab.run("for (const each of document.querySelectorAll('details')) each.open = true")
    tab.run(resources.files(AXE).joinpath("axe.min.js").read_text(encoding="utf-8") + "; 0")
    found = tab.run(
        "axe.run(document, {resultTypes: ['violations']}).then(result => result.violations.map("
        "each => [each.id, ...each.nodes.slice(0, 3).map(node => node.html)]))"
    )

    assert found == []


def test_a_screen_reader_is_told_what_was_deleted_and_inserted(tab, pages):
    tab.open(pages["ukraine"])
    aloud = tab.spoken()

    assert "deleted: limited to 600,000 personnel end. " in aloud
    assert "inserted: 800,000 personnel in peacetime end. " in aloud


def test_change_is_shown_by_line_and_not_by_colour_alone(tab, pages):
    tab.open(pages["ukraine"])
    lines = tab.run("['del', 'ins'].map(each => getComputedStyle(document.querySelector(each)).textDecorationLine)")

    assert lines == ["line-through", "underline"]


# ---------------------------------------------------------------- used


def test_the_filters_show_what_is_asked_for(tab, pages):
    tab.open(pages["ukraine"])

    def shown(name="", value=""):
        tab.run(
            "for (const each of document.querySelectorAll('[data-filter]'))"
            f"each.value = each.dataset.filter === '{name}' ? '{value}' : '';"
            "document.querySelector('.filters').dispatchEvent(new Event('input'))"
        )
        return tab.run(
            "[...document.querySelectorAll('.entry')].filter(each => each.checkVisibility())"
            ".map(each => (each.querySelector('h3') ?? each.querySelector('summary')).textContent)"
        )

    everything = shown()
    assert "4 → –" in everything
    assert shown("kind", "split") == ["24 → 15, 16"]
    assert {"6 → 4"} <= set(shown("severity", "3")) < set(everything)
    assert shown("words", " AMNESTY ") == ["26 → –"]
    count = tab.run(
        "[...document.querySelectorAll('.entry')].reduce((sum, each) => sum + Number(each.dataset.changes), 0)"
    )
    forces = tab.run(
        "[...document.querySelectorAll('[data-filter=issue] option')].find(each => each.text.startsWith('Armed')).value"
    )
    assert shown("issue", forces) == ["6 → 4"]
    assert tab.run("document.querySelector('.filters output').textContent") == f"1 of {count} shown"


def test_all_texts_open_at_once(tab, pages):
    tab.open(pages["ukraine"])
    count = "[...document.querySelectorAll('.entries details')].filter(each => each.open).length"

    assert tab.run(count) == 0
    tab.run("document.querySelector('.filters button').click()")
    assert tab.run(count) > 10
    tab.run("document.querySelector('.filters button').click()")
    assert tab.run(count) == 0


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_a_link_to_a_sub_point_opens_its_text(tab, pages, script):
    tab.send("Emulation.setScriptExecutionDisabled", value=not script)
    try:
        tab.open(pages["ukraine"])
        tab.send("Page.navigate", url=f"{pages['ukraine'].as_uri()}#old-24d")
        assert tab.settled("document.querySelector('#old-24d').checkVisibility()")
        assert tab.settled("Math.abs(document.querySelector('#old-24d').getBoundingClientRect().top) < 900")
    finally:
        tab.send("Emulation.setScriptExecutionDisabled", value=False)


def test_without_the_script_every_text_can_be_read_and_no_filter_shows(tab, pages):
    tab.send("Emulation.setScriptExecutionDisabled", value=True)
    try:
        tab.open(pages["ukraine"])
        assert tab.run("document.querySelector('.filters').checkVisibility()") is False
        assert tab.run("[...document.querySelectorAll('article .words')].filter(e => e.checkVisibility()).length") > 15
    finally:
        tab.send("Emulation.setScriptExecutionDisabled", value=False)
