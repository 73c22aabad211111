"""Which fixes of a finding serve at a place of the text."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from drafting.text.edits import TextEdit

if TYPE_CHECKING:
    from drafting.model.finding import Finding, Fix


def fixes_at(finding: Finding, position: int, text: str) -> tuple[Fix, ...]:
    """Return the fixes of ``finding`` for the place at ``position``, none where it is elsewhere.

    Where the same wording is objected to at several places (a crowded phrase), a fix that only
    replaces it serves at each of them.
    """
    if finding.span.start <= position <= finding.span.end:
        return finding.fixes
    for one in finding.related:
        same = one.source is None and one.span.of(text) == finding.span.of(text)
        if same and one.span.start <= position <= one.span.end:
            return tuple(
                replace(fix, edits=(TextEdit(one.span, fix.edits[0].replacement),))
                for fix in finding.fixes
                if len(fix.edits) == 1 and fix.edits[0].span == finding.span
            )
    return ()
