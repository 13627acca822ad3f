"""What the rules of `plandiff check` mean, and what to do about a finding."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

import tomli


class Rule(NamedTuple):
    """A rule in words: what it finds, why that matters, what to do.

    A rule of the policy no mark can silence. A fault is found in what a change did, and no note excuses it.
    """

    code: str
    what: str
    why: str
    remedy: str
    policy: bool = False
    fault: bool = False


@lru_cache(maxsize=1)
def catalogue() -> dict[str, Rule]:
    """Every rule by its code, in the order of the codes."""
    folder = files("plandiff.check")
    text = "".join(folder.joinpath(name).read_text(encoding="utf-8") for name in ("rules.toml", "meaning.toml"))
    return {code: Rule(code, **said) for code, said in sorted(tomli.loads(text).items())}
