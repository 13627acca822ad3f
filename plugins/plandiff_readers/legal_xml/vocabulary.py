"""Vocabulary: the elements of Akoma Ntoso and USLM by what they do to the text in them."""

from __future__ import annotations

_PROVISIONS = """
    alinea appendix article blockContainer book chapter citation clause compiledAct courtRule division hcontainer
    indent item level li list paragraph part point preliminary proviso recital reorganizationPlan rule schedule section
    subarticle subchapter subclause subdivision subitem sublist subparagraph subpart subrule subsection subsubitem
    subtitle title tome transitional
"""
PROVISIONS = frozenset(_PROVISIONS.split())
"""Elements that hold a provision, with its number where it has one; that of an `li` is its `value`."""

NUMBER = "num"
HEADINGS = ("heading", "subheading", "crossHeading", "crossheading")

_BLOCKS = """
    " act address amendment amendmentBody amendmentList attachment attachments bill block blockList body caption
    chapeau cmtteeBlock collectionBody component components conclusions container content continuation debate
    debateBody doc docTitle documentCollection enactingFormula formula intro judgment judgmentBody lawDoc layout
    listIntroduction listWrapUp longTitle main mainBody officialGazette officialTitle p pLaw portion portionBody
    preamble preface recitals resolution resolvingClause row signature signatures statement table tblock text tr
    uscDoc wrapUp
"""
BLOCKS = frozenset(_BLOCKS.split()).union(PROVISIONS, HEADINGS, (NUMBER,))
"""Elements whose text stands apart from that around them."""

FRONT = "preface"
"""Every element in it is a line of its own."""

WHOLE = ("p", "text", NUMBER)
"""Blocks that are one paragraph, whatever stands in them."""

ROWS, CELLS = ("tr", "row"), ("td", "th", "column", "entry")

BREAKS = ("br", "eol")

QUOTING = ("quotedStructure", "quotedText", "quotedContent", "embeddedStructure", "embeddedText")
"""Elements whose text is quoted; their attributes may give the quotation marks."""

INSERTED, DELETED = ("ins", "addedText"), ("del", "deletedText")

ASIDE = {
    "meta": "metadata",
    "coverPage": "cover page",
    "toc": "table of contents",
    "authorialNote": "footnote",
    "footnote": "footnote",
    "remark": "editorial remark",
    "note": "editorial note",
    "notes": "editorial note",
    "sourceCredit": "editorial note",
    "page": "page number",
    "lineNumber": "line number",
}
"""Elements that are set aside, with the reason."""
