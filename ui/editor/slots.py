"""Open slots ({…}) of phrases and skeletons, and phrases that stand on lines of their own."""

from __future__ import annotations

from drafting.text.span import Span


def next_slot(text: str, selected: Span, *, backwards: bool = False) -> Span | None:
    """Return the slot after (or before) what is selected, from the end on the first; None of none.

    A slot is ``{name}`` within one paragraph, braces included.
    """
    from drafting.templates.skeleton import SLOT  # not before there is a slot to look for

    slots = [Span(*match.span()) for match in SLOT.finditer(text)] if "{" in text else []
    if not slots:
        return None
    if backwards:
        before = [one for one in slots if one.end <= selected.start and one != selected]
        return before[-1] if before else slots[-1]
    after = [one for one in slots if one.start >= selected.end and one != selected]
    return after[0] if after else slots[0]


def fitted_phrase(phrase: str, text: str, place: Span) -> str:
    """Return ``phrase`` as it goes into ``text`` at ``place``.

    One of several lines (headings) begins on a line of its own and leaves what follows on the next;
    one that comes beside another in a row is parted from it.
    """
    before = text[text.rfind("\n", 0, place.start) + 1 : place.start]
    after = text[place.end :].partition("\n")[0]
    if "\n" not in phrase:
        from drafting.suggestions.joining import joined  # not before there is a phrase

        return joined(phrase, before, after)
    head = "\n" if before.strip() else ""
    tail = "\n" if after.strip() else ""
    return f"{head}{phrase}{tail}"


def filling_of(before: str, slot: Span, text: str) -> str:
    """Return what now stands in the place of ``slot`` of the text ``before``.

    It is empty where nothing was written, the slot stands as it was, or more than it was changed.
    """
    end = len(text) - (len(before) - slot.end)
    is_alone = (
        end >= slot.start
        and text[: slot.start] == before[: slot.start]
        and text[end:] == before[slot.end :]
    )
    filling = text[slot.start : end] if is_alone else ""
    return "" if any(one in filling for one in "{}\n") else filling


def namesakes(text: str, slot: str) -> list[Span]:
    """Return the places at which the slot (with its braces) is still open."""
    spans, place = [], text.find(slot)
    while place >= 0:
        spans.append(Span(place, place + len(slot)))
        place = text.find(slot, place + len(slot))
    return spans
