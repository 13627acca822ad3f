"""Margins: the head and foot of the pages, which say what is compared without a word in the text itself."""

from __future__ import annotations

from plandiff.became import became
from plandiff.model import Comparison
from plandiff.render.digest import Digest
from plandiff.render.docx.pen import paragraph
from plandiff.render.names import titles

_HOW_TO_READ = (
    "Accept all changes and this is the new text; reject all and it is the old one. What was moved is marked as "
    "moved at both places. Comments say what changed in substance."
)

_PAGE = (
    '<w:p><w:pPr><w:pStyle w:val="Page"/></w:pPr>'
    '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>'
)
"""A paragraph with the number of the page, which Word counts."""


def first_head(comparison: Comparison, content: Digest) -> str:
    """The head of the first page: title, both texts, what must be said of them, how much changed."""
    return "".join(
        (
            paragraph("Kicker", "Redline"),
            paragraph("Title", _title(comparison)),
            *(
                paragraph(style, line)
                for version in content.versions
                for style, line in (
                    ("Known", f"{version.side}: {version.about or version.name} · {version.size}"),
                    ("Notice", f"{version.side}: {version.notice}" if version.notice else ""),
                )
                if line
            ),
            paragraph("Known", " · ".join(filter(None, (content.fates, content.flags, content.kept_words)))),
            paragraph("HowToRead", _HOW_TO_READ),
        )
    )


def head(comparison: Comparison, content: Digest) -> str:
    """The head of the other pages: again what must be said of the texts, and the title."""
    notices = (paragraph("Notice", f"{each.side}: {each.notice}") for each in content.versions if each.notice)
    return "".join(notices) + paragraph("Running", _title(comparison))


def foot(content: Digest) -> str:
    """The foot of every page: its number, how far to trust the alignment, by what it was made and from what."""
    return _PAGE + "".join(paragraph("Margin", line) for line in content.foot)


def _title(comparison: Comparison) -> str:
    return became(*titles(comparison))
