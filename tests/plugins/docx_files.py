"""Small Word documents made in memory: each function returns the XML of one thing, `docx` zips them up."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

from plandiff.model import Revisions, Source

SPACES = (
    " ".join(
        f'xmlns:{prefix}="http://schemas.{space}"'
        for prefix, space in {
            "w": "openxmlformats.org/wordprocessingml/2006/main",
            "r": "openxmlformats.org/officeDocument/2006/relationships",
            "m": "openxmlformats.org/officeDocument/2006/math",
            "mc": "openxmlformats.org/markup-compatibility/2006",
            "wps": "microsoft.com/office/word/2010/wordprocessingShape",
        }.items()
    )
    + ' xmlns:v="urn:schemas-microsoft-com:vml"'
)

_CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_KINDS = ("styles", "numbering", "footnotes", "endnotes", "comments", "header", "footer")
_ROOTS = {"numbering": "numbering", "styles": "styles", "header": "hdr", "footer": "ftr"}


def docx(*body: str, **parts: str) -> bytes:
    """A document of these paragraphs and tables; `parts` are named styles, numbering, footnotes, comments ..."""
    assert set(parts) <= set(_KINDS), parts
    files = {"word/document.xml": f"<w:document {SPACES}><w:body>{''.join(body)}</w:body></w:document>"}
    for kind, inside in parts.items():
        root = _ROOTS.get(kind, kind)
        files[f"word/{kind}.xml"] = f"<w:{root} {SPACES}>{inside}</w:{root}>"
    return package(files, related={f"rId{kind}": (kind, f"{kind}.xml") for kind in parts})


def package(files: dict[str, str], related: dict[str, tuple[str, str]]) -> bytes:
    """The zip file of these parts; `related` are the relationships of the document: id, kind and target."""
    overrides = "".join(f'<Override PartName="/{name}" ContentType="{_CONTENT}.{_type(name)}+xml"/>' for name in files)
    files = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f"{overrides}</Types>",
        "_rels/.rels": _relationships({"rId1": ("officeDocument", "word/document.xml")}),
        "word/_rels/document.xml.rels": _relationships(related),
        **files,
    }
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return data.getvalue()


def _type(name: str) -> str:
    kind = name.removeprefix("word/").removesuffix(".xml")
    return "document.main" if kind == "document" else kind


def _relationships(related: dict[str, tuple[str, str]]) -> str:
    inside = "".join(
        f'<Relationship Id="{key}" Type="{_RELATED}/{kind}" Target="{target}"'
        + (' TargetMode="External"/>' if "://" in target else "/>")
        for key, (kind, target) in related.items()
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{inside}</Relationships>'


def source(data: bytes, revisions: Revisions = "accept") -> Source:
    """The source that the gate makes of a document."""
    return Source(name="plan.docx", suffix=".docx", data=data, media="docx", revisions=revisions)


# ---------------------------------------------------------------- text


def p(*inside: str, num: int | None = None, level: int | None = None, style: str = "", props: str = "") -> str:
    """A paragraph. What is no XML in `inside` is text; `num` and `level` number it, `props` are more properties."""
    numbered = numpr(num, level) if num is not None or level is not None else ""
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    runs = "".join(piece if piece.startswith("<") else r(piece) for piece in inside)
    properties = f"{styled}{numbered}{props}"
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{runs}</w:p>"


def numpr(num: int | None, level: int | None = None) -> str:
    levels = "" if level is None else f'<w:ilvl w:val="{level}"/>'
    numbers = "" if num is None else f'<w:numId w:val="{num}"/>'
    return f"<w:numPr>{levels}{numbers}</w:numPr>"


def r(text: str, props: str = "") -> str:
    """A run of text, with properties such as `<w:vanish/>`."""
    properties = f"<w:rPr>{props}</w:rPr>" if props else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def table(*rows: Iterable[str]) -> str:
    """A table; a cell is a text or the XML of its paragraphs."""
    return f"<w:tbl>{''.join(row(*cells) for cells in rows)}</w:tbl>"


def row(*cells: str, props: str = "") -> str:
    made = (f"<w:tc>{cell if cell.startswith('<') else p(cell)}</w:tc>" for cell in cells)
    return f"<w:tr>{f'<w:trPr>{props}</w:trPr>' if props else ''}{''.join(made)}</w:tr>"


def sdt(*inside: str) -> str:
    """A content control around paragraphs, runs or rows."""
    return f"<w:sdt><w:sdtPr/><w:sdtContent>{''.join(inside)}</w:sdtContent></w:sdt>"


def field(code: str, result: str | None = None) -> str:
    """A field: its code, and what it shows where that is stored."""
    shown = "" if result is None else f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{r(result)}'
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {escape(code)} </w:instrText></w:r>'
        f'{shown}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


# ---------------------------------------------------------------- tracked changes


def tracked(kind: str, *inside: str, author: str = "Delegate B") -> str:
    """A tracked change: kind "ins", "del", "moveFrom" or "moveTo", around runs or inside properties."""
    runs = "".join(piece if piece.startswith("<") else r(piece) for piece in inside)
    if kind in ("del", "moveFrom"):
        runs = runs.replace("<w:t ", "<w:delText ").replace("</w:t>", "</w:delText>")
    return f'<w:{kind} w:id="1" w:author={quoteattr(author)} w:date="2025-11-23T10:00:00Z">{runs}</w:{kind}>'


def mark(kind: str) -> str:
    """The properties of a paragraph whose mark was inserted or deleted."""
    return f"<w:rPr>{tracked(kind)}</w:rPr>"


def deleted(text: str, *, num: int | None = None, level: int | None = None) -> str:
    """A whole paragraph deleted with its mark."""
    return p(tracked("del", text), num=num, level=level, props=mark("del"))


def inserted(text: str, *, num: int | None = None, level: int | None = None) -> str:
    """A whole paragraph inserted with its mark."""
    return p(tracked("ins", text), num=num, level=level, props=mark("ins"))


def before(kind: str, inside: str) -> str:
    """The tracked change of properties: what they were; kind "p" or "r"."""
    return f'<w:{kind}PrChange w:id="2" w:author="Delegate B"><w:{kind}Pr>{inside}</w:{kind}Pr></w:{kind}PrChange>'


# ---------------------------------------------------------------- numbering and styles


def lvl(level: int, text: str, fmt: str = "decimal", start: int | None = 1, more: str = "") -> str:
    """A level of a list: its template, such as "%1.", and the format of its number."""
    begins = "" if start is None else f'<w:start w:val="{start}"/>'
    return (
        f'<w:lvl w:ilvl="{level}">{begins}<w:numFmt w:val="{fmt}"/>{more}<w:lvlText w:val={quoteattr(text)}/></w:lvl>'
    )


def abstract(number: int, *levels: str) -> str:
    """The definition of a list."""
    return f'<w:abstractNum w:abstractNumId="{number}">{"".join(levels)}</w:abstractNum>'


def num(number: int, of: int, *overrides: str) -> str:
    """One use of a list, by the number that paragraphs name."""
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{of}"/>{"".join(overrides)}</w:num>'


def restart(level: int, at: int) -> str:
    """An override that begins a level again."""
    return f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{at}"/></w:lvlOverride>'


def style(
    key: str, props: str = "", *, based_on: str = "", name: str = "", run: str = "", kind: str = "paragraph"
) -> str:
    """A style with properties of its paragraphs and runs."""
    based = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    paragraph = f"<w:pPr>{props}</w:pPr>" if props else ""
    text = f"<w:rPr>{run}</w:rPr>" if run else ""
    called = quoteattr(name or key)
    return f'<w:style w:type="{kind}" w:styleId="{key}"><w:name w:val={called}/>{based}{paragraph}{text}</w:style>'


# ---------------------------------------------------------------- a whole document


def sample() -> tuple[bytes, list[str | None]]:
    """A document that numbers 22 of its 25 paragraphs in the ways that agreements are numbered, and what Word
    prints before each paragraph: breaks, restarts, shared lists, styles, sub-levels, legal numbers, a table."""
    legal = "<w:isLgl/>"
    numbering = (
        abstract(1, lvl(0, "%1."), lvl(1, "(%2)", "lowerLetter"), lvl(2, "(%3)", "lowerRoman"))
        + abstract(2, lvl(0, "Article %1", more=linked("Article")), lvl(1, "%1.%2", more=linked("Clause")))
        + abstract(3, lvl(0, "%1.", "upperRoman"), lvl(1, "%1.%2", more=legal))
        + abstract(4, lvl(0, "\uf0b7", "bullet"))
        + num(1, 1)
        + num(2, 1, restart(0, 1))
        + num(3, 1)
        + num(4, 2)
        + num(5, 3)
        + num(6, 4)
    )
    styles = style("Article", numpr(4)) + style("Clause", numpr(4, 1)) + style("Annex", based_on="Article")
    paragraphs = [
        ("1.", p("Sovereignty.", num=1, level=0)),
        ("(a)", p("Land.", num=1, level=1)),
        ("(b)", p("Sea:", num=1, level=1)),
        ("(i)", p("inner waters;", num=1, level=2)),
        ("(ii)", p("outer waters.", num=1, level=2)),
        ("2.", p("Ceasefire.", num=1, level=0)),
        (None, p("The list goes on after this.")),
        ("3.", p("Withdrawal.", num=1, level=0)),
        ("(a)", p("In 30 days.", num=1, level=1)),
        ("1.", p("A list begun again.", num=2, level=0)),
        ("2.", p("Its second point.", num=2, level=0)),
        ("3.", p("Another use of the same list.", num=3, level=0)),
        ("Article 1", p("Scope", style="Article")),
        ("1.1", p("First clause.", style="Clause")),
        ("1.2", p("Second clause.", style="Clause")),
        ("Article 2", p("Annexed", style="Annex")),
        ("2.1", p("Third clause.", style="Clause")),
        ("I.", p("Roman.", num=5, level=0)),
        ("1.1", p("Legal below roman.", num=5, level=1)),
        ("1.2", p("And once more.", num=5, level=1)),
        ("II.", p("Roman two.", num=5, level=0)),
        ("2.1", p("Legal below that.", num=5, level=1)),
        (None, p("A bullet.", num=6, level=0)),
        (None, p("Plain.")),
        ("4.", table([p("In a table.", num=1, level=0)])),
    ]
    return docx(*(text for _, text in paragraphs), styles=styles, numbering=numbering), [
        label for label, _ in paragraphs
    ]


def linked(key: str) -> str:
    """In a level: the paragraph style that stands for it."""
    return f'<w:pStyle w:val="{key}"/>'
