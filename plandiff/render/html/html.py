"""The report as one page that needs nothing else."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from pathlib import Path

from plandiff.became import became
from plandiff.model import Comparison, Severity
from plandiff.render.html.body import body
from plandiff.render.html.page import page
from plandiff.render.html.tag import Html, tag
from plandiff.render.names import titles

_HERE = Path(__file__).parent


def html(comparison: Comparison, least: Severity = "none") -> str:
    """The report as a self-contained HTML page, ending with a line break: what the terminal says, in its order.

    It can be read without a script, asks for nothing from anywhere, and forbids itself to: its content security
    policy lets only this style sheet and this script act, known by their hashes.
    """
    style, script = _file("style.css"), _file("script.js")
    policy = "; ".join(
        (
            "default-src 'none'",
            f"style-src {_hash(style)}",
            f"script-src {_hash(script)}",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=policy),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="color-scheme", content="light dark"),
        tag("meta", name="referrer", content="no-referrer"),
        tag("meta", name="generator", content=f"plandiff {comparison.plandiff}"),
        tag("title", became(*titles(comparison))),
        tag("style", style),
    )
    main = tag("main", body(page(comparison, least=least)), class_="plandiff")
    return f"<!doctype html>\n{tag('html', head, tag('body', main, tag('script', script)), lang='en')}\n"


def _file(name: str) -> Html:
    return Html((_HERE / name).read_text(encoding="utf-8"))


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
