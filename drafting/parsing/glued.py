"""Where a heading stops that ran into its text without a mark: told from the wording.

A heading of its own line has no final mark; where the line break was lost, its text follows at
once (一、压实责任，主动作为什么是责任？…). The place is found from the siblings, whose shape it
shares, and from the words with which sentences begin.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from drafting.parsing.heading_ends import HeadingEnd
from drafting.parsing.lexis import ENDS, QUESTIONS, STARTS, WEAK_STARTS
from drafting.parsing.markers import FORMAL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafting.parsing.markers import Mark

MIN_LENGTH, MAX_LENGTH = 4, 46
SUSPECT_BESIDE, SUSPECT_AMONG = 24, 10
_FAR = 200
_MAX_CUTS = 24
_MAX_SIBLINGS = 40
_PAUSES = "，、,"
_NO_END = _PAUSES + "和与及的是为对把将在从以让使由更全再大不要中《“（"
_NO_START = _PAUSES + "”）》的化性和与及们"
_LATER_MARK = re.compile("[。！？；：!?;]")


@dataclass(frozen=True, slots=True)
class _Cut:
    text: str
    end: int
    score: float


def cut_glued(text: str, headings: Sequence[tuple[int, Mark, HeadingEnd]]) -> list[HeadingEnd]:
    """Return the ends of ``headings`` (row, marker, end as found), the glued ones corrected."""
    ends = [end for _, _, end in headings]
    rows: dict[int, list[int]] = defaultdict(list)
    for index, (row, mark, _) in enumerate(headings):
        # Spoken rows (一是, 第一，) run into their text by nature; no line break was lost.
        if mark.kind in FORMAL:
            rows[row].append(index)
    for members in rows.values():
        alone = [i for i in members if _is_alone(headings[i][2])]
        lengths = {i: _first_sentence(text, headings[i]) for i in members}
        # One sibling that asks at once, or stands alone, makes a long one beside it suspect too.
        longest = SUSPECT_BESIDE if alone or -1 in lengths.values() else MAX_LENGTH
        if 2 * len(alone) >= len(members):
            longest = SUSPECT_AMONG
        suspects = [i for i, length in lengths.items() if length < 0 or length > longest]
        if not suspects or len(suspects) + len(alone) < len(members):
            continue
        models = [text[headings[i][1].end : headings[i][2].end] for i in alone][:_MAX_SIBLINGS]
        for index, end in _resolve(text, headings, suspects[:_MAX_SIBLINGS], models):
            if end < headings[index][2].end or not headings[index][2].clean:
                ends[index] = HeadingEnd(end, run_in=True, clean=False)
    return ends


def _is_alone(end: HeadingEnd) -> bool:
    return not end.run_in and end.clean


def _first_sentence(text: str, heading: tuple[int, Mark, HeadingEnd]) -> int:
    """Return the length of a run-in heading's first sentence, -1 for a question, 0 if alone."""
    _, mark, end = heading
    if not end.run_in:
        return 0
    stop = _LATER_MARK.search(text, mark.end, mark.end + _FAR)
    if stop is None:
        return _FAR
    return -1 if stop.group() in "？?" else stop.start() - mark.end


def _resolve(
    text: str,
    headings: Sequence[tuple[int, Mark, HeadingEnd]],
    suspects: Sequence[int],
    models: Sequence[str],
) -> list[tuple[int, int]]:
    """Return for each glued heading where it ends."""
    choices = {index: _cuts(text, headings[index][1]) for index in suspects}
    best = {index: _best(cuts, models) for index, cuts in choices.items()}
    if not models and len(suspects) > 1:
        best = _best_together(choices, best)
    return [(index, cut.end) for index, cut in best.items() if cut is not None]


def _best(cuts: Sequence[_Cut], models: Sequence[str]) -> _Cut | None:
    def total(cut: _Cut) -> float:
        return cut.score + (max(likeness(cut.text, one) for one in models) if models else 0)

    chosen = max(cuts, key=total, default=None)
    return chosen if chosen is not None and total(chosen) >= 2 else None


def _best_together(
    choices: dict[int, list[_Cut]], alone: dict[int, _Cut | None]
) -> dict[int, _Cut | None]:
    """Return the cuts that make the siblings most alike, seen from each cut of the first."""
    indices = list(choices)
    first = max(indices, key=lambda index: max((c.score for c in choices[index]), default=-9.0))
    best_total, best = 0.0, alone
    for model in choices[first]:
        picked: dict[int, _Cut | None] = {first: model}
        total = model.score
        for index in indices:
            if index == first:
                continue
            cut = max(
                choices[index],
                key=lambda one: one.score + likeness(one.text, model.text),
                default=None,
            )
            picked[index] = cut
            if cut is not None:
                total += cut.score + likeness(cut.text, model.text)
        if total > best_total:
            best_total, best = total, picked
    return best


def _cuts(text: str, mark: Mark) -> list[_Cut]:
    """Return the places where the heading behind ``mark`` may stop."""
    start = mark.end
    stop = _LATER_MARK.search(text, start, start + MAX_LENGTH + 2)
    limit = stop.start() if stop else start + MAX_LENGTH
    limit = min(limit, len(text), start + MAX_LENGTH)
    newline = text.find("\n", start, limit)
    limit = newline if newline >= 0 else limit
    found = []
    for end in range(start + MIN_LENGTH, limit):
        score = _score(text, start, end)
        if score > 0:
            found.append(_Cut(text[start:end], end, score))
    found.sort(key=lambda cut: -cut.score)
    return found[:_MAX_CUTS]


def _score(text: str, start: int, end: int) -> float:
    """Return how likely a heading ends before ``end``: what begins there, what ended."""
    if text[end - 1] in _NO_END or text[end] in _NO_START or text[end - 1 : end + 1].isdigit():
        return 0
    score = 0.0
    # 加快农业的发展｜农业是…: the text takes up a word of its heading.
    if text[end : end + 2] in text[start : end - 1] and text[end : end + 2] not in _PAUSES:
        score += 2
    if QUESTIONS.match(text, end):
        score += 4
    elif STARTS.match(text, end):
        score += 3
    elif WEAK_STARTS.match(text, end):
        score += 1.5
    if text[end - 2 : end] in ENDS:
        score += 1.5
    return score


def likeness(first: str, second: str) -> float:
    """Return how alike two headings are built: pauses at the same places, length, last words."""
    if not first or not second:
        return 0
    score = 0.0
    first_parts, second_parts = re.split("[，、]", first), re.split("[，、]", second)
    if len(first_parts) == len(second_parts):
        score += 0.5
        same = sum(len(a) == len(b) for a, b in zip(first_parts, second_parts, strict=True))
        score += 2.0 * same / len(first_parts)
    if len(first) == len(second):
        score += 1.5
    else:
        score -= min(2.0, abs(len(first) - len(second)) / 4)
    if first[-2:] == second[-2:]:
        score += 2
    elif first[-1] == second[-1]:
        score += 0.5
    return score
