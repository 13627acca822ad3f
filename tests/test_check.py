"""`plandiff check`: a short draft, and what is said of it."""

from __future__ import annotations

import json

import pytest

from benchmarks.meaning.rules import KNOWN
from plandiff.check.catalogue import catalogue
from plandiff.check.check import check
from plandiff.compare import compare, read
from plandiff.registry import Plugins
from tests.test_git import ONE, TWO, git, repository  # noqa: F401

PLUGINS = Plugins.load()


def found(text):
    """Rule and line of every finding about a draft."""
    return [(each.rule, each.line) for each in check(read(text, PLUGINS), text, PLUGINS)]


def test_a_clean_draft_has_no_finding():
    assert found(ONE) == []


@pytest.mark.parametrize(
    ("draft", "rule", "line"),
    [
        ("1. Fire ceases.\n\n2. Arms rest.\n\n4. Mines go.\n", "numbering-gap", 5),
        ("1. Fire ceases.\n\n2. Arms rest.\n\n2. Mines go.\n", "numbering-repeat", 5),
        ("1. Fire ceases:\n   (a) on land\n   (c) at sea\n\n2. Arms rest.\n", "numbering-gap", 3),
        ("1. The panel judges breaches of point 7.\n\n2. Arms rest.\n", "reference-unresolved", 1),
        ("1. Fire ceases within [30] [60] days.\n\n2. Arms rest.\n", "open-brackets", 1),
    ],
)
def test_what_is_amiss_is_found_at_its_line(draft, rule, line):
    assert (rule, line) in found(draft)


def test_a_deletion_that_is_announced_leaves_no_gap():
    draft = "1. Fire ceases.\n\n2. Arms rest.\n\nPoint 3 is deleted.\n\n4. Mines go.\n"

    assert "numbering-gap" not in [rule for rule, _ in found(draft)]


def test_the_title_promises_a_number_of_points():
    draft = "A {}-point plan for the dam\n\n1. Fire ceases.\n\n2. Arms rest.\n\n3. Mines go.\n"
    wrong = draft.format(4)
    (finding,) = check(read(wrong, PLUGINS), wrong, PLUGINS)

    assert (finding.rule, finding.message) == ("title-count", "the title speaks of 4 points, and there are 3")
    assert found(draft.format(3)) == []


# ---------------------------------------------------------------- marks

GAP = "1. Fire ceases.\n\n2. Arms rest.\n\n{}\n4. Mines go.\n"


def marked(mark, tmp_path):
    file = tmp_path / "draft.md"
    file.write_text(GAP.format(mark))
    return [each.rule for each in check(read(file, PLUGINS), file.read_text(), PLUGINS)]


def test_a_mark_with_a_reason_silences_one_rule_at_one_place(tmp_path):
    assert marked("", tmp_path) == ["numbering-gap"]
    assert marked("<!-- plandiff: allow numbering-gap: 3 was withdrawn -->", tmp_path) == []


def test_a_mark_without_a_reason_silences_nothing(tmp_path):
    assert sorted(marked("<!-- plandiff: allow numbering-gap -->", tmp_path)) == [
        "mark-without-reason",
        "numbering-gap",
    ]


def test_a_mark_that_silences_nothing_is_found(tmp_path):
    mark = "<!-- plandiff: allow numbering-repeat: we count like this -->"

    assert sorted(marked(mark, tmp_path)) == ["mark-unused", "numbering-gap"]


# ---------------------------------------------------------------- against the version before


def against(old, new):
    comparison = compare(old, new, plugins=PLUGINS)
    return [(each.rule, each.message) for each in check(comparison.right, new, PLUGINS, comparison)]


def test_a_changed_figure_is_named():
    ((rule, message),) = against(ONE, TWO)

    assert rule == "fact-changed"
    assert "30 days → within 60 days" in message


def test_a_dropped_point_is_named():
    new = "1. The parties cease fire.\n\n2. Prisoners are exchanged within 30 days.\n"

    assert ("point-dropped", "old 3 is gone") in against(ONE, new)


def test_a_stale_reference_is_named():
    old = ONE + "\n4. A panel judges point 3.\n"
    new = "1. Prisoners are exchanged within 30 days.\n\n2. The dam is rebuilt by both.\n\n3. A panel judges point 3.\n"

    assert "reference-stale" in [rule for rule, _ in against(old, new)]


# ---------------------------------------------------------------- the command


def test_the_command_prints_place_rule_and_remedy(plandiff, tmp_path):
    file = tmp_path / "draft.txt"
    file.write_text("1. Fire ceases.\n\n3. Mines go.\n")
    code, out, err = plandiff("check", str(file))

    assert (code, err) == (1, "")
    assert out.splitlines()[0] == (
        f"{file}:3: substantive numbering-gap: 3 comes after 1: 2 is missing; "
        "close the gap, or print the point as deleted"
    )
    assert out.splitlines()[-1] == "1 finding: 1 substantive"


def test_the_level_decides_what_fails(plandiff, tmp_path):
    file = tmp_path / "draft.txt"
    file.write_text("1. Fire ceases.\n\n3. Mines go.\n")

    assert plandiff("check", str(file), "--level", "critical").code == 0
    assert plandiff("check", str(file), "--level", "editorial").code == 1


