"""Numbers that name something and count nothing."""

from __future__ import annotations

from collections.abc import Sequence

from plandiff_classifiers._dates import date_at, is_year
from plandiff_classifiers._lexicon import Lexicon
from plandiff_classifiers._words import Word

HEAD = 12
"""Characters from the start of a line within which "2." is a label."""
OPEN = 80
"""Characters back from a figure within which an opening bracket is looked for."""

_HYPHENS = ("-", "‑")


def names(text: str, tokens: Sequence[Word], lexicon: Lexicon) -> set[int]:
    """The indices of numbers that name something: Article 5, points 3 and 4, G-8, 21(d), [12]."""
    found: set[int] = set()
    references = lexicon.phrases("facts", "references")
    index = 0
    while index < len(tokens):
        match = references.at(tokens, index)
        if match:
            index = _listed(tokens, match.end, lexicon, found)
            continue
        if tokens[index].shape in ("number", "label") and _is_name(text, tokens, index, lexicon):
            found.add(index)
        index += 1
    return found


def counts(tokens: Sequence[Word], index: int, lexicon: Lexicon) -> bool:
    """Whether a word says what the number before it counts: days, personnel, per cent, euros, million."""
    if index >= len(tokens):
        return False
    percent = lexicon.phrases("facts", "percent")
    kinds = (lexicon.time, lexicon.units, lexicon.scales, lexicon.currencies, percent)
    return tokens[index].key in lexicon.months or any(kind.at(tokens, index) for kind in kinds)


def _listed(tokens: Sequence[Word], index: int, lexicon: Lexicon, found: set[int]) -> int:
    """Take in the numbers after "Articles": "5 and 6", "4 to 7", but not the 60 of ", 60 days later"."""
    joints = lexicon.words("facts", "range") | {","}
    while index < len(tokens) and tokens[index].shape in ("number", "label", "ratio"):
        found.add(index)
        joint = _past_year(tokens, index + 1, lexicon, found)
        joined = joint + 1 < len(tokens) and tokens[joint].key in joints
        if not joined or counts(tokens, joint + 2, lexicon):
            return joint
        index = joint + 1
    return index


def _past_year(tokens: Sequence[Word], index: int, lexicon: Lexicon, found: set[int]) -> int:
    """The index behind the year that is part of a name: "resolution 2202 (2015)", "law 12 of 2019"."""
    if index + 1 < len(tokens) and is_year(tokens[index + 1].key):
        bracket = tokens[index].key == "("
        if bracket or tokens[index].key in lexicon.words("deadlines", "extent"):
            found.add(index + 1)
            closed = bracket and index + 2 < len(tokens) and tokens[index + 2].key == ")"
            return index + 2 + closed
    return index


def _is_name(text: str, tokens: Sequence[Word], index: int, lexicon: Lexicon) -> bool:
    token = tokens[index]
    date = date_at(tokens, index, text, lexicon)
    if date and date.end > index + 1:
        return False
    if date and text[token.end + 1 : token.end + 2].isupper() and index and tokens[index - 1].key == "the":
        # "the 1994 Memorandum"
        return True
    before = text[max(0, token.start - 2) : token.start]
    after = text[token.end : token.end + 3]
    if before[-1:] in _HYPHENS and before[:1].isalpha():
        return True
    if before[-1:] in ("/", "#") or after[:1] == "/" or (after[:1] == "(" and after[2:] == ")"):
        return True
    if len(token.key) <= 3 and token.key.isdecimal():
        if after[:1] in (".", ")") and not after[1:2].isdecimal() and _heads_line(text, token.start):
            return True
        if after[:1] == ")" and (before[-1:] == "(" or not _in_brackets(text, token.start)):
            return True
        if before[-1:] == "[" and after[:1] == "]":
            return bool(before[:1].strip()) or not counts(tokens, index + 2, lexicon)
    if after[:1].isalpha():
        return not counts(tokens, index + 1, lexicon) and tokens[index + 1].key not in lexicon.short_scales
    return False


def _heads_line(text: str, start: int) -> bool:
    _, line_break, rest = text[max(0, start - HEAD) : start].rpartition("\n")
    return not rest.strip(" \t(") and bool(line_break or start <= HEAD)


def _in_brackets(text: str, start: int) -> bool:
    near = text[max(0, start - OPEN) : start]
    return near.rfind("(") > near.rfind(")")
