"""Parts moved, raised, lowered, inserted, deleted: numbers and promises are right afterwards."""

from __future__ import annotations

from functools import partial
from itertools import product

import pytest

from drafting.checks.base import CheckContext
from drafting.checks.rules.structure.heading_number_gap import RULE as GAP
from drafting.checks.rules.structure.promise_not_kept import RULE as PROMISE
from drafting.errors import UsageError
from drafting.lexicons.lexicons import load_lexicons
from drafting.parsing.parser import parse_draft
from drafting.restructuring.levels import demote_part, promote_part
from drafting.restructuring.operations import (
    HEADING_SLOT,
    delete_part,
    insert_part,
    move_part,
    move_part_to,
    renumber_all,
)
from drafting.text.edits import apply_edits
from resources import resource_path

SPEECH = (
    "在全县春耕备耕现场会上的讲话\n同志们：\n今天开这个会，我讲三点意见。\n"
    "一、把水源管起来\n清河湾的水库见底了，要一座一座地看。\n"
    "二、把责任压下去\n重点抓好两个方面：\n（一）抓到村。村村有人管。\n（二）抓到田。块块有人看。\n"
    "三、把作风抓起来\n不说空话，不走过场。\n"
    "同志们，春耕不等人，让我们马上动起来！"
)
LIBRARY = sorted(resource_path("library").glob("*.txt"))
CONTEXT = CheckContext(load_lexicons())
STEPS = {
    "up": partial(move_part, by=-1),
    "down": partial(move_part, by=1),
    "delete": delete_part,
    "insert": insert_part,
    "promote": promote_part,
    "demote": demote_part,
}


def done(result, text=SPEECH):
    return apply_edits(text, result.edits)


def at(words, text=SPEECH):
    return text.index(words)


def faults(text):
    draft = parse_draft(text)
    return [one.message for rule in (GAP, PROMISE) for one in rule.check(draft, CONTEXT)]


def test_a_part_moves_up_with_all_below_it_and_the_numbers_stay():
    result = move_part(parse_draft(SPEECH), at("村村有人管"), 1)
    assert "（一）抓到田。块块有人看。\n（二）抓到村。村村有人管。" in done(result)
    result = move_part(parse_draft(SPEECH), at("三、"), -1)
    text = done(result)
    assert "二、把作风抓起来\n不说空话，不走过场。\n三、把责任压下去\n重点抓好两个方面" in text
    assert text.endswith("块块有人看。\n同志们，春耕不等人，让我们马上动起来！")
    assert text[result.selected.start :].startswith("二、把作风抓起来")
    assert "已上移“二、把作风抓起来”" in result.message


def test_a_deleted_part_takes_its_number_and_the_promise_with_it():
    text = done(delete_part(parse_draft(SPEECH), at("一、把水源")))
    assert "我讲两点意见" in text
    assert "一、把责任压下去" in text
    assert "二、把作风抓起来" in text
    assert "两个方面" in text
    assert faults(text) == []


def test_a_new_part_has_the_next_number_and_its_heading_is_selected():
    result = insert_part(parse_draft(SPEECH), at("清河湾"))
    text = done(result)
    assert f"二、{HEADING_SLOT}\n三、把责任压下去" in text
    assert "四、把作风抓起来" in text
    assert "我讲四点意见" in text
    assert result.selected.of(text) == HEADING_SLOT
    run_in = done(insert_part(parse_draft(SPEECH), at("块块有人看")))
    assert f"（三）{HEADING_SLOT}。\n三、把作风抓起来" in run_in
    assert "三个方面" in run_in


def test_a_new_part_beside_the_body_is_its_first_or_last():
    assert f"一、{HEADING_SLOT}\n二、把水源管起来" in done(insert_part(parse_draft(SPEECH), 0))
    text = done(insert_part(parse_draft(SPEECH), at("同志们，春耕")))
    assert f"不走过场。\n四、{HEADING_SLOT}\n同志们，春耕" in text


def test_the_first_heading_of_a_draft_without_any():
    text = "同志们：\n今天说一件事。"
    result = insert_part(parse_draft(text), len(text))
    assert done(result, text) == f"{text}\n一、{HEADING_SLOT}"
    assert done(insert_part(parse_draft(""), 0), "") == f"一、{HEADING_SLOT}"