def test_findings_for_programs_and_for_a_ci_log(plandiff, tmp_path):
    file = tmp_path / "draft.txt"
    file.write_text("1. Fire ceases [::error::x].\n\n3. Mines go.\n")
    rows = json.loads(plandiff("check", str(file), "-f", "json").out)
    lines = plandiff("check", str(file), "-f", "github").out.splitlines()

    assert {row["rule"] for row in rows} == {"numbering-gap", "open-brackets"}
    assert len(lines) == 2
    assert all(line.startswith("::warning file=") and ",line=" in line for line in lines)


def test_a_rule_can_be_looked_up(plandiff):
    listed = plandiff("rule").out
    said = plandiff("rule", "numbering-gap").out

    assert all(code in listed for code in catalogue())
    assert "close the gap" in said
    assert plandiff("rule", "no-such").code == 2


# ---------------------------------------------------------------- policy


@pytest.fixture
def judged(plandiff, repository, monkeypatch):  # noqa: F811
    """The findings of the changed draft under a policy."""

    def judge(policy, *arguments):
        (repository / "plandiff.toml").write_text(policy)
        (repository / "drafts" / "plan.txt").write_text(TWO)
        answer = plandiff("check", "--against", "HEAD", "drafts/plan.txt", "-f", "json", *arguments)
        return answer.code, [row["rule"] for row in json.loads(answer.out or "[]")], answer.err

    return judge


def test_a_protected_point_must_not_change(judged):
    assert judged('[policy]\nprotected_points = ["2"]')[1] == ["fact-changed", "protected-point"]
    assert judged('[policy]\nprotected_points = ["3"]')[1] == ["fact-changed"]


def test_a_heavy_change_needs_a_note(judged, repository):  # noqa: F811
    policy = '[policy]\nwithout_note = "editorial"\nnote_file = "NOTES.md"\n[rules]\nfact-changed = "off"\n'

    assert judged(policy)[:2] == (1, ["note-missing"])
    (repository / "NOTES.md").write_text("- 60 days: agreed\n")
    git(repository, "add", "NOTES.md")
    assert judged(policy)[:2] == (0, [])


def test_the_note_may_stand_in_the_commit_message(judged, repository):  # noqa: F811
    policy = '[policy]\nwithout_note = "editorial"\n[rules]\nfact-changed = "editorial"\n'
    (repository / "message").write_text("Longer\n\nPlan-Change: agreed on Monday\n")

    assert judged(policy)[0] == 1
    assert judged(policy, "--message", "message")[0] == 0


@pytest.mark.parametrize(
    ("policy", "said"),
    [
        ("level = 'high'", "field level: must be"),
        ("[policy]\nprotected = ['1']", "field policy.protected: is unknown"),
        ("[policy", "is not TOML"),
    ],
)
def test_a_malformed_policy_is_one_clear_line(judged, policy, said):
    code, _, err = judged(policy)

    assert code == 2
    assert said in err
    assert len(err.splitlines()) == 1


def test_no_mark_silences_a_rule_of_the_policy(plandiff, judged, repository):  # noqa: F811
    mark = "<!-- plandiff: allow protected-point: we want it -->"
    (repository / "drafts" / "plan.md").write_text(ONE)
    git(repository, "add", ".")
    git(repository, "commit", "--quiet", "--message", "again")
    judged('[policy]\nprotected_points = ["2"]')
    (repository / "drafts" / "plan.md").write_text(f"{mark}\n\n{TWO}")
    answer = plandiff("check", "--against", "HEAD", "drafts/plan.md")

    assert "protected-point" in answer.out
    assert "mark-unused" in answer.out
    assert "no mark" in plandiff("rule", "protected-point").out.casefold()


# ---------------------------------------------------------------- red lines

LINES = "# of the guard\nparty: The Guard\n\nPrisoners: at most 45 days\nmust mention: dam\n"
LINED = '[policy]\nred_lines = ["lines.txt"]\n[rules]\nfact-changed = "off"\n'


@pytest.fixture
def lined(plandiff, repository):  # noqa: F811
    """What is said of the last of some drafts, each but the last committed, where red lines are in the policy."""
    (repository / "lines.txt").write_text(LINES)
    (repository / "plandiff.toml").write_text(LINED)

    def said(*drafts, against=("--against", "HEAD")):
        for draft in drafts[:-1]:
            (repository / "drafts" / "plan.txt").write_text(draft)
            git(repository, "commit", "--quiet", "--all", "--allow-empty", "--message", "a draft")
        (repository / "drafts" / "plan.txt").write_text(drafts[-1])
        answer = plandiff("check", *against, "drafts/plan.txt", "-f", "json")
        return [(row["rule"], row["severity"], row["line"], row["message"]) for row in json.loads(answer.out)]

    return said


def test_a_change_that_crosses_a_red_line_is_critical(lined):
    assert lined(ONE, ONE) == []
    assert lined(ONE, TWO) == [
        (
            "red-line-crossed",
            "critical",
            3,
            "The Guard: “Prisoners: at most 45 days” is crossed; old 2 said: “are exchanged within 30 days”",
        )
    ]


