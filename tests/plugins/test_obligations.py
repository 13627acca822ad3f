"""Modes and negations: old text, new text, what is found."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plandiff_classifiers import obligations


@pytest.fixture(scope="session")
def found(pair):
    """The rules that speak up about a change, with their messages."""
    return lambda old, new: [
        (finding.rule, finding.message) for finding in obligations.plandiff_classify(*pair(old, new))
    ]


@pytest.fixture(scope="session")
def rules(found):
    """Only the rules."""
    return lambda old, new: [rule for rule, _ in found(old, new)]


MODES = [
    ("The army shall withdraw.", "The army may withdraw.", "obligation-to-permission"),
    ("The army may withdraw.", "The army must withdraw.", "permission-to-obligation"),
    ("The army may withdraw.", "The army withdraws.", "permission-to-obligation"),
    ("Torture is permitted.", "Torture is prohibited.", "permission-to-prohibition"),
    ("The port is closed.", "The closing of the port is prohibited.", "obligation-to-prohibition"),
    ("The army shall withdraw.", "The army should withdraw.", "obligation-weakened"),
    ("The army shall not fire.", "The army should not fire.", "obligation-weakened"),
    ("Both shall endeavour to agree.", "Both shall agree.", "obligation-strengthened"),
    ("Armenia is expected not to fire.", "Armenia will not fire.", "obligation-strengthened"),
    ("Sanctions are lifted in stages.", "Sanctions may be lifted in stages.", "obligation-to-permission"),
    ("The state shall not pay.", "The state shall not be obliged to pay.", "prohibition-to-permission"),
    ("The state is obliged not to pay.", "The state is not obliged to pay.", "prohibition-to-permission"),
    ("Die Bank muss prüfen.", "Die Bank sollte prüfen.", "obligation-weakened"),
    ("La banque doit vérifier.", "La banque peut vérifier.", "obligation-to-permission"),
    ("El banco podrá verificar.", "El banco deberá verificar.", "permission-to-obligation"),
    ("Банк повинен перевіряти.", "Банк може перевіряти.", "obligation-to-permission"),
    ("Банк обязан проверять.", "Банку следует проверять.", "obligation-weakened"),
]


@pytest.mark.parametrize(("old", "new", "rule"), MODES)
def test_a_mode_that_changes(rules, old, new, rule):
    assert rules(old, new) == [rule]


FLIPS = [
    ("The army shall withdraw.", "The army shall not withdraw.", "obligation-to-prohibition"),
    ("Troops may be stationed there.", "No troops may be stationed there.", "permission-to-prohibition"),
    ("The veterans must appear.", "The veterans need not appear.", "obligation-to-permission"),
    ("Weapons are prohibited.", "Weapons are not prohibited.", "prohibition-to-permission"),
    ("The trustees shall sell it.", "The trustees shall never sell it.", "obligation-to-prohibition"),
    ("The guard has a right to search.", "The guard has no right to search.", "permission-to-prohibition"),
    ("Each of them shall use force.", "None of them shall use force.", "obligation-to-prohibition"),
    (
        "Die Armee darf in die Zone einrücken.",
        "Die Armee darf nicht in die Zone einrücken.",
        "permission-to-prohibition",
    ),
    ("Die Armee muss Gäste einlassen.", "Die Armee muss Gäste nicht einlassen.", "obligation-to-permission"),
    ("L'armée peut entrer dans la zone.", "L'armée ne peut pas entrer dans la zone.", "permission-to-prohibition"),
    ("L'armée est tenue d'entrer.", "L'armée n'est pas tenue d'entrer.", "obligation-to-permission"),
    ("El ejército podrá entrar en la zona.", "El ejército no podrá entrar en la zona.", "permission-to-prohibition"),
    ("Армія може залишитися на острові.", "Армія не може залишитися на острові.", "permission-to-prohibition"),
    ("Армия должна остаться на острове.", "Армия не должна остаться на острове.", "obligation-to-prohibition"),
]


@pytest.mark.parametrize(("old", "new", "rule"), FLIPS)
def test_a_negation_that_turns_the_mode_is_told_beside_it(rules, old, new, rule):
    assert rules(old, new) == [rule, "negation-gained"]
    was, _, now = rule.partition("-to-")
    assert rules(new, old) == [f"{now}-to-{was}", "negation-lost"]


NEGATIONS = [
    ("The line is recognised.", "The line is not recognised.", "not"),
    ("The island joins the bloc.", "The island never joins the bloc.", "never"),
    ("Each party attacks the other.", "Neither party attacks the other.", "Neither"),
    ("Troops are on the island.", "No troops are on the island.", "No"),
    ("The line is recognised.", "The line isn't recognised.", "isn't"),
    ("The party complies with the terms.", "The party fails to comply with the terms.", "fails to"),
    ("The scheme is limited to islanders.", "The scheme is not limited to islanders.", "not"),
    ("Les îles reconnaissent la ligne.", "Les îles ne reconnaissent pas la ligne.", "ne"),
    ("Die Inseln erkennen die Linie an.", "Die Inseln erkennen die Linie nicht an.", "nicht"),
    ("La isla reconoce la línea.", "La isla no reconoce la línea.", "no"),
    ("Острів визнає лінію.", "Острів не визнає лінію.", "не"),
]


@pytest.mark.parametrize(("old", "new", "word"), NEGATIONS)
def test_a_negation_gained_or_lost_in_a_plain_statement(found, old, new, word):
    assert found(old, new) == [("negation-gained", f"negation gained: “{word}”")]
    assert found(new, old) == [("negation-lost", f"negation lost: “{word}”")]


def test_with_that_becomes_without_is_a_negation(rules):
    assert rules("All get an amnesty with conditions.", "All get an amnesty without conditions.") == ["negation-gained"]


def test_a_finding_says_which_words_became_which(found):
    old, new = "No troops of third states shall stay there.", "Troops of third states may stay there."
    assert found(old, new) == [
        ("prohibition-to-permission", "prohibition becomes permission: “No … shall” → “may”"),
        ("negation-lost", "negation lost: “No … shall” → “may”"),
    ]


MODALS = ["shall", "will", "must", "may", "can", "should", "agrees to", "is to"]


@given(
    st.sampled_from(MODALS),
    st.sampled_from(["The army", "Either party", "The administration of the island, by itself,"]),
    st.sampled_from(["leave the zone", "open the strait to ships of all flags", "pay 5 euros without delay"]),
    st.booleans(),
)
def test_no_flip_of_a_modal_is_missed(pair, modal, subject, rest, gained):
    denied = {"agrees to": "agrees not to"}.get(modal, f"{modal} not")
    texts = [f"First. {subject} {word} {rest}. It may stay in May." for word in (modal, denied)]
    found = obligations.plandiff_classify(*pair(*(texts if gained else texts[::-1])))
    assert [finding.severity for finding in found] == ["critical", "critical"]
    assert found[1].rule == ("negation-gained" if gained else "negation-lost")


NOTHING = [
    # another word for the same mode
    ("The army shall withdraw.", "The army must withdraw."),
    ("The army withdraws.", "The army shall withdraw."),
    ("The tenant may leave.", "The tenant is entitled to leave."),
    ("The bank should lend.", "The bank is expected to lend."),
    ("There shall be a ban on mines.", "Mines are prohibited."),
    ("The army shall not enter.", "The army is prohibited from entering."),
    ("Neither side shall attack.", "Both sides shall refrain from attacking."),
    ("Mines are not to be laid.", "Mines must not be laid."),
    ("Es ist nicht zulässig, Minen zu legen.", "Es ist unzulässig, Minen zu legen."),
    # two negations that make none
    ("The guard shall inform us.", "The guard shall not fail to inform us."),
    ("The guard shall inform us.", "The guard cannot but inform us."),
    ("Сторож зобов'язаний доповісти.", "Сторож не може не доповісти."),
    ("Le gardien avertit les voisins.", "Le gardien ne manque pas d'avertir les voisins."),
    ("El guardián informará al dueño.", "El guardián no dejará de informar al dueño."),
    ("No ship may enter without a permit.", "Ships may enter only with a permit."),
    # a negation that is said twice
    ("Ningún barco de la flota entrará.", "No entrará ningún barco de la flota."),
    ("Жодна зі сторін не нападає.", "Ніхто зі сторін не нападає."),
    # words that look like cues
    ("Votes in May 2026 count.", "Votes in June 2026 count."),
    ("The will of the people counts.", "The wish of the people counts."),
    ("Paid not later than 60 days.", "Paid within 60 days."),
    ("See decision No. 5.", "See decision 5."),
    ("It shall not only pay but also serve.", "It shall pay and serve."),
    ("Die Stelle prüft die Lager.", "Die Stelle prüft nicht nur die alten, sondern auch die nicht gemeldeten Lager."),
    ("Le garde porte une arme.", "Le garde ne porte qu'une arme."),
    ("This is without prejudice to claims.", "This leaves claims as they are."),
    ("Nothing is settled yet.", "Nothing at all is settled yet."),
    # the same negation, elsewhere in its clause
    ("No troops shall be stationed there.", "Troops shall not be stationed there."),
    ("Troops shall, in line with Annex 2, not stay.", "Troops shall not stay."),
    ("The island does not join.", "The island shall not join."),
    # sentences that only moved
    ("A shall pay. B shall not attack. C may leave.", "C may leave. B shall not attack. A shall pay."),
    # text that is new
    ("A pays.", "A pays. B shall not attack the north."),
    ("A pays 5 euros.", "A pays 5 euros, and B may not attack the north."),
    ("", "A shall not attack, unless B does."),
    ("A shall not attack, unless B does.", ""),
    # another language
    ("The army shall not stay on the island.", "L'armée peut rester sur l'île et dans la zone."),
]


@pytest.mark.parametrize(("old", "new"), NOTHING)
def test_what_gives_no_finding(rules, old, new):
    assert rules(old, new) == []


def test_a_negation_lost_in_a_sentence_that_moved_is_found(rules):
    old = "A shall pay at once. B shall not attack the north. C may leave the zone."
    new = "C may leave the zone. A shall pay at once. B shall attack the north."
    assert rules(old, new) == ["prohibition-to-obligation", "negation-lost"]


def test_a_negation_that_changes_its_verb_is_lost_and_gained(rules):
    assert rules("A shall not attack and shall pay.", "A shall attack and shall not pay.") == [
        "prohibition-to-obligation",
        "negation-lost",
        "obligation-to-prohibition",
        "negation-gained",
    ]


def test_a_finding_has_side_point_line_and_a_short_quote(pair):
    filler = "The sea is calm and the fleet stays in its harbour. " * 3
    old = f"A pays.\n{filler}The army shall withdraw from the whole of the island."
    new = f"A pays.\n{filler}The army may withdraw from the whole of the island."
    (finding,) = obligations.plandiff_classify(*pair(old, new))
    assert (finding.side, finding.point, finding.line) == ("right", "1", 11)
    assert finding.quote == "The army may withdraw from the whole of"
    (finding,) = obligations.plandiff_classify(*pair("A fee is not due.", "A fee is due."))
    assert (finding.side, finding.point, finding.quote) == ("left", "1", "A fee is not due.")


@given(st.text(alphabet="aeno tshl.,;\n[]", max_size=80))
def test_a_text_beside_itself_gives_nothing(pair, text):
    assert obligations.plandiff_classify(*pair(text, text)) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "No third state may station troops here.",
            "It is [to be settled] whether a third state stations troops here.",
        ),
        ("Third states may not station troops here.", "Whether third states station troops here is left open."),
        ("The parties may withdraw their troops.", "The parties [may][shall] withdraw their troops."),
        ("The parties [may][shall not] withdraw their troops.", "The parties shall withdraw their troops."),
    ],
)
def test_what_is_left_open_has_changed_no_mode(pair, old, new):
    assert obligations.plandiff_classify(*pair(old, new)) == []


def test_words_are_quoted_in_the_letters_of_the_text(found) -> None:
    assert found("Neither Egypt nor Qatar shall open the port.", "Egypt and Qatar open the port.") == [
        ("prohibition-to-obligation", "prohibition becomes duty: “Neither … nor Qatar shall” dropped"),
        ("negation-lost", "negation lost: “Neither … nor Qatar shall”"),
    ]
    assert found("With a permit the port opens.", "Without a permit the port opens.") == [
        ("negation-gained", "negation gained: “With” → “Without”"),
    ]
