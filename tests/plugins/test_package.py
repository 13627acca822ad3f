"""Zip packages: parts by name, and one clear line where a part is missing or damaged."""

from __future__ import annotations

import io
import zipfile

import pytest

from plandiff.errors import ReadError
from plandiff.model import Source
from plandiff_readers.package import Package


def packed(parts: dict[str, bytes]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return data.getvalue()


def package(data: bytes) -> Package:
    return Package(Source(name="plan.docx", suffix=".docx", data=data, media="docx"))


def refusal(data: bytes, part: str = "a.xml") -> str:
    with pytest.raises(ReadError) as caught:
        package(data).read(part)
    return str(caught.value)


SAVE = "open it in its own program and save it again"


def test_parts_in_their_order():
    found = package(packed({"b.xml": b"<b/>", "a/": b"", "a/c.xml": b""}))

    assert found.names == ("b.xml", "a/", "a/c.xml")
    assert "b.xml" in found
    assert "c.xml" not in found
    assert (found.read("b.xml"), found.read("a/c.xml")) == (b"<b/>", b"")


def test_a_part_that_is_missing():
    assert refusal(packed({"b.xml": b""})) == f"plan.docx: is damaged: its part a.xml is missing; {SAVE}"


@pytest.mark.parametrize(
    "data",
    [b"", b"PK\x03\x04", b"no zip at all", packed({"a.xml": b"x"})[:-30]],
    ids=["empty", "begun", "other", "cut"],
)
def test_a_file_without_a_list_of_parts(data):
    with pytest.raises(ReadError, match=r"^plan\.docx: is damaged: its list of parts cannot be read; "):
        package(data)


def test_a_part_that_is_damaged():
    whole = packed({"a.xml": bytes(range(256)) * 20})
    begin = whole.index(b"a.xml") + 5

    line = refusal(whole[:begin] + b"\xff" * 20 + whole[begin + 20 :])

    assert line == f"plan.docx: is damaged: its part a.xml cannot be unpacked; {SAVE}"


def test_a_part_that_is_larger_than_it_says():
    whole = packed({"a.xml": b"<a>" + b" " * 100_000 + b"</a>"})
    said = (100_007).to_bytes(4, "little")
    assert whole.count(said) == 2

    assert "its part a.xml cannot be unpacked" in refusal(whole.replace(said, (50).to_bytes(4, "little")))


def test_a_part_beyond_the_limit(monkeypatch):
    monkeypatch.setenv("PLANDIFF_LIMIT_ZIP_PART_BYTES", "1000")

    assert refusal(packed({"a.xml": bytes(2000)})) == (
        "plan.docx: its part a.xml unpacks to 2 kB; the limit is 1 kB: if you trust the file, "
        "set PLANDIFF_LIMIT_ZIP_PART_BYTES higher"
    )


def test_a_part_that_is_encrypted():
    whole = bytearray(packed({"a.xml": b"x"}))
    whole[whole.index(b"PK\x01\x02") + 8] |= 1
    whole[6] |= 1

    assert "its part a.xml cannot be unpacked" in refusal(bytes(whole))
