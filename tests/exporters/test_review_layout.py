"""The copy that goes to a leader: mark and round in the header, line numbers, a wide margin."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import pytest
from openxml_audit import OpenXmlValidator

from drafting.exporters.word import word_bytes
from drafting.importers.word_xml.reader import read_word
from drafting.model.particulars import Particulars
from drafting.pagination.layout_files import load_layout, read_layout
from drafting.pagination.layout_toml import layout_toml
from drafting.pagination.page_headers import header_text
from drafting.pagination.paginate import paginate
from drafting.parsing.parser import parse_draft

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "在全县会议上的讲话\n同志们：\n今天开个短会。\n散会。"


@pytest.mark.parametrize(
    ("name", "header"),
    [
        (None, "送审稿"),
        ("", "送审稿"),
        ("第3稿", "送审稿　第3稿"),
        ("3", "送审稿　第3稿"),
        ("二", "送审稿　第二稿"),
        ("送审稿", "送审稿"),
        ("送审稿（二）", "送审稿（二）"),
        ("县长审定前", "送审稿　县长审定前"),
    ],
)
def test_mark_and_round(name: str | None, header: str) -> None:
    particulars = Particulars(round_name=name)
    assert header_text(load_layout("review"), particulars) == header
    assert header_text(load_layout("official"), particulars) == ""


def test_they_stand_at_the_head_of_every_page(tmp_path: Path) -> None:
    draft = parse_draft(TEXT, particulars=Particulars(round_name="第3稿"))
    layout = load_layout("review")
    data = word_bytes(draft, layout)
    path = tmp_path / "送审稿.docx"
    path.write_bytes(data)
    assert OpenXmlValidator().validate(str(path)).errors == []
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert ">送审稿　第3稿<" in archive.read("word/header1.xml").decode("utf-8")
        document = archive.read("word/document.xml").decode("utf-8")
    assert "<w:lnNumType" in document
    assert read_word(data, "送审稿.docx").text == TEXT
    pages = paginate(draft, layout)
    assert all(page.header is not None and page.header.text == "送审稿　第3稿" for page in pages)
    assert layout.margin_right >= 50
    assert [page.header for page in paginate(draft, load_layout("official"))] == [None]


def test_the_mark_is_kept_in_layout_files(tmp_path: Path) -> None:
    layout = load_layout("review")
    path = tmp_path / "own.toml"
    path.write_text(layout_toml(layout), encoding="utf-8")
    assert read_layout(path) == layout
