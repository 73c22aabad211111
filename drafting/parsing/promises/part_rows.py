"""Which parts and items make one row: of one form, numbered on, as many as announced."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from drafting.model.headings import MarkerKind
from drafting.parsing.headings.series import MIXING
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafting.model.draft import ItemSeries
    from drafting.model.outline import Section


@dataclass(frozen=True, slots=True)
class Kept:
    """What was counted: ``sure`` where a differing count is a true fault."""

    found: int
    members: tuple[Span, ...]
    sure: bool


def series_kept(series: ItemSeries, *, sure: bool) -> Kept:
    """Return what a series of items keeps."""
    members = tuple(
        Span(start, start + len(marker))
        for start, marker in zip(series.starts, series.markers, strict=True)
    )
    return Kept(len(members), members, sure=sure)


def same_kind(children: Sequence[Section], count: int) -> Kept | None:
    """Return the parts, or the first run of one form among them, that are as many as announced."""
    if len(children) < count:
        return None
    if len(children) == count:
        return Kept(count, tuple(one.heading.span for one in children), sure=True)
    for _, run in groupby(children, key=form):
        row = list(run)
        if len(row) == count:
            return Kept(count, tuple(one.heading.span for one in row), sure=True)
    return None


def one_row(run: Sequence[Section]) -> list[Section]:
    """Return the row's first series: it ends where numbering begins again at 一."""
    row = [run[0]]
    for section in run[1:]:
        number, before = section.heading.number, row[-1].heading.number
        if number is not None and before is not None and number <= before:
            break
        row.append(section)
    return row


def form(section: Section) -> MarkerKind:
    """Return the form of a part's marker; 首先…其次…第三… is one row."""
    kind = section.heading.kind
    return MarkerKind.ORDINAL if kind in MIXING else kind
