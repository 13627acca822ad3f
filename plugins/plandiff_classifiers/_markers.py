"""Passages that a text itself leaves open."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

from msgspec import Struct

from plandiff_classifiers._brackets import Bracket, brackets, is_footnote
from plandiff_classifiers._deferrals import deferrals
from plandiff_classifiers._denials import MODALS, NEGATIONS
from plandiff_classifiers._lexicon import Lexicon
from plandiff_classifiers._options import options
from plandiff_classifiers._quotations import Quotations, quotations
from plandiff_classifiers._words import Word, words

Rule = Literal[
    "open-brackets",
    "open-placeholder",
    "open-deferred",
    "open-alternatives",
    "open-blank",
    "text-struck",
    "brackets-editorial",
]

_BLANK = re.compile(r"(?<!\w)_{3,}(?!\w)|\b(?:19|20)\d?_{1,3}(?!\w)|(?:\.{3,12}|…{1,6})(?=\s{0,2}(?P<unit>\w{1,20}|%))")
_DOTS = re.compile(r"[.…\s_]*")
_UNKNOWN = re.compile(r"\b(?:XX{1,3}|NN)\b")
_UNKNOWN_ALONE = re.compile(r"X{1,3}|N{1,2}|\?{1,3}")
_SENTENCE_ENDS = frozenset(".;!?")
_ELLIPSIS = re.compile(r"\s*(?:\.{2,}|…)\s*")
_RULES: dict[str, Rule] = {
    "deferred": "open-deferred",
    "unsettled": "open-deferred",
    "placeholder": "open-placeholder",
    "on_the_table": "open-alternatives",
}
"""Lists of the lexicon and the rule that their phrases fall under."""
_STRUCK_WORDS = 12
"""A text that says of itself that it is deleted takes no more words than this."""
_SHORT = 2
"""A bracket with up to so many plain words may be an editor's: "the [Russian] president"."""


class Marker(Struct, frozen=True):
    """One open passage: the rule it falls under, its offsets, and the alternatives it offers, if any."""

    rule: Rule
    start: int
    end: int
    alternatives: tuple[str, ...] = ()


@lru_cache(maxsize=128)
def markers(text: str, lexicon: Lexicon) -> tuple[Marker, ...]:
    """Every passage that a text leaves open, in order, none inside another.

    Brackets of an editor ([sic], [T]he, [...] for words left out, words supplied in a quotation) and numbers of
    footnotes are none. A short bracket with plain words that might be either is `brackets-editorial`: only the
    whole document tells.
    """
    found = _struck(text, lexicon)
    if found:
        return (found,)
    quoted = quotations(text) if "[" in text else ()
    marks = [marker for bracket in brackets(text) if (marker := _bracketed(bracket, text, quoted, lexicon))]
    marks += _phrases(text, lexicon)
    marks += _blanks(text, lexicon)
    marks.sort(key=lambda marker: (marker.start, -marker.end))
    kept: list[Marker] = []
    for marker in marks:
        if not kept or marker.start >= kept[-1].end:
            kept.append(marker)
    return tuple(kept)


def _struck(text: str, lexicon: Lexicon) -> Marker | None:
    """A text that is only there to say that its number is empty."""
    tokens = words(text[:400])
    said = [token for token in tokens if token.shape != "mark"]
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    if not said or len(said) > _STRUCK_WORDS:
        return None
    alone = lexicon.phrases("open", "struck").at(said, 0)
    if alone and alone.end == len(said):
        return Marker("text-struck", start, end)
    sentence = lexicon.phrases("open", "struck_sentence")
    if any((match := sentence.at(said, index)) and match.end == len(said) for index in range(len(said))):
        return Marker("text-struck", start, end)
    return None


def _bracketed(bracket: Bracket, text: str, quoted: Quotations, lexicon: Lexicon) -> Marker | None:
    inside = bracket.inside.strip()
    if _is_editorial(bracket, lexicon):
        return None
    rule: Rule = "open-brackets"
    tokens = words(inside)
    said = [token for token in tokens if token.shape != "mark"]
    if not inside or _DOTS.fullmatch(inside):
        if _ELLIPSIS.fullmatch(inside) and not _unit_follows(text, bracket.end, lexicon):
            return None
        rule = "open-placeholder"
    elif _UNKNOWN_ALONE.fullmatch(inside):
        rule = "open-placeholder"
    elif is_footnote(bracket):
        if bracket.glued or not _unit_follows(text, bracket.end, lexicon):
            return None
    elif _whole(lexicon, said, "struck"):
        rule = "text-struck"
    elif _whole(lexicon, said, "slot", "placeholder"):
        rule = "open-placeholder"
    elif not bracket.alternatives and _is_plain(said, lexicon):
        if _is_within(bracket, quoted):
            return None
        rule = "brackets-editorial" if len(said) <= _SHORT else rule
    return Marker(rule, bracket.start, bracket.end, bracket.alternatives)


