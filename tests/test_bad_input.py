"""Input that is missing, broken, hostile or odd: a clear line or a correct report, and no text is lost."""

from __future__ import annotations

import io
import json
import os
import zipfile

import pytest

GOOD = "1. The island is sovereign.\n2. Elections are held in 100 days.\n"


@pytest.fixture
def good(tmp_path):
    path = tmp_path / "good.txt"
    path.write_text(GOOD, encoding="utf-8")
    return path


def assert_clear_line(run, *said: str) -> None:
    assert (run.code, run.out) == (2, "")
    assert run.err.startswith("plandiff: ")
    assert run.err.count("\n") == 1
    assert run.err.isprintable() or run.err[:-1].isprintable()
    for words in said:
        assert words in run.err


def every_point(report: str, side: str) -> str:
    """All text of one side that a JSON report holds, compared or set aside."""
    comparison = json.loads(report)
    points = [point["text"] for point in comparison[side]["points"]]
    set_aside = [omission["text"] for omission in comparison["not_compared"] if omission["side"] == side]
    return "\n".join(points + set_aside)


# ---------------------------------------------------------------- what cannot be read


@pytest.mark.parametrize("order", ["good first", "good last"])
def test_a_missing_file(plandiff, good, tmp_path, order):
    names = [good, tmp_path / "nowhere.txt"]
    run = plandiff("compare", *(names if order == "good first" else reversed(names)))

    assert_clear_line(run, "nowhere.txt")


def test_a_folder(plandiff, good, tmp_path):
    assert_clear_line(plandiff("compare", good, tmp_path), str(tmp_path))


@pytest.mark.parametrize("content", [b"", b" \n\t\n", b"\xef\xbb\xbf"])
def test_an_empty_file(plandiff, good, tmp_path, content):
    (tmp_path / "empty.txt").write_bytes(content)

    assert_clear_line(plandiff("compare", good, tmp_path / "empty.txt"), "empty.txt", "empty")


def test_empty_standard_input(plandiff, good):
    assert_clear_line(plandiff("compare", good, "-", stdin=b""), "standard input", "empty")


@pytest.mark.parametrize(
    "content",
    [
        b"PK\x03\x04" + bytes(60),
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
        b"\x89PNG\r\n\x1a\n" + bytes(60),
        bytes(range(256)),
    ],
    ids=["zip", "pdf", "image", "bytes"],
)
def test_a_binary_file(plandiff, good, tmp_path, content):
    (tmp_path / "binary.txt").write_bytes(content)

    assert_clear_line(plandiff("compare", good, tmp_path / "binary.txt"), "binary.txt")


@pytest.mark.skipif(os.name != "posix", reason="devices of POSIX")
def test_a_device(plandiff, good):
    assert_clear_line(plandiff("compare", good, "/dev/zero"), "/dev/zero")


