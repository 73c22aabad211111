"""Counts that are kept are not called broken where their rows are worded a little otherwise.

Passages that are torn and patched anywhere are read without failing.
"""

from __future__ import annotations

import random
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from drafting.parsing.parser import parse_draft

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from drafting.text.span import Span

_FIXTURES = Path(__file__).parent.parent / "fixtures" / "parsing"
_OPENING = "在全县重点工作推进会上的讲话\n同志们：\n今天召开这次会议，研究部署重点工作。\n"
_CLOSING = "\n同志们，让我们努力工作，完成任务！"
# Every so many-th passage is taken: each of them stands for others of its kind.
_EVERY, _FEWEST = 9, 3
_TEXTS, _SEED = 2_000, 8
_PATCHES = "，。；：、！？“”（）\n—一二三四第首其次最后再还有个点条项是要"


def _before_last(words: str) -> Callable[[str, tuple[Span, ...]], str]:
    return lambda text, row: text[: row[-1].start] + words + text[row[-1].start :]


def _linked(text: str, row: tuple[Span, ...]) -> str:
    last = row[-1].start
    return text[: last - 1] + "以及" + text[last:] if text[last - 1] in "，；、" else text


def _behind_last(words: str) -> Callable[[str, tuple[Span, ...]], str]:
    def reworded(text: str, row: tuple[Span, ...]) -> str:
        stop = text.find("。", row[-1].start)
        return text[:stop] + words + text[stop:]

    return reworded


def _without_a_number(text: str, row: tuple[Span, ...]) -> str:
    """Return 一、…其次，…三、… for 一、…二、…三、…."""
    second = row[1].start
    for number in ("二、", "二是", "二要", "第二，"):
        if text.startswith(number, second):
            return text[:second] + "其次，" + text[second + len(number) :]
    return text


REWORDINGS: dict[str, Callable[[str, tuple[Span, ...]], str]] = {
    "再一个": _before_last("再一个，"),
    "还有一点": _before_last("还有一点，"),
    "特别是": _before_last("特别是"),
    "以及": _linked,
    "件件都要落实": _behind_last("，件件都要落实"),
    "推动": _behind_last("，推动各项工作再上新台阶"),
    "此外": _behind_last("；此外，还要抓好宣传"),
    "no number": _without_a_number,
}


def _passages() -> Iterator[str]:
    for fixture in sorted(_FIXTURES.glob("announcements*.txt")):
        for passage in fixture.read_text(encoding="utf-8").strip().split("\n\n")[::_EVERY]:
            yield _OPENING + passage.rpartition("\n>")[0] + _CLOSING


@pytest.fixture(scope="module")
def rows() -> list[tuple[str, tuple[Span, ...]]]:
    """Return speeches that keep all their counts, each with the members of one of them."""
    found = []
    for text in _passages():
        promises = parse_draft(text).promises
        if any(one.kept is False for one in promises):
            continue
        found += [
            (text, one.members)
            for one in promises
            if one.kept and len(one.members) >= _FEWEST and one.members[0].start >= one.span.end
        ]
    assert all(one.start < after.start for _, row in found for one, after in pairwise(row))
    return found


@pytest.mark.parametrize("name", REWORDINGS)
def test_a_kept_count_is_not_called_broken(
    name: str, rows: list[tuple[str, tuple[Span, ...]]]
) -> None:
    reworded = [(text, REWORDINGS[name](text, row)) for text, row in rows]
    changed = [after for before, after in reworded if after != before]
    assert len(changed) > len(rows) // 50
    broken = [
        (one.text, one.count, one.found, text[len(_OPENING) :][:60])
        for text in changed
        for one in parse_draft(text).promises
        if one.kept is False
    ]
    assert broken == []


def _torn(source: random.Random, text: str) -> str:
    characters = list(text)
    for _ in range(source.randrange(1, 6)):
        place = source.randrange(len(characters))
        patch = source.choice(["", source.choice(_PATCHES), text[place : place + 20]])
        characters[place : place + source.randrange(2)] = patch
    return "".join(characters)


def test_torn_passages_are_read() -> None:
    source = random.Random(_SEED)  # noqa: S311 - the same texts in every run
    passages = list(_passages())
    torn = [_torn(source, source.choice(passages)) for _ in range(_TEXTS)]
    promises = [one for text in torn for one in parse_draft(text).promises]
    assert len(promises) > _TEXTS // 2
    assert all(one.found is None or one.found == len(one.members) for one in promises)
