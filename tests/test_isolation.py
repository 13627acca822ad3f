"""Isolation: whatever a reader does to its process, the user gets the document or one clear line."""

from __future__ import annotations

import os
import signal
import sys
import time

import pytest

from plandiff.errors import PlandiffError, ReadError
from plandiff.isolation import isolated
from plandiff.model import Block, Document, Finding, Omission, Source

READERS = """
import os, signal, socket, sys, time
from plandiff.errors import DataError, ReadError
from plandiff.model import Block, Document, Finding, Omission

def document(*texts):
    return Document(format="test", blocks=tuple(Block(text=text) for text in texts))

def whole(source):
    return Document(
        format="test",
        blocks=(Block(text=source.data.decode(), kind="item", label="1.", level=2, line=3, id="a"),),
        omitted=(Omission(reason="footnote", text="See.", line=4),),
        warnings=("odd",),
        findings=(Finding(rule="comment", severity="none", message="a comment", line=5, quote="See."),),
        listed=True,
    )

def request(source):
    return document(source.name, source.suffix, source.media, source.revisions, str(len(source.data)))

def decoded(source):
    return document(source.text)

def refuses(source):
    raise ReadError(f"{source.name}: holds\\nno text")

def finds_bad_data(source):
    raise DataError("PLANDIFF_LIMIT_CELLS: must be a whole number above 0")

def fails(source):
    raise KeyError("a secret clause")

def sleeps(source):
    time.sleep(60)

def starts_another(source):
    import subprocess
    subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    time.sleep(60)

def counts(source):
    while True:
        pass

def aborts(source):
    os.abort()

def exits(source):
    os._exit(0)

def leaves(source):
    sys.exit("a secret clause")

def allocates(source):
    return document("x" * 2_000_000_000)

def collects(source):
    found = []
    while True:
        found.append("x" * 1_000_000)

def recurses(source):
    return recurses(source)

def prints(source):
    print("a library that talks", flush=True)
    os.write(1, b"straight to the descriptor")
    print("and complains", file=sys.stderr, flush=True)
    return document("Peace.")

def returns_nothing(source):
    return None

def returns_nonsense(source):
    return Document(format="test", blocks=(Block(text=7),))

def returns_too_much(source):
    return document("x" * 200_000)

def half_a_character(source):
    return document("Peace \\ud83d.", "Ґ")

def writes(source):
    with open(source.name, "w") as file:
        file.write("here")

def opens_many(source):
    files = [open(os.devnull) for _ in range(1000)]

def takes_a_library(source):
    import plandiff_no_such_library

def where(source):
    return document(os.getcwd(), *sys.path)

# It stands for a function of a module whose import ends the process, before the source is taken.
def ends_at_once(source):
    pass

ends_at_once.__module__ = "ends_at_once"

def is_interrupted(source):
    os.kill(os.getppid(), signal.SIGINT)
    time.sleep(60)
"""

posix = pytest.mark.skipif(os.name != "posix", reason="limits of POSIX")
linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere memory is not limited")


@pytest.fixture(scope="module")
def readers(tmp_path_factory):
    """A module of readers that only this process's own import path leads to."""
    folder = tmp_path_factory.mktemp("readers")
    (folder / "readers_for_isolation.py").write_text(READERS, encoding="utf-8")
    (folder / "ends_at_once.py").write_text("import os; os._exit(0)")
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(folder)
        import readers_for_isolation

        yield readers_for_isolation


SOURCE = Source(name="plan.docx", suffix=".docx", data="1. Мир.".encode(), media="docx", revisions="reject")


def refusal(read, source: Source = SOURCE) -> str:
    with pytest.raises(ReadError) as caught:
        isolated(read, source)
    line = str(caught.value)
    assert line.startswith(f"{source.name}: ")
    assert "\n" not in line
    assert "secret" not in line
    return line.removeprefix(f"{source.name}: ")


# ---------------------------------------------------------------- what crosses


def test_a_document_comes_back_whole(readers):
    assert isolated(readers.whole, SOURCE) == Document(
        format="test",
        blocks=(Block(text="1. Мир.", kind="item", label="1.", level=2, line=3, id="a"),),
        omitted=(Omission(reason="footnote", text="See.", line=4),),
        warnings=("odd",),
        findings=(Finding(rule="comment", severity="none", message="a comment", line=5, quote="See."),),
        listed=True,
    )


def test_the_reader_gets_what_it_needs_of_the_source(readers):
    texts = [block.text for block in isolated(readers.request, SOURCE).blocks]

    assert texts == ["plan.docx", ".docx", "docx", "reject", str(len(SOURCE.data))]


def test_a_text_crosses_as_text(readers):
    source = Source(name="plan.txt", suffix=".txt", data=b"\xcc\xe8\xf0", text="Мир", encoding="windows-1251")

    assert isolated(readers.decoded, source).blocks == (Block(text="Мир"),)


