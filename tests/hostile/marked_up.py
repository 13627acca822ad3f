"""Markdown, HTML and other marked-up text made to harm."""

from __future__ import annotations

from collections.abc import Iterator

from tests.hostile.case import MARK, POINTS, Case


def marked_up() -> Iterator[Case]:
    yield from _markdown()
    yield from _html()
    yield from _xml()
    yield from _mail()


def _markdown() -> Iterator[Case]:
    for name, text in {
        "brackets": "[" * 50_000,
        "links": "[a](" * 20_000,
        "images": "![" * 20_000 + "](x)" * 20_000,
        "backticks": "".join("a" + "`" * length for length in range(1, 700)),
        "emphasis": "*a **b " * 20_000,
        "underscores": "_" * 100_000,
        "strikes": "~~a ~" * 20_000,
        "entities": "&#0;&#x110000;&nosuch;&amp" * 10_000,
        "angles": "<" * 50_000,
        "autolinks": "<http://" * 20_000,
        "comment-open": "<!--" * 20_000,
        "pipes": "|" * 50_000 + "\n" + "|-" * 50_000,
        "escapes": "\\" * 100_000,
    }.items():
        yield Case(f"{name}.md", "one sign repeated", f"{POINTS}\n{text}\n".encode(), "read")
    for name, text in {
        "quotes": ">" * 20_000 + " a",
        "lists": "".join(f"{'  ' * depth}- a\n" for depth in range(1_000)),
        "lists-in-line": "- " * 5_000 + "a",
        "lists-of-quotes": "> 1. " * 2_000 + "a",
    }.items():
        yield Case(f"deep-{name}.md", "deep nesting", f"{POINTS}\n{text}\n".encode())
    wide = "|a" * 1_000 + "|\n" + "|-" * 1_000 + "|\n" + ("|b" * 1_000 + "|\n") * 100
    yield Case("table-wide.md", "wide table", f"{POINTS}\n{wide}".encode())
    short = "|a" * 1_000 + "|\n" + "|-" * 1_000 + "|\n" + "|b|\n" * 10_000
    yield Case("table-short-rows.md", "rows shorter than the table", f"{POINTS}\n{short}".encode())
    addresses = "".join(f"[{number}]: http://a.example/{number}\n" for number in range(20_000))
    yield Case("addresses.md", "20,000 addresses", f"{POINTS}\n{addresses}".encode())
    yield Case("numbers.md", "absurd numbers", f"999999999. a\n1. b\n0. c\n\n{POINTS}".encode(), "read")
    yield Case("matter-open.md", "front matter never closed", f"---\na: b\n{POINTS}".encode(), "read")
    yield Case("fence-open.md", "fence never closed", f"```\n{POINTS}".encode(), "read")
    yield Case("only-comment.md", "nothing in it", b"<!-- 1. hidden -->", "refused")
    yield Case("only-address.md", "nothing in it", b"[a]: http://a.example\n", "refused")


def _html() -> Iterator[Case]:
    points = f"<ol><li>The border is open.</li><li>The {MARK} is on guard.</li></ol>"
    for name, page in {
        "divs": "<div>" * 300_000 + points,
        "divs-300": "<div>" * 300 + points + "</div>" * 300,
        "lists": "<ol><li>a" * 3_000 + points,
        "tables": "<table><tr><td>" * 2_000 + points,
        "inline": "<b><i><a>" * 20_000 + points,
        "formatting": "<p><b><i><u><s>a" * 3_000 + points,
        "quotes": "<blockquote>" * 10_000 + points,
        "svg": "<svg><g>" * 5_000 + "</svg>" + points,
        "closes": "</div></p></li>" * 50_000 + points,
    }.items():
        yield Case(f"deep-{name}.html", "deep nesting", f"<html><body>{page}".encode())
    for name, page in {
        "attributes": "<p " + " ".join(f"a{number}=1" for number in range(50_000)) + ">a</p>" + points,
        "attribute-long": f'<p title="{"x" * 3_000_000}">a</p>{points}',
        "starts": '<ol start="2000000000"><li>a<li>b</ol><ol type=I start="4000"><li>c</ol><ol start=-9e9><li>d</ol>'
        '<ol reversed start=-2><li value=99999999999999999999>e<li value="x">f</ol>' + points,
        "spans": "<table><tr><td rowspan=1000000000 colspan=1000000000>a<td rowspan=-1>b</table>" + points,
        "entities": "&#0;&#xFFFFFFFF;&#xD800;&lt&nosuch;&" * 20_000 + points,
        "charset": '<meta charset="utf-7"><meta charset=nosuch>' + points,
        "frames": '<base href="file:///"><iframe src="file:///etc/passwd">x</iframe><object data=x>y</object>' + points,
        "refresh": '<meta http-equiv=refresh content="0;url=file:///etc/passwd"><link rel=import href=x>' + points,
        "wrong-nesting": "<table><p>a<tr>b<td><li>c</table></ol><ol><p><li>" + points,
        "doctype": '<!DOCTYPE html [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>&b;' + points,
        "cdata": "<![CDATA[ a ]]><?php b ?><!x>" + points,
        "paragraphs": "<p>A paragraph." * 30_000 + points,
        "breaks": "a<br>" * 50_000 + points,
        "rows": "<table>" + "<tr><td>a<td>b" * 10_000 + "</table>" + points,
        "labels": "<ol type=i>" + "<li>a" * 10_000 + "</ol>" + points,
    }.items():
        yield Case(f"{name}.html", "page", f"<html><body>{page}".encode(), "read")
    for name, page in {
        "comment-open": "<!-- " + points,
        "script-open": "<script>" + points,
        "title-open": "<title>" + points,
        "hidden": f'<div hidden>{points}</div><p style="display:none">a',
        "no-body": "<html><head></head></html>",
        "plaintext": "<plaintext>" + points,
        "textarea-open": "<textarea>" + points,
    }.items():
        yield Case(f"{name}.html", "nothing shown, or all", f"<html>{page}".encode())


