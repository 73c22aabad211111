"""Odd, huge and hostile text: never an error, never slow, every span true."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from drafting.parsing.parser import parse_draft
from tests.clock import seconds_of

if TYPE_CHECKING:
    from drafting.model.draft import Draft

PIECES = (
    "一、", "（一）", "1.", "（1）", "①", "第一，", "第二，", "一要", "二要", "一是", "首先，",
    "一方面", "另一方面", "——", "\n", "。", "，", "；", "：", "“", "”", "（", "）", "三点意见",
    "“五化”", "两个", "同志们：", "各位代表！", "2026年10月20日", "在全县大会上的讲话",
    "（根据录音整理）", "县长 王明", "的是，", "抓好工作", "、", "和", "等", "6个", "\u200b",
    "\u3000", " ", "\r", "\x00", "\U0001f600", "讲", "下面，我", "最后，", "让我们", "\ud800",
    "这", "这三种角色", "既要快", "就是", "“三个不”", "不怕难，", "四句话：", "一条",
)  # fmt: skip


def assert_true_spans(draft: Draft, text: str) -> None:
    assert draft.text == text
    position = 0
    for block in draft.blocks:
        assert position <= block.span.start <= block.span.end <= len(text)
        position = block.span.end
    for heading in draft.headings:
        assert draft.blocks[heading.block].span.contains(heading.span)
        assert heading.marker_span.of(text).strip() == heading.marker
        assert heading.span.of(text).endswith(heading.text)
        assert 1 <= heading.level <= 4
    for promise in draft.promises:
        assert promise.span.of(text) == promise.text
        assert promise.span.contains(promise.count_span)
    for series in draft.items:
        for start, marker in zip(series.starts, series.markers, strict=True):
            assert text.startswith(marker, start)


@pytest.mark.parametrize("seed", range(300))
def test_any_text_gives_true_spans(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 — repeatable nonsense, no secret
    text = "".join(chance.choice(PIECES) for _ in range(chance.randint(0, 120)))
    assert_true_spans(parse_draft(text), text)


@pytest.mark.parametrize(
    "text", ["", "\n", " \n\u3000\n", "一", "一、", "。", "同志们：", "（一）\u3000\n——"]
)
def test_next_to_nothing(text: str) -> None:
    assert_true_spans(parse_draft(text), text)


def test_members_in_an_indented_line_below_their_count() -> None:
    text = "这次下乡要带两样东西。\n\u3000\u3000一样是雨衣，一样是手电。"
    assert_true_spans(parse_draft(text), text)


def test_the_first_member_just_begun() -> None:
    text = "会上要办两件事，一件"
    assert_true_spans(parse_draft(text), text)


@pytest.mark.parametrize(
    "piece",
    [
        "县",
        "第一，",
        "。一、",
        "一、抓好工作。\n",
        "三点意见：",
        "甲、乙“五化”",
        "——甲\n",
        "“",
        "（一）",
    ],
)
def test_time_grows_with_the_length_only(piece: str) -> None:
    def taken(length: int) -> float:
        text = piece * (length // len(piece))
        return min(seconds_of(lambda: parse_draft(text)) for _ in range(2))

    small = max(taken(20_000), 0.005)
    assert taken(160_000) < 30 * small


def test_short_clauses_before_what_sums_them_up() -> None:
    draft = parse_draft("同志们：\n快，狠，这三种角色都要当好。")
    assert [promise.kept for promise in draft.promises] != [False]


def test_a_speech_is_read_in_the_wink_of_an_eye() -> None:
    part = (
        "（一）把路修好。"
        + "各村都要把自己的那一段守住，一要早动手，二要快推进，谁也不许拖后腿。" * 12
        + "\n"
    )
    text = (
        "在全县大会上的讲话\n同志们：\n下面，我讲三点意见。\n" + ("一、抓好建设\n" + part * 4) * 6
    )
    assert len(text) > 9_000
    parse_draft(text)
    best = min(seconds_of(lambda: parse_draft(text)) for _ in range(5))
    assert best < 0.05  # 0.01 on the machine it was written on
