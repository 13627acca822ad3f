"""A pack that a user names: an installed one, a file of their own, or one clear line."""

from __future__ import annotations

from pathlib import Path

import pytest

from plandiff.errors import DataError
from plandiff.pack import pack
from plandiff.registry import Plugins
from plandiff.toml_line import toml_line

PLUGINS = Plugins.load()

HARBOUR = """\
name = "harbour"
about = "talks about the harbour"

[[issues]]
id = "quay"
title = "The quay"
cues = ["quay*", "600 berths"]

[[issues]]
id = "fees"
title = "Fees of the harbour"
cues = [
    "harbour due*",
    "toll*",
]
unless = ["toll-free"]
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "p.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_an_installed_pack_by_its_name_and_an_own_one_by_its_file(tmp_path: Path) -> None:
    assert pack("gaza", PLUGINS).name == "gaza"
    assert [issue.id for issue in pack(written(tmp_path, HARBOUR), PLUGINS).issues] == ["quay", "fees"]


def test_a_name_that_is_nothing(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"^gazza: is neither a file nor an installed pack; installed are gaza, "):
        pack("gazza", PLUGINS)


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ('title = "The quay"\n', "", "line 4: field issues[0].title: is missing; add it"),
        ('unless = ["toll-free"]', 'without = ["toll-free"]', "line 16: field issues[1].without: is unknown; take it"),
        ('"toll*"', "7", "line 12: field issues[1].cues[1]: must be text; put it in quotes"),
        ('"toll*"', '"*"', "line 12: field issues[1].cues[1]: is no cue; give words, each with at most a * at its end"),
        ('"toll*"', '"to*ll"', "line 12: field issues[1].cues[1]: is no cue"),
        ('["toll-free"]', '[""]', "line 16: field issues[1].unless[0]: is no cue"),
        ('["quay*", "600 berths"]', "[]", "line 7: field issues[0].cues: is empty; give at least one cue"),
        ('id = "fees"', 'id = "quay"', "line 10: field issues[1].id: is the id of an issue above too"),
        ('about = "talks', 'topic = "talks', "line 2: field topic: is unknown; known are name, about, generic, issues"),
        ('name = "harbour"', 'name = "harbour', "line 1: is not TOML"),
    ],
)
def test_a_bad_pack_is_one_line_with_file_and_line(tmp_path: Path, old: str, new: str, complaint: str) -> None:
    path = written(tmp_path, HARBOUR.replace(old, new))

    with pytest.raises(DataError) as trouble:
        pack(path, PLUGINS)

    assert str(trouble.value).startswith(f"{path}, {complaint}")
    assert "\n" not in str(trouble.value)


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("name", 1),
        ("issues[0]", 4),
        ("issues[1].cues", 12),
        ("issues[1].nothing", 9),
        ("a.b", None),
        ("issues[7]", None),
    ],
)
def test_the_line_of_a_field(path: str, line: int | None) -> None:
    assert toml_line(HARBOUR, path) == line


# ---------------------------------------------------------------- on the command line


def test_issues_lists_the_packs(plandiff) -> None:
    run = plandiff("issues")

    assert run.code == 0
    assert "contracts: contracts of every kind (16 issues, generic)" in run.out
    assert "territory, nato, armed-forces" in run.out


def test_issues_shows_one_pack(plandiff, tmp_path: Path) -> None:
    run = plandiff("issues", str(written(tmp_path, HARBOUR)))

    assert run.out == (
        "harbour: talks about the harbour\n\n"
        "quay: The quay\n  cues: quay*, 600 berths\n\n"
        "fees: Fees of the harbour\n  cues: harbour due*, toll*\n  unless: toll-free\n"
    )


def test_issues_says_titles_parties_and_reports(plandiff) -> None:
    gaza, ukraine = plandiff("issues", "gaza").out, plandiff("issues", "ukraine").out

    assert "hostages: Hostages and prisoners\n  uk: Заручники та в'язні\n" in gaza
    assert "  parties: Hamas, Israel\n" in gaza
    assert "  reported open in geneva-19: RKS News, 2025-11-30\n" in ukraine


def test_issues_as_json(plandiff) -> None:
    assert '"id": "hostages"' in plandiff("issues", "gaza", "--json").out


def test_compare_follows_the_issues_of_an_own_pack(plandiff, texts: Path, tmp_path: Path) -> None:
    own = HARBOUR.replace('"quay*"', '"coast guard"').replace("The quay", "Guards of the quay")
    path = written(tmp_path, own)
    files = str(texts / "before.txt"), str(texts / "after.txt")

    run = plandiff("compare", *files, "--issues", str(path), "--format", "markdown")

    assert "| **Guards of the quay** | changed | 2 → 2 | limited to 600 personnel → limited to 800" in run.out
    assert "issues: pack harbour" in run.out


def test_a_bad_pack_ends_a_comparison_with_one_line(plandiff, texts: Path, tmp_path: Path) -> None:
    path = written(tmp_path, HARBOUR.replace('id = "quay"', 'ident = "quay"'))

    run = plandiff("compare", str(texts / "before.txt"), str(texts / "after.txt"), "--issues", str(path))

    assert (run.code, run.out) == (2, "")
    assert run.err == f"plandiff: {path}, line 5: field issues[0].ident: is unknown; take it out\n"