def _xml() -> Iterator[Case]:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    for name, text in {
        "laughs": f'<!DOCTYPE a [<!ENTITY l0 "ha">{laughs}]><a>&l9;</a>',
        "quadratic": f'<!DOCTYPE a [<!ENTITY b "{"b" * 50_000}">]><a>{"&b;" * 50_000}</a>',
        "file": '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>1. &b;</a>',
        "address": '<!DOCTYPE a SYSTEM "http://a.example/x.dtd"><a>1. b</a>',
        "parameter": '<!DOCTYPE a [<!ENTITY % b SYSTEM "file:///etc/passwd">%b;]><a>1. b</a>',
        "cycle": '<!DOCTYPE a [<!ENTITY b "&c;"><!ENTITY c "&b;">]><a>&b;</a>',
    }.items():
        yield Case(f"entities-{name}.xml", "entities", f'<?xml version="1.0"?>{text}'.encode(), holds="")
    akn = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
    last = f"<article><num>1</num><content><p>The {MARK}.</p></content></article>"
    law = f'<akomaNtoso xmlns="{akn}"><act><body>{{}}{last}</body></act></akomaNtoso>'
    for name, inside in {
        "deep": "<section><content>" * 5_000 + "</content></section>" * 5_000,
        "many": "<article><num>1</num><content><p>a</p></content></article>" * 10_000,
        "unclosed": "<article>",
        "prefix": "<x:article>a</x:article>",
        "wide": "<article " + " ".join(f'a{n}="1"' for n in range(20_000)) + "/>",
        "numbers": "<article><num>" + "9" * 100_000 + "</num><p>a</p></article>",
    }.items():
        yield Case(f"law-{name}.xml", "legal XML", law.format(inside).encode())
    yield Case(
        "law-utf-16.xml", "legal XML", ('<?xml version="1.0" encoding="utf-16"?>' + law.format("")).encode("utf-16")
    )


def _mail() -> Iterator[Case]:
    head = "From: a@a.example\nTo: b@b.example\nSubject: x\nMIME-Version: 1.0\n"
    nested = "".join(f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(3_000))
    for name, text in {
        "nested": f"{head}{nested}Content-Type: text/plain\n\n{POINTS}",
        "boundary-lost": f"{head}Content-Type: multipart/mixed; boundary=zz\n\n{POINTS}",
        "boundary-none": f"{head}Content-Type: multipart/mixed\n\n{POINTS}",
        "base64": f"{head}Content-Type: text/plain\nContent-Transfer-Encoding: base64\n\n!!!not=base64\n",
        "charset": f"{head}Content-Type: text/plain; charset=nosuch\n\n{POINTS}",
        "heads": "".join(f"X-{n}: y\n" for n in range(50_000)) + f"{head}\n{POINTS}",
        "head-long": f"{head}X: {'=?utf-8?q?=41?= ' * 20_000}\n\n{POINTS}",
        "only-head": head,
        "parts": f"{head}Content-Type: multipart/mixed; boundary=b\n\n"
        + "--b\nContent-Type: text/plain\n\na\n" * 5_000
        + f"--b\nContent-Type: text/plain\n\n{POINTS}\n--b--\n",
    }.items():
        yield Case(f"mail-{name}.eml", "mail", text.encode(), holds="" if name in ("base64", "only-head") else MARK)
