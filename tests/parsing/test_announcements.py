"""Counts as speeches announce them, in short passages of our own, and what keeps each."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafting.parsing.parser import parse_draft

# Each passage stands between the opening and the closing of a speech; behind it, what is to be
# read: the count's words, the number announced (几 for none) and the number found (? for none).
_FIXTURES = sorted((Path(__file__).parent.parent / "fixtures" / "parsing").glob("announce*.txt"))
_PASSAGES = [
    passage
    for fixture in _FIXTURES
    for passage in fixture.read_text(encoding="utf-8").strip().split("\n\n")
]
_SPEECHES = (_FIXTURES[0].parent / "headings_by_families.txt").read_text(encoding="utf-8")
_OPENING = "在全县重点工作推进会上的讲话\n同志们：\n今天召开这次会议，研究部署重点工作。\n"
_CLOSING = "\n同志们，让我们努力工作，完成任务！"


@pytest.mark.parametrize("passage", _PASSAGES, ids=lambda one: one[:12])
def test_an_announcement_is_read(passage: str) -> None:
    body, _, wanted = passage.rpartition("\n>")
    promises = parse_draft(_OPENING + body + _CLOSING).promises
    read = [
        f"{one.text} {one.count or '几'}/{'?' if one.found is None else one.found}"
        for one in promises
    ]
    assert "; ".join(read) == wanted.strip()


@pytest.mark.parametrize("speech", _SPEECHES.strip().split("\n\n"), ids=lambda one: one[:12])
def test_headings_are_read(speech: str) -> None:
    body, _, wanted = speech.rpartition("\n> ")
    headings = parse_draft(_OPENING + body + _CLOSING).headings
    assert [one.marker + one.text for one in headings if one.level == 1] == wanted.split(" | ")


def test_unnumbered_leads_behind_a_count_are_headings() -> None:
    body = (
        "我就讲三点。\n认识要清。当前的形势大家都看到了。\n责任要明。谁的事谁来办。\n"
        "落实要快。早一天动手，早一天主动。"
    )
    draft = parse_draft(_OPENING + body + _CLOSING)
    assert [one.text for one in draft.headings] == ["认识要清", "责任要明", "落实要快"]
    # Without the count they are sentences like others.
    alone = body.replace("我就讲三点。", "大家都很辛苦。")
    assert parse_draft(_OPENING + alone + _CLOSING).headings == ()


def test_parts_called_by_their_numbers_are_headings() -> None:
    body = "我讲三句话：\n一句话，要快。快在当下。\n第二句话，要实。实在手上。\n第三句话，要久。"
    draft = parse_draft(_OPENING + body + _CLOSING)
    assert [one.marker for one in draft.headings] == ["一句话，", "第二句话，", "第三句话，"]
    named = (
        "谈三个话题。\n话题一：从哪里来。\n我们从山里来。\n话题二：到哪里去。\n我们到海边去。\n"
        "话题三：怎么走。\n一步步走。"
    )
    headings = parse_draft(_OPENING + named + _CLOSING).headings
    assert [one.text for one in headings] == ["从哪里来", "到哪里去", "怎么走"]
