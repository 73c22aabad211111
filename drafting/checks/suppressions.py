"""Findings that the user does not want to see: at this place, in this draft, in this office."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafting.model.finding import IgnoreReach, Suppression

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafting.model.finding import Finding

NEIGHBOURS = 8
# One side alone tells a place again only if it is this long.
_TELLING = 4


def suppression_for(finding: Finding, text: str, reach: IgnoreReach) -> Suppression:
    """Return what has to be kept so that ``finding`` is not shown again within ``reach``.

    ``text`` is the draft's text; only for a place are the neighbours kept.
    """
    before = after = ""
    if reach is IgnoreReach.PLACE:
        before, after = _neighbours(finding, text)
    return Suppression(reach, finding.code, finding.span.of(text), before, after)


def suppressed_indexes(
    findings: Sequence[Finding], text: str, suppressions: Sequence[Suppression]
) -> set[int]:
    """Return the indexes of those findings that a suppression covers."""
    hidden: set[int] = set()
    for suppression in suppressions:
        alike = [
            index
            for index, finding in enumerate(findings)
            if finding.code == suppression.code and finding.span.of(text) == suppression.text
        ]
        if suppression.reach is IgnoreReach.PLACE:
            hidden.update(_places(alike, findings, text, suppression))
        else:
            hidden.update(alike)
    return hidden


def _places(
    alike: Sequence[int], findings: Sequence[Finding], text: str, wanted: Suppression
) -> Iterator[int]:
    """Yield the places with both neighbours; failing these, the only one with one of them."""
    around = {index: _neighbours(findings[index], text) for index in alike}
    exact = [index for index, sides in around.items() if sides == (wanted.before, wanted.after)]
    if exact:
        yield from exact
        return
    one_sided = [
        index
        for index, (before, after) in around.items()
        if (before == wanted.before and len(before) >= _TELLING)
        or (after == wanted.after and len(after) >= _TELLING)
    ]
    if len(one_sided) == 1:
        yield one_sided[0]


def _neighbours(finding: Finding, text: str) -> tuple[str, str]:
    start, end = finding.span.start, finding.span.end
    return text[max(0, start - NEIGHBOURS) : start], text[end : end + NEIGHBOURS]
