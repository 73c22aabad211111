"""Announced counts speech by speech, where a file holds several: each keeps its own only."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from drafting.cleaning.several_speeches import find_several_speeches
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafting.model.draft import Promise


def speeches_of(text: str) -> list[Span]:
    """Return the speeches of ``text``, the whole of it where it holds one."""
    titles = find_several_speeches(text).places
    starts = [0, *(title.start for title in titles[1:])]
    return [Span(*edges) for edges in zip(starts, [*starts[1:], len(text)], strict=True)]


def iter_moved(promises: list[Promise], start: int) -> Iterator[Promise]:
    """Yield ``promises``, read in a speech that begins at ``start``, where they really stand."""
    for one in promises:
        yield replace(
            one,
            span=one.span.shifted(start),
            count_span=one.count_span.shifted(start),
            members=tuple(member.shifted(start) for member in one.members),
        )
