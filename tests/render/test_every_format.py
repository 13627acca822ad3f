"""What no format may leave out: how it was made, from what, what was not compared, what is a guess or no quotation."""

from __future__ import annotations

import html as entities
import io
import json as parsing
import re
import zipfile
from functools import partial
from io import StringIO

import pytest
from msgspec.structs import replace

from plandiff.model import Comparison, Installed, Options
from plandiff.render.console import console
from plandiff.render.criticmarkup import criticmarkup
from plandiff.render.csv import csv
from plandiff.render.docx import docx
from plandiff.render.github import github
from plandiff.render.html import html
from plandiff.render.json import json
from plandiff.render.markdown import markdown
from plandiff.render.sarif import sarif
from plandiff.render.terminal import terminal
from plandiff.render.xlsx import xlsx


def printed(comparison: Comparison, view: str) -> str:
    page = StringIO()
    terminal(comparison, console(page, "never", 400), view)
    return page.getvalue()


def in_cells(comparison: Comparison) -> str:
    openpyxl = pytest.importorskip("openpyxl", reason="needs openpyxl: pip install 'plandiff[documents]'")
    book = openpyxl.load_workbook(io.BytesIO(xlsx(comparison)))
    return "\n".join(str(cell.value) for sheet in book.worksheets for row in sheet.iter_rows() for cell in row)


def in_word(comparison: Comparison) -> str:
    """The head, the text, the comments and the foot of a Word document."""
    with zipfile.ZipFile(io.BytesIO(docx(comparison))) as package:
        parts = [package.read(name).decode() for name in package.namelist() if name.startswith("word/")]
    return "\n".join(re.sub(r"<[^>]*>", "", part.replace("</w:p>", "\n")) for part in parts)


WRITERS = {
    **{f"terminal, {view}": partial(printed, view=view) for view in ("points", "side", "issues", "map", "summary")},
    **{f"markdown, {view}": partial(markdown, view=view) for view in ("points", "issues", "map", "summary")},
    "html": html,
    "criticmarkup": criticmarkup,
    "docx": in_word,
    "csv": csv,
    "xlsx": in_cells,
    "sarif": sarif,
    "github": github,
}


@pytest.fixture(params=WRITERS)
def said(request):
    """What a format says of a comparison, in plain words: without its markup, its escapes and its line breaks."""

    def run(comparison: Comparison) -> str:
        text = entities.unescape(re.sub(r"</?\w+[^<>]*>", " ", WRITERS[request.param](comparison)))
        text = text.replace("\u200b", "").replace("\\", "").replace("%0A", " ").replace("%25", "%")
        return " ".join(text.split())

    return run


@pytest.fixture
def asked(comparison) -> Comparison:
    """The comparison with one of everything, as a plugin of another author and options had a part in it."""
    return replace(
        comparison,
        plugins=(Installed(distribution="stranger", version="2.7", plugins=("strange",)),),
        options=Options(revisions="reject", review="review.toml", records=("gazette",)),
    )


def test_the_foot(said, asked):
    text = said(asked)

    for words in (
        "plandiff 0.1.0",
        "stranger 2.7",
        "--revisions reject",
        "--review review.toml",
        "--seeds with gazette",
        "0" * 64,
        "old: 2 passages, 9 words · new: 1 passage, 4 words",
    ):
        assert words in text


@pytest.mark.parametrize(
    ("basis", "words"),
    [
        ("reconstruction", "RECONSTRUCTION: not the wording of the text, which is not known"),
        ("translation", "TRANSLATION: not the language of the original"),
        ("paraphrase", "PARAPHRASE: not the wording of the text itself"),
    ],
)
def test_a_text_that_is_not_the_wording_itself(said, comparison, basis, words):
    known = replace(comparison.right.provenance, basis=basis, notice=None)

    assert words in said(replace(comparison, right=replace(comparison.right, provenance=known)))


def test_a_guess(said, comparison):
    text = said(comparison)

    assert "could also be 11" in text
    assert "uncertain" in text or "11 of 12 links certain; least certain: 10 → 7" in text


def test_json_has_it_all_in_fields(asked):
    report = parsing.loads(json(asked))

    assert report["plugins"] == [{"distribution": "stranger", "version": "2.7", "plugins": ["strange"]}]
    assert report["options"] == {"revisions": "reject", "review": "review.toml", "records": ["gazette"], "packs": []}
    assert report["right"]["provenance"]["basis"] == "reconstruction"
    assert [len(report[side]["sha256"]) for side in ("left", "right")] == [64, 64]
    assert len(report["not_compared"]) == 3
    assert min(change["score"] for change in report["changes"]) == 0.62
