"""Paragraphs that speak about the plan rather than in it: editors' notes and announcements of a deletion."""

from __future__ import annotations

import re

_EDITOR = re.compile(
    r"[\[(*_\s]{0,4}(?:editor(?:['’]s|ial)?\s+note|ed(?:itor)?['’]?s?\.?\s+note|note\s+(?:by|from|of)\s+the\s+editors?|"
    r"translator['’]s\s+note|reporter['’]s\s+note|ed\.:|n\.?b\.?\s+ed\.|note de la rédaction|ndlr|ndt|"
    r"anm(?:erkung)?\.?\s+d(?:er|\.)\s+red(?:aktion|\.)|nota (?:del editor|de la redacción|del redactor)|"
    r"прим(?:ітка|ечание|\.)\s+(?:ред(?:акції|акции|актора|\.)?|перекладача|переводчика)|від редакції|от редакции)",
    re.IGNORECASE,
)  # fmt: skip

_GONE = (
    r"(?:deleted|omitted|struck(?:\s+out)?|removed|repealed|withdrawn|reserved|intentionally\s+(?:left\s+blank|omitted)|"
    r"gestrichen|weggefallen|aufgehoben|entfällt|supprimée?|abrogée?|suprimid[oa]|derogad[oa]|soppress[oa]|abrogat[oa]|"
    r"вилучено|виключено|видалено|удал[её]н[оа]?|исключ[её]н[оа]?|скасовано)"
)
_STRUCK = re.compile(rf"[\[(\s]{{0,3}}(?:this\s+(?:point|article|paragraph|section|clause)\s+(?:is|was|has\s+been)\s+)?{_GONE}[\])\s.]{{0,4}}", re.IGNORECASE)  # fmt: skip
_ANNOUNCED = re.compile(
    r"[\[(\s]{0,3}(?:point|article|paragraph|section|clause|item|punkt|artikel|пункт|стаття|статья|artículo|punto)\s{1,3}"
    rf"\w{{1,6}}\b[^.;:]{{0,80}}?\b{_GONE}\b[^.;:]{{0,60}}[.\])\s]{{0,4}}",
    re.IGNORECASE,
)


def note(text: str, *, labelled: bool) -> str | None:
    """The reason why a paragraph is set aside, or None when it is a provision.

    `labelled` says whether the text stands behind a label of its own, as in "3. [Deleted.]".
    """
    if len(text) > 400:
        return "editor's note" if not labelled and _EDITOR.match(text) else None
    if not labelled and _EDITOR.match(text):
        return "editor's note"
    if _STRUCK.fullmatch(text) or _ANNOUNCED.fullmatch(text):
        return "announces a deletion"
    return None
