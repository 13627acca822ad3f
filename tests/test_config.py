"""The configuration: which file counts, and what `plandiff config` says of it."""

from __future__ import annotations

import tomllib

import pytest

from plandiff.config import config


def test_the_nearest_file_counts_alone(tmp_path):
    (tmp_path / "drafts" / "open").mkdir(parents=True)
    (tmp_path / "plandiff.toml").write_text('level = "critical"\n')
    (tmp_path / "drafts" / "pyproject.toml").write_text('[tool.plandiff.rules]\nopen-blank = "off"\n')
    (tmp_path / "drafts" / "open" / "pyproject.toml").write_text('[tool.other]\nlevel = "none"\n')

    assert config(tmp_path)[0].level == "critical"
    held, path = config(tmp_path / "drafts" / "open")
    assert (held.level, held.rules) == ("substantive", {"open-blank": "off"})
    assert path == tmp_path.resolve() / "drafts" / "pyproject.toml"


def test_every_value_is_printed_with_its_origin(plandiff, tmp_path):
    (tmp_path / "plandiff.toml").write_text(
        '[rules]\nopen-blank = "off"\n[policy]\nprotected_points = ["1", "21(d)"]\nwithout_note = "editorial"\n'
    )
    (tmp_path / "plan.md").write_text("1. Fire ceases.\n")
    code, out, _ = plandiff("config", tmp_path / "plan.md")
    origin = tmp_path.resolve() / "plandiff.toml"

    assert code == 0
    assert {tuple(part.strip() for part in line.split(" # ")) for line in out.splitlines() if " # " in line} == {
        ('level = "substantive"', "default"),
        ('rules.open-blank = "off"', str(origin)),
        ('policy.protected_points = ["1", "21(d)"]', str(origin)),
        ("policy.protected_issues = []", "default"),
        ('policy.without_note = "editorial"', str(origin)),
        ('policy.note_trailer = "Plan-Change"', "default"),
        ("policy.red_lines = []", "default"),
    }
    assert "# policy.note_file is not set" in out
    assert tomllib.loads(out)["policy"]["protected_points"] == ["1", "21(d)"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("level = 3\n", "field level: must be text"),
        ('[rules]\nopen-blank = "loud"\n', "'off'"),
        ("[policy]\nprotected_points = [1]\n", "field policy.protected_points[0]: must be text"),
        ("policy = 1\n", "field policy: must be a table"),
    ],
)
def test_what_does_not_fit_is_one_clear_line(plandiff, tmp_path, text, said):
    (tmp_path / "plandiff.toml").write_text(text)
    code, _, err = plandiff("config", tmp_path)

    assert (code, err.count("\n")) == (2, 1)
    assert said in err
    assert "plandiff.toml" in err


def test_a_folder_that_is_not_there_is_said(plandiff, tmp_path):
    assert plandiff("config", tmp_path / "none").err.endswith("no such file or folder: check the name\n")