@pytest.mark.skipif(os.name != "posix", reason="pipes of POSIX")
def test_a_named_pipe_does_not_hang(plandiff, good, tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")

    assert_clear_line(plandiff("compare", good, tmp_path / "pipe.txt"), "pipe.txt")


def packed(parts: dict[str, str]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return data.getvalue()


W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
TYPE = "application/vnd.oasis.opendocument.text"


def word(body: str, before: str = "") -> bytes:
    types = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
    document = f'{before}<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
    return packed({"word/document.xml": document, "[Content_Types].xml": types})


def open_document(body: str, before: str = "") -> bytes:
    content = f'{before}<office:document-content xmlns:office="{OFFICE}">{body}</office:document-content>'
    return packed({"mimetype": TYPE, "content.xml": content})


DTD = '<!DOCTYPE a [<!ENTITY x "secret">]>'
DEEP = "<w:p>" * 20_000 + "</w:p>" * 20_000
PDF = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"

HOSTILE_FILES = {
    "a Word document without a body": (packed({"word/styles.xml": "<a/>"}), "damaged"),
    "a Word document without text": (word("<w:p/>"), "no text"),
    "a Word document with a document type": (word("", DTD), "<!DOCTYPE ...>"),
    "a Word document nested without end": (word(DEEP), "PLANDIFF_LIMIT_XML_DEPTH"),
    "a Word document that unpacks to gigabytes": (word(" " * 70_000_000), "PLANDIFF_LIMIT_ZIP_PART_BYTES"),
    "a Word document that is cut off": (word("<w:p/>")[:-40], "cut off"),
    "a Word document whose text is cut off": (packed({"word/document.xml": f'<w:document xmlns:w="{W}">'}), "XML"),
    "an open document with a document type": (open_document("", DTD), "<!DOCTYPE ...>"),
    "an open document without text": (open_document("<office:body><office:text/></office:body>"), "no text"),
    "an open document of which only the name is left": (packed({"mimetype": TYPE}), "damaged"),
    "a PDF of which only the beginning is left": (PDF, "PDF"),
    "a PDF whose pages hold themselves": (
        PDF + b"2 0 obj\n<< /Type /Pages /Kids [2 0 R] /Count 1 >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF",
        "",
    ),
    "an RTF document without text": (b"{\\rtf1 {\\pict 0102}}", "no text"),
    "an RTF document of braces": (b"{\\rtf1 " + b"{" * 1_000_000, "no text"),
    "an old Word document": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "save it as .docx"),
    "a presentation": (packed({"ppt/presentation.xml": "<a/>"}), "PowerPoint"),
}


@pytest.mark.parametrize("what", HOSTILE_FILES)
@pytest.mark.parametrize("suffix", ["docx", "txt"])
def test_a_hostile_document(plandiff, good, tmp_path, what, suffix):
    content, said = HOSTILE_FILES[what]
    (tmp_path / f"bad.{suffix}").write_bytes(content)

    run = plandiff("compare", good, tmp_path / f"bad.{suffix}")

    assert_clear_line(run, f"bad.{suffix}: ", said)
    assert "secret" not in run.err


def test_a_document_beyond_a_limit_is_read_when_the_limit_is_raised(plandiff, good, tmp_path, monkeypatch):
    text = "Peace. " + "and peace. " * 200_000
    (tmp_path / "long.docx").write_bytes(word(f"<w:p><w:r><w:t>1. {text}</w:t></w:r></w:p>"))

    refused = plandiff("show", tmp_path / "long.docx")
    monkeypatch.setenv("PLANDIFF_LIMIT_ZIP_RATIO", "1000")
    read = plandiff("show", tmp_path / "long.docx", "-f", "json")

    assert_clear_line(refused, "the limit is 100", "PLANDIFF_LIMIT_ZIP_RATIO")
    assert (read.code, read.out.count("and peace")) == (0, 200_000)


def test_a_limit_that_is_none(plandiff, good, monkeypatch):
    monkeypatch.setenv("PLANDIFF_LIMIT_INPUT_BYTES", "fifty")

    assert_clear_line(plandiff("show", good), "PLANDIFF_LIMIT_INPUT_BYTES: must be a whole number above 0")


@pytest.mark.parametrize("suffix", ["docx", "pdf", "odt", "md", "v2"])
def test_a_document_with_the_suffix_of_another(plandiff, good, tmp_path, suffix):
    (tmp_path / f"plan.{suffix}").write_bytes(b"{\\rtf1 1. The island is sovereign.\\par 2. Elections are held.\\par}")

    run = plandiff("compare", good, tmp_path / f"plan.{suffix}", "-f", "json")

    report = json.loads(run.out)
    warning = f"its name ends in .{suffix}, and it is an RTF document: it was read as that"
    assert (run.code, report["right"]["format"]) == (0, "RTF document")
    assert any(warning in said for said in report["warnings"]) == (suffix != "v2")


REFUSE = """
import sys

def refuse(event, arguments):
    if event.startswith("socket.") or (event == "open" and "named-in-it" in str(arguments[0])):
        raise RuntimeError(event)

sys.addaudithook(refuse)
"""
"""Run at the start of each Python process: what reaches for the network, or for a file of that name, fails."""

RELATIONSHIPS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    + "".join(
        f'<Relationship Id="r{kind}" TargetMode="External" Target="{place}" '
        f'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}"/>'
        for kind, place in (("image", "file:///named-in-it"), ("footnotes", "http://127.0.0.1/named-in-it"))
    )
    + "</Relationships>"
)
REACHING = {
    "plan.docx": packed(
        {
            "word/document.xml": f'<w:document xmlns:w="{W}"><w:body><w:p><w:r><w:t>1. Peace.</w:t></w:r>'
            '<w:fldSimple w:instr="INCLUDETEXT /named-in-it"/></w:p></w:body></w:document>',
            "word/_rels/document.xml.rels": RELATIONSHIPS,
        }
    ),
    "plan.odt": open_document(
        '<office:body><office:text xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
        'xmlns:xlink="http://www.w3.org/1999/xlink"><text:section><text:section-source '
        'xlink:href="http://127.0.0.1/named-in-it"/><text:p>1. Peace.</text:p></text:section></office:text>'
        "</office:body>"
    ),
    "plan.rtf": b'{\\rtf1{\\*\\template /named-in-it}1. Peace.{\\field{\\*\\fldinst INCLUDETEXT "/named-in-it"}}\\par}',
    "plan.html": b'<!doctype html><link rel="stylesheet" href="http://127.0.0.1/named-in-it"><p>1. Peace.'
    b'<img src="http://127.0.0.1/named-in-it" alt=""><iframe src="named-in-it"></iframe></p>',
    "plan.md": b"![](http://127.0.0.1/named-in-it)\n\n1. Peace.\n\n[a]: http://127.0.0.1/named-in-it\n",
}


