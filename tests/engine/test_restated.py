"""Restated: the same words, formed otherwise."""

from __future__ import annotations

import pytest

from plandiff.engine.restated import restated


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The mill is started again.", "The mill is restarted."),
        ("The mill is reopened in May.", "The mill is opened again in May."),
        ("THE MILL IS OPENED, ANEW", "the mill is reopened"),
        ("The “mill” stays.", 'The "mill" stays'),
    ],
)
def test_the_same_is_said(old: str, new: str) -> None:
    assert restated(old, new)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The mill is started.", "The mill is restarted."),
        ("The mill is started again.", "The mill is started."),
        ("The mill is stopped again.", "The mill is restarted."),
        ("The mill is started again.", "The works are restarted."),
        ("The mill is started again by Ruritania.", "The mill is restarted by Freedonia."),
        ("No mill is started again.", "A mill is restarted."),
        ("The fees are covered again.", "The fees are recovered again."),
    ],
)
def test_something_else_is_said(old: str, new: str) -> None:
    assert not restated(old, new)
