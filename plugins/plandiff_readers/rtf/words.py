"""The control words of RTF that matter to a text (RTF 1.9.1, appendix B)."""

from __future__ import annotations

from plandiff_readers.remarks import COMMENT

CHARACTERS = {
    "tab": "\t",
    "line": "\n",
    "lbr": "\n",
    "page": "\n",
    "column": "\n",
    "emdash": "—",
    "endash": "–",
    "emspace": "\u2003",
    "enspace": "\u2002",
    "qmspace": "\u2005",
    "bullet": "•",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "zwbo": "\u200b",
    "zwnbo": "\u2060",
    "zwj": "\u200d",
    "zwnj": "\u200c",
    "ltrmark": "\u200e",
    "rtlmark": "\u200f",
}

SYMBOLS = {"~": "\u00a0", "-": "\u00ad", "_": "\u2011", "\t": "\t", "{": "{", "}": "}", "\\": "\\"}

DISCARD = "discard"
LABEL = "label"
AUTHORS = "authors"
COMMENT_BY = "author of the next comment"

DESTINATIONS = {
    "listtext": LABEL,
    "pntext": LABEL,
    "revtbl": AUTHORS,
    "atnauthor": COMMENT_BY,
    "info": DISCARD,
    "title": "properties of the file",
    "subject": "properties of the file",
    "keywords": "properties of the file",
    "doccomm": "properties of the file",
    "header": "header",
    "headerl": "header",
    "headerr": "header",
    "headerf": "header",
    "footer": "footer",
    "footerl": "footer",
    "footerr": "footer",
    "footerf": "footer",
    "footnote": "footnote",
    "annotation": COMMENT,
    "xe": "index entry",
    "tc": "contents entry",
    "mmath": "formula",
}
"""Groups whose text does not run on: why it is set aside, or what becomes of it."""

SKIPPED = frozenset(
    "aftnsep aftnsepc aftncn bkmkend bkmkstart colortbl datafield do falt ffdeftext ffname fldinst ftncn ftnsep "
    "ftnsepc generator listoverridetable listtable mmathPict nonesttables objclass objdata objname panose pict "
    "pn pnseclvl pntxta pntxtb private rsidtbl rxe shprslt sn sp sv template themedata txe".split()
)
"""Groups without text of the document."""

ENTERED = frozenset("shpinst shpgrp do ud oMath oMathPara moMath moMathPara".split())
"""Groups that a reader may skip if it does not know them, and that hold text."""

TEXT_BOXES = frozenset({"shptxt", "dptxbxtext"})

CODE_PAGES = {"ansi": "cp1252", "mac": "mac_roman", "pc": "cp437", "pca": "cp850"}
"""What the head of a document says of its encoding."""
