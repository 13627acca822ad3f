"""The labelled changes: whether the labels keep to the definition, and whether the score counts as it says."""

from __future__ import annotations

import unicodedata
from collections import Counter

import pytest

from benchmarks.meaning.__main__ import by_case, by_class, by_language
from benchmarks.meaning.answer import MEASURES, Answer, answer
from benchmarks.meaning.case import SETS, Case, FactLabel, RuleLabel, cases
from benchmarks.meaning.issues import FIXTURES, IssueLabel, IssueVerdict, labels
from benchmarks.meaning.rules import KNOWN, kind_of
from benchmarks.meaning.score import score
from plandiff.model import Finding
from plandiff.registry import Plugins

EVERY = [case for folder in SETS.values() for case in cases(folder)]
PAIRS = [case for case in EVERY if not case.clean]
MEANT = [case for case in PAIRS if case.kind != "invisible"]
TYPES = {"number", "money", "percentage", "ratio", "date", "duration", "deadline"}
NOT_CRITICAL = {"voice-changed", "invisible-change"} | {rule for rule in KNOWN if rule.startswith(("open-", "refer"))}


# ---------------------------------------------------------------- the labels


def test_every_case_has_a_name_of_its_own():
    assert [name for name, times in Counter(case.id for case in EVERY).items() if times > 1] == []


def test_there_are_enough_cases_of_every_language_and_half_are_traps():
    languages = Counter(case.language for case in MEANT)
    least = {"en": 110, "uk": 50, "ru": 45, "fr": 40, "de": 40, "es": 40}
    assert {language for language, count in least.items() if languages[language] < count} == set()
    assert sum(case.trap for case in MEANT) / len(MEANT) == pytest.approx(0.5, abs=0.05)


def test_every_language_has_every_class():
    classes = {"facts", "obligation", "parties", "open-text", "references", "severity"}
    found = {(case.language, case.kind) for case in MEANT}
    assert found == {(language, kind) for language in ("en", "uk", "ru", "fr", "de", "es") for kind in classes}


def test_every_rule_of_the_definition_is_labelled_somewhere():
    assert {label.rule for case in EVERY for label in case.rules} == KNOWN


def test_every_fact_is_of_a_known_type_with_a_canonical_unit():
    for case in EVERY:
        for fact in case.facts:
            assert fact.type in TYPES, case.id
            assert fact.old != fact.new, case.id
            units = {side.split(" ")[1] for side in (fact.old, fact.new) if side and " " in side}
            assert all(unit in MEASURES | {"person"} or unit.isupper() for unit in units), case.id


def test_the_severity_follows_from_facts_and_rules():
    for case in MEANT:
        critical = bool(case.facts) or any(label.rule not in NOT_CRITICAL for label in case.rules)
        if case.severity is not None and not (case.plans and case.severity == "critical"):  # a point may be dropped
            assert (case.severity == "critical") == critical, case.id
        if case.rules and not critical and not case.plans:
            assert case.severity == "substantive", case.id


def test_texts_are_sentences_that_differ():
    for case in PAIRS:
        assert case.old != case.new, case.id
        if not case.plans:
            assert all(4 <= len(text.split()) <= 61 for text in (case.old, case.new)), case.id


def test_the_invisible_tricks_name_what_is_in_the_text():
    tricks = [case for case in PAIRS if case.kind == "invisible" and case.rules]
    points = {case.rules[0].quote for case in tricks}
    assert len(tricks) >= 60
    assert len(points) >= 40
    for case in tricks:
        character = chr(int(case.rules[0].quote.removeprefix("U+"), 16))
        assert character.casefold() in case.new.casefold(), case.id
        assert unicodedata.normalize("NFC", case.old) != unicodedata.normalize("NFC", case.new), case.id


def test_there_are_200_clean_paragraphs_in_seven_languages_at_least():
    paragraphs = Counter(case.language for case in EVERY if case.clean and case.id.endswith("-same"))
    assert sum(paragraphs.values()) >= 200
    assert all(paragraphs[language] >= 28 for language in ("uk", "ru", "ar", "he", "fr", "zh", "ja"))
    edited = [case for case in EVERY if case.clean and case.id.endswith("-edited")]
    assert [case.id for case in edited if case.old == case.new] == []


def test_the_issues_are_those_of_known_fixtures_and_the_installed_pack():
    known = {issue.id for pack in Plugins.load().issues() for issue in pack.issues}
    assert {label.id for label in labels()} <= known
    assert all((FIXTURES / f"{name}.txt").is_file() for label in labels() for name in (label.old, label.new))


# ---------------------------------------------------------------- the score


