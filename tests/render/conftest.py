"""A small comparison with one of everything, and a way to hold whole outputs against files."""

from __future__ import annotations

import os
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest
from msgspec.structs import replace
from rich.console import Console

from plandiff.model import (
    Change,
    Comparison,
    Edit,
    Fact,
    FactChange,
    Finding,
    Ground,
    IssueStatus,
    NotCompared,
    Omission,
    Plan,
    Point,
    Provenance,
    RunnerUp,
)

GOLDENS = Path(__file__).parent / "goldens"


@pytest.fixture
def golden() -> Callable[[str, str], None]:
    """Hold an output against its file; PLANDIFF_REWRITE_GOLDENS=1 writes the file instead."""

    def check(name: str, output: str) -> None:
        file = GOLDENS / name
        if os.environ.get("PLANDIFF_REWRITE_GOLDENS") == "1":
            file.write_bytes(output.encode())
        assert output == file.read_bytes().decode()

    return check


@pytest.fixture
def printed() -> Callable[..., str]:
    """Print something on a console of fixed width and return what came out."""

    def run(write: Callable[[Console], None], width: int = 80, *, colour: bool = False) -> str:
        file = StringIO()
        console = Console(
            file=file,
            width=width,
            height=25,
            force_terminal=colour,
            color_system="standard" if colour else None,
            legacy_windows=False,
            markup=False,
            emoji=False,
            highlight=False,
            _environ={},
        )
        write(console)
        return file.getvalue()

    return run


@pytest.fixture
def plan() -> Callable[..., Plan]:
    """Make a plan of "label: text" lines: "21(a): ..." is a sub-point of 21, ": ..." has no number."""

    def make(*lines: str, name: str = "old.txt", **fields: object) -> Plan:
        points = []
        for number, line in enumerate(lines, start=1):
            label, _, text = line.partition(": ")
            top, bracket, rest = label.partition("(")
            points.append(
                Point(
                    id=label or f"¶{number}",
                    label=(bracket + rest or top) or None,
                    path=(top, rest.strip(")")) if bracket else (top or f"¶{number}",),
                    text=text,
                    line=number,
                    parent=top if bracket else None,
                    role="point" if label else "paragraph",
                )
            )
        return Plan(name=name, format="text", sha256="0" * 64, points=tuple(points), **fields)

    return make


def _edits(*pieces: str) -> tuple[Edit, ...]:
    """Edits from words: "-gone", "+come", anything else stays."""
    ops = {"-": "delete", "+": "insert"}
    return tuple(
        Edit(op=ops[piece[0]], text=piece[1:]) if piece[0] in ops else Edit(op="equal", text=piece) for piece in pieces
    )


@pytest.fixture
def edits() -> Callable[..., tuple[Edit, ...]]:
    return _edits


