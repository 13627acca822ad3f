"""`plandiff check --fix`: what is put right, what is left for a person, and that no other byte is touched."""

from __future__ import annotations

import pytest


@pytest.fixture
def fixed(plandiff, tmp_path):
    """The bytes of a draft after `check --fix`, and what was said on standard error."""

    def fix(draft, name="plan.txt"):
        file = tmp_path / name
        file.write_bytes(draft if isinstance(draft, bytes) else draft.encode())
        answer = plandiff("check", "--fix", file)
        assert answer.code in (0, 1), answer.err
        after = file.read_bytes()
        said = [line.removeprefix(f"{file}:") for line in answer.err.splitlines()]
        return after if isinstance(draft, bytes) else after.decode(), said

    return fix


def test_points_after_a_gap_close_up_and_references_follow(fixed):
    draft = "1. Fire ceases.\n\n3. Arms rest.\n\n4. A panel judges points 3 and 1.\n"
    after, said = fixed(draft)

    assert after == "1. Fire ceases.\n\n2. Arms rest.\n\n3. A panel judges points 2 and 1.\n"
    assert said == ["3: fixed: 3 and 4 are 2 and 3 now", "5: fixed: cites 2 now instead of 3"]


@pytest.mark.parametrize(
    ("draft", "after"),
    [
        ("1. A word.\n\n2. Two.\n\n2. Three.\n\n3. Four.\n", "1. A word.\n\n2. Two.\n\n3. Three.\n\n4. Four.\n"),
        ("1. Arms:\n   (a) rest\n   (c) rust\n\n2. Peace.\n", "1. Arms:\n   (a) rest\n   (b) rust\n\n2. Peace.\n"),
        ("1. Arms:\n   i. rest\n   iii. rust\n\n2. Peace.\n", "1. Arms:\n   i. rest\n   ii. rust\n\n2. Peace.\n"),
        (
            "Article 1\nArms rest.\n\nArticle 3\nSee Article 3(1).\n(1) Peace.\n(2) Bread.\n",
            "Article 1\nArms rest.\n\nArticle 2\nSee Article 2(1).\n(1) Peace.\n(2) Bread.\n",
        ),
        (
            "1. Arms.\n1.1 They rest.\n\n3. Peace.\n3.1 It holds.\n3.2 See point 3.1.\n",
            "1. Arms.\n1.1 They rest.\n\n2. Peace.\n2.1 It holds.\n2.2 See point 2.1.\n",
        ),
        ('1. Point 1.\n\n2. Arms rest.\n\n3. The “dam” and "port".\n', None),
    ],
)
def test_numbers_of_many_kinds_are_put_right(fixed, draft, after):
    expected = after or draft.replace('"port"', "“port”")

    assert fixed(draft)[0] == expected


def test_bytes_that_no_finding_is_about_stay_as_they_are(fixed):
    draft = b"\xef\xbb\xbf  A plan \r\n\r\n1.\tFire \xe2\x80\xa6  ceases. \r\n\n3. Arms  rest\tnow.  \r\nSo be it"

    assert fixed(draft)[0] == draft.replace(b"3. Arms  rest", b"2. Arms rest")


def test_other_encodings_are_kept(fixed):
    draft = "\ufeff1. Fire ceases in Łódź.\r\n\r\n3. Arms rest.\r\n".encode("utf-16-le")

    assert fixed(draft)[0] == "\ufeff1. Fire ceases in Łódź.\r\n\r\n2. Arms rest.\r\n".encode("utf-16-le")


def test_markdown_signs_stay(fixed):
    draft = (
        '# Plan\n\n1. **Fire**  ceases, see [the map](x(3).png "a  map").\n\n3. _Arms_, all  of them: see point 3.\n'
    )
    after = draft.replace("3. _", "2. _").replace("point 3", "point 2").replace("all  of", "all of")

    assert fixed(draft, "plan.md")[0] == after


@pytest.mark.parametrize(
    ("draft", "why"),
    [
        ("1. A panel judges point 2.\n\n3. Arms rest.\n", "line 1 cites 2, which no point bears"),
        ("1. Arms.\n\n2. Peace.\n\n2. Bread.\n\n3. See point 2.\n", "line 7 cites 2, which several points bear"),
        ("1. Arms:\n   (a) rest\n   (c) rust, not as (c) says\n\n2. Peace.\n", "line 3 speaks of (c)"),
    ],
)
def test_what_takes_judgement_is_left_with_the_reason(fixed, draft, why):
    after, said = fixed(draft)

    assert after == draft
    assert len(said) == 1
    assert why in said[0]


def test_a_gap_that_a_mark_allows_stays(fixed):
    draft = "1. Arms rest.\n\n<!-- plandiff: allow numbering-gap: 2 was withdrawn -->\n3. Peace.\n\n5. Bread.\n"

    assert fixed(draft, "plan.md")[0] == draft.replace("5. Bread", "4. Bread")


def test_numbers_that_begin_again_are_counted_by_themselves(fixed):
    draft = "1. Arms.\n\n2. Peace.\n\n1. Bread.\n\n3. Roses.\n"

    assert fixed(draft)[0] == draft.replace("3. Roses", "2. Roses")


def test_a_document_of_another_program_is_never_written(plandiff, tmp_path):
    file = tmp_path / "plan.html"
    file.write_text("<ol><li>Arms rest.<li value=3>Peace.</ol>")
    answer = plandiff("check", "--fix", file)

    assert file.read_text() == "<ol><li>Arms rest.<li value=3>Peace.</ol>"
    assert "not fixed: only text and Markdown can be put right" in answer.err


def test_a_version_in_git_is_never_written(plandiff, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    assert plandiff("check", "--fix", "HEAD:plan.txt").code == 2
    assert list(tmp_path.iterdir()) == []


def test_a_draft_without_findings_is_not_written(plandiff, tmp_path):
    file = tmp_path / "plan.txt"
    file.write_text("1. Arms rest.\n\n2. Peace.\n")
    file.chmod(0o444)
    before = file.stat()

    assert plandiff("check", "--fix", file) == (0, "nothing found\n", "")
    assert file.stat().st_mtime_ns == before.st_mtime_ns