def _is_editorial(bracket: Bracket, lexicon: Lexicon) -> bool:
    """[sic], [emphasis added], [T]he, [editor's note: ...], and the [text](address) of a link."""
    if bracket.links:
        return True
    if bracket.glued and not bracket.alternatives and len(bracket.inside) <= 3:
        return True
    tokens = words(bracket.inside[:200])
    match = lexicon.phrases("open", "editorial").at(tokens, 0)
    return match is not None and (match.end == len(tokens) or tokens[match.end].shape == "mark")


def _is_within(bracket: Bracket, quoted: Quotations) -> bool:
    """Whether a bracket stands in a quotation: what it holds was supplied by whoever quotes."""
    at = bisect_right(quoted, bracket.start, key=lambda span: span[0]) - 1
    return at >= 0 and bracket.end <= quoted[at][1]


def _whole(lexicon: Lexicon, said: list[Word], *lists: str) -> bool:
    match = lexicon.phrases("open", *lists).at(said, 0)
    return match is not None and match.end == len(said)


def _is_plain(said: list[Word], lexicon: Lexicon) -> bool:
    """Words without a figure, a modal, a negation or a deferral among them."""
    telling = lexicon.phrases("obligations", *MODALS, *NEGATIONS)
    open_text = lexicon.phrases("open", "deferred", "unsettled", "placeholder", "deferring")
    return all(
        token.shape == "word" and not telling.at(said, index) and not open_text.at(said, index)
        for index, token in enumerate(said)
    )


def _phrases(text: str, lexicon: Lexicon) -> list[Marker]:
    tokens = words(text)
    phrases = lexicon.phrases("open", *_RULES, "otherwise")
    found: list[Marker] = []
    closed = 0
    for index, token in enumerate(tokens):
        match = phrases.at(tokens, index) if index >= closed else None
        if match and match.meaning == "otherwise":
            closed = match.end
        elif match and not (match.meaning == "unsettled" and _stands_open(tokens, index, match.end, lexicon)):
            found.append(Marker(_RULES[match.meaning], token.start, tokens[match.end - 1].end))
    for first, last in deferrals(tokens, lexicon):
        found.append(Marker("open-deferred", tokens[first].start, tokens[last - 1].end))
    set_out = options(text, tokens, lexicon)
    if set_out:
        found.append(Marker("open-alternatives", set_out.start, set_out.end, set_out.wordings))
    for unknown in _UNKNOWN.finditer(text):
        if not _is_numeral(text, unknown, lexicon):
            found.append(Marker("open-placeholder", unknown.start(), unknown.end()))
    return found


def _stands_open(tokens: Sequence[Word], start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether what "remains open" is a door and no question: a border, a port, a treaty for signature."""
    if lexicon.phrases("open", "offered").at(tokens, end):
        return True
    nouns = lexicon.phrases("open", "matters", "openable")
    named = set()
    for index in range(start - 1, -1, -1):
        if tokens[index].key in _SENTENCE_ENDS:
            break
        if match := nouns.at(tokens, index):
            named.add(match.meaning)
    return named == {"openable"}


def _is_numeral(text: str, match: re.Match[str], lexicon: Lexicon) -> bool:
    """XX after "Article", or before "century", counts."""
    before = words(text[max(0, match.start() - 24) : match.start()])
    after = text[match.end() : match.end() + 9].casefold().strip()
    named = before and lexicon.phrases("facts", "references").before(before, len(before))
    return bool(named) or after.startswith("centur")


def _blanks(text: str, lexicon: Lexicon) -> list[Marker]:
    """ "____", "20__", "...... days": a space to be filled in. Three dots before anything but a unit are a pause."""
    found = []
    for match in _BLANK.finditer(text):
        if match[0].endswith("_") or _unit_follows(text, match.end(), lexicon):
            found.append(Marker("open-blank", match.start(), match.end()))
    return found


def _unit_follows(text: str, offset: int, lexicon: Lexicon) -> bool:
    """Whether the next word says what a number here would count."""
    if text[offset : offset + 1] not in (" ", "\u00a0", "%", "-"):
        return False
    tokens = words(text[offset : offset + 40])
    tokens = tokens[1:] if tokens and tokens[0].key == "-" else tokens
    kinds = (
        lexicon.time,
        lexicon.units,
        lexicon.currencies,
        lexicon.scales,
        lexicon.phrases("facts", "percent"),
    )
    return bool(tokens) and (tokens[0].key in lexicon.months or any(kind.at(tokens, 0) for kind in kinds))
