"""Nesting: the levels of numbered paragraphs, where one text is numbered by several lists."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from plandiff_readers.word_processor.draft import Draft, Place

_DEEPEST = 12
"""Lists inside lists beyond this are no deeper: no agreement nests so far, and a forged file must not."""


def nest(drafts: Iterable[Draft]) -> None:
    """Give every numbered draft its level, 1 for the outermost.

    Inside a list its own levels say it. A list stands inside a point of another one when that one goes on after
    it, when it is indented deeper, or when that point is a heading and it is not.
    """
    numbered = [(draft, draft.place) for draft in drafts if draft.place is not None]
    following = _following([place for _, place in numbered])
    latest: dict[int, int] = {}
    above: dict[int, int | None] = {}
    stack: list[Place] = []
    for index, (draft, place) in enumerate(numbered):
        own = _depths(stack, place.counter)
        if own:
            # The list goes on: its last point on this level, and all that it holds, has ended.
            end = next((depth for depth in own if stack[depth].depth >= place.depth), own[-1] + 1)
        elif known := _depths(stack, above.get(place.counter)):
            end = known[-1] + 1
        else:
            end = len(stack)
            while end and not _holds(stack[end - 1], place, following[latest[stack[end - 1].counter]]):
                end -= 1
        del stack[min(end, _DEEPEST - 1) :]
        above.setdefault(place.counter, stack[-1].counter if stack else None)
        latest[place.counter] = index
        stack.append(place)
        draft.level = len(stack)


def _depths(stack: Sequence[Place], counter: int | None) -> list[int]:
    """Where the points of a list stand among the open ones."""
    return [depth for depth, place in enumerate(stack) if place.counter == counter]


def _following(places: Sequence[Place]) -> list[Place | None]:
    """For each place the next one in the same list."""
    found: list[Place | None] = []
    ahead: dict[int, Place] = {}
    for place in reversed(places):
        found.append(ahead.get(place.counter))
        ahead[place.counter] = place
    return found[::-1]


def _holds(outer: Place, place: Place, following: Place | None) -> bool:
    """Whether a list that begins with `place` stands inside the point `outer` of another list, which is followed
    by the point `following` there."""
    if outer.outline != place.outline:
        return place.outline is None or (outer.outline is not None and outer.outline < place.outline)
    if place.indent > outer.indent:
        return True
    if following is None or following.depth < outer.depth:
        return False
    return following.depth > outer.depth or following.number == outer.number + 1
