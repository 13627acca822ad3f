"""How sure a link is, from what matching found."""

from __future__ import annotations

import pytest

from plandiff.engine.bonds import ALONE, Bonds
from plandiff.engine.match import Matching
from plandiff.engine.passages import passages


def bonds(links: dict[tuple[int, int], float], rivals: dict[tuple[int, int], float]) -> Bonds:
    """Old points a, b and new points x, y, with some links and with pairs that were considered."""
    left, right = passages([("One.", "1"), ("Two.", "2")], [("Three.", "1"), ("Four.", "2")])
    found = Bonds()
    matching = Matching(links, {**links, **rivals}, set(), {}, dict.fromkeys(links, "same words"))
    found.add(["a", "b"], ["x", "y"], left, right, matching)
    return found


def test_a_point_without_any_rival_is_as_good_as_alone():
    assert bonds({(0, 0): 0.9}, {}).link(("b",), ()).score == ALONE


def test_a_free_rival_makes_it_as_unlikely_as_that_is_likely():
    assert bonds({(0, 0): 0.9}, {(1, 1): 0.3}).link(("b",), ()).score == pytest.approx(0.7)


def test_a_rival_with_a_partner_of_its_own_counts_a_fifth():
    found = bonds({(0, 0): 0.9}, {(1, 0): 0.8})

    assert found.link(("b",), ()).score == pytest.approx(0.84)
    assert found.link(("b",), ()).runner_up.score == 0.8
    # The other way round it is the same.
    assert bonds({(0, 0): 0.9}, {(0, 1): 0.8}).link((), ("y",)).score == pytest.approx(0.84)
