"""Small Excel workbooks, made from what stands in their parts."""

from __future__ import annotations

import io
import zipfile
from html import escape
from typing import NamedTuple

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_KEYS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_FILES = "http://schemas.openxmlformats.org/package/2006/relationships"


class Sheet(NamedTuple):
    """A sheet: the XML of its rows (see `rows`), of what stands before and behind them, and of related parts."""

    rows: str
    name: str = "Plan"
    state: str = "visible"
    before: str = ""
    behind: str = ""
    related: tuple[tuple[str, str], ...] = ()


def text(place: str, value: str) -> str:
    """A cell that holds a text."""
    return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{escape(value)}</t></is></c>'


def number(place: str, value: str, style: int = 0) -> str:
    """A cell that holds a number, shown in one of the formats."""
    return f'<c r="{place}" s="{style}"><v>{value}</v></c>'


def rows(*cells: list[str]) -> str:
    """Rows of texts from the cell A1 on; "" leaves a cell out."""
    found = ""
    for row, values in enumerate(cells, 1):
        written = (text(f"{chr(65 + column)}{row}", value) for column, value in enumerate(values) if value)
        found += f'<row r="{row}">{"".join(written)}</row>'
    return found


def workbook(*sheets: Sheet, formats: tuple[str, ...] = (), shared: str = "", properties: str = "") -> bytes:
    """A workbook of these sheets. Cells of style n + 1 are shown in the n-th of the formats."""
    parts = {
        "_rels/.rels": _relationships([("officeDocument", "xl/workbook.xml")]),
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_KEYS}">{properties}<sheets>'
        + "".join(f'<sheet name="{sheet.name}" state="{sheet.state}" r:id="k{n}"/>' for n, sheet in enumerate(sheets))
        + "</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": _relationships(
            [
                *(("worksheet", f"worksheets/sheet{n}.xml") for n, _ in enumerate(sheets)),
                ("styles", "styles.xml"),
                ("sharedStrings", "sharedStrings.xml"),
            ]
        ),
        "xl/styles.xml": f'<styleSheet xmlns="{_MAIN}"><numFmts>'
        + "".join(f'<numFmt numFmtId="{200 + n}" formatCode="{escape(code)}"/>' for n, code in enumerate(formats))
        + '</numFmts><cellXfs><xf numFmtId="0"/>'
        + "".join(f'<xf numFmtId="{200 + n}"/>' for n, _ in enumerate(formats))
        + "</cellXfs></styleSheet>",
        "xl/sharedStrings.xml": f'<sst xmlns="{_MAIN}">{shared}</sst>',
    }
    for n, sheet in enumerate(sheets):
        parts[f"xl/worksheets/sheet{n}.xml"] = (
            f'<worksheet xmlns="{_MAIN}">{sheet.before}<sheetData>{sheet.rows}</sheetData>{sheet.behind}</worksheet>'
        )
        parts[f"xl/worksheets/_rels/sheet{n}.xml.rels"] = _relationships(
            [(kind, f"../{kind}{n}.xml") for kind, _ in sheet.related]
        )
        parts |= {f"xl/{kind}{n}.xml": xml for kind, xml in sheet.related}
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, xml in parts.items():
            package.writestr(name, xml)
    return buffer.getvalue()


def _relationships(targets: list[tuple[str, str]]) -> str:
    inner = "".join(
        f'<Relationship Id="k{n}" Type="{_KEYS}/{kind}" Target="{target}"/>' for n, (kind, target) in enumerate(targets)
    )
    return f'<Relationships xmlns="{_FILES}">{inner}</Relationships>'
