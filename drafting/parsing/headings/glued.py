"""Where a heading stops that ran into its text without a mark: told from the wording.

A heading of its own line has no final mark; where the line break was lost, its text follows at
once (一、压实责任，主动作为什么是责任？…). The place is found from the siblings, whose shape it
shares, and from the words with which sentences begin.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from itertools import chain
from math import exp
from typing import TYPE_CHECKING

from drafting.model.headings import MarkerKind
from drafting.parsing.headings.even_rows import (
    MIN_LENGTH,
    Choice,
    Cut,
    evenness,
    is_even,
    iter_even,
)
from drafting.parsing.headings.heading_ends import HeadingEnd
from drafting.parsing.headings.lexis import STARTS
from drafting.parsing.headings.likeness import likeness, most_of_another_length
from drafting.parsing.headings.markers import FORMAL
from drafting.parsing.headings.weights import weighed
from drafting.parsing.headings.wording import (
    Wording,
    asks,
    has_sentence_inside,
    step,
    tells,
)
from drafting.text.clause_edges import edges_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from drafting.parsing.headings.markers import Mark

# Spoken forms that number parts whose lines may be lost as well.
SPOKEN = {MarkerKind.ORDINAL, MarkerKind.MUST, MarkerKind.IS, MarkerKind.FIRST_THEN}
MAX_LENGTH = 46
SUSPECT, SUSPECT_LINE = 14, 22
_MAX_CUTS = 12
_MAX_SIBLINGS = 40
_MAX_ANCHORS = 3
_LONG = 40
_FAR = 6
# At least so likely among all its places must a heading's end be; and so much must every heading
# of a row gain before its marks are passed over, more where the row opens lines, and most where its
# numbers are spoken, behind which sentences stand as often as headings.
_SURE, _CLEARLY, _CLEARLY_IN_LINES, _CLEARLY_SPOKEN = 0.35, 1.0, 2.6, 4.5
# Its own mark ends no heading where it is less likely than this.
_UNLIKELY = 0.04
# 依靠信任｜信任，是…
_TWICE_SAID = re.compile("([^，。]{2})\\1，(?:也?就)?是")
# Sums that are one may differ by so much.
_ROUNDING = 1e-9
_STOPS = re.compile(
    "[。！？!?]|[（(][一二三四五六七八九十0-9]{1,2}[）)]|[0-9]{1,2}[.．、](?![0-9])|一是|第一[，、个]|首先，|[㈠⑴①⒈]"
)


Marked = tuple[int, "Mark", HeadingEnd]


def cut_glued(text: str, headings: Sequence[Marked]) -> list[HeadingEnd]:
    """Return the ends of ``headings`` (row, marker, end as found), the glued ones corrected."""
    ends = [end for _, _, end in headings]
    rows: dict[int, list[int]] = defaultdict(list)
    for index, (row, mark, _) in enumerate(headings):
        if mark.kind in FORMAL or mark.kind in SPOKEN:
            rows[row].append(index)
    suspects: list[tuple[list[int], list[int]]] = []
    for members in rows.values():
        if _is_told(headings[i][1] for i in members):
            continue
        run_in = [i for i in members if _may_hold_more(text, headings[i][1], ends[i])]
        if _all_ask(text, [(headings[i][1], ends[i]) for i in members]):
            continue
        if any(_is_suspect(text, headings[i][1], ends[i]) for i in run_in):
            suspects.append((members, run_in))
    found = _all_cuts(text, headings, [i for _, run_in in suspects for i in run_in[:_MAX_SIBLINGS]])
    for members, run_in in suspects:
        alone = [i for i in members if i not in run_in and ends[i].clean]
        models = [_standing(text, headings[i][1], ends[i]) for i in alone[:_MAX_SIBLINGS]]
        cuts = {i: found[i] for i in run_in[:_MAX_SIBLINGS]}
        for index, cut in _choose(cuts, models, _gain_wanted(headings[members[0]][1])).items():
            if not cut.natural:
                ends[index] = HeadingEnd(cut.end, run_in=True, clean=False)
    return ends


def _is_told(marks: Iterable[Mark]) -> bool:
    """Return whether a row is one of speaking that hardly lost a line break.

    一是, 二是 run into their text by nature where some open lines and others do not.
    """
    first, *others = marks
    if (
        first.kind in FORMAL
        or first.verb
        or (first.kind is MarkerKind.ORDINAL and not first.opens_line)
    ):
        return False
    return not others or any(mark.opens_line != first.opens_line for mark in others)


def _all_ask(text: str, row: Sequence[tuple[Mark, HeadingEnd]]) -> bool:
    """Return whether each heading of a row is a short question with its own mark."""
    return len(row) > 1 and all(
        text[end.end - 1] in "？?" and end.end - mark.end <= SUSPECT_LINE for mark, end in row
    )


def _gain_wanted(first: Mark) -> float:
    """Return how much every heading of the row from ``first`` must gain by other ends."""
    if not first.opens_line:
        return _CLEARLY
    return _CLEARLY_SPOKEN if first.kind in SPOKEN and not first.verb else _CLEARLY_IN_LINES


def _is_suspect(text: str, mark: Mark, end: HeadingEnd) -> bool:
    """Return whether what was taken for a heading may hold the beginning of its text.

    A row that opens lines is looked at only where a sentence is long, asks, or shows inside the
    words with which others begin: most lines of most texts are what they seem.
    """
    wording = text[mark.end : end.end]
    if not end.clean or wording[-1:] in ("？", "?"):
        return True
    if len(wording) > (SUSPECT_LINE if mark.opens_line else SUSPECT):
        return True
    if len(wording) <= SUSPECT:
        return False
    if "，" in wording and _TWICE_SAID.search(wording):
        return True
    return has_sentence_inside(wording) or (end.run_in and tells(wording))


def _may_hold_more(text: str, mark: Mark, end: HeadingEnd) -> bool:
    """Return whether text may be hidden in what was taken: not where a short label's colon ends it.

    A heading that stands alone with 。 or ： at its end may be a sentence that it ran into, and
    so may the last one of a paragraph that holds several.
    """
    if end.run_in or not mark.opens_line:
        is_long = not mark.opens_line and end.end - mark.end > SUSPECT
        return text[end.end : end.end + 1] != "：" or is_long
    return text[end.end : end.end + 1] in ("。", "；") or text[end.end - 1] == "："


def _choose(cuts: dict[int, list[Cut]], models: Sequence[Cut], gain: float) -> Choice:
    """Return the cut of each heading: the ones that make the row's headings most alike.

    As it stands a row is right, unless another reading says so much more (``gain`` for each).
    """
    best: Choice = {index: _best(found, models) for index, found in cuts.items()}
    if models or len(cuts) < 2:
        return best
    first = next(iter(cuts))
    standing: Choice = {index: found[-1] for index, found in cuts.items()}
    most, least = _total(best, first), _total(standing, first) + gain * len(cuts)
    if is_even(standing):
        least += evenness(standing)
    if most <= least:
        most, best = least, standing
    for anchor in list(cuts)[:_MAX_ANCHORS]:
        others = {index: found for index, found in cuts.items() if index != anchor}
        tops = [_top(found) for found in others.values()]
        for model in cuts[anchor]:
            rated = _rated_row(model, others, tops, most)
            total = model.score + sum([one for _, one in rated.values()])
            if rated and total > most:
                most, best = total, {i: rated[i][0] if i != anchor else model for i in cuts}
    for picked in iter_even(cuts):
        total = _total(picked, first) + evenness(picked)
        if total > most:
            most, best = total, picked
    # No two parts of a row are called the same.
    return best if len({cut.text for cut in best.values()}) == len(best) else standing


@dataclass(frozen=True, slots=True)
class _Top:
    """The best score of a heading's cuts, the best of each length, how they begin and end."""

    score: float
    by_length: dict[int, Cut]
    first: str
    lasts: frozenset[str]


