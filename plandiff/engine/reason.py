"""Reason: why two passages were linked, in words a reader can check."""

from __future__ import annotations

import re

from plandiff.engine.evidence import Evidence
from plandiff.engine.passages import Passage
from plandiff.engine.terms import stem
from plandiff.engine.unspaced import unspaced

_WORD = re.compile(r"\d[\d.,:'’٫٬\u00a0\u202f]*\d|\d|[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*")
_SHOWN = 4


def reason(left: Passage, right: Passage, found: Evidence | None, *, same_label_tells: bool) -> str:
    """What the link of two passages rests on: the rarest words and the figures both share, label and place.

    `found` is None for equal texts. `same_label_tells` says whether labels are evidence in this pair of plans.
    """
    if found is None:
        return "same text" if left.normal else "same label"
    said = []
    shared = set(left.terms.weights) & set(right.terms.weights)
    printed = _printed(left.text, shared)
    rare = sorted(printed, key=lambda term: (-left.terms.weights[term], printed[term]))
    figures = [printed[term] for term in rare if term[0].isdigit()][:_SHOWN]
    telling = [printed[term] for term in rare if not term[0].isdigit() and left.terms.weights[term] > 1][:_SHOWN]
    if telling:
        said.append("same rare words: " + ", ".join(telling))
    if figures:
        said.append(("same figure " if len(figures) == 1 else "same figures ") + ", ".join(figures))
    if found.same_label > 0 and same_label_tells:
        said.append("same label")
    if found.nearness > 0.7:
        said.append("same place")
    return "; ".join(said) or "a few common words"


def _printed(text: str, wanted: set[str]) -> dict[str, str]:
    """How the wanted terms are printed where they first stand in the text."""
    found: dict[str, str] = {}
    for word in _WORD.findall(text):
        if unspaced(word[0]):
            for pair in (word[at : at + 2] for at in range(max(1, len(word) - 1))):
                if pair in wanted:
                    found.setdefault(pair, pair)
            continue
        term = re.sub(r"[.,'’٬\u00a0\u202f](?=\d{3}(?!\d))", "", word) if word[0].isdigit() else stem(word)
        if term in wanted:
            found.setdefault(term, word)
    return found
