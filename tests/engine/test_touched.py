"""Cues: whole words, any case, any white space, an open end where the pack asks for it."""

from __future__ import annotations

import pytest

from plandiff.engine.touched import cue_starts, touched
from plandiff.model import IssueSpec

SPECS = (
    IssueSpec(id="army", title="Army", cues=("armed forces", "army"), unless=("parade*",)),
    IssueSpec(id="amnesty", title="Amnesty", cues=("amnest*",)),
    IssueSpec(id="plant", title="Plant", cues=("non-nuclear", "атомн* станц*", "owner's plant")),
)


@pytest.mark.parametrize(
    ("text", "issues"),
    [
        ("The army stays.", ("army",)),
        ("THE ARMED FORCES stay.", ("army",)),
        ("The armed\n    forces stay.", ("army",)),
        ("The armed, forces stay.", ()),
        ("A disarmed forceship.", ()),
        ("The armyworm stays.", ()),
        ("The army is on parade.", ()),
        ("The army holds its parades.", ()),
        ("Amnesties follow.", ("amnesty",)),
        ("Amnesty for the army.", ("army", "amnesty")),
        ("A non‑nuclear state.", ("plant",)),
        ("The owner’s plant.", ("plant",)),
        ("Атомная станция", ("plant",)),
        ("The armed forces of the army.", ("army",)),
        ("An am\u200bnes\u00adty.", ("amnesty",)),
        ("An ａｍｎｅｓｔｙ.", ("amnesty",)),
        ("[amnesty]", ("amnesty",)),
        ("", ()),
    ],
)
def test_a_text_speaks_of(text: str, issues: tuple[str, ...]) -> None:
    assert touched(text, SPECS) == issues


def test_the_order_is_that_of_the_pack() -> None:
    assert touched("amnesty for the army", SPECS[::-1]) == ("amnesty", "army")


def test_other_specs_give_other_issues() -> None:
    text = "The army stays."

    assert touched(text, SPECS[:1]) == ("army",)
    assert touched(text, SPECS[1:]) == ()


def test_a_cue_inside_another_one_of_its_issue_counts_with_it() -> None:
    specs = (IssueSpec(id="pledge", title="Pledge", cues=("security pledge*", "pledges", "promise")),)

    assert cue_starts("Security pledges are pledges, a promise.", specs) == {"pledge": [0, 21, 32]}