@pytest.fixture
def comparison(plan: Callable[..., Plan]) -> Comparison:
    """Every kind of change, parts that cross points, open brackets, hostile bytes, an invented point."""
    word = "w" * 300
    old = plan(
        "1: The sovereignty of the Republic is confirmed.",
        "2: The parties settle their disputes by peaceful means.",
        "3: The armed forces are limited to 600,000 personnel.",
        "4: A joint commission meets every month.",
        "5: The border follows the river.",
        "6: The commission keeps the records. It publishes a report every year.",
        "7: No missiles are stationed [to be agreed] [/x] :smile: \x1b[31mred\x9b0m \u202egnirts.",
        "8: A humanitarian committee is formed.",
        "8(a): All prisoners are exchanged.",
        "8(b): Families are reunited.",
        "8(c): The dead are returned.",
        "8(d): The victims receive relief.",
        "9: All parties receive full amnesty.",
        "10: Elections are held in 100 days.",
        f"11: The annex {word} applies.",
        ": This agreement is signed in two languages.",
        name="old.txt",
        provenance=Provenance(
            version="old",
            title="Fourteen-point plan",
            date="2025-03-02",
            drafter="Northland",
            known="leaked to the press",
        ),
    )
    new = plan(
        "1: The sovereignty of the Republic is confirmed.",
        "2: The parties settle their disputes by peaceful means.",
        "3: The armed forces are limited to 800,000 personnel in peacetime.",
        "4: The border follows the river. A joint commission meets every month.",
        "5: The commission keeps the records.",
        "6: It publishes a report every year.",
        "7: Elections are held as soon as possible.",
        "8: No long-range missiles are stationed [to be agreed] [/x] :smile: \x1b[31mred\x9b0m \u202egnirts.",
        "9: A humanitarian committee is formed.",
        "9(a): All prisoners are exchanged.",
        "9(b): Families are reunited.",
        "9(c): The dead are returned within 30 days.",
        "10: The victims receive relief.",
        "11: The parties found a development bank.",
        f"12: The annexes {word} and its maps apply.",
        ": This agreement is signed in two languages.",
        name="new.txt",
        provenance=Provenance(
            version="new",
            title="Twelve-point plan",
            date="2025-04-15",
            drafter="Northland and Southland",
            basis="reconstruction",
            known="described in interviews",
            notice="the text was never published",
        ),
    )
    points = (replace(point, reported=False) if point.id == "11" else point for point in new.points)
    new = replace(new, points=tuple(points))
    troops = FactChange(
        type="number",
        old=Fact(type="number", quote="600,000", value="600000"),
        new=Fact(type="number", quote="800,000", value="800000", qualifier="in peacetime"),
        delta="200000",
        percent=33,
        message="600,000 → 800,000, +200,000, +33 %",
    )
    weaker = Finding(
        rule="deadline-lost",
        severity="critical",
        message="a deadline became an intention",
        quote="as soon as possible",
    )
    relief = Change(kind="modified", left=("8(d)",), right=("10",), moved=True, score=0.95, reason="same words")
    relief = replace(relief, kind="unchanged")
    changes = (
        Change(kind="unchanged", left=("1",), right=("1",), score=1, reason="same text"),
        Change(kind="unchanged", left=("2",), right=("2",), score=1, reason="same text"),
        Change(
            kind="modified",
            left=("3",),
            right=("3",),
            score=0.99,
            reason="same words",
            severity="critical",
            edits=_edits(
                "The armed forces are limited to ",
                "-600,000",
                "+800,000",
                " personnel",
                "+ in peacetime",
                ".",
            ),
            facts=(troops,),
            issues=("forces",),
        ),
        Change(
            kind="merged",
            left=("4", "5"),
            right=("4",),
            score=0.9,
            reason="both texts stand in it",
            edits=_edits(
                "-A joint commission meets every month.\n",
                "The border follows the river.",
                "+ A joint commission meets every month.",
            ),
        ),
        Change(
            kind="split",
            left=("6",),
            right=("5", "6"),
            renumbered=True,
            score=0.9,
            reason="its text stands in both",
            edits=_edits("The commission keeps the records.", "- ", "+\n", "It publishes a report every year."),
        ),
        Change(
            kind="modified",
            left=("10",),
            right=("7",),
            moved=True,
            renumbered=True,
            score=0.62,
            reason="few words in common",
            runner_up=RunnerUp(left=("10",), right=("11",), score=0.2),
            severity="critical",
            edits=_edits("Elections are held ", "-in 100 days", "+as soon as possible", "."),
            findings=(weaker,),
            issues=("elections",),
        ),
        Change(
            kind="modified",
            left=("7",),
            right=("8",),
            renumbered=True,
            score=0.98,
            reason="same words",
            edits=_edits(
                "No ",
                "+long-range ",
                "missiles are stationed [to be agreed] [/x] :smile: \x1b[31mred\x9b0m \u202egnirts.",
            ),
        ),
        Change(
            kind="regrouped",
            left=("8",),
            right=("9", "10"),
            renumbered=True,
            score=0.97,
            reason="its text stands in both",
            severity="substantive",
            edits=_edits("A humanitarian committee is formed."),
            parts=(
                Change(kind="unchanged", left=("8",), right=("9",), score=1, reason="same text"),
                Change(kind="unchanged", left=("8(a)",), right=("9(a)",), score=1, reason="same text"),
                Change(kind="unchanged", left=("8(b)",), right=("9(b)",), score=1, reason="same text"),
                Change(
                    kind="modified",
                    left=("8(c)",),
                    right=("9(c)",),
                    score=0.98,
                    reason="same words",
                    edits=_edits("The dead are returned", "+ within 30 days", "."),
                ),
                relief,
            ),
        ),
        Change(
            kind="dropped",
            left=("9",),
            right=(),
            score=0.96,
            reason="no text like it",
            severity="critical",
            edits=_edits("-All parties receive full amnesty."),
            issues=("amnesty",),
        ),
        Change(
            kind="added",
            left=(),
            right=("11",),
            score=0.97,
            reason="no text like it",
            severity="substantive",
            edits=_edits("+The parties found a development bank."),
        ),
        Change(
            kind="modified",
            left=("11",),
            right=("12",),
            renumbered=True,
            score=0.99,
            reason="same words",
            edits=_edits("The ", "-annex", "+annexes", f" {word} ", "-applies", "+and its maps apply", "."),
        ),
        Change(kind="unchanged", left=("¶16",), right=("¶16",), score=1, reason="same text"),
    )
    return Comparison(
        plandiff="0.1.0",
        left=old,
        right=new,
        changes=changes,
        issues=(
            IssueStatus(
                id="forces",
                title="Armed forces",
                status="open",
                left=("3",),
                right=("3",),
                was="600,000",
                now="800,000 in peacetime",
                facts=(troops,),
                grounds=(Ground(kind="record", message="reported open on 16 April 2025 (The Courier)"),),
            ),
            IssueStatus(
                id="elections",
                title="Elections",
                status="changed",
                left=("10",),
                right=("7",),
                was="in 100 days",
                now="as soon as possible",
            ),
            IssueStatus(id="bank", title="Bank", status="new", left=(), right=("11",), now="development bank"),
            IssueStatus(id="amnesty", title="Amnesty", status="dropped", left=("9",), right=(), was="full amnesty"),
            IssueStatus(id="borders", title="Borders", status="settled", left=("5",), right=("4",)),
        ),
        findings=(
            Finding(
                rule="open-brackets",
                severity="substantive",
                message="left open",
                side="right",
                point="8",
                quote="[to be agreed]",
            ),
        ),
        warnings=("new.txt: the numbers of \x07 two points repeat",),
        not_compared=(
            NotCompared(side="left", reason="after the list", text="The delegations left on Sunday.", line=20),
            NotCompared(side="left", reason="after the list", text="They return in May.", line=21),
            NotCompared(side="right", reason="title", text="[Draft] of the plan"),
        ),
    )


@pytest.fixture
def outlined(plan: Callable[..., Plan]) -> Plan:
    """A plan with a heading, a sub-point, a paragraph, surrounding text, and something set aside."""
    made = plan(
        ": Reporters saw this text on Sunday.",
        ": Security",
        "1: The parties [to be agreed] withdraw.",
        "1(a): North of the river \x1b]0;title\x07 at once.",
        ": Signed in two languages.",
        omitted=(Omission(reason="page number", text="- 3 -", line=9),),
        warnings=("old.txt: \x9bone number is missing",),
        provenance=Provenance(version="old", title="Plan", basis="paraphrase", date="March 2025"),
    )
    roles = ("surrounding", "heading", "point", "point", "paragraph")
    points = (
        replace(point, role=role, reported=False if point.id == "1" else None)
        for point, role in zip(made.points, roles, strict=True)
    )
    return replace(made, points=tuple(points))
