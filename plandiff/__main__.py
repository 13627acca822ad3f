"""Where a run begins and ends: every failure becomes one line and an exit code here, and only here."""

from __future__ import annotations

import os
import sys

from plandiff import __version__


def main() -> int:
    """Run the command line on `sys.argv` and return the exit code: see `plandiff.errors.ExitCode`.

    `--version` alone is answered before anything else is imported.
    """
    try:
        if sys.argv[1:] == ["--version"]:
            print(f"plandiff {__version__}")
            code = 0
        else:
            _spare_the_collector()
            # typer checks options by pydantic, whose search for instrumentation reads the files of every package.
            os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "1")
            _prepare_streams()
            code = _run(sys.argv[1:])
        if sys.stdout is not None:
            sys.stdout.flush()
    except KeyboardInterrupt:
        code = 130
    except Exception as error:
        code = _report(error)
        _abandon_stdout()
    return code


def _spare_the_collector() -> None:
    """Leave garbage to the end of the process: a run is short and makes few circles.

    Collecting while modules load, and once more over all of them at the exit, is a sixth of a comparison.
    """
    import atexit
    import gc

    gc.disable()
    atexit.register(gc.freeze)


def _prepare_streams() -> None:
    """Make a poor locale harmless.

    Reports are UTF-8 in files and pipes; a terminal keeps its own encoding and shows escapes for the rest.
    """
    import io

    if isinstance(sys.stdout, io.TextIOWrapper):
        encoding = sys.stdout.encoding if sys.stdout.isatty() else "utf-8"
        sys.stdout.reconfigure(encoding=encoding, errors="backslashreplace")


def _run(arguments: list[str]) -> int:
    code = _plain(arguments)
    if code is not None:
        return code
    import typer

    from plandiff.cli.app import app
    from plandiff.errors import ExitCode

    try:
        run = app(arguments)
        return run(arguments or ["--help"], prog_name="plandiff", standalone_mode=False) or ExitCode.DONE
    except typer.TyperException as error:
        context = getattr(error, "ctx", None)
        command = context.command_path if context else "plandiff"
        _say(f"{error.format_message().rstrip('.')}. See `{command} --help`.")
        return ExitCode.TROUBLE


def _plain(arguments: list[str]) -> int | None:
    """Do what needs no command line to be built, which is a fifth of such a run; None where it is needed.

    Plain are `compare A B`, and what the hook runs at every commit: `check --against REV FILE...`.
    """
    command, *names = arguments or [""]
    against = names.pop(0) if command == "check" and names[:1] == ["--against"] else None
    if any(name.startswith("-") for name in names):
        return None
    if command == "compare" and len(names) == 2:
        from plandiff.cli.report import report

        report(*names)
        return 0
    if against and len(names) > 1:
        from pathlib import Path

        from plandiff.cli.drafts import drafts

        return int(drafts([Path(name) for name in names[1:]], against=names[0]))
    return None


def _report(error: Exception) -> int:
    from plandiff.errors import ExitCode, PlandiffError

    if os.environ.get("PLANDIFF_DEBUG"):
        import traceback

        _say("".join(traceback.format_exception(error)))
    if isinstance(error, PlandiffError):
        _say(str(error))
        return ExitCode.TROUBLE
    if isinstance(error, OSError):
        _say(f"{error.filename or 'standard output'}: {error.strerror or type(error).__name__}")
        return ExitCode.TROUBLE
    # The message of an unforeseen error may quote a document, and documents may be secret.
    _say(f"internal error: {type(error).__name__}; please report it (PLANDIFF_DEBUG=1 shows where)")
    return ExitCode.BUG


def _say(message: str) -> None:
    from plandiff.render.visible import visible

    # Without standard error, print() would fall back to standard output, among the report.
    if sys.stderr is not None:
        print(f"plandiff: {visible(message)}", file=sys.stderr)


def _abandon_stdout() -> None:
    """Let go of what standard output did not take, or the interpreter would try again and end with 120."""
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    sys.exit(main())
