"""The pages of a draft in the layout that it is checked for, set once for all rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafting.pagination.paginate import paginate

if TYPE_CHECKING:
    from drafting.checks.base import CheckContext
    from drafting.model.draft import Draft
    from drafting.model.layout import PageLayout
    from drafting.pagination.pages import Page, PageLine

_last: tuple[Draft, PageLayout, tuple[Page, ...]] | None = None


def set_pages(draft: Draft, context: CheckContext) -> tuple[Page, ...]:
    """Return the pages, none without a layout; the last draft's are kept for the next rule."""
    global _last  # noqa: PLW0603 - one place, replaced whole
    layout = context.layout
    if layout is None:
        return ()
    known = _last
    if known is None or known[0] is not draft or known[1] is not layout:
        known = _last = (draft, layout, paginate(draft, layout))
    return known[2]


def lines_in(pages: tuple[Page, ...], start: int, end: int) -> list[tuple[Page, PageLine]]:
    """Return the lines that begin from ``start`` up to ``end``, with their pages."""
    return [(page, line) for page in pages for line in page.lines if start <= line.span.start < end]
