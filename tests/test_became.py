"""Old and new in one line of a message, as the eye meets them."""

from __future__ import annotations

import pytest

from plandiff.became import became


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("600", "800", "600 → 800"),
        ("до 600 тисяч", "до 800 тисяч", "до 600 тисяч → до 800 тисяч"),
        ("六百", "八百", "六百 → 八百"),
        ("٦٠٠", "٨٠٠", "٦٠٠ became ٨٠٠"),
        ("“قطر”", "“مصر”", "“قطر” became “مصر”"),
        ("90 ימים", "nothing", "90 ימים became nothing"),
        ("nothing", "90 ימים", "nothing became 90 ימים"),
    ],
)
def test_an_arrow_stands_only_where_every_screen_keeps_its_sides(old, new, said):
    assert became(old, new) == said
