"""Texts made to harm: encodings, marks that nobody sees, labels without end, and files that are something else."""

from __future__ import annotations

import bz2
import gzip
import lzma
import random
from collections.abc import Iterator

from tests.hostile.case import MARK, POINTS, Case
from tests.plugins.pdf_files import pdf, shown


def texts() -> Iterator[Case]:
    yield from _empty()
    yield from _encodings()
    yield from _marks()
    yield from _sizes()
    yield from _labels()
    yield from _words()
    yield from _misnamed()


def _empty() -> Iterator[Case]:
    for name, data in {
        "empty.txt": b"",
        "blanks.txt": b" \t\r\n" * 20_000,
        "byte-order-mark.txt": b"\xef\xbb\xbf",
        "rules.txt": b"-----\n\n=====\n" * 500,
        "form-feeds.txt": b"\f" * 200_000,
    }.items():
        yield Case(name, "nothing in it", data, "refused")
    yield Case("invisible-only.txt", "nothing to see in it", ("\u200b\u2060\n" * 50).encode(), holds="")
    yield Case("one-letter.txt", "almost nothing", b"a", "read", "a")
    yield Case("one-label.txt", "a label without text", b"1.", holds="")
    yield Case("separators-after.txt", "a million blank lines", POINTS.encode() + b"\n" * 1_000_000, "read")


def _encodings() -> Iterator[Case]:
    kind = "encoding"
    yield Case("random.txt", kind, random.Random(1).randbytes(50_000), "refused")
    yield Case("random-high.txt", kind, bytes(random.Random(2).randrange(128, 256) for _ in range(5_000)), holds="")
    yield Case("nul.txt", kind, POINTS.encode() + b"\0", "refused")
    yield Case("utf-16.txt", kind, POINTS.encode("utf-16"), "read")
    yield Case("utf-16-unmarked.txt", kind, POINTS.encode("utf-16-be"))
    yield Case("utf-16-odd.txt", kind, POINTS.encode("utf-16")[:-1], holds="")
    yield Case("utf-16-half.txt", "half a character", POINTS.encode("utf-16") + b"\x3d\xd8")
    yield Case("utf-32.txt", kind, POINTS.encode("utf-32"))
    yield Case("utf-7.txt", kind, POINTS.encode() + b"3. +AGEAYg- shall +2D0-\n", "read")
    yield Case("surrogates.txt", "lone surrogates", POINTS.encode() + b"3. \xed\xa0\xbd\xed\xb0\x80\n")
    yield Case("overlong.txt", kind, b"1. \xc0\xae\xc0\xae/ is a path\n" + POINTS.encode())
    yield Case("cut-character.txt", kind, POINTS.encode() + "3. кордон".encode()[:-1])
    yield Case("two-encodings.txt", kind, POINTS.encode() + "3. кордон\n".encode() + "4. кордон\n".encode("cp1251"))
    yield Case("latin.txt", kind, POINTS.encode() + "3. Le traité est signé à Genève.\n".encode("cp1252"), "read")
    yield Case("shift-jis.txt", kind, POINTS.encode() + "3. 停戦は直ちに発効する。\n".encode("shift-jis"))


def _marks() -> Iterator[Case]:
    kind = "marks nobody sees"
    for name, mark in {
        "zero-width": "\u200b\u200c\u200d\u2060\ufeff",
        "bidi": "\u202e\u2066\u202a\u200f",
        "bidi-unclosed": "\u202e" * 5_000,
        "tags": "".join(chr(0xE0000 + ord(letter)) for letter in " until 2030"),
        "selectors": "\ufe0f\U000e0100" * 500,
        "fillers": "\u3164\u115f\u2800\u00ad",
        "private": "\ue000\U000f0000\U0010fffd",
        "noncharacters": "\ufdd0\uffff\U0001fffe",
        "escapes": "\x1b]0;x\x07\x1b[2J\x1b[31m\x08\x7f",
        "c1-controls": "\x9b31m\x9d0;x\x9c\x85",
        "unassigned": "\u0378\U000bfffe",
    }.items():
        yield Case(f"{name}.txt", kind, f"1. No{mark}t one.\n{mark}2. The {MARK}{mark} stays.\n".encode(), "read")
    stack = "a" + "\u0301\u0327" * 200_000
    yield Case("combining.txt", "400,000 combining marks", f"1. {stack}\n{POINTS}".encode(), "read")
    halves = "か" + "\uff9e\u0327\u0301" * 100_000
    yield Case("marks-unfolding.txt", "signs that become marks", f"1. {halves}\n{POINTS}".encode(), "read")
    yield Case("ligatures.txt", "signs that unfold to 18", f"1. {'ﷺ' * 50_000}\n{POINTS}".encode(), "read")
    mixed = (
        "1. One.\r\n2. Two.\r3. Three.\n\r4. Four.\x0b5. Five.\x856. Six.\u20287. Seven.\u20298. The sentinel.\x1c9. N."
    )
    yield Case("newlines.txt", "mixed newlines", mixed.encode(), "read")
    yield Case("returns.txt", "mixed newlines", b"\r\r\n\n\r" * 20_000 + POINTS.replace("\n", "\r").encode(), "read")
    for name, line in {
        "workflow": "::error file=x::y\n::add-mask::the\n##[group]x",
        "markup": "[/red] [bold] [link=file:///etc/passwd]x[/link] :smile: [[/]]",
        "formula": '=HYPERLINK("http://a.example";"x")\n+1\n@SUM(A1)\n-2+3|cmd',
        "script": "<script>alert(1)</script><img src=x onerror=y>]]>&amp;{{7*7}}{% x %}${jndi:ldap://x}",
    }.items():
        yield Case(f"{name}.txt", "attacks on the report", f"{POINTS}3. {line}\n".encode(), "read")


