"""Mails: an agreement in the message itself, and one attached to it."""

from __future__ import annotations

from email.message import EmailMessage

from benchmarks.agreement import write
from benchmarks.agreement.draft import Draft


def body(draft: Draft) -> str:
    """A mail whose text is the agreement, with lines broken as mail programs send them (quoted-printable)."""
    mail = _mail(draft)
    mail.set_content(write.txt(draft), cte="quoted-printable")
    return mail.as_string()


def attached(draft: Draft) -> str:
    """A covering letter with the agreement attached as a page, in base64."""
    mail = _mail(draft)
    mail.set_content("Dear colleagues,\n\nplease find attached the draft.\n\nThe secretariat\n")
    mail.add_attachment(write.html(draft), subtype="html", filename="draft.html", cte="base64")
    return mail.as_string()


def _mail(draft: Draft) -> EmailMessage:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "secretariat@example.org", "delegates@example.org", draft.front[0]
    mail["MIME-Version"] = "1.0"
    return mail
