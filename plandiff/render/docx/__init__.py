"""The report as a Word document: the old text with the changes to the new one tracked."""

from __future__ import annotations

from plandiff.render.docx.docx import docx

__all__ = ["docx"]
