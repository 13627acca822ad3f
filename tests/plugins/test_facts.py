"""Reading figures: a phrase, what is read of it; and figures of one plan that contradict each other."""

from __future__ import annotations

import pytest

from plandiff_classifiers import amounts
from plandiff_classifiers._facts import facts
from plandiff_classifiers._lexicon import Lexicon

READ = [
    # in words, language by language
    ("en", "two hundred and fifty thousand troops", ["number 250000 troop"]),
    ("en", "half a million people", ["number 500000 person"]),
    ("de", "zweihundertfünfzigtausend Soldaten", ["number 250000 soldier"]),
    ("de", "anderthalb Milliarden Euro", ["money 1500000000 EUR"]),
    ("fr", "quatre-vingt-dix jours", ["duration 90 day"]),
    ("fr", "soixante et onze sièges", ["number 71 siège"]),
    ("fr", "un milliard et demi d'euros", ["money 1500000000 EUR"]),
    ("es", "dos mil quinientos millones de euros", ["money 2500000000 EUR"]),
    ("uk", "шістсот тисяч осіб", ["number 600000 person"]),
    ("uk", "півтора мільярда євро", ["money 1500000000 EUR"]),
    ("ru", "двадцати пяти лет", ["duration 25 year"]),
    # measures have the sign of their unit
    ("en", "a zone of 30 kilometres", ["number 30 km"]),
    ("fr", "2 014 mètres", ["number 2014 m"]),
    ("ru", "3,5 млн т нефти", ["number 3500000 t"]),
    # shares: even ones in per cent, others as a ratio
    ("en", "half of the seats", ["percentage 50 %"]),
    ("de", "drei Viertel der Sitze", ["percentage 75 %"]),
    ("uk", "дві третини голосів", ["ratio 2:3"]),
    ("es", "la mitad del beneficio", ["percentage 50 %"]),
    # a range is two facts, and its unit is that of both
    ("en", "5 to 10 million tonnes", ["number 5000000 t", "number 10000000 t"]),
    # a year with its word
    ("uk", "у 2026 році", ["date 2026"]),
    ("ru", "до 31 декабря 2026 года", ["deadline 2026-12-31"]),
    # no facts
    ("en", "a third party", []),
    ("en", "its resolutions 1234 (1999), 1300 (2000) and 1402 (2002)", []),
    ("es", "sus resoluciones 12 de 2019 y 4 de 2022", []),
    ("en", "point 5 of 2 October 2025", ["date 2025-10-02"]),
    ("fr", "un tiers", []),
    ("en", "the first half", []),
    ("en", "Articles 5 or 6", []),
    ("uk", "пунктів 2 і 4", []),
    ("de", "Variante 1", []),
]


@pytest.mark.parametrize(("language", "text", "read"), READ)
def test_what_is_read_of_a_phrase(language, text, read):
    found = [found.fact for found in facts(text, Lexicon((language,)))]
    assert [" ".join(filter(None, (fact.type, fact.value, fact.unit))) for fact in found] == read


def contradictions(plan, *texts):
    return [(finding.point, finding.message) for finding in amounts.plandiff_inspect(plan(*texts))]


def test_figures_of_one_plan_about_the_same_matter_contradict_each_other(plan):
    first = "The armed forces of the Republic number 600,000 personnel."
    second = "The armed forces of the Republic shall number 800,000 personnel."
    assert contradictions(plan, first, "Something else.", second) == [
        ("3", "800,000 personnel here, 600,000 personnel in point 1")
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        # the same figure, another matter, another bound, both figures
        ("The standing armed forces number 600,000 men.", "The standing armed forces number 600 thousand men."),
        ("Northern donors shall pay 100 million euros.", "Southern donors shall pay 200 million euros."),
        ("The border mission shall number at least 50 men.", "The border mission shall number at most 80 men."),
        ("The border mission numbers 50 men.", "The border mission numbers 50 men, later 80 men."),
    ],
)
def test_figures_that_do_not_contradict_each_other(plan, first, second):
    assert contradictions(plan, first, second) == []
