"""Where in a TOML text a field stands, which the TOML reader of Python does not say."""

from __future__ import annotations

import re

_HEADER = re.compile(r"\s*\[{1,2}\s*([^\]]*?)\s*\]")


def toml_line(text: str, path: str) -> int | None:
    """The line, counted from 1, of a field such as `issues[2].cues[0]`, or of the table that should hold it.

    None where neither the field nor a table around it is found. Linear in the text.
    """
    lines = text.splitlines()
    begin, found = 0, None
    table = ""
    for step in path.split("."):
        name, _, index = step.partition("[")
        table = f"{table}.{name}".removeprefix(".")
        headers = [at for at in range(begin, len(lines)) if _table(lines[at]) == table]
        nth = int(index.partition("]")[0] or 0) if index else 0
        if nth < len(headers):
            found = headers[nth]
            begin = found + 1
            continue
        key = re.compile(rf"""\s*["']?{re.escape(name)}["']?\s*=""")
        end = next((at for at in range(begin, len(lines)) if _table(lines[at]) is not None), len(lines))
        found = next((at for at in range(begin, end) if key.match(lines[at])), found)
        break
    return None if found is None else found + 1


def _table(line: str) -> str | None:
    header = _HEADER.match(line)
    return header[1] if header else None
