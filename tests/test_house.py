"""The design held by tests: who may import whom, what a start may load, whether the papers are true."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from importlib.metadata import entry_points
from pathlib import Path
from typing import NamedTuple

import pytest
from typer.testing import CliRunner

import plandiff
from plandiff import hookspecs
from plandiff.cli.app import app
from plandiff.errors import ExitCode

ROOT = Path(__file__).parent.parent
CORE = sorted((ROOT / "plandiff").rglob("*.py"))
PLUGINS = sorted((ROOT / "plugins").rglob("*.py"))
PLUGIN_PACKAGES = {path.name for path in (ROOT / "plugins").iterdir() if path.is_dir()}
README = (ROOT / "README.md").read_text(encoding="utf-8")


# ---------------------------------------------------------------- floors: imports go down only

FLOORS = {
    "plandiff.__main__": 7,
    "plandiff.cli": 6,
    "plandiff.testing": 6,
    "plandiff.check": 5,
    "plandiff.log": 5,
    "plandiff.positions": 5,
    "plandiff.history": 5,
    "plandiff.verify": 5,
    "plandiff.compare": 4,
    "plandiff.review": 3,
    "plandiff.reread": 3,
    "plandiff.balance": 4,
    "plandiff.pack": 4,
    "plandiff.redlines": 4,
    "plandiff.registry": 3,
    "plandiff.config": 3,
    "plandiff.hookspecs": 2,
    "plandiff.engine": 2,
    "plandiff.render": 2,
    "plandiff.schema": 2,
    "plandiff.apply": 2,
    "plandiff.data": 2,
    "plandiff.entrypoints": 1,
    "plandiff.isolation": 2,
    "plandiff.sources": 2,
    "plandiff.limits": 1,
    "plandiff.toml_line": 1,
    "plandiff.model": 1,
    "plandiff.git": 1,
    "plandiff.became": 0,
    "plandiff.errors": 0,
    "plandiff": 0,
}
"""The face, `plandiff` itself, is the ground, from which others take only `__version__`; and errors are for all."""

NEIGHBOURS = {("plandiff.sources", "plandiff.data")}
"""A source reads its sidecar, which is a data file: the one step sideways."""

OPEN_TO_PLUGINS = {
    "plandiff.hookspecs",
    "plandiff.model",
    "plandiff.became",
    "plandiff.errors",
    "plandiff.data",
    "plandiff.isolation",
    "plandiff.limits",
    "plandiff.engine.cited",
    "plandiff.engine.labels",
}

NEVER_IN_ENGINE = {
    "rich",
    "typer",
    "pluggy",
    "pathlib",
    "os",
    "io",
    "shutil",
    "tempfile",
    "subprocess",
    "importlib",
}

NEVER = {"socket", "ssl", "urllib", "http", "ftplib", "smtplib", "requests", "httpx", "numpy", "scipy"}
"""No network, and nothing that costs a start half a second."""


class Import(NamedTuple):
    """`importer` imports `imported`, at `place` (file:line)."""

    importer: str
    imported: str
    place: str


def module(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    parts = parts[1:] if parts[0] == "plugins" else parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {module(path) for path in CORE + PLUGINS}


def imports(path: Path) -> Iterator[Import]:
    """Every import of a file, also those inside functions and those for type checking only."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: imports are absolute"
            for alias in node.names:
                inner = f"{node.module}.{alias.name}"
                from_face = node.module == "plandiff" and alias.name != "__version__"
                names.append(inner if inner in MODULES or from_face else str(node.module))
        for name in names:
            yield Import(module(path), name, f"{path.relative_to(ROOT)}:{node.lineno}")


def room(name: str) -> str:
    """The module or folder of the floors table that a module belongs to."""
    first_two = ".".join(name.split(".")[:2])
    return first_two if name.startswith("plandiff.") else name.split(".")[0]


CORE_IMPORTS = [found for path in CORE for found in imports(path)]
PLUGIN_IMPORTS = [found for path in PLUGINS for found in imports(path)]
INSIDE = [
    found for found in CORE_IMPORTS if found.imported.split(".")[0] == "plandiff" and found.importer != "plandiff"
]


def test_every_module_has_a_floor():
    assert {room(module(path)) for path in CORE} - set(FLOORS) == set()


def test_imports_go_down_only():
    def allowed(found: Import) -> bool:
        importer, imported = room(found.importer), room(found.imported)
        if importer == imported or (importer, imported) in NEIGHBOURS:
            return True
        return imported in FLOORS and FLOORS[imported] < FLOORS[importer]

    assert [found for found in INSIDE if not allowed(found)] == []


def test_the_engine_is_pure():
    def impure(found: Import) -> bool:
        return room(found.importer) == "plandiff.engine" and found.imported.split(".")[0] in NEVER_IN_ENGINE

    assert [found for found in CORE_IMPORTS if impure(found)] == []


def test_the_engine_opens_no_file():
    opened = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in CORE
        if path.parent.name == "engine"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"open", "print"}
    ]
    assert opened == []


def test_nothing_reaches_for_the_network_or_for_numpy():
    reached = [found for found in CORE_IMPORTS + PLUGIN_IMPORTS if found.imported.split(".")[0] in NEVER]
    assert reached == []


def test_plugins_stand_on_the_public_floor():
    def allowed(found: Import) -> bool:
        if found.imported.split(".")[0] == "plandiff":
            return found.imported in OPEN_TO_PLUGINS
        return found.imported.split(".")[0] not in PLUGIN_PACKAGES or room(found.imported) == room(found.importer)

    assert [found for found in PLUGIN_IMPORTS if not allowed(found)] == []


