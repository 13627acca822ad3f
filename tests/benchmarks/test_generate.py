"""The generated revisions: the same for the same seed, and the truth about them is true."""

from __future__ import annotations

import json
from hashlib import sha256
from itertools import combinations, pairwise
from pathlib import Path

import pytest

from benchmarks.alignment.augment import augment
from benchmarks.alignment.generate import PRESETS, Revision, generate, generated, write
from plandiff.compare import compare
from plandiff.registry import Plugins

PRESET_NAMES = sorted(PRESETS)


def test_the_same_seed_gives_the_same_text_on_every_machine():
    # The figures in the README stand for these very texts: other digits here, other figures there.
    left, right, _ = generate(28, 2000)
    digest = sha256("\n".join([*left, "", *right]).encode()).hexdigest()
    assert digest.startswith("06648a3cb6a3bdbb")


def test_seeds_sizes_and_presets_give_different_texts():
    assert generate(28, 1) != generate(28, 2)
    assert generate(28, 1, "hard").left != generate(28, 1, "easy").left
    assert len(generate(40, 1).left) == 40


@pytest.mark.parametrize("preset", PRESET_NAMES)
def test_every_point_has_exactly_one_fate(preset: str):
    left, right, groups = generate(28, 7, preset)
    assert sorted(int(name) for group in groups for name in group.left) == list(range(1, len(left) + 1))
    assert sorted(int(name) for group in groups for name in group.right) == list(range(1, len(right) + 1))


@pytest.mark.parametrize("preset", PRESET_NAMES)
def test_the_kind_of_a_group_is_its_shape(preset: str):
    shapes = {
        (group.kind, min(len(group.left), 2), min(len(group.right), 2))
        for seed in range(5)
        for group in generate(28, seed, preset).groups
    }
    assert shapes == {
        ("unchanged", 1, 1),
        ("modified", 1, 1),
        ("moved", 1, 1),
        ("split", 1, 2),
        ("merged", 2, 1),
        ("dropped", 1, 0),
        ("added", 0, 1),
    }


def test_unchanged_points_read_the_same_and_reworded_ones_differently():
    left, right, groups = generate(28, 3, "hard")
    for group in groups:
        if len(group.left) == len(group.right) == 1:
            same = left[int(group.left[0]) - 1] == right[int(group.right[0]) - 1]
            assert same == (group.reworded is None)


def test_what_has_not_moved_keeps_its_order_and_is_the_heavier_part():
    left, _, groups = generate(14, 3)
    single = {
        (int(group.left[0]), int(group.right[0])): group.kind == "moved"
        for group in groups
        if len(group.left) == len(group.right) == 1
    }

    def in_order(links: tuple[tuple[int, int], ...]) -> bool:
        return all(one[1] < other[1] for one, other in pairwise(sorted(links)))

    def words(links: tuple[tuple[int, int], ...]) -> int:
        return sum(len(left[old - 1].split()) for old, _ in links)

    kept = tuple(link for link, moved in single.items() if not moved)
    choices = [some for size in range(len(single) + 1) for some in combinations(single, size) if in_order(some)]
    assert 0 < len(kept) < len(single)
    assert in_order(kept)
    assert words(kept) == max(words(some) for some in choices)


def test_the_files_say_what_was_generated(tmp_path: Path):
    write(tmp_path, generate(5, 1))
    left, right, groups = generate(5, 1)

    read = compare(tmp_path / "left.txt", tmp_path / "right.txt", plugins=Plugins.load())
    assert [(point.label, point.text) for point in read.left.top] == [
        (str(number), text) for number, text in enumerate(left, 1)
    ]
    assert [point.text for point in read.right.top] == right
    listed = json.loads((tmp_path / "right.json").read_text(encoding="utf-8"))
    assert listed["points"][0] == {"id": 1, "text": right[0]}
    told = json.loads((tmp_path / "gold.json").read_text(encoding="utf-8"))
    assert [group["kind"] for group in told["groups"]] == [group.kind for group in groups]


def test_a_generated_pair_is_labelled_with_its_numbers():
    pair = generated(5, 1, "easy", Plugins.load())
    assert [(point.id, point.label) for point in pair.left.points][:2] == [("1", "1"), ("2", "2")]
    assert pair.groups == generate(5, 1, "easy").groups


def test_lessons_differ_from_the_revisions_and_keep_their_truth():
    revisions = [generate(28, seed) for seed in range(6)]
    lessons = augment(revisions, ["A stranger."], "lesson")
    assert lessons == augment(revisions, ["A stranger."], "lesson")
    plain, changed = lessons[2], lessons[5]
    assert [text for text, _ in plain.right] == revisions[2].right
    assert plain.links == _links(revisions[2])
    assert "A stranger." in [text for text, _ in changed.right]
    assert changed.links < _links(revisions[5])
    assert [label for _, label in lessons[4].right] == [None] * len(revisions[4].right)


def _links(revision: Revision) -> set[tuple[int, int]]:
    return {(int(i) - 1, int(j) - 1) for group in revision.groups for i in group.left for j in group.right}
