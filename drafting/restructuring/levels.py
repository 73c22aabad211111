"""Raise or lower a part by a level."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafting.errors import UsageError
from drafting.model.headings import MarkerKind
from drafting.restructuring.numbering import (
    LADDER,
    UNNUMBERED,
    WRITTEN,
    former_markers,
    number_group,
)
from drafting.restructuring.step import (
    INSIDE_PARAGRAPH,
    NO_NUMBER,
    Restructured,
    demand_movable,
    finish,
    part_at,
    take_row,
)
from drafting.text.numerals import renumbered

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafting.model.draft import Draft
    from drafting.restructuring.parts import Part


def promote_part(draft: Draft, position: int) -> Restructured:
    """Raise the part at ``position`` by a level; its later siblings come under it.

    Raises:
        UsageError: there is no part there, or no level above.
    """
    tree, part = part_at(draft, position)
    if part.number is None:
        raise UsageError(NO_NUMBER)
    parent = part.parent
    if parent is None or parent.heading is None or parent.parent is None:
        raise UsageError("已经是最高一层。")
    if parent.kind in UNNUMBERED or parent.number is None:
        raise UsageError("上一层的标题没有序号，无法升级。")
    demand_movable(parent)
    group, former = parent.group, former_markers(parent.group)
    place = part.group.index(part)
    followers = part.group[place + 1 :]
    del part.group[place:]
    _shift(part.children, -1)
    part.parent, part.row, part.kind = parent.parent, parent.row, parent.kind
    part.set_marker(parent.marker)
    group.insert(group.index(parent) + 1, part)
    for one in followers:
        one.parent = part
        take_row(one, part.children)
        part.children.append(one)
    number_group(parent.children)
    number_group(part.children)
    number_group(group, former)
    return finish(draft, tree, part, "已升级")


def demote_part(draft: Draft, position: int) -> Restructured:
    """Lower the part at ``position`` by a level: it comes under the part before it.

    Raises:
        UsageError: there is no part there, none before it, or no level below.
    """
    tree, part = part_at(draft, position)
    group, former = part.group, former_markers(part.group)
    place = group.index(part)
    if place == 0:
        raise UsageError("前面没有同级的部分，无法降级。")
    home = group[place - 1]
    if home.is_split:
        raise UsageError(INSIDE_PARAGRAPH)
    rung = _rung(part)
    if rung is None or rung + 1 >= len(LADDER):
        raise UsageError("下面没有可用的层次了。")
    group.remove(part)
    _shift(part.children, 1)
    part.kind, part.parent, part.row = LADDER[rung + 1], home, (LADDER[rung + 1], 0)
    part.set_marker(_default_marker(LADDER[rung + 1]))
    take_row(part, [one for one in home.children if one.kind in WRITTEN])
    home.children.append(part)
    number_group(home.children)
    number_group(group, former)
    return finish(draft, tree, part, "已降级")


def _rung(part: Part) -> int | None:
    kind = MarkerKind.ARABIC_DOT if part.kind is MarkerKind.ARABIC_COMMA else part.kind
    return LADDER.index(kind) if kind in LADDER else None


def _default_marker(kind: MarkerKind) -> str:
    return "（1）" if kind is MarkerKind.ARABIC_BRACKET else kind.value


def _shift(parts: Sequence[Part], by: int) -> None:
    """Bring written markers below a part that changes its level a rung up or down."""
    for part in parts:
        rung = _rung(part)
        _shift(part.children, by)
        if rung is None or not 0 <= rung + by < len(LADDER):
            continue
        kind = LADDER[rung + by]
        part.kind, part.row = kind, (kind, part.row[1])
        part.set_marker(renumbered(_default_marker(kind), part.number or 1))
