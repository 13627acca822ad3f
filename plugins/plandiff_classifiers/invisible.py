"""Changes that the eye does not see: hidden characters, look-alike letters, unusual blanks.

    The guards shall n<U+200B>ot fire. → U+200B ZERO WIDTH SPACE came into “not”
    the harbour → the hаrbour, whose second letter is U+0430 CYRILLIC SMALL LETTER A

Told by code point, once for each that came or went, with how often. What the way a language is written asks for
is none (see `_hidden`), nor is a word that stands openly in another script. Blanks have no effect on the text;
anything else makes a search, a copy or a program read other words than the eye, and is substantive. `inspect`
tells what a plan hides by itself, whatever it is compared with.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from plandiff.hookspecs import hookimpl
from plandiff.model import Change, Finding, Plan, Severity, Side
from plandiff_classifiers._hidden import HIDDEN, blanks, hidden
from plandiff_classifiers._lookalikes import foreign, mixed, skeleton
from plandiff_classifiers._place import place, quote

_WORD = re.compile(r"\S{1,100}")
_LETTERS = re.compile(r"[^\W\d_]{2,100}")
_EAST_ASIAN = "[\u3040-\u30ff\u3400-\u9fff]"

RUN = 4
"""Most hidden characters side by side that are told as one."""

Traces = dict[str, list[int]]
"""Hidden characters, or runs of them, and the places where each stands."""


@hookimpl
def plandiff_classify(change: Change, left: Plan, right: Plan) -> list[Finding]:
    """What came or went in a change without being seen."""
    old, new = left.text_of(change.left), right.text_of(change.right)
    if old == new or (old.isascii() and new.isascii() and not HIDDEN.search(old + new)):
        return []
    if not old.strip() or not new.strip():
        return []
    return [
        *_more("right", "came into", new, _traces(new, old), _traces(old, new), right, change.right),
        *_more("left", "went from", old, _traces(old, new), _traces(new, old), left, change.left),
    ]


@hookimpl
def plandiff_inspect(plan: Plan) -> list[Finding]:
    """What a plan hides, once for each point and code point; blanks and hyphens of the typesetter are left out."""
    found = []
    for point in plan.points:
        traces: Traces = {}
        for at, sign in (*_runs(hidden(point.text)), *_strangers(point.text)):
            if sign != "\u00ad":
                traces.setdefault(sign, []).append(at)
        for sign, places in traces.items():
            message = f"{_name(sign)} in {_within(point.text, places[0])}{_times(len(places))}"
            found.append(
                Finding(
                    rule="invisible-character",
                    severity="substantive",
                    message=message,
                    point=point.id,
                    line=place(plan, [point.id], places[0])[1],
                    quote=_name(sign),
                )
            )
    return found


def _traces(text: str, other: str) -> Traces:
    """What a text hides, look-alikes that only the other text gives away included."""
    found = dict((*_strangers(text), *_disguised(text, other), *blanks(text), *_runs(hidden(text))))
    traces: Traces = {}
    for at, signs in sorted(found.items()):
        traces.setdefault(signs, []).append(at)
    return traces


def _runs(signs: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """Hidden characters that stand side by side taken together: they are one trick."""
    start, run = -1, ""
    for at, sign in signs:
        if at != start + len(run) or len(run) == RUN:
            if run:
                yield start, run
            start, run = at, ""
        run += sign
    if run:
        yield start, run


def _strangers(text: str) -> Iterator[tuple[int, str]]:
    """Look-alike letters within words of another script."""
    if mixed(text):
        for word in _LETTERS.finditer(text):
            for at in foreign(word[0]):
                yield word.start() + at, word[0][at]


def _disguised(text: str, other: str) -> Iterator[tuple[int, str]]:
    """Letters and marks of words that look like a word of the other text and are written with other signs."""
    if skeleton(text) == text or re.search(_EAST_ASIAN, text):
        return
    known = {word[0] for word in _WORD.finditer(other)}
    looks = {skeleton(word): word for word in known}
    for match in _WORD.finditer(text):
        word = match[0]
        twin = looks.get(skeleton(word))
        if word in known or twin is None or len(twin) != len(word) or foreign(twin):
            continue
        for at, (sign, meant) in enumerate(zip(word, twin, strict=True)):
            if sign != meant and skeleton(sign) != sign:
                yield match.start() + at, sign


def _more(
    side: Side, verb: str, text: str, these: Traces, those: Traces, plan: Plan, ids: Sequence[str]
) -> Iterator[Finding]:
    """A finding for each character that one text hides more often than the other."""
    for sign, places in these.items():
        more = len(places) - len(those.get(sign, ()))
        if more > 0:
            point, line = place(plan, ids, places[-1])
            yield Finding(
                rule="invisible-change",
                severity=_severity(sign),
                message=f"{_name(sign)} {verb} {_within(text, places[-1])}{_times(more)}",
                side=side,
                point=point,
                line=line,
                quote=_name(sign),
            )


def _severity(sign: str) -> Severity:
    return "none" if sign.isspace() else "substantive"


def _name(signs: str) -> str:
    codes = " ".join(f"U+{ord(sign):04X}" for sign in signs)
    return f"{codes} {unicodedata.name(signs, '')}".strip() if len(signs) == 1 else codes


def _within(text: str, at: int) -> str:
    """The words a character stands in or between, as the eye reads them."""
    start, end = text.rfind(" ", 0, at) + 1, text.find(" ", at + 1)
    start, end = max(start, at - 40), min(len(text) if end < 0 else end, at + 40)
    seen = HIDDEN.sub("", text[start:end])
    return f"“{quote(seen, 0, len(seen))}”" if seen.strip() else "the text"


def _times(count: int) -> str:
    return f" ({count} times)" if count > 1 else ""
