"""The lines of the speech itself as blocks, its signature and notes at the end."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafting.model.draft import Block, BlockKind
from drafting.parsing.dates import OFFICE, is_date_line, is_speaker_line
from drafting.parsing.front import is_note, read_front
from drafting.parsing.lines import iter_lines
from drafting.parsing.salutations import is_salutation, leading_salutation
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

_END_MARKS = "。！？!?…”’）)》"
_MAX_SIGNATURE_LINES = 5
# 附件：1.责任分工表, 附件1, 附件; no 附件1已经印发，……。
_ANNEX = re.compile(
    "附件(?:[0-9一二三四五六七八九十]{0,2}|[0-9一二三四五六七八九十]{0,2}[：:][^。！？]{0,60})$"
)


def read_blocks(text: str) -> list[Block]:
    """Return every paragraph of ``text`` with what it is; headings are still paragraphs."""
    lines = list(iter_lines(text))
    blocks, position = read_front(text, lines)
    has_salutation = any(block.kind is BlockKind.SALUTATION for block in blocks)
    for line in lines[position:]:
        if not has_salutation and len(line):
            has_salutation = True
            blocks += _split_salutation(text, line)
        else:
            blocks.append(Block(_body_kind(line.of(text)), line))
    annex = _annex_start(text, blocks)
    speech, behind = blocks[:annex], blocks[annex:]
    _mark_tail(text, speech)
    return speech + [_behind_the_speech(block) for block in behind]


def _annex_start(text: str, blocks: Sequence[Block]) -> int:
    """Return the index of the block with which annexes begin (附件：1.…), or how many there are.

    They stand behind a finished sentence or a signature; where somebody is addressed again
    below, the speech goes on and they are taken for a part of it.
    """
    before = ""
    found = len(blocks)
    if "附件" not in text:
        return found
    for index, block in enumerate(blocks):
        line = block.span.of(text)
        if block.kind is BlockKind.SALUTATION:
            found = len(blocks)
        elif found == len(blocks) and _ANNEX.match(line) and _is_finished(before):
            found = index
        before = line or before
    return found


def _is_finished(line: str) -> bool:
    return bool(line) and (line[-1] in _END_MARKS or _tail_kind(line) is not None)


def _behind_the_speech(block: Block) -> Block:
    return block if block.kind is BlockKind.EMPTY else Block(BlockKind.NOTE, block.span)


def _split_salutation(text: str, line: Span) -> list[Block]:
    """Return the first body line, its salutation (同志们：今天…) as a block of its own."""
    cut = leading_salutation(text[line.start : min(line.end, line.start + 60)])
    if not cut:
        return [Block(_body_kind(line.of(text)), line)]
    middle = line.start + cut
    start = line.end - len(text[middle : line.end].lstrip())
    return [
        Block(BlockKind.SALUTATION, Span(line.start, middle)),
        Block(BlockKind.PARAGRAPH, Span(start, line.end)),
    ]


def _body_kind(line: str) -> BlockKind:
    if not line:
        return BlockKind.EMPTY
    if is_salutation(line):
        return BlockKind.SALUTATION
    return BlockKind.PARAGRAPH


def _mark_tail(text: str, blocks: list[Block]) -> None:
    """Mark signature, date and notes behind the last paragraph."""
    filled = [i for i, block in enumerate(blocks) if block.kind is BlockKind.PARAGRAPH]
    tail = filled[1:][-_MAX_SIGNATURE_LINES:]
    found = _tail_kinds(text, blocks, tail)
    for index, kind in found:
        blocks[index] = Block(kind, blocks[index].span)


def _tail_kinds(
    text: str, blocks: Sequence[Block], tail: Sequence[int]
) -> list[tuple[int, BlockKind]]:
    found: list[tuple[int, BlockKind]] = []
    for index in reversed(tail):
        line = blocks[index].span.of(text)
        kind = _tail_kind(line)
        if kind is None:
            # A signature follows a finished sentence; a bare line after another is something else.
            return (
                found
                if line[-1] in _END_MARKS
                else [one for one in found if one[1] is not BlockKind.SIGNATURE]
            )
        found.append((index, kind))
    return found


def _tail_kind(line: str) -> BlockKind | None:
    if len(line) > _MAX_SIGNATURE_LINES * 10:
        return None
    if is_date_line(line):
        return BlockKind.DATE
    if is_note(line):
        return BlockKind.NOTE
    if is_speaker_line(line) or OFFICE.match(line):
        return BlockKind.SIGNATURE
    return None