def test_the_core_names_no_plugin():
    # The hook plandiff_issues shares its name with a package, so a name counts only with what follows it.
    naming = re.compile(rf"\b({'|'.join(sorted(PLUGIN_PACKAGES))})[./]")
    named = [str(path.relative_to(ROOT)) for path in CORE if naming.search(path.read_text(encoding="utf-8"))]

    assert named == []
    assert [found for found in CORE_IMPORTS if found.imported.split(".")[0] in PLUGIN_PACKAGES] == []


# ---------------------------------------------------------------- plugins are declared and installed


def is_plugin(path: Path) -> bool:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    return any("hookimpl" in ast.unparse(mark) for function in functions for mark in function.decorator_list)


def declared() -> dict[str, str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return dict(project["entry-points"]["plandiff"])


def test_every_plugin_file_is_declared():
    assert {module(path) for path in PLUGINS if is_plugin(path)} == set(declared().values())


def test_every_declared_plugin_is_installed():
    installed = {
        entry.name: entry.value
        for entry in entry_points(group="plandiff")
        if entry.dist is not None and entry.dist.name == "plandiff"
    }
    assert installed == declared(), "install again: pip install -e ."


# ---------------------------------------------------------------- what a start may load


def loaded(*arguments: str) -> set[str]:
    """The modules a run of the program adds to those of a bare interpreter."""
    program = (
        "import sys; bare = set(sys.modules); sys.argv = ['plandiff', *sys.argv[1:]]\n"
        "from plandiff.__main__ import main\n"
        "code = main()\n"
        "print('\\n' + ' '.join(set(sys.modules) - bare)); sys.exit(code)"
    )
    run = subprocess.run(
        [sys.executable, "-c", program, *arguments], capture_output=True, text=True, check=False, timeout=60
    )
    assert run.returncode == 0, run.stderr
    return set(run.stdout.splitlines()[-1].split())


def test_the_version_costs_nothing():
    assert loaded("--version") - {"__future__"} == {"plandiff", "plandiff.__main__"}


def test_help_loads_no_engine():
    modules = loaded("--help")

    assert not {name for name in modules if name.startswith("plandiff.") and room(name) not in {"plandiff.cli"}} - {
        "plandiff.__main__",
        "plandiff.errors",
    }
    assert not modules & {"msgspec", "pydantic", "pluggy", "diff_match_patch"}


def test_a_comparison_of_texts_loads_no_heavy_library(texts):
    files = str(texts / "before.txt"), str(texts / "after.txt")
    modules = loaded("compare", *files)
    with_option = loaded("compare", *files, "--view", "map")

    assert "plandiff.compare" in modules
    assert not modules & {"typer", "pydantic"}, "two names and no option need no command line to be built"
    readers = {name for name in modules if name.startswith("plandiff_readers.")}
    assert readers <= set(declared().values()), "a reader loads no more than its hook until it is asked for"
    assert {name for name in with_option if name.startswith("plandiff.cli.")} == {
        "plandiff.cli.app",
        "plandiff.cli.compare",
        "plandiff.cli.output",
        "plandiff.cli.progress",
        "plandiff.cli.report",
    }
    assert not (modules | with_option) & {
        "lxml",
        "numpy",
        "scipy",
        "html.parser",
        "markdown_it",
        "pygments",
        "sqlite3",
        "ssl",
    }


def test_the_hook_builds_no_command_line(tmp_path):
    draft = tmp_path / "plan.txt"
    draft.write_text("1. The harbour is open.\n")
    for git in (["init", "--quiet"], ["add", "."]):
        subprocess.run(["git", *git], cwd=tmp_path, check=True)

    assert not loaded("check", "--against", "HEAD", str(draft)) & {"typer", "pydantic"}


# ---------------------------------------------------------------- the papers match the program


def test_the_newest_version_of_the_changelog_is_the_version():
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    versions = re.findall(r"^## \[(\d[^\]]*)\]", changelog, flags=re.MULTILINE)

    assert versions[0] == plandiff.__version__


def commands() -> list[Callable[..., object]]:
    return [info.callback for info in app([]).registered_commands if info.callback]


def options(command: Callable[..., object]) -> set[str]:
    page = CliRunner().invoke(app([]), [command.__name__, "--help"], env={"COLUMNS": "200"}).output
    return set(re.findall(r"^│ [* ]*(--[a-z-]+)", page, flags=re.MULTILINE)) - {"--help"}


def hooks() -> list[str]:
    return sorted(name for name in vars(hookspecs) if name.startswith("plandiff_"))


@pytest.mark.parametrize("command", [command.__name__ for command in commands()])
def test_every_command_stands_in_the_readme(command):
    assert f"`plandiff {command}" in README


@pytest.mark.parametrize("hook", hooks())
def test_every_hook_stands_in_the_readme(hook):
    assert f"`{hook}" in README


@pytest.mark.parametrize("code", list(ExitCode))
def test_every_exit_code_stands_in_the_readme(code):
    assert re.search(rf"^\| {code.value} \|", README, flags=re.MULTILINE)


def test_every_option_stands_in_the_readme():
    found = {option for command in commands() for option in options(command)}

    assert {"--format", "--json", "--seeds"} <= found
    assert {option for option in found if f"`{option}" not in README} == set()


# ---------------------------------------------------------------- small files

LONG_FOR_A_REASON = {"plandiff/model.py"}
"""All nouns on one page, because they are the contract between all other files."""


def test_no_file_is_too_long_to_read():
    lengths = {
        str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines()) for path in CORE + PLUGINS
    }
    assert {name: lines for name, lines in lengths.items() if lines > 300 and name not in LONG_FOR_A_REASON} == {}
