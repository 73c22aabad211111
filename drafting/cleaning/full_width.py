"""Step: full-width digits and letters become half-width (GB/T 15835-2011 writes figures so)."""

from __future__ import annotations

import re

from drafting.cleaning.lines import HALF_WIDTH
from drafting.cleaning.step import Found
from drafting.text.edits import TextEdit
from drafting.text.span import Span

# The point and the percent sign follow the figure that they belong to.
# A comma between groups of three figures parts thousands.
_THOUSANDS = re.compile("[０-９](?<![０-９].)[０-９]{0,2}(?:，[０-９]{3}(?![０-９]))+")
_RUN = re.compile("[０-９Ａ-Ｚａ-ｚ][０-９Ａ-Ｚａ-ｚ．％]*")
_DIGITS = "０１２３４５６７８９"


def find_full_width(text: str) -> Found:
    """Return the edits that make full-width figures and words half-width."""
    edits = [
        TextEdit(Span(match.start(), match.start() + len(run)), run.translate(HALF_WIDTH))
        for match in _RUN.finditer(text)
        if (run := _without_stray_marks(match.group()))
    ]
    places = tuple(edit.span for edit in edits)
    for match in _THOUSANDS.finditer(text):
        commas = (at for at in range(*match.span()) if text[at] == "，")
        edits.extend(TextEdit(Span(at, at + 1), ",") for at in commas)
    edits.sort(key=lambda one: one.span)
    return Found(tuple(edits), places)


def _without_stray_marks(run: str) -> str:
    # Marks at the end that follow no figure are the sentence's, not the figure's.
    stripped = run.rstrip("．％")
    tail = run[len(stripped) :][:1]
    return stripped + tail if stripped[-1] in _DIGITS else stripped
