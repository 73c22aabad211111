"""Probabilities that sum to one, and a text is likelier in its own order."""

from __future__ import annotations

import numpy as np

from drafting.spelling.alphabet import BASE, encode, stream_of
from drafting.spelling.counts import count_texts
from drafting.spelling.language_model import CENTRE, WIDTH, LanguageModel

TEXTS = ["各乡镇要抓落实，抓重点，抓关键。", "各部门要抓落实，抓进度，抓质量，抓好每一项工作。"] * 3


def test_what_may_follow_adds_up_to_one() -> None:
    model = LanguageModel(count_texts(TEXTS))
    known = model.counts.keys[0]
    for before in ("门要抓落", "要抓", "好", "抓葡萄"):
        start = encode("，，，，" + before)[-4:]
        windows = np.ones((len(known), WIDTH), np.uint64)
        windows[:, :CENTRE] = start
        windows[:, CENTRE] = known
        seen = np.exp(model.score(windows).steps[0]).sum()
        windows[:, CENTRE] = encode("葡")
        unseen = float(np.exp(model.score(windows).steps[0][0])) * (float(BASE) - len(known))
        assert abs(seen + unseen - 1.0) < 0.01


def test_windows_and_running_text_agree() -> None:
    model = LanguageModel(count_texts(TEXTS))
    numbers = stream_of(["各部门要抓落实"]).numbers
    steps = model.step(numbers)
    for place in range(CENTRE, len(numbers) - CENTRE):
        window = numbers[place - CENTRE : place + CENTRE + 1][None, :]
        assert np.isclose(model.score(window).steps[0][0], steps[place])


def test_right_order_is_likelier() -> None:
    model = LanguageModel(count_texts(TEXTS))
    right, wrong = (stream_of([one]).numbers for one in ("各部门要抓落实", "各部门要抓实落"))
    assert model.step(right).sum() > model.step(wrong).sum()
