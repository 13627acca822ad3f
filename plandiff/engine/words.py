"""Words: the redline of two texts, in whole words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from plandiff.engine.normalize import normalize
from plandiff.engine.tokens import tokens
from plandiff.model import Edit

MAX_PAIRS = 4_000_000
"""The time to find a redline grows with the words of the one side times those of the other. Beyond this
product (2,000 words and blanks on each side) sentences are compared first, and a run of words that is still
too long is shown as one deletion and one insertion."""

_SENTENCE_END = re.compile(r"(?<=[.;:!?。])\s+|\n+")
_FIRST_CODE, _LAST_CODE, _NEXT_CODE = 0xE000, 0xF8FF, 0xF0000
"""Codes come from the private use areas, so that no code means anything to the diff."""


def words(old: str, new: str) -> tuple[Edit, ...]:
    """The edits that turn `old` into `new`, never inside a word, a figure or a date.

    Deletes and equals together are `old`, inserts and equals are `new`, character for character. The diff of
    Myers (1986) runs over one code for each word, and the semantic clean-up of diff-match-patch over the same
    codes; so the result does not depend on the machine, and no timeout cuts it short.
    """
    if old == new:
        return (Edit(op="equal", text=old),) if old else ()
    if not (old and new):
        return tuple(_change(old, new))
    one, other = tokens(old), tokens(new)
    pieces = _diff(one, other) if len(one) * len(other) <= MAX_PAIRS else _long(old, new)
    return tuple(_joined(pieces))


_Piece = tuple[int, str, str]
"""-1, 0 or 1 for delete, equal and insert, with the text it has in the old and in the new version."""


def _long(old: str, new: str) -> Iterator[_Piece]:
    """Sentences first, then the words of those that changed, within `MAX_PAIRS` for all together."""
    removed: list[str] = []
    added: list[str] = []
    left = MAX_PAIRS
    for op, before, after in [
        *_bounded(list(_sentences(old)), list(_sentences(new)), MAX_PAIRS),
        (0, "", ""),
    ]:
        if op < 0:
            removed.append(before)
            continue
        if op > 0:
            added.append(after)
            continue
        one, other = tokens("".join(removed)), tokens("".join(added))
        yield from _bounded(one, other, left)
        pairs = len(one) * len(other)
        left -= pairs if pairs <= left else 0
        removed, added = [], []
        yield (0, before, after)


def _bounded(old: list[str], new: list[str], pairs: int) -> Iterator[_Piece]:
    """The diff, or, where there are more pairs, one deletion and one insertion between the common ends."""
    if len(old) * len(new) <= pairs:
        yield from _diff(old, new)
        return
    short = min(len(old), len(new))
    start = next((n for n in range(short) if old[n] != new[n]), short)
    stop = next((n for n in range(short - start) if old[-1 - n] != new[-1 - n]), short - start)
    ends = len(old) - stop, len(new) - stop
    yield from ((0, token, token) for token in old[:start])
    yield (-1, "".join(old[start : ends[0]]), "")
    yield (1, "", "".join(new[start : ends[1]]))
    yield from ((0, token, token) for token in old[ends[0] :])


def _sentences(text: str) -> Iterator[str]:
    """The sentences of a text, each with the blanks after it."""
    start = 0
    for end in _SENTENCE_END.finditer(text):
        yield text[start : end.end()]
        start = end.end()
    if start < len(text):
        yield text[start:]


def _diff(old: list[str], new: list[str]) -> Iterator[_Piece]:
    """The pieces of the diff of two token lists; tokens that differ in dress only count as equal."""
    from diff_match_patch import diff_match_patch

    engine = diff_match_patch()
    engine.Diff_Timeout = 0
    codes: dict[str, str] = {}
    diffs = engine.diff_main(_encode(old, codes), _encode(new, codes), False)
    engine.diff_cleanupSemantic(diffs)
    at_old = at_new = 0
    for op, coded in diffs:
        before = old[at_old : at_old + len(coded)] if op <= 0 else []
        after = new[at_new : at_new + len(coded)] if op >= 0 else []
        at_old += len(before)
        at_new += len(after)
        if op or before == after:
            yield (op, "".join(before), "".join(after))
        else:
            yield from ((op, *pair) for pair in zip(before, after, strict=True))


def _encode(tokens: list[str], codes: dict[str, str]) -> str:
    encoded = []
    for token in tokens:
        key = token if token.isalnum() else _dress(token)
        code = codes.get(key)
        if code is None:
            number = _FIRST_CODE + len(codes)
            code = codes[key] = chr(number if number <= _LAST_CODE else _NEXT_CODE + number - _LAST_CODE)
        encoded.append(code)
    return "".join(encoded)


@lru_cache(maxsize=1024)
def _dress(token: str) -> str:
    """What a sign or a run of blanks counts as."""
    return normalize(token) or (" " if token.isspace() else token)


def _joined(pieces: Iterator[_Piece]) -> Iterator[Edit]:
    """Edits out of pieces: neighbours of one kind joined, deletions before insertions."""
    removed, added, kept = "", "", ""
    for op, before, after in pieces:
        if op == 0 and before == after:
            if removed or added:
                yield from _change(removed, added)
                removed = added = ""
            kept += before
            continue
        if kept:
            yield Edit(op="equal", text=kept)
            kept = ""
        removed += before
        added += after
    yield from _change(removed, added)
    if kept:
        yield Edit(op="equal", text=kept)


def _change(removed: str, added: str) -> Iterator[Edit]:
    if removed:
        yield Edit(op="delete", text=removed)
    if added:
        yield Edit(op="insert", text=added)