def _sizes() -> Iterator[Case]:
    yield Case("line-8mb.txt", "8 MB line", b"1. " + b"word " * 1_600_000 + MARK.encode())
    yield Case("line-unbroken.txt", "3 MB word", b"1. " + b"x" * 3_000_000 + b"\n" + POINTS.encode())
    yield Case("line-han.txt", "unspaced line", f"1. {'停火协议' * 50_000}\n{POINTS}".encode())
    points = "".join(f"{number}. Point {number} binds party {number % 7}.\n" for number in range(1, 20_001))
    yield Case("points-20000.txt", "20,000 points", f"{points}20001. The {MARK}.\n".encode())
    equal = "".join(f"{number}. The parties agree.\n" for number in range(1, 5_001))
    yield Case("points-equal.txt", "5,000 equal points", f"{equal}5001. The {MARK}.\n".encode())
    yield Case("points-same.txt", "5,000 times one number", b"1. A party.\n" * 5_000 + POINTS.encode())
    yield Case("paragraphs.txt", "5,000 paragraphs", b"A paragraph.\n\n" * 5_000 + MARK.encode())
    yield Case(
        "indented.txt",
        "indented ever deeper",
        "".join(f"{' ' * depth}{depth}. Deep.\n" for depth in range(1, 1_500)).encode() + POINTS.encode(),
        "read",
    )
    yield Case("too-large.txt", "60 MB", b"1. word\n" * 7_500_000, "refused")


def _labels() -> Iterator[Case]:
    kind = "labels without end"
    for name, line in {
        "digits-8mb": "7" * 8_000_000,
        "number-huge": "9" * 5_000 + ". A point.",
        "legal-deep": "1." * 5_000 + " A point.",
        "legal-long": "1." * 500_000,
        "roman-long": "M" * 100_000 + ". A point.",
        "roman-wrong": "IIVXMCIIX. A point.\nIC. Another.\nMMMMM. More.",
        "brackets": "(" * 200_000 + "a" + ")" * 200_000,
        "brackets-open": "[" * 300_000,
        "letters-open": "(a " * 300_000,
        "dots": "." * 500_000 + " 1",
        "labels-in-line": "1. (a) (i) " * 50_000,
        "lists-in-line": "1. " + "(a) The; (b) Two. " * 15_000,
        "articles": "Article " * 100_000,
        "ranges": "1-2-3-" * 100_000,
        "superscript": "².² A point.\n①. Another.\n⒈ More.\n½. Half.",
        "scripts": "٧. A point.\n७. Another.\n７． More.\n𝟕. Yes.\nІ. Cyrillic.\n〇. Nothing.",
        "circled-syllables": "㉱ A point.\n㊙ Another.\n㉠ More.",
        "negative": "-1. A point.\n0. Another.\n00. More.\n1e9. Less.\n+5. Yes.",
    }.items():
        yield Case(f"{name}.txt", kind, f"{line}\n{POINTS}".encode())
    down = "".join(f"{number}. Down.\n" for number in range(3_000, 0, -1))
    yield Case("descending.txt", kind, f"{down}{POINTS}".encode(), "read")


def _words() -> Iterator[Case]:
    kind = "words for the classifiers"
    for name, words in {
        "amounts": "USD 1,000,000 million billion " * 5_000,
        "digits-and-commas": "1,0" * 50_000,
        "percent": "5 % of 10 % " * 10_000,
        "dates": "by 1 January 2026 or 2 February 30 days after " * 3_000,
        "negations": "shall not never no " * 8_000,
        "references": "see point 1(a) and Articles 2 to 9 " * 5_000,
        "drafting": "[to be agreed] [ [ ] TBD ... ____ " * 5_000,
        "quotations": "«“„'\"‘" * 30_000,
        "names": "The Federal Republic of the United States of " * 5_000,
        "blanks-inside": "a" + " " * 1_000_000 + "b",
    }.items():
        yield Case(f"words-{name}.txt", kind, f"1. {words}\n{POINTS}".encode())


def _misnamed() -> Iterator[Case]:
    kind = "wrong suffix"
    text = POINTS.encode()
    for suffix in ("docx", "odt", "xlsx", "epub", "pdf", "rtf", "doc", "exe"):
        yield Case(f"text.{suffix}", kind, text, "read")
    for suffix in ("json", "yaml", "xml", "csv", "html", "eml", "md"):
        yield Case(f"text-as.{suffix}", kind, text)
    printed = pdf(shown(20, 500, "1. The border is open.") + shown(20, 480, f"2. The {MARK} is on guard."))
    yield Case("pdf.docx", kind, printed, "read")
    yield Case("pdf.txt", kind, printed, "read")
    yield Case("rtf.md", kind, rb"{\rtf1 1. The border.\par 2. The sentinel.\par}", "read")
    for name, data in {
        "gzip.txt": gzip.compress(text, mtime=0),
        "bzip2.docx": bz2.compress(text),
        "xz.html": lzma.compress(text),
        "png.pdf": b"\x89PNG\r\n\x1a\n" + b"\0" * 50,
        "jpeg.txt": b"\xff\xd8\xff\xe0" + b"\0" * 50,
        "old-word.docx": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"),
        "password.docx": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
        "elf.txt": b"\x7fELF\x02\x01\x01" + b"\0" * 50,
        "pickle.json": b"\x80\x04\x95\x0b\0\0\0\0\0\0\0\x8c\x07nothing\x94.",
    }.items():
        yield Case(name, kind, data, "refused")
