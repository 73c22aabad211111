"""What can be done with the order of the parts of a draft: each gives the edits of one step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafting.errors import UsageError
from drafting.restructuring.numbering import (
    UNNUMBERED,
    former_markers,
    iter_renumbering,
    number_group,
)
from drafting.restructuring.parts import Part, PartTree, line_of, part_tree
from drafting.restructuring.promises import apply_to_lines, mend_promises
from drafting.restructuring.sheet import SheetLine, line_edits, line_starts
from drafting.restructuring.step import (
    INSIDE_PARAGRAPH,
    NO_NUMBER,
    Restructured,
    demand_movable,
    finish,
    part_at,
    part_name,
    solid_part,
    take_row,
)
from drafting.text.span import Span

if TYPE_CHECKING:
    from drafting.model.draft import Draft

HEADING_SLOT = "{标题}"


def move_part(draft: Draft, position: int, by: int) -> Restructured:
    """Move the part at ``position`` by one place among its siblings (``by`` is -1 or 1).

    Raises:
        UsageError: there is no part there, or none to change places with.
    """
    tree, part = part_at(draft, position)
    group, place = part.group, part.group.index(part)
    if not 0 <= place + by < len(group):
        raise UsageError("前面没有同级的部分了。" if by < 0 else "后面没有同级的部分了。")
    former = former_markers(group)
    group.insert(place + by, group.pop(place))
    number_group(group, former)
    return finish(draft, tree, part, "已上移" if by < 0 else "已下移")


def move_part_to(
    draft: Draft, position: int, target: int, *, is_behind: bool = False
) -> Restructured:
    """Move the part at ``position`` before (or behind) the part at ``target``, of its own level.

    On a part of the level above it becomes the last of that one's sub-parts.

    Raises:
        UsageError: one of the two is no part, or their levels do not allow it.
    """
    tree, part = part_at(draft, position)
    goal = solid_part(tree, draft, target)
    if goal in tuple(part.iter_parts()):
        raise UsageError("不能移到自己的下面。")
    source_group, former = part.group, former_markers(part.group)
    into = _level(goal) == _level(part) - 1
    if not into and _level(goal) != _level(part):
        raise UsageError("只能在同一层次之间移动，或移到上一层的某一部分之下。")
    home = goal if into else goal.parent
    if home is None or home.is_split:
        raise UsageError(INSIDE_PARAGRAPH)
    source_group.remove(part)
    group = home.children
    known = former_markers(group)
    group.insert(len(group) if into else group.index(goal) + is_behind, part)
    part.parent = home
    if group is not source_group:
        take_row(part, [one for one in group if one is not part])
        number_group(source_group, former)
    number_group(group, known if group is not source_group else former)
    return finish(draft, tree, part, "已移动")


def delete_part(draft: Draft, position: int) -> Restructured:
    """Delete the part at ``position`` with all below it.

    Raises:
        UsageError: there is no part there.
    """
    tree, part = part_at(draft, position)
    group, former = part.group, former_markers(part.group)
    place = group.index(part)
    group.remove(part)
    number_group(group, former)
    near = group[min(place, len(group) - 1)] if group else None
    return finish(draft, tree, near, "已删除", name=part_name(part))


def insert_part(draft: Draft, position: int) -> Restructured:
    """Insert a part behind the one at ``position``, numbered next; its heading is a slot.

    Before all parts it becomes the first, behind them the last; where there are none, 一、.

    Raises:
        UsageError: the part at ``position`` has no number to go on from.
    """
    tree = part_tree(draft)
    line = line_of(line_starts(draft.text), position)
    model = tree.part_at(line)
    tops = tree.root.children
    if model is None and not tops:
        return _first_heading(draft, tree, line)
    behind = model is not None
    if model is None:
        behind = any(one.origin == line for one in tree.tail)
        model = tops[-1] if behind else tops[0]
    demand_movable(model)
    heading, kind = model.heading, model.kind
    if kind is None or heading is None or heading.number is None or kind in UNNUMBERED:
        raise UsageError(NO_NUMBER)
    end = "。" if heading.run_in else ""
    lead = model.lines[0].text[: model.marker_at]
    new = Part(
        heading,
        [SheetLine(None, f"{lead}{model.marker}{HEADING_SLOT}{end}")],
        parent=model.parent,
        kind=kind,
        marker=model.marker,
        marker_at=model.marker_at,
        row=model.row,
    )
    group, former = model.group, former_markers(model.group)
    group.insert(group.index(model) + behind, new)
    number_group(group, former)
    return finish(draft, tree, new, "已插入", select=HEADING_SLOT)


def renumber_all(draft: Draft) -> Restructured:
    """Close every gap in the numbers of headings and series, and mend every announced count."""
    lines = [SheetLine(number, line) for number, line in enumerate(draft.text.split("\n"))]
    edits = list(iter_renumbering(draft))
    apply_to_lines(lines, edits)
    mended = mend_promises(draft, lines, all_of_them=True)
    told = [f"序号 {len(edits)} 处"] if edits else []
    told += [f"预告 {mended} 处"] if mended else []
    message = f"已改好{'、'.join(told)}。" if told else "序号和预告都对得上，没有要改的。"
    return Restructured(line_edits(draft.text, lines), Span(0, 0), message)


def _level(part: Part) -> int:
    return 0 if part.heading is None else part.heading.level


def _first_heading(draft: Draft, tree: PartTree, line: int) -> Restructured:
    """Return the first 一、 of a draft that has no parts, behind the caret's line."""
    lines = tree.lines()
    words = f"一、{HEADING_SLOT}"
    blank = not lines[line].text.strip()
    lines[line : line + 1] = [SheetLine(line, words)] if blank else [
        lines[line], SheetLine(None, words),
    ]  # fmt: skip
    edits = line_edits(draft.text, lines)
    at = sum(len(one.text) + 1 for one in lines[: line + (not blank)]) + words.index(HEADING_SLOT)
    return Restructured(edits, Span(at, at + len(HEADING_SLOT)), "已插入“一、”。")