@pytest.mark.parametrize("name", REACHING)
def test_nothing_that_a_document_names_is_fetched_or_opened(spawn, tmp_path, monkeypatch, name):
    (tmp_path / "sitecustomize.py").write_text(REFUSE)
    (tmp_path / name).write_bytes(REACHING[name])
    (tmp_path / "named-in-it").write_text("a secret of this machine")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))

    run = spawn("show", tmp_path / name, "-f", "json")

    assert (run.returncode, run.stderr) == (0, "")
    assert "Peace." in run.stdout
    assert "secret" not in run.stdout


def test_the_watch_on_the_network_bites(spawn, tmp_path, monkeypatch):
    (tmp_path / "sitecustomize.py").write_text(REFUSE)
    (tmp_path / "named-in-it").write_text("1. Peace.")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))

    assert spawn("show", tmp_path / "named-in-it").returncode == 3


def test_a_broken_point_list(plandiff, good, tmp_path):
    (tmp_path / "list.json").write_text('{"points": [{"text": "one"}, {"txt": "two"}]}')

    assert_clear_line(plandiff("compare", good, tmp_path / "list.json"), "list.json", "points[1]")


def test_json_that_is_no_point_list(plandiff, good, tmp_path):
    (tmp_path / "list.json").write_text('{"plandiff": "0.1.0"}')

    assert_clear_line(plandiff("compare", good, tmp_path / "list.json"), "list.json")


def test_a_page_without_text(plandiff, good, tmp_path):
    (tmp_path / "page.html").write_text("<!doctype html><script>let secret = 1</script>")

    assert_clear_line(plandiff("compare", good, tmp_path / "page.html"), "page.html")


def test_a_malformed_sidecar(plandiff, good, tmp_path):
    (tmp_path / "good.meta.toml").write_text("version = \n")

    assert_clear_line(plandiff("show", good), "good.meta.toml")


def test_a_file_name_cannot_paint_the_terminal(plandiff, good, tmp_path):
    run = plandiff("compare", good, tmp_path / "\x1b[31mred\u202e.txt")

    assert_clear_line(run, "⟨U+001B⟩[31mred⟨U+202E⟩.txt")


# ---------------------------------------------------------------- what can be read all the same


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "cp1251"])
def test_another_encoding_gives_the_same_text(plandiff, tmp_path, encoding):
    text = "1. Острів є незалежним.\n2. Вибори відбудуться за сто днів після підписання угоди.\n"
    (tmp_path / "a.txt").write_bytes(text.encode("utf-8"))
    (tmp_path / "b.txt").write_bytes(text.encode(encoding))

    run = plandiff("compare", tmp_path / "a.txt", tmp_path / "b.txt", "--exit-code", "-f", "json")

    assert (run.code, run.err) == (0, "")
    assert "відбудуться" in every_point(run.out, "right")


