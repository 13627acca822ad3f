"""Paragraphs that speak about the plan rather than in it: editors' notes and announcements of a deletion."""

from __future__ import annotations

import re
from functools import cache

MAX_NOTE = 400
"""Announcements are short; only an editor's note may be longer than this."""

_EDITOR_HINTS = (
    "ed",
    "note",
    "nota",
    "ndlr",
    "ndt",
    "anm",
    "n.b",
    "nb",
    "прим",
    "від ред",
    "от ред",
    "translator",
    "reporter",
)
_EDITOR = (
    r"[\[(*_\s]{0,4}(?:editor(?:['’]s|ial)?\s+note|ed(?:itor)?['’]?s?\.?\s+note|note\s+(?:by|from|of)\s+the\s+editors?|"
    r"translator['’]s\s+note|reporter['’]s\s+note|ed\.:|n\.?b\.?\s+ed\.|note de la rédaction|ndlr|ndt|"
    r"anm(?:erkung)?\.?\s+d(?:er|\.)\s+red(?:aktion|\.)|nota (?:del editor|de la redacción|del redactor)|"
    r"прим(?:ітка|ечание|\.)\s+(?:ред(?:акції|акции|актора|\.)?|перекладача|переводчика)|від редакції|от редакции)"
)
_GONE_HINTS = tuple(
    (
        "delet omit struck remov repeal withdrawn reserv blank gestrichen weggefallen aufgehoben entfällt supprim "
        "abrog suprimid derogad soppress вилуч виключ видал удал исключ скасов"
    ).split()
)
_GONE = (
    r"(?:deleted|omitted|struck(?:\s+out)?|removed|repealed|withdrawn|reserved|intentionally\s+(?:left\s+blank|omitted)|"
    r"gestrichen|weggefallen|aufgehoben|entfällt|supprimée?|abrogée?|suprimid[oa]|derogad[oa]|soppress[oa]|abrogat[oa]|"
    r"вилучено|виключено|видалено|удал[её]н[оа]?|исключ[её]н[оа]?|скасовано)"
)
_ANNOUNCING_HINTS = (
    *("this", "intentionally", *_GONE_HINTS, "point", "article", "paragraph", "section", "clause", "item"),
    *("punkt", "artikel", "пункт", "стат", "artículo", "punto"),
)
_STRUCK = (
    r"[\[(\s]{0,3}(?:this\s+(?:point|article|paragraph|section|clause)\s+(?:is|was|has\s+been)\s+)?"
    rf"{_GONE}[\])\s.]{{0,4}}"
)
_ANNOUNCED = (
    r"[\[(\s]{0,3}(?:points?|articles?|paragraphs?|sections?|clauses?|items?|punkte?|artikel|пункти?|статт[яі]|стать[яи]|artículos?|"
    rf"puntos?)\s{{1,3}}(?P<number>\w{{1,6}})\b[^.;:]{{0,80}}?\b{_GONE}\b[^.;:]{{0,60}}[.\])\s]{{0,4}}"
)


DELETION = "announces a deletion"
"""The reason why an announced deletion is set aside."""


def note(text: str, *, label: str | None) -> str | None:
    """The reason why a paragraph is set aside, or None when it is a provision.

    `label` is the bare label that the text stands behind, as in "3. [Deleted.]". Behind one, a deletion is an
    announcement only when it is of that number: "3. Article 5 of the old treaty is repealed." is a provision.
    """
    start = text[:24].lower().lstrip("[(*_ ")
    if label is None and start.startswith(_EDITOR_HINTS) and _pattern(_EDITOR).match(text):
        return "editor's note"
    if len(text) > MAX_NOTE:
        return None
    lower = text.lower()
    begins = lower.lstrip("[( \t\n\u00a0").startswith(_ANNOUNCING_HINTS)
    if not begins or not any(hint in lower for hint in _GONE_HINTS):
        return None
    announced = _pattern(_ANNOUNCED).fullmatch(text)
    own = announced is not None and label in (None, announced["number"])
    return DELETION if own or _pattern(_STRUCK).fullmatch(text) else None


@cache
def _pattern(source: str) -> re.Pattern[str]:
    """Compiled when first needed: few texts hold such a paragraph, and compiling costs every start."""
    return re.compile(source, re.IGNORECASE)
