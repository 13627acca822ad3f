"""Fuzz the CSV reader."""

from __future__ import annotations

from fuzz.target import target, text_source
from plandiff_readers.csv_points import plandiff_read

if __name__ == "__main__":
    target(
        plandiff_read,
        text_source(".csv"),
        [
            b'label;text\n1;Sovereignty\n2;"Land; sea\nand air"\n',
            b"sep=,\nid,label,level,text\na,1,1,x\nb,(a),2,y\n",
            b"1\tx\n2\ty\n",
        ],
    )
