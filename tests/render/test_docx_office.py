"""The Word redline judged by LibreOffice, which shares no line of code with us."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest

from benchmarks.redlines.__main__ import generated_pairs
from benchmarks.redlines.office import office, office_python
from plandiff import compare
from plandiff.registry import Plugins
from plandiff.render.docx import docx
from plandiff.verify import in_order

FOLDER = Path(__file__).parents[2] / "fixtures/ukraine"
FIXTURES = [FOLDER / f"{name}.txt" for name in ("us-28", "geneva-19", "kyiv-20")]
PLUGINS = Plugins.load()

pytestmark = pytest.mark.skipif(
    office_python() is None, reason="LibreOffice is not installed: apt-get install libreoffice-writer python3-uno"
)


def judged(comparisons, folder: Path) -> dict[str, tuple[str | None, str | None]]:
    """What LibreOffice finds amiss in the redlines, by name: with all changes rejected, with all accepted."""
    files = []
    for number, comparison in enumerate(comparisons.values()):
        files.append(folder / f"{number}.docx")
        files[-1].write_bytes(docx(comparison))
    return {
        name: (
            in_order(views["reject"], comparison.left.points)[2],
            in_order(views["accept"], comparison.right.points)[2],
        )
        for (name, comparison), views in zip(comparisons.items(), office(files), strict=True)
    }


def test_redlines_of_generated_pairs_hold_both_texts_in_order(tmp_path):
    comparisons = dict(generated_pairs(6, 9000, PLUGINS))

    assert judged(comparisons, tmp_path) == dict.fromkeys(comparisons, (None, None))


def test_redlines_of_the_fixtures_hold_both_texts_in_order(tmp_path, comparison):
    pairs = [*combinations(FIXTURES, 2)]
    comparisons = {f"{a.stem} {b.stem}": compare(a, b, plugins=PLUGINS) for a, b in pairs}
    comparisons["one of everything"] = comparison

    assert len(comparisons) == 4
    assert judged(comparisons, tmp_path) == dict.fromkeys(comparisons, (None, None))


def test_words_that_come_before_whole_paragraphs_leave_what_stands_around_them_apart(tmp_path):
    before = "1. The truce holds from today on:\n   (a) guards leave the river\n\n2. Elections are held in the north.\n"
    after = before.replace("river", "river within a week\n\n2. Tankers take a pilot").replace("2. Elec", "3. Elec")
    comparisons = {
        way: compare(*texts, plugins=PLUGINS) for way, texts in (("+", (before, after)), ("-", (after, before)))
    }

    assert judged(comparisons, tmp_path) == dict.fromkeys(comparisons, (None, None))


def test_at_the_end_of_the_document_no_empty_paragraph_is_left(tmp_path):
    a, b, c = "1. The truce holds.\n\n", "2. Elections are held.\n\n", "3. An agency clears the mines.\n\n"
    moved = "1. Elections are held.\n\n2. The truce holds along the river and the sea.\n\n"
    come = [(a, a + b), (a, "1. Ports open.\n\n"), (a + b, moved)]
    pairs = [*come, *((new, old) for old, new in come), (a + b + c, a), (a + b, c)]
    comparisons = {f"{n}": compare(left, right, plugins=PLUGINS) for n, (left, right) in enumerate(pairs)}

    assert judged(comparisons, tmp_path) == dict.fromkeys(comparisons, (None, None))
