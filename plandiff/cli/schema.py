"""`plandiff schema`: the JSON Schema of the report."""

from __future__ import annotations

from plandiff.cli.output import write


def schema() -> None:
    """Print the JSON Schema of the JSON report.

    A program that reads `plandiff compare --format json` can check what it
    gets by it, or have its types made from it.

    Example:

      plandiff schema > report.schema.json

    """
    from json import dumps

    from plandiff.schema import schema as made

    write(dumps(made(), indent=2, ensure_ascii=False) + "\n")
