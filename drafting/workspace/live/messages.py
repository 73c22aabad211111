"""The structure of a draft as JSON, between the window's process and its child; no text in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from drafting.model.draft import (
    Block,
    BlockKind,
    Draft,
    ItemSeries,
    Move,
    Opening,
    Promise,
    PromiseKind,
    Script,
    Speech,
)
from drafting.model.headings import Heading, MarkerKind
from drafting.model.outline import Outline, Section
from drafting.model.particulars import Evidence
from drafting.text.span import Span
from drafting.workspace.drafts.particulars_fields import particulars_from, particulars_to

if TYPE_CHECKING:
    from collections.abc import Sequence


def draft_to(draft: Draft) -> dict[str, Any]:
    """Return all of a draft but its text and revision as JSON."""
    return {
        "script": draft.script.value,
        "blocks": [[one.kind.value, *_pair(one.span)] for one in draft.blocks],
        "headings": [_heading_to(one) for one in draft.headings],
        "items": [
            [one.kind.value, list(one.markers), list(one.starts), list(one.numbers), one.complete]
            for one in draft.items
        ],
        "promises": [_promise_to(one) for one in draft.promises],
        "opening": _opening_to(draft.opening),
        "closing": None if draft.closing is None else _pair(draft.closing),
        "particulars": particulars_to(draft.particulars),
        "evidence": [[one.field, *_pair(one.span)] for one in draft.evidence],
        "speeches": [_speech_to(one) for one in draft.speeches],
        "outline": None if draft.outline is None else _outline_to(draft.outline, draft),
    }


def draft_from(message: dict[str, Any], text: str, revision: int) -> Draft:
    """Return the draft that :func:`draft_to` made a message of, with the text it was read from."""
    headings = tuple(_heading_from(one) for one in message["headings"])
    kinds = {kind.value: kind for kind in BlockKind}
    outline = message["outline"]
    return Draft(
        text=text,
        revision=revision,
        script=Script(message["script"]),
        blocks=tuple(
            Block(kinds[kind], Span(start, end)) for kind, start, end in message["blocks"]
        ),
        headings=headings,
        items=tuple(
            ItemSeries(MarkerKind(kind), tuple(markers), tuple(starts), tuple(numbers), complete)
            for kind, markers, starts, numbers, complete in message["items"]
        ),
        promises=tuple(_promise_from(one) for one in message["promises"]),
        opening=_opening_from(message["opening"]),
        closing=None if message["closing"] is None else Span(*message["closing"]),
        particulars=particulars_from(message["particulars"]),
        evidence=tuple(
            Evidence(name, Span(start, end)) for name, start, end in message["evidence"]
        ),
        speeches=tuple(_speech_from(one) for one in message["speeches"]),
        outline=None if outline is None else _outline_from(outline, headings),
    )


def _heading_to(one: Heading) -> list[Any]:
    return [
        one.level,
        one.kind.value,
        one.marker,
        _pair(one.marker_span),
        one.number,
        one.text,
        _pair(one.span),
        one.run_in,
        one.block,
    ]


def _heading_from(row: list[Any]) -> Heading:
    level, kind, marker, marker_span, number, text, span, run_in, block = row
    return Heading(
        level,
        MarkerKind(kind),
        marker,
        Span(*marker_span),
        number,
        text,
        Span(*span),
        run_in,
        block,
    )


def _promise_to(one: Promise) -> list[Any]:
    return [
        one.kind.value,
        one.text,
        _pair(one.span),
        _pair(one.count_span),
        one.count,
        one.found,
        [_pair(member) for member in one.members],
    ]


def _promise_from(row: list[Any]) -> Promise:
    kind, text, span, count_span, count, found, members = row
    return Promise(
        PromiseKind(kind),
        text,
        Span(*span),
        Span(*count_span),
        count,
        found,
        tuple(Span(*one) for one in members),
    )


def _opening_to(opening: Opening | None) -> list[Any] | None:
    if opening is None:
        return None
    return [_pair(opening.span), [one.value for one in opening.moves]]


def _opening_from(row: list[Any] | None) -> Opening | None:
    if row is None:
        return None
    span, moves = row
    return Opening(Span(*span), tuple(Move(one) for one in moves))


def _speech_to(one: Speech) -> list[Any]:
    closing = None if one.closing is None else _pair(one.closing)
    return [_pair(one.span), particulars_to(one.particulars), _opening_to(one.opening), closing]


def _speech_from(row: list[Any]) -> Speech:
    span, particulars, opening, closing = row
    return Speech(
        Span(*span),
        particulars_from(particulars),
        _opening_from(opening),
        None if closing is None else Span(*closing),
    )


def _outline_to(outline: Outline, draft: Draft) -> list[Any]:
    return [_sections_to(outline.sections, draft), list(outline.breaks)]


def _outline_from(row: list[Any], headings: Sequence[Heading]) -> Outline:
    sections, breaks = row
    return Outline(_sections_from(sections, headings), tuple(breaks))


def _sections_to(sections: Sequence[Section], draft: Draft) -> list[Any]:
    """Return the parts with their headings by number, sub-parts inside."""
    numbers = {one.span.start: number for number, one in enumerate(draft.headings)}

    def rows(parts: Sequence[Section]) -> list[Any]:
        return [
            [numbers[one.heading.span.start], *_pair(one.span), rows(one.children)] for one in parts
        ]

    return rows(sections)


def _sections_from(rows: list[Any], headings: Sequence[Heading]) -> tuple[Section, ...]:
    return tuple(
        Section(headings[number], Span(start, end), _sections_from(children, headings))
        for number, start, end, children in rows
    )


def _pair(span: Span) -> list[int]:
    return [span.start, span.end]
