"""Changes and findings beside the lines of a file: SARIF and the annotations of GitHub."""

from __future__ import annotations

import json

import pytest
from msgspec.structs import replace

from plandiff.render.escape_sarif import escape_address, escape_sarif
from plandiff.render.github import github
from plandiff.render.sarif import sarif
from plandiff.render.told import told


@pytest.fixture
def run(comparison):
    """The one run of the log about the comparison with one of everything."""
    log = json.loads(sarif(comparison))
    assert (log["version"], len(log["runs"])) == ("2.1.0", 1)
    return log["runs"][0]


def place(result):
    (location,) = result["locations"]
    physical = location["physicalLocation"]
    return physical["artifactLocation"]["uri"], physical.get("region", {}).get("startLine")


def test_a_change_stands_at_its_newer_point_and_what_is_gone_where_it_was(run):
    places = {(each["ruleId"], *place(each)) for each in run["results"]}

    assert ("point-changed", "new.txt", 3) in places
    assert ("deadline-lost", "new.txt", 7) in places
    assert ("point-dropped", "old.txt", 13) in places
    assert ("point-added", "new.txt", 14) in places


def test_a_finding_about_one_text_stands_at_its_point(run):
    (found,) = [each for each in run["results"] if each["ruleId"] == "open-brackets"]

    assert place(found) == ("new.txt", 8)
    assert found["message"]["text"] == "left open (“[to be agreed]”)"


def test_the_level_says_the_severity(run):
    assert {(each["properties"]["severity"], each["level"]) for each in run["results"]} == {
        ("critical", "error"),
        ("substantive", "warning"),
    }


def test_what_did_not_change_in_substance_is_not_told(comparison):
    assert {each.finding.severity for each in told(comparison)} == {"critical", "substantive"}
    assert not [each for each in told(comparison) if each.finding.message.startswith("1 → 1")]


def test_every_result_names_its_rule(run):
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]

    assert rules == sorted(set(rules))
    assert [rules[each["ruleIndex"]] for each in run["results"]] == [each["ruleId"] for each in run["results"]]


def test_the_log_says_by_what_it_was_made_and_from_what(run, comparison):
    notes = [note["message"]["text"] for note in run["invocations"][0]["toolExecutionNotifications"]]

    assert run["tool"]["driver"]["version"] == comparison.plandiff
    assert [each["hashes"]["sha-256"] for each in run["artifacts"]] == ["0" * 64] * 2
    assert (
        "new: RECONSTRUCTION: the text was never published. No report supports 1 of its 12 points; counts and "
        + ("shares include them")
        in notes
    )


def test_a_guess_and_an_invented_point_are_marked(comparison):
    for made in (sarif(comparison), github(comparison)):
        assert "could also be 11" in made
        assert "not reported" in made


def test_annotations_name_file_line_and_rule(comparison):
    lines = github(comparison).splitlines()

    assert (
        "::error file=new.txt,line=3,title=point-changed::3 → 3: modified; 600,000 → 800,000, +200,000, +33 %25"
        in lines
    )
    assert lines[-1].startswith("::notice title=plandiff::plandiff 0.1.0")
    assert all(line.startswith(("::error ", "::warning ", "::notice ")) for line in lines)


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("plans/new.txt", "plans/new.txt"),
        ("план 2.txt", "%D0%BF%D0%BB%D0%B0%D0%BD%202.txt"),
        ("HEAD~1:plan.md", "HEAD~1%3Aplan.md"),
        ("/home/plan.md", "file:///home/plan.md"),
        ("//evil.example/x", "evil.example/x"),
        ("javascript:ran()", "javascript%3Aran%28%29"),
        ("a?b#c%", "a%3Fb%23c%25"),
        ("..\\x\ud800", "..%5Cx%ED%A0%80"),
    ],
)
def test_a_file_name_becomes_an_address_and_leads_nowhere_else(name, address):
    assert escape_address(name) == address


def test_no_link_and_no_placeholder_comes_of_a_text():
    assert escape_sarif("see [here](https://evil.example) {0}\x1b") == "see [here] (https://evil.example) {{0}}⟨U+001B⟩"


def test_a_file_name_from_git_is_kept(comparison):
    renamed = replace(comparison, right=replace(comparison.right, name="HEAD:new.txt"))

    assert "file=HEAD%3Anew.txt,line=3" in github(renamed)


def test_check_writes_sarif_too(plandiff, tmp_path):
    (tmp_path / "draft.txt").write_text("1. The truce holds.\n3. Boats sail [freely].\n")

    run = plandiff("check", tmp_path / "draft.txt", "--format", "sarif")

    results = json.loads(run.out)["runs"][0]["results"]
    assert run.code == 1
    assert {(each["ruleId"], place(each)[1]) for each in results} >= {("numbering-gap", 2), ("open-brackets", 2)}
