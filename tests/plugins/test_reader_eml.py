"""Mails: the plan in the message itself or in the one text attached to it."""

from __future__ import annotations

from email.message import EmailMessage

import pytest

from plandiff.errors import ReadError
from plandiff.model import Document, Source
from plandiff.sources import from_text
from plandiff_readers.eml import plandiff_read
from plandiff_readers.eml.read import read as read_here
from tests.plugins.docx_files import abstract, docx, lvl, num, p
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
    quoted = "<blockquote type='cite'><p>1. Old.</p></blockquote><div class='gmail_quote'>2. Older.</div>"

    assert texts(mail("", f"<p>I agree.</p>{quoted}")) == ["I agree."]


def test_a_message_that_is_nothing_but_a_quotation():
    assert texts(mail("> 1. Peace.\n> 2. Trade.\n")) == ["1. Peace.\n2. Trade."]


def test_flowed_lines_are_joined():
    message = mail("1. Peace on the \nisland.\n2. Trade.\n-- \nAnn\n")
    message.set_param("format", "flowed")

    assert texts(message) == ["1. Peace on the island.\n2. Trade."]


@pytest.mark.parametrize("charset", ["windows-1251", "utf-8", "koi8-u"])
def test_character_sets(charset):
    message = mail()
    message.set_content("1. Мир на острові.", charset=charset)

    assert texts(message) == ["1. Мир на острові."]


def test_a_character_set_that_nobody_knows():
    data = b"Content-Type: text/plain; charset=unheard-of\n\n1. Peace \xc3\xa9.\n"

    assert texts(data) == ["1. Peace é."]


# ---------------------------------------------------------------- attachments


def attach(message: EmailMessage, data: bytes, kind: str, name: str) -> EmailMessage:
    maintype, _, subtype = kind.partition("/")
    message.add_attachment(data, maintype=maintype, subtype=subtype, filename=name)
    return message


def test_the_one_text_attached():
    message = attach(mail(LETTER), PLAN.encode(), "text/plain", "plan.txt")
    attach(message, b"\x89PNG", "image/png", "logo.png")
    document = read(message)

    assert [block.text for block in document.blocks] == ["Dear all,", "1. Peace.\n2. Trade.\n3. Law."]
    assert set_aside(message)["message around the attachment"] == LETTER.strip()
    assert set_aside(message)["attachment, not read"] == "logo.png"
    assert document.warnings == ()


def test_a_page_attached():
    assert texts(attach(mail(LETTER), PAGE.encode(), "text/html", "plan.html"))[1:] == ["Peace.", "Trade.", "Law."]


def test_a_message_with_a_list_of_its_own_is_the_plan():
    message = attach(mail(PLAN), b"PK", "application/zip", "annex.zip")

    assert texts(message) == ["Dear all,", "1. Peace.\n2. Trade.\n3. Law."]
    assert read(message).warnings == ("the attached annex.zip is not read",)


def test_a_message_without_attachment_is_the_plan_whatever_it_holds():
    assert texts(attach(mail(LETTER), b"x", "image/png", "logo.png")) == ["Dear all,", "please find the plan attached."]


def test_an_attached_word_document():
    data = docx(
        p("Peace.", num=1, level=0), p("Trade.", num=1, level=0), numbering=abstract(1, lvl(0, "%1.")) + num(1, 1)
    )
    document = read(attach(mail(LETTER), data, "application/octet-stream", "Plan.DOCX"))

    assert [(block.label, block.text) for block in document.blocks] == [("1.", "Peace."), ("2.", "Trade.")]


def test_an_attached_document_that_is_damaged_is_one_clear_line():
    message = attach(mail(LETTER), b"PK", "application/vnd.oasis.opendocument.text", "plan.odt")

    with pytest.raises(ReadError, match=r"^plan\.eml, attached plan\.odt: [^\n]+$"):
        read(message)


def test_an_attachment_in_another_format_must_be_saved():
    message = attach(mail(LETTER), b"\xd0\xcf", "application/msword", "plan.doc")

    with pytest.raises(ReadError, match=r"plan\.eml: holds no list of points itself: save the attached plan\.doc and"):
        read(message)


def test_a_signature_is_set_aside():
    message = mail(f"{PLAN}\n-- \nAnn Example\nSecretariat\n")

    assert texts(message)[-1] == "1. Peace.\n2. Trade.\n3. Law."
    assert set_aside(message)["signature of the mail"] == "Ann Example\nSecretariat"


def test_points_behind_two_hyphens_are_no_signature():
    assert "signature of the mail" not in set_aside(mail(f"Dear all,\n--\n{PLAN}"))


def test_a_mail_attached_is_one_attachment():
    message = mail(LETTER)
    message.add_attachment(mail(PLAN))

    with pytest.raises(ReadError, match=r"save the attached unnamed \(message/rfc822\) and compare it"):
        read(message)


def test_of_several_attachments_one_must_be_chosen():
    message = attach(mail(LETTER), PLAN.encode(), "text/plain", "a.txt")
    attach(message, b"PK", "application/zip", "b.zip")

    with pytest.raises(ReadError, match=r"has 2 attachments \(a\.txt, b\.zip\): save the one you mean and compare it"):
        read(message)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"Subject: x\n\n \n", "holds no text to compare"),
        (b"Content-Type: multipart/mixed; boundary=x\n\n--x\n\n--x--\n", "holds no text to compare"),
        (attach(mail(LETTER), b" ", "text/plain", "plan.txt").as_bytes(), r"the attached plan\.txt holds no text"),
    ],
)
def test_what_cannot_be_read_is_one_clear_line(data, message):
    with pytest.raises(ReadError, match=message):
        read(data)


def test_three_thousand_parts_inside_each_other():
    data = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(3_000))

    with pytest.raises(ReadError, match=r"plan\.eml: nests its parts too deeply"):
        read(data + b"\n1. Peace.")


def test_parts_whose_boundary_is_missing_are_text():
    assert texts(b"Content-Type: multipart/mixed; boundary=x\n\n1. Peace.\n") == ["1. Peace."]


def test_a_name_with_signs_that_stand_for_nothing_is_cleaned():
    data = b"Subject: =?utf-8?q?=ED=A0=80?= \xff\n\n1. Peace.\n"

    assert "".join(left.text for left in read(data).omitted).encode()


def test_every_word_is_accounted_for():
    message = attach(mail(f"{PLAN}\n> Quoted words\n", PAGE), b"x", "image/png", "logo.png")
    written = f"{PLAN} Quoted words {PAGE} logo png Ann Example ann example org The plan für heute 1 example org"

    assert lost(written, read(message)) == []
