"""Several speeches in one file: told by their titles, nothing is changed."""

from __future__ import annotations

import pytest

from drafting.cleaning.cleaner import clean_text
from drafting.cleaning.several_speeches import find_several_speeches
from drafting.model.clean import CleaningKind

_BODY = "今年的收粮工作已经开始，各站点要把人手、仓容和资金备足，不让农户多跑一趟路。" * 4
_TITLES = ("在全县收粮工作会议上的讲话", "在粮站职工大会上的讲话", "在收粮总结会上的讲话")
_SPEECHES = [
    f"{title}\n县长　李庆和\n（2026年9月1{number}日）\n同志们：\n{_BODY}\n{_BODY}\n谢谢大家！"
    for number, title in enumerate(_TITLES)
]


@pytest.mark.parametrize("number", [2, 3])
def test_every_title_with_its_salutation_is_a_place(number: int) -> None:
    text = "\n".join(_SPEECHES[:number])
    places = find_several_speeches(text).places
    assert tuple(place.of(text) for place in places) == _TITLES[:number]


def test_it_is_told_and_nothing_is_changed() -> None:
    clean = clean_text("\n".join(_SPEECHES))
    (step,) = (one for one in clean.steps if one.kind is CleaningKind.SEVERAL_SPEECHES)
    assert (step.count, step.edits) == (3, ())
    assert step.samples == _TITLES
    assert step.kind.is_only_told


@pytest.mark.parametrize(
    "behind",
    [
        "同志们：\n" + _BODY,
        "三、认真学习县长在粮食工作会议上的讲话\n同志们：\n" + _BODY,
        "会后印发\n同志们，\n" + _BODY,
        "下面请县长在收粮工作会议上讲话。\n同志们：\n" + _BODY,
    ],
)
def test_one_speech_that_addresses_its_hearers_again_is_one(behind: str) -> None:
    assert find_several_speeches(f"{_SPEECHES[0]}\n{behind}").places == ()
