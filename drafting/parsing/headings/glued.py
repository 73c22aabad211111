"""Where a heading stops that ran into its text without a mark: told from the wording.

A heading of its own line has no final mark; where the line break was lost, its text follows at
once (一、压实责任，主动作为什么是责任？…). The place is found from the siblings, whose shape it
shares, and from the words with which sentences begin.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

from drafting.parsing.headings.heading_ends import HeadingEnd
from drafting.parsing.headings.markers import FORMAL
from drafting.parsing.headings.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafting.parsing.headings.markers import Mark

MIN_LENGTH, MAX_LENGTH = 4, 46
SUSPECT_BESIDE, SUSPECT_AMONG = 24, 10
_FAR = 200
_MAX_CUTS = 24
_MAX_SIBLINGS = 40
_LEAST_SCORE, _STRONG = 3.0, 5.0
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
    wording: Wording | None = None
    for members in rows.values():
        alone = [i for i in members if _is_alone(headings[i][2])]
        models = [text[headings[i][1].end : headings[i][2].end] for i in alone][:_MAX_SIBLINGS]
        suspects = _suspects(text, headings, members, models)
        if not suspects:
            continue
        wording = wording or Wording(text)
        choices = {i: _cuts(wording, headings[i][1]) for i in suspects[:_MAX_SIBLINGS]}
        if not models and not _is_plain(text, headings, members, choices):
            continue
        for index, cut in _choose(choices, models).items():
            if cut is not None and _is_better(cut, ends[index]):
                ends[index] = HeadingEnd(cut.end, run_in=True, clean=False)
    return ends


def _is_alone(end: HeadingEnd) -> bool:
    return not end.run_in and end.clean


def _is_better(cut: _Cut, end: HeadingEnd) -> bool:
    """A cut may shorten what was taken; it lengthens a lead only where the wording is plain."""
    return cut.end < end.end or (not end.clean and cut.score > _STRONG + 1)


def _suspects(
    text: str,
    headings: Sequence[tuple[int, Mark, HeadingEnd]],
    members: Sequence[int],
    models: Sequence[str],
) -> list[int]:
    """Return the members of a row whose first sentence holds more than the heading."""
    lengths = {i: _first_sentence(text, headings[i]) for i in members}
    if 2 * len(models) >= len(members):
        longest = max(SUSPECT_AMONG, *(len(model) + 2 for model in models))
    else:
        longest = SUSPECT_BESIDE
    return [i for i, length in lengths.items() if length < 0 or length > longest]


def _is_plain(
    text: str,
    headings: Sequence[tuple[int, Mark, HeadingEnd]],
    members: Sequence[int],
    choices: dict[int, list[_Cut]],
) -> bool:
    """Return whether a row without a standing member shows that its line breaks were lost."""
    lengths = [_first_sentence(text, headings[i]) for i in members]
    if -1 in lengths or all(length > MAX_LENGTH for length in lengths):
        return True
    strong = [i for i, cuts in choices.items() if cuts and cuts[0].score >= _STRONG]
    return len(strong) * 5 >= len(members) * 3


def _first_sentence(text: str, heading: tuple[int, Mark, HeadingEnd]) -> int:
    """Return the length of a run-in heading's first sentence, -1 for a question, 0 if alone."""
    _, mark, end = heading
    if not end.run_in:
        return 0
    stop = _LATER_MARK.search(text, mark.end, mark.end + _FAR)
    if stop is None:
        return _FAR
    return -1 if stop.group() in "？?" else stop.start() - mark.end


def _choose(choices: dict[int, list[_Cut]], models: Sequence[str]) -> dict[int, _Cut | None]:
    """Return the cut of each heading: alone by its wording, then beside its siblings."""
    best = {index: _best(cuts, models) for index, cuts in choices.items()}
    if not models and len(choices) > 1:
        best = _best_together(choices, best)
    return best


def _best(cuts: Sequence[_Cut], models: Sequence[str]) -> _Cut | None:
    usual = median(len(model) for model in models) if models else 0
    uniform = bool(models) and len({_shape(model) for model in models}) == 1

    def total(cut: _Cut) -> float:
        if not models:
            return cut.score
        if uniform or len(models) == 1:
            return cut.score + likeness(cut.text, models[0])
        return cut.score - min(3.0, abs(len(cut.text) - usual) / 6)

    chosen = max(cuts, key=total, default=None)
    return chosen if chosen is not None and total(chosen) >= _LEAST_SCORE else None


def _shape(heading: str) -> tuple[int, ...]:
    return tuple(len(part) for part in re.split("[，、]", heading))


def _best_together(
    choices: dict[int, list[_Cut]], alone: dict[int, _Cut | None]
) -> dict[int, _Cut | None]:
    """Return the cuts that make the siblings most alike, seen from each cut of the first."""
    indices = list(choices)
    first = max(indices, key=lambda index: max((c.score for c in choices[index]), default=-9.0))
    best_total = sum(cut.score for cut in alone.values() if cut is not None) + len(alone)
    best = alone
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


def _cuts(wording: Wording, mark: Mark) -> list[_Cut]:
    """Return the places where the heading behind ``mark`` may stop."""
    text, start = wording.text, mark.end
    stop = _LATER_MARK.search(text, start, start + MAX_LENGTH + 2)
    limit = min(stop.start() if stop else start + MAX_LENGTH, len(text), start + MAX_LENGTH)
    newline = text.find("\n", start, limit)
    limit = newline if newline >= 0 else limit
    found = []
    for end in range(start + MIN_LENGTH, limit):
        score = wording.cut_score(start, end)
        if score > 0:
            found.append(_Cut(text[start:end], end, score))
    found.sort(key=lambda cut: -cut.score)
    return found[:_MAX_CUTS]


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
