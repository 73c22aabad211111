"""``marks``: the contract's keys, and the draft that takes in what is accepted."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from drafting.files.draft_file import DraftFile, decode_draft, encode_draft
from tests.importers.packages import paragraph, root, run, word_file

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

OLD = "在全县会议上的讲话\n同志们：\n今年要收购三千吨稻谷。会议要短，话要实。"


@pytest.fixture
def returned(tmp_path: Path) -> Path:
    """A file as a leader sends it back: a figure changed, a sentence struck, a remark."""
    who = "w:author='老周' w:date='2026-10-20T09:00:00Z'"
    figure = (
        f"<w:del {who}><w:r><w:delText>三千</w:delText></w:r></w:del>"
        f"<w:ins {who}>{run('四千')}</w:ins>"
    )
    struck = f"<w:del {who}><w:r><w:delText>会议要短，话要实。</w:delText></w:r></w:del>"
    body = (
        paragraph("在全县会议上的讲话")
        + paragraph("<w:commentRangeStart w:id='1'/>", "同志们：", "<w:commentRangeEnd w:id='1'/>")
        + paragraph("今年要收购", figure, "吨稻谷。", struck)
    )
    remark = f"<w:comment w:id='1' {who}>{paragraph('称谓要全')}</w:comment>"
    path = tmp_path / "批改稿.docx"
    path.write_bytes(word_file(body, comments=root("comments", remark)))
    return path


def test_marks_are_told(call: Callable[..., object], returned: Path) -> None:
    answer = call("marks", returned, "--json")
    assert answer.code == 0
    assert answer.json["text"] == OLD
    marks = answer.json["marks"]
    assert [(one["kind"], one["old"], one["new"]) for one in marks] == [
        ("comment", "同志们：", "称谓要全"),
        ("replaced", "三千", "四千"),
        ("deleted", "会议要短，话要实。", ""),
    ]
    for one in marks:
        assert sorted(one) == ["author", "date", "end", "kind", "new", "old", "start"]
        assert OLD[one["start"] : one["end"]] == one["old"]
        assert (one["author"], one["date"]) == ("老周", "2026-10-20T09:00:00Z")
    assert call("marks", returned).out.splitlines()[2] == "  2. 老周 改写：三千 → 四千"


def test_accepted_marks_go_into_the_draft(
    call: Callable[..., object], returned: Path, tmp_path: Path
) -> None:
    draft, out = tmp_path / "稿.jianggao", tmp_path / "二稿.jianggao"
    later = OLD.replace("同志们", "各位同志") + "\n散会。"
    draft.write_bytes(encode_draft(DraftFile(later, locked=("话要实",))))
    answer = call("marks", returned, "--draft", draft, "--accept", "all", "--lock", "2", "-o", out)
    assert answer.code == 0
    assert "第 1 条没有写入" in answer.err
    saved = decode_draft(out.read_bytes(), out)
    assert saved.text == later.replace("三千", "四千").replace("会议要短，话要实。", "")
    assert saved.locked == ("话要实", "今年要收购四千吨稻谷")
    text = tmp_path / "二稿.txt"
    assert call("marks", returned, "--accept", "3", "-o", text, "--json").code == 0
    assert text.read_text(encoding="utf-8") == OLD.replace("会议要短，话要实。", "") + "\n"


def test_faults_are_told_in_a_line(
    call: Callable[..., object], returned: Path, tmp_path: Path
) -> None:
    assert call("marks", tmp_path / "没有.docx").code == 3
    assert call("marks", returned, "--accept", "一").code == 2
    assert call("marks", returned, "--draft", returned).code == 2
    assert call("marks", returned, "-o", returned).code == 2
    plain = tmp_path / "一.txt"
    plain.write_text(OLD, encoding="utf-8")
    assert call("marks", plain).out.strip() == "没有修订，也没有批注。"
    assert json.loads(call("marks", plain, "--json").out)["marks"] == []


def test_locked_wording_is_missed_in_later_versions(
    call: Callable[..., object], tmp_path: Path
) -> None:
    draft = tmp_path / "三稿.jianggao"
    kept = DraftFile(OLD, locked=("收购三千吨稻谷", "会议要短，\n话要实。"))
    draft.write_bytes(encode_draft(kept))
    assert call("check", draft, "--select", "DR", "--json").json["files"][0]["findings"] == []
    draft.write_bytes(encode_draft(replace(kept, text=OLD.replace("三千吨", "三千五百吨"))))
    answer = call("check", draft, "--select", "DR", "--json")
    assert answer.code == 1
    (finding,) = answer.json["files"][0]["findings"]
    assert (finding["code"], finding["severity"]) == ("DR001", "error")
    assert finding["related"][0]["text"] in "收购三千五百吨稻谷"
    assert finding["fixes"][0]["edits"][0]["replacement"] == "收购三千吨稻谷"


def test_locked_wording_of_the_draft_must_be_in_what_it_became(
    call: Callable[..., object], returned: Path, tmp_path: Path
) -> None:
    draft = tmp_path / "二稿.jianggao"
    draft.write_bytes(encode_draft(DraftFile(OLD, locked=("收购三千吨稻谷",))))
    answer = call("check", returned, "--against", draft, "--select", "DR", "--json")
    (finding,) = answer.json["files"][0]["findings"]
    assert finding["related"][0]["text"] == "收购四千吨稻谷"
    kept = call("check", returned, "--against", draft, "--select", "DR", "--changes", "original")
    assert kept.code == 0


@pytest.mark.parametrize(
    ("options", "name", "reason"),
    [
        (("--accept", "2,9"), "新稿.jianggao", "共有 3 条，没有第 9 条"),
        (("--accept", "0"), "新稿.jianggao", "没有第 0 条"),
        (("--lock", "4"), "新稿.jianggao", "没有第 4 条"),
        (("--accept", "all", "--lock", "2"), "新稿.txt", "只能存在 .jianggao 稿件里"),
    ],
)
def test_what_cannot_be_done_is_refused(
    call: Callable[..., object], returned: Path, options: tuple[str, ...], name: str, reason: str
) -> None:
    out = returned.with_name(name)
    answer = call("marks", returned, *options, "-o", out)
    assert answer.code == 2
    assert reason in answer.err
    assert not out.exists()