def test_a_part_is_lowered_under_the_one_before_it_and_raised_again():
    lowered = done(demote_part(parse_draft(SPEECH), at("三、")))
    assert "（三）把作风抓起来" in lowered
    assert "我讲两点意见" in lowered
    assert "重点抓好三个方面" in lowered
    raised = promote_part(parse_draft(lowered), lowered.index("（三）"))
    assert done(raised, lowered) == SPEECH


def test_what_is_below_a_lowered_part_goes_a_level_down():
    text = done(demote_part(parse_draft(SPEECH), at("二、")))
    assert "（一）把责任压下去\n重点抓好两个方面：\n1.抓到村" in text.replace("1. ", "1.")
    assert "2.抓到田" in text
    assert "二、把作风抓起来" in text
    assert faults(text) == []


def test_later_siblings_come_under_a_raised_part():
    text = done(promote_part(parse_draft(SPEECH), at("（一）抓到村")))
    assert "三、抓到村。村村有人管。\n（一）抓到田。" in text
    assert "四、把作风抓起来" in text
    assert "我讲四点意见" in text


def test_dragging_to_another_place_and_under_another_part():
    draft = parse_draft(SPEECH)
    text = done(move_part_to(draft, at("三、"), at("一、")))
    assert "一、把作风抓起来\n不说空话，不走过场。\n二、把水源管起来" in text
    text = done(move_part_to(draft, at("（一）"), at("一、")))
    assert "要一座一座地看。\n（一）抓到村。村村有人管。\n二、把责任压下去" in text
    assert "（一）抓到田。" in text
    text = done(move_part_to(draft, at("一、"), at("三、"), is_behind=True))
    assert (
        text.index("二、把作风抓起来") < text.index("三、把水源管起来") < text.index("同志们，春")
    )


def test_words_that_count_are_dealt_out_again():
    text = (
        "同志们：\n我讲三点。\n首先，要抓水源。水库要一座一座看。\n其次，要抓农资。种子要到户。\n"
        "最后，要抓责任。村村有人管。\n大家回去就办。"
    )
    draft = parse_draft(text)
    moved = done(move_part(draft, text.index("其次"), -1), text)
    assert moved.index("首先，要抓农资") < moved.index("其次，要抓水源")
    left = done(delete_part(draft, text.index("其次")), text)
    assert "首先，要抓水源" in left
    assert "最后，要抓责任" in left


def test_what_cannot_be_done_is_said():
    draft = parse_draft(SPEECH)
    for action, words in (
        (lambda: move_part(draft, at("一、"), -1), "前面没有"),
        (lambda: move_part(draft, at("三、"), 1), "后面没有"),
        (lambda: move_part(draft, 0, 1), "光标不在"),
        (lambda: promote_part(draft, at("一、")), "最高"),
        (lambda: demote_part(draft, at("一、")), "无法降级"),
        (lambda: move_part_to(draft, at("二、"), at("（一）")), "自己的下面"),
        (lambda: move_part_to(draft, at("一、"), at("（一）")), "同一层次"),
        (lambda: delete_part(draft, at("同志们，春耕")), "光标不在"),
    ):
        with pytest.raises(UsageError, match=words):
            action()


def test_all_numbers_and_promises_are_put_right_at_once():
    broken = SPEECH.replace("三、", "五、").replace("（二）", "（三）").replace("三点", "六点")
    result = renumber_all(parse_draft(broken))
    assert done(result, broken) == SPEECH
    assert result.message == "已改好序号 2 处、预告 1 处。"
    assert renumber_all(parse_draft(SPEECH)).edits == ()


def test_a_promise_that_was_wrong_before_is_left_to_its_author():
    wrong = SPEECH.replace("三点", "七点")
    assert "七点" in done(move_part(parse_draft(wrong), wrong.index("三、"), -1), wrong)


@pytest.mark.parametrize("path", LIBRARY, ids=lambda path: path.stem)
def test_after_each_step_in_each_speech_numbers_and_promises_are_right(path):
    text = path.read_text(encoding="utf-8").rstrip("\n")
    draft = parse_draft(text)
    assert faults(text) == []
    tried = 0
    for heading, (name, step) in product(draft.headings, STEPS.items()):
        try:
            result = step(draft, heading.span.start)
        except UsageError:
            continue
        if "例子" in heading.marker:
            continue  # 三个例子， behind them is then read as a marker, too
        tried += 1
        assert faults(apply_edits(text, result.edits)) == [], (name, heading.marker)
    assert tried or not draft.headings
