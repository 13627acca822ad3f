"""Who bears a duty: old text, new text, what is found."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plandiff_classifiers import actors


@pytest.fixture(scope="session")
def found(pair):
    """The rules that speak up about a change, with their messages."""
    return lambda old, new: [(finding.rule, finding.message) for finding in actors.plandiff_classify(*pair(old, new))]


CHANGED = [
    ("Both sides shall leave the zone.", "Armenia shall leave the zone.", "sides", "Armenia"),
    ("The carrier shall insure the goods.", "The owner shall insure the goods.", "carrier", "owner"),
    ("The truce is kept by Egypt and Qatar.", "The truce is kept by Egypt.", "Egypt and Qatar", "Egypt"),
    ("Armenia shall pay Georgia a fee.", "Georgia shall pay Armenia a fee.", "Armenia", "Georgia"),
    ("Обидві сторони залишають зону.", "Вірменія залишає зону.", "сторони", "Вірменія"),
    ("Les deux camps quittent la zone.", "L'Arménie quitte la zone.", "camps", "Arménie"),
]


@pytest.mark.parametrize(("old", "new", "one", "other"), CHANGED)
def test_a_duty_with_other_bearers(found, old, new, one, other):
    assert found(old, new) == [("actor-changed", f"who is bound: “{one}” → “{other}”")]


VOICE = [
    ("The parties shall lift the blockade of the port.", "The blockade of the port shall be lifted.", "parties"),
    ("Die Parteien heben die Blockade des Hafens auf.", "Die Blockade des Hafens wird aufgehoben.", "Parteien"),
    ("Les parties lèvent le blocus du port.", "Le blocus du port est levé.", "parties"),
    ("Las partes levantarán el bloqueo del puerto.", "Se levantará el bloqueo del puerto.", "partes"),
    ("Сторони знімають блокаду порту.", "Блокаду порту буде знято.", "Сторони"),
]


@pytest.mark.parametrize(("old", "new", "bearer"), VOICE)
def test_a_bearer_that_goes_or_comes_with_the_voice(found, old, new, bearer):
    assert found(old, new) == [("voice-changed", f"who bears it is no longer said: “{bearer}”")]
    assert found(new, old) == [("voice-changed", f"who bears it is now said: “{bearer}”")]


NOTHING = [
    # the same bearer in the passive
    ("The commission checks the retreat.", "The retreat is checked by the commission."),
    ("Україна зобов'язується не вступати до НАТО.", "Україна вирішує про вступ до НАТО."),
    ("Exclusivity\nThe seller shall grant exclusivity.", "The seller shall grant exclusivity."),
    ("Комісія перевіряє відведення.", "Відведення перевіряється комісією."),
    # another name, another form, another order
    ("Germany shall repair the bridge.", "The Federal Republic of Germany shall repair the bridge."),
    ("Russian forces shall leave the zone.", "The forces of Russia shall leave the zone."),
    ("Kenya and Uganda share the cost.", "Uganda and Kenya share the cost."),
    ("Each party shall mark the mines.", "Both sides shall mark the mines."),
    ("Банк зобов'язаний звітувати.", "Банкові слід звітувати."),
    # a pronoun for the bearer
    ("The parties shall lift the blockade.", "They shall lift the blockade."),
    # names that bear nothing
    ("Copies are sent to all states and Turkey.", "Copies are sent to all states."),
    # another sentence
    ("The parties shall lift the blockade.", "A fund for widows is set up in the capital."),
]


@pytest.mark.parametrize(("old", "new"), NOTHING)
def test_what_gives_no_finding(found, old, new):
    assert found(old, new) == []


def test_other_bearers_are_critical_and_a_voice_is_substantive(pair):
    (finding,) = actors.plandiff_classify(*pair("The buyer pays all fees.", "The seller pays all fees."))
    assert (finding.severity, finding.side, finding.point) == ("critical", "right", "1")
    (finding,) = actors.plandiff_classify(
        *pair("The parties lift the blockade of the port.", "The blockade of the port is lifted.")
    )
    assert (finding.severity, finding.side, finding.point) == ("substantive", "left", "1")


@given(st.text(alphabet="the parties,.\n", max_size=80))
def test_a_text_beside_itself_gives_nothing(pair, text):
    assert actors.plandiff_classify(*pair(text, text)) == []
