"""Mails: the plan in the message itself or in the one text attached to it."""

from __future__ import annotations

from email.message import EmailMessage

import pytest

from plandiff.errors import ReadError
from plandiff.model import Document, Source
from plandiff.sources import from_text
from plandiff_readers.eml import plandiff_read
from plandiff_readers.eml.read import read as read_here
from tests.plugins.ledger import lost

PLAN = "Dear all,\n\n1. Peace.\n2. Trade.\n3. Law.\n"
LETTER = "Dear all,\n\nplease find the plan attached.\n"
PAGE = "<p>Dear all,</p><ol><li>Peace.<li>Trade.<li>Law.</ol>"


def mail(text: str = "", page: str = "") -> EmailMessage:
    message = EmailMessage()
    message["From"] = "Ann Example <ann@example.org>"
    message["Subject"] = "The plan für heute"
    message["Message-ID"] = "<1@example.org>"
    if text:
        message.set_content(text)
    if page:
        message.add_alternative(page, subtype="html") if text else message.set_content(page, subtype="html")
    return message


def source(message: EmailMessage | bytes, name: str = "plan.eml") -> Source:
    data = message if isinstance(message, bytes) else message.as_bytes()
    return Source(name=name, suffix=".eml", data=data, text=data.decode(errors="replace"))


def read(message: EmailMessage | bytes) -> Document:
    return read_here(source(message))


def texts(message: EmailMessage | bytes) -> list[str]:
    return [block.text for block in read(message).blocks]


def set_aside(message: EmailMessage | bytes) -> dict[str, str]:
    return {left.reason: left.text for left in read(message).omitted}


# ---------------------------------------------------------------- recognition


def test_a_mail_is_known_by_its_suffix_or_its_headers():
    text = mail(PLAN).as_string()

    for given in (source(mail(PLAN)), from_text(text)):
        document = plandiff_read(given)
        assert document is not None
        assert document.format == "mail"


@pytest.mark.parametrize("text", [PLAN, "To: all\nFrom: Ann\n\n1. Peace.", "Message-ID", "a: b\n" * 5_000])
def test_other_texts_are_left_to_others(text):
    assert plandiff_read(from_text(text)) is None


# ---------------------------------------------------------------- the message itself


def test_the_plan_in_a_plain_message():
    assert texts(mail(PLAN)) == ["Dear all,", "1. Peace.\n2. Trade.\n3. Law."]


def test_plain_text_is_preferred_to_html():
    message = mail(PLAN, PAGE)

    assert texts(message) == ["Dear all,", "1. Peace.\n2. Trade.\n3. Law."]
    assert set_aside(message)["the message again, as HTML"].startswith(PAGE)


def test_the_plan_in_an_html_message():
    document = read(mail("", PAGE))

    assert [(block.label, block.text) for block in document.blocks] == [
        (None, "Dear all,"), ("1.", "Peace."), ("2.", "Trade."), ("3.", "Law."),
    ]  # fmt: skip


def test_headers_are_set_aside():
    aside = set_aside(mail(PLAN))

    assert aside["header of the mail"] == "From: Ann Example <ann@example.org>\nSubject: The plan für heute"
    assert "Message-ID: <1@example.org>" in aside["technical header of the mail"]


def test_quoted_messages_are_kept_apart():
    message = mail("I agree.\n\nOn Monday Bo wrote:\n> 1. Old peace.\n>> 2. Older trade.\n\nAnn\n")

    assert texts(message) == ["I agree.", "On Monday Bo wrote:", "Ann"]
    assert set_aside(message)["quoted message"] == "1. Old peace.\n2. Older trade."


def test_quoted_messages_in_html():
    message = mail("", "<p>I agree.</p><blockquote type='cite'><p>1. Old.</p></blockquote><div class='gmail_quote'>2. Older.</div>")

    assert texts(message) == ["I agree."]


def test_a_message_that_is_nothing_but_a_quotation():
    assert texts(mail("> 1. Peace.\n> 2. Trade.\n")) == ["1. Peace.\n2. Trade."]


def test_flowed_lines_are_joined():
    message = mail("1. Peace on the \nisland.\n2. Trade.\n-- \nAnn\n")
    message.set_param("format", "flowed")

    assert texts(message) == ["1. Peace on the island.\n2. Trade.\n--\nAnn"]


@pytest.mark.parametrize("charset", ["windows-1251", "utf-8", "koi8-r"])
def test_character_sets(charset):
    message = mail()
    message.set_content("1. Мир на острові.", charset=charset)

    assert texts(message) == ["1. Мир на острові."] if charset != "koi8-r" else ["1. Мир на остров?."]
