"""What stands at the head of a page that goes to a leader: 送审稿 and the round."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafting.pagination.glyph_widths import width_table
from drafting.pagination.layout_files import POINTS_PER_MM
from drafting.pagination.pages import PageMark

if TYPE_CHECKING:
    from drafting.model.layout import PageLayout
    from drafting.model.particulars import Particulars

# From the paper's top to the header's line, in millimetres; Word's own 851 twentieths of a point.
HEADER_DISTANCE = 851 / 20 * 25.4 / 72
_BASELINE = 0.96  # of the size, from the top of the line
_NUMBER = re.compile("[0-9一二三四五六七八九十]{1,3}")


def header_text(layout: PageLayout, particulars: Particulars) -> str:
    """Return the header's text: the layout's mark and the draft's round; empty without a mark."""
    mark, name = layout.header_mark, (particulars.round_name or "").strip()
    if not mark or not name or name == mark:
        return mark
    if _NUMBER.fullmatch(name):
        name = f"第{name}稿"
    return name if mark in name else f"{mark}　{name}"


def page_header(layout: PageLayout, particulars: Particulars) -> PageMark | None:
    """Return the header at the left edge of the type area, None where the layout has none."""
    text = header_text(layout, particulars)
    if not text:
        return None
    style = layout.style("page_number")
    table = width_table(style)
    width = sum(table[character] for character in text) / POINTS_PER_MM
    baseline = HEADER_DISTANCE + _BASELINE * style.size / POINTS_PER_MM
    return PageMark(text, layout.margin_left, baseline, width)
