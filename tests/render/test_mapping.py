"""The mapping table."""

from __future__ import annotations

from plandiff.model import Change, Comparison
from plandiff.render.mapping import mapping


def test_provisions_that_crossed_over_are_listed_and_those_that_only_went_along_are_not(plan):
    old = plan("1: A committee is formed.", "1(a): Victims receive relief.", "2: Amnesty.", "2(a): For all.")
    new = plan("1: A committee is formed.", "2: Victims receive relief.")

    def change(kind, left, right, *parts):
        return Change(kind=kind, left=left, right=right, score=1, reason="", parts=parts)

    committee = change(
        "split",
        ("1",),
        ("1", "2"),
        change("unchanged", ("1",), ("1",)),
        change("unchanged", ("1(a)",), ("2",)),
    )
    amnesty = change("dropped", ("2",), (), change("dropped", ("2",), ()), change("dropped", ("2(a)",), ()))

    table = mapping(Comparison(plandiff="0", left=old, right=new, changes=(amnesty, committee)))

    assert [(line.part, line.old, line.new, line.state, line.first_words) for line in table] == [
        (False, "1", "1, 2", "split", "A committee is formed. Victims receive relief."),
        (True, "1", "1", "unchanged", "A committee is formed."),
        (True, "1(a)", "2", "unchanged", "Victims receive relief."),
        (False, "2", "–", "dropped", "Amnesty. For all."),
    ]
