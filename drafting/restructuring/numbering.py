"""Numbers of sibling parts that run on without a gap."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafting.model.headings import MarkerKind
from drafting.text.edits import TextEdit
from drafting.text.numerals import renumbered
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from drafting.model.draft import Draft
    from drafting.model.headings import Heading
    from drafting.restructuring.parts import Part

# From the top down: GB/T 9704-2012, 7.3.3.
LADDER = (
    MarkerKind.HAN_COMMA,
    MarkerKind.HAN_BRACKET,
    MarkerKind.ARABIC_DOT,
    MarkerKind.ARABIC_BRACKET,
)
# Written numbers begin with one; a speaker may say 第二， without a 第一.
WRITTEN = frozenset((*LADDER, MarkerKind.ARABIC_COMMA, MarkerKind.CIRCLED))
# Headings that are told apart by other things than a number.
UNNUMBERED = frozenset({MarkerKind.NONE, MarkerKind.DASH, MarkerKind.ON_ONE_HAND})
_LAST_OF_ALL = "最后"


Former = dict[object, tuple[int | None, list[str]]]


def former_markers(group: Iterable[Part]) -> Former:
    """Return what each row of a group begins with, and its markers, before a change."""
    former: Former = {}
    for part in group:
        former.setdefault(part.row, (part.number, []))[1].append(part.marker)
    return former


def number_group(group: Sequence[Part], former: Former | None = None) -> None:
    """Number the parts of one group anew, row by row, in their present order.

    ``former`` is the group before the change: words without a number (首先、其次) are dealt out
    again in their old order, and a spoken row that began late (第二，) still does.
    """
    rows: dict[object, list[Part]] = {}
    for part in group:
        if part.marker:
            rows.setdefault(part.row, []).append(part)
    for name, row in rows.items():
        kind, known = row[0].kind, (former or {}).get(name, (1, []))
        if kind is MarkerKind.FIRST_THEN:
            _deal_words(row, known[1])
            continue
        if kind is None or any(part.number is None for part in row):
            continue
        first = 1 if kind in WRITTEN else known[0] or 1
        for offset, part in enumerate(row):
            part.set_marker(renumbered(part.marker, first + offset))


def _deal_words(row: Sequence[Part], former: Sequence[str]) -> None:
    if len(former) < len(row):
        return
    words = list(former[: len(row)])
    if former[-1].startswith(_LAST_OF_ALL) and len(row) > 1:
        words[-1] = former[-1]
    for part, word in zip(row, words, strict=True):
        part.set_marker(word)


def iter_renumbering(draft: Draft) -> Iterator[TextEdit]:
    """Yield the edits that close every gap in the numbers of headings and series of ``draft``.

    A row is left alone where the missing marker stands in the text between, unrecognised.
    """
    if draft.outline is not None:
        for group in draft.outline.sibling_groups():
            for row in heading_rows([section.heading for section in group]):
                yield from _row_edits(draft.text, row)
    for series in draft.items:
        marks = zip(series.numbers, series.markers, series.starts, strict=True)
        places = [
            (number, marker, Span(start, start + len(marker))) for number, marker, start in marks
        ]
        if not series.complete and series.numbers[0] == 1:
            yield from _mark_edits(draft.text, places, 1)


def heading_rows(headings: Iterable[Heading]) -> list[list[Heading]]:
    """Return the numbered siblings by form of marker, begun anew where a second list begins."""
    rows: dict[MarkerKind, list[list[Heading]]] = {}
    for heading in headings:
        if heading.number is None:
            continue
        known = rows.setdefault(heading.kind, [[]])
        last = known[-1][-1].number if known[-1] else None
        if heading.number == 1 and last is not None and last > 1:
            known.append([])
        known[-1].append(heading)
    return [row for found in rows.values() for row in found if row]


def _row_edits(text: str, row: Sequence[Heading]) -> Iterator[TextEdit]:
    first = row[0]
    start = 1 if first.kind in WRITTEN else first.number or 1
    places = [(one.number or 0, one.marker, _marker_place(one, text)) for one in row]
    yield from _mark_edits(text, places, start)


def _marker_place(heading: Heading, text: str) -> Span:
    span = heading.marker_span
    piece = span.of(text)
    start = span.start + len(piece) - len(piece.lstrip())
    return Span(start, start + len(heading.marker))


def _mark_edits(
    text: str, places: Sequence[tuple[int, str, Span]], start: int
) -> Iterator[TextEdit]:
    edits: list[TextEdit] = []
    before = 0
    for wanted, (number, marker, span) in enumerate(places, start=start):
        right = renumbered(marker, wanted)
        if number > wanted and not edits and right in text[before : span.start]:
            return
        if right != marker:
            edits.append(TextEdit(span, right))
        before = span.end
    yield from edits
