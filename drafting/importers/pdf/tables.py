"""The ruled tables of a page and the cells in which its glyphs stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from drafting.importers.pdf.strokes import Rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from drafting.importers.pdf.glyph import Glyph

_NEAR = 3.0  # points between rules that touch
_MOST_RULES = 500  # of a page, those in one line taken as one
_LEAST_UPRIGHT, _LEAST_LEVEL = 3, 2
_MIDDLE = 0.35  # of the size: how high above the baseline the middle of a character is


class Cell(NamedTuple):
    """A cell by its upper and its left edge, in points."""

    top: float
    left: float


@dataclass(frozen=True, slots=True)
class Table:
    """The rules of a table, each as long as it is drawn."""

    levels: tuple[Rule, ...]
    uprights: tuple[Rule, ...]

    @property
    def box(self) -> Rule:
        """Return its outer edges."""
        return Rule(
            min(one.left for one in self.levels),
            min(one.bottom for one in self.levels),
            max(one.right for one in self.levels),
            max(one.top for one in self.levels),
        )

    def cell_of(self, glyph: Glyph) -> Cell:
        """Return the cell in which a glyph of the table stands; it may span rows or columns."""
        x, y = (glyph.left + glyph.right) / 2, glyph.baseline + _MIDDLE * glyph.size
        tops = (one.top for one in self.levels if one.left <= x <= one.right and one.bottom > y)
        lefts = (one.left for one in self.uprights if one.bottom <= y <= one.top and one.left < x)
        box = self.box
        return Cell(min(tops, default=box.top), max(lefts, default=box.left))


def tables_of(rules: Sequence[Rule]) -> list[Table]:
    """Return the tables of a page from top to bottom: rules that touch and make cells."""
    levels = _joined(one for one in rules if one.is_level)
    uprights = _joined(one for one in rules if not one.is_level)
    if len(levels) + len(uprights) > _MOST_RULES:
        return []
    found = []
    for group in _touching([*levels, *uprights]):
        table = Table(
            tuple(one for one in group if one.is_level),
            tuple(one for one in group if not one.is_level),
        )
        across = {round(one.left / _NEAR) for one in table.uprights}
        down = {round(one.bottom / _NEAR) for one in table.levels}
        if len(across) >= _LEAST_UPRIGHT and len(down) >= _LEAST_LEVEL:
            found.append(table)
    return sorted(found, key=lambda one: -one.box.top)


def _joined(rules: Iterable[Rule]) -> list[Rule]:
    """Return rules with those that continue each other in one line made one."""
    made: list[Rule] = []
    for rule in sorted(rules, key=_along):
        last = made[-1] if made else None
        if last is not None and _continues(last, rule):
            made[-1] = Rule(
                last.left, last.bottom, max(last.right, rule.right), max(last.top, rule.top)
            )
        else:
            made.append(rule)
    return made


def _along(rule: Rule) -> tuple[float, float]:
    if rule.is_level:
        return round(rule.bottom), rule.left
    return round(rule.left), rule.bottom


def _continues(one: Rule, other: Rule) -> bool:
    if one.is_level:
        return abs(one.bottom - other.bottom) < 1.0 and other.left <= one.right + _NEAR
    return abs(one.left - other.left) < 1.0 and other.bottom <= one.top + _NEAR


def _touching(rules: list[Rule]) -> Iterator[list[Rule]]:
    """Yield groups of rules that touch each other."""
    waiting = list(rules)
    while waiting:
        group = [waiting.pop()]
        for one in group:  # it grows
            near = [other for other in waiting if _touches(one, other)]
            group += near
            waiting = [other for other in waiting if other not in near]
        yield group


def _touches(one: Rule, other: Rule) -> bool:
    return (
        one.left <= other.right + _NEAR
        and other.left <= one.right + _NEAR
        and one.bottom <= other.top + _NEAR
        and other.bottom <= one.top + _NEAR
    )
