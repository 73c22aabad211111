"""What to know of the pages before they are printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafting.checks.base import CheckContext
from drafting.lexicons.lexicons import load_lexicons

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafting.checks.base import Rule
    from drafting.model.draft import Draft
    from drafting.model.finding import Finding
    from drafting.model.layout import PageLayout
    from drafting.pagination.pages import Page


def page_warnings(draft: Draft, layout: PageLayout, pages: Sequence[Page]) -> list[str]:
    """Return sentences on titles, lone characters and headings at page feet, with their pages."""
    # The four files alone: the whole catalogue takes longer to load than an export.
    from drafting.checks.rules.layout import (
        heading_at_page_foot,
        orphan_character,
        title_break,
        title_too_long,
    )

    context = CheckContext(load_lexicons(), layout=layout)
    told = []
    for rule in (title_break.RULE, title_too_long.RULE):
        told += [f"{finding.message}。" for finding in rule.check(draft, context)]
    for rule in (orphan_character.RULE, heading_at_page_foot.RULE):
        found = list(rule.check(draft, context))
        if found:
            told.append(_counted(rule, found, pages))
    return told


def _counted(rule: Rule, found: Sequence[Finding], pages: Sequence[Page]) -> str:
    numbers = dict.fromkeys(_page_of(finding.span.start, pages) for finding in found)
    return f"{rule.summary}：{len(found)} 处，在第 {'、'.join(map(str, numbers))} 页。"


def _page_of(place: int, pages: Sequence[Page]) -> int:
    begun = [page.number for page in pages if page.lines and page.lines[0].span.start <= place]
    return begun[-1] if begun else 1
