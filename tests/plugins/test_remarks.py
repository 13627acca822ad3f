"""Remarks: what a reader says of hidden text and comments, and of a document that holds nothing else."""

from __future__ import annotations

from plandiff.model import Finding, Omission
from plandiff_readers.remarks import no_text, remarks


def test_hidden_text_and_comments_are_remarked_on():
    omitted = [
        Omission(reason="footnote", text="See below.", line=1),
        Omission(reason="hidden text", text="but\nnot two", line=2),
        Omission(reason="comment by A. Author", text="Why?", line=3),
    ]

    assert remarks(omitted) == [
        Finding(
            rule="hidden-text",
            severity="substantive",
            message="text that is formatted as hidden, and not printed",
            line=2,
            quote="but not two",
        ),
        Finding(rule="comment", severity="none", message="comment by A. Author", line=3, quote="Why?"),
    ]


def test_a_remark_quotes_few_words():
    [finding] = remarks([Omission(reason="comment", text="peace and " * 1000)])

    assert finding.quote == "peace and " * 5 + "peace and…"


def test_a_document_without_text():
    assert str(no_text("plan.rtf", [])) == "plan.rtf: holds no text; is it a scan? Have its text recognised first"


def test_a_document_whose_text_is_all_set_aside():
    omitted = [Omission(reason=reason, text="See.") for reason in ("header", "footnote", "header")]

    assert str(no_text("plan.rtf", omitted)) == (
        "plan.rtf: holds no text of its own but what is set aside (footnote, header): check the file"
    )
