"""The kind of rule that objects to two words in one clause: a head and, a little later, a tail.

Columns: ``head`` and ``tail`` (several words in a cell stand for each other), ``gap`` (most
characters between them; never a mark), ``keep`` (wider wordings in which the tail is right) and
whatever else the rule itself wants of a row.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from drafting.checks.matching import Matcher, is_protected
from drafting.lexicons.tsv import split_values
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from drafting.lexicons.tsv import Table

_MARKS = "，。；：、！？…—（）《》“”\n"


@dataclass(frozen=True, slots=True)
class FramedWords:
    """A head and its tail; ``row`` is the entry of the list that joins them."""

    head: Span
    tail: Span
    row: Mapping[str, str]

    @property
    def span(self) -> Span:
        """Return the whole, from head to tail."""
        return Span(self.head.start, self.tail.end)


@dataclass(frozen=True, slots=True)
class _Frame:
    tail: re.Pattern[str]
    keep: tuple[str, ...]
    row: Mapping[str, str]


@cache
def _prepared(table: Table) -> tuple[Matcher, dict[str, tuple[_Frame, ...]]]:
    frames: dict[str, list[_Frame]] = {}
    for row in table:
        tails = "|".join(sorted(map(re.escape, split_values(row["tail"])), key=len, reverse=True))
        pattern = re.compile(f"[^{_MARKS}]{{0,{int(row['gap'])}}}?({tails})")
        frame = _Frame(pattern, split_values(row["keep"]), row)
        for head in split_values(row["head"]):
            frames.setdefault(head, []).append(frame)
    return Matcher(tuple(frames)), {head: tuple(some) for head, some in frames.items()}


def iter_framed_words(text: str, table: Table) -> Iterator[FramedWords]:
    """Yield every head that has its tail behind it, the nearest one that is not kept."""
    matcher, frames = _prepared(table)
    for index, start, end in matcher.places(text):
        for frame in frames[matcher.words[index]]:
            match = frame.tail.match(text, end)
            if match is None:
                continue
            head, tail = Span(start, end), Span(*match.span(1))
            if not is_protected(text, tail, frame.keep) and not is_protected(
                text, head, frame.keep
            ):
                yield FramedWords(head, tail, frame.row)
                break
