"""Which findings share a card: many of one rule are one thing to decide, not forty."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from drafting.model.severity import Applicability
from drafting.model.standing import standing_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from drafting.model.finding import Finding
    from drafting.model.standing import Standing

    Kind = tuple[Standing, str]

# So many findings of one rule still stand each on a card of its own.
MOST_ALONE = 5


class FindingRow(NamedTuple):
    """One card and the numbers of the findings that it stands for.

    ``group`` are all of the same kind, empty where the card stands alone; ``safe`` of these can be
    mended without thought.
    """

    numbers: range
    group: range
    safe: int

    @property
    def is_closed(self) -> bool:
        """Return whether this card stands for a whole group."""
        return len(self.numbers) > 1

    @property
    def is_head(self) -> bool:
        """Return whether this card opens and closes its group."""
        return bool(self.group) and self.numbers.start == self.group.start


SINGLE = FindingRow(range(1), range(0), 0)


def kind_of(finding: Finding) -> Kind:
    """Return what is counted together: one rule at one standing."""
    return standing_of(finding), finding.code


def has_safe_fix(finding: Finding) -> bool:
    """Return whether the finding can be mended without thought."""
    return any(fix.applicability is Applicability.SAFE for fix in finding.fixes)


def in_order(findings: Sequence[Finding]) -> list[Finding]:
    """Return open slots first, then the gravest, each by place; groups stand where they begin."""
    groups = _groups(findings)
    first: dict[Kind, int] = {}
    for one in findings:
        kind = kind_of(one)
        if kind in groups:
            first[kind] = min(one.span.start, first.get(kind, one.span.start))

    def key(one: Finding) -> tuple[int, int, str, int, int]:
        kind, start = kind_of(one), one.span.start
        anchor = (first[kind], one.code) if kind in first else (start, "")
        return (kind[0].rank, *anchor, start, one.span.end)

    return sorted(findings, key=key)


def rows_of(ordered: Sequence[Finding], opened: AbstractSet[Kind]) -> list[FindingRow]:
    """Return the cards of findings that are :func:`in_order`; groups in ``opened`` one by one."""
    groups = _groups(ordered)
    rows: list[FindingRow] = []
    number = 0
    while number < len(ordered):
        kind = kind_of(ordered[number])
        count = groups.get(kind, 0)
        group = range(number, number + count)
        safe = sum(has_safe_fix(ordered[one]) for one in group)
        if count and kind not in opened:
            rows.append(FindingRow(group, group, safe))
        else:
            alone = group or range(number, number + 1)
            rows.extend(FindingRow(range(one, one + 1), group, safe) for one in alone)
        number += max(count, 1)
    return rows


def _groups(findings: Sequence[Finding]) -> dict[Kind, int]:
    counts = Counter(kind_of(one) for one in findings)
    return {kind: count for kind, count in counts.items() if count > MOST_ALONE}
