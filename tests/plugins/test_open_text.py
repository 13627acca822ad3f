"""What a text leaves open, and what two versions settle or open."""

from __future__ import annotations

import time

import pytest

from plandiff_classifiers import open_text


@pytest.fixture(scope="session")
def rules(plan):
    """The rules and quotes for a plan of one point."""
    return lambda text: [(finding.rule, finding.quote) for finding in open_text.plandiff_inspect(plan(text))]


OPEN = [
    ("The status is [left to the presidents].", "open-brackets", "[left to the presidents]"),
    ("It is [neutral][demilitarised].", "open-brackets", "[neutral][demilitarised]"),
    ("It is [neutral] or [demilitarised].", "open-brackets", "[neutral] or [demilitarised]"),
    ("It is [neutral / demilitarised].", "open-brackets", "[neutral / demilitarised]"),
    ("It [is [now] neutral].", "open-brackets", "[is [now] neutral]"),
    ("Each party [shall][should] withdraw.", "open-brackets", "[shall][should]"),
    ("limited to [600,000] personnel", "open-brackets", "[600,000]"),
    ("within [30] days", "open-brackets", "[30]"),
    ("The [coastal] zone is free.", "open-brackets", "[coastal]"),
    ("within [X] days", "open-placeholder", "[X]"),
    ("within [ ] days", "open-placeholder", "[ ]"),
    ("within [...] days", "open-placeholder", "[...]"),
    ("on [date]", "open-placeholder", "[date]"),
    ("The seat is TBD.", "open-placeholder", "TBD"),
    ("The seat is to be determined.", "open-placeholder", "to be determined"),
    ("XX observers are sent.", "open-placeholder", "XX"),
    ("Relations are to be settled separately.", "open-deferred", "to be settled separately"),
    ("This is left to the presidents.", "open-deferred", "left to the presidents"),
    ("Fees are subject to further talks.", "open-deferred", "subject to further talks"),
    ("Fees will be settled later on.", "open-deferred", "settled later on"),
    ("Дату буде узгоджено пізніше.", "open-deferred", "буде узгоджено"),
    ("Спорные вопросы решаются отдельно.", "open-deferred", "решаются отдельно"),
    ("Спірні питання вирішуються окремо.", "open-deferred", "вирішуються окремо"),
    ("Сроки будут отдельно согласованы.", "open-deferred", "отдельно согласованы"),
    ("Die Kosten werden gesondert geregelt und geprüft.", "open-deferred", "werden gesondert geregelt"),
    ("Les frais seront convenus ultérieurement par les parties.", "open-deferred", "convenus ultérieurement"),
    ("Los gastos se acordarán por separado y en paz.", "open-deferred", "acordarán por separado"),
    ("Held on 1 May 20__.", "open-blank", "20__"),
    ("Статус залишається відкритим.", "open-deferred", "залишається відкритим"),
    ("Статус остаётся открытым.", "open-deferred", "остаётся открытым"),
    ("Le statut reste à convenir et la date est libre.", "open-deferred", "reste à convenir"),
    ("Der Status bleibt offen und wird geprüft.", "open-deferred", "bleibt offen"),
    ("El estatuto queda abierto y se revisa.", "open-deferred", "queda abierto"),
    ("The question of the port remains open.", "open-deferred", "remains open"),
    ("Option 1: joint operation.\nOption 2: a lease.", "open-alternatives", "Option 1: joint operation. Option 2: a…"),
    ("These are the alternatives on the table.", "open-alternatives", "alternatives on the table"),
    ("Elections are held in ____ days.", "open-blank", "____"),
    ("Elections are held in …… days.", "open-blank", "……"),
    ("[deleted]", "text-struck", "[deleted]"),
    ("Reserved.", "text-struck", "Reserved."),
    ("Point 3 of the first draft is deleted.", "text-struck", "Point 3 of the first draft is deleted."),
]


@pytest.mark.parametrize(("text", "rule", "quote"), OPEN)
def test_what_is_open(rules, text, rule, quote):
    assert rules(text) == [(rule, quote)]


CLOSED = [
    "The Mbara corridor remains open.",
    "No base is built, unless otherwise agreed with the guarantors.",
    "Базы не размещаются, если иное не согласовано с гарантами.",
    "Бази не розміщуються, якщо інше не погоджено з гарантами.",
    "The treaty remains open for signature until 1 May.",
    "Le corridor de Mbara reste ouvert.",
    "Die Grenze bleibt offen.",
    "La frontera queda abierta.",
    "Коридор остаётся открытым.",
    "Кордон залишається відкритим.",
    "He said so [sic] and [T]he text goes on [...] to the end.",
    "As reported.[12] And again [13].",
    "[a] A note. [iv] Another.",
    "See the [full text](https://example.org/text).",
    "[Editor's note: the annex was not published.]",
    "Article XX of the treaty and the XX century.",
    "He waited ... and went on.",
    "Each member may either stay or leave.",
    "The budget is agreed and settled.",
    "Disputes are to be settled by arbitration.",
    "The fees are paid as agreed.",
    "Under option 2 the fees are paid.",
    'He wrote that "they [the guards] had gone" and left.',
    "__init__ and **bold** are no blanks.",
]


