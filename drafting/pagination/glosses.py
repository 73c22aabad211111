"""Small texts beside and above the lines: pinyin over hard words, notes in the outer margin."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from typing import TYPE_CHECKING

from drafting.pagination.glyph_widths import WidthTable
from drafting.pagination.layout_files import POINTS_PER_MM
from drafting.pagination.pages import PageGloss

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafting.model.layout import PageLayout
    from drafting.model.reading import HardWord, MarginNote, ReadingAid
    from drafting.pagination.pages import LineRun, PageLine
    from drafting.text.span import Span

# Pinyin in this share of the size of its character, smaller where a syllable is wider than it.
_PINYIN_SHARE = 0.42
# Its baseline stands this much of an em above that of the character.
_PINYIN_HEIGHT = 0.92
# Margin notes: points, line height of an em, distance from the text in millimetres.
NOTE_SIZE, NOTE_PITCH, NOTE_DISTANCE = 12.0, 1.4, 5.0
_WIDTHS = WidthTable(1.0, latin_is_half=False)


def pinyin_size(syllable: str, size: float) -> float:
    """Return the size in points at which a syllable is no wider than its character of ``size``.

    Half points, as Word knows them.
    """
    fitting = size / max(_ems(syllable), 1e-6)
    return int(2 * min(size * _PINYIN_SHARE, fitting)) / 2


def page_glosses(
    lines: Sequence[PageLine], layout: PageLayout, aid: ReadingAid
) -> tuple[PageGloss, ...]:
    """Return the small texts of one page."""
    if not lines or not (aid.hard_words or aid.notes):
        return ()
    found = [*_iter_pinyin(lines, layout, aid.hard_words)]
    found += _iter_notes(lines, layout, aid.notes)
    return tuple(found)


def _iter_pinyin(
    lines: Sequence[PageLine], layout: PageLayout, words: Sequence[HardWord]
) -> Iterator[PageGloss]:
    starts = [word.span.start for word in words]
    for line in lines:
        first = max(bisect_right(starts, line.span.start) - 1, 0)
        for word in words[first:]:
            if word.span.start >= line.span.end:
                break
            for place, syllable in enumerate(word.syllables, word.span.start):
                run = _run_at(line, place)
                if syllable and run is not None:
                    yield _above(syllable, place, run, line, layout)


def _above(
    syllable: str, place: int, run: LineRun, line: PageLine, layout: PageLayout
) -> PageGloss:
    size = layout.style(run.style).size
    em = size / POINTS_PER_MM
    count = len(run.span)
    advance = (run.width - em) / (count - 1) if count > 1 else 0.0
    points = pinyin_size(syllable, size)
    width = _ems(syllable) * points / POINTS_PER_MM
    x = run.x + (place - run.span.start) * advance + (em - width) / 2
    return PageGloss(syllable, x, line.baseline - _PINYIN_HEIGHT * em, points, latin=True)


def _iter_notes(
    lines: Sequence[PageLine], layout: PageLayout, notes: Sequence[MarginNote]
) -> Iterator[PageGloss]:
    x = layout.paper_width - layout.margin_right + NOTE_DISTANCE
    pitch = NOTE_SIZE * NOTE_PITCH / POINTS_PER_MM
    lowest = 0.0
    for note in notes:
        line = next((one for one in lines if _holds(one.span, note.position)), None)
        if line is None:
            continue
        baseline = max(line.baseline, lowest)  # notes of neighbouring lines do not overlap
        for number, words in enumerate(note.lines):
            yield PageGloss(words, x, baseline + number * pitch, NOTE_SIZE, latin=False)
        lowest = baseline + len(note.lines) * pitch


def _run_at(line: PageLine, place: int) -> LineRun | None:
    return next((run for run in line.runs if _holds(run.span, place) and not run.latin), None)


def _holds(span: Span, place: int) -> bool:
    return span.start <= place < span.end


def _ems(syllable: str) -> float:
    """Return the width of pinyin in ems: a letter is as wide with its tone mark as without."""
    letters = unicodedata.normalize("NFD", syllable)
    return sum(_WIDTHS[letter] for letter in letters if not unicodedata.combining(letter))
