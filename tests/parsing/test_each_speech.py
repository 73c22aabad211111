"""Several speeches in one file: what one announces is answered by its own parts only."""

from __future__ import annotations

import pytest

from drafting.parsing.parser import parse_draft

_BODY = "今年的收粮工作已经开始，各站点要把人手、仓容和资金备足，不让农户多跑一趟路。" * 6
_HEADINGS = ("一、抓早", "二、抓细", "三、抓实")


def _speech(title: str, announcement: str, parts: int) -> str:
    headings = "\n".join(f"{heading}\n{_BODY}" for heading in _HEADINGS[:parts])
    return f"{title}\n李庆和\n同志们：\n今天开个短会。{announcement}\n{headings}\n谢谢大家！\n"


@pytest.mark.parametrize(
    ("announced", "parts", "found"),
    [
        (("讲三点意见。", "讲三点意见。"), (3, 3), [(3, 3), (3, 3)]),
        (("讲三点意见。", "讲两点意见。"), (2, 3), [(3, 2), (2, 3)]),
        (("讲几点意见。", "辛苦大家了。"), (2, 3), [(None, 2)]),
        # Without parts of its own a count is no more kept, or broken, than in a file alone.
        (("讲三点意见。", "辛苦大家了。"), (0, 3), [(3, None)]),
        (("讲两点意见。", "讲三点意见。"), (0, 3), [(2, None), (3, 3)]),
        (("讲三件事。一是收粮，二是存粮。", "一是调粮，二是卖粮，三是护粮。"), (0, 0), [(3, 2)]),
    ],
)
def test_a_speech_keeps_what_it_announces(
    announced: tuple[str, str], parts: tuple[int, int], found: list[tuple[int | None, int | None]]
) -> None:
    first = _speech("在全县收粮工作会议上的讲话", announced[0] + _BODY, parts[0])
    text = first + _speech("在粮站职工大会上的讲话", announced[1] + _BODY, parts[1])
    promises = parse_draft(text).promises
    assert [(one.count, one.found) for one in promises] == found
    # All places are those of the whole file, in its own script.
    assert all(one.span.of(text) == one.text for one in promises)
    headings = {one.span for one in parse_draft(text).headings}
    kept_by_parts = [one for one in promises if one.found in parts]
    assert all(headings.issuperset(one.members) for one in kept_by_parts)
