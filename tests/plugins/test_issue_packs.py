"""The installed packs: sound, found, and asked only about texts that speak of their subject."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from plandiff.compare import compare
from plandiff.engine.touched import touched
from plandiff.pack import pack
from plandiff.registry import Plugins

PLUGINS = Plugins.load()
PACKS = {each.name: each for each in PLUGINS.issues()}
FIXTURES = Path(__file__).parent.parent.parent / "fixtures"
DATA = Path(__file__).parent.parent.parent / "plugins" / "plandiff_issues"

TEXTS: Mapping[str, tuple[str, str]] = {
    "contract": (
        "1. The Supplier delivers 40 pumps.\n2. The Customer pays within 30 days.\n",
        "1. The Supplier delivers 50 pumps.\n2. The Customer pays within 60 days.\n",
    ),
    "treaty": (
        "Article 1\nThe border follows the river.\n\nArticle 2\nThis treaty is subject to ratification.\n",
        "Article 1\nThe border follows the ridge.\n\nArticle 2\nThis treaty is subject to ratification.\n",
    ),
    "recipe": ("1. Peel the apples.\n2. Boil the milk.\n", "1. Peel the pears.\n2. Boil the milk.\n"),
    "gas": ("1. Газа поставляется больше.\n2. Оплата в рублях.\n", "1. Газа поставляется меньше.\n2. Оплата в евро.\n"),
}


def test_the_packs_are_these() -> None:
    assert list(PACKS) == ["gaza", "ukraine", "contracts", "treaties"]
    assert [name for name, each in PACKS.items() if each.generic] == ["contracts", "treaties"]


@pytest.mark.parametrize("name", PACKS)
def test_an_installed_pack_passes_as_a_file_of_a_users_own(name: str) -> None:
    assert pack(DATA / f"{name}.toml", PLUGINS).issues == PACKS[name].issues
    assert PACKS[name].about


@pytest.mark.parametrize(
    ("text", "packs"),
    [("contract", ("contracts",)), ("treaty", ("treaties",)), ("recipe", ()), ("gas", ())],
)
def test_a_text_gets_the_pack_for_its_subject(text: str, packs: tuple[str, ...]) -> None:
    assert compare(*TEXTS[text], plugins=PLUGINS).packs == packs


@pytest.mark.parametrize(
    ("old", "new", "name"),
    [("ukraine/us-28", "ukraine/kyiv-20", "ukraine"), ("gaza/us-21", "gaza/us-20", "gaza")],
)
def test_a_known_plan_gets_its_own_pack_alone(old: str, new: str, name: str) -> None:
    assert compare(FIXTURES / f"{old}.txt", FIXTURES / f"{new}.txt", plugins=PLUGINS).packs == (name,)


def test_a_country_named_in_passing_is_not_the_subject() -> None:
    points = [f"{number}. The border of the island is watched by {number} boats." for number in range(1, 12)]
    text = "\n".join([*points, "12. Ukraine sends an observer."])

    assert compare(text, text, plugins=PLUGINS).packs == ("treaties",)


def test_a_generic_pack_gives_way_to_one_of_the_users_own_unless_it_is_asked_for() -> None:
    own = PACKS["gaza"]
    left, right = TEXTS["contract"]

    assert compare(left, right, plugins=PLUGINS, packs=[own]).packs == ("gaza",)
    assert compare(left, right, plugins=PLUGINS, packs=[own, PACKS["contracts"]]).packs == ("gaza", "contracts")


@pytest.mark.parametrize(
    ("text", "issue"),
    [
        ("All captives go home within three days.", "hostages"),
        ("The army pulls back behind the yellow line.", "withdrawal"),
        ("No land is annexed.", "occupation"),
        ("The factions lay down arms.", "disarmament"),
        ("The ISF is deployed by the spring.", "stabilisation-force"),
        ("The Peace Council meets in Cairo.", "board-of-peace"),
        ("Technocrats run the ministries.", "governance"),
        ("The Palestinian Authority is reformed.", "palestinian-authority"),
        ("A Palestinian state is recognised.", "statehood"),
        ("Trucks with food come in daily.", "aid"),
        ("The Rafah terminal opens.", "rafah"),
        ("Fighters who renounce violence are pardoned.", "amnesty"),
        ("Nobody is expelled.", "displacement"),
        ("The World Bank leads the redevelopment.", "reconstruction"),
        ("The guarantors are Egypt and Qatar.", "guarantees"),
        ("An interfaith council is founded.", "dialogue"),
        ("The truce is kept.", "ceasefire"),
        ("Війська виводять, заручників звільняють.", "hostages"),
    ],
)
def test_a_cue_of_the_gaza_pack_knows_its_subject(text: str, issue: str) -> None:
    assert issue in touched(text, PACKS["gaza"].issues)


@pytest.mark.parametrize(
    ("text", "issue"),
    [
        ("Invoices fall due after 14 days.", "price"),
        ("Either side may terminate in writing.", "termination"),
        ("The vendor is liable for gross negligence.", "liability"),
        ("Die Haftung ist beschränkt.", "liability"),
        ("Les litiges vont devant le juge de Lyon.", "disputes"),
        ("Personal data stay in the country.", "data-protection"),
    ],
)
def test_a_cue_of_the_contracts_pack_knows_its_subject(text: str, issue: str) -> None:
    assert issue in touched(text, PACKS["contracts"].issues)


@pytest.mark.parametrize(
    ("text", "issue"),
    [
        ("This Convention shall be ratified.", "entry-into-force"),
        ("No reservations may be made.", "reservations"),
        ("A party may denounce this treaty.", "duration"),
        ("Ein Schiedsgericht entscheidet über Streitigkeiten.", "disputes"),
        ("The texts are equally authentic.", "texts"),
    ],
)
def test_a_cue_of_the_treaties_pack_knows_its_subject(text: str, issue: str) -> None:
    assert issue in touched(text, PACKS["treaties"].issues)
