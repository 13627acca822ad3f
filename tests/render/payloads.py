"""Sixty strings, each of which is more than text somewhere: on a terminal, in a sheet, a log, a page, a marked text."""

from __future__ import annotations

TERMINAL = (
    "\x1b[2J\x1b[H",
    "\x1b[31mred\x1b[0m",
    "\x1b]0;title\x07",
    "\x1b]8;;https://evil.example\x1b\\link\x1b]8;;\x1b\\",
    "\x1bP$q\x1b\\",
    "\x9b31m\x9d0;x\x9c",
    "safe\rgone",
    "safe\b\b\b\bgone",
    "\x07\x00\x7f",
    "\x0e\x0f\x1a",
    "[bold]loud[/bold] [/x] [red",
    ":smile: [link=https://evil.example]x[/link]",
)
UNSEEN = (
    "\u202egnirts\u202c",
    "\u2066isolate\u2069",
    "zero\u200bwidth\u200djoin",
    "\ufeffmark",
    "tag\U000e0041\U000e007f",
    "line\u2028line\u2029line",
    "lone\ud800surrogate",
    "soft\u00adhyphen",
)
SHEET = (
    "=1+1",
    "+1",
    "-1+cmd|'/c calc'!A1",
    "@SUM(A1:A9)",
    "\t=1",
    "\r=1",
    "\n=1",
    "＝1＋1",
    '=HYPERLINK("https://evil.example","x")',
    '"";=1',
    "a,b;c\t'd'\"e\"",
    "_x000D_ & <v>",
)
LOG = (
    "::error::x",
    "\n::error file=x::y",
    "\r\n::add-mask::secret",
    "::set-output name=x::y",
    "\n##[command]x",
    "%0A::stop-commands::x",
    "a,line=1,title=x::y",
    "\n::endgroup::",
)
MARKED = (
    "{++come++} {--gone--}",
    "{~~old~>new~~}",
    "{>>note<<}{==mark==}",
    "++} --} ~~} ~> <<} ==}",
    "[-old-] {+new+}",
    "[see](https://evil.example) {0} {1}",
    "[see](1) \\[x\\]",
)
PAGE = (
    "<script>ran()</script>",
    '"><img src=x onerror=ran()>',
    "' autofocus onfocus=ran() x='",
    "]]><!--",
    "| a | b |\n| --- | --- |",
    "\n# heading\n- list\n> quote\n```\ncode",
    "**bold** __x__ ~~y~~ `z` *",
    "@everyone #1 GH-1 www.evil.example https://evil.example",
    "![x](javascript:ran())",
    "&lt;b&gt; &#60; &quot; \\",
    "\n\n<details>\n<summary>x</summary>",
    "$x$ $$y$$ [^1] [x]: y",
    "1. one\n2. two",
)

PAYLOADS = TERMINAL + UNSEEN + SHEET + LOG + MARKED + PAGE
