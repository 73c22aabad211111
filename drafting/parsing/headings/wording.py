"""How likely a heading ends and its text begins at one place: words of the trade, of the text.

A word's two characters stand together elsewhere in the text, the two characters around a lost
line break hardly ever do; and what opens a sentence once opens others (branching, Harris 1955).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING

from drafting.parsing.headings.lexis import (
    ASKING,
    ASKING_ENDS,
    DOUBLED,
    ENDS,
    FRAMES,
    INSIDE,
    LAST_CHARACTERS,
    LAST_MUST_BE,
    LONGEST_OPEN,
    MUST_BE,
    OPEN_CLAUSE,
    OPEN_ENDS,
    PAIRED,
    PAST_END,
    PREDICATE,
    QUESTIONS,
    STARTS,
    TELLS,
    WEAK_STARTS,
    WEAK_VERBS,
)
from drafting.parsing.headings.open_places import may_stop
from drafting.parsing.headings.weights import weighed
from drafting.text.clause_edges import edges_of
from drafting.text.words import common_fours, common_pairs, torn_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

# Enough of a text to know its words by.
_SAMPLE = 120_000
# Begun by the mark, so that the search runs from one mark to the next.
_OPENING = re.compile("[。！？；：\\n][ \u3000]*(?=([^，。；：\\n]{2}))")
_OPENING_LINE = re.compile("\\n[ \u3000]*(?=([^，。；：\\n]{2}))")
_CLOSING = re.compile("[，。；！？\\n](?<=([^，。；：\\n]{2}).)", re.DOTALL)
_BLANKS = (" ", "\u3000", "\t")
_AGAIN = frozenset("再又一")
_YEAR = "(?:20|19|２０|１９)[0-9０-９]{2}年|[一二]九[〇零○一二三四五六七八九]{2}年"
# So many times side by side tell as much as any more.
_OFTEN = 5
_FEW = 20
_VERB_OF_BEING = re.compile("[^，。]{0,8}?(?:是|的|，|有)")
_PAUSE = re.compile("[，。：；、！？]")
_FAR_PAUSE, _BRIEF, _PAST = 16, 3, 10
# So far a heading and what follows it is cut into words; a place so unlikely to end one ends none.
_WINDOW, _TORN, _MOST_TORN = 56, 4.0, 3.0
_STOP, _SHORTEST = re.compile("[。！？!?]"), 3
# 依靠信任｜信任，是…; 快中求好｜快，就是…
_TAKEN_UP_SAID = re.compile("[^，。、：；]{1,4}，(?:也?就)?是")
_NUMBERED = "[（(][一二三四五六七八九十0-9]{1,2}[）)]|[0-9]{1,2}[.．、](?![0-9])|[㈠⑴①⒈]"
# What stands behind a heading; 挂在嘴｜上, 使到项目｜上去: what is left over of a clause.
_OPENINGS = ("", "opening", "question", "verb behind", "number behind", "tail behind")
_BEHIND = re.compile(
    f"({STARTS.pattern}|{_YEAR})|({QUESTIONS.pattern})|({WEAK_STARTS.pattern})|({_NUMBERED})"
    "|([上中处去来里外间内下起好住成])"
)
# 医保工作｜取得的成绩: what tells more of a thing hardly begins a sentence.
_MODIFIER = re.compile("[^，。；：！？的是有要]{2,5}的[^，。确话]")
_SAYS = re.compile("[是有要不了在已就都会能将着让把被没靠还也比从对为]")


class Wording:
    """A text with what opens and ends its sentences, to be asked about places in it."""

    def __init__(self, text: str) -> None:
        self.text = text
        sample = text[:_SAMPLE]
        self._sample = sample
        self._openings = Counter(_OPENING.findall(sample))
        # What opens a line does so twice as surely.
        self._openings.update(_OPENING_LINE.findall(f"\n{sample}"))
        self._closings = Counter(_CLOSING.findall(sample))
        self._pairs: dict[str, int] = {}
        self._topics: dict[str, bool] = {}
        self._torn: tuple[int, tuple[float, ...]] = (-1, ())
        self._inside = (-1, 0)

    def cut_score(self, start: int, end: int) -> float:
        """Return how likely the heading from ``start`` ends before ``end``, where it may."""
        return weighed(chain.from_iterable(self._iter_signs(start, end)))

    def may_end(self, start: int, end: int) -> bool:
        """Return whether a heading from ``start`` may end before ``end`` at all."""
        if self._tears_words(start, end) and not asks(self.text[start:end]):
            return False
        return may_stop(self.text, start, end)

    def _tears_words(self, start: int, end: int) -> bool:
        """Return whether no word ends at the place, by the likeliest words and by what is said."""
        text = self.text
        if text[end - 2 : end + 2] in common_fours():
            return True
        if text[end] in _AGAIN:
            said = text[end - 2 : end]  # 一处｜一处销, 提高｜再提高, but 把自己管住｜管住手
            if text.startswith((f"再{said}", said if said[0] == "一" else f"又{said}"), end):
                return True
        return self._torn_at(start, end) > _TORN and not STARTS.match(text, end)

    def _torn_at(self, start: int, end: int) -> float:
        """Return how much likelier no word ends at the place of the heading from ``start``."""
        if self._torn[0] != start:
            line = self.text[start : start + _WINDOW].partition("\n")[0]
            # No word reaches over the end of a sentence.
            stop = _STOP.search(line, _SHORTEST)
            self._torn = start, torn_words(line[: stop.end()] if stop else line)
        at, torn = self._torn
        return torn[end - at] if end - at < len(torn) else 0.0

    def count_pairs(self, ends: Iterable[int]) -> None:
        """Count how often the two characters around each place stand together, all in one pass.

        Few are looked for one by one as they are asked about.
        """
        import ahocorasick_rs

        pairs = list({self.text[end - 1 : end + 1] for end in ends})
        if len(pairs) < _FEW:
            return
        # It is asked once: what is built sooner counts more than what finds sooner.
        kind = ahocorasick_rs.Implementation.ContiguousNFA
        seeker = ahocorasick_rs.BytesAhoCorasick(map(_bytes, pairs), implementation=kind)
        found = seeker.find_matches_as_indexes(_bytes(self._sample), overlapping=True)
        times = Counter([index for index, _, _ in found])
        self._pairs = {pair: min(times[index], _OFTEN) for index, pair in enumerate(pairs)}

    def _holds_sentence(self, start: int, end: int) -> bool:
        """Return whether words that begin sentences stand in the heading, behind others.

        The first in reach is looked for once: no shorter heading holds it.
        """
        if self._inside[0] != start:
            found = INSIDE.search(self.text[start : start + _WINDOW])
            self._inside = start, found.start() if found else _WINDOW
        return end - start > self._inside[1] and has_sentence_inside(self.text[start:end])

    def signs(self, start: int, end: int) -> Iterator[tuple[str, float]]:
        """Yield what speaks for and against the place, each with how much of it there is."""
        return chain.from_iterable(self._iter_signs(start, end))

    def _iter_signs(self, start: int, end: int) -> Iterator[Iterable[tuple[str, float]]]:
        heading = self.text[start:end]
        yield self._signs_before(heading)
        behind = end
        while self.text[behind : behind + 1] in _BLANKS:
            behind += 1
        yield (("blank behind", 1),) if behind > end else self._signs_between(start, end)
        yield self._signs_behind(start, end, behind)
        yield shape_signs(heading, sentence=self._holds_sentence(start, end))

    def _signs_before(self, heading: str) -> Iterator[tuple[str, float]]:
        last = heading[-2:]
        yield "closes clauses", min(3, self._closings.get(last, 0))
        yield "closes elsewhere", edges_of(last)[0]
        if last in ENDS:
            yield "closing word", 1
            if heading[-4:-2] in ENDS:
                yield "two closing words", 1
        elif heading[-1] in LAST_CHARACTERS:
            yield "closing character", 1
        if asks(heading):
            yield "asks", 1
        if last in OPEN_ENDS:
            yield "open word", 1
        if OPEN_CLAUSE.search(heading[-LONGEST_OPEN:]):
            yield "open clause", 1
        if last in WEAK_VERBS:
            yield "verb before", 1
        if PAST_END.search(heading[-_PAST:]):
            yield "past its end", 1
        yield from _build(heading)

    def _signs_between(self, start: int, end: int) -> Iterator[tuple[str, float]]:
        text, words = self.text, common_pairs()
        yield "torn", min(_MOST_TORN, self._torn_at(start, end))
        together = self._together(text[end - 1 : end + 1])
        yield "together", together - 1
        if text[end - 1 : end + 1] in words:
            yield "word across", 1
        if text[end - 2 : end] in words:
            yield "word before", 1
        elif text[end - 3 : end - 1] in words:
            yield "lone before", 1
        if text[end : end + 2] in words:
            yield "word behind", 1
        elif text[end + 1 : end + 3] in words:
            yield "lone behind", 1

    def _signs_behind(self, start: int, end: int, behind: int) -> Iterator[tuple[str, float]]:
        text = self.text
        word = text[behind : behind + 2]
        opening = _opening(text, behind)
        if opening:
            yield opening, 1
        yield "opens sentences", min(3, self._openings.get(word, 0))
        yield "opens elsewhere", edges_of(word)[1]
        # 2025年工作｜回顾过去一年: the heading goes on where what follows it opens a sentence.
        if word in ENDS:
            early = word != "政府" and STARTS.match(text, behind + 2)  # 政府各部门 is the subject
            yield ("one word early" if early else "closing word behind"), 1
        said = PREDICATE.match(text, behind)
        if said:
            yield "said of", 1
            if self._is_topic(said[1]):
                yield "said of the topic", 1
        elif not opening and _MODIFIER.match(text, behind):
            yield "modifier behind", 1
        if word == text[end - 2 : end]:
            yield "word twice", 1
        yield from _taken_up(text, start, end, behind)
        pause = _PAUSE.search(text, behind, behind + _FAR_PAUSE)
        if pause and pause.start() - behind < _BRIEF:
            yield "pause at once", 1
        if pause and not _SAYS.search(text, behind, pause.start()):
            yield "says nothing", 1

    def _is_topic(self, words: str) -> bool:
        """Return whether ``words`` stand elsewhere in the text, too."""
        if words not in self._topics:
            self._topics[words] = _times(self._sample, words, most=2) > 1
        return self._topics[words]

    def _together(self, pair: str) -> int:
        """Return how often two characters stand side by side: past ``_OFTEN`` it is all one."""
        if pair not in self._pairs:
            self._pairs[pair] = _times(self._sample, pair)
        return self._pairs[pair]


def _build(heading: str) -> Iterator[tuple[str, float]]:
    """Yield which builds a wording has that hardly any running text has."""
    if FRAMES.match(heading):
        yield "frame", 1
    if "要" in heading:
        if MUST_BE.fullmatch(heading):
            yield "must be", 1
        elif LAST_MUST_BE.search(heading):
            yield "last clause must be", 1
    if DOUBLED.search(heading[-6:]):
        yield "doubled", 1
    if "、" in heading and PAIRED.search(heading[-12:]):
        yield "paired", 1


def _opening(text: str, behind: int) -> str:
    """Return which kind of word the text behind a place begins with, "" for any other."""
    found = _BEHIND.match(text, behind)
    return _OPENINGS[found.lastindex or 0] if found else ""


def _taken_up(text: str, start: int, end: int, behind: int) -> Iterator[tuple[str, float]]:
    """Yield how the text takes up words of its heading: 加快农业的发展｜农业是…."""
    heading, word = text[start : end - 1], text[behind : behind + 2]
    if word == text[start] + text[end - 1]:
        # 心要定｜心定，就是….
        yield "takes up edges", 1
    if _TAKEN_UP_SAID.match(text, behind) and word in text[start:end]:
        yield "taken up and said", 1
        if word == text[end - 2 : end]:
            yield "word twice and said", 1
    if text[behind : behind + 4] in heading:
        yield "takes up four", 1
    elif word in heading:
        yield "takes up two", 1
        if _VERB_OF_BEING.match(text, behind + 2):
            yield "takes up and says", 1


def shape_signs(heading: str, *, sentence: bool) -> Iterator[tuple[str, float]]:
    """Yield what length and rhythm say of a wording as a heading, and that it holds a sentence."""
    clauses = heading.split("，")
    yield f"length {step(len(heading), (3, 4, 6, 9, 14, 20, 28, 36))}", 1
    yield f"clauses {min(4, len(clauses))}", 1
    if len(clauses) > 1:
        yield f"last clause {step(len(clauses[-1]), (2, 3, 5, 9, 14, 20))}", 1
        yield f"first clause {step(len(clauses[0]), (3, 4, 8, 12))}", 1
        if len({len(clause) for clause in clauses}) == 1:
            yield "even clauses", 1
    if sentence:
        yield "sentence inside", 1


def asks(wording: str) -> bool:
    """Return whether a wording ends as a question does that a heading may ask."""
    return ASKING.search(wording) is not None and ASKING_ENDS.search(wording) is not None


def tells(wording: str) -> bool:
    """Return whether a wording has words of telling, as texts have and headings hardly ever."""
    return TELLS.search(wording) is not None


def is_open(heading: str) -> bool:
    """Return whether something must follow a wording: 要清醒认识, 要立即开展."""
    open_clause = OPEN_CLAUSE.search(heading[-LONGEST_OPEN:])
    return heading[-2:] in OPEN_ENDS or open_clause is not None


def has_sentence_inside(heading: str) -> bool:
    """Return whether words that begin sentences stand behind others."""
    return INSIDE.search(heading) is not None


def step(number: int, steps: Sequence[int]) -> int:
    """Return the first of ``steps`` that ``number`` does not pass, 99 past all."""
    place = bisect_left(steps, number)
    return steps[place] if place < len(steps) else 99


def _bytes(text: str) -> bytes:
    """Return ``text`` in bytes, whatever stands in it: half of a pair of surrogates, too."""
    return text.encode("utf-8", "surrogatepass")


def _times(text: str, words: str, *, most: int = _OFTEN) -> int:
    """Return how often ``words`` stand in ``text``, at most ``most``."""
    times, place = 0, text.find(words)
    while place >= 0 and times < most:
        times += 1
        place = text.find(words, place + 1)
    return times
