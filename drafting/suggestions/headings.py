"""Heading sets: offered whole after the announcement, then sibling by sibling."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from drafting.mining.shapes import likeness
from drafting.model.phrase import Phrase, PhraseKind, Suggestion
from drafting.suggestions.frames import count_uses, fixed_parts
from drafting.suggestions.own_frame import own_frame
from drafting.suggestions.place import level_one_headings
from drafting.text.numerals import format_han

if TYPE_CHECKING:
    from drafting.model.phrase import LibraryHeading
    from drafting.suggestions.library import PhraseLibrary
    from drafting.suggestions.place import Place
    from drafting.suggestions.store import Entry, PhraseStore

_USUAL_POINTS = 3
_NUMERAL = "[一二三四五六七八九十]"
_ANY_HEADING = re.compile(
    f"^(?:{_NUMERAL}{{1,2}}[、要是看]|（{_NUMERAL}{{1,2}}）|第{_NUMERAL}{{1,2}}[，、])"
    "(?P<text>[^。；！？\n]{2,40})(?:[。\n]|$)",
    re.MULTILINE,
)
# Headings that share less than this at their places have no frame in common.
_SAME_FRAME = 0.15
_MOST_HEADINGS = 12


def heading_phrases(
    store: PhraseStore, place: Place, draft_text: str, before: str = ""
) -> list[Phrase]:
    """Return the headings that fit, the best first: before all others the draft's own build.

    Where a set is begun in the draft, only what is left of it; where the last heading before the
    caret has the frame of some set, that set's other members; where a number stands already, as
    二、, single members for that place; otherwise whole sets of as many members as were announced,
    one heading a line, and after them the first members of all sets.
    """
    number = place.heading_number
    frame = own_frame(before) if number is not None else ""
    own = [Phrase(frame, PhraseKind.HEADING)] if frame else []
    return [*own, *_shipped_headings(store, place, draft_text, before)]


def _shipped_headings(
    store: PhraseStore, place: Place, draft_text: str, before: str
) -> list[Phrase]:
    begun = _rest_of_begun(store, draft_text) or _in_same_frame(store, before, draft_text)
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


def last_heading(before: str) -> str:
    """Return the last heading before the caret without its marker, or an empty text."""
    found = [match["text"] for match in _ANY_HEADING.finditer(before[-6000:])]
    return found[-1] if found else ""


def _in_same_frame(store: PhraseStore, before: str, draft_text: str) -> list[Entry]:
    """Return members of sets built like the last heading, the most alike set first."""
    heading = last_heading(before)
    if not heading:
        return []
    alike = [
        (max(likeness(heading, entry.phrase.text) for entry in members), members)
        for members in store.heading_sets.values()
    ]
    alike = sorted((one for one in alike if one[0] >= _SAME_FRAME), key=lambda one: -one[0])
    return [
        entry for _, members in alike for entry in members if entry.phrase.text not in draft_text
    ]


def library_headings(library: PhraseLibrary, before: str, draft_text: str) -> list[Suggestion]:
    """Return headings of past speeches in the frame and length of the last one before the caret.

    The siblings of the most alike heading come first, those that followed it before the others.
    """
    heading = last_heading(before)
    if not heading:
        return []
    rows: dict[tuple[int, int], list[LibraryHeading]] = {}
    for one in library.headings_like(heading):
        rows.setdefault((one.speech, one.row), []).append(one)
    ranked = sorted(
        ((max(likeness(heading, one.text) for one in row), row) for row in rows.values()),
        key=lambda pair: -pair[0],
    )
    members = [
        (alike, one)
        for alike, row in ranked
        if alike >= _SAME_FRAME
        for one in _after_most_alike(heading, row)
        if one.text not in draft_text and likeness(heading, one.text) >= _SAME_FRAME
    ][:_MOST_HEADINGS]
    origin = library.heading_sources([one.speech for _, one in members])
    found: list[Suggestion] = []
    for number, (alike, one) in enumerate(members):
        known = origin.get(one.speech)
        phrase = Phrase(one.text, PhraseKind.HEADING, documents=1, count=1)
        found.append(
            Suggestion(
                phrase,
                round(4.0 + alike - number / len(members), 4),
                0,
                1,
                known.last_used if known else None,
                known.sources if known else (),
            )
        )
    return found


def _after_most_alike(heading: str, row: list[LibraryHeading]) -> list[LibraryHeading]:
    ordered = sorted(row, key=lambda one: one.place)
    nearest = max(ordered, key=lambda one: likeness(heading, one.text)).place
    return sorted(ordered, key=lambda one: (one.place <= nearest, one.place))


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
