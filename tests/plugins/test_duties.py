"""Obligations of one version: who bears them, and how strong they are."""

from __future__ import annotations

import pytest

from plandiff.compare import read
from plandiff.registry import Plugins

PLUGINS = Plugins.load()


def duties(sentence: str) -> list[tuple[str, str]]:
    """The bearers and modes of the first of two points."""
    plan = read(f"1. {sentence}\n2. The end.", PLUGINS)
    return [(each.party, each.mode) for each in PLUGINS.obligations(plan) if each.point == plan.points[0].id]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Egypt shall open the port.", [("Egypt", "duty")]),
        ("Only after the talks shall Egypt open the port.", [("Egypt", "duty")]),
        ("Within ten days Egypt and Qatar shall open the port.", [("Egypt", "duty"), ("Qatar", "duty")]),
        ("The port shall be opened by Egypt and Qatar.", [("Egypt", "duty"), ("Qatar", "duty")]),
        ("Egypt opens the port.", [("Egypt", "duty")]),
        ("Egypt should open the port.", [("Egypt", "soft duty")]),
        ("Egypt may open the port.", [("Egypt", "permission")]),
        ("Egypt shall not open the port.", [("Egypt", "prohibition")]),
        ("Egypt does not open the port.", [("Egypt", "prohibition")]),
        ("Neither Egypt nor Qatar shall open the port.", [("Egypt", "prohibition"), ("Qatar", "prohibition")]),
        ("Egypt undertakes not to take the port by force.", [("Egypt", "prohibition")]),
        ("If Egypt agrees, Qatar opens the port.", [("Qatar", "duty")]),
        ("The parties shall open the port.", [("all parties", "duty")]),
        ("Both sides shall open the port.", [("all parties", "duty")]),
        ("A joint task force shall open the port.", [("joint task force", "duty")]),
        ("Only then shall guarantor states open the port.", [("guarantor states", "duty")]),
        ("Ägypten muss den Hafen öffnen.", [("Ägypten", "duty")]),
        ("L'Égypte doit ouvrir le port.", [("Égypte", "duty")]),
        ("Єгипет повинен відкрити порт.", [("Єгипет", "duty")]),
        ("Египет не должен открывать порт.", [("Египет", "prohibition")]),
        ("Egipto debe abrir el puerto.", [("Egipto", "duty")]),
    ],
)
def test_a_sentence_obliges(sentence: str, found: list[tuple[str, str]]) -> None:
    assert duties(sentence) == found


@pytest.mark.parametrize(
    "sentence",
    [
        "Egypt is free.",
        "Egypt receives the port.",
        "Egypt shall be informed of the opening.",
        "The port shall be opened.",
        "Whether Egypt opens the port depends on the talks.",
        "[Egypt opens the port]",
        "The sea is calm.",
    ],
)
def test_a_sentence_obliges_nobody(sentence: str) -> None:
    assert duties(sentence) == []
