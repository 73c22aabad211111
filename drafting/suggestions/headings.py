"""Heading sets: offered whole after the announcement, then sibling by sibling."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from drafting.model.phrase import Phrase, PhraseKind
from drafting.suggestions.frames import count_uses, fixed_parts
from drafting.suggestions.place import level_one_headings
from drafting.text.numerals import format_han

if TYPE_CHECKING:
    from drafting.suggestions.place import Place
    from drafting.suggestions.store import Entry, PhraseStore

_USUAL_POINTS = 3


def heading_phrases(store: PhraseStore, place: Place, draft_text: str) -> list[Phrase]:
    """Return the headings that fit, the best first.

    Where a set is begun in the draft, only what is left of it; where a number stands already, as
    二、, single members for that place; otherwise whole sets of as many members as were announced,
    one heading a line, and after them the first members of all sets.
    """
    begun = _rest_of_begun(store, draft_text)
    if begun:
        return [entry.phrase for entry in begun]
    number = place.heading_number
    points = place.points or _USUAL_POINTS
    sets = sorted(store.heading_sets.values(), key=lambda members: abs(len(members) - points))
    if number is not None:
        return [members[number - 1].phrase for members in sets if len(members) >= number]
    whole = [_as_lines(members) for members in sets if len(members) == points]
    return [*whole, *(members[0].phrase for members in sets)]


def _rest_of_begun(store: PhraseStore, draft_text: str) -> list[Entry]:
    headings = level_one_headings(draft_text)
    if not headings:
        return []
    for members in store.heading_sets.values():
        left = [entry for entry in members if not _stands_in(entry, headings)]
        if len(left) < len(members):
            return left
    return []


def _stands_in(entry: Entry, headings: list[str]) -> bool:
    parts = fixed_parts(entry.phrase.text)
    return any(count_uses(heading, parts) for heading in headings)


def _as_lines(members: tuple[Entry, ...]) -> Phrase:
    numbered = enumerate(members, start=1)
    lines = [f"{format_han(number)}、{entry.phrase.text}" for number, entry in numbered]
    first = members[0].phrase
    return replace(
        Phrase(text="\n".join(lines), kind=PhraseKind.HEADING),
        initials=first.initials,
        documents=min(entry.phrase.documents for entry in members),
    )
