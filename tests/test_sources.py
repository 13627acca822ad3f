"""The gate: what becomes a source, what is refused with one clear line, and what is said of a guess."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plandiff import sources
from plandiff.errors import DataError, SourceError


def refusal(name: str | Path) -> str:
    with pytest.raises(SourceError) as caught:
        sources.read(name)
    line = str(caught.value)
    assert "\n" not in line
    return line


@pytest.fixture
def write(tmp_path):
    def write(content: bytes | str, name: str = "plan.txt") -> Path:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


# ---------------------------------------------------------------- what is read


def test_a_file_is_named_as_the_user_named_it(write, monkeypatch):
    path = write("1. Peace.\n", "Plan.TXT")
    monkeypatch.chdir(path.parent)

    source = sources.read("./Plan.TXT")

    assert (source.name, source.suffix, source.text) == ("./Plan.TXT", ".txt", "1. Peace.\n")
    assert (source.data, source.encoding, source.warnings) == (b"1. Peace.\n", "utf-8", ())


def test_a_suffix_that_is_given_wins(write):
    assert sources.read(write("1. Peace."), suffix=".MD").suffix == ".md"


def test_standard_input(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"1. Peace.\r\n")))

    source = sources.read("-", suffix=".md")

    assert (source.name, source.suffix, source.text) == ("standard input", ".md", "1. Peace.\n")


def test_standard_input_that_is_closed(monkeypatch):
    monkeypatch.setattr(sys, "stdin", None)

    assert refusal("-") == "standard input: cannot be read: name a file instead of -"


def test_a_text_in_memory():
    source = sources.from_text("1. Peace.\r\n2. Élections.", "draft")

    assert (source.name, source.suffix, source.text) == ("draft", "", "1. Peace.\n2. Élections.")
    assert source.data == "1. Peace.\r\n2. Élections.".encode()


def test_a_text_in_memory_with_half_a_character():
    source = sources.from_text("1. Peace \ud83d and \ud83d\ude00.")

    assert source.text == "1. Peace \ufffd and 😀."
    assert source.warnings == ("lone surrogates, which stand for no character, were replaced by \ufffd",)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_become_one_kind(write, end):
    assert sources.read(write(f"1. One{end}{end}2. Two{end}")).text == "1. One\n\n2. Two\n"


def test_mixed_line_ends_and_other_separators(write):
    text = "one\r\ntwo\rthree\nfour\u2028five\x0bsix\x85seven"

    assert sources.read(write(text)).text == "one\ntwo\nthree\nfour\u2028five\x0bsix\x85seven"


def test_control_characters_and_markup_are_kept(write):
    text = "1. [bold]Peace[/bold] \x1b[2J\u202e [to be agreed]"

    assert sources.read(write(text)).text == text


# ---------------------------------------------------------------- the sidecar


def test_a_sidecar_gives_the_provenance(write):
    write('version = "us-1"\ntitle = "A plan"\n', "plan.v2.meta.toml")

    provenance = sources.read(write("1. Peace.", "plan.v2.txt")).provenance

    assert provenance is not None
    assert (provenance.version, provenance.title) == ("us-1", "A plan")


def test_no_sidecar_no_provenance(write):
    write('version = "us-1"\ntitle = "A plan"\n', "other.meta.toml")

    assert sources.read(write("1. Peace.")).provenance is None


def test_a_malformed_sidecar(write):
    write("version = \n", "plan.meta.toml")

    with pytest.raises(DataError, match=r"plan\.meta\.toml"):
        sources.read(write("1. Peace."))


# ---------------------------------------------------------------- encodings


@pytest.mark.parametrize(
    "encoding", ["utf-8-sig", "utf-16", "utf-16-le-bom", "utf-16-be-bom", "utf-32", "utf-32-be-bom"]
)
def test_a_byte_order_mark_says_the_encoding(write, encoding):
    text = "1. Peace. Мир.\n"
    mark = "\ufeff" if encoding.endswith("-bom") else ""

    source = sources.read(write((mark + text).encode(encoding.removesuffix("-bom"))))

    assert (source.text, source.warnings) == (text, ())


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", ["1. Peace.\n", "1. Острів є незалежним.\n"])
def test_utf_16_without_a_mark(write, text, encoding):
    source = sources.read(write(text.encode(encoding)))

    assert (source.text, source.encoding) == (text, encoding)
    assert f"read as {encoding.upper()} (guessed)" in source.warnings[0]


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("windows-1252", "L’île s’engage à ne pas adhérer ; la délégation réunie à Genève."),
        ("windows-1252", "Die Streitkräfte der Insel dürfen nicht vergrößert werden."),
        ("windows-1252", "As eleições não serão adiadas; até cem dias após a assinatura."),
        ("windows-1252", "The parties’ “agreement” costs £100 – more or less."),
        ("windows-1251", "1. Суверенитет острова подтверждается."),
        ("windows-1251", "1. Суверенітет острова підтверджується, її кордони є незмінні."),
        ("koi8-u", "1. Суверенитет острова подтверждается."),
        ("windows-1250", "Wybory odbędą się w ciągu stu dni; żołnierze opuszczą wyspę."),
        ("windows-1250", "Volby se uskuteční do sta dnů; příměří začíná běžet po podpisu."),
        ("windows-1250", "A választásokat száz napon belül tartják; az őrség jövője eldől."),
        ("windows-1253", "Οι εκλογές θα γίνουν σε εκατό ημέρες."),
        ("windows-1254", "Seçimler yüz gün içinde yapılacak; ağır silahlar sınırlıdır."),
        ("windows-1255", "הבחירות יתקיימו בתוך מאה ימים."),
        ("windows-1256", "تجرى الانتخابات خلال مئة يوم."),
    ],
)
def test_an_old_encoding_is_guessed_and_said(write, encoding, text):
    source = sources.read(write(text.encode(encoding)))

    assert source.text == text
    assert source.encoding == encoding
    assert source.warnings == (f"read as {encoding} (guessed): convert the file to UTF-8 if words look wrong",)


def test_one_bad_byte_does_not_spoil_the_rest(write):
    source = sources.read(write("1. Мир і безпека.".encode() + b"\xff" + " 2. Вибори.".encode()))

    assert source.text == "1. Мир і безпека.\ufffd 2. Вибори."
    assert source.warnings == ("damaged characters were replaced by \ufffd: 1, the first at byte 29",)


def test_an_encoding_that_cannot_be_told(write):
    name = write(bytes(range(0x80, 0x100)) + b" peace")

    assert refusal(name) == f"{name}: is not UTF-8 and its encoding cannot be told: save it as UTF-8"


def test_a_mark_that_does_not_keep_its_promise(write):
    name = write(b"\xff\xfea\x00b")

    assert refusal(name) == f"{name}: begins as UTF-16-LE and is damaged at byte 5: save it as UTF-8"


@given(st.binary(min_size=1, max_size=60))
def test_any_bytes_give_a_clean_text_or_a_clear_line(data):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
        try:
            text = sources.read("-").text
        except SourceError:
            return

    assert text is not None
    assert text.encode()  # no lone surrogates
    assert not set(text) & {"\r", "\0"}


# ---------------------------------------------------------------- what is refused


def test_a_missing_file(tmp_path):
    name = tmp_path / "nowhere.txt"

    assert refusal(name) == f"{name}: no such file: check the name and the folder"


def test_a_file_inside_a_file(write):
    assert "no such file" in refusal(write("1. Peace.") / "plan.txt")


def test_a_folder(tmp_path):
    assert refusal(tmp_path) == f"{tmp_path}: is a folder: name a file in it"


def test_a_name_that_is_no_name():
    assert "is not a file name" in refusal("plan\0.txt")


def test_a_name_that_is_too_long():
    assert "cannot be read" in refusal("p" * 5000)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_a_pipe_does_not_hang(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")

    assert "is a device or a pipe, not a file: use - to read" in refusal(tmp_path / "pipe.txt")


def test_a_file_one_may_not_read(write, monkeypatch):
    def forbidden(*arguments: object) -> None:
        raise PermissionError(13, "Permission denied")

    name = write("1. Peace.")
    monkeypatch.setattr(Path, "open", forbidden)

    assert refusal(name) == f"{name}: no permission to read it: ask its owner or copy it"


@pytest.mark.parametrize("content", [b"", b"\xef\xbb\xbf", b"\xff\xfe"])
def test_an_empty_file(write, content):
    name = write(content)

    assert refusal(name) == f"{name}: is empty: check that it is the file you meant"


@pytest.mark.parametrize("content", [b" \n\t\r\n", "\ufeff\u00a0\u2003\n".encode()])
def test_a_file_of_white_space(write, content):
    assert "is empty but for white space: check" in refusal(write(content))


def test_an_empty_text():
    with pytest.raises(SourceError, match="draft: is empty"):
        sources.from_text("", "draft")


def test_a_file_that_is_too_large(write, monkeypatch):
    monkeypatch.setenv("PLANDIFF_LIMIT_INPUT_BYTES", "2000000")
    name = write(b"1. Peace. " * 200_001)

    assert refusal(name) == (
        f"{name}: is too large; the limit is 2 MB: if you trust the file, set PLANDIFF_LIMIT_INPUT_BYTES higher"
    )


def test_standard_input_that_is_too_large(monkeypatch):
    monkeypatch.setenv("PLANDIFF_LIMIT_INPUT_BYTES", "1000000")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"1. Peace. " * 200_000)))

    assert "standard input: is too large; the limit is 1 MB" in refusal("-")


def test_a_text_in_memory_that_is_too_large(monkeypatch):
    monkeypatch.setenv("PLANDIFF_LIMIT_INPUT_BYTES", "10")

    with pytest.raises(SourceError, match="draft: is too large; the limit is 10 bytes"):
        sources.from_text("1. Peace.\n2. War.", "draft")


def test_a_limit_that_is_none(write, monkeypatch):
    monkeypatch.setenv("PLANDIFF_LIMIT_INPUT_BYTES", "a lot")

    with pytest.raises(DataError, match=r"^PLANDIFF_LIMIT_INPUT_BYTES: must be a whole number above 0"):
        sources.read(write("1. Peace."))


def test_bytes_that_are_no_text(write):
    assert "is binary, not text (a zero at byte 1)" in refusal(write(bytes(range(256))))


def test_an_error_quotes_no_text(write):
    assert "secret" not in refusal(write(b"a secret clause\0"))


def test_five_megabytes_on_one_line(write):
    text = "peace and " * 500_000

    assert sources.read(write(text)).text == text
