"""What a text leaves open: brackets, placeholders, blanks, alternatives, and matters put off.

    remains [under Ukrainian control][under review]    open-brackets
    within [X] days, TBD, to be determined             open-placeholder
    to be settled separately, left to the presidents   open-deferred
    Option 1: ... Option 2: ...                        open-alternatives
    within ____ days, …… days                          open-blank
    [deleted], reserved                                text-struck          editorial

One finding for each rule and point. Between two versions:

    [neutral][demilitarised] → demilitarised        open-text-settled, with the alternative that stayed
    neutral → [neutral]                             open-text-added
    [neutral][demilitarised] → [neutral][free]      open-text-changed: open before and after

An editor's brackets are told from a negotiator's: [sic], [T]he, [...] for words left out and words supplied in
a quotation leave nothing open. One or two plain words in brackets ("the [Russian] side") may be either. They count
as open where the document has brackets that are open beyond doubt; otherwise, from three points with such insertions
on, they are an editor's and make one finding together, `brackets-editorial`, so that a document full of them does
not drown what is open.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Sequence

from msgspec.structs import replace

from plandiff.became import became
from plandiff.hookspecs import hookimpl
from plandiff.model import Change, Finding, Plan, Side
from plandiff_classifiers._lexicon import Lexicon, lexicon
from plandiff_classifiers._markers import Marker, Rule, markers
from plandiff_classifiers._place import line, place, quote
from plandiff_classifiers._words import words

MANY = 3
"""From so many points with short plain brackets on, and no other bracket, they are taken for an editor's."""

_SAID: dict[Rule, str] = {
    "open-brackets": "in brackets",
    "open-placeholder": "still to be filled in",
    "open-deferred": "put off",
    "open-alternatives": "alternatives side by side",
    "open-blank": "left blank",
    "text-struck": "struck",
}


@hookimpl
def plandiff_inspect(plan: Plan) -> list[Finding]:
    """One finding for each point and rule, in document order."""
    language = lexicon(plan)
    insertions = _insertions(plan, language)
    findings = []
    for point in plan.points:
        grouped: dict[Rule, list[Marker]] = {}
        for mark in _markers(point.text, language, editor=insertions > 0):
            grouped.setdefault(mark.rule, []).append(mark)
        for rule, group in grouped.items():
            first = group[0]
            words_of = quote(point.text, first.start, first.end)
            count = f" ({len(group)} passages)" if len(group) > 1 else ""
            findings.append(
                Finding(
                    rule=rule,
                    severity="editorial" if rule == "text-struck" else "substantive",
                    message=f"{_SAID[rule]}: {words_of}{count}",
                    point=point.id,
                    line=line(point, first.start),
                    quote=words_of,
                )
            )
    if insertions:
        message = f"short insertions in brackets in {insertions} points, taken for an editor's"
        findings.append(Finding(rule="brackets-editorial", severity="editorial", message=message))
    return findings


@hookimpl
def plandiff_classify(change: Change, left: Plan, right: Plan) -> list[Finding]:
    """What was settled, opened or opened otherwise between two texts; nothing for a text that is new or gone."""
    old, new = left.text_of(change.left), right.text_of(change.right)
    if change.kind == "unchanged" or not old.strip() or not new.strip():
        return []
    before, after = _open(old, left), _open(new, right)
    gone, come = _without(before, old, after, new), _without(after, new, before, old)
    if not gone and not come:
        return []
    if not after:
        message = f"no longer open: {_quoted(old, gone)}{_survivor(gone[0], new)}"
        return [_finding("open-text-settled", message, "left", left, change, old, gone[0])]
    if not before:
        return [_finding("open-text-added", f"now open: {_quoted(new, come)}", "right", right, change, new, come[0])]
    counts = f" ({len(before)} → {len(after)} passages)" if len(before) != len(after) else ""
    if not come:
        message = f"one thing less open: {_quoted(old, gone)}{_survivor(gone[0], new)}{counts}"
        return [_finding("open-text-changed", message, "left", left, change, old, gone[0])]
    now = _quoted(new, come)
    message = f"open otherwise: {became(_quoted(old, gone), now) if gone else f'one thing more: {now}'}{counts}"
    return [_finding("open-text-changed", message, "right", right, change, new, come[0])]


def _quoted(text: str, found: Sequence[Marker]) -> str:
    return quote(text, found[0].start, found[0].end)


def _finding(rule: str, message: str, side: Side, plan: Plan, change: Change, text: str, mark: Marker) -> Finding:
    point, at = place(plan, change.left if side == "left" else change.right, mark.start)
    return Finding(
        rule=rule,
        severity="substantive",
        message=message,
        side=side,
        point=point,
        line=at,
        quote=quote(text, mark.start, mark.end),
    )


def _open(text: str, plan: Plan) -> list[Marker]:
    language = lexicon(plan)
    editor = _insertions(plan, language) > 0
    return _markers(text, language, editor=editor)


def _markers(text: str, language: Lexicon, *, editor: bool) -> list[Marker]:
    """The markers of a text, with the brackets in doubt decided."""
    found = markers(text, language)
    if editor:
        return [mark for mark in found if mark.rule != "brackets-editorial"]
    return [replace(mark, rule="open-brackets") if mark.rule == "brackets-editorial" else mark for mark in found]


_counted: deque[tuple[Plan, int]] = deque(maxlen=2)
"""The plans looked through last: the same two are asked for with every change."""


def _insertions(plan: Plan, language: Lexicon) -> int:
    """In how many points of a plan an editor inserted words in brackets; 0 where they are no editor's."""
    for known, count in _counted:
        if known is plan:
            return count
    rules = [{mark.rule for mark in markers(point.text, language)} for point in plan.points if "[" in point.text]
    doubtful = sum("brackets-editorial" in found for found in rules)
    sure = any("open-brackets" in found for found in rules)
    count = doubtful if doubtful >= MANY and not sure else 0
    _counted.append((plan, count))
    return count


def _without(these: Sequence[Marker], text: str, those: Sequence[Marker], other: str) -> list[Marker]:
    """The open passages of one text that the other does not have in the same words."""
    known = Counter(_key(other, mark) for mark in those)
    found = []
    for mark in these:
        key = _key(text, mark)
        if known[key]:
            known[key] -= 1
        else:
            found.append(mark)
    return found


def _key(text: str, mark: Marker) -> str:
    return " ".join(token.key for token in words(text[mark.start : mark.end]))


def _survivor(mark: Marker, new: str) -> str:
    """Which of the alternatives the new text took over, where it holds exactly one of them."""
    whole = f" {_plain(new)} "
    stayed = [option for option in mark.alternatives if f" {_plain(option)} " in whole]
    return f"; what stayed: {quote(stayed[0], 0, len(stayed[0]))}" if len(stayed) == 1 else ""


def _plain(text: str) -> str:
    return " ".join(token.key for token in words(text) if token.shape != "mark")
