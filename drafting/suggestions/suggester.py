"""The set phrases for one place: chosen by function, narrowed by typing, the used ones last."""

from __future__ import annotations

from dataclasses import dataclass, replace
from heapq import nlargest
from typing import TYPE_CHECKING

from drafting.model.phrase import Suggestion
from drafting.suggestions.dated import is_outdated
from drafting.suggestions.frames import numbers_filled
from drafting.suggestions.from_library import as_suggestions, library_phrases, may_say
from drafting.suggestions.headings import heading_phrases, library_headings
from drafting.suggestions.place import Place, read_place
from drafting.suggestions.store import SenseGroup, load_store

if TYPE_CHECKING:
    import datetime as dt

    from drafting.model.phrase import Phrase
    from drafting.suggestions.library import PhraseLibrary
    from drafting.suggestions.store import Entry, PhraseStore

_TOPIC_SLOT = "{主题}"
_LONGEST_MATTER = 12
# What headings that call for something begin with; one too many leaves a slot open, no more.
_CALLING = frozenset(
    "抓做推看堵盯守扛打补讲管用稳提压夯筑聚凝落突认明加坚统增严狠全深进切着牢紧始充大迅立健完优改实"
    "确保发激担履负围拓培建真高强抢快主勇敢善树转汇弘带当层齐合形重从必务持尽细精科一二三四五六七八九十"
    "以要在把让使为对向更再早先不没"
)
# What a sentence has, and no name.
_SENTENCE = frozenset("的地得着了把将让使要更再就也都不没会能为从向在对以，、；：。！？“”")
# Who speaks, by a word of the title; these speakers' own phrases are for nobody else.
_SPEAKER_BY_TITLE = (
    ("主持词", "主持人"),
    ("表态", "表态人"),
    ("致辞", "致辞人"),
    ("致词", "致辞人"),
    ("汇报", "汇报人"),
)
_OWN_PHRASES = {"主持人", "表态人", "致辞人", "汇报人"}
_FIRST_HAND = "主要领导"
_SPEAKER_FUNCTIONS = {"主持人": "host", "表态人": "pledge", "致辞人": "greet"}
# Functions that a place does not ask for, while a query is typed.
_ELSEWHERE = 0.15
_SENTENCE_AT_START = 0.25
_WORDS_INSIDE = 0.3
_SENTENCE_INSIDE = -0.5
_USE_PENALTY = 0.45
_FRESH_MEMBER = 0.3
_CROWDED_GROUP = 2
_QUERY_BEGINS = 2.0
_QUERY_INSIDE = 1.0
_OWN_BONUS = 0.2


@dataclass(frozen=True, slots=True)
class SuggestionContext:
    """The caret's place.

    ``before`` is the text up to the caret; ``section`` is opening, body, closing, heading or None
    (told from the text); ``topic`` fills the slot {主题}; ``draft_text`` is the whole draft;
    ``query`` is what was typed to narrow (Chinese, or first letters of the pinyin); ``speaker``
    is the speaker's role (分管领导 …), empty if unknown. ``library`` adds the phrases of the
    office's own speeches; what was outdated on ``day`` is not offered.
    """

    before: str = ""
    section: str | None = None
    topic: str = ""
    draft_text: str = ""
    query: str = ""
    speaker: str = ""
    library: PhraseLibrary | None = None
    day: dt.date | None = None


def suggest(context: SuggestionContext, limit: int = 20) -> list[Suggestion]:
    """Return at most ``limit`` phrases for the place, the best first.

    Raises:
        ResourceError: the shipped phrases cannot be read.
        LibraryProblem: the library cannot be read.
    """
    if limit <= 0:
        return []
    store = load_store()
    query = context.query.strip().lower()
    before = context.before
    if query and before.lower().endswith(query):
        before = before[: -len(query)]
    draft_text = context.draft_text or before
    place = read_place(before, context.section, draft_text)
    speaker = _speaker(context, draft_text)
    ranking = _Ranking(store, place, draft_text, query, speaker)
    found = [*ranking.headings(before), *ranking.phrases(limit)]
    if context.library is not None:
        found += _from_library(context, place, before, speaker, query)
    if context.day is not None:
        day = context.day
        found = [one for one in found if not is_outdated(one.phrase.text, day)]
    merged = _merged(found)
    return [_fitted(one, before, context.topic.strip()) for one in merged[:limit]]


def _from_library(
    context: SuggestionContext, place: Place, before: str, speaker: str, query: str
) -> list[Suggestion]:
    library, draft_text = context.library, context.draft_text or before
    if library is None:
        return []
    if "heading" in place.weights:
        rows = library_headings(library, before, draft_text)
        kept = [one for one in rows if not query or _matches(one.phrase, query) is not None]
        if kept or not query:
            return kept
    is_first_hand = speaker in ("", _FIRST_HAND)
    scored = [
        (score, one)
        for score, one in library_phrases(library, place, before, query, context.topic)
        if may_say(one, is_first_hand=is_first_hand)
    ]
    return as_suggestions(library, scored, draft_text, load_store().groups)


def _merged(found: list[Suggestion]) -> list[Suggestion]:
    """Return the best first; of equal wordings one, with the library's figures and sources.

    A wording with a number is the same as that with a slot for it: 我讲三点意见 beside
    我讲{数}点意见 would take a place for nothing.
    """
    best: dict[str, Suggestion] = {}
    for one in sorted(found, key=lambda suggestion: -suggestion.score):
        known = best.setdefault(one.phrase.text, one)
        if one.sources and not known.sources:
            best[one.phrase.text] = _with_sources(known, one)
    slots = [(text, pattern) for text in best if (pattern := numbers_filled(text)) is not None]
    for text, one in list(best.items()):
        framed = next((slot for slot, pattern in slots if pattern.fullmatch(text)), None)
        if framed is not None:
            del best[text]
            if one.sources and not best[framed].sources:
                best[framed] = _with_sources(best[framed], one)
    return list(best.values())


