"""Peers: other ways to compare two texts, each as a function from point texts to links of points.

Every peer gets the points as paragraphs without their numbers, each on one line.
"""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Callable, Sequence
from importlib import import_module
from importlib.metadata import version
from importlib.util import find_spec
from typing import NamedTuple

from benchmarks.alignment.docxodus import docxodus
from benchmarks.alignment.project import Kept, project

Texts = Sequence[str]
Links = list[tuple[int, int]]


class Peer(NamedTuple):
    """A peer: its name, the modules it needs, the distribution whose version is told, and what it does."""

    name: str
    modules: tuple[str, ...]
    distribution: str | None
    links: Callable[[Texts, Texts], Links]

    @property
    def installed(self) -> bool:
        """Whether everything it needs is there."""
        return all(find_spec(module) for module in self.modules)

    def __str__(self) -> str:
        return f"{self.name} {version(self.distribution)}" if self.distribution else self.name


def lines(left: Texts, right: Texts) -> Links:
    """Equal lines pair off as in `diff`; in a block of changed lines the first stands for the first, and so
    on."""
    matcher = difflib.SequenceMatcher(None, left, right, autojunk=False)
    blocks = [(range(i, m), range(j, n)) for _, i, m, j, n in matcher.get_opcodes()]
    return [pair for old, new in blocks for pair in zip(old, new, strict=False)]


def difflib_words(left: Texts, right: Texts) -> Links:
    """The longest matching runs of words."""
    matcher = difflib.SequenceMatcher(None, _words(left), _words(right), autojunk=False)
    runs = [(i, j, size) for i, j, size in matcher.get_matching_blocks() if size]
    return _project(runs, _owners(left), _owners(right))


def dmp_words(left: Texts, right: Texts) -> Links:
    """diff-match-patch over word codes, with no timeout and no cleanup: all that it can keep."""
    dmp = import_module("diff_match_patch").diff_match_patch()
    dmp.Diff_Timeout = 0
    codes: dict[str, str] = {}
    coded = ["".join(codes.setdefault(word, _sign(len(codes))) for word in _words(side)) for side in (left, right)]
    runs, i, j = [], 0, 0
    for op, text in dmp.diff_main(coded[0], coded[1], False):
        if op == 0:
            runs.append((i, j, len(text)))
        i += len(text) * (op <= 0)
        j += len(text) * (op >= 0)
    return _project(runs, _owners(left), _owners(right))


def redlines(left: Texts, right: Texts) -> Links:
    """redlines on its own tokens, in which ¶ stands between paragraphs."""
    module = import_module("redlines.processor")
    mark = module.PARAGRAPH_MARKER
    texts = ["\n\n".join(text.replace(mark, " ") for text in side) for side in (left, right)]
    operations = module.WholeDocumentProcessor().process(*texts)
    if not operations:
        return []
    owners = [
        _paragraphs(chunk.text, mark, side)
        for chunk, side in ((operations[0].source_chunk, left), (operations[0].test_chunk, right))
    ]
    runs = [(i, j, m - i) for op, i, m, j, _ in (operation.opcodes for operation in operations) if op == "equal"]
    return _project(runs, *owners)


PEERS = (
    Peer("lines by position", (), None, lines),
    Peer("difflib, words", (), None, difflib_words),
    Peer("diff-match-patch, words", ("diff_match_patch",), "diff-match-patch", dmp_words),
    Peer("redlines", ("redlines",), "redlines", redlines),
    Peer("python-redlines", ("python_redlines", "python_redlines_docxodus"), "python-redlines", docxodus),
)


def _words(texts: Texts) -> list[str]:
    return [word for text in texts for word in text.split()]


def _owners(texts: Texts) -> list[int]:
    """The index of the point each word stands in."""
    return [index for index, text in enumerate(texts) for _ in text.split()]


def _paragraphs(tokens: Sequence[str], mark: str, texts: Texts) -> list[int | None]:
    """The index of the point each token of redlines stands in, None for the marks between; a point without
    words leaves no mark."""
    filled = iter([index for index, text in enumerate(texts) if text.strip()])
    owners: list[int | None] = []
    at = next(filled, None)
    for token in tokens:
        if token.strip() == mark:
            owners.append(None)
            at = next(filled, None)
        else:
            owners.append(at)
    return owners


def _project(runs: Sequence[tuple[int, int, int]], left: Sequence[int | None], right: Sequence[int | None]) -> Links:
    """Links from runs of kept words (place on the left, on the right, length) and the owners of the words."""
    kept: Kept = Counter()
    for i, j, size in runs:
        for one, other in zip(left[i : i + size], right[j : j + size], strict=True):
            if one is not None and other is not None:
                kept[one, other] += 1
    sizes = [Counter(owner for owner in side if owner is not None) for side in (left, right)]
    return project(kept, (sizes[0], sizes[1]))


def _sign(number: int) -> str:
    """A character for a word, past the surrogates."""
    return chr(number + 1 if number + 1 < 0xD800 else number + 0x801)