@pytest.mark.parametrize("text", CLOSED)
def test_what_is_not_open(rules, text):
    assert rules(text) == []


def test_a_bracket_without_its_other_half_is_passed_over(rules):
    assert rules("A loose [ and [two more plain words] and a loose end.") == [
        ("open-brackets", "[two more plain words]")
    ]
    assert rules("A loose ] and a loose [") == []


def test_one_finding_for_each_rule_and_point_with_its_place(plan):
    findings = open_text.plandiff_inspect(
        plan("Settled.", "First line.\nThe zone is [free][neutral], the seat [to be agreed], the date TBD.")
    )
    assert [(found.rule, found.point, found.line, found.severity, found.message) for found in findings] == [
        ("open-brackets", "2", 21, "substantive", "in brackets: [free][neutral] (2 passages)"),
        ("open-placeholder", "2", 21, "substantive", "still to be filled in: TBD"),
    ]
    assert all(found.side is None for found in findings)


def test_a_struck_point_is_editorial(plan):
    (finding,) = open_text.plandiff_inspect(plan("[deleted]"))
    assert finding.severity == "editorial"


def test_an_editors_brackets_do_not_drown_what_is_open(plan):
    findings = open_text.plandiff_inspect(
        plan(
            "The [Northern] side agrees.",
            "The [Southern] side agrees.",
            "Its [own] forces stay.",
            "Fees are to be agreed.",
        )
    )
    assert [(found.rule, found.point) for found in findings] == [
        ("open-deferred", "4"),
        ("brackets-editorial", None),
    ]


def test_short_brackets_are_open_where_others_are(plan):
    findings = open_text.plandiff_inspect(
        plan("The [coastal] zone.", "An [inner] zone.", "An [outer] zone.", "Held [in May][in June].")
    )
    assert [found.rule for found in findings] == ["open-brackets"] * 4


CHANGED = [
    (
        "The zone is [neutral][demilitarised].",
        "The zone is demilitarised.",
        (
            "open-text-settled",
            "left",
            "no longer open: [neutral][demilitarised]; what stayed: demilitarised",
        ),
    ),
    (
        "Held on a date to be agreed.",
        "Held on 1 May.",
        ("open-text-settled", "left", "no longer open: to be agreed"),
    ),
    (
        "It is [A one][B two] and [in force].",
        "It is A one and [in force].",
        (
            "open-text-changed",
            "left",
            "one thing less open: [A one][B two]; what stayed: A one (2 → 1 passages)",
        ),
    ),
    (
        "It is [A one][B two].",
        "It is [A one][B two][C three].",
        ("open-text-changed", "right", "open otherwise: [A one][B two] → [A one][B two][C three]"),
    ),
    (
        "Option 1: a lease. Option 2: joint operation.",
        "There is joint operation.",
        (
            "open-text-settled",
            "left",
            "no longer open: Option 1: a lease. Option 2: joint…; what stayed: joint operation",
        ),
    ),
    (
        "Held on a date to be agreed.",
        "Held on a day to be decided.",
        ("open-text-changed", "right", "open otherwise: to be agreed → to be decided"),
    ),
    (
        "Fishing rights: all may fish.",
        "Fishing rights: [reserved].",
        ("open-text-added", "right", "now open: [reserved]"),
    ),
    ("The zone is neutral.", "The zone is [neutral].", ("open-text-added", "right", "now open: [neutral]")),
    (
        "Fees are fixed.",
        "Fees are under discussion.",
        ("open-text-added", "right", "now open: under discussion"),
    ),
]


@pytest.mark.parametrize(("old", "new", "told"), CHANGED)
def test_what_was_settled_or_opened(pair, old, new, told):
    (finding,) = open_text.plandiff_classify(*pair(old, new))
    assert (finding.rule, finding.side, finding.message) == told
    assert (finding.point, finding.line, finding.severity) == ("1", 10, "substantive")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Still [open].", "Still, it is [open]."),
        ("", "The zone is [neutral][free]."),
        ("The zone is [neutral][free].", ""),
    ],
)
def test_what_stays_open_or_is_new_as_a_whole_is_left_to_inspect(pair, old, new):
    assert open_text.plandiff_classify(*pair(old, new)) == []


@pytest.mark.parametrize(
    "part",
    ["[", "[a] / ", "[]", "… ", "_", "XX ", "to be ", "to be settled ", "Option 1: a. ", '"[a ', "later agreed "],
)
def test_the_time_grows_with_the_text_and_no_faster(plan, part):
    long = plan(part * (50_000 // len(part)) + " end")
    started = time.process_time()
    open_text.plandiff_inspect(long)
    assert time.process_time() - started < 5
