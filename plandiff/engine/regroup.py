"""Regroup: groups of linked points taken apart and put together by hand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from itertools import product

from plandiff.engine.groups import groups

Group = tuple[tuple[str, ...], tuple[str, ...]]
"""Ids of left points and ids of right points that belong together; one side may be empty."""


def separate(found: Iterable[Group], lefts: Set[str], rights: Set[str]) -> list[Group]:
    """The groups with these left and these right members no longer in any one of them.

    Each part keeps what it was grouped with besides: 24, 25 → 16 without 24 → 16 is 25 → 16 and a lone 24.
    """
    kept: list[Group] = []
    for ones, others in found:
        if lefts.isdisjoint(ones) or rights.isdisjoint(others):
            kept.append((ones, others))
            continue
        kept += lone((_in(ones, lefts), _out(others, rights)))
        kept += lone((_out(ones, lefts), _in(others, rights)))
    return kept


def claim(found: Iterable[Group], claims: Sequence[Group]) -> tuple[list[Group], list[Group]]:
    """The groups that the claims make, joined where they share a member, and what they leave of others."""
    pairs = [pair for ones, others in claims for pair in product(ones, others)]
    lefts = dict.fromkeys(one for ones, _ in claims for one in ones)
    rights = dict.fromkeys(other for _, others in claims for other in others)
    rest = [piece for ones, others in found for piece in lone((_out(ones, lefts.keys()), _out(others, rights.keys())))]
    return groups(pairs, lefts, rights), rest


def lone(group: Group) -> list[Group]:
    """The group itself, or each member by itself where one side is empty."""
    ones, others = group
    if ones and others:
        return [group]
    return [((one,), ()) for one in ones] + [((), (other,)) for other in others]


def _in(ids: tuple[str, ...], wanted: Set[str]) -> tuple[str, ...]:
    return tuple(each for each in ids if each in wanted)


def _out(ids: tuple[str, ...], unwanted: Set[str]) -> tuple[str, ...]:
    return tuple(each for each in ids if each not in unwanted)
