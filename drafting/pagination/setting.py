"""Set one paragraph in lines: widths, breaks, alignment, runs."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from drafting.pagination.glyph_widths import is_wide, width_table
from drafting.pagination.layout_files import POINTS_PER_MM
from drafting.pagination.line_breaking import MeasuredText, break_lines, slack_of
from drafting.pagination.pages import LineRun
from drafting.pagination.title_breaking import title_indent
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafting.model.layout import PageLayout
    from drafting.pagination.paragraphs import SetParagraph


@dataclass(frozen=True, slots=True)
class SetLine:
    """One line without its height on the page; ``x`` and ``width`` in millimetres of the paper."""

    span: Span
    x: float
    width: float
    runs: tuple[LineRun, ...]
    slack: float = 0.0


def set_paragraph(
    text: str,
    paragraph: SetParagraph,
    layout: PageLayout,
    *,
    joined: frozenset[int] = frozenset(),
    cuts: Sequence[int] = (),
) -> Iterator[SetLine]:
    """Yield the lines of one paragraph; an empty one has one line.

    No line ends at ``joined`` places; at each of ``cuts``, in order, one must end. Both count
    from the paragraph's beginning.
    """
    style = layout.style(paragraph.style)
    own = paragraph.span.of(text)
    measured = _measure(text, paragraph, layout, joined)
    room = layout.type_width * POINTS_PER_MM
    first, left, right = style.first_indent * style.advance, 0.0, 0.0
    if paragraph.style == "title":
        left = right = title_indent(own, layout)
    elif style.alignment == "right":
        right = style.end_indent * style.advance
    elif style.alignment == "left":
        left = style.end_indent * style.advance
    room -= left + right
    start = 0
    for stop in (*cuts, len(own)):
        own_first = 0.0 if start else first
        for end in break_lines(measured, room - own_first, room, start=start, stop=stop):
            indent = 0.0 if start else first
            line = _Line(measured, Span(start, end), left + indent, room - indent)
            ragged = style.alignment == "justified" and end == stop
            alignment = "left" if ragged else style.alignment
            slack = 0.0
            if joined and end < stop:
                slack = slack_of(measured, start, end, line.available)
            yield _set_line(line, paragraph, alignment, layout.margin_left, slack)
            start = end


@dataclass(frozen=True, slots=True)
class _Line:
    """A stretch of a measured paragraph and the room for it, in points from the type area."""

    measured: MeasuredText
    span: Span
    indent: float
    available: float


def _measure(
    text: str, paragraph: SetParagraph, layout: PageLayout, joined: frozenset[int]
) -> MeasuredText:
    widths: list[float] = []
    spacings: list[float] = []
    for piece in paragraph.pieces:
        style = layout.style(piece.style)
        characters = piece.span.of(text)
        widths += map(width_table(style).__getitem__, characters)
        spacings += [style.spacing] * len(characters)
    own = paragraph.span.of(text)
    return MeasuredText.measure(own, widths, spacings, joined)


def _set_line(
    line: _Line, paragraph: SetParagraph, alignment: str, margin: float, slack: float
) -> SetLine:
    """Return the line with its runs placed; a justified line is stretched at its free places."""
    start, end = line.span.start, line.span.end
    visible = end
    while visible > start and line.measured.text[visible - 1] == " ":
        visible -= 1
    if visible == start:
        here = Span(start + paragraph.span.start, end + paragraph.span.start)
        return SetLine(here, margin + line.indent / POINTS_PER_MM, 0.0, ())
    left, right = line.measured.left, line.measured.right
    natural = right[visible - 1] - left[start]
    rest = line.available - natural
    offset = {"right": rest, "centre": rest / 2}.get(alignment, 0.0)
    stretch = _stretch(line.measured.text, start, visible, rest if alignment == "justified" else 0)
    x = margin + (line.indent + offset) / POINTS_PER_MM
    runs = tuple(
        LineRun(
            Span(begin + paragraph.span.start, stop + paragraph.span.start),
            style,
            latin,
            x + (left[begin] - left[start] + stretch[begin - start]) / POINTS_PER_MM,
            (right[stop - 1] - left[begin] + stretch[stop - 1 - start] - stretch[begin - start])
            / POINTS_PER_MM,
        )
        for begin, stop, style, latin in _runs(line.measured.text, start, visible, paragraph)
    )
    whole = Span(start + paragraph.span.start, end + paragraph.span.start)
    return SetLine(whole, x, (natural + stretch[-1]) / POINTS_PER_MM, runs, slack)


def _stretch(text: str, start: int, end: int, rest: float) -> list[float]:
    """Return how far each character moves right so that the line fills ``rest`` more points."""
    moves = [0.0] * (end - start)
    if rest <= 0 or end - start < 2:
        return moves
    free = [0] * (end - start)
    for index in range(start + 1, end):
        before, after = text[index - 1], text[index]
        is_free = is_wide(before) or is_wide(after) or before == " "
        free[index - start] = free[index - start - 1] + is_free
    if not free[-1]:
        return moves
    return [rest * count / free[-1] for count in free]


def _runs(
    text: str, start: int, end: int, paragraph: SetParagraph
) -> Iterator[tuple[int, int, str, bool]]:
    """Yield begin, end, style and script of the runs in one line, counted in the paragraph."""
    shift = paragraph.span.start
    for piece in paragraph.pieces:
        first = max(piece.span.start - shift, start)
        last = min(piece.span.end - shift, end)
        if first >= last:
            continue
        edges = [first]
        edges += [i for i in range(first + 1, last) if is_wide(text[i]) != is_wide(text[i - 1])]
        edges.append(last)
        for begin, stop in pairwise(edges):
            yield begin, stop, piece.style, not is_wide(text[begin])
