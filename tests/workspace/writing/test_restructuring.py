"""Where a text holds several speeches, a step stays within the one at the caret."""

from __future__ import annotations

import pytest

from drafting.errors import UsageError
from drafting.parsing.parser import parse_draft
from drafting.text.edits import apply_edits
from drafting.text.span import Span
from drafting.workspace.writing.editing import part_span
from drafting.workspace.writing.restructuring import PartStep, move_part_beside, restructure

_BODY = "各站点要把人手、仓容和资金备足，不让农户多跑一趟路。" * 5
_SPEECHES = [
    f"在{name}会议上的讲话\n同志们：\n今天讲三点意见。\n一、抓早\n{_BODY}\n二、抓细\n{_BODY}\n三、抓实\n{_BODY}\n\n"
    for name in ("收粮工作", "职工大会", "收粮总结")
]
_TEXT = "".join(_SPEECHES)
_STEPS = [PartStep.UP, PartStep.DEMOTE, PartStep.INSERT, PartStep.DELETE]


@pytest.mark.parametrize("number", [0, 1, 2])
@pytest.mark.parametrize("step", _STEPS)
def test_the_other_speeches_stay_as_they_are(number: int, step: PartStep) -> None:
    draft = parse_draft(_TEXT)
    assert len(draft.speeches) == len(_SPEECHES)
    start = draft.speeches[number].span.start
    place = _TEXT.index("三、", start) + 1
    done = restructure(draft, step, place)
    alone = restructure(parse_draft(_SPEECHES[number].rstrip()), step, place - start)
    changed = apply_edits(_TEXT, done.edits)
    mended = apply_edits(_SPEECHES[number].rstrip(), alone.edits)
    expected = [*_SPEECHES]
    expected[number] = mended + _SPEECHES[number][len(_SPEECHES[number].rstrip()) :]
    assert changed == "".join(expected)
    assert done.selected.of(changed) == alone.selected.of(mended)


def test_what_stands_around_the_parts_is_of_its_own_speech() -> None:
    draft = parse_draft(_TEXT)
    for speech in draft.speeches:
        start = speech.span.start
        first = _TEXT.index("一、", start)
        assert part_span(draft, start + 1) == Span(start, first)
        assert part_span(draft, speech.span.end - 1).end == speech.span.end
        assert part_span(draft, first + 3).of(_TEXT).startswith("一、抓早")


def test_a_part_does_not_leave_its_speech() -> None:
    draft = parse_draft(_TEXT)
    first, second = (_TEXT.index("一、", one.span.start) for one in draft.speeches[:2])
    with pytest.raises(UsageError, match="同一篇"):
        move_part_beside(draft, first, second)
    with pytest.raises(UsageError, match="没有同级"):
        restructure(draft, PartStep.DOWN, _TEXT.index("三、"))