def test_a_red_line_that_was_violated_before_is_said_at_a_level_of_its_own(lined):
    assert [row[:3] for row in lined(TWO, TWO)] == [("red-line-violated", "substantive", 3)]
    assert [row[:3] for row in lined(TWO, against=())] == [("red-line-violated", "substantive", 3)]


def test_what_a_red_line_wants_kept_is_missed(lined):
    without = "1. The parties cease fire.\n\n2. Prisoners are exchanged within 30 days.\n"

    assert [row for row in lined(ONE, without) if row[0] == "red-line-crossed"] == [
        (
            "red-line-crossed",
            "critical",
            None,
            "The Guard: “must mention: dam” is crossed, no provision holds these words; "
            "old 3 said: “The dam is rebuilt by both”",
        )
    ]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("none.txt", "none.txt: is not a file"),
        ("drafts", "drafts: is not a file"),
        ("../secret.txt", "lies outside the folder of the policy"),
        ("/dev/zero", "lies outside the folder of the policy"),
        ("link.txt", "lies outside the folder of the policy"),
    ],
)
def test_red_lines_that_are_not_beside_the_policy_are_one_clear_line(plandiff, lined, repository, name, said):  # noqa: F811
    secret = repository.parent / "secret.txt"
    secret.write_text("machine example.org password 1234")
    (repository / "link.txt").symlink_to(secret)
    (repository / "plandiff.toml").write_text(f'[policy]\nred_lines = ["{name}"]\n')
    answer = plandiff("check", "drafts/plan.txt")

    assert (answer.code, answer.err.count("\n")) == (2, 1)
    assert said in answer.err
    assert "1234" not in answer.err


# ---------------------------------------------------------------- what a change did, and a note about it

PARTS = """\
1. The parties agree:
   (a) to cease fire;
   (b) to exchange all prisoners.
   (c) to open the harbour.

2. The dam stays.
"""


def done(old, new):
    comparison = compare(old, new, plugins=PLUGINS)
    found = check(comparison.right, new, PLUGINS, comparison)
    return [(each.rule, each.line, each.message) for each in found if each.side]


def test_a_sub_point_that_is_dropped_is_named_at_the_line_where_it_would_stand():
    new = PARTS.replace("   (c) to open the harbour.\n", "")

    assert done(PARTS, new) == [("point-dropped", 5, "old 1(c) is gone")]


def test_what_is_lost_is_found_at_the_new_point():
    old = "1. The parties cease fire.\n\n2. The guards shall not cross the river.\n"
    new = old.replace("shall not", "shall")

    assert ("negation-lost", 3) in [(rule, line) for rule, line, _ in done(old, new)]


def test_what_is_said_twice_of_one_line_is_counted():
    old = "1. Fire ceases.\n\n2. The north pays USD 5 million to the dam, and the south USD 5 million to the harbour.\n"
    new = old.replace(
        "USD 5 million to the dam, and the south USD 5 million", "its share to the dam, and the south its"
    )

    assert ("fact-changed", 3, "amount USD 5 million removed (2 times)") in done(old, new)


def test_a_note_lets_a_change_pass_but_not_a_draft_that_is_amiss(plandiff, repository):  # noqa: F811
    note = repository / "message"
    note.write_text("Longer\n\nPlan-Change: agreed on Monday\n")
    file = repository / "drafts" / "plan.txt"
    file.write_text(TWO)
    bare, noted = (plandiff("check", "--against", "HEAD", file, *more) for more in ((), ("--message", note)))
    file.write_text(TWO.replace("3. The", "4. The"))
    amiss = plandiff("check", "--against", "HEAD", file, "--message", note)

    assert (bare.code, noted.code, amiss.code) == (1, 0, 1)
    assert bare.out.endswith("a note lets it pass: a new line in the file that `note_file` in the policy names\n")
    assert noted.out.endswith("the change comes with a note, which excuses what it did\n")
    assert "fact-changed" in noted.out


def test_every_rule_of_the_classifiers_is_in_the_catalogue():
    assert set(KNOWN) <= set(catalogue())


def test_a_policy_that_protects_a_point_that_is_not_there_is_said(judged):
    assert judged('[policy]\nprotected_points = ["7"]') == (1, ["policy-stale", "fact-changed"], "")


def test_no_note_excuses_a_stale_reference(plandiff, repository):  # noqa: F811
    file = repository / "drafts" / "plan.txt"
    file.write_text(ONE + "\n4. A panel judges point 3.\n")
    git(repository, "commit", "--quiet", "--all", "--message", "a panel")
    file.write_text(
        "1. Prisoners are exchanged within 30 days.\n\n2. The dam is rebuilt by both.\n\n3. A panel judges point 3.\n"
    )
    (repository / "message").write_text("Shorter\n\nPlan-Change: agreed on Monday\n")
    answer = plandiff("check", "--against", "HEAD", file, "--message", repository / "message")

    assert answer.code == 1
    assert "reference-stale" in answer.out
    assert "No note" in plandiff("rule", "reference-stale").out
