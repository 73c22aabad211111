"""Levels of headings by how they nest in this speech, whatever their markers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from drafting.model.draft import BlockKind
from drafting.model.headings import MarkerKind
from drafting.parsing.headings.markers import FORMAL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafting.model.draft import Block
    from drafting.text.span import Span


@dataclass(frozen=True, slots=True)
class Part:
    """A heading before its level is known; ``row`` tells the rows of siblings apart."""

    row: int
    kind: MarkerKind
    number: int | None
    span: Span
    block: int
    run_in: bool
    marker_span: Span


# 第一部分 and 第一个问题 stand above 一、, and so does 第一层意思 where it begins the first row;
# other spoken forms stand below it when they stand alone, and below every written form when they
# open their paragraph.
_ABOVE_ALL = re.compile("第.{1,4}(?:部分|个?问题)")
_NAMED = re.compile("第[一二三四五六七八九十]{1,3}[^，、：:,]")
_MAX_ROW = 50
# Lines that end in ； are a list inside a part, whatever their markers.
_LIST_MARKS, _LIST_RANK = ("；", ";"), 4.5
_TURN = re.compile("在[^。]{0,14}(?:的同时|成绩)|但(?:是)?[，我也]|与此同时")


def levels_of(text: str, parts: Sequence[Part], blocks: Sequence[Block]) -> list[int]:
    """Return the level of each part, 1 on top."""
    return _Nesting(text, parts, blocks).levels()


class _Nesting:
    """What stands open while the parts are read in order."""

    def __init__(self, text: str, parts: Sequence[Part], blocks: Sequence[Block]) -> None:
        self._text = text
        self._parts = parts
        self._blocks = blocks
        self._rows: dict[int, list[Part]] = {}
        for part in parts:
            self._rows.setdefault(part.row, []).append(part)
        # Which forms stood inside the earlier parts of a row: the last part may hold them too.
        self._inside: dict[int, set[MarkerKind]] = {}

    def levels(self) -> list[int]:
        stack: list[Part] = []
        levels: list[int] = []
        for part in self._parts:
            self._leave(stack, part)
            if stack:
                self._inside.setdefault(stack[-1].row, set()).add(part.kind)
            stack.append(part)
            levels.append(len(stack))
        return levels

    def _leave(self, stack: list[Part], part: Part) -> None:
        """Take off the stack what ends where ``part`` begins."""
        for depth, one in enumerate(stack):
            if one.row == part.row:
                del stack[depth:]
                return
        while stack and self._is_over(stack[-1], part):
            stack.pop()
        if stack and self._is_left_behind(stack[-1], part):
            stack.pop()

    def _is_over(self, above: Part, part: Part) -> bool:
        """Return whether ``part`` cannot stand inside ``above``."""
        if self._rows[above.row][-1].span.start > part.span.start:
            return False
        if part.kind in self._inside.get(above.row, ()):
            return False
        if above.kind is part.kind and above.kind is not MarkerKind.NONE:
            return True
        both_spoken = above.kind not in FORMAL and part.kind not in FORMAL
        if both_spoken and MarkerKind.NONE not in (above.kind, part.kind):
            return above.kind is MarkerKind.DASH
        return self._rank(above) >= self._rank(part)

    def _rank(self, part: Part) -> float:
        if self._blocks[part.block].span.of(self._text)[-1:] in _LIST_MARKS:
            return _LIST_RANK
        if part.kind in FORMAL:
            return FORMAL[part.kind]
        if part.kind is MarkerKind.DASH or part.kind is MarkerKind.NONE:
            return 6 if part.run_in else 5.5
        marker = part.marker_span.of(self._text)
        first = part.row == self._parts[0].row and _NAMED.match(marker)
        if first or _ABOVE_ALL.match(marker):
            return 0.5
        return 3.5 if part.run_in else 1.5

    def _is_left_behind(self, above: Part, part: Part) -> bool:
        """Return whether ``above`` ended before ``part``: a paragraph of its own leads to ``part``.

        Where every part of a row is one paragraph, a further paragraph behind the last one
        belongs to the part above again.
        """
        if not above.run_in or part.block - above.block < 2:
            return False
        between = self._blocks[above.block + 1 : min(part.block, above.block + 9)]
        leading = [block for block in between if block.kind is BlockKind.PARAGRAPH]
        if not leading:
            return False
        if _TURN.match(self._text, leading[0].span.start):
            return True
        row = self._rows[above.row][:_MAX_ROW]
        return len(row) > 1 and all(later.block - one.block == 1 for one, later in pairwise(row))
