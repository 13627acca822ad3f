"""Small PDF files, written by hand so that a test shows all that is in them."""

from __future__ import annotations

from collections.abc import Sequence

WIDTH, HEIGHT = 400, 600


def shown(x: float, y: float, text: str, size: float = 10) -> str:
    """The operations that print a text, its baseline beginning at x, y (from the left and from below)."""
    escaped = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT /F1 {size} Tf 1 0 0 1 {x} {y} Tm ({escaped}) Tj ET"


def rows(x: float, y: float, *texts: str, size: float = 10, step: float = 12) -> str:
    """Texts printed below each other; "" leaves a blank row."""
    return "\n".join(shown(x, y - step * index, text, size) for index, text in enumerate(texts) if text)


def pdf(
    *pages: str,
    page: str = "",
    catalog: str = "",
    resources: str = "",
    objects: Sequence[str] = (),
    font: str = "/Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding",
) -> bytes:
    """A file of these pages, each given by its operations.

    `page`, `catalog` and `resources` are added to the dictionaries of that name; `objects` are numbered from 10
    on, so that they can be named there ("10 0 R").
    """
    kids = " ".join(f"{100 + 2 * index} 0 R" for index in range(len(pages)))
    bodies = {
        1: f"<< /Type /Catalog /Pages 2 0 R {catalog} >>",
        2: f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        3: f"<< /Type /Font {font} >>",
        **{10 + index: body for index, body in enumerate(objects)},
    }
    for index, content in enumerate(pages):
        bodies[100 + 2 * index] = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Contents {101 + 2 * index} 0 R "
            f"/Resources << /Font << /F1 3 0 R >> {resources} >> {page} >>"
        )
        bodies[101 + 2 * index] = stream(content)
    data, places = b"%PDF-1.7\n", {}
    for number, body in bodies.items():
        places[number] = len(data)
        data += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    table = "".join(f"{number} 1\n{place:010} 00000 n \n" for number, place in places.items())
    end = f"xref\n0 1\n0000000000 65535 f \n{table}trailer\n<< /Root 1 0 R /Size {max(bodies) + 1} >>\n"
    return data + f"{end}startxref\n{len(data)}\n%%EOF\n".encode("latin-1")


def stream(content: str, entries: str = "") -> str:
    """A stream object, such as a form."""
    return f"<< /Length {len(content.encode('latin-1'))} {entries} >>\nstream\n{content}\nendstream"
