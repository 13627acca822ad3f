"""Names gained, lost and exchanged: old text, new text, what is found."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plandiff_classifiers import parties
from plandiff_classifiers._gazetteer import LETTERS, listed

GAZETTEER = Path(parties.__file__).with_name("gazetteer")


@pytest.fixture(scope="session")
def found(pair):
    """The messages about a change."""
    return lambda old, new: [finding.message for finding in parties.plandiff_classify(*pair(old, new))]


GAINED = [
    ("Egypt and Qatar pay.", "Egypt, Qatar and Chad pay.", "party", "Chad"),
    ("Copies go to all.", "Copies go to all and to NATO.", "party", "NATO"),
    ("It is built in Kyiv.", "It is built in Kyiv and Odesa.", "place", "Odesa"),
    ("Jets stay there.", "Jets stay there and in Poland.", "place", "Poland"),
    ("The port of Sulina is free.", "The ports of Sulina and Galatz are free.", "place", "Galatz"),
    ("The truce is watched.", "The truce is watched by a Joint Truce Commission.", "party", "Joint Truce Commission"),
    ("Ägypten zahlt für die Brücke.", "Ägypten und die Schweiz zahlen für die Brücke.", "party", "Schweiz"),
    ("L'Égypte paie le pont.", "L'Égypte et le Maroc paient le pont.", "party", "Maroc"),
    ("Egipto paga el puente.", "Egipto y Turquía pagan el puente.", "party", "Turquía"),
    ("Платить Єгипет.", "Платять Єгипет і Туреччина.", "party", "Туреччина"),
    ("Платит Египет.", "Платят Египет и Турция.", "party", "Турция"),
]


@pytest.mark.parametrize(("old", "new", "kind", "name"), GAINED)
def test_a_name_gained_or_lost(found, old, new, kind, name):
    assert found(old, new) == [f"{kind} gained: “{name}”"]
    assert found(new, old) == [f"{kind} lost: “{name}”"]


REPLACED = [
    ("Europe lends the sum.", "The World Bank lends the sum.", "party", "Europe", "World Bank"),
    ("Jets stay in Poland.", "Jets stay in Romania.", "place", "Poland", "Romania"),
    ("A Peace Council meets.", "A Board of Guarantors meets.", "party", "Peace Council", "Board of Guarantors"),
    (
        "The Ministry of Justice pays.",
        "The Ministry of Health pays.",
        "party",
        "Ministry of Justice",
        "Ministry of Health",
    ),
    ("Літаки стоять у Польщі.", "Літаки стоять у Румунії.", "place", "Польщі", "Румунії"),
    (
        "Министерство обороны платит.",
        "Министерство юстиции платит.",
        "party",
        "Министерство обороны",
        "Министерство юстиции",
    ),
]


@pytest.mark.parametrize(("old", "new", "kind", "one", "other"), REPLACED)
def test_a_name_that_stands_where_another_stood(found, old, new, kind, one, other):
    assert found(old, new) == [f"{kind} replaced: “{one}” → “{other}”"]


NOTHING = [
    # other names of the same, and other forms
    ("The United States pays.", "The US pays."),
    ("The European Union pays.", "The EU pays."),
    ("Turkey pays.", "Türkiye pays."),
    ("The Federal Republic of Germany pays.", "Germany pays."),
    ("Talks are held in Kiev.", "Talks are held in Kyiv."),
    ("Russian forces leave.", "The forces of Russia leave."),
    ("Війська Франції йдуть.", "Французькі війська йдуть."),
    ("Республіка Польща платить.", "Польща платить."),
    ("Las tropas rusas salen.", "Las tropas de Rusia salen."),
    ("The Joint Truce Commission meets.", "The Commission meets."),
    # a title ends with its line
    ("Inkrafttreten\nDer Bundesrat bestimmt den Tag.", "Beginn\nDer Bundesrat bestimmt den Tag."),
    # another order
    ("Kenya and Uganda pay.", "Uganda and Kenya pay."),
    # no names
    ("Both sides pay.", "The parties pay."),
    ("They keep the stones.", "They keep and polish the stones."),
    ("It costs 5 US dollars.", "It costs 5 euros."),
    ("La banque paie 5 francs suisses.", "La banque paie 5 euros."),
    ("Комісія може платити.", "Комісія повинна платити."),
    # another language
    ("Egypt pays for all of the roads.", "La France paie pour toutes les routes de la ville."),
]


@pytest.mark.parametrize(("old", "new"), NOTHING)
def test_what_gives_no_finding(found, old, new):
    assert found(old, new) == []


def test_a_finding_is_critical_and_has_its_place(pair):
    (finding,) = parties.plandiff_classify(*pair("A pays.\nB pays.", "A pays.\nB pays with Chad."))
    assert (finding.rule, finding.severity, finding.side, finding.line) == ("party-gained", "critical", "right", 11)
    assert finding.quote == "B pays with Chad."


@given(st.text(alphabet="EUChad Kyiv,.\n", max_size=80))
def test_a_text_beside_itself_gives_nothing(pair, text):
    assert parties.plandiff_classify(*pair(text, text)) == []


@pytest.mark.parametrize("file", sorted(GAZETTEER.glob("*.txt")), ids=lambda file: file.stem)
def test_each_form_of_the_gazetteer_names_one_thing_and_no_stem_is_too_short_to_tell(file):
    forms = [form for found in listed(file).values() for form in found]
    assert len(forms) == len(set(forms))
    assert [form for form in forms if form.endswith("*") and len(form.split()[0].rstrip("*")) < LETTERS] == []
