"""What stands above a speech: its title, who holds it, when and where, however it is set."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from drafting.model.draft import BlockKind
from drafting.parsing.parser import parse_draft

if TYPE_CHECKING:
    from pathlib import Path

_BODY = """今天这个会很重要，主要任务是安排下一步的工作，各级各部门都要把担子挑起来，把事情做到位。
一、认清形势
上半年各项工作开局不错，但差距也摆在面前，大家要看到压力。
二、抓住重点
要盯住几件大事，一件一件往前推，不能停在嘴上。
谢谢大家！
"""
_FIELDS = "题人职日会"


@pytest.fixture(scope="module")
def heads(project: Path) -> list[tuple[str, dict[str, str]]]:
    """Return every head as text, and behind it what is to be read: title, speaker, post, day …"""
    file = project / "tests" / "fixtures" / "parsing" / "heads.txt"
    found: list[tuple[str, dict[str, str]]] = []
    for part in file.read_text(encoding="utf-8").split("== ")[1:]:
        lines = part.rstrip("\n").split("\n")[1:]
        head = "\n".join(line for line in lines if not line.startswith("> "))
        found.append((head, {line[2]: line[4:] for line in lines if line.startswith("> ")}))
    return found


def _read(text: str) -> dict[str, str]:
    draft = parse_draft(text)
    about = draft.particulars
    day = None if about.date is None else about.date.isoformat()
    told = (draft.title, about.speaker, about.role, day, about.occasion)
    return {field: value for field, value in zip(_FIELDS, told, strict=True) if value}


def test_every_head_is_read_right(heads: list[tuple[str, dict[str, str]]]) -> None:
    wrong = [
        (head, told, wanted)
        for head, wanted in heads
        if (told := _read(f"{head}\n{_BODY}")) != wanted
    ]
    assert len(heads) > 80
    assert wrong == []


def test_the_pieces_of_a_line_follow_each_other(heads: list[tuple[str, dict[str, str]]]) -> None:
    for head, _ in heads:
        blocks = parse_draft(f"{head}\n{_BODY}").blocks
        assert all(one.span.end <= other.span.start for one, other in pairwise(blocks))
        text = f"{head}\n{_BODY}"
        held = "".join(one.span.of(text) for one in blocks)
        assert "".join(held.split()) == "".join(text.split())


def test_a_notice_without_its_speech_is_read_as_it_stands() -> None:
    notice = "关于印发陆建平同志讲话的通知\n各乡镇：\n现将陆建平同志的讲话印发给你们。"
    draft = parse_draft(notice)
    assert draft.title == "关于印发陆建平同志讲话的通知"
    assert draft.first(BlockKind.NOTE) is None