def test_a_text_without_numbers_is_compared_by_paragraphs(plandiff, tmp_path):
    (tmp_path / "a.txt").write_text("The island is sovereign.\n\nElections are held in 100 days.\n")
    (tmp_path / "b.txt").write_text("Elections are held in 200 days.\n\nThe island is sovereign.\n")

    run = plandiff("compare", tmp_path / "a.txt", tmp_path / "b.txt", "-f", "json")

    assert (run.code, run.err) == (0, "")
    assert "Elections are held in 200 days." in every_point(run.out, "right")


def test_a_side_in_another_language(plandiff, good, tmp_path):
    other = "1. Острів є незалежним.\n2. Вибори відбудуться за 100 днів.\n"
    (tmp_path / "uk.txt").write_text(other, encoding="utf-8")

    run = plandiff("compare", good, tmp_path / "uk.txt", "-f", "json")

    assert (run.code, run.err) == (0, "")
    assert "Острів є незалежним." in every_point(run.out, "right")
    assert "The island is sovereign." in every_point(run.out, "left")


def one_line(size: int) -> str:
    return "1. " + "peace and " * (size // 10)


def test_five_megabytes_on_one_line_are_read(plandiff, tmp_path):
    (tmp_path / "long.txt").write_text(one_line(5_000_000))

    run = plandiff("show", tmp_path / "long.txt", "-f", "json")

    assert (run.code, run.err) == (0, "")
    assert run.out.count("peace") == 500_000


def test_a_very_long_line_is_compared(plandiff, good, tmp_path):
    (tmp_path / "long.txt").write_text(one_line(200_000))

    run = plandiff("compare", good, tmp_path / "long.txt", "-f", "json")

    assert (run.code, run.err) == (0, "")
    assert every_point(run.out, "right").count("peace") == 20_000


HOSTILE = (
    "[to be agreed] [/x] [bold]loud[/bold] :smile: \x1b[2Jgone \x9b31mred "
    "\u202eevil\u202c zero\u200bwidth <b>&amp;</b> | `x`"
)


@pytest.mark.parametrize("view", ["points", "side", "map"])
def test_hostile_text_is_shown_not_obeyed(plandiff, good, tmp_path, view):
    (tmp_path / "hostile.txt").write_text(f"1. The island is sovereign.\n2. {HOSTILE}\n", encoding="utf-8")

    run = plandiff("compare", good, tmp_path / "hostile.txt", "--view", view, "--width", "200")

    assert (run.code, run.err) == (0, "")
    assert not set(run.out) & set("\x1b\x9b\u202e\u202c\u200b")
    assert "[to be agreed] [/x]" in run.out


def test_hostile_text_is_shown_whole(plandiff, good, tmp_path):
    (tmp_path / "hostile.txt").write_text(f"1. The island is sovereign.\n2. {HOSTILE}\n", encoding="utf-8")

    run = plandiff("show", tmp_path / "hostile.txt", "--width", "200")

    for shown in (
        "[bold]loud[/bold] :smile: ⟨U+001B⟩[2Jgone",
        "⟨U+009B⟩31mred",
        "⟨U+202E⟩evil",
        "<b>&amp;</b>",
    ):
        assert shown in run.out


def test_hostile_text_is_kept_as_evidence(plandiff, good, tmp_path):
    (tmp_path / "hostile.txt").write_text(f"1. The island is sovereign.\n2. {HOSTILE}\n", encoding="utf-8")

    run = plandiff("compare", good, tmp_path / "hostile.txt", "-f", "json")

    assert HOSTILE in every_point(run.out, "right")


def test_a_lone_surrogate_in_a_point_list(plandiff, good, tmp_path):
    (tmp_path / "list.json").write_text(r'{"points": [{"text": "The island \ud83d is sovereign."}]}')

    run = plandiff("compare", good, tmp_path / "list.json")

    assert (run.code, run.err) == (0, "")
    assert "Traceback" not in run.out