RAISED = FactLabel("number", "600000 person", "800000 person", "200000", 33)
CASE = Case(
    id="x",
    language="en",
    kind="facts",
    old="1. a\n",
    new="1. b\n",
    facts=(RAISED,),
    rules=(RuleLabel("negation-gained"), RuleLabel("party-gained", "NATO")),
    severity="critical",
)
TOLD_FACT = FactLabel("number", "600000", "800000", "200000", 33)


def finding(rule: str, message: str = "") -> Finding:
    return Finding(rule=rule, severity="critical", message=message)


RIGHT = Answer((TOLD_FACT,), (finding("negation-gained"), finding("party-gained", "NATO comes in")), "critical")


def counts(case: Case, told: Answer, name: str) -> tuple[int, int, int]:
    tally = score(case, told).tallies[name]
    return tally.right, tally.predicted, tally.true


def test_the_label_told_back_is_wholly_right():
    assert score(CASE, RIGHT).right
    assert counts(CASE, RIGHT, "facts") == counts(CASE, RIGHT, "negation flips") == (1, 1, 1)


def test_silence_misses_everything_and_invents_nothing():
    verdict = score(CASE, Answer((), (), "none"))
    assert verdict.missed == ("number 600000 → 800000 (200000, 33 %)", "negation-gained", "party-gained NATO")
    assert (verdict.invented, verdict.severity) == ((), False)


def test_a_fact_told_twice_is_a_false_alarm():
    assert counts(CASE, RIGHT._replace(facts=(TOLD_FACT, TOLD_FACT)), "facts") == (1, 2, 1)


def test_a_wrong_delta_is_a_wrong_fact():
    assert counts(CASE, RIGHT._replace(facts=(TOLD_FACT._replace(percent=25),)), "facts") == (0, 1, 1)


def test_a_fact_with_equal_sides_is_neither_asked_for_nor_punished():
    same = FactLabel("number", "5", "5", "0", 0)
    assert counts(CASE, RIGHT._replace(facts=(TOLD_FACT, same)), "facts") == (1, 1, 1)


def test_a_finding_must_hold_the_quote_of_its_label():
    told = RIGHT._replace(findings=(finding("negation-gained"), finding("party-gained", "Poland comes in")))
    assert counts(CASE, told, "parties") == (0, 1, 1)


def test_findings_of_one_rule_that_the_label_does_not_tell_apart_count_once():
    told = RIGHT._replace(findings=(*RIGHT.findings, finding("negation-gained", "again")))
    assert counts(CASE, told, "obligation") == (1, 1, 1)


def test_an_unknown_rule_is_a_false_alarm_where_its_first_word_belongs():
    assert (kind_of("open-text"), kind_of("obligation-dropped"), kind_of("tone-changed")) == (
        "open-text",
        "obligation",
        "other",
    )
    told = RIGHT._replace(findings=(*RIGHT.findings, finding("tone-changed")))
    assert counts(CASE, told, "other") == (0, 1, 0)


def test_references_are_judged_in_whole_plans_only():
    told = RIGHT._replace(findings=(*RIGHT.findings, finding("reference-dangling")))
    assert counts(CASE, told, "references") == (0, 0, 0)
    assert counts(CASE._replace(plans=True), told, "references") == (0, 1, 0)


def test_in_a_clean_paragraph_only_invisible_changes_count():
    clean = CASE._replace(clean=True, facts=(), rules=(), severity=None)
    assert score(clean, RIGHT).right
    assert not score(clean, RIGHT._replace(findings=(finding("invisible-change", "U+00A0"),))).right


def test_the_tables_say_precision_recall_and_wholly_right_cases():
    judged = [(CASE, score(CASE, RIGHT)), (CASE._replace(trap=True), score(CASE, Answer((), (), "none")))]
    rows = {line.split("|")[1].strip(): line for line in by_class(judged).splitlines()}
    assert [cell.strip() for cell in rows["facts"].split("|")[2:-1]] == ["2", "1", "1", "1.000", "0.500"]
    assert [cell.strip() for cell in rows["severity"].split("|")[2:-1]] == ["2", "2", "1", "0.500", "0.500"]
    assert "1.000 / 0.500" in by_language(judged)
    assert "1 of 1" in by_case(judged)
    assert "0 of 1" in by_case(judged)


def test_an_issue_is_right_by_its_status_and_by_the_words_in_its_quotes():
    label = IssueLabel("a", "b", "forces", "changed", was="600,000", now="in peacetime")
    verdict = IssueVerdict(label, "changed", "limited to 600,000", "800,000 In Peacetime")
    assert (verdict.status_right, verdict.quotes_right) == (True, True)
    assert not verdict._replace(now="800,000").quotes_right


def test_an_answer_reads_the_facts_of_a_comparison():
    case = Case("y", "en", "facts", "1. It has 600,000 soldiers.\n", "1. It has 800,000 soldiers.\n")
    told = answer(case, Plugins.load())
    assert told.facts == (TOLD_FACT,)
    assert told.severity == "critical"
