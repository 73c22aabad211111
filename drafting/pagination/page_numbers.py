"""Where the page number stands: — 1 —, GB/T 9704-2012, 7.5."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafting.pagination.glyph_widths import width_table
from drafting.pagination.layout_files import POINTS_PER_MM
from drafting.pagination.pages import PageMark

if TYPE_CHECKING:
    from drafting.model.layout import PageLayout

# The dash stands this much of an em above the baseline.
_DASH_HEIGHT = 0.35


def page_mark(layout: PageLayout, number: int) -> PageMark:
    """Return the number of one page: odd right, even left, so many characters in."""
    style = layout.style("page_number")
    text = f"— {number} —"
    table = width_table(style)
    width = sum(table[character] for character in text) / POINTS_PER_MM
    indent = style.end_indent * style.size / POINTS_PER_MM
    x = layout.margin_left + indent
    if number % 2 or not layout.odd_even_pages:
        x = layout.paper_width - layout.margin_right - indent - width
    dash = layout.paper_height - layout.margin_bottom + layout.page_number_distance
    return PageMark(text, x, dash + _DASH_HEIGHT * style.size / POINTS_PER_MM, width)
