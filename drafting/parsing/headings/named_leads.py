"""Leads that the paragraph before them names one by one, or counts as words of one character.

我今天就说信、实、快三个字。 / 信，就是说话算数。… / 实，就是帮在点子上。… — as headings they are
built too differently to be known by themselves.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafting.text.characters import HAN
from drafting.text.numerals import parse_number
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafting.model.draft import Block

# 信，就是… / “在”，就是… / 通：… / 早。… / 抢就是… / 敢者，… / 听——… / 说它古，…
_KEYED = re.compile(
    f"(?:说[它他])?“?(?P<key>[{HAN}]{{1,4}}?)”?字?"
    "(?P<link>[，：。](?:也?就是|是|即|指)?|——|就是|是(?!的)|者，)"
)
_REACH = 70
# 三个字, 四字, “三字”要诀, 三个关键词, 三点: how many names there are.
_COUNT = re.compile(
    "(?P<n>[二两三四五六七八九])(?:个|大|点|句|种|条|样)?(?P<of>字|关键?词|词|方面|意思|层|力|心)?"
)
# What parts the names: 信、实、快; “收”与“放”; 一个“诚”字、一个“实”字.
_PARTED = "”?(?:字|[（(][^）)]{1,12}[）)])?[、，和与及]?(?:一个)?“?"
_STOP = re.compile("[。！？；!?;]")
_PAUSE = re.compile("[，：；。]")
_TELLS = ("就是", "也就是", "是", "即", "指")
_FEWEST, _MOST, _FURTHER = 2, 9, 3
_LONGEST, _SHORTEST_REST = 26, 2


def iter_named(
    text: str, blocks: Sequence[Block], filled: Sequence[int], taken: set[int]
) -> Iterator[list[tuple[int, Span]]]:
    """Yield the blocks and leads of every row that the paragraph right before it names.

    ``filled`` are the paragraphs in their order, ``taken`` those that hold headings already.
    """
    keyed = {
        here: match
        for here, index in enumerate(filled)
        if here
        and index not in taken
        and (match := _KEYED.match(text, blocks[index].span.start, blocks[index].span.end))
    }
    done = 0
    for here in keyed:
        if here < done:
            continue
        row = _row_from(text, blocks[filled[here - 1]].span, keyed, here)
        if row:
            done = row[-1] + 1
            yield [(filled[at], _lead(text, keyed[at], blocks[filled[at]].span)) for at in row]


def _row_from(text: str, before: Span, keyed: dict[int, re.Match[str]], here: int) -> list[int]:
    """Return the paragraphs from ``here`` that the one before them names, or none."""
    tail = text[max(before.start, before.end - _REACH) : before.end]
    first = keyed[here]["key"]
    counted = [(parse_number(one["n"]) or 0, one["of"] or "") for one in _COUNT.finditer(tail)]
    if first in tail:
        row = _named_row(tail, keyed, here)
        if len(row) >= _FEWEST and _is_told(len(row), tail, counted, keyed[here]):
            return row
    for count, of in counted:
        row = [at for at in range(here, here + count + 1) if at in keyed]
        alone = all(len(keyed[at]["key"]) == 1 for at in row)
        if of == "字" and alone and row == list(range(here, here + count)) and count > _FEWEST:
            return row
    return []


def _named_row(tail: str, keyed: dict[int, re.Match[str]], here: int) -> list[int]:
    """Return the paragraphs whose keys stand side by side in ``tail``, in their order."""
    row, names = [here], re.escape(keyed[here]["key"])
    at = here + 1
    while at - row[-1] <= _FURTHER and len(row) < _MOST:
        if at in keyed:
            longer = f"{names}{_PARTED}{re.escape(keyed[at]['key'])}"
            if re.search(longer, tail):
                row.append(at)
                names = longer
        at += 1
    return row


def _is_told(
    size: int, tail: str, counted: Sequence[tuple[int, str]], first: re.Match[str]
) -> bool:
    """Return whether ``tail`` speaks of so many words, or of words of one character at all."""
    if any(count == size for count, _ in counted):
        return True
    return not counted and len(first["key"]) == 1 and "字" in tail


def _lead(text: str, match: re.Match[str], span: Span) -> Span:
    """Return the first sentence, or its key with what it is said to be, where that is long."""
    stop = _STOP.search(text, match.start("link"), span.end)
    end = stop.start() if stop else span.end
    pause = _PAUSE.search(text, match.end(), end)
    if pause is not None or end - span.start > _LONGEST:
        is_said = match["link"].lstrip("，：") in _TELLS and pause is not None
        end = pause.start() if pause is not None and is_said else match.start("link")
    return Span(span.start, end)
