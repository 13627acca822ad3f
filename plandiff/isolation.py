"""Isolation: one document read in a process of its own, so that a crash, a hang or a bomb is one clear line.

The parent sends one line of JSON and the bytes of the source; the child answers with one JSON object. Nothing
else crosses: no pickles, so nothing that a hostile document made of the child is executed in the parent.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from importlib import import_module
from typing import Any, BinaryIO, NamedTuple

import msgspec

from plandiff.errors import PlandiffError, ReadError
from plandiff.limits import limit, too_much
from plandiff.model import Document, Source

_PROGRAM = """\
import json, sys
request = json.loads(sys.stdin.buffer.readline())
sys.path[:] = request["path"]
from plandiff.isolation import child
child(request)
"""

_POSIX = os.name == "posix"
_OPEN_FILES = 64
_PATIENCE = 3
"""A second on the processor may take as many by the clock, since other programs run too."""

_LONGEST_MESSAGE = 1_000
_LONGEST_TYPE = 40
_DAMAGED = "it may be damaged: open it in its own program and save it again"


def isolated(read: Callable[[Source], Document], source: Source) -> Document:
    """What `read` makes of the source, in a process of its own with limited memory and time.

    `read` is a function at the top of a module. The process gets the import path of this one, so that it finds
    the same plugins. Raises `ReadError` when `read` does, when it fails in any other way, and when the process
    dies, goes beyond `read_memory_bytes`, `read_seconds` or `answer_bytes`, or answers nonsense.
    """
    name = source.name
    request = {
        "path": sys.path,
        "module": read.__module__,
        "function": read.__qualname__,
        "source": {field: getattr(source, field) for field in ("name", "suffix", "media", "revisions", "text")},
    }
    end = _run(json.dumps(request).encode() + b"\n" + source.data, name)
    if end.expired or (_POSIX and -end.code == signal.SIGXCPU):
        raise too_much(name, "read_seconds", "takes too long to read")
    if len(end.answer) > limit("answer_bytes"):
        raise too_much(name, "answer_bytes", "holds too much text")
    if end.code:
        how = f"signal {-end.code}" if end.code < 0 else f"code {end.code}"
        raise ReadError(f"{name}: cannot be read (its reader crashed, {how}): {_DAMAGED}")
    try:
        answer = msgspec.json.decode(end.answer, type=_Answer)
    except (msgspec.DecodeError, UnicodeDecodeError):
        answer = _Answer(failure="no answer")
    if answer.document is not None:
        return answer.document
    if answer.failure == "MemoryError":
        raise too_much(name, "read_memory_bytes", "takes too much memory to read")
    if answer.failure == "ReadError":
        raise ReadError(" ".join(answer.message.split())[:_LONGEST_MESSAGE])
    # The message of a foreign exception may quote the document, so only its type is named.
    raise ReadError(f"{name}: cannot be read ({answer.failure[:_LONGEST_TYPE]}): {_DAMAGED}")


class _Answer(msgspec.Struct, forbid_unknown_fields=True):
    """What the child says: the document, or the type of an exception and the line for the user."""

    document: Document | None = None
    failure: str = "no answer"
    message: str = ""


# ---------------------------------------------------------------- the parent


class _End(NamedTuple):
    """How the process ended: its exit code (minus the signal, if one), what it wrote, whether its time was up."""

    code: int
    answer: bytes
    expired: bool


def _run(message: bytes, name: str) -> _End:
    seconds, most = _PATIENCE * limit("read_seconds"), limit("answer_bytes")
    try:
        process = subprocess.Popen(
            # -P: modules are not looked for in the current folder.
            [sys.executable, "-P", "-c", _PROGRAM],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as error:
        raise ReadError(f"{name}: cannot be read: no process can be started ({error.strerror})") from None
    assert process.stdin is not None
    assert process.stdout is not None
    expired = threading.Event()

    def expire() -> None:
        expired.set()
        _kill(process)

    timer = threading.Timer(min(seconds, threading.TIMEOUT_MAX), expire)
    feeder = threading.Thread(target=_feed, args=(process.stdin, message))
    try:
        timer.start()
        feeder.start()
        answer = process.stdout.read(most + 1)
        if len(answer) <= most:
            process.wait()
    finally:
        # On Ctrl-C too, which does not reach a process with a session of its own.
        timer.cancel()
        _kill(process)
        feeder.join()
        process.stdout.close()
        code = process.wait()
    return _End(code, answer, expired.is_set())


def _feed(pipe: BinaryIO, message: bytes) -> None:
    if _POSIX:
        # The child may end without reading. A program may let a broken pipe end it; not this pipe.
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGPIPE})
    with contextlib.suppress(OSError), pipe:
        pipe.write(message)


def _kill(process: subprocess.Popen[bytes]) -> None:
    """Kill the process, where it still runs, and all it started."""
    if process.poll() is not None:
        return
    with contextlib.suppress(ProcessLookupError):
        if _POSIX:
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()


# ---------------------------------------------------------------- the child


def child(request: dict[str, Any]) -> None:
    """Read the source that stands on standard input as the request says, and answer on standard output."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # What a library prints is no answer.
    answer = _attempt(request)
    with answers:
        answers.write(answer)


def _attempt(request: dict[str, Any]) -> bytes:
    """The answer: the document, or why there is none."""
    try:
        read = getattr(import_module(request["module"]), request["function"])
        source = Source(data=sys.stdin.buffer.read(), **request["source"])
        _limit_resources()
        return _written(_Answer(document=read(source)))
    except PlandiffError as error:
        failure = _Answer(failure="ReadError", message=str(error))
    except ModuleNotFoundError as error:
        missing = f"to read it, {error.name} must be installed: pip install {error.name}"
        failure = _Answer(failure="ReadError", message=f"{request['source']['name']}: {missing}")
    except Exception as error:
        failure = _Answer(failure=type(error).__name__)
    # Only here is the memory free again that the failed reading took.
    return _written(failure)


def _written(answer: _Answer) -> bytes:
    try:
        return msgspec.json.encode(answer)
    except UnicodeEncodeError:  # Half a character, which JSON cannot hold.
        text = json.dumps(msgspec.to_builtins(answer), ensure_ascii=False)
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").encode()


def _limit_resources() -> None:
    """Bound memory, processor time and open files, and let no file be written; nothing of it on Windows."""
    try:
        import resource
    except ImportError:
        return
    seconds, memory = limit("read_seconds"), limit("read_memory_bytes")
    for kind, soft, hard in (
        (resource.RLIMIT_AS, memory, memory),
        (resource.RLIMIT_CPU, seconds, seconds + 1),  # At the hard limit the signal would no longer tell the reason.
        (resource.RLIMIT_FSIZE, 0, 0),
        (resource.RLIMIT_NOFILE, _OPEN_FILES, _OPEN_FILES),
        (resource.RLIMIT_CORE, 0, 0),
    ):
        # A system may know a limit and not offer it, or have set a lower one.
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(kind, (soft, hard))
