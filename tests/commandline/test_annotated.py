"""``check -o``: the copy with comments, and what is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafting.importers.word_xml.reader import read_word
from tests.exporters.annotation.rereading import anchored_words, docx_of, raw_parts, remarks_in
from tests.importers.packages import paragraph

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

LINES = (
    "在全县会议上的讲话",
    "同志们：",
    "二零二六年的工作要早布署，今年有三百个项目。",
    "会就开到这里。",
)


def test_a_users_file_keeps_its_looks(call: Callable[..., object], tmp_path: Path) -> None:
    source, copy = tmp_path / "稿.docx", tmp_path / "批注稿.docx"
    source.write_bytes(docx_of("".join(map(paragraph, LINES))))
    options = ("--library", "none", "--select", "WD,NU009", "--fix", "-o")
    answer = call("check", source, *options, copy)
    assert answer.code == 1
    assert "批注 2 条，修订 1 处，原文件的版式保持不变" in answer.err
    data = copy.read_bytes()
    assert anchored_words(data) == {0: "二〇二六", 1: "布署"}
    assert read_word(data, "x", "original").text == "\n".join(LINES)
    assert read_word(data, "x").text == "\n".join(LINES).replace("二零", "二〇")
    before, after = raw_parts(source.read_bytes()), raw_parts(data)
    assert all(after[name] == part for name, part in before.items() if "styles" in name)
    again = tmp_path / "再来.docx"
    call("check", source, *options, again)
    assert again.read_bytes() == data


def test_other_files_are_set_for_review(call: Callable[..., object], tmp_path: Path) -> None:
    source, copy = tmp_path / "稿.txt", tmp_path / "批注稿.docx"
    source.write_text("\n".join(LINES), encoding="utf-8")
    answer = call("check", source, "--library", "none", "--select", "WD", "-o", copy, "--json")
    assert "按送审版排版" in answer.err
    findings = answer.json["files"][0]["findings"]
    assert list(anchored_words(copy.read_bytes()).values()) == [one["text"] for one in findings]
    assert all(
        remark.startswith(f"【错误】{one['message']}\n为什么：")
        for remark, one in zip(remarks_in(copy.read_bytes()), findings, strict=True)
    )


def test_what_is_refused(call: Callable[..., object], tmp_path: Path) -> None:
    source = tmp_path / "稿.txt"
    source.write_text("\n".join(LINES), encoding="utf-8")
    assert call("check", source, source, "-o", tmp_path / "a.docx").code == 2
    assert call("check", source, "--fix").code == 2
    assert call("check", source, "-o", tmp_path / "a.pdf").code == 2
    word = tmp_path / "稿.docx"
    word.write_bytes(docx_of(paragraph("正文。")))
    assert call("check", word, "-o", word).code == 2
    assert call("check", source, "-o", tmp_path / "没有" / "a.docx").code == 3


def test_marks_and_blanks_are_mended_as_cleaning_does(
    call: Callable[..., object], tmp_path: Path
) -> None:
    source, copy = tmp_path / "稿.docx", tmp_path / "批注稿.docx"
    lines = ("在全县会议上的讲话", "同志们:", "春耕要早,备 耕要实,共３００亩.", "会就开到這里。")
    source.write_bytes(docx_of("".join(map(paragraph, lines))))
    call("check", source, "--library", "none", "--select", "WD", "-o", copy, "--fix")
    data = copy.read_bytes()
    assert read_word(data, "x", "original").text == "\n".join(lines)
    assert read_word(data, "x").text.split("\n")[1:3] == [
        "同志们：",
        "春耕要早，备耕要实，共300亩。",
    ]
    assert read_word(data, "x").text.endswith("這里。")
    assert remarks_in(data)[0].startswith("校核前先作了清理：")
    call("check", source, "--library", "none", "--select", "WD", "-o", copy)
    assert read_word(copy.read_bytes(), "x").text == "\n".join(lines)
