"""The file of weights: what the fit writes is what the aligner reads."""

from __future__ import annotations

from benchmarks.alignment.fit import text
from plandiff.engine.weights import FINAL, FIRST, JOIN


def test_the_weights_written_are_the_weights_read():
    written: dict[str, object] = {}
    exec(text(FIRST, FINAL, JOIN), written)
    assert (written["FIRST"], written["FINAL"], written["JOIN"]) == (FIRST, FINAL, JOIN)


def test_every_weight_is_named_by_its_evidence():
    lines = text(FIRST, FINAL, JOIN).splitlines()
    assert f"    {FIRST[1]},  # overlap" in lines
    assert f"    {FINAL[-1]},  # the greater lead" in lines
    assert f"    {JOIN[1]},  # covered" in lines
