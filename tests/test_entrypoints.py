"""Which entry points are found, in which of two distributions of one name, and that nothing differs from the
standard library's answer."""

from __future__ import annotations

import importlib.metadata
import zipfile
from pathlib import Path

import pytest

from plandiff.entrypoints import EntryPoint, entrypoints


def install(folder: Path, project: str, version: str, entry_points: str, kind: str = "dist-info") -> None:
    """Lay down the metadata of a distribution as an installer does."""
    home = folder / f"{project.replace('-', '_')}-{version}.{kind}"
    home.mkdir(parents=True)
    (home / "entry_points.txt").write_text(entry_points)
    file = "METADATA" if kind == "dist-info" else "PKG-INFO"
    (home / file).write_text(f"Metadata-Version: 2.1\nName: {project}\nVersion: {version}\n\nVersion: of the manual\n")


def theirs(group: str) -> list[tuple[str, str, str, str]]:
    found = importlib.metadata.entry_points(group=group)
    return sorted((e.name, e.value, e.dist.name, e.dist.version) for e in found if e.dist)


def ours(group: str) -> list[tuple[str, str, str, str]]:
    return [(e.name, e.value, e.distribution, e.version) for e in entrypoints(group)]


@pytest.mark.parametrize("group", ["plandiff", "console_scripts", "pytest11", "no such group"])
def test_the_answer_is_that_of_the_standard_library(group):
    assert ours(group) == theirs(group)


@pytest.mark.parametrize("kind", ["dist-info", "egg-info"])
def test_a_distribution_is_read_by_its_files(tmp_path, monkeypatch, kind):
    written = "[console_scripts]\nother = odd:main\n\n[plandiff]\n# one\nreader-odd = odd.reader\nb=odd:B.c\n"
    install(tmp_path, "plandiff-odd", "2.1", written, kind)
    monkeypatch.syspath_prepend(tmp_path)

    found = [entry for entry in entrypoints("plandiff") if entry.distribution == "plandiff-odd"]

    assert found == [
        EntryPoint("b", "odd:B.c", "plandiff-odd", "2.1"),
        EntryPoint("reader-odd", "odd.reader", "plandiff-odd", "2.1"),
    ]
    assert ours("plandiff") == theirs("plandiff")


def test_the_first_of_two_distributions_of_one_name_counts(tmp_path, monkeypatch):
    install(tmp_path / "later", "Odd-Plugin", "1", "[odd]\nold = odd\n")
    install(tmp_path / "first", "odd_plugin", "2", "[odd]\nnew = odd\n")
    monkeypatch.syspath_prepend(tmp_path / "later")
    monkeypatch.syspath_prepend(tmp_path / "first")

    assert entrypoints("odd") == [EntryPoint("new", "odd", "odd_plugin", "2")]


def test_a_distribution_in_an_archive_is_found_too(tmp_path, monkeypatch):
    with zipfile.ZipFile(tmp_path / "bundle.zip", "w") as bundle:
        bundle.writestr("odd-3.dist-info/METADATA", "Metadata-Version: 2.1\nName: odd\nVersion: 3\n")
        bundle.writestr("odd-3.dist-info/entry_points.txt", "[odd]\npacked = odd\n")
    monkeypatch.syspath_prepend(tmp_path / "bundle.zip")

    assert entrypoints("odd") == [EntryPoint("packed", "odd", "odd", "3")]


def test_an_entry_point_stands_for_a_module_or_for_what_is_in_it():
    import os.path

    assert EntryPoint("module", "os.path").load() is os.path
    assert EntryPoint("function", "os.path:join").load() is os.path.join
    assert EntryPoint("method", "pathlib:Path.cwd").load()() == Path.cwd()
