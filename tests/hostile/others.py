"""OpenDocument texts, RTF, Excel workbooks and EPUB books made to harm."""

from __future__ import annotations

from collections.abc import Iterator

from tests.hostile.case import MARK, Case
from tests.hostile.zips import unzipped, zips
from tests.plugins import odt_files as text
from tests.plugins.odt_files import h, lst, p

_GOOD = p("1. The border is open.") + p(f"2. The {MARK} is on guard.")
_RTF = rf"\par 1. The border is open.\par 2. The {MARK} is on guard.\par"


def others() -> Iterator[Case]:
    yield from _odt()
    yield from _rtf()
    yield from _xlsx()
    yield from _epub()


def _odt() -> Iterator[Case]:
    parts = unzipped(text.odt(_GOOD))
    good, content = zips(parts), parts["content.xml"]
    yield Case("cut.odt", "cut off", good[: len(good) // 2], "refused")
    for name, changed in {
        "no-content": {key: part for key, part in parts.items() if key != "content.xml"},
        "bomb": parts | {"content.xml": content.replace(b"</office:text>", b" " * 60_000_000 + b"</office:text>")},
        "entities": parts | {"content.xml": b'<!DOCTYPE a [<!ENTITY b "c">]>' + content},
        "no-text": parts | {"content.xml": content.replace(b"office:text", b"office:spreadsheet")},
        "password": parts | {"META-INF/manifest.xml": b"<a><encryption-data/></a>"},
        "empty": unzipped(text.odt("")),
    }.items():
        yield Case(f"{name}.odt", "damaged or empty", zips(changed), "refused")
    item = "<text:list-item>{}</text:list-item>"
    for name, body in {
        "lists-deep": "<text:list><text:list-item>" * 100 + p("a") + "</text:list-item></text:list>" * 100,
        "lists-deeper": "<text:list><text:list-item>" * 5_000 + "</text:list-item></text:list>" * 5_000,
        "spans-deep": "<text:p>" + "<text:span>" * 200 + "a" + "</text:span>" * 200 + "</text:p>",
        "spaces": '<text:p>a<text:s text:c="2000000000"/>b<text:s text:c="-1"/><text:s text:c="x"/></text:p>',
        "columns": '<table:table><table:table-row table:number-rows-repeated="1000000000"><table:table-cell '
        f'table:number-columns-repeated="1000000000" table:number-columns-spanned="999999999">{p("a")}'
        "</table:table-cell></table:table-row></table:table>",
        "levels": h("a", level=10**20) + h("b", level=-3) + h("c", level=0),
        "style-none": p("a", style="nosuch") + lst(item.format(p("b")), style="nosuch"),
        "list-continues": lst(item.format(p("a")), more='xml:id="x" text:continue-list="x"')
        + lst(item.format(p("b")), more='text:continue-list="nosuch"'),
        "items-many": lst(item.format(p("a")) * 5_000),
        "tracked-none": '<text:p>a<text:change text:change-id="no"/><text:change-start text:change-id="x"/></text:p>',
        "notes": "<text:p>a<text:note><text:note-body>" * 30 + "</text:note-body></text:note></text:p>" * 30,
    }.items():
        yield Case(f"{name}.odt", "odd body", zips(unzipped(text.odt(body + _GOOD))))
    for name, styles in {
        "styles-cyclic": '<style:style style:name="A" style:family="paragraph" style:parent-style-name="B"/>'
        '<style:style style:name="B" style:family="paragraph" style:parent-style-name="A"/>',
        "start-huge": '<text:list-style style:name="L"><text:list-level-style-number text:level="1" '
        'style:num-format="I" text:start-value="2000000000"/></text:list-style>',
        "start-negative": '<text:list-style style:name="L"><text:list-level-style-number text:level="1" '
        'style:num-format="a" text:start-value="-7" text:display-levels="99"/></text:list-style>',
        "format-none": '<text:list-style style:name="L"><text:list-level-style-number text:level="x" '
        'style:num-format="nosuch"/></text:list-style>',
    }.items():
        body = p("a", style="A") + lst(item.format(p("b"))) + _GOOD
        yield Case(f"{name}.odt", "odd styles", zips(unzipped(text.odt(body, styles=styles))), "read")


def _rtf() -> Iterator[Case]:
    for name, inside in {
        "braces-open": "{" * 200_000,
        "braces-closed": "}" * 200_000,
        "braces": "{" * 50_000 + "}" * 50_000,
        "unicode-bad": r"\u99999999999 ?\u-1 ?\ux ?\u",
        "surrogates": r"\u55357?\u56832?\u55357?",
        "skip-huge": r"\uc999999999 \u1 a",
        "skip-negative": r"\uc-5 \u1 a",
        "hex-bad": r"\'zz\'\'4",
        "binary-huge": r"{\*\x\bin999999999 abc}",
        "binary-negative": r"\bin-5 abc",
        "words-long": "\\" + "a" * 100_000 + " ",
        "numbers-long": "\\fs" + "9" * 100_000 + " ",
        "codepage": r"\ansicpg99999 \'e9{\fonttbl{\f0\fcharset999 x;}}\f0 \'e9",
        "fonts-many": r"{\fonttbl" + "".join(rf"{{\f{n} x;}}" for n in range(10_000)) + "}",
        "lists": r"{\*\listtable{\list{\listlevel\levelstartat2000000000{\leveltext\'ff;}}\listid1}}\ls1\ilvl99 a",
        "cells": r"\trowd\cell\cell\row\cell\row" * 5_000,
        "cells-open": r"\trowd\intbl a\cell b",
        "tables-deep": r"\intbl\itap" + r"1 a\nestcell" * 2_000 + r"\itap999999999 b\nestcell",
        "objects": r"{\object{\*\objdata " + "0102" * 50_000 + "}}",
        "pictures": r"{\pict " + "ff" * 500_000 + "}",
        "fields": r"{\field{\*\fldinst " * 500 + "}}" * 500,
        "ignored": r"{\*\nosuch hidden text}" * 5_000,
        "paragraphs": r"a\par " * 20_000,
    }.items():
        refused_end = name in ("braces-open", "braces-closed", "binary-negative")
        data = rf"{{\rtf1\ansi {inside}{_RTF}}}".encode()
        yield Case(f"{name}.rtf", "RTF", data, holds="" if refused_end or name == "binary-huge" else MARK)
    yield Case("cut.rtf", "cut off", rf"{{\rtf1 a {_RTF}".encode())
    yield Case("nothing.rtf", "nothing in it", b"{\\rtf1}", "refused")
    yield Case("half.rtf", "cut off", b"{\\rtf", "refused")


_SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def _workbook(rows: str, before: str = "", **more: str) -> bytes:
    types = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    return zips(
        {
            "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{types}.sheet.main+xml"/>'
            f'<Override PartName="/xl/sheet1.xml" ContentType="{types}.worksheet+xml"/></Types>',
            "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="a" '
            f'Type="{_REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="a" '
            f'Type="{_REL}/worksheet" Target="{more.get("target", "sheet1.xml")}"/></Relationships>',
            "xl/workbook.xml": f'<workbook xmlns="{_SHEET}" xmlns:r="{_REL}"><sheets><sheet name="s" sheetId="1" '
            'r:id="a"/></sheets></workbook>',
            "xl/sheet1.xml": f'{before}<worksheet xmlns="{_SHEET}"><sheetData>{rows}</sheetData></worksheet>',
        }
    )


def _row(number: int, *cells: str) -> str:
    made = "".join(
        f'<c r="{column}{number}" t="inlineStr"><is><t>{cell}</t></is></c>'
        for column, cell in zip("ABCD", cells, strict=False)
    )
    return f'<row r="{number}">{made}</row>'


def _xlsx() -> Iterator[Case]:
    good = _row(1, "label", "text") + _row(2, "1", f"The {MARK}.")
    far = '<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>far</t></is></c></row>'
    for name, data in {
        "corners": _workbook(good + far),
        "beyond": _workbook(good + far.replace("1048576", "99999999999").replace("XFD", "ZZZZZZZ")),
        "strings-dangling": _workbook(good + '<row r="3"><c r="A3" t="s"><v>999999</v></c></row>'),
        "date-huge": _workbook(good + '<row r="3"><c r="A3" t="d"><v>x</v></c><c r="B3"><v>1e308</v></c></row>'),
        "formula": _workbook(good + '<row r="3"><c r="B3"><f>HYPERLINK("x")</f></c></row>'),
        "rows-many": _workbook(good + "".join(_row(n, str(n), "a") for n in range(3, 20_000))),
        "entities": _workbook(good, '<!DOCTYPE a [<!ENTITY b "c">]>'),
        "sheet-none": _workbook(good, target="nosuch.xml"),
        "sheet-climbs": _workbook(good, target="../../../../etc/passwd"),
        "nothing": _workbook(""),
        "cut": _workbook(good)[:500],
        "bomb": _workbook(good + " " * 60_000_000),
        "merged": _workbook(f'{good}</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells><sheetData>'),
    }.items():
        yield Case(f"{name}.xlsx", "workbook", data, holds="")


def _epub() -> Iterator[Case]:
    xhtml = f"<html xmlns='http://www.w3.org/1999/xhtml'><body><p>1. Open.</p><p>2. The {MARK}.</p></body></html>"
    container = (
        '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile '
        'full-path="{}" media-type="application/oebps-package+xml"/></rootfiles></container>'
    )
    book = (
        '<package xmlns="http://www.idpf.org/2007/opf"><manifest><item id="a" href="{}" '
        'media-type="application/xhtml+xml"/></manifest><spine>{}</spine></package>'
    )
    spine = '<itemref idref="a"/>'
    for name, parts in {
        "good": {"b.opf": book.format("a.xhtml", spine), "a.xhtml": xhtml},
        "no-book": {"a.xhtml": xhtml},
        "chapter-none": {"b.opf": book.format("nosuch.xhtml", spine)},
        "chapter-climbs": {"b.opf": book.format("../../../etc/passwd", spine), "a.xhtml": xhtml},
        "chapter-remote": {"b.opf": book.format("http://a.example/x", spine), "a.xhtml": xhtml},
        "chapter-often": {"b.opf": book.format("a.xhtml", spine * 50_000), "a.xhtml": xhtml},
        "chapter-dangling": {"b.opf": book.format("a.xhtml", '<itemref idref="zz"/>'), "a.xhtml": xhtml},
        "entities": {"b.opf": '<!DOCTYPE a [<!ENTITY b "c">]>' + book.format("a.xhtml", spine), "a.xhtml": xhtml},
        "deep": {
            "b.opf": book.format("a.xhtml", spine),
            "a.xhtml": xhtml.replace("<body>", "<body>" + "<div>" * 20_000),
        },
        "protected": {"META-INF/encryption.xml": "<a/>", "b.opf": book.format("a.xhtml", spine), "a.xhtml": "\x01"},
        "nothing": {"b.opf": book.format("a.xhtml", ""), "a.xhtml": xhtml},
    }.items():
        first = {"mimetype": "application/epub+zip", "META-INF/container.xml": container.format("b.opf")}
        yield Case(f"{name}.epub", "book", zips(first | parts), holds="")