def _top(cuts: Sequence[Cut]) -> _Top:
    by_length: dict[int, Cut] = {}
    for cut in cuts:
        length = len(cut.text)
        if length not in by_length or by_length[length].score < cut.score:
            by_length[length] = cut
    lasts = frozenset(cut.text[-1:] for cut in cuts)
    return _Top(max(cut.score for cut in cuts), by_length, cuts[0].text[:1], lasts)


def _rated_row(
    model: Cut, others: dict[int, list[Cut]], tops: Sequence[_Top], most: float
) -> dict[int, tuple[Cut, float]]:
    """Return the likeliest cut of every other heading beside ``model``, and what it weighs.

    Nothing as soon as it is sure that the row cannot weigh more than ``most``.
    """
    gains = most_of_another_length(model.text)
    ceilings = [_ceiling(model, top, *gains) for top in tops]
    left = model.score + sum(ceilings)
    rated: dict[int, tuple[Cut, float]] = {}
    for (index, found), ceiling in zip(others.items(), ceilings, strict=True):
        if left + _ROUNDING <= most:
            return {}
        rated[index] = _rated(found, [model])
        left += rated[index][1] - ceiling
    return rated


def _ceiling(model: Cut, top: _Top, most: float, begins: float, ends: float) -> float:
    """Return what no cut of a heading can weigh more than beside ``model``."""
    wording = model.text
    most += top.score
    if wording[:1] == top.first:
        most += begins
    if wording[-1:] in top.lasts:
        most += ends
    as_long = top.by_length.get(len(wording))
    if as_long is None:
        return most
    # What goes on alike behind both only weighs against them.
    return max(most, as_long.score + likeness(as_long.text, wording))


def _total(picked: Choice, anchor: int) -> float:
    """Return what the cuts of a row weigh together, seen from one of them."""
    model = picked[anchor]
    return sum(
        cut.score + (_alike(cut, model) if index != anchor else 0.0)
        for index, cut in picked.items()
    )


def _alike(cut: Cut, model: Cut) -> float:
    """Return what it weighs that both are headings of one row."""
    goes_on = cut.behind != "" and cut.behind == model.behind
    return likeness(cut.text, model.text, goes_on=goes_on)