def _with_sources(shown: Suggestion, used: Suggestion) -> Suggestion:
    """Return a suggestion with who used the other, where and when."""
    return replace(shown, documents=used.documents, last_used=used.last_used, sources=used.sources)


class _Ranking:
    """One look-up: scores what may stand here."""

    def __init__(
        self, store: PhraseStore, place: Place, draft_text: str, query: str, speaker: str
    ) -> None:
        self._store = store
        self._place = place
        self._draft_text = draft_text
        self._query = query
        self._speaker = speaker
        self._uses = store.counter.count(draft_text) if draft_text else {}
        self._group_uses: dict[str, int] = {}
        for index, uses in self._uses.items():
            group = store.entries[index].phrase.group
            if group:
                self._group_uses[group] = self._group_uses.get(group, 0) + uses

    def headings(self, before: str) -> list[Suggestion]:
        """Return heading sets and headings; their order is their score."""
        if "heading" not in self._place.weights:
            return []
        phrases = heading_phrases(self._store, self._place, self._draft_text, before)
        kept = [phrase for phrase in phrases if self._match(phrase) is not None]
        return [
            Suggestion(phrase, 4.0 - number / len(kept), 0, phrase.documents)
            for number, phrase in enumerate(kept)
        ]

    def phrases(self, limit: int) -> list[Suggestion]:
        """Return the best phrases for this place that the query and the speaker allow."""
        weights = dict(self._place.weights)
        own = _SPEAKER_FUNCTIONS.get(self._speaker)
        if own:
            weights[own] = 1.1
        if self._query:
            weights = {name: weights.get(name, _ELSEWHERE) for name in self._store.by_function}
        else:
            weights.pop("heading", None)
        scored: list[tuple[float, int]] = []
        for function, weight in weights.items():
            for entry in self._store.by_function.get(function, ()):
                match = self._match(entry.phrase)
                if match is not None and self._may_say(entry):
                    scored.append((weight + match + self._score(entry), -entry.index))
        return [self._suggestion(-index, score) for score, index in nlargest(limit, scored)]

    def _match(self, phrase: Phrase) -> float | None:
        return _matches(phrase, self._query)

    def _may_say(self, entry: Entry) -> bool:
        if entry.speaker in _OWN_PHRASES:
            return entry.speaker == self._speaker or bool(self._query)
        if self._speaker in ("", _FIRST_HAND):
            return True
        # Weighty criticism and the first hand's own wording are not for a deputy or a host.
        return entry.speaker in ("", self._speaker) and entry.tone != "重"

    def _score(self, entry: Entry) -> float:
        """Return what form, speaker and earlier uses make of a phrase's own standing."""
        if self._place.mid_sentence:
            score = _SENTENCE_INSIDE if entry.is_sentence else _WORDS_INSIDE
        else:
            score = _SENTENCE_AT_START if entry.is_sentence else 0.0
        score += entry.standing
        if entry.speaker and entry.speaker == self._speaker:
            score += _OWN_BONUS
        uses = self._uses.get(entry.index, 0)
        if uses:
            return score - _USE_PENALTY * min(uses, 4)
        if self._group_uses.get(entry.phrase.group, 0) >= _CROWDED_GROUP:
            return score + _FRESH_MEMBER
        return score

    def _suggestion(self, index: int, score: float) -> Suggestion:
        phrase = self._store.entries[index].phrase
        group = self._store.groups.get(phrase.group, SenseGroup())
        return Suggestion(
            phrase,
            round(score, 4),
            self._uses.get(index, 0),
            phrase.documents,
            alternatives=group.beside(phrase.text),
            advice=group.advice,
        )


def _speaker(context: SuggestionContext, draft_text: str) -> str:
    if context.speaker:
        return context.speaker
    title = draft_text.lstrip().partition("\n")[0]
    if len(title) > 60:
        return ""
    return next((speaker for word, speaker in _SPEAKER_BY_TITLE if word in title), "")


def _matches(phrase: Phrase, query: str) -> float | None:
    """Return what the query adds to the score, None where it does not fit."""
    if not query:
        return 0.0
    where = phrase.initials if query.isascii() else phrase.text
    if where.startswith(query):
        return _QUERY_BEGINS
    return _QUERY_INSIDE if query in where else None


def _fitted(suggestion: Suggestion, before: str, topic: str) -> Suggestion:
    """Fill in the topic, and leave out a lead (同志们，) that stands before the caret already."""
    text = suggestion.phrase.text
    lead = text[: text.find("，") + 1]
    if lead and before.endswith(lead):
        text = text[len(lead) :]
    if _is_matter(topic):
        text = text.replace(_TOPIC_SLOT, topic)
    if text == suggestion.phrase.text:
        return suggestion
    return replace(suggestion, phrase=replace(suggestion.phrase, text=text))


def _is_matter(topic: str) -> bool:
    """Return whether a heading names a matter (冬季造林) and does not call for something.

    做好压实责任 and 把早一步看清今年的水一抓到底 are no Chinese; the slot stays open then.
    """
    is_short = 0 < len(topic) <= _LONGEST_MATTER
    return is_short and topic[0] not in _CALLING and _SENTENCE.isdisjoint(topic)
