"""Make the committed files anew: `PYTHONPATH=. python tests/formats/make.py`, with LibreOffice and pandoc installed.

Only those that such a program makes are committed; the others are written when the tests run.
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from benchmarks.agreement.convert import convert, exported, missing
from benchmarks.agreement.draft import Draft, draft, fixture
from plandiff.registry import Plugins

FILES = Path(__file__).parent / "files"
FIXTURES = Path(__file__).parent.parent.parent / "fixtures" / "ukraine"

COMMITTED = (
    *("pandoc.docx", "pandoc.odt", "pandoc.rtf", "office.docx", "office.odt", "office.pdf"),
    *("pandoc.epub", "chain.docx", "page.docx", "typed.docx", "typed.pdf", "table.xlsx"),
)
"""One of each kind: numbered by each program, converted three times, from a page or a table, and with numbers
typed."""

EXPORTED = "pandoc.odt"
"""The file that LibreOffice prints otherwise than it was drafted; what it prints is committed beside it."""


def printed(path: Path) -> Path:
    """Where the text is that LibreOffice writes of a file."""
    return path.with_name(f"{path.name}.txt")


def drafts(plugins: Plugins) -> list[Draft]:
    """The agreements of the tests: two fixtures and one of 200 points."""
    return [fixture(FIXTURES / name, plugins) for name in ("us-28.txt", "kyiv-20.txt")] + [draft(200)]


def main() -> None:
    """Make the files and put them beside this one."""
    if missing():
        raise SystemExit(f"not installed: {', '.join(missing())}")
    with tempfile.TemporaryDirectory() as scratch:
        all_drafts = drafts(Plugins.load())
        convert(all_drafts, Path(scratch))
        for one in all_drafts:
            (FILES / one.name).mkdir(parents=True, exist_ok=True)
            for name in COMMITTED:
                shutil.copy(Path(scratch) / one.name / name, FILES / one.name / name)
            made = FILES / one.name / EXPORTED
            printed(made).write_text("\n".join(exported(made)), encoding="utf-8")


if __name__ == "__main__":
    main()
