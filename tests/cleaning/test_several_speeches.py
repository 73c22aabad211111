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


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("在粮站职工大会上的讲话\n各位职工：\n", "在粮站职工大会上的讲话"),
        ("在粮站职工大会上的讲话\n同志们：今天讲几句。", "在粮站职工大会上的讲话"),
        ("在粮站职工大会上的讲话\n（2026年9月5日）\n", "在粮站职工大会上的讲话"),
        (
            "在全县粮食系统职工大会\n暨收粮工作动员会上的讲话\n——谈服务\n县长　李庆和\n同志们：\n",
            "在全县粮食系统职工大会\n暨收粮工作动员会上的讲话",
        ),
        ("全县粮食工作会交流发言\n粮站站长　周立诚\n尊敬的李县长：\n", "全县粮食工作会交流发言"),
    ],
)
def test_heads_in_all_forms_begin_a_speech(head: str, title: str) -> None:
    text = f"{_SPEECHES[0]}\n{head}{_BODY}\n{_BODY}"
    assert [one.of(text) for one in find_several_speeches(text).places] == [_TITLES[0], title]


def test_it_is_told_and_nothing_is_changed() -> None:
    clean = clean_text("\n".join(_SPEECHES))
    (step,) = (one for one in clean.steps if one.kind is CleaningKind.SEVERAL_SPEECHES)
    assert step.count == 3
    assert step.samples == _TITLES
    assert step.kind.is_only_told


@pytest.mark.parametrize(
    "behind",
    [
        "同志们：\n" + _BODY,
        "三、认真学习县长在粮食工作会议上的讲话\n同志们：\n" + _BODY,
        "会后印发\n同志们，\n" + _BODY,
        "下面请县长在收粮工作会议上讲话。\n同志们：\n" + _BODY,
        # A host calls somebody up and speaks again.
        "李庆和县长讲话\n同志们：\n" + _BODY,
        "（周立诚同志发言）\n同志们，刚才讲得很好。\n" + _BODY,
        # What is handed out with a speech.
        "附件：在全市收粮工作会议上的讲话\n2026年9月8日",
    ],
)
def test_one_speech_that_addresses_its_hearers_again_is_one(behind: str) -> None:
    assert find_several_speeches(f"{_SPEECHES[0]}\n{behind}").places == ()
