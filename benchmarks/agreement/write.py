"""Write: an agreement in the formats that are text, each as its own conventions number a list."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from html import escape
from typing import Any

from benchmarks.agreement.draft import Draft

_HTML_TYPES = {1: "1", 2: "a", 3: "i"}

_INSIDE = "     "
"""What stands inside a Markdown item is indented as far as its text: five signs behind "200. "."""


def txt(draft: Draft) -> str:
    """Plain text, each provision on a line with its label."""
    lines = [*draft.front, ""]
    for label, text, level in draft.provisions:
        lines += ["", text, ""] if level == 0 else [f"{'    ' * (level - 1)}{_printed(label, level)} {text}"]
    return "\n".join(lines) + "\n"


def md(draft: Draft) -> str:
    """Markdown: headings, numbered items and, indented below them, lettered ones."""
    title, *front = draft.front
    parts = [f"# {_markdown(title)}", *map(_markdown, front)]
    for label, text, level in draft.provisions:
        indent = _INSIDE * (level - 1)
        parts.append(f"## {_markdown(text)}" if level == 0 else f"{indent}{_printed(label, level)} {_markdown(text)}")
    return "\n\n".join(parts) + "\n"


def html(draft: Draft) -> str:
    """A page with nested lists; it numbers them itself and goes on counting below each heading."""
    title, *front = (escape(text) for text in draft.front)
    parts = [f'<!DOCTYPE html>\n<html>\n<head>\n<meta charset="utf-8">\n<title>{title}</title>\n</head>\n<body>']
    parts += [f"<h1>{title}</h1>", *(f"<p>{text}</p>" for text in front)]
    depth = 0
    for label, text, level in draft.provisions:
        while depth > level:
            parts.append("</li>\n</ol>")
            depth -= 1
        if level == 0:
            parts.append(f"<h2>{escape(text)}</h2>")
        elif depth == level:
            parts.append(f"</li>\n<li>{escape(text)}")
        else:
            value = f' value="{label}"' if level == 1 else ""
            parts.append(f'<ol type="{_HTML_TYPES[level]}">\n<li{value}>{escape(text)}')
            depth = level
    parts += ["</li>\n</ol>"] * depth
    return "\n".join([*parts, "</body>\n</html>"]) + "\n"


def points(draft: Draft) -> str:
    """A point list as JSON, sub-points inside their points."""
    listed = {"title": draft.front[0], "points": _nested(draft)}
    return json.dumps(listed, ensure_ascii=False, indent=1) + "\n"


def yaml(draft: Draft) -> str:
    """A point list as YAML, its labels without quotation marks."""
    return "\n".join(["points:", *_yaml(_nested(draft), "")]) + "\n"


def _yaml(points: list[dict[str, Any]], indent: str) -> Iterator[str]:
    for point in points:
        label = f"label: {point['label']}\n{indent}  " if "label" in point else ""
        yield f"{indent}- {label}text: {json.dumps(point['text'], ensure_ascii=False)}"
        if point["points"]:
            yield f"{indent}  points:"
            yield from _yaml(point["points"], f"{indent}  ")


def akoma_ntoso(draft: Draft) -> str:
    """A bill in XML: its title in the preface, provisions in each other, headings between them."""
    title, *front = (f"<p>{escape(text)}</p>" for text in draft.front)
    return "\n".join(
        [
            '<?xml version="1.0" encoding="UTF-8"?>',
            '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><bill name="draft">',
            f"<preface>{title}</preface><preamble>{''.join(front)}</preamble><body>",
            *_provisions(_nested(draft), ("paragraph", "subparagraph", "point")),
            "</body></bill></akomaNtoso>\n",
        ]
    )


def _provisions(points: list[dict[str, Any]], names: tuple[str, ...]) -> Iterator[str]:
    for point in points:
        if "label" not in point:
            yield f"<crossHeading>{escape(point['text'])}</crossHeading>"
            continue
        holds = "intro" if point["points"] else "content"
        yield f"<{names[0]}><num>{point['label']}</num><{holds}><p>{escape(point['text'])}</p></{holds}>"
        yield from _provisions(point["points"], names[1:])
        yield f"</{names[0]}>"


def table(draft: Draft) -> str:
    """A point list as CSV: label and text, a sub-point under its whole number, such as 3(b)(ii)."""
    written = io.StringIO()
    rows = csv.writer(written, lineterminator="\n")
    rows.writerow(["label", "text", "level"])
    rows.writerows([label or "", text, max(level, 1)] for label, text, level in draft.provisions)
    return written.getvalue()


def _nested(draft: Draft) -> list[dict[str, Any]]:
    """The provisions as objects with a text, mostly a label, and those inside under "points"."""
    top: list[dict[str, Any]] = []
    inside = [top]
    for label, text, level in draft.provisions:
        point: dict[str, Any] = {"label": label} if label else {}
        point |= {"text": text, "points": []}
        depth = max(level, 1)
        del inside[depth:]
        inside[depth - 1].append(point)
        inside.append(point["points"])
    return top


def _printed(label: str | None, level: int) -> str:
    return f"{label}." if level == 1 else f"{label}"


def _markdown(text: str) -> str:
    """The text with signs that Markdown would take for its own escaped."""
    return "".join(f"\\{sign}" if sign in "\\`*_[]<>#" else sign for sign in text)
