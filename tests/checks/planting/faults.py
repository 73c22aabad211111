"""What a planted fault is, and the small steps that write one into a clean speech.

A planter returns the faulty text with the wording that a rule must point at between ⟦ and ⟧.
Several marks mean that pointing at one of them is enough, no mark that the fault has no place of
its own (something is missing).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt
    import random
    from collections.abc import Callable

    from drafting.model.particulars import Particulars

    Plant = Callable[[str, random.Random, int], "Made | None"]

MARKS = re.compile("[⟦⟧]")
# Behind a sentence within a paragraph, outside quotations and brackets.
INNER_STOP = re.compile("。(?![\n”）]|$)")


@dataclass(frozen=True, slots=True)
class Made:
    """A faulty text with its marks, and what a rule may know beside it."""

    marked: str
    date: dt.date | None = None
    has_office: bool = False
    particulars: Particulars | None = None
    source: str | None = None
    beside: tuple[str, ...] = ()
    library: tuple[str, ...] = ()
    locked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Planted:
    """A text with one fault in it: the code that must speak, and where."""

    code: str
    form: str
    text: str
    spans: tuple[tuple[int, int], ...]
    made: Made

    @property
    def wording(self) -> str:
        """The faulty place with some characters around it."""
        start, end = self.spans[0] if self.spans else (0, 20)
        return self.text[max(0, start - 16) : min(end, start + 40) + 16].replace("\n", "⏎")


def unmarked(marked: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Return the text without its marks, and the spans that stood between them."""
    places = [match.start() - number for number, match in enumerate(MARKS.finditer(marked))]
    spans = zip(places[::2], places[1::2], strict=True)
    return MARKS.sub("", marked), tuple((start, max(end, start + 1)) for start, end in spans)


def mark(text: str, start: int, end: int, new: str | None = None) -> str:
    """Return the text with a place marked, and worded anew where ``new`` is given."""
    wording = text[start:end] if new is None else new
    return f"{text[:start]}⟦{wording}⟧{text[end:]}"


def insert(text: str, place: int, piece: str) -> str:
    return text[:place] + piece + text[place:]


def substitute(pattern: str, *forms: str) -> Plant:
    """Return a planter that changes one of the places of ``pattern``."""

    def plant(text: str, dice: random.Random, index: int) -> Made | None:
        found = list(re.finditer(pattern, text, re.MULTILINE))
        if not found:
            return None
        match = dice.choice(found)
        return Made(mark(text, *match.span(), match.expand(forms[index % len(forms)])))

    return plant


def substitute_all(pattern: str, new: str) -> Plant:
    """Return a planter that changes every place of ``pattern`` (two at least)."""

    def plant(text: str, dice: random.Random, index: int) -> Made | None:
        changed, count = re.subn(pattern, f"⟦{new}⟧", text, flags=re.MULTILINE)
        return Made(changed) if count > 1 else None

    return plant


def say(*sentences: str) -> Plant:
    """Return a planter that adds one of the sentences behind a sentence of the body."""

    def plant(text: str, dice: random.Random, index: int) -> Made | None:
        stops = [match.end() for match in INNER_STOP.finditer(text)]
        return Made(insert(text, dice.choice(stops), sentences[index % len(sentences)]))

    return plant


def say_apart(*pairs: tuple[str, str]) -> Plant:
    """Return a planter that adds one sentence early and its counterpart late in the body."""

    def plant(text: str, dice: random.Random, index: int) -> Made | None:
        stops = [match.end() for match in INNER_STOP.finditer(text)]
        half = len(stops) // 2
        first, second = pairs[index % len(pairs)]
        late, early = dice.choice(stops[half:]), dice.choice(stops[:half])
        return Made(insert(insert(text, late, second), early, first))

    return plant


def paragraph(*paragraphs: str) -> Plant:
    """Return a planter that adds one of the paragraphs (of one line or more) in the body."""

    def plant(text: str, dice: random.Random, index: int) -> Made | None:
        # Before the last paragraph but one: within the last part, never between two headings.
        place = text.rstrip("\n").rfind("\n") + 1
        return Made(insert(text, place, paragraphs[index % len(paragraphs)] + "\n"))

    return plant


def add_line(where: str, *lines: str) -> Plant:
    """Return a planter that adds a line at the ``head``, the ``foot`` or in the ``middle``."""

    def plant(text: str, dice: random.Random, index: int) -> Made | None:
        line = f"⟦{lines[index % len(lines)]}⟧"
        if where == "head":
            return Made(f"{line}\n{text}")
        if where == "foot":
            return Made(f"{text}\n{line}")
        breaks = [match.end() for match in re.finditer("\n", text)]
        return Made(insert(text, dice.choice(breaks[4:-1]), line + "\n"))

    return plant


def on_day(date: dt.date, plant: Plant) -> Plant:
    """Return the planter with the date of the speech known."""

    def dated(text: str, dice: random.Random, index: int) -> Made | None:
        made = plant(text, dice, index)
        return None if made is None else replace(made, date=date)

    return dated


def in_office(plant: Plant) -> Plant:
    """Return the planter with the profile of the test office known."""

    def known(text: str, dice: random.Random, index: int) -> Made | None:
        made = plant(text, dice, index)
        return None if made is None else replace(made, has_office=True)

    return known


def held_by(particulars: Particulars, plant: Plant) -> Plant:
    """Return the planter with what is known of the speech beside its text."""

    def told(text: str, dice: random.Random, index: int) -> Made | None:
        made = plant(text, dice, index)
        return None if made is None else replace(made, particulars=particulars)

    return told
