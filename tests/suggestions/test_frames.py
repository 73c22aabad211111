"""Fixed parts of frames, and counting them."""

from __future__ import annotations

from drafting.suggestions.frames import count_uses, fixed_parts
from drafting.suggestions.usage import UsageCounter
from tests.clock import seconds


def test_fixed_parts_stand_between_slots_without_marks():
    assert fixed_parts("今天，我们召开{会议名称}，主要任务是{主要任务}。") == (
        "今天，我们召开",
        "主要任务是",
    )
    assert fixed_parts("攻坚克难") == ("攻坚克难",)
    assert fixed_parts("{一}{二}") == ()


def test_frame_counts_in_order_within_one_sentence():
    parts = fixed_parts("既要{甲}，又要{乙}。")
    assert count_uses("既要快，又要好。", parts) == 1
    assert count_uses("又要好，既要快。", parts) == 0
    assert count_uses("既要快。又要好。", parts) == 0
    assert count_uses("既要快，又要好；既要稳，又要准。既要实，又要细。", parts) == 3


def test_plain_phrase_counts_everywhere():
    assert count_uses("攻坚克难，再攻坚克难\n攻坚克难", ("攻坚克难",)) == 3
    assert count_uses("攻坚", ()) == 0


def test_phrase_of_two_sentences_counts_by_its_first():
    parts = fixed_parts("同志们，任务已经明确。让我们{行动}！")
    assert count_uses("同志们，任务已经明确。让我们出发！", parts) == 1


def test_counting_is_linear_on_adversarial_text():
    parts = fixed_parts("把{甲}变成{乙}，把{丙}变成{丁}。")
    for text in ("把变成" * 40_000, "把" * 120_000, "把变成把变成。" * 20_000):
        begin = seconds()
        count_uses(text, parts)
        assert seconds() - begin < 1


def test_counter_agrees_with_counting_one_by_one():
    phrases = [fixed_parts(one) for one in ("攻坚克难", "克难", "既要{甲}，又要{乙}。", "无此语")]
    text = "攻坚克难，既要快，又要好。再攻坚克难。"
    assert UsageCounter(phrases).count(text) == {0: 2, 1: 2, 2: 1}
