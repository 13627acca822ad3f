"""Vocabulary: the elements of Akoma Ntoso and USLM by what they do to the text in them."""

from __future__ import annotations

_PROVISIONS = """
    alinea appendix article blockContainer book chapter citation clause compiledAct courtRule division hcontainer
    indent item level list paragraph part point preliminary proviso recital reorganizationPlan rule schedule section
    subarticle subchapter subclause subdivision subitem sublist subparagraph subpart subrule subsection subsubitem
    subtitle title tome transitional
"""
PROVISIONS = frozenset(_PROVISIONS.split())
"""Elements that hold a provision, with its number where it has one."""

NUMBER = "num"
HEADINGS = ("heading", "subheading", "crossHeading", "crossheading")
ITEM = "li"
"""An item of a plain list, whose number is its `value`."""

_BLOCKS = """
    address block blockList body caption chapeau cmtteeBlock components conclusions container content continuation
    docTitle enactingFormula formula intro layout listIntroduction listWrapUp longTitle main mainBody officialTitle p
    preamble preface recitals resolvingClause row signature signatures tblock table text tr wrapUp
"""
BLOCKS = frozenset(_BLOCKS.split()).union(PROVISIONS, HEADINGS, (NUMBER, ITEM))
"""Elements whose text stands apart from that around them."""

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
