"""What stands around a value in a text: what leads up to it, narrows it, is counted by it or sets it off."""

from __future__ import annotations

from plandiff_classifiers._dates import date_at
from plandiff_classifiers._denials import MODALS
from plandiff_classifiers._found import Qualifier
from plandiff_classifiers._lexicon import Lexicon
from plandiff_classifiers._words import words

UNIT_REACH = 4
"""Words between a figure and what it counts: "600,000 active military personnel"."""
QUALIFIER_REACH = 8
"""Words after a figure in which its qualifier is looked for: "600,000 personnel of all arms in peacetime"."""
ANCHOR_REACH = 8
"""Words of the event that a time runs from: "after the agreement enters into force"."""

SUBJECT_REACH = 6
"""Words from the article of a subject to the verb that says what it shall do: "the Joint Commission shall"."""
LASTING_REACH = 25
"""Words before a time in which a verb is looked for that says that something goes on."""
STEM = 4
"""Letters of a word that stay when it takes another ending: signature, signing, signed."""

_ANCHORS = ("anchor", "anchor_before", "extent", "anchor_of_soon")
_SENTENCE_ENDS = frozenset(".;!?")
_BEFORE = ("at_least", "at_most", "more_than", "less_than", "about", "exactly", "before")
_AFTER = ("peacetime", "wartime", "yearly", "monthly", "daily", "after")


class Reading:
    """A text as it is read from left to right.

    `floor` is the end of the last fact: what belongs to that one is not looked at again. All positions are
    indices of words.
    """

    def __init__(self, text: str, lexicon: Lexicon) -> None:
        self.text = text
        self.lexicon = lexicon
        self.tokens = words(text)
        self.floor = 0
        self._leads = lexicon.phrases("deadlines", "by", "after", "span", "within", "during")
        self._before = lexicon.phrases("facts", *_BEFORE)
        self._after = lexicon.phrases("facts", *_AFTER)

    def look_back(self, index: int, leads: frozenset[str]) -> tuple[int, str | None, tuple[Qualifier, ...]]:
        """Where the phrase of a value begins, by what it is led in, and its qualifiers in front."""
        begin = index
        found: list[Qualifier] = []
        articles = self.lexicon.words("facts", "articles")
        at = index
        for _ in range(5):
            lead = self._leads.before(self.tokens, at) if leads else None
            if lead and lead[1] in leads and lead[0] >= self.floor:
                return lead[0], lead[1], tuple(reversed(found))
            qualifier = self._before.before(self.tokens, at)
            if qualifier and qualifier[0] >= self.floor:
                if qualifier[1] != "exactly":
                    found.append(self._qualifier(qualifier[1], qualifier[0], at, follows=False))
                begin = at = qualifier[0]
            elif at > self.floor and (self.tokens[at - 1].key in articles or self.has(at - 1, "[")):
                at -= 1
            else:
                break
        return begin, None, tuple(reversed(found))

    def look_ahead(self, index: int) -> tuple[tuple[Qualifier, ...], int]:
        """The qualifiers that follow, and the end of the last one."""
        found: list[Qualifier] = []
        at = reach = index
        while at < min(index + QUALIFIER_REACH, len(self.tokens)):
            token = self.tokens[at]
            if token.shape != "word" and token.key not in "-‑()":
                break
            match = self._after.at(self.tokens, at)
            if match:
                found.append(self._qualifier(match.meaning, at, match.end, follows=True))
                reach = match.end
            at = match.end if match else at + 1
        return tuple(found), reach

    def _qualifier(self, sense: str, begin: int, end: int, *, follows: bool) -> Qualifier:
        quote = self.quote(begin, end)
        return Qualifier(quote.casefold() if sense in ("before", "after") else sense, quote, follows)

    def anchored(self, begin: int, end: int) -> tuple[Qualifier, ...]:
        """The event that a time runs from, as a qualifier; two wordings of one event share the stems of its words."""
        match = self.lexicon.phrases("deadlines", *_ANCHORS).at(self.tokens, begin) if end > begin else None
        if match is None:
            return ()
        stems = {token.key[:STEM] for token in self.tokens[match.end : end] if len(token.key) > 3}
        stems |= {match.meaning} if match.meaning == "anchor_before" else set()
        return (Qualifier(" ".join(("anchor", *sorted(stems))), self.quote(begin, end), True),)

    def anchor(self, index: int, *lists: str) -> int:
        """The end of "of signature", "after the agreement enters into force"; the index itself if none."""
        match = self.lexicon.phrases("deadlines", *lists).at(self.tokens, index)
        if match is None:
            return index
        stop = self.lexicon.words("deadlines", "anchor_stop")
        end = match.end
        while end < min(index + ANCHOR_REACH, len(self.tokens)):
            token = self.tokens[end]
            if token.shape == "mark" or (token.key in stop and end > match.end):
                break
            if end > match.end and self._begins_clause(end):
                break
            date = date_at(self.tokens, end, self.text, self.lexicon)
            end = date.end if date else end + 1
        return end if end > match.end else index

    def _begins_clause(self, index: int) -> bool:
        """Whether an article begins what the sentence is about: "after signature the Company will"."""
        articles = self.lexicon.words("obligations", "attributive")
        small = self.lexicon.words("wording", "small")
        if self.tokens[index].key not in articles or self.tokens[index - 1].key in small:
            return False
        modals = self.lexicon.phrases("obligations", *MODALS)
        for at in range(index + 1, min(index + SUBJECT_REACH, len(self.tokens))):
            if self.tokens[at].shape == "mark" or self.tokens[at].key in articles:
                return False
            if modals.at(self.tokens, at):
                return True
        return False

    def lasts(self, index: int) -> bool:
        """Whether the sentence up to a word speaks of something that goes on: "the lease is valid ..."."""
        lasting = self.lexicon.phrases("deadlines", "lasting")
        for at in range(index - 1, max(-1, index - LASTING_REACH), -1):
            if self.tokens[at].key in _SENTENCE_ENDS:
                return False
            if lasting.at(self.tokens, at):
                return True
        return False

    def unit(self, index: int) -> tuple[str | None, int, bool]:
        """What is counted: a known unit among the next words, otherwise the next word itself."""
        stop = self.lexicon.words("facts", "stop")
        first: tuple[str | None, int, bool] = (None, index, False)
        for at in range(index, min(index + UNIT_REACH, len(self.tokens))):
            token = self.tokens[at]
            known = self.lexicon.units.at(self.tokens, at)
            if known:
                return known.meaning, known.end, True
            if token.shape != "word" or token.key in stop or self._broken(at):
                break
            if at == index and len(token.key) > 2:
                first = (_singular(token.key), at + 1, False)
        return first

    def _broken(self, at: int) -> bool:
        return at > 0 and "\n" in self.text[self.tokens[at - 1].end : self.tokens[at].start]

    def has(self, index: int, *keys: str) -> bool:
        return 0 <= index < len(self.tokens) and self.tokens[index].key in keys

    def quote(self, begin: int, end: int) -> str:
        return " ".join(self.text[self.tokens[begin].start : self.tokens[end - 1].end].split())

    def plain(self, begin: int, end: int) -> str:
        """Words without articles, for telling whether two phrases say the same."""
        articles = self.lexicon.words("facts", "articles")
        return " ".join(token.key for token in self.tokens[begin:end] if token.key not in articles)


def _singular(key: str) -> str:
    """An English plural without its s, so that "1 seat" and "5 seats" count the same."""
    return key[:-1] if len(key) > 3 and key.endswith("s") and not key.endswith("ss") else key
