"""One step: the part that it begins with, and the edits that it ends in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from drafting.errors import UsageError
from drafting.restructuring.parts import Part, PartTree, line_of, part_tree
from drafting.restructuring.promises import mend_promises
from drafting.restructuring.sheet import line_edits, line_starts
from drafting.text.edits import apply_edits
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafting.model.draft import Draft
    from drafting.text.edits import TextEdit

NO_PART = "光标不在哪一部分里，请先把光标放到要动的那一部分。"
INSIDE_PARAGRAPH = "这一层的标题写在段落中间，请先各自分段，再调整次序。"
NO_NUMBER = "这个标题没有序号，请先加上“一、”“（一）”这样的序号。"


@dataclass(frozen=True, slots=True)
class Restructured:
    """The edits of one step.

    ``selected`` is what is to be selected afterwards, in the new text; ``message`` says in a
    sentence what was done.
    """

    edits: tuple[TextEdit, ...]
    selected: Span
    message: str


def part_at(draft: Draft, position: int) -> tuple[PartTree, Part]:
    """Return all parts and the one at ``position``, which can be moved.

    Raises:
        UsageError: there is none, or its row stands inside a paragraph.
    """
    tree = part_tree(draft)
    part = solid_part(tree, draft, position)
    demand_movable(part)
    return tree, part


def solid_part(tree: PartTree, draft: Draft, position: int) -> Part:
    """Return the part at ``position``.

    Raises:
        UsageError: there is none.
    """
    part = tree.part_at(line_of(line_starts(draft.text), position))
    if part is None:
        raise UsageError(NO_PART)
    return part


def demand_movable(part: Part) -> None:
    """Refuse a part whose siblings begin inside a paragraph.

    Raises:
        UsageError: it is such a part.
    """
    if part.parent is not None and part.parent.is_split:
        raise UsageError(INSIDE_PARAGRAPH)


def take_row(part: Part, siblings: Sequence[Part]) -> None:
    """Let a part that comes among ``siblings`` be numbered in their form, if they have one."""
    model = next((one for one in reversed(siblings) if one.number is not None), None)
    if model is None or model.kind is None or part.number is None:
        return
    part.kind, part.row = model.kind, model.row
    part.set_marker(model.marker)


def part_name(part: Part) -> str:
    """Return marker and first words of a heading, for a message."""
    heading = part.heading
    words = "" if heading is None else heading.text.split("，", 1)[0]
    return part.marker + (words if len(words) <= 12 else words[:11] + "…")


def finish(
    draft: Draft,
    tree: PartTree,
    part: Part | None,
    done: str,
    *,
    name: str = "",
    select: str = "",
) -> Restructured:
    """Mend the promises and return the step; ``select`` are words of ``part`` to be selected."""
    lines = tree.lines()
    mended = mend_promises(draft, lines)
    edits = line_edits(draft.text, lines)
    text = apply_edits(draft.text, edits)
    selected = Span(0, 0)
    if part is not None:
        first = next(index for index, line in enumerate(lines) if line is part.lines[0])
        start = sum(len(line.text) + 1 for line in lines[:first])
        at = text.index(select, start) if select else start + part.marker_at
        selected = Span(at, at + len(select))
    shown = name or ("" if part is None or select else part_name(part))
    told = f"{done}{f'“{shown}”' if shown else '一个部分'}，序号已理顺"
    return Restructured(edits, selected, told + (f"，预告改了 {mended} 处。" if mended else "。"))
