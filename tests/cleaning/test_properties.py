"""What holds for every text: nothing raises, cleaning twice is cleaning once, the map is true."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafting.cleaning.cleaner import STEPS, clean_text
from drafting.model.clean import CleaningKind
from drafting.text.edits import apply_edits
from tests.clock import seconds_of

PIECES = [
    "清河湾县", "同志们", "：", ":", "，", ",", "。", ".", "\n", "\n\n", " ", "\u3000", "(", ")",
    "（", "）", "“", "”", '"', "'", "1、", "2、", "3、", "一、", "（一）", "讲话", "会议", "縣",
    "著", "乾淨", "干部", "??h", "?", "!", "\ufffd", "\ue5e5", "\u200b", "\xa0", "\r\n", "１２",
    "Ａ", "，０００", "qú", "dang", "渠(qú)", "党(dang)", "首页 > 公文", "相关推荐", "来源：",
    "https://a.cn/b", "11-02", "- ", "(2)", "第1页", "在清河湾县入冬工作会上的讲话", "王 强",
    "龚", "%", "5", "GDP", "…", "⼯", "\x07", "【", "】", "下载",
    "粮站要开足六条线，让农户当天来当天回，不许压级压价，也不许打白条。", "、", "各位代表",
    "\ud800",
]  # fmt: skip
texts = st.lists(st.sampled_from(PIECES), max_size=40).map("".join) | st.text(max_size=80)


@settings(max_examples=400, deadline=None, derandomize=True)
@given(texts)
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    once = clean_text(text)
    assert clean_text(once.text).text == once.text


@settings(max_examples=300, deadline=None, derandomize=True)
@given(texts)
def test_steps_lead_from_the_imported_text_to_the_clean_one(text: str) -> None:
    clean = clean_text(text)
    places = [clean.origin.to_old(at) for at in range(len(clean.text) + 1)]
    assert all(0 <= place <= len(text) for place in places)
    assert places == sorted(places)
    assert "\n\n" not in clean.text
    assert clean.text == clean.text.strip()
    for record in clean.steps:
        assert record.count > 0
        assert len(record.samples) <= 5
        assert record.line is not None
        assert 1 <= record.line <= text.count("\n") + 1


@settings(max_examples=200, deadline=None, derandomize=True)
@given(texts)
def test_edits_of_a_step_stand_in_the_text_before_it(text: str) -> None:
    current = text
    for step in STEPS:
        result = step.find(current)
        current = result.in_place or apply_edits(current, result.edits)
    assert current == clean_text(text).text


ADVERSARIAL = {
    "brackets": "(",
    "opened after Han": "汉(",
    "spaces": " ",
    "spaced Han": "汉 ",
    "question marks": "?",
    "digits": "1",
    "full-width figures": "１，０００．",
    "list numbers": "1、\n",
    "line breaks": "\n",
    "Han": "汉",
    "traditional": "縣",
    "one phrase": "乾",
    "pinyin": "汉(a",
    "notes": "(hàn)",
    "quotes": "汉\"'",
    "salutations": "尊敬的各位领导、",
    "breadcrumbs": "首页>",
    "wide brackets": "【（(",
    "addresses": "http://a ",
    "titles": "《",
    "dates": "11-02标题\n",
}


@pytest.mark.parametrize("piece", ADVERSARIAL.values(), ids=ADVERSARIAL.keys())
def test_time_grows_no_faster_than_the_text(piece: str) -> None:
    def taken(length: int) -> float:
        text = piece * (length // len(piece))
        return seconds_of(lambda: clean_text(text))

    clean_text(piece * 100)  # word lists are read once
    small = min(taken(10_000) for _ in range(3))
    large = min(taken(100_000) for _ in range(2))
    # Ten times the text may take ten times as long; a square would take a hundred times.
    assert large < max(40 * small, 0.5)


def test_a_speech_of_ten_thousand_characters_is_cleaned_at_once() -> None:
    paragraph = "粮站要开足六条线,让农户当天来当天回,不许压级压价,也不许打白条." * 12
    text = "在清河湾县会上的讲话\n同志们:\n" + f"{paragraph}\n" * 26
    assert len(text) > 10_000
    assert min(seconds_of(lambda: clean_text(text)) for _ in range(5)) < 0.03


@pytest.mark.parametrize("kind", list(CleaningKind))
def test_every_kind_can_be_left_out(kind: CleaningKind) -> None:
    text = "在清河湾县会上的讲话同志们:縣裏 開會(kāi),１２点\ufffd"
    assert kind not in {record.kind for record in clean_text(text, without={kind}).steps}
