"""What a CI job does with the drafts that a change touches: findings, a summary, reports, an exit code.

It is run at the top of a repository, by the Python that plandiff is installed for, and asks the environment:

    PLANDIFF_FILES    git pathspecs, one a line (default: documents by their suffixes)
    PLANDIFF_BASE     the revision to compare with (default: what GitLab says; without any, drafts are judged alone)
    PLANDIFF_REPORT   the folder to fill (default: plandiff-report)

The folder gets findings.sarif, codequality.json for GitLab, summary.md, and a page for every draft. Ends as
`plandiff check` does: 0 nothing at or above the level, 1 findings, 2 trouble.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

SUFFIXES = ("md", "markdown", "txt", "html", "htm", "docx", "odt", "rtf")
FILES = {"sarif": "findings.sarif", "gitlab": "codequality.json", "markdown": "summary.md"}
LONGEST = 900_000
"""Bytes of a summary: GitHub refuses one of a mebibyte."""


def main() -> int:
    """Judge the drafts and fill the folder; the exit code."""
    base, report = _base(), Path(os.environ.get("PLANDIFF_REPORT") or "plandiff-report")
    if base and _run("git", "rev-parse", "--verify", "--quiet", "--end-of-options", f"{base}^{{commit}}").returncode:
        print(f"{base} is not in this clone: fetch the whole history (fetch-depth: 0, GIT_DEPTH: 0)", file=sys.stderr)
        return 2
    report.mkdir(parents=True, exist_ok=True)
    drafts = _drafts(base)
    if not drafts:
        _summarise("No draft changed.\n", report)
        print("no draft changed")
        return 0
    asked = ["check", *(["--against", base] if base else [])]
    for form, name in FILES.items():
        checked = _plandiff(*asked, "--format", form, "--", *drafts)
        if checked.returncode > 1:
            print(checked.stderr, end="", file=sys.stderr)
            return checked.returncode
        (report / name).write_text(checked.stdout, encoding="utf-8")
    reports = [_reported(draft, base, report) for draft in drafts] if base else []
    _summarise("\n".join(["# Findings\n", (report / FILES["markdown"]).read_text(encoding="utf-8"), *reports]), report)
    shown = _plandiff(*asked, "--format", "github" if os.environ.get("GITHUB_ACTIONS") else "terminal", "--", *drafts)
    print(shown.stdout, end="")
    return shown.returncode


def _base() -> str:
    """The revision before the change; "" where there is none, for which a push of a new branch gives zeros."""
    named = (os.environ.get(name, "") for name in ("PLANDIFF_BASE", *_GITLAB))
    return next((revision for revision in named if revision.strip("0 ")), "")


_GITLAB = ("CI_MERGE_REQUEST_DIFF_BASE_SHA", "CI_COMMIT_BEFORE_SHA")


def _drafts(base: str) -> list[str]:
    """The drafts that differ from the revision, or all where there is none; those that are gone are not among them."""
    asked = os.environ.get("PLANDIFF_FILES", "").split("\n")
    paths = [path.strip() for path in asked if path.strip()] or [f":(icase)*.{suffix}" for suffix in SUFFIXES]
    changed = ("diff", "--name-only", "--diff-filter=d", "--relative", base) if base else ("ls-files",)
    found = _run("git", *changed, "-z", "--", *paths)
    if found.returncode:
        raise SystemExit(found.stderr)
    return [name for name in found.stdout.split("\0") if name]


def _reported(draft: str, base: str, report: Path) -> str:
    """Write the page about a draft; its open and critical matters, "" for a draft that is new."""
    page = report / f"{draft}.html"
    page.parent.mkdir(parents=True, exist_ok=True)
    against = ("compare", "--against", base)
    written = _plandiff(*against, "--format", "html", "--output", str(page), "--", draft)
    print(written.stderr, end="", file=sys.stderr)
    if not page.exists():
        return ""
    return _plandiff(*against, "--format", "markdown", "--view", "summary", "--", draft).stdout


def _summarise(text: str, report: Path) -> None:
    if len(text.encode()) > LONGEST:
        text = "The summary is too long to be shown: see the report among the artefacts.\n"
    (report / FILES["markdown"]).write_text(text, encoding="utf-8")
    if place := os.environ.get("GITHUB_STEP_SUMMARY"):
        with open(place, "a", encoding="utf-8") as summary:
            summary.write(text)


def _plandiff(*arguments: str) -> subprocess.CompletedProcess[str]:
    return _run(sys.executable, "-m", "plandiff", *arguments)


def _run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, capture_output=True, encoding="utf-8", errors="surrogateescape", stdin=subprocess.DEVNULL, check=False
    )


if __name__ == "__main__":
    sys.exit(main())
