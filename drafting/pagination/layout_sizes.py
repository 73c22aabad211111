"""A layout in another size of type."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafting.pagination.layout_files import POINTS_PER_MM

if TYPE_CHECKING:
    from drafting.model.layout import PageLayout


def resized(layout: PageLayout, points: float, pitch: float) -> PageLayout:
    """Return ``layout`` with body type of ``points`` and this line pitch, both in points.

    What was set in the body's size follows it, larger type keeps its share; the page number
    stays. The pitch is at least as large as the type.
    """
    body = layout.style("body")
    share = points / body.size
    styles = {
        name: style if name == "page_number" else style._replace(size=_halves(style.size * share))
        for name, style in layout.styles.items()
    }
    pitch = max(pitch, points)
    return layout._replace(
        styles=styles,
        line_pitch=pitch,
        lines_per_page=max(int(layout.type_height * POINTS_PER_MM / pitch), 1),
        characters_per_line=max(int(layout.type_width * POINTS_PER_MM / styles["body"].advance), 1),
    )


def _halves(points: float) -> float:
    """Return a size as Word knows it, in half points."""
    return round(points * 2) / 2