def test_large_sources_cross(readers):
    source = Source(name="plan.pdf", suffix=".pdf", data=b"x" * 5_000_000, media="pdf")

    assert isolated(readers.request, source).blocks[-1].text == "5000000"


@posix
def test_a_process_that_ends_before_it_takes_its_source(readers):
    """A broken pipe may end the program that asks; this one may not."""
    source = Source(name="plan.pdf", suffix=".pdf", data=b"x" * 5_000_000, media="pdf")
    before = signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    try:
        assert "no answer" in refusal(readers.ends_at_once, source)
    finally:
        signal.signal(signal.SIGPIPE, before)


def test_half_a_character_becomes_a_replacement(readers):
    assert isolated(readers.half_a_character, SOURCE).blocks == (Block(text="Peace \ufffd."), Block(text="Ґ"))


def test_what_a_library_prints_is_no_answer(readers, capfd):
    assert isolated(readers.prints, SOURCE).blocks == (Block(text="Peace."),)
    assert capfd.readouterr() == ("", "")


def test_the_process_finds_modules_as_this_one_does(readers, tmp_path, monkeypatch):
    (tmp_path / "json.py").write_text("raise SystemExit('a module of the current folder')")
    monkeypatch.chdir(tmp_path)

    folder, *path = [block.text for block in isolated(readers.where, SOURCE).blocks]

    assert folder == str(tmp_path)
    assert path == sys.path
    assert str(tmp_path) not in path


# ---------------------------------------------------------------- what goes wrong


def test_the_line_of_a_reader_comes_back_as_one_line(readers):
    assert refusal(readers.refuses) == "holds no text"


def test_a_malformed_limit_comes_back_too(readers):
    with pytest.raises(PlandiffError, match=r"^PLANDIFF_LIMIT_CELLS: must be a whole number above 0$"):
        isolated(readers.finds_bad_data, SOURCE)


DAMAGED = "it may be damaged: open it in its own program and save it again"


@pytest.mark.parametrize(
    ("reader", "said"),
    [
        ("fails", "KeyError"),
        ("recurses", "RecursionError"),
        ("leaves", "its reader crashed, code 1"),
        ("exits", "no answer"),
        ("returns_nothing", "no answer"),
        ("returns_nonsense", "no answer"),
        pytest.param("aborts", "its reader crashed, signal 6", marks=posix),
        pytest.param("opens_many", "OSError", marks=posix),
        pytest.param("writes", "OSError", marks=posix),
    ],
)
def test_a_reader_that_fails(readers, tmp_path, reader, said):
    source = Source(name=str(tmp_path / "plan.docx"), suffix=".docx", data=b"PK", media="docx")

    assert refusal(getattr(readers, reader), source) == f"cannot be read ({said}): {DAMAGED}"


def test_a_library_that_is_not_installed(readers):
    assert refusal(readers.takes_a_library) == (
        "to read it, plandiff_no_such_library must be installed: pip install plandiff_no_such_library"
    )


@pytest.mark.parametrize("reader", ["sleeps", "counts"])
def test_a_reader_that_takes_too_long(readers, monkeypatch, reader):
    monkeypatch.setenv("PLANDIFF_LIMIT_READ_SECONDS", "1")
    begin = time.monotonic()

    line = refusal(getattr(readers, reader))

    assert line == (
        "takes too long to read; the limit is 1 s: if you trust the file, set PLANDIFF_LIMIT_READ_SECONDS higher"
    )
    assert time.monotonic() - begin < 30


@posix
def test_what_a_reader_started_ends_with_it(readers, monkeypatch):
    monkeypatch.setenv("PLANDIFF_LIMIT_READ_SECONDS", "1")

    # The other process holds the way back open, so that this ends only when both have ended.
    begin = time.monotonic()
    refusal(readers.starts_another)

    assert time.monotonic() - begin < 30


@linux
@pytest.mark.parametrize("reader", ["allocates", "collects"])
def test_a_reader_that_takes_too_much_memory(readers, reader):
    assert refusal(getattr(readers, reader)) == (
        "takes too much memory to read; the limit is 512 MB: if you trust the file, "
        "set PLANDIFF_LIMIT_READ_MEMORY_BYTES higher"
    )


def test_an_answer_that_is_too_long(readers, monkeypatch):
    monkeypatch.setenv("PLANDIFF_LIMIT_ANSWER_BYTES", "100000")

    assert "holds too much text; the limit is 100 kB: " in refusal(readers.returns_too_much)


def test_a_python_that_cannot_be_started(readers, monkeypatch):
    monkeypatch.setattr(sys, "executable", "/no/such/python")

    assert refusal(readers.whole).startswith("cannot be read: no process can be started (")


@posix
def test_an_interrupt_ends_both(readers):
    with pytest.raises(KeyboardInterrupt):
        isolated(readers.is_interrupted, SOURCE)
