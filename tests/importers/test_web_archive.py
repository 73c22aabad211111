"""Pages saved as a single file, made by hand."""

from __future__ import annotations

import base64
import quopri

import pytest

from drafting.errors import ImportProblem
from drafting.importers.registry import import_bytes
from tests.importers.mutants import MUTANTS, count_ends

TEXT = "在清河湾县春耕会上的讲话\n同志们：\n水放到田头，种子送到户。镕"
HTML = "<html><body>{}<img src='a.png'></body></html>".format(
    "".join(f"<p>{one}</p>" for one in TEXT.split("\n"))
)
HEAD = """From: <Saved by Browser>
Subject: =?utf-8?B?6K6y6K+d?=
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="----=_Part"

------=_Part
"""


def archive(encoding: str, transfer: str, *, said: str | None, html: str = HTML) -> bytes:
    raw = html.encode(encoding)
    body = {
        "base64": base64.encodebytes,
        "quoted-printable": quopri.encodestring,
        "8bit": bytes,
    }[transfer](raw)
    charset = f'; charset="{said}"' if said else ""
    head = f"Content-Type: text/html{charset}\nContent-Transfer-Encoding: {transfer}\n\n"
    tail = b"\n------=_Part\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\n"
    tail += base64.encodebytes(bytes(range(256)) * 20) + b"\n------=_Part--\n"
    return ((HEAD + head).encode() + body + tail).replace(b"\n", b"\r\n")


@pytest.mark.parametrize("transfer", ["base64", "quoted-printable"])
@pytest.mark.parametrize(
    ("encoding", "said"),
    [("utf-8", "utf-8"), ("gb18030", "gb2312"), ("gb18030", None), ("utf-8", "gbk")],
)
def test_archives(transfer: str, encoding: str, said: str | None) -> None:
    imported = import_bytes(archive(encoding, transfer, said=said), "讲话.mht")
    assert imported.text == TEXT
    assert [(one.kind, one.count) for one in imported.omissions] == [("图片", 1)]


def test_archives_under_other_names() -> None:
    data = archive("utf-8", "base64", said="utf-8")
    for name in ("讲话.doc", "讲话.html", "讲话.mhtml", "讲话.docx", "-"):
        assert import_bytes(data, name).text == TEXT


def test_a_second_page_is_listed_and_plain_text_is_read() -> None:
    data = archive("utf-8", "quoted-printable", said="utf-8")
    more = b"\r\n------=_Part\r\nContent-Type: text/html\r\n\r\n<p>x</p>\r\n------=_Part--"
    imported = import_bytes(data.replace(b"\r\n------=_Part--", more), "a.mht")
    assert imported.text == TEXT
    assert ("另外的网页", 1) in [(one.kind, one.count) for one in imported.omissions]
    plain = f"MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n{TEXT}".encode()
    assert import_bytes(plain, "a.mht").text == TEXT


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b"MIME-Version: 1.0\nContent-Type: image/png\n\nx", "damaged"),
        (HEAD.encode(), "damaged"),
        (HEAD.encode() + b"Content-Type: text/html\n\n", "damaged"),
        (HEAD.encode() + b"boundary=" * 3_000, "refused"),
        (b"%PDF-1.4", "damaged"),
        (b"\xff\xd8\xff\xe0", "wrong-type"),
        (HEAD.encode() + b" " * (32 * 1024 * 1024), "too-large"),
    ],
)
def test_archives_that_cannot_be_read(data: bytes, code: str) -> None:
    with pytest.raises(ImportProblem) as caught:
        import_bytes(data, "a.mht")
    assert caught.value.code == code


def test_mutants_of_archives_end_in_text_or_a_message() -> None:
    samples = [
        archive("utf-8", "base64", said="utf-8"),
        archive("gb18030", "quoted-printable", said="gb2312"),
    ]
    texts, messages = count_ends(samples, "a.mht", seed=32)
    assert texts + messages == MUTANTS
    assert texts > MUTANTS // 2


def test_a_text_part_that_holds_marks_of_a_page_is_read() -> None:
    """A heading that was damaged names no page any more."""
    head = b"From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
    page = "<html><body><p>同志们：</p></body></html>".encode()
    assert "同志们：" in import_bytes(head + page, "讲话.mht").text
