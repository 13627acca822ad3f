"""Balance: obligations of two versions, and what each party must do more or less."""

from __future__ import annotations

from plandiff.engine.balance import balance
from plandiff.model import Balance, Change, Mode, Obligation, Reckoned


def asks(point: str, party: str, text: str, mode: Mode = "duty") -> Obligation:
    return Obligation(point=point, party=party, who=party.casefold(), mode=mode, text=text)


def link(left: str, right: str) -> Change:
    return Change(kind="modified", left=tuple(left.split()), right=tuple(right.split()), score=1, reason="")


def test_an_obligation_that_came_and_one_that_went() -> None:
    old = [asks("1", "Egypt", "Egypt shall open the port.")]
    new = [asks("2", "Qatar", "Qatar shall pay.")]

    assert balance([link("1", ""), link("", "2")], old, new) == (
        Balance(party="Egypt", removed=(Reckoned(left="1", was="Egypt shall open the port"),)),
        Balance(party="Qatar", added=(Reckoned(right="2", now="Qatar shall pay"),)),
    )


def test_one_that_is_worded_otherwise_is_neither() -> None:
    old = [asks("1", "Egypt", "Egypt shall open the port at once.")]
    new = [asks("3", "Egypt", "At once Egypt shall open the port to ships.")]

    assert balance([link("1", "3")], old, new) == ()


def test_one_that_went_to_a_point_which_is_not_linked_is_known_by_its_words() -> None:
    old = [asks("1", "Egypt", "Egypt shall open the port at once.")]
    new = [asks("9", "Egypt", "Egypt shall open the port at once.")]

    assert balance([link("1", "2"), link("", "9")], old, new) == ()


def test_strengthened_and_weakened() -> None:
    old = [
        asks("1", "Egypt", "Egypt should pay all dues.", "soft duty"),
        asks("2", "Egypt", "Egypt shall open the port."),
    ]
    new = [
        asks("1", "Egypt", "Egypt shall pay all dues."),
        asks("2", "Egypt", "Egypt may open the port.", "permission"),
    ]

    (egypt,) = balance([link("1", "1"), link("2", "2")], old, new)

    assert (egypt.added, egypt.removed) == ((), ())
    assert [each.now for each in egypt.strengthened] == ["Egypt shall pay all dues"]
    assert [(each.was, each.now) for each in egypt.weakened] == [
        ("Egypt shall open the port", "Egypt may open the port")
    ]


def test_a_duty_that_became_a_prohibition_is_removed_and_added() -> None:
    old = [asks("1", "Egypt", "Egypt shall open the port.")]
    new = [asks("1", "Egypt", "Egypt shall not open the port.", "prohibition")]

    (egypt,) = balance([link("1", "1")], old, new)

    assert (len(egypt.added), len(egypt.removed), egypt.strengthened) == (1, 1, ())


def test_a_permission_that_comes_is_no_obligation() -> None:
    assert balance([link("", "1")], [], [asks("1", "Egypt", "Egypt may pay.", "permission")]) == ()


def test_both_sides_become_one() -> None:
    text = "Egypt and Qatar shall pay the dues."
    old = [asks("1", "Egypt", text), asks("1", "Qatar", text)]
    new = [asks("1", "Egypt", "Egypt shall pay the dues.")]

    (qatar,) = balance([link("1", "1")], old, new)

    assert (qatar.party, len(qatar.removed)) == ("Qatar", 1)
