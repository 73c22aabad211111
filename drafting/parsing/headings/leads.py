"""Headings without a marker: parallel leads of neighbouring paragraphs, and bare lines."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from drafting.model.draft import BlockKind
from drafting.model.headings import MarkerKind
from drafting.parsing.headings.announced_leads import DISPLACED, iter_announced
from drafting.parsing.headings.nesting import Part
from drafting.parsing.parallel import is_parallel
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafting.model.draft import Block

# 催人奋进的是，…: a lead clause that names what its paragraph tells.
_NAMING = re.compile("[^，。：；、！？,.:;!?\\s]{2,10}的是(?=[，：,:])")
# 先说提速工程。 / 再说降本工程。 / 最后说护航工程。: the parts are taken in turn.
_TURN = re.compile(
    "(?:首先|其次|先|再|接着|然后|下面|最后)(?:来|我)?[说讲谈](?:[说讲谈]|一[说讲谈下]|一下)?[^，。：；！？\\n]{1,16}(?=。)"
)
# 县级领导要带头抓。…: a first sentence short enough to be a heading.
_SHORT = re.compile("[^。；：！？!?;:\\n]{4,24}(?=。)")
_MAX_GAP = 1
_MIN_REST = 15
_MAX_COMMAS = 1
_BARE_LENGTH = 30
_BARE_MARKS = "。！？；：，、,:;!?…”’）)》*"
_SECTION_TEXT = 40
_MAX_SCAN = 40_000


@dataclass(frozen=True, slots=True)
class _Lead:
    block: int
    span: Span
    naming: bool
    turn: bool = False


def find_leads(text: str, blocks: Sequence[Block], parts: Sequence[Part]) -> list[Part]:
    """Return the unmarked headings between the numbered ones; each row has a negative number."""
    taken = {part.block for part in parts}
    rows = [
        [_Lead(block, span, naming=False) for block, span in announced]
        for announced in iter_announced(text, blocks, taken)
    ]
    held = taken | {lead.block for row in rows for lead in row}
    rows += [row for row in _rows(text, blocks, held) if len(row) > 1 + row[0].turn]
    rows.sort(key=lambda row: row[0].block)
    found: list[Part] = []
    for number, row in enumerate(rows, 1):
        spans = [(lead.block, lead.span) for lead in row]
        spans += _glued_members(text, blocks, row, taken)
        found += [_part(-number, block, span) for block, span in spans]
    bare = _bare_lines(text, blocks, taken | {part.block for part in found})
    found += [_part(-len(rows) - 1, block, blocks[block].span, run_in=False) for block in bare]
    return found


def _part(row: int, block: int, span: Span, *, run_in: bool = True) -> Part:
    marker = Span(span.start, span.start)
    return Part(row, MarkerKind.NONE, None, span, block, run_in, marker)


def _rows(text: str, blocks: Sequence[Block], taken: set[int]) -> Iterator[list[_Lead]]:
    """Yield runs of neighbouring paragraphs whose leads are parallel."""
    row: list[_Lead] = []
    gap = 0
    for index, block in enumerate(blocks):
        if block.kind is BlockKind.EMPTY:
            continue
        lead = None
        if index not in taken and block.kind is BlockKind.PARAGRAPH:
            lead = _lead_of(text, index, block.span)
        if lead is not None and row and _is_parallel(text, row[-1], lead):
            row.append(lead)
            gap = 0
            continue
        gap += 1
        if row and (index in taken or gap > _MAX_GAP or lead is not None):
            yield row
            row = []
        if lead is not None and not row:
            row = [lead]
            gap = 0
    if row:
        yield row


def _lead_of(text: str, block: int, span: Span) -> _Lead | None:
    naming = _NAMING.match(text, span.start, span.end)
    if naming:
        return _Lead(block, Span(naming.start(), naming.end()), naming=True)
    turn = _TURN.match(text, span.start, span.end)
    if turn and span.end - turn.end() >= _MIN_REST:
        return _Lead(block, Span(turn.start(), turn.end()), naming=False, turn=True)
    short = _SHORT.match(text, span.start, span.end)
    if short is None or span.end - short.end() < _MIN_REST:
        return None
    if short.group().count("，") > _MAX_COMMAS or DISPLACED.search(short.group()):
        return None
    return _Lead(block, Span(short.start(), short.end()), naming=False)


def _is_parallel(text: str, first: _Lead, second: _Lead) -> bool:
    if first.naming or second.naming:
        return first.naming and second.naming
    if first.turn and second.turn:
        return True
    return is_parallel(first.span.of(text), second.span.of(text))


def _glued_members(
    text: str, blocks: Sequence[Block], row: Sequence[_Lead], taken: set[int]
) -> list[tuple[int, Span]]:
    """Return sentences inside the row's paragraphs that continue it (a lost line break)."""
    sentences = [lead.span.of(text) for lead in row]
    length = len(sentences[0])
    if row[0].naming or any(len(one) != length for one in sentences):
        return []
    frame = [i for i in range(length) if len({one[i] for one in sentences}) == 1]
    if len(frame) < 2:
        return []
    found: list[tuple[int, Span]] = []
    last = row[-1].block
    following = last + 1
    while following < len(blocks) and following - last <= _MAX_GAP and following not in taken:
        following += 1
    pattern = re.compile(f"(?<=[。！？”])[^。；：！？，\\n]{{{length}}}(?=。)")
    for index in range(row[0].block, following):
        span = blocks[index].span
        for match in pattern.finditer(text, span.start + 1, min(span.end, span.start + _MAX_SCAN)):
            sentence = match.group()
            if all(sentence[i] == sentences[0][i] for i in frame) and sentence not in sentences:
                found.append((index, Span(match.start(), match.end())))
    return found


def _bare_lines(text: str, blocks: Sequence[Block], taken: set[int]) -> list[int]:
    """Return lines that are headings by standing alone, in a text that numbers nothing."""
    filled = [
        index
        for index, block in enumerate(blocks)
        if block.kind is BlockKind.PARAGRAPH or index in taken
    ]
    if taken:
        return []
    found: list[int] = []
    for here, index in enumerate(filled[:-1]):
        following = blocks[filled[here + 1]].span
        if len(following) < _SECTION_TEXT or not _is_bare(blocks[index].span.of(text)):
            continue
        if here and text[blocks[filled[here - 1]].span.end - 1] not in "。！？!?…”":
            continue
        found.append(index)
    return found if len(found) > 1 else []


def _is_bare(line: str) -> bool:
    if not 2 <= len(line) <= _BARE_LENGTH or line[-1] in _BARE_MARKS:
        return False
    return not any(mark in line for mark in "。！？；：")
