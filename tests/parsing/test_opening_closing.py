"""Where opening and closing stand, and what an opening does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from drafting.model.draft import Draft, Move
from drafting.parsing.parser import parse_draft

if TYPE_CHECKING:
    from collections.abc import Callable

FILL = "各单位都要把自己的事办好，不等不靠，一件一件见结果。"


def closing(draft: Draft) -> str | None:
    return None if draft.closing is None else draft.closing.of(draft.text)


def test_moves_in_the_order_of_the_text(speech: Callable[[str], Draft]) -> None:
    draft = speech("mobilisation")
    assert draft.opening is not None
    assert draft.opening.moves == tuple(Move)
    assert draft.opening.span.of(draft.text).startswith("今天，县委")
    assert draft.opening.span.of(draft.text).endswith("下面，我讲三点意见。")


def test_no_opening_without_text_before_the_first_heading() -> None:
    assert parse_draft(f"同志们：\n一、抓好收购\n{FILL}").opening is None
    assert parse_draft(f"{FILL}\n{FILL}").opening is None


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("mobilisation", "同志们，河清了"),
        ("leads", "同志们，路还长"),
        ("displaced", "全年目标任务不轻，总之。"),
        ("greeting", "最后，祝公园开园"),
        ("narrow", "同志们,粮食入了仓"),
        ("broken", None),
        ("glued", None),
    ],
)
def test_closing(speech: Callable[[str], Draft], name: str, start: str | None) -> None:
    found = closing(speech(name))
    assert found is None if start is None else (found or "").startswith(start)


@pytest.mark.parametrize(
    "last",
    [
        "同志们，新的一年已经开始。让我们一起加油干！",
        "各位代表！蓝图已经绘就，让我们一起加油干！",
        "总之，这件事只能办好，不能办砸。",
        "让我们拿出十足的干劲，为建设美丽家园而奋斗！",
        "我就讲这些，供大家参考。",
        "今天，我就讲这么多。",
        "以上是我的发言。",
        "以上汇报，不妥之处，请批评指正。",
        "最后，祝大家工作顺利！谢谢大家！",
        "祝老师们工作顺利，祝同学们学业有成！",
        "衷心祝愿樱桃节越办越好！\n谢谢大家！",
        "现在，我宣布，云岭县第八届樱桃节开幕！",
    ],
)
def test_forms_of_closing(last: str) -> None:
    text = f"同志们：\n{FILL}\n一、抓好收购\n{FILL}\n二、抓好付款\n{FILL}\n{last}"
    assert closing(parse_draft(text)) == last


def test_closing_glued_to_the_last_part() -> None:
    last = "同志们，责任重大，让我们一起加油干！"
    text = f"同志们：\n{FILL}\n一、抓好收购\n{FILL}\n二、抓好付款。{FILL}{last}"
    assert closing(parse_draft(text)) == last


def test_the_outline_ends_at_the_closing(speech: Callable[[str], Draft]) -> None:
    draft = speech("mobilisation")
    assert draft.outline is not None
    assert draft.closing is not None
    assert draft.outline.sections[-1].span.end == draft.closing.start
    assert [len(section.children) for section in draft.outline.sections] == [2, 0, 3]


@pytest.mark.parametrize(
    "last",
    [
        "请县委放心，请同志们监督！",
        "今天的传达就到这里。",
        "年关将近，希望同志们把各项措施落到最末梢。",
        "亲爱的同学们，让我们从今天出发！",
    ],
)
def test_last_paragraphs_that_close(last: str) -> None:
    fill = "各单位都要把自己的事办好，不等不靠。"
    draft = parse_draft(f"同志们：\n{fill}\n一、认清形势。{fill}\n二、抓住重点。{fill}\n{last}")
    assert draft.closing is not None
    assert draft.closing.of(draft.text) == last


def test_the_only_paragraph_of_the_last_part_is_no_closing() -> None:
    fill = "各单位都要把自己的事办好，不等不靠。"
    draft = parse_draft(f"同志们：\n{fill}\n一、认清形势\n{fill}\n二、抓住重点\n希望大家都来出力。")
    assert draft.closing is None


@pytest.mark.parametrize("last", ["祝寿的酒席要从简，党员带头。", "祝贺的话不多讲，各村把活干好。"])
def test_a_wish_as_a_word_is_no_closing(last: str) -> None:
    fill = "各单位都要把自己的事办好，不等不靠。"
    draft = parse_draft(f"同志们：\n{fill}\n一、认清形势\n{fill}\n二、抓住重点\n{fill}\n{last}")
    assert draft.closing is None
