"""How likely a heading ends and its text begins at one place: words of the trade, of the text.

A word's two characters stand together elsewhere in the text, the two characters around a lost
line break hardly ever do; and what opens a sentence once opens others (branching, Harris 1955).
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING

from drafting.parsing.headings.lexis import (
    ASKING_ENDS,
    BEGUN,
    DOUBLED,
    ENDS,
    FRAMES,
    INSIDE,
    LAST_CHARACTERS,
    LAST_MUST_BE,
    MUST_BE,
    OPEN_CLAUSE,
    OPEN_ENDS,
    PAIRED,
    PREDICATE,
    QUESTIONS,
    STARTS,
    TELLS,
    WEAK_STARTS,
)
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
_PAUSES = "，、,：:"
_BLANKS = (" ", "\u3000", "\t")
_NO_END = (
    _PAUSES + " \u3000\t和与及的是为对将把被从以让使由更最全再大不要而也只之这那各每某该在到《“（"
)
_NO_START = _PAUSES + "”）》的化性和与及们感者得了着地"
_MEASURED = "年月日时点个项条件万亿元至到%—-"
_PAIRS = (("“", "”"), ("《", "》"))
_YEAR = re.compile("(?:20|19|２０|１９)[0-9０-９]{2}年|[一二]九[〇零○一二三四五六七八九]{2}年")
# So many times side by side tell as much as any more; so many questions cost as much as counting.
_OFTEN, _MANY_ASKED = 5, 1_000
_VERB_OF_BEING = re.compile("[^，。]{0,8}?(?:是|的|，|有)")
_PAUSE = re.compile("[，。：；、！？]")
_FAR_PAUSE, _BRIEF = 16, 3
# So far a heading and what follows it is cut into words; a place so unlikely to end one ends none.
_WINDOW, _TORN, _MOST_TORN = 56, 4.0, 3.0
_STOP, _SHORTEST = re.compile("[。！？!?]"), 3
# 挂在嘴｜上, 使到项目｜上去: what is left over of a clause.
_TAILS = tuple("上中处去来里外间内下起好住成")
_ASKS_WHY = re.compile("(?:为何|怎么|怎样|如何)$")
# A heading asks 思政课为什么重要; 为什么 alone ends none, but for 这是为什么.
_ASKS_ON = re.compile("(?<![，是问：])为什么$")
# 爱国是第一位的: hardly any other heading ends with 的.
_SO_IT_IS = re.compile("[^，。]{2}是[最第头][^，。]{1,3}的$")
# Words with which no heading ends.
_NEVER_LAST = re.compile(
    "(?:[今去明前]年|[昨前]天|[0-9]月份?|当前|目前|近年来|[我他]们|大家|什么[叫是]|不能|必须|可以|应当|能够|才能|更加|以及|关于|对于)$"
)
# 书记要做｜…, 思想要绷得｜…, 脸往哪里｜放, 有什么｜用: what is said is not whole yet.
_WANTS = re.compile(
    "要[做当成有]$|(?<![不难获取懂值舍心记])得$|(?:往|朝|向)(?:哪里|何处|哪)$|才算$|就看$|[，、]一$"
)
# 以党的建设｜为引领: the clause waits for its 为.
_WAITS = re.compile("(?:^|，)(?:坚持|始终|要|必须)*以[^，为]{2,14}$")
_AS = re.compile("[^，。；：！？]{0,12}?为")
# 把功夫下在解决问题｜上: a place is not whole without its last word.
_WITHIN = re.compile("在[^，上中下里]{2,12}$")
# 认识建设｜“百村样板”的意义
_QUOTED_OF = re.compile("“[^”]{1,12}”的")
_PLACES = frozenset("上中下里")
# 要严格落实｜各级的责任: what it does is not said yet; 突出重点，全面推进 is even, and whole.
_BARE_VERB = re.compile(
    "(?P<before>.*，)?(?:要|必须|务必|我们要)*"
    "(?:深刻|充分|清醒|全面|准确|切实|进一步|正确|扎实|严格|认真|坚决|坚定|不断|着力|持续|努力|真正|全力|大力){1,2}"
    "(?:认识|肯定|把握|增强|落实|抓好|做好|提高|提升|加强|强化|推进|推动|营造|构建|建设|夯实|筑牢|维护|防范|完善|健全|改进|打造|打好|守住)"
)
# 依靠信任｜信任，是…; 快中求好｜快，就是…
_TAKEN_UP_SAID = re.compile("[^，。、：；]{1,4}，(?:也?就)?是")
_TAKEN_UP = {a + b for a in "去来" for b in "做办改抓干管想"}
_NUMBERED = re.compile(
    "[（(][一二三四五六七八九十0-9]{1,2}[）)]|[0-9]{1,2}[.．、](?![0-9])|[㈠⑴①⒈]"
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
        self._pairs: Counter[str] = Counter()
        self._is_counted = False
        self._topics: dict[str, bool] = {}
        self._torn: tuple[int, tuple[float, ...]] = (-1, ())
        self._inside = (-1, 0)

    def cut_score(self, start: int, end: int) -> float | None:
        """Return how likely the heading from ``start`` ends before ``end``; None for never."""
        if not self.may_end(start, end):
            return None
        return weighed(chain.from_iterable(self._iter_signs(start, end)))

    def may_end(self, start: int, end: int) -> bool:
        """Return whether a heading from ``start`` may end before ``end`` at all."""
        text = self.text
        if text[end - 1] == "的" and _SO_IT_IS.search(text, start, end):
            return True
        if (
            text[end - 1] in _NO_END
            or text[end] in _NO_START
            or _WANTS.search(text, max(start, end - 4), end)
        ):
            return False
        if text[end - 1].isdigit() and (text[end].isdigit() or text[end] in _MEASURED):
            return False
        heading = text[start:end]
        if self._tears_words(start, end) and not ASKING_ENDS.search(heading):
            return False
        if _goes_on(heading, text[end : end + 2]) or _waits(text, heading, end):
            return False
        return not BEGUN.search(heading) and all(
            heading.count(opened) <= heading.count(closed) for opened, closed in _PAIRS
        )

    def _tears_words(self, start: int, end: int) -> bool:
        """Return whether no word ends at the place, by the likeliest words and by what is said."""
        text = self.text
        if text[end - 2 : end + 2] in common_fours():
            return True
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
        yield "closes clauses", min(3, self._closings[last])
        yield "closes elsewhere", edges_of(last)[0]
        if last in ENDS:
            yield "closing word", 1
            if heading[-4:-2] in ENDS:
                yield "two closing words", 1
        elif heading[-1] in LAST_CHARACTERS:
            yield "closing character", 1
        if ASKING_ENDS.search(heading):
            yield "asks", 1
        if last in OPEN_ENDS:
            yield "open word", 1
        if OPEN_CLAUSE.search(heading):
            yield "open clause", 1
        if WEAK_STARTS.fullmatch(last):
            yield "verb before", 1
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
        yield "opens sentences", min(3, self._openings[word])
        yield "opens elsewhere", edges_of(word)[1]
        # 2025年工作｜回顾过去一年: the heading goes on where what follows it opens a sentence.
        if word in ENDS:
            early = STARTS.match(text, behind + 2)
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
        """Return how often two characters stand side by side: past ``_OFTEN`` it is all one.

        Few places are asked about in a draft, and what is often is soon found; where many are,
        all pairs are counted at once.
        """
        if not self._is_counted and pair not in self._pairs:
            if len(self._pairs) < _MANY_ASKED:
                self._pairs[pair] = _times(self._sample, pair)
            else:
                self._pairs = Counter(map(str.__add__, self._sample, self._sample[1:]))
                self._is_counted = True
        return self._pairs[pair]


def _goes_on(heading: str, behind: str) -> bool:
    """Return whether a heading cannot stop before ``behind``: 为什么｜要干, 带着感情｜去做."""
    if heading.endswith("什么") and behind[:1] in "叫是样用":
        return True
    if _ASKS_ON.search(heading):
        return True
    if _ASKS_WHY.search(heading) and behind[:1] in "要会能不总屡还老没样":
        return True
    if _NEVER_LAST.search(heading) is not None:
        return True
    return behind in _TAKEN_UP or heading[-4:-2] == heading[-2:] or _doubles(heading, behind)


def _doubles(heading: str, behind: str) -> bool:
    """Return whether what is behind goes on as a heading ends: 到户｜到人, 常照｜常新."""
    if heading[-2:-1] != behind[:1] or heading[-2:] in common_pairs():
        return False
    return heading[-2:] != behind and not STARTS.match(behind)


def _build(heading: str) -> Iterator[tuple[str, float]]:
    """Yield which builds a wording has that hardly any running text has."""
    if FRAMES.match(heading):
        yield "frame", 1
    if MUST_BE.fullmatch(heading):
        yield "must be", 1
    elif LAST_MUST_BE.search(heading):
        yield "last clause must be", 1
    if DOUBLED.search(heading[-6:]):
        yield "doubled", 1
    if PAIRED.search(heading[-12:]):
        yield "paired", 1


def _waits(text: str, heading: str, end: int) -> bool:
    """Return whether the last clause of a heading has begun what only the text behind it ends."""
    if _WAITS.search(heading) and _AS.match(text, end):
        return True
    if text[end] in _PLACES and _WITHIN.search(heading):
        return True
    if _QUOTED_OF.match(text, end):
        return True
    bare = _BARE_VERB.fullmatch(heading)
    if bare is None or text[end] in _BLANKS:
        return False
    before = bare["before"] or ""
    return len(before) - 1 != len(heading) - len(before)


def _opening(text: str, behind: int) -> str:
    """Return which kind of word the text behind a place begins with, "" for any other."""
    if STARTS.match(text, behind) or _YEAR.match(text, behind):
        return "opening"
    if QUESTIONS.match(text, behind):
        return "question"
    if WEAK_STARTS.match(text, behind):
        return "verb behind"
    if _NUMBERED.match(text, behind):
        return "number behind"
    return "tail behind" if text[behind : behind + 1] in _TAILS else ""


def _taken_up(text: str, start: int, end: int, behind: int) -> Iterator[tuple[str, float]]:
    """Yield how the text takes up words of its heading: 加快农业的发展｜农业是…."""
    heading, word = text[start : end - 1], text[behind : behind + 2]
    if word == text[start] + text[end - 1]:
        # 心要定｜心定，就是….
        yield "takes up edges", 1
    if _TAKEN_UP_SAID.match(text, behind) and word in text[start:end]:
        yield "taken up and said", 1
    if text[behind : behind + 4] in heading:
        yield "takes up four", 1
    elif word in heading:
        yield "takes up two", 1
        if _VERB_OF_BEING.match(text, behind + 2):
            yield "takes up and says", 1


def shape_signs(heading: str, *, sentence: bool) -> Iterator[tuple[str, float]]:
    """Yield what length and rhythm say of a wording as a heading, and that it holds a sentence."""
    clauses = heading.split("，")
    length, last = len(heading), len(clauses[-1])
    yield f"length {step(length, (3, 4, 6, 9, 14, 20, 28, 36))}", 1
    yield f"clauses {min(4, len(clauses))}", 1
    if len(clauses) > 1:
        yield f"last clause {step(last, (2, 3, 5, 9, 14, 20))}", 1
        yield f"first clause {step(len(clauses[0]), (3, 4, 8, 12))}", 1
        if len({len(clause) for clause in clauses}) == 1:
            yield "even clauses", 1
    if sentence:
        yield "sentence inside", 1


def tells(wording: str) -> bool:
    """Return whether a wording has words of telling, as texts have and headings hardly ever."""
    return TELLS.search(wording) is not None


def is_open(heading: str) -> bool:
    """Return whether something must follow a wording: 要清醒认识, 要立即开展."""
    return heading[-2:] in OPEN_ENDS or OPEN_CLAUSE.search(heading) is not None


def has_sentence_inside(heading: str) -> bool:
    """Return whether words that begin sentences stand behind others."""
    return INSIDE.search(heading) is not None


def step(number: int, steps: Sequence[int]) -> int:
    """Return the first of ``steps`` that ``number`` does not pass, 99 past all."""
    return next((step for step in steps if number <= step), 99)


def _times(text: str, words: str, *, most: int = _OFTEN) -> int:
    """Return how often ``words`` stand in ``text``, at most ``most``."""
    times, place = 0, text.find(words)
    while place >= 0 and times < most:
        times += 1
        place = text.find(words, place + 1)
    return times
