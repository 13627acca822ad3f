"""Word documents made to harm."""

from __future__ import annotations

from collections.abc import Iterator

from tests.hostile.case import MARK, Case
from tests.hostile.zips import unzipped, zips
from tests.plugins import docx_files as word
from tests.plugins.docx_files import abstract, lvl, num, numpr, p, r, restart, sdt, style, table

_GOOD = p("1. The border is open.") + p(f"2. The {MARK} is on guard.")
_MAIN = "word/document.xml"


def words() -> Iterator[Case]:
    yield from _packages()
    yield from _bodies()
    yield from _numbering()
    yield from _empty()


def _docx(*body: str, **parts: str) -> bytes:
    return zips(unzipped(word.docx(*body, **parts)))


def _packages() -> Iterator[Case]:
    parts = unzipped(word.docx(_GOOD))
    good, main = zips(parts), parts[_MAIN]
    for share in (1, 5, 10, 20, 40, 60, 80, 90, 95, 99):
        yield Case(f"cut-{share}.docx", "cut off", good[: len(good) * share // 100], "refused")
    yield Case("bytes-before.docx", "bytes before the zip", b"MZ" * 50 + good)
    yield Case("bytes-behind.docx", "bytes behind the zip", good + b"\0" * 500)
    middle = good.index(b"word/document.xml") + 40
    yield Case(
        "flipped.docx", "damaged part", good[:middle] + bytes([good[middle] ^ 0xFF]) + good[middle + 1 :], "refused"
    )
    yield Case("part-twice.docx", "part twice", zips([*parts.items(), (_MAIN, main)]), "refused")
    yield Case("part-twice-cased.docx", "part twice", zips(parts | {"WORD/document.xml": main}), "refused")
    yield Case(
        "entries.docx",
        "60,000 zip entries",
        zips(list(parts.items()) + [(f"x/{n}", b"") for n in range(60_000)]),
        "refused",
    )
    yield Case("image-bomb.docx", "zip bomb", zips(parts | {"word/media/a.png": bytes(60_000_000)}), "refused")
    yield Case(
        "body-bomb.docx",
        "zip bomb",
        zips(parts | {_MAIN: main.replace(b"</w:body>", b" " * 60_000_000 + b"</w:body>")}),
        "refused",
    )
    many = {f"word/media/{n}.png": bytes(990_000) for n in range(250)}
    yield Case("images-bomb.docx", "zip bomb", zips(parts | many), "refused")
    lying = good.replace(len(main).to_bytes(4, "little"), (50).to_bytes(4, "little"))
    yield Case("size-lies.docx", "part larger than it says", lying, "refused")
    yield Case("climbs.docx", "names that climb", zips(parts | {"../../etc/x": b"x", "/abs": b"x", "a\\b": b"x"}))
    yield Case("lzma.docx", "unusual packing", zips(parts, 14), "refused")
    encrypted = bytearray(good)
    for at in (good.find(b"PK\1\2") + 8, 6):
        encrypted[at] |= 1
    yield Case("encrypted.docx", "encrypted parts", bytes(encrypted), "refused")
    yield Case("quine.docx", "zip in a zip", zips({"a.docx": good}), "refused")
    yield Case(
        "no-main.docx", "missing part", zips({key: part for key, part in parts.items() if key != _MAIN}), "refused"
    )
    only = {_MAIN: main}
    yield Case("only-main.docx", "missing parts", zips(only), "read")
    rels = b'<Relationships><Relationship Id="a" Type="x/officeDocument" Target="%b"/></Relationships>'
    for name, target in {
        "nowhere": b"nowhere.xml",
        "climbing": b"../../../etc/passwd",
        "itself": b"_rels/.rels",
    }.items():
        yield Case(f"main-{name}.docx", "dangling relationship", zips(parts | {"_rels/.rels": rels % target}))
    for name, address in {"web": "http://a.example/x", "file": "file:///etc/passwd", "missing": "missing.xml"}.items():
        related = rels.replace(b"officeDocument", b"footnotes") % address.encode()
        changed = parts | {"word/_rels/document.xml.rels": related}
        yield Case(f"notes-{name}.docx", "dangling relationship", zips(changed), "read")


def _bodies() -> Iterator[Case]:
    parts = unzipped(word.docx(_GOOD))
    main = parts[_MAIN].decode()
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    for name, text in {
        "laughs": f'<!DOCTYPE a [<!ENTITY l0 "ha">{laughs}]>{main.replace("border", "&l9;")}',
        "file": f'<!DOCTYPE a [<!ENTITY f SYSTEM "file:///etc/passwd">]>{main.replace("border", "&f;")}',
        "undefined": main.replace("border", "&nosuch;"),
        "unclosed": main.replace("</w:body>", ""),
        "prefix": main.replace("<w:body>", "<w:body><q:x/>"),
        "control": main.replace("border", "\x01"),
        "blank": "",
        "no-xml": "1. The border is open.",
    }.items():
        yield Case(f"xml-{name}.docx", "XML", zips(parts | {_MAIN: text}), "refused")
    yield Case("xml-other.docx", "XML", zips(parts | {_MAIN: "<a><b>1. c</b></a>"}), "refused")
    yield Case("xml-utf-16.docx", "XML", zips(parts | {_MAIN: main.encode("utf-16")}))
    for name, (begin, end) in {
        "tables": ("<w:tbl><w:tr><w:tc>" * 5_000, "</w:tc></w:tr></w:tbl>" * 5_000),
        "controls": ("<w:sdt><w:sdtContent>" * 60, "</w:sdtContent></w:sdt>" * 60),
        "controls-500": ("<w:sdt><w:sdtContent>" * 500, "</w:sdtContent></w:sdt>" * 500),
        "changes": ("<w:ins>" * 100, "</w:ins>" * 100),
        "unknown": ("<w:nosuch>" * 100, "</w:nosuch>" * 100),
        "choices": ("<mc:AlternateContent><mc:Choice>" * 50, "</mc:Choice></mc:AlternateContent>" * 50),
    }.items():
        yield Case(f"deep-{name}.docx", "deep nesting", _docx(begin + _GOOD + end))
    boxes = "<w:r><w:pict><v:shape><v:textbox><w:txbxContent><w:p>" * 20
    ends = "</w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>" * 20
    for name, inside in {
        "boxes": p(boxes + r("a") + ends),
        "fields-open": p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' * 500 + r("1")),
        "fields-closed": p('<w:r><w:fldChar w:fldCharType="end"/></w:r>' * 500),
        "spans": '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="999999999"/><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr>'
        "</w:tbl>",
        "moves": p('<w:moveFromRangeStart w:id="1"/><w:moveToRangeEnd w:id="7"/>') + p("<w:moveFrom/>"),
        "notes-dangling": p('<w:r><w:footnoteReference w:id="99"/></w:r><w:r><w:commentReference w:id="x"/></w:r>'),
        "link-dangling": p('<w:hyperlink r:id="rId99">' + r("a link") + "</w:hyperlink>"),
        "symbols": p('<w:r><w:sym w:font="x" w:char="ZZZZ"/><w:sym w:char="110000"/><w:sym/></w:r>'),
        "paragraphs": "".join(p(f"Paragraph {n * 7919} binds.") for n in range(20_000)),
        "runs": p(*[r("a ")] * 20_000),
        "text-long": p(" ".join(f"word {n * 7919}" for n in range(100_000))),
        "rows": table(*[("a", "b")] * 3_000),
        "tabs": p("<w:r><w:tab/><w:br/><w:cr/><w:noBreakHyphen/></w:r>" * 5_000),
        "properties": p(style="nosuch", props='<w:outlineLvl w:val="-7"/><w:ind w:left="9e99"/>'),
    }.items():
        yield Case(f"{name}.docx", "odd body", _docx(inside + _GOOD), "read")


def _numbering() -> Iterator[Case]:
    one = lvl(0, "%1.")
    loop = style("A", based_on="B") + style("B", numpr(1), based_on="A")
    linked = abstract(1, '<w:numStyleLink w:val="A"/>') + num(1, 1)
    chain = "".join(style(f"S{n}", based_on=f"S{n + 1}") for n in range(3_000)) + style("S3000", numpr(1))
    for name, (numbering, styles, par) in {
        "start-huge": (abstract(1, lvl(0, "%1.", "upperRoman", start=2_000_000_000)) + num(1, 1), "", p("a", num=1)),
        "start-negative": (abstract(1, lvl(0, "%1.", "lowerLetter", start=-5)) + num(1, 1), "", p("a", num=1)),
        "restart-huge": (abstract(1, one) + num(1, 1, restart(0, 10**30)), "", p("a", num=1, level=10**20)),
        "template-long": (abstract(1, lvl(0, "%1%9%0%" * 50_000)) + num(1, 1), "", p("a", num=1)),
        "format-unknown": (abstract(1, lvl(0, "%1.", "nosuch")) + num(1, 1), "", p("a", num=1)),
        "no-list": (num(1, 7), "", p("a", num=1)),
        "no-number": ("<w:num/><w:abstractNum/><w:lvl/>", "", p("a", num=99)),
        "not-a-number": (abstract(1, one).replace('"1"', '"x"') + num(1, 1), "", p("a", num=1)),
        "same-number": ((abstract(1, one) + num(1, 1)) * 3, "", p("a", num=1)),
        "styles-cyclic": (abstract(1, one) + num(1, 1), loop, p("a", style="A")),
        "styles-chain": (abstract(1, one) + num(1, 1), chain, p("a", style="S0")),
        "lists-cyclic": (linked, style("A", numpr(1), kind="numbering"), p("a", num=1)),
        "lists-many": ("".join(abstract(n, one) + num(n, n) for n in range(1, 3_000)), "", p("a", num=2_999)),
        "items-many": (
            abstract(1, one) + num(1, 1),
            "",
            "".join(p(f"Item {n * 7919}.", num=1, level=0) for n in range(10_000)),
        ),
        "roman-many": (abstract(1, lvl(0, "%1.", "upperRoman", start=3_990)) + num(1, 1), "", p("a", num=1) * 50),
    }.items():
        yield Case(
            f"numbering-{name}.docx", "bad numbering", _docx(par + _GOOD, numbering=numbering, styles=styles), "read"
        )
    yield Case("numbering-broken.docx", "bad numbering", _docx(_GOOD, numbering="<w:abstractNum>"))


def _empty() -> Iterator[Case]:
    for name, body in {
        "nothing": "",
        "blank-paragraphs": p() * 500,
        "hidden": p(r("1. hidden", "<w:vanish/>")),
        "controls": sdt("") * 50,
        "deleted": word.deleted("1. Gone."),
    }.items():
        yield Case(f"empty-{name}.docx", "nothing in it", _docx(body), "refused")
