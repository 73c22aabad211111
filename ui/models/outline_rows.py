"""The rows of the outline: opening, parts, what they promise, closing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from drafting.model.draft import Speech
from drafting.text.characters import count_characters
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafting.model.draft import Draft, Promise
    from drafting.model.outline import Section

_SHORT = 4


class RowKind(StrEnum):
    """What a row of the outline stands for."""

    SPEECH = "讲话"
    OPENING = "开头"
    SECTION = "部分"
    PROMISE = "预告"
    CLOSING = "结尾"


@dataclass(frozen=True, slots=True)
class OutlineRow:
    """One row; ``span`` is all that it covers, ``target`` where choosing it leads to.

    ``title`` is short, ``full_title`` whole; ``characters`` is None for a promise.
    """

    kind: RowKind
    title: str
    full_title: str
    span: Span
    target: Span
    level: int
    characters: int | None = None
    promise: Promise | None = None
    children: tuple[OutlineRow, ...] = ()

    @property
    def badge(self) -> str:
        """Return what stands at the row's right end: a length, or a promise with its count."""
        if self.promise is None:
            return "" if self.characters is None else f"{self.characters:,}"
        if self.promise.kept is None:
            return "—"
        mark = "✓" if self.promise.kept else "✗"
        return f"{mark} {self.promise.found}/{self.promise.count}"

    @property
    def look(self) -> tuple[object, ...]:
        """Return all that is painted or read aloud of the row."""
        promise = self.promise
        told = None if promise is None else (promise.kept, promise.found, promise.count)
        return (self.kind, self.title, self.full_title, self.level, self.characters, told)

    @property
    def explanation(self) -> str:
        """Return the row in a sentence, for tooltips and screen readers."""
        if self.promise is None:
            return f"{self.full_title}（{self.characters or 0:,} 字）"
        promised = "几" if self.promise.count is None else str(self.promise.count)
        if self.promise.found is None:
            return f"“{self.full_title}”：预告 {promised} 项，实有几项无法确认"
        told = f"“{self.full_title}”：预告 {promised} 项，列出 {self.promise.found} 项"
        if self.promise.kept is None:
            return told
        return told + ("，相符" if self.promise.kept else "，不符")


def outline_rows(draft: Draft) -> tuple[OutlineRow, ...]:
    """Return the rows of ``draft`` in the order of its text, parts within parts."""
    rows: list[OutlineRow] = []
    for _ in iter_outlined(draft, rows):
        pass
    return tuple(rows)


def iter_outlined(draft: Draft, rows: list[OutlineRow]) -> Iterator[OutlineRow]:
    """Add the rows of ``draft`` to ``rows``; yield each, also those within others, when it is made.

    For who has no time to wait for all of them.
    """
    waiting = sorted(
        (one for one in draft.promises if one.is_telling), key=lambda one: one.span.start
    )
    whole = Speech(Span(0, len(draft.text)), draft.particulars, draft.opening, draft.closing)
    if not draft.speeches:
        yield from _iter_speech(whole, draft, waiting, rows, depth=0)
    for speech in draft.speeches:
        parts: list[OutlineRow] = []
        yield from _iter_speech(speech, draft, waiting, parts, depth=1)
        row = _speech_row(speech, draft, parts)
        rows.append(row)
        yield row


def _iter_speech(
    speech: Speech, draft: Draft, waiting: list[Promise], rows: list[OutlineRow], *, depth: int
) -> Iterator[OutlineRow]:
    """Add what a speech has to ``rows``: opening, parts, closing, set in by ``depth``."""
    if speech.opening is not None and len(speech.opening.span):
        rows.append(_plain_row(RowKind.OPENING, draft, speech.opening.span, waiting, depth))
    for section in draft.outline.sections if draft.outline is not None else ():
        if speech.span.contains(section.heading.span):
            yield from _iter_section(section, draft, waiting, rows, depth)
    if speech.closing is not None and len(speech.closing):
        rows.append(_plain_row(RowKind.CLOSING, draft, speech.closing, waiting, depth))


def _speech_row(speech: Speech, draft: Draft, parts: list[OutlineRow]) -> OutlineRow:
    """Return the row of one of several speeches, its parts below it."""
    title = draft.title_in(speech.span) or "（无标题）"
    characters = count_characters(speech.span.of(draft.text))
    start = Span(speech.span.start, speech.span.start)
    return OutlineRow(
        RowKind.SPEECH, title, title, speech.span, start, 1, characters, None, tuple(parts)
    )


def _plain_row(
    kind: RowKind, draft: Draft, span: Span, waiting: list[Promise], depth: int
) -> OutlineRow:
    promises = tuple(_promise_row(one, depth + 2) for one in _take(waiting, span))
    characters = count_characters(span.of(draft.text))
    start = Span(span.start, span.start)
    return OutlineRow(
        kind, kind.value, kind.value, span, start, depth + 1, characters, None, promises
    )


def _iter_section(
    section: Section, draft: Draft, waiting: list[Promise], rows: list[OutlineRow], depth: int
) -> Iterator[OutlineRow]:
    heading, level = section.heading, section.heading.level + depth
    parts: list[OutlineRow] = []
    for child in section.children:
        yield from _iter_section(child, draft, waiting, parts, depth)
    parts += [_promise_row(one, level + 1) for one in _take(waiting, section.span)]
    parts.sort(key=lambda row: (row.target.start, row.kind is RowKind.PROMISE))
    clause = heading.text.split("，", 1)[0]
    short = clause if len(clause) >= _SHORT else heading.text
    row = OutlineRow(
        RowKind.SECTION,
        heading.marker + short,
        heading.marker + heading.text,
        section.span,
        heading.span,
        level,
        count_characters(section.span.of(draft.text)),
        None,
        tuple(parts),
    )
    rows.append(row)
    yield row


def _promise_row(promise: Promise, level: int) -> OutlineRow:
    return OutlineRow(
        RowKind.PROMISE,
        promise.text,
        promise.text,
        promise.span,
        promise.span,
        level,
        promise=promise,
    )


def _take(waiting: list[Promise], span: Span) -> list[Promise]:
    """Take the promises that begin in ``span`` out of ``waiting`` and return them.

    What heading and text announce in the same words, and keep, is told once.
    """
    taken = [one for one in waiting if span.start <= one.span.start < span.end]
    told: dict[tuple[object, ...], Promise] = {}
    for one in taken:
        waiting.remove(one)
        again = (one.text, one.count, one.found) if one.kept else (one.span.start,)
        told.setdefault(again, one)
    return list(told.values())
