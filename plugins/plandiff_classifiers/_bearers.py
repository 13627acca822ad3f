"""Who bears the duty, permission or prohibition that a sentence states."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from msgspec import Struct

from plandiff_classifiers._cues import cues
from plandiff_classifiers._lexicon import Lexicon
from plandiff_classifiers._likeness import STEM
from plandiff_classifiers._mentions import mentions
from plandiff_classifiers._segments import Segment
from plandiff_classifiers._words import Word, words

EVERYONE = frozenset(("everyone",))
"""The key of all parties together: "both sides", "each party", "the parties"."""
ADJECTIVES = 2
"""Most words between an article and the role it belongs to: "the new transitional council"."""


class Bearer(Struct, frozen=True, eq=False):
    """A name, or a role such as "the carrier"; `key` is equal for other names and forms of the same.

    `named` tells a name from a role, `base` that it stands in the form of a subject.
    """

    first: int
    last: int
    key: frozenset[str]
    named: bool
    base: bool


class Subject(Struct, frozen=True):
    """The bearers of a sentence; `passive` where they are those of "by the commission"."""

    bearers: tuple[Bearer, ...]
    passive: bool


def subject(text: str, segment: Segment, lexicon: Lexicon) -> Subject:
    """The bearers of a sentence.

    They are the first run of names and roles with no more before it than articles and adjectives; in languages
    with cases also each name in the form of a subject; otherwise those after "by".
    """
    found = _Reader(text, words(text), lexicon)
    by = found.agents(segment)
    if by:
        return Subject(by, passive=True)
    _, bearers = next(acting(text, segment, lexicon), (0, ()))
    return Subject((*bearers, *found.subjects(segment, bearers)), passive=False)


def acting(text: str, segment: Segment, lexicon: Lexicon) -> Iterator[tuple[int, tuple[Bearer, ...]]]:
    """The bearers that a sentence begins with, and those after each comma, with the place they were looked for."""
    found = _Reader(text, words(text), lexicon)
    return ((start, run) for start in found.starts(segment) if (run := found.run(start, segment.end)))


def following(text: str, start: int, segment: Segment, lexicon: Lexicon) -> tuple[Bearer, ...]:
    """The bearers that stand at a word of a sentence: "Only then shall Egypt and Qatar"."""
    return _Reader(text, words(text), lexicon).run(start, segment.end)


def agents(text: str, segment: Segment, lexicon: Lexicon) -> tuple[Bearer, ...]:
    """The bearers after "by"."""
    return _Reader(text, words(text), lexicon).agents(segment)


def bearers(text: str, lexicon: Lexicon, segment: Segment) -> list[Bearer]:
    """All names and roles of a sentence."""
    return [one for one in _bearers(text, lexicon).values() if segment.start <= one.first < segment.end]


class _Reader:
    def __init__(self, text: str, tokens: Sequence[Word], lexicon: Lexicon) -> None:
        self.tokens = tokens
        self.lexicon = lexicon
        self.modals = {index for cue in cues(text, lexicon).modals for index in range(cue.first, cue.last)}
        self.bearers = _bearers(text, lexicon)

    def starts(self, segment: Segment) -> Iterator[int]:
        """Where a subject may begin: with the sentence, or after an opening phrase."""
        yield segment.start
        for index in range(segment.start, segment.end):
            if self.tokens[index].key == ",":
                yield index + 1

    def run(self, start: int, end: int) -> tuple[Bearer, ...]:
        """The bearers from a word on that are joined by "and" and its like."""
        joint, small = self.lexicon.words("obligations", "joint"), self.lexicon.words("facts", "stop")
        found: list[Bearer] = []
        strangers = 0
        index = start
        while index < end and index not in self.modals:
            bearer, word = self.bearers.get(index), self.tokens[index]
            if bearer and bearer.base:
                if found and bearer.named != found[-1].named and not self._parted(found[-1].last, index):
                    bearer = bearer if bearer.named else found[-1]
                    found.pop()
                found.append(bearer)
                index = self.bearers[index].last
                continue
            if word.key in joint or (found and word.key == ","):
                if strangers and not found and word.key in self.lexicon.words("parties", "plain"):
                    break
            elif found or word.shape != "word" or word.key in small or strangers == ADJECTIVES:
                break
            else:
                strangers += 1
            index += 1
        return tuple(found)

    def _parted(self, start: int, end: int) -> bool:
        """Whether "and" or a comma stands between two bearers; "the Republic of Germany", "Russian forces" are one."""
        parting = self.lexicon.words("obligations", "clause")
        return any(token.key in parting for token in self.tokens[start:end])

    def agents(self, segment: Segment) -> tuple[Bearer, ...]:
        """The bearers after "by"."""
        agent = self.lexicon.words("obligations", "agent")
        # What stands in brackets is open text.
        keys = [token.key for token in self.tokens[segment.start : segment.end]]
        end = segment.start + (keys.index("[") if "[" in keys else len(keys))
        by = (index + 1 for index in range(segment.start, end) if self.tokens[index].key in agent)
        return next((run for start in by if (run := self.run(start, segment.end))), ())

    def subjects(self, segment: Segment, known: Sequence[Bearer]) -> Iterator[Bearer]:
        """Names in the form of a subject anywhere in the sentence, in languages that have such a form.

        Some names have one form only: behind a preposition they are no subject.
        """
        if not self.lexicon.words("obligations", "agent"):
            before = self.lexicon.words("obligations", "prepositions")
            for index in range(segment.start, segment.end):
                bearer = self.bearers.get(index)
                behind = index > segment.start and self.tokens[index - 1].key in before
                if bearer and bearer.named and bearer.base and not behind and all(bearer is not one for one in known):
                    yield bearer


@lru_cache(maxsize=8)
def _bearers(text: str, lexicon: Lexicon) -> dict[int, Bearer]:
    """The names of parties and the roles of a text by their first word."""
    tokens = words(text)
    found = {
        mention.first: Bearer(mention.first, mention.last, mention.key, named=True, base=mention.base)
        for mention in mentions(text, lexicon)
        if mention.kind == "party"
    }
    named = {index for bearer in found.values() for index in range(bearer.first, bearer.last)}
    roles, everyone = (lexicon.phrases("obligations", name) for name in ("roles", "everyone"))
    first = None
    for index in range(len(tokens)):
        if index in named or not roles.at(tokens, index):
            first = None
            continue
        # Of roles side by side the last one counts, and is one bearer with those before: "guarantor states".
        first = found.pop(first).first if first is not None else index
        key = EVERYONE if everyone.at(tokens, index) else frozenset((tokens[index].key[:STEM],))
        found[first] = Bearer(first, index + 1, key, named=False, base=True)
    return found