def _best(cuts: Sequence[Cut], models: Sequence[Cut]) -> Cut:
    """Return the likeliest cut; where none is likely, the mark of a short sentence stands."""
    return _rated(cuts, models)[0]


def _rated(cuts: Sequence[Cut], models: Sequence[Cut]) -> tuple[Cut, float]:
    """Return the likeliest cut beside ``models``, and what it weighs."""
    totals = [cut.score for cut in cuts]
    if len(models) == 1:
        model = models[0]
        totals = [cut.score + _alike(cut, model) for cut in cuts]
    elif models:
        totals = [cut.score + max(_alike(cut, one) for one in models) for cut in cuts]
    most = max(totals)
    chosen, natural = cuts[totals.index(most)], cuts[-1]
    if natural.doubtful or chosen is natural:
        return chosen, most
    stands = exp(totals[-1] - most)
    if stands < _UNLIKELY:
        return chosen, most
    everything = sum([exp(total - most) for total in totals])
    is_sure = 1 / everything >= _SURE or stands < _UNLIKELY * everything
    return (chosen, most) if is_sure else (natural, totals[-1])


def iter_places(wording: Wording, start: int) -> Iterator[int]:
    """Yield the places where the heading from ``start`` may stop, short of its first full stop."""
    return (place for place in _in_reach(wording.text, start) if wording.may_end(start, place))


def _in_reach(text: str, start: int) -> range:
    """Return the places up to the first full stop behind ``start``, not farther than reaches.

    A marker of the part's own rows (（一）, 1., 一是) ends what is before it.
    """
    limit = min(start + MAX_LENGTH, len(text))
    newline = text.find("\n", start, limit)
    limit = newline if newline >= 0 else limit
    stop = _STOPS.search(text, start + MIN_LENGTH, limit)
    last = stop.start() + (stop.group() not in "。！？!?") if stop else limit
    return range(start + MIN_LENGTH, last)


def _all_cuts(text: str, headings: Sequence[Marked], asked: Sequence[int]) -> dict[int, list[Cut]]:
    """Return the places where each of the ``asked`` headings may stop."""
    if not asked:
        return {}
    wording = Wording(text)
    places = {i: list(iter_places(wording, headings[i][1].end)) for i in asked}
    wording.count_pairs(chain.from_iterable(places.values()))
    return {i: _cuts(wording, *headings[i][1:], found) for i, found in places.items()}


def _cuts(wording: Wording, mark: Mark, end: HeadingEnd, places: Sequence[int]) -> list[Cut]:
    """Return the headings behind ``mark`` that stop at one of the ``places``, the likeliest first.

    The end as it was found stands last.
    """
    text, start = wording.text, mark.end
    found = [
        Cut(text[start:one], one, wording.cut_score(start, one), text_behind(text, one))
        for one in places
    ]
    found.sort(key=lambda cut: -cut.score)
    del found[_MAX_CUTS:]
    found.append(_natural(text, mark, end))
    return found


def text_behind(text: str, place: int) -> str:
    """Return with which two characters the text goes on at ``place``, blanks passed over.

    "" where many sentences begin with them: they may stand behind several headings by chance.
    老商圈｜要有新业态, 大市场｜要有大物流 is no chance.
    """
    word = text[place : place + _FAR].lstrip(" \u3000\t")[:2]
    opens = edges_of(word)[1] > 0 or STARTS.match(text, place) is not None
    return "" if opens and word[:1] != "要" else word


def _standing(text: str, mark: Mark, end: HeadingEnd) -> Cut:
    """Return a heading that has its line for itself, by which its siblings are measured."""
    return Cut(text[mark.end : end.end], end.end, 0.0, natural=True)


def _natural(text: str, mark: Mark, end: HeadingEnd) -> Cut:
    """Return the end as it was found: its own mark, or what was taken without one."""
    wording = text[mark.end : end.end]
    score = weighed(natural_signs(wording, end))
    if mark.opens_line:
        score += weighed([("opens its line", 1)])
    doubtful = not end.clean or len(wording) > _LONG
    return Cut(wording, end.end, score, natural=True, doubtful=doubtful)


def natural_signs(wording: str, end: HeadingEnd) -> Iterator[tuple[str, float]]:
    """Yield what speaks for and against the end as it was found."""
    yield "own end", 1
    yield f"own clauses {min(4, wording.count('，') + 1)}", 1
    yield f"own length {step(len(wording), (6, 10, 14, 20, 28, 40))}", 1
    if has_sentence_inside(wording):
        yield "own end, sentence inside", 1
    if wording[-1:] not in ("？", "?"):
        # A sentence that has its line for itself may well be all that a part has to say.
        if tells(wording):
            yield "own end, tells" if end.run_in else "own line, tells", 1
    elif not asks(wording[:-1]):
        yield "question of the text", 1
    if not end.clean:
        yield "no mark", 1
    if not end.run_in:
        yield "line of its own", 1
