"""Whether two texts say the same in other words."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plandiff.compare import compare
from plandiff.registry import Plugins
from plandiff_classifiers import wording


@pytest.fixture(scope="session")
def reworded(pair):
    """What the plugin says of two texts of one point."""

    def say(old: str, new: str) -> bool | None:
        change, left, right = pair(old, new)
        return wording.plandiff_reworded(change, left, right, (change,))

    return say


@pytest.fixture(scope="module")
def plugins():
    return Plugins.load()


SAME = [
    ("The towers are guarded by the scouts.", "The scouts guard the towers."),
    ("Reports are sent prior to the commencement of the talks.", "Reports are sent before the beginning of the talks."),
    ("The organisation of the search is theirs.", "The organization of the search is theirs."),
    ("The travellers are counted at the gate.", "The travelers are counted at the gate."),
    ("The fund pays within sixty days of the harvest.", "The fund pays within 60 days of the harvest."),
    ("The United States shall keep the records.", "The US shall keep the records."),
    ("The carrier must report the loss.", "The carrier is obliged to report the loss."),
    ("Die Türme werden von den Spähern überprüft und bewacht.", "Die Späher bewachen und überprüfen die Türme."),
    ("Daß die Brücke gesperrt ist, teilt der Rat mit.", "Dass die Brücke gesperrt ist, teilt der Rat mit."),
    ("Die Familie ist berechtigt, das Urteil anzufechten.", "Die Familie darf das Urteil anfechten."),
    ("Les tours sont gardées par les éclaireurs.", "Les éclaireurs gardent les tours."),
    ("La garde ne porte que des gourdins dans le fort.", "La garde porte seulement des gourdins dans le fort."),
    ("El consejo verificará la entrega de las torres.", "La entrega de las torres será verificada por el consejo."),
    ("Разведчики охраняют башни и мосты.", "Башни и мосты охраняются разведчиками."),
    ("Всё имущество вернут ещё весной.", "Все имущество вернут еще весной."),
    ("Розвідники охороняють вежі та мости.", "Вежі та мости охороняються розвідниками."),
]


@pytest.mark.parametrize(("old", "new"), SAME)
def test_the_same_in_other_words(old, new, reworded):
    assert reworded(old, new) is True
    assert reworded(new, old) is True


OTHER = [
    ("The trust repairs roofs.", "The trust repairs roofs and bells."),
    ("The archives are shown to the heirs.", "The archives are sold to the heirs."),
    ("The leaders are prosecuted.", "The leaders are persecuted."),
    ("The causal link is examined.", "The casual link is examined."),
    ("A bank is opened in the valley.", "Banks are opened in the valley."),
    ("Karn is northern. Belo and Mir are free.", "Karn and Belo are northern. Mir is free."),
    ("Meat or fish is served in the camp.", "Meat and fish is served in the camp."),
    ("The tents stand before the hill.", "The tents stand behind the hill."),
    ("The northern army guards the southern gate.", "The southern army guards the northern gate."),
    ("Convoys go from the coast to the hills.", "Convoys go from the hills to the coast."),
    ("Article 14 of the Water Convention applies.", "Article 41 of the Water Convention applies."),
    ("Families call at any hour.", "Families call ☎ at any hour."),
    ("Die Ernte wird vor dem Verkauf geprüft.", "Die Ernte wird vor dem Verlauf geprüft."),
    ("La garde porte des gourdins dans le fort.", "La garde ne porte que des gourdins dans le fort."),
    ("Los pozos del pueblo se cierran.", "Los pasos del pueblo se cierran."),
    ("Мосты у реки закрываются.", "Посты у реки закрываются."),
]


@pytest.mark.parametrize(("old", "new"), OTHER)
def test_another_content(old, new, reworded):
    assert reworded(old, new) is False
    assert reworded(new, old) is False


def test_across_languages_nothing_is_said(reworded):
    assert (
        reworded("The council of the town meets in the hall.", "Der Rat der Stadt tagt in dem Saal und ist da.") is None
    )


def test_a_reference_that_follows_its_provision_is_the_same(plugins):
    old = "1. The truce holds on all fronts.\n2. Convoys pass by day.\n3. Breaches of point 2 are told to the elders.\n"
    new = "1. Convoys pass by day.\n2. Breaches of point 1 are told to the elders.\n"
    told = {change.left: change.severity for change in compare(old, new, plugins=plugins).changes}
    assert told[("3",)] == "editorial"


def test_a_reference_to_another_provision_is_not(plugins):
    old = "1. The truce holds on all fronts.\n2. Convoys pass by day.\n3. Breaches of point 2 are told to the elders.\n"
    told = compare(old, old.replace("point 2", "point 1"), plugins=plugins).changes
    assert [change.severity for change in told] == ["none", "none", "substantive"]


@given(st.lists(st.sampled_from("the town shall not pay 60 days [or] US river ne que".split()), max_size=12), st.data())
def test_any_two_texts_are_judged(reworded, words, data):
    other = data.draw(st.permutations(words))
    assert reworded(" ".join(words), " ".join(other)) in (True, False, None)


@pytest.mark.parametrize("part", ["the river ", "pays paid ", "60 days ", "US and France ", "point 3 ", "☎"])
def test_the_time_grows_with_the_text_and_no_faster(reworded, part):
    long = part * (50_000 // len(part))
    started = time.process_time()
    reworded(long, f"{long} more")
    assert time.process_time() - started < 5
