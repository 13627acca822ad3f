"""`plandiff verify`: a redline that holds both texts, and redlines that do not."""

from __future__ import annotations

import pytest

from plandiff.verify import verify
from tests.plugins.docx_files import deleted, docx, inserted, p, r, tracked


@pytest.fixture
def redline(plandiff, texts):
    """The redline of before.txt and after.txt."""
    file = texts / "redline.docx"
    run = plandiff("compare", texts / "before.txt", texts / "after.txt", "-f", "docx", "-o", file)
    assert (run.code, run.out, run.err) == (0, "", "")
    return file


def test_a_redline_of_both_texts_holds(plandiff, texts, redline):
    run = plandiff("verify", redline, texts / "before.txt", texts / "after.txt")

    assert (run.code, run.err) == (0, "")
    assert run.out.splitlines() == [
        f"reject all: {texts / 'before.txt'}: equal, 4 provisions in order",
        f"accept all: {texts / 'after.txt'}: equal, 3 provisions in order",
    ]


def test_another_text_is_a_difference(plandiff, texts, redline):
    other = texts / "other.txt"
    other.write_text((texts / "after.txt").read_text().replace("800", "900"))
    run = plandiff("verify", redline, texts / "before.txt", other)

    assert run.code == 1
    assert run.out.splitlines()[0].endswith("equal, 4 provisions in order")
    assert "accept all" in run.out
    assert "differs: paragraph 2 is “2. The coast guard is limited to 800 personnel in peacetime.” where" in run.out


def test_what_is_no_redline_is_trouble(plandiff, texts):
    run = plandiff("verify", texts / "missing.docx", texts / "before.txt", texts / "after.txt")

    assert (run.code, run.out) == (2, "")
    assert "missing.docx" in run.err


OLD = "1. The truce holds.\n\n2. Ports open.\n"


@pytest.mark.parametrize(
    ("paragraphs", "said"),
    [
        (["1. The truce holds.", "2. Ports open."], None),
        (["1) The  truce holds.", "2 – Ports open."], None),
        (["2. Ports open.", "1. The truce holds."], "paragraph 1 is “2. Ports open.” where “1 The truce holds.”"),
        (["1. The truce holds."], "“2 Ports open.” is missing at the end"),
        (["1. The truce holds.", "2. Ports open.", "Signed."], "“Signed.” is too much at the end"),
        (["1. The truce holds.", "3. Ports open."], "paragraph 2 is “3. Ports open.”"),
        (["The truce holds.", "2. Ports open."], "paragraph 1 is “The truce holds.”"),
        (["1.5 The truce holds.", "2. Ports open."], "paragraph 1 is “1.5 The truce holds.”"),
    ],
)
def test_paragraphs_count_in_their_order_with_their_labels(tmp_path, paragraphs, said):
    file = tmp_path / "redline.docx"
    file.write_bytes(docx(*(p(r(text)) for text in paragraphs)))
    found = verify(file, OLD, OLD)[0].difference

    assert found is None if said is None else found.startswith(said)


def test_a_redline_by_another_hand_is_judged_alike(tmp_path):
    file = tmp_path / "redline.docx"
    figure = p(r("1. At most "), tracked("del", "600"), tracked("ins", "800"), r(" guards serve."))
    file.write_bytes(docx(figure, deleted("2. All acts are pardoned."), inserted("2. Ports open.")))

    assert [
        verdict.difference
        for verdict in verify(
            file,
            "1. At most 600 guards serve.\n\n2. All acts are pardoned.\n",
            "1. At most 800 guards serve.\n\n2. Ports open.\n",
        )
    ] == [None, None]


def test_text_around_the_list_need_not_be_in_the_redline_and_is_counted(plandiff, tmp_path):
    article = (
        "Our correspondent reports from the talks.\n\n1. The truce holds.\n\n2. Ports open.\n\n3. Mines are cleared.\n"
    )
    (tmp_path / "old.txt").write_text(article)
    (tmp_path / "new.txt").write_text("1. The truce holds.\n\n2. Ports open at once.\n\n3. Mines are cleared.\n")
    plandiff("compare", tmp_path / "old.txt", tmp_path / "new.txt", "-f", "docx", "-o", tmp_path / "redline.docx")
    run = plandiff("verify", tmp_path / "redline.docx", tmp_path / "old.txt", tmp_path / "new.txt")

    assert run.code == 0, run.out
    assert "equal, 3 provisions in order (1 passage around the list not in it)" in run.out


# ---------------------------------------------------------------- versions with tracked changes of their own


@pytest.fixture
def tracked_versions(tmp_path):
    """Two Word files, each with changes that are still pending."""
    old, new = tmp_path / "old.docx", tmp_path / "new.docx"
    guards = p(r("1. At most "), tracked("del", "500"), tracked("ins", "600"), r(" guards serve."))
    old.write_bytes(docx(guards, p(r("2. Ports open."))))
    ports = p(r("2. Ports open"), tracked("ins", " at once"), r("."))
    new.write_bytes(docx(p(r("1. At most 800 guards serve.")), ports, deleted("3. Mines are cleared.")))
    return old, new


@pytest.mark.parametrize("revisions", ["accept", "reject", "pending"])
def test_a_redline_holds_the_sides_of_the_versions_that_were_read(plandiff, tracked_versions, tmp_path, revisions):
    file, read = tmp_path / "redline.docx", ("--revisions", revisions)
    plandiff("compare", *tracked_versions, "-f", "docx", "-o", file, *read)

    assert plandiff("verify", file, *tracked_versions, *read).code == 0


def test_with_pending_changes_rejecting_all_rejects_theirs_and_accepting_all_accepts_theirs(tracked_versions, tmp_path):
    from plandiff import compare
    from plandiff.render.docx import docx as redline

    old, new = tracked_versions
    comparison = compare(old, new, revisions="pending")
    file = tmp_path / "redline.docx"
    file.write_bytes(redline(comparison))

    assert [point.text for point in comparison.left.points] == ["At most 500 guards serve.", "Ports open."]
    assert [point.text for point in comparison.right.points] == ["At most 800 guards serve.", "Ports open at once."]
    assert [verdict.difference for verdict in verify(file, old, new, revisions="pending")] == [None, None]
    assert None not in [verdict.difference for verdict in verify(file, old, new, revisions="accept")][:1]


def test_a_redline_of_the_changes_in_one_document_gives_both_sides_back(plandiff, tracked_versions, tmp_path):
    old, file = tracked_versions[0], tmp_path / "redline.docx"
    plandiff("compare", "--revisions-of", old, "-f", "docx", "-o", file)

    assert plandiff("verify", file, old, old, "--revisions", "pending").code == 0


# ---------------------------------------------------------------- the command line


@pytest.mark.parametrize(("option", "value"), [("--author", "Counsel"), ("--date", "2026-01-31")])
def test_author_and_date_are_for_word(plandiff, texts, option, value):
    run = plandiff("compare", texts / "before.txt", texts / "after.txt", option, value)

    assert run.code == 2
    assert f"{option}: is for --format docx" in run.err
