"""第一点, 第二点 glued to their text without any mark: parts where a count announces them, only."""

from __future__ import annotations

import pytest

from drafting.parsing.parser import parse_draft

_OPENING = "在渡口整治会上的讲话\n同志们，渡口的事拖了两年，今天当面说透。"
_FILL = "船老大昨天夜里在码头等到十一点，水位还在涨，缆绳换了两根。"


def _headings(said: str) -> list[str]:
    found = parse_draft(f"{_OPENING}{said}").headings
    return [f"{one.marker}|{one.text}" for one in found]


# What announces, and each number, its heading and the text that ran into it.
_ROWS = [
    ("我提几点要求。", [
        ("第一点", "要把船管住", "去年有两条船没有证也下了水，出了事谁都赔不起。"),
        ("第二点", "要把人看牢", "老人过河要有人搀，孩子上船要穿好救生衣。"),
    ]),
    ("我今天来，主要是回答三个问题。", [
        ("第一个问题", "修什么", "大家提得最多的是石阶，雨天一踩一滑。"),
        ("第二个问题", "钱从哪里来", "一共要六十万元，县里出大头，村里出小头。"),
        ("第三个问题", "什么时候修完", "九月动工，十二月通船，中间不停渡。"),
    ]),
    ("我听了以后有几点体会，也跟大家说说。", [
        ("第一点体会是", "胆子要放开", "这条航线谁都想过，只有老郭敢贷款买船。"),
        ("第二点体会是", "规矩要立住", "从去年起，超一个人他就不开船。"),
    ]),
    # With its own mark behind it.
    ("我提两点要求。", [
        ("第一点", "要把船管住", "。去年有两条船没有证也下了水。"),
        ("第二点", "要把人看牢", "。老人过河要有人搀。"),
    ]),
]  # fmt: skip


@pytest.mark.parametrize(("announced", "row"), _ROWS, ids=lambda one: one[0][0])
def test_a_row_that_is_announced_numbers_parts(
    announced: str, row: list[tuple[str, str, str]]
) -> None:
    said = announced + "".join("".join(part) + _FILL for part in row)
    assert _headings(said) == [f"{marker}|{heading}" for marker, heading, _ in row]


@pytest.mark.parametrize(
    "said",
    [
        # Prose that tells of what it numbers.
        f"我回答两个问题。第一个问题已经解决。{_FILL}第二个问题还没有。{_FILL}",
        f"我回答两个问题。第一个问题大家都清楚，不用多讲。{_FILL}第二个问题我来说几句。{_FILL}",
        f"我讲两件事。第一件事上个月办完了，大家满意。{_FILL}第二件事正在办，别着急。{_FILL}",
        f"我讲两个问题。第一个问题的答案在账上。{_FILL}第二个问题的答案在河里。{_FILL}",
        f"我回答两个问题。第一个问题老李答得好。{_FILL}第二个问题小王答得好。{_FILL}",
        # Not the row that the count announces: another number, another thing, only one, no count.
        f"我讲三点要求。第一点要把船管住去年出过事。{_FILL}第二点要把人看牢今年不能再出。{_FILL}",
        f"我提几条要求。第一点要把船管住去年出过事。{_FILL}第二点要把人看牢今年不能再出。{_FILL}",
        f"我提几点要求。第一点要把船管住去年出过事。{_FILL}",
        f"大家都很辛苦。第一点要把船管住去年出过事。{_FILL}第二点要把人看牢今年不能再出。{_FILL}",
        # What is counted is no part of a speech.
        f"工期分两个阶段。第一个阶段从三月到五月。{_FILL}第二个阶段从六月到八月。{_FILL}",
        f"我们修了两条路。第一条路通到山上的茶场。{_FILL}第二条路通到河边的渡口。{_FILL}",
        f"今年招了两批人。第一批都是本地人。{_FILL}第二批都是外地人。{_FILL}",
        f"我讲两点。第一点是船要修。{_FILL}第二点是人要管。{_FILL}",
        # Inside a sentence.
        f"我提几点要求。先说第一点要把船管住去年出过事，再说第二点要把人看牢。{_FILL}",
    ],
)
def test_what_only_tells_of_its_numbers_is_no_heading(said: str) -> None:
    assert _headings(said) == []
