"""Parts without numbers behind a count: words of one character, one part more than announced."""

from __future__ import annotations

import pytest

from drafting.parsing.parser import parse_draft
from tests.parsing.passages import agreed, compared, passages_of

_FIRST = passages_of("one_character_leads_first")
_SECOND = passages_of("one_character_leads_second")


@pytest.mark.parametrize("cleaned", [False, True])
def test_words_of_one_character_lead_their_parts(*, cleaned: bool) -> None:
    """Of the second half, 58 were right when they were first read; 45 of the first half."""
    assert agreed(_FIRST, cleaned=cleaned) == (56, 56)
    right, there = agreed(_SECOND, cleaned=cleaned)
    assert there == 60
    assert right >= 58


@pytest.mark.parametrize("passage", _FIRST + _SECOND, ids=lambda one: one[:24])
def test_no_other_paragraph_is_a_heading(passage: str) -> None:
    wanted, found = compared(passage, cleaned=False)
    assert len(found) == len(wanted)


_LEADS = (
    "思想要到位。安全没有小事，谁也不许心存侥幸。\n"
    "组织要到位。各乡镇今晚就把班子搭起来，明早报名单。\n"
    "措施要到位。沙袋、水泵、冲锋舟，一样一样点清楚。\n"
)


def test_one_part_more_than_announced_belongs_to_its_row() -> None:
    text = f"同志们：\n要做到三个到位。\n{_LEADS}督查要到位。县委督查室每天一通报。\n散会。"
    draft = parse_draft(text)
    assert [one.text for one in draft.headings][-1] == "督查要到位"
    (promise,) = draft.promises
    assert (promise.count, promise.found, promise.kept) == (3, 4, False)


@pytest.mark.parametrize(
    "behind", ["同志们，汛情就是命令。大家马上行动。", "我们要迎难而上。困难总比办法少。"]
)
def test_another_paragraph_behind_the_row_is_none_of_it(behind: str) -> None:
    draft = parse_draft(f"同志们：\n要做到三个到位。\n{_LEADS}{behind}\n散会。")
    assert len(draft.headings) == 3
    assert draft.promises[0].kept is True
