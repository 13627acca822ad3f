"""The names in a text: states, organisations and places that are known, bodies and places that the text names."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

from msgspec import Struct

from plandiff_classifiers._denials import MODALS
from plandiff_classifiers._gazetteer import known
from plandiff_classifiers._lexicon import Lexicon
from plandiff_classifiers._likeness import STEM
from plandiff_classifiers._words import Word, words

_LONGEST = 8
"""Most words of the name of a body."""
_BETWEEN = 5
"""Words before a state in which an "in" makes it a place: "in the east of the"."""


class Mention(Struct, frozen=True, eq=False):
    """A name with its place in a text.

    `first` and `last` bound its words (indices, the second one exclusive). `key` is equal for other names and
    forms of the same. `base` tells that it stands in the form of a subject, as far as its form tells.
    """

    first: int
    last: int
    key: frozenset[str]
    kind: Literal["party", "place"]
    printed: str
    base: bool = True


@lru_cache(maxsize=8)
def mentions(text: str, lexicon: Lexicon) -> tuple[Mention, ...]:
    """The names of a text in order, none inside another.

    A state after "in" or its like is a place. A body is a capitalised name with a word such as "commission" in
    it ("Joint Military Commission", "Board of Guarantors"). An unknown name is a place after "the port of" and
    its like, or next to another place ("Batumi and Poti").
    """
    return tuple(_Finder(text, lexicon).find())


class _Finder:
    def __init__(self, text: str, lexicon: Lexicon) -> None:
        self.text = text
        self.tokens: Sequence[Word] = words(text)
        self.lexicon = lexicon
        self._inner = lexicon.words("obligations", "attributive") | lexicon.words("parties", "within")
        self.nouns_are_capitalised = "de" in lexicon.languages

    def find(self) -> list[Mention]:
        found: list[Mention] = []
        index = 0
        while index < len(self.tokens):
            mention = self._known(index) or self._body(index) or self._site(index, found)
            if mention and not self._counted(mention):
                found.append(mention)
            index = mention.last if mention else index + 1
        return found

    def _known(self, index: int) -> Mention | None:
        match = known(self.text, self.tokens, index)
        if match is None:
            return None
        kind: Literal["party", "place"] = "party"
        if match.entry.kind == "place" or (match.entry.kind == "state" and self._located(index)):
            kind = "place"
        return self._mention(index, match.end, frozenset((match.entry.name,)), kind, base=match.entry.base)

    def _located(self, index: int) -> bool:
        """Whether "in" stands before a word, or "in southern" and its like."""
        before = index - 1
        while before > max(0, index - _BETWEEN) and self._said(before) in self._inner:
            before -= 1
        return before >= 0 and self._said(before) in self.lexicon.words("parties", "locative")

    def _counted(self, mention: Mention) -> bool:
        """Whether a name only tells a currency: "US dollars", "francs suisses", "dollars des États-Unis"."""
        currencies = self.lexicon.currencies
        after = mention.last + (mention.last < len(self.tokens) and self._said(mention.last) == "-")
        if currencies.at(self.tokens, after):
            return True
        before = (currencies.at(self.tokens, index) for index in range(max(0, mention.first - 3), mention.first))
        return any(match is not None and match.end >= mention.last for match in before)

    # -------------------------------------------------------------- names that are not known

    def _body(self, index: int) -> Mention | None:
        """A body that begins at a word: a run of capitals with a word such as "commission", and what follows it."""
        joint = self.lexicon.words("obligations", "joint")
        if not self._capital(index) or self._said(index) in joint:
            return None
        # "Mission" after "United Nations" is part of another name.
        if index and self._capital(index - 1) and self._said(index - 1) not in joint and not self._heads(index):
            return None
        bodies = self.lexicon.words("parties", "bodies")
        end = index
        while end < len(self.tokens) and end < index + _LONGEST and self._capital(end) and not self._breaks(index, end):
            end += 1
        run = [self._said(word) for word in range(index, end)]
        if end < len(self.tokens) and self._said(end) in bodies and end > index and not self._heads(index):
            run, end = [*run, self._said(end)], end + 1
        heads = [place for place, word in enumerate(run) if self._is_body(word)]
        if not heads:
            return None
        end = self._completed(index, end, after_head=heads[-1] == len(run) - 1)
        if end == index + 1 and (self._heads(index) or self.nouns_are_capitalised):
            return None
        key = frozenset(self._said(word)[:STEM] for word in range(index, end) if len(self._said(word)) > 3)
        return self._mention(index, end, key, "party", base=self._said(index + heads[0]) in bodies) if key else None

    def _completed(self, index: int, end: int, *, after_head: bool) -> int:
        """Take in "of Guarantors" after "Board"; in languages with cases the word in the genitive."""
        joined = self.lexicon.phrases("parties", "joined")
        while end < len(self.tokens) and end < index + _LONGEST:
            match = joined.at(self.tokens, end)
            if match and match.end < len(self.tokens) and self._completes(match.end):
                end = match.end + 1
                after_head = False
            elif after_head and self._is_genitive(end):
                end, after_head = end + 1, False
            elif self._capital(end) and self._capital(end - 1):
                end += 1
            else:
                break
        return end

    def _completes(self, index: int) -> bool:
        """Whether a word can be the complement of a body: one with a capital and not a known name by itself."""
        return self._capital(index) and known(self.text, self.tokens, index) is None

    def _is_genitive(self, index: int) -> bool:
        word = self._said(index)
        modal = self.lexicon.phrases("obligations", *MODALS).at(self.tokens, index)
        return not modal and self.tokens[index].shape == "word" and len(word) > 3 and word.endswith(_GENITIVE)

    def _is_body(self, word: str) -> bool:
        bodies = self.lexicon.words("parties", "bodies")
        if word in bodies:
            return True
        # German writes "Sicherheitsrat" in one word.
        return self.nouns_are_capitalised and len(word) > 7 and any(word.endswith(body) for body in bodies)

    def _site(self, index: int, found: Sequence[Mention]) -> Mention | None:
        """An unknown name after "the port of", or after another place and "and"."""
        if not self._capital(index) or self._said(index) in self.lexicon.months:
            return None
        plain = self.lexicon.words("parties", "plain")
        before = index - 1
        while before > 0 and (self._said(before) in plain or self.tokens[before].key == ","):
            before -= 1
        after_place = before >= 0 and bool(found) and found[-1].kind == "place" and found[-1].last == before + 1
        sites = self.lexicon.phrases("parties", "sites")
        if not (after_place and before + 1 < index) and sites.before(self.tokens, before + 1) is None:
            return None
        end = index
        while end < len(self.tokens) and end < index + 3 and self._capital(end):
            end += 1
        key = frozenset(self._said(word)[:STEM] for word in range(index, end))
        return self._mention(index, end, key, "place")

    # -------------------------------------------------------------- words

    def _mention(
        self, first: int, last: int, key: frozenset[str], kind: Literal["party", "place"], *, base: bool = True
    ) -> Mention:
        printed = self.text[self.tokens[first].start : self.tokens[last - 1].end]
        return Mention(first, last, key, kind, printed, base)

    def _said(self, index: int) -> str:
        return self.tokens[index].key

    def _capital(self, index: int) -> bool:
        token = self.tokens[index]
        return token.shape == "word" and self.text[token.start].isupper()

    def _breaks(self, start: int, index: int) -> bool:
        """Whether a line ends between two words, as that of a title does."""
        return index > start and "\n" in self.text[self.tokens[index - 1].end : self.tokens[index].start]

    def _heads(self, index: int) -> bool:
        """Whether a word opens a sentence, where a capital says nothing."""
        return (
            index == 0
            or self.tokens[index - 1].key in ".:;!?"
            or "\n" in self.text[self.tokens[index - 1].end : self.tokens[index].start]
        )


_GENITIVE = ("и", "і", "ї", "у", "ю", "а", "я", "ів", "ей", "ого", "ої", "ов", "ых", "их", "ой", "ы")
"""Endings of a Ukrainian or Russian word in the genitive; those of a verb in the present differ."""
