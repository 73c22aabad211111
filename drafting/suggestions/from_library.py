"""Phrases of the office's own speeches, scored for the place like the shipped ones."""

from __future__ import annotations

import re
from dataclasses import replace
from heapq import nlargest
from math import log1p, sqrt
from typing import TYPE_CHECKING

from drafting.model.phrase import Suggestion
from drafting.parsing.salutations import is_salutation
from drafting.suggestions.frames import count_uses, fixed_parts
from drafting.suggestions.store import SenseGroup

if TYPE_CHECKING:
    from collections.abc import Mapping

    from drafting.model.phrase import LibraryPhrase
    from drafting.suggestions.library import PhraseLibrary
    from drafting.suggestions.place import Place

# What a look-up brings to the score; the shipped phrases reach 1.0 to 1.4 at their place.
_BY_PLACE = 0.95
_BY_CONTEXT = 0.8
_INSIDE = 1.5  # within a sentence the words before tell more than the function
_BY_TOPIC = 0.3
_TOPIC_RAISES = 3.0
_LEAST_WEIGHT = 0.005
_BY_FREQUENCY = 0.06
_MOST_DOCUMENTS = 30
_QUERY_BEGINS = 2.0
_ELSEWHERE = 0.15
_USE_PENALTY, _TERM_PENALTY = 0.45, 0.08
_LONGEST_TERM = 6
_FUNCTIONS = 4
_MOST = 24
_HEADING = re.compile("[一二三四五六七八九十]{1,3}[、要是]|（[一二三四五六七八九十]{1,3}）")
_WEIGHTY = frozenset({"criticism"})
_NO_GROUP = SenseGroup()
# Offices and posts: every speech names some, and none of them serves a place by itself.
_BODY = re.compile(
    "(?:(?<![大全格布结开时定战变])局|监委|纪委|政法委|办公室|委员会|指挥部|部门|公司|银行|书记|[县市区镇乡]长"
    "|(?:媒体|服务|疾控|应急|指挥|管理|党群|文化|急救|救助)中心)$"
)


def library_phrases(
    library: PhraseLibrary, place: Place, before: str, query: str, topic: str
) -> list[tuple[float, LibraryPhrase]]:
    """Return the phrases that may stand here with their scores, the best first.

    Without a query these are what follows the characters before the caret, what stands in parts
    with a like topic, and what serves the functions that the place asks for.
    """
    found: dict[int, float] = {}
    known: dict[int, LibraryPhrase] = {}
    if query:
        for one in library.matching(query):
            known[one.id] = one
            found[one.id] = _QUERY_BEGINS + max(_at_place(one, place), _ELSEWHERE)
    else:
        wanted = nlargest(_FUNCTIONS, place.weights, key=place.weights.__getitem__)
        for one in library.serving(wanted):
            # 各位领导, of which every closing of a report has one, is no phrase.
            if is_salutation(one.phrase.text) or _BODY.search(one.phrase.text):
                continue
            known[one.id] = one
            found[one.id] = _at_place(one, place)
        topical = library.about(topic or topic_of(before))
        for number in topical.keys() & found.keys():
            found[number] += _BY_TOPIC * topical[number]
        is_within_words = before[-1:].isalnum()  # 由, and the office that has to do it
        for one in library.following(before):
            if not is_within_words and _BODY.search(one.phrase.text):
                continue
            known.setdefault(one.id, one)
            raised = 1 + _TOPIC_RAISES * topical.get(one.id, 0.0)
            found[one.id] = max(found.get(one.id, 0.0), _after(one, raised, place))
    scored = [(score + _frequency(known[one]), known[one]) for one, score in found.items()]
    return nlargest(_MOST, scored, key=lambda pair: pair[0])


def _after(one: LibraryPhrase, raised: float, place: Place) -> float:
    """Return the score of what follows the characters before the caret."""
    weight = min(one.weight * raised, 1.0)
    base = _at_place(one, place)
    if place.mid_sentence and weight >= _LEAST_WEIGHT:
        base = _INSIDE
    return base + _BY_CONTEXT * sqrt(weight)


def _at_place(one: LibraryPhrase, place: Place) -> float:
    return _BY_PLACE * place.weights.get(one.function, 0.0)


def _frequency(one: LibraryPhrase) -> float:
    return _BY_FREQUENCY * log1p(min(one.phrase.documents, _MOST_DOCUMENTS))


def may_say(one: LibraryPhrase, *, is_first_hand: bool) -> bool:
    """Return whether the speaker may say it: weighty criticism is for the first hand alone."""
    return is_first_hand or one.function not in _WEIGHTY


def topic_of(before: str) -> str:
    """Return what the part is about: its heading and the last line before the caret."""
    lines = [line for line in before[-3000:].split("\n") if line.strip()]
    heading = next((line[:40] for line in reversed(lines) if _HEADING.match(line)), "")
    last = lines[-1][-60:] if lines else ""
    return f"{heading}，{last}" if heading and heading not in last else last


def _penalty(one: LibraryPhrase, uses: int) -> float:
    """Return what earlier uses take: much from a stock phrase, little from a term of the matter."""
    if one.is_name:
        return 0.0
    is_stock = bool(one.phrase.group) or len(one.phrase.text) > _LONGEST_TERM
    return (_USE_PENALTY if is_stock else _TERM_PENALTY) * min(uses, 4)


def as_suggestions(
    library: PhraseLibrary,
    scored: list[tuple[float, LibraryPhrase]],
    draft_text: str,
    groups: Mapping[str, SenseGroup],
) -> list[Suggestion]:
    """Return suggestions with what the draft uses of them already, and where they come from."""
    origin = library.provenance([one.id for _, one in scored])
    found: list[Suggestion] = []
    for score, one in scored:
        uses = count_uses(draft_text, fixed_parts(one.phrase.text))
        known = origin.get(one.id)
        group = groups.get(one.phrase.group, _NO_GROUP)
        suggestion = Suggestion(
            one.phrase,
            round(score - _penalty(one, uses), 4),
            uses,
            one.phrase.documents,
            alternatives=group.beside(one.phrase.text),
            advice=group.advice,
        )
        if known is not None:
            suggestion = replace(suggestion, last_used=known.last_used, sources=known.sources)
        found.append(suggestion)
    return found
