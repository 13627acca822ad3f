"""A comparison as annotations of GitHub Actions, beside the lines of a pull request."""

from __future__ import annotations

from plandiff.model import Comparison
from plandiff.render.digest import digest
from plandiff.render.escape_ci import escape_ci
from plandiff.render.findings import findings
from plandiff.render.told import told


def github(comparison: Comparison) -> str:
    """One workflow command for each change and finding, then notices: what the texts are, warnings, the foot."""
    content = digest(comparison)
    notices = [f"{each.side}: {each.notice}" for each in content.versions if each.notice]
    said = [*notices, *comparison.warnings, "\n".join(content.foot)]
    return findings(told(comparison), "github") + "".join(
        f"::notice title=plandiff::{escape_ci(each)}\n" for each in said
    )
