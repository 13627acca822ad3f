"""The hooks: what a plugin can add to plandiff. These docstrings are the reference.

A plugin is a module, found by an entry point in the group `plandiff`:

    [project.entry-points.plandiff]
    my-reader = "my_package.my_reader"

    from plandiff.hookspecs import hookimpl

    @hookimpl
    def plandiff_read(source): ...

An implementation names only the arguments it wants. None means "not mine". Order never shows: where several
plugins answer, findings are sorted, and among readers each must recognise only its own format.
"""

from __future__ import annotations

from collections.abc import Sequence

import pluggy

from plandiff.model import Change, Citation, Document, FactChange, Finding, IssuePack, Obligation, Plan, Source

hookspec = pluggy.HookspecMarker("plandiff")
hookimpl = pluggy.HookimplMarker("plandiff")


@hookspec(firstresult=True)
def plandiff_read(source: Source) -> Document | None:
    """Make a document of a source: blocks in order, with what was set aside.

    Return None when the source is not of your format. Recognise it by `source.suffix`, or by its first bytes
    where the suffix is missing. Every character of the source must end up in a block or in an omission. Raise
    `plandiff.errors.ReadError` with one clear line when it is your format and cannot be read.
    """


@hookspec
def plandiff_classify(
    change: Change, left: Plan, right: Plan, changes: Sequence[Change]
) -> Sequence[FactChange | Finding] | None:
    """Say what a change means: the facts that differ and the findings about its words.

    Called once for every change of provisions (a `Change` without parts), with the two plans it links:
    `left.text_of(change.left)` is its old text, `right.text_of(change.right)` its new text; one of them is
    empty for what was added or dropped. `changes` are all changes of the comparison, without what classifiers
    say of them: where the provisions went that this one speaks of.
    """


@hookspec
def plandiff_reworded(change: Change, left: Plan, right: Plan, changes: Sequence[Change]) -> bool | None:
    """Say whether the two texts of a change have the same content in other words, so that it is editorial.

    Called as `plandiff_classify` is, where the words differ and nothing else makes the change weigh more. The
    change is editorial if a plugin says True and none says False.
    """


@hookspec
def plandiff_inspect(plan: Plan) -> Sequence[Finding] | None:
    """Say what is noteworthy in one plan by itself, such as brackets left open. Called once for each side."""


@hookspec
def plandiff_cites(plan: Plan) -> Sequence[Citation] | None:
    """Find the numbers by which provisions of a plan cite one another: they follow when a draft is renumbered."""


@hookspec
def plandiff_issues(left: Plan | None, right: Plan | None) -> IssuePack | None:
    """Offer an issue pack: the issues to follow, in the order of the report, and the records about them.

    Return None when neither plan is about the subject of the pack. Both are None when all packs are to be listed.
    A generic pack (`hookimpl(trylast=True)`, `generic = true`) is asked only when no other one answered.
    """


@hookspec
def plandiff_obligations(plan: Plan) -> Sequence[Obligation] | None:
    """Say who must, may and may not do what in one version. Called for each side when a balance is asked for."""
