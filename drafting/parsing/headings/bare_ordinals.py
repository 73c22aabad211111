"""第一点, 第二点 glued to their text: the numbers of a row that a count right before it announces.

我提几点要求。第一点要把火看住上个星期… — a page that lost its lines lost the pause behind the
number, too. By itself 第一个问题 only tells of a question: a whole row from one, each member at a
sentence's beginning, right behind the count of the same things, numbers parts.
"""

from __future__ import annotations

import re
from functools import lru_cache
from heapq import merge
from itertools import count
from operator import attrgetter
from typing import TYPE_CHECKING

from drafting.model.headings import MarkerKind
from drafting.parsing.headings.markers import Before, Mark, iter_marks
from drafting.text.characters import HAN
from drafting.text.numerals import parse_number
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafting.model.draft import Block

_REACH = 40
# 提几点要求。, 回答三个问题。, 有几点感受，也跟大家说说。
_COUNT = re.compile(
    "(?P<n>[二两三四五六七八九十几2-9])大?(?:(?P<measure>[点个条件层句])|(?=方面))"
    "(?P<noun>(?:意见|要求|建议|希望|感受|体会|感想|想法|看法|认识|启示|打算|承诺|心里话"
    "|问题|方面|事情|事|意思|话|任务|工作)?)"
    "(?:，[^，。；：！？]{2,12})?[。：！]$"
)
# Where a pause follows within a few characters, it is a marker like others.
_NUMBER = re.compile(
    "第(?<=[。！？：”]第)(?P<n>[一二三四五六七八九十]{1,3})"
    f"(?P<measure>[点个条件层句]|(?=方面))(?![{HAN}]{{0,4}}[，、,：:])"
)
_SENTENCE_ENDS = ("。", "！", "？", "。”", "！”", "？”")
# 第一个问题已经解决, 第一点大家都知道: a sentence that tells something of what it numbers.
_TELLS = re.compile(
    "[的了是有在从由到和与及或同跟也都就才却则仍还又正没未不]|[已曾]经?|将|方面|这|那|里|中|上面"
    "|我|你|他|她|它|咱|大家|同志|刚才|前面|后面|今年|去年|目前|现在|当前|其实|主要|基本|属于|解决"
    "|[^，。！？]{1,6}(?:已经|正在|没有|不是|属于|解决了|办完|办好了|[说讲]过|提到|清楚了)"
    # 第一个问题老李答得好。 is a whole sentence, too.
    "|[^，。！？要什谁怎哪几]{1,16}[。！]"
)
# 第一个改什么, 第一件修路 count anything: what they count is named with them.
_VAGUE = "个层句件"


def iter_all_marks(text: str, blocks: Sequence[Block], indices: Sequence[int]) -> Iterator[Mark]:
    """Yield the markers of the blocks named by ``indices``, those without a pause among them."""
    marks = iter_marks(text, blocks, indices)
    bare = list(_iter_bare(text, blocks, indices))
    return merge(marks, bare, key=attrgetter("start")) if bare else marks


def is_bare(text: str, mark: Mark) -> bool:
    """Return whether ``mark`` is a named number that its text follows without a pause."""
    is_named = mark.kind is MarkerKind.ORDINAL and mark.verb != ""
    return is_named and text[mark.span.end - 1] not in "，、,：:"


def _iter_bare(text: str, blocks: Sequence[Block], indices: Sequence[int]) -> Iterator[Mark]:
    for index in indices:
        start, end = blocks[index].span.start, blocks[index].span.end
        if text.find("第二", start, end) >= 0:
            for number, thing, span in _rows_of(text[start:end]):
                moved = span.shifted(start)
                previous = text[moved.start - 1]
                yield Mark(
                    MarkerKind.ORDINAL,
                    moved,
                    moved.end,
                    number,
                    index,
                    Before.STOP,
                    previous,
                    thing,
                )


@lru_cache(maxsize=200)
def _rows_of(line: str) -> tuple[tuple[int, str, Span], ...]:
    """Return number, thing and place of every member of the rows in ``line``."""
    places = list(_NUMBER.finditer(line))
    found: list[tuple[int, str, Span]] = []
    for here, place in enumerate(places):
        if place["n"] == "一":
            found += _row(line, places[here:])
    return tuple(found)


def _row(line: str, places: Sequence[re.Match[str]]) -> list[tuple[int, str, Span]]:
    """Return the row that begins with the first of ``places``, if it is announced and whole."""
    first = places[0]
    announced = _COUNT.search(line[max(0, first.start() - _REACH) : first.start()])
    if announced is None or (announced["measure"] or "") != first["measure"]:
        return []
    members = _members(line, places)
    total = parse_number(announced["n"])
    if len(members) < 2 or (total is not None and total != len(members)):
        return []
    noun = announced["noun"]
    is_named = noun != "" and all(line.startswith(noun, one.end()) for one in members)
    if not is_named and (first["measure"] in _VAGUE or noun == "方面"):
        return []
    ends = [one.end() + len(noun) * is_named for one in members]
    # 第一点感受是当家人要敢想: what is named, and what it is.
    if is_named and all(line.startswith("是", end) for end in ends):
        ends = [end + 1 for end in ends]
    if any(_TELLS.match(line, end) for end in ends):
        return []
    thing = first["measure"] + noun * is_named
    return [
        (number, thing, Span(one.start(), end))
        for number, one, end in zip(count(1), members, ends, strict=False)
    ]


def _members(line: str, places: Sequence[re.Match[str]]) -> list[re.Match[str]]:
    """Return the places of one measure that count on from one; none where one is told of again."""
    members: list[re.Match[str]] = []
    for place in places:
        if place["measure"] != places[0]["measure"]:
            continue
        # Behind the count a colon will do.
        is_sentence = line.endswith(_SENTENCE_ENDS, 0, place.start())
        if members and (not is_sentence or parse_number(place["n"]) != len(members) + 1):
            break
        members.append(place)
    return members
