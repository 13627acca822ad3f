"""`plandiff rule [CODE]`: what a rule of `plandiff check` finds and what to do."""

from __future__ import annotations

from typing import Annotated

import typer

from plandiff.cli.output import write


def rule(
    code: Annotated[str | None, typer.Argument(metavar="CODE", help="A rule, such as numbering-gap.")] = None,
) -> None:
    """Say what a rule finds, why it matters and what to do; without CODE, list the rules.

    Examples:

      plandiff rule
      plandiff rule numbering-gap
    """
    from plandiff.check.catalogue import catalogue

    rules = catalogue()
    if code is None:
        width = max(map(len, rules))
        write("".join(f"{each.code.ljust(width)}  {each.what}\n" for each in rules.values()))
        return
    if code not in rules:
        raise typer.BadParameter("no rule has this code; `plandiff rule` lists them.", param_hint="CODE")
    said = rules[code]
    place = f"To silence it at one place: <!-- plandiff: allow {code}: your reason -->"
    note = "No note that comes with the change excuses it.\n" if said.fault else ""
    policy = "No mark in a draft silences it, since it comes from the policy."
    write(
        f"{code}\n\n{said.what} {said.why}\n\nWhat to do: {said.remedy}.\n{note}{policy if said.policy else place}\n"
        f'To give it another level everywhere, in plandiff.toml: [rules] {code} = "editorial" or "off"\n'
    )
