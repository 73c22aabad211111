"""Tracked changes as edits: together they lead from the older text to the newer one, exactly."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from drafting.errors import ImportProblem
from drafting.importers.serving import imported_from, imported_to
from drafting.importers.word_xml.reader import read_word
from drafting.text.edits import apply_edits
from tests.exporters.test_redline import SPEECHES, edited, redline
from tests.importers.packages import paragraph, run, word_file

if TYPE_CHECKING:
    from pathlib import Path

    from drafting.model.imported import ImportedText

NAMES = {"甲": "2026-10-20T09:00:00Z", "乙": "2026-10-21T15:30:00Z"}


def marked(kind: str, inner: str, author: str = "甲") -> str:
    return f"<w:{kind} w:author='{author}' w:date='{NAMES[author]}'>{inner}</w:{kind}>"


def ins(text: str, author: str = "甲") -> str:
    return marked("ins", run(text), author)


def gone(text: str, author: str = "甲") -> str:
    return marked("del", f"<w:r><w:delText>{text}</w:delText></w:r>", author)


def end(kind: str, author: str = "甲") -> str:
    return f"<w:rPr><w:{kind} w:author='{author}'/></w:rPr>"


def proven(data: bytes) -> ImportedText:
    """Return the original reading, its changes proved to give the accepted one."""
    original = read_word(data, "x.docx", "original")
    ranked = {
        rank: edit
        for change in original.changes
        for rank, edit in zip(change.ranks, change.edits, strict=True)
    }
    edits = [ranked[rank] for rank in range(len(ranked))]
    assert apply_edits(original.text, edits) == read_word(data, "x.docx").text
    assert imported_from(imported_to(original)) == original
    return original


def told(body: str) -> list[tuple[str, str, str, int]]:
    """Return author, old and new wording and place of each change."""
    original = proven(word_file(body))
    return [
        (
            change.author,
            "|".join(edit.span.of(original.text) for edit in change.edits),
            "|".join(edit.replacement for edit in change.edits),
            change.edits[0].span.start,
        )
        for change in original.changes
    ]


def test_what_touches_is_one_change_of_one_author() -> None:
    body = paragraph("收购", gone("三千") + ins("四千"), "吨", ins("以上", "乙"))
    assert told(body) == [("甲", "三千", "四千", 2), ("乙", "", "以上", 5)]
    body = paragraph("收购", gone("三千") + ins("四", "乙") + ins("千", "乙"), "吨")
    assert told(body) == [("甲", "三千", "", 2), ("乙", "", "四千", 4)]
    body = paragraph(ins("新", "乙") + gone("旧"), "尾")
    assert told(body) == [("乙", "", "新", 0), ("甲", "旧", "", 0)]


def test_what_was_put_in_and_taken_out_again_is_no_change() -> None:
    body = paragraph("甲", marked("ins", run("新") + gone("又删", "乙")), "乙")
    assert told(body) == [("甲", "", "新", 1)]


def test_ends_of_paragraphs() -> None:
    parted = paragraph("前半，", properties=end("ins")) + paragraph("后半。")
    assert told(parted) == [("甲", "", "\n", 3)]
    joined = paragraph("前半。", properties=end("del", "乙")) + paragraph("后半。")
    assert told(joined) == [("乙", "\n", "", 3)]
    added = (
        paragraph("一段。")
        + paragraph(ins("新的一段。"), properties=end("ins"))
        + paragraph("二段。")
    )
    assert told(added) == [("甲", "", "新的一段。\n", 4)]
    last = paragraph("一段。", properties=end("ins")) + paragraph(ins("末段。"))
    assert told(last) == [("甲", "", "\n末段。", 3)]


def test_rows_cells_hidden_text_and_list_numbers() -> None:
    row = "<w:tr><w:trPr><w:ins w:author='乙'/></w:trPr><w:tc>{}</w:tc></w:tr>"
    table = f"<w:tbl>{row.format(paragraph('新行'))}</w:tbl>"
    assert told(paragraph("前") + table + paragraph("后")) == [("乙", "", "新行\n", 2)]
    hidden = run("藏", "<w:vanish/><w:rPrChange w:author='甲'><w:rPr/></w:rPrChange>")
    assert told(paragraph("前", hidden, "后")) == [("甲", "藏", "", 1)]


@pytest.mark.parametrize("where", ["in", "before"])
def test_a_move_has_two_ends(where: str) -> None:
    def range_of(kind: str, inner: str) -> tuple[str, str]:
        opened = f"<w:{kind}RangeStart w:id='{kind}' w:name='m1' w:author='甲'/>"
        return opened + inner, f"<w:{kind}RangeEnd w:id='{kind}'/>"

    away = range_of("moveFrom", marked("moveFrom", run("要抓项目。")))
    here = range_of("moveTo", marked("moveTo", run("要抓项目。")))
    if where == "in":
        body = paragraph("一、", "".join(away), "要抓招商。") + paragraph("二、", "".join(here))
    else:
        body = (
            paragraph(away[0], properties=end("moveFrom"))
            + paragraph(away[1] + run("要抓招商。"))
            + paragraph(here[0], properties=end("moveTo"))
            + paragraph(here[1] + run("散会。"))
        )
    ((author, old, new, _),) = told(body)
    assert author == "甲"
    assert (old.strip("|\n"), new.strip("|\n")) == ("要抓项目。", "要抓项目。")
    assert [change.is_move for change in proven(word_file(body)).changes] == [True]


def test_half_a_move_is_a_deletion_or_an_insertion() -> None:
    body = paragraph(marked("moveFrom", run("移走")), "甲") + paragraph(
        marked("moveTo", run("移来"), "乙"), "丙"
    )
    assert told(body) == [("甲", "移走", "", 0), ("乙", "", "移来", 4)]
    assert not any(one.is_move for one in proven(word_file(body)).changes)


def test_public_files(shared: Path) -> None:
    changed = 0
    for path in sorted((shared / "data").rglob("*.docx")):
        data = path.read_bytes()
        try:
            read_word(data, path.name), read_word(data, path.name, "original")
        except ImportProblem:  # damaged, or empty in one of the readings
            continue
        changed += bool(proven(data).changes)
    assert changed


@pytest.mark.parametrize("seed", range(40))
def test_our_own_redlines_come_back(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - the same edits each time
    old = chance.choice(SPEECHES)[:1200].strip("\n")
    new = edited(old, chance)
    original = proven(redline(old, new))
    assert original.text == old
    if old != new:
        assert {change.author for change in original.changes} == {"讲稿"}
