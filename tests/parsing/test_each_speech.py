"""Several speeches in one file: what one announces is answered by its own parts only."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from drafting.cleaning.cleaner import clean_text
from drafting.importers.registry import import_bytes
from drafting.parsing.each_speech import taken_apart
from drafting.parsing.parser import parse_draft

if TYPE_CHECKING:
    from pathlib import Path

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


_FILE = (
    "在全县收粮工作会议上的讲话\n县长　李庆和\n（2026年9月1日）\n同志们：\n"
    f"今天开个会，{_BODY}下面我讲两点意见。\n一、抓早\n{_BODY}\n（一）早备仓。{_BODY}\n（二）早验器。{_BODY}\n"
    f"二、抓细\n{_BODY}\n同志们，让我们一起努力！\n\n"
    "在粮站职工大会上的讲话\n——围绕服务讲几句\n粮食局局长　周立诚\n（2026年9月8日）\n各位职工：\n"
    f"{_BODY}\n一、守规矩\n{_BODY}\n二、暖人心\n{_BODY}\n三、讲效率\n{_BODY}\n谢谢大家！\n\n"
    f"收粮总结会主持词\n同志们：\n现在开会。{_BODY}\n一、通报情况\n{_BODY}\n二、交流发言\n{_BODY}\n散会。\n"
)


def test_each_speech_has_all_that_a_speech_has() -> None:
    draft = parse_draft(_FILE)
    told = [
        (draft.title_in(one.span), one.particulars.speaker, one.particulars.date)
        for one in draft.speeches
    ]
    assert told == [
        ("在全县收粮工作会议上的讲话", "李庆和", dt.date(2026, 9, 1)),
        ("在粮站职工大会上的讲话", "周立诚", dt.date(2026, 9, 8)),
        ("收粮总结会主持词", None, None),
    ]
    assert draft.title == told[0][0]
    assert draft.particulars == draft.speeches[0].particulars
    levels = [(one.level, one.marker) for one in draft.headings]
    first = [(1, "一、"), (2, "（一）"), (2, "（二）"), (1, "二、")]
    assert levels == [*first, *[(1, marker) for marker in ("一、", "二、", "三、", "一、", "二、")]]
    closings = [one.closing and one.closing.of(_FILE).strip() for one in draft.speeches]
    assert closings == ["同志们，让我们一起努力！", "谢谢大家！", "散会。"]
    assert draft.closing == draft.speeches[-1].closing


def test_all_places_are_those_of_the_file() -> None:
    draft = parse_draft(_FILE.replace("们", "們"))
    assert "".join(one.span.of(draft.text) for one in draft.speeches) == draft.text
    assert draft.outline is not None
    groups = [len(one) for one in draft.outline.sibling_groups()]
    assert groups == [2, 3, 2, 2]
    assert [one.heading for one in draft.outline.iter_sections()] == list(draft.headings)
    for heading in draft.headings:
        assert heading.span.of(draft.text) == heading.marker + heading.text
        assert draft.blocks[heading.block].span.contains(heading.span)
    for one in draft.speeches:
        alone = parse_draft(one.span.of(draft.text))
        assert len(alone.headings) == sum(one.span.contains(h.span) for h in draft.headings)
        assert not alone.speeches


@pytest.mark.parametrize("tail", ["", "\n　　"])
def test_taken_apart_each_is_what_it_is_alone(tail: str) -> None:
    draft = parse_draft(_FILE + tail)
    alone = [parse_draft(one.span.of(draft.text)) for one in draft.speeches]
    assert taken_apart(draft) == [replace(one, evidence=()) for one in alone]
    assert [one.outline for one in taken_apart(draft)] == [one.outline for one in alone]
    assert taken_apart(alone[0]) == []


def test_every_shipped_speech_begins_behind_another(project: Path) -> None:
    folder = project / "tests" / "acceptance" / "speeches"
    files = sorted([*folder.glob("*.txt"), *(project / "resources" / "library").glob("*.txt")])
    texts = [
        clean_text(import_bytes(one.read_bytes(), one.name).text).text.strip() for one in files
    ]
    for first, second in pairwise(texts):
        whole = parse_draft(f"{first}\n{second}", has_promises=False)
        alone = [parse_draft(one, has_promises=False) for one in (first, second)]
        told = [whole.title_in(one.span) for one in whole.speeches]
        assert told == [one.title for one in alone]
        headings = [(one.level, one.text) for one in whole.headings]
        assert headings == [(one.level, one.text) for draft in alone for one in draft.headings]
