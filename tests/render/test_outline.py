"""How one text was understood."""

from __future__ import annotations

from functools import partial

import pytest

from plandiff.render.outline import outline


@pytest.mark.parametrize("width", [40, 80])
def test_the_whole_outline(width, outlined, printed, golden):
    golden(f"outline-{width}.txt", printed(partial(outline, outlined), width))
