"""Where the text is numbered: every form of marker, with its number and what stands before it."""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from drafting.model.headings import MarkerKind
from drafting.parsing.lines import EDGES
from drafting.text.characters import HAN
from drafting.text.numerals import parse_number
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafting.model.draft import Block


class Before(Enum):
    """What stands before a marker."""

    LINE = "the beginning of a paragraph"
    STOP = "the end of a sentence"
    PAUSE = "a pause inside a sentence"
    WORD = "anything else"


# Asked of every mark again and again; to find a member in its class takes longer than to compare.
_LINE = Before.LINE


class Mark(NamedTuple):
    """A marker; ``end`` is where the text behind it begins, ``previous`` the character before it.

    ``verb`` is what 一看, 二看, 三看 share, or 第一个问题, 第二个问题, or 一个是, 再一个是.
    """

    kind: MarkerKind
    span: Span
    end: int
    number: int | None
    block: int
    before: Before
    previous: str = ""
    verb: str = ""

    @property
    def start(self) -> int:
        """Return where the marker begins."""
        return self.span.start

    @property
    def opens_line(self) -> bool:
        """Return whether it stands at the beginning of a paragraph."""
        return self.before is _LINE


# Kinds that number parts in writing, from the top down (GB/T 9704-2012, 7.3.3, and what offices
# add below it); the others are spoken and may stand on any level.
FORMAL = {
    MarkerKind.HAN_COMMA: 1,
    MarkerKind.HAN_BRACKET: 2,
    MarkerKind.ARABIC_DOT: 3,
    MarkerKind.ARABIC_COMMA: 3,
    MarkerKind.ARABIC_BRACKET: 4,
    MarkerKind.CIRCLED: 5,
}

_HAN = "[一二三四五六七八九十百]{1,4}"
_DIGITS = "[0-9０-９]{1,2}"
_FIGURES = re.compile(f"{_HAN}|{_DIGITS}")
_PAUSES = "[，、,：:]"
# The verbs that take a number of their own: 一看…二看…, 一查…二查….
_VERBS = (
    "看抓查比学靠促保强建树讲严防管用破立改创守育争扩优稳聚护补听问晒亮评干盯思谋算盼治找转曰怕怨祝"
)
# 第一个问题, 第二层意思, 第三个“一”: what the parts are called goes with their numbers.
_MEASURES = "个点条层句项张件步道类种关招仗场本支份"
_THING = (
    f"(?:[{_MEASURES}](?:[{HAN}]{{1,4}}|“[{HAN}]{{1,3}}”)?|问题|方面|层面|环节|要点|关键词|阶段)"
)
_PATTERN = re.compile(
    f"(?P<han_bracket>[（(【〔]{_HAN}[）)】〕]|[㈠-㈩])"
    f"|(?P<arabic_bracket>[（(]{_DIGITS}[）)]|[⑴-⒇]|(?<![0-9０-９.．（(]){_DIGITS}[）)])"
    "|(?P<circled>[①-⑳❶-❿➀-➉])"
    f"|(?P<ordinal>(?:第{_HAN}|头一(?=[{_MEASURES}]))(?:部分|[要是]|(?P<thing>{_THING}))?{_PAUSES}"
    f"|第{_HAN}(?:个问题|部分)(?=[ \u3000])|第{_HAN}(?P<nth>是)"
    # 第一部分2025年工作回顾: a line of its own.
    f"|第{_HAN}(?P<part>部分)(?![的是和与内有要])(?=[^，。；：！？、]{{2,30}}$)|其[一二三四五六七八九十]{_PAUSES})"
    f"|(?P<one_of>(?!{_HAN}{_PAUSES})(?P<of>[{HAN}]{{2,4}}?)之?{_HAN}{_PAUSES})"
    f"|(?P<first_then>(?:首先|其次|再次|再者|最后)(?:{_PAUSES}|(?P<turn>是)))"
    "|(?P<one_more>(?:一|再一|另一|还有一|最后一)(?P<more>[个条点])是)"
    "|(?P<hand>另一方面|另一面|一方面|一面(?=[，,]))"
    f"|(?P<some_thing>{_HAN}(?P<first>{_THING}){_PAUSES})"
    f"|(?P<must>{_HAN}要)|(?P<is>{_HAN}是)|(?P<look>{_HAN}[{_VERBS}])"
    f"|(?P<han_comma>{_HAN}[、．.，,：:])"
    f"|(?P<arabic_dot>(?<![0-9０-９.．]){_DIGITS}[.．](?![0-9０-９])|[⒈-⒛])"
    f"|(?P<arabic_comma>(?<![0-9０-９.．、]){_DIGITS}、)"
    "|(?P<dash>——|──|--)"
)
# Where a marker may begin, told from two characters: most of a text is passed over at a fraction
# of the whole pattern's price. (感受之一， 问题一： begin with any word, but open their line.)
_BEGINNING = re.compile(
    "[一二三四五六七八九十百0-9０-９（(【〔第头其首再最另还㈠-㈩⑴-⒇①-⑳❶-❿➀-➉⒈-⒛—─-]"
    "(?:(?<=[一二三四五六七八九十百])"
    f"(?=[一二三四五六七八九十百要是方面问环阶、．.，,：:{_MEASURES}{_VERBS}])"
    "|(?<=[0-9０-９])(?=[0-9０-９）)．.、])"
    "|(?<=[（(【〔])(?=[一二三四五六七八九十百0-9０-９])"
    "|(?<=第)(?=[一二三四五六七八九十百])|(?<=其)(?=[一二三四五六七八九十次])"
    "|(?<=头)(?=一)|(?<=首)(?=先)|(?<=再)(?=[次者一])|(?<=最)(?=后)"
    "|(?<=另)(?=一)|(?<=还)(?=有)|(?<=[—─-])(?=[—─-])|(?<=[㈠-㈩⑴-⒇①-⑳❶-❿➀-➉⒈-⒛]))"
)
_NAMED = re.compile("..(?:.{0,2}之|.?[一二三四五六七八九十]{1,2}[，、,：:])")
_KINDS = {
    "han_bracket": MarkerKind.HAN_BRACKET,
    "arabic_bracket": MarkerKind.ARABIC_BRACKET,
    "circled": MarkerKind.CIRCLED,
    "ordinal": MarkerKind.ORDINAL,
    "some_thing": MarkerKind.ORDINAL,
    "one_of": MarkerKind.ORDINAL,
    "first_then": MarkerKind.FIRST_THEN,
    "one_more": MarkerKind.FIRST_THEN,
    "hand": MarkerKind.ON_ONE_HAND,
    "must": MarkerKind.MUST,
    "is": MarkerKind.IS,
    "look": MarkerKind.LOOK,
    "han_comma": MarkerKind.HAN_COMMA,
    "arabic_dot": MarkerKind.ARABIC_DOT,
    "arabic_comma": MarkerKind.ARABIC_COMMA,
    "dash": MarkerKind.DASH,
}
# Forms that number nothing but where they open a line.
_ONLY_OPENING = ("of", "more", "first", "turn", "nth", "part")
_STOPS = "。！？!?…"
_CLOSERS = '”’』」）)】》〉"'
_PAUSE_MARKS = "；;：:，,、—"
# 二、三产业, 一、二期, 三、五年: two numbers side by side, no marker.
_PAIR = re.compile(
    "([一二三四五六七八九十百]{1,3})(?:、[一二三四五六七八九十]|产业|期|轮|级|季度|线|类|号|档|次|天|个|两|多|年(?!来|代|工作|的|经济))"
)
_TITLE = 60
_TITLE_END = re.compile("^[^，。；：！？]*(?:讲话|发言|报告|致辞|讲话[稿提纲要]{1,2})$")
# 一九五八，… at a line's beginning is a year.
_TOO_HIGH = 60
_SEQUENCE_WORDS = {"首先": 1, "其次": 2, "再次": 3, "再者": 3}
_NEED_A_PAUSE = set(FORMAL) - {MarkerKind.HAN_BRACKET} | {
    MarkerKind.ORDINAL,
    MarkerKind.FIRST_THEN,
}
# 统一要求, 唯一是, 这一看: the numeral belongs to the word before it.
_WORD_ENDS = "统唯第之单万专同归划合如不逐十每这那某任哪另此者百千零〇其"
_ENCLOSED = (("㈠", 10), ("⑴", 20), ("⒈", 20), ("❶", 10), ("➀", 10), ("①", 20))


def iter_marks(text: str, blocks: Sequence[Block], indices: Sequence[int]) -> Iterator[Mark]:
    """Yield every possible marker of the blocks named by ``indices``, in the order of the text."""
    for index in indices:
        start = blocks[index].span.start
        for mark in _marks_of(blocks[index].span.of(text)):
            kind, span, end, number, _, before, previous, verb = mark
            moved = span.shifted(start)
            yield Mark(kind, moved, end + start, number, index, before, previous, verb)


@lru_cache(maxsize=2_000)
def _marks_of(line: str) -> tuple[Mark, ...]:
    """Return the markers of one block; of a draft that is being written few lines are new."""
    span = Span(0, len(line))
    marks = [_mark(line, match, 0, span) for match in _iter_forms(line, span)]
    return tuple([mark for mark in marks if mark is not None])


def _iter_forms(text: str, line: Span) -> Iterator[re.Match[str]]:
    """Yield what looks like a marker in ``line``, one behind the other."""
    done = line.start
    if _NAMED.match(text, done, line.end):
        match = _PATTERN.match(text, done, line.end)
        if match:
            yield match
            done = match.end()
    for beginning in _BEGINNING.finditer(text, done, line.end):
        start = beginning.start()
        if start >= done:
            match = _PATTERN.match(text, start, line.end)
            if match:
                yield match
                done = match.end()


def _before(text: str, position: int, line_start: int) -> Before:
    if position <= line_start:
        return Before.LINE
    index = position - 1
    while index > line_start and text[index] in EDGES:
        index -= 1
    character = text[index]
    closed = index
    while closed > line_start and text[closed] in _CLOSERS:
        closed -= 1
    if character in _STOPS or (text[closed] in _STOPS and closed < index):
        return Before.STOP
    if character in _PAUSE_MARKS or character in _CLOSERS:
        return Before.PAUSE
    return Before.WORD


def _mark(text: str, match: re.Match[str], block: int, line: Span) -> Mark | None:
    # The form's own group closes behind those inside it.
    kind = _KINDS[match.lastgroup or ""]
    raw, of, more, first, turn, nth, part = match.group(0, *_ONLY_OPENING)
    start, end = match.span()
    before = _before(text, start, line.start)
    only_opening = of or more
    opens = only_opening or first or turn or nth or part
    if before is Before.WORD and kind is MarkerKind.HAN_COMMA and _follows_title(text, match, line):
        before = Before.STOP
    if not _stands(text, match, kind, before) or (opens and before is not Before.LINE):
        return None
    # PU003 speaks of （一）、 and 一要， — the marker is read with its superfluous pause.
    if kind in FORMAL and end < line.end and text[end] in "、，,.．":
        end += 1
    span = Span(start, end)
    while end < line.end and text[end] in EDGES:
        end += 1
    verb = raw[-1] if kind is MarkerKind.LOOK else match["thing"] or first or only_opening or ""
    previous = "" if before is Before.LINE else text[start - 1]
    return Mark(kind, span, end, _number(kind, raw), block, before, previous, verb)


def _stands(text: str, match: re.Match[str], kind: MarkerKind, before: Before) -> bool:
    """Return whether the form found may be a marker where it stands."""
    if kind is MarkerKind.DASH:
        return before is Before.LINE
    if kind is MarkerKind.HAN_COMMA:
        return _comma_stands(text, match, before)
    if before is not Before.WORD:
        return True
    if kind in _NEED_A_PAUSE:
        return False
    previous = text[match.start() - 1]
    if kind is MarkerKind.ON_ONE_HAND:
        return previous in "这此为是"
    return kind is MarkerKind.HAN_BRACKET or (
        match.group()[0] == "一" and previous not in _WORD_ENDS
    )


def _comma_stands(text: str, match: re.Match[str], before: Before) -> bool:
    """Return whether 二、 is a marker; not in 二、三产业 and not inside a sentence."""
    if (parse_number(match.group()[:-1]) or _TOO_HIGH) >= _TOO_HIGH:
        return False
    pair = _PAIR.match(text, match.end())
    # 二、三季度 are two; in 三、二季度的工作 the first numbers a part.
    if pair and (parse_number(pair[1]) or 0) <= (parse_number(match.group()[:-1]) or 0):
        pair = None
    if before is Before.LINE:
        return not pair or match.group()[0] == "一"
    if pair or match.group()[-1] != "、":
        return False
    return before is Before.STOP or _stands_behind_colon(text, match.start(), before)


def _follows_title(text: str, match: re.Match[str], line: Span) -> bool:
    """Return whether 一、 stands behind the title of a page (在…会议上的讲话 一、…)."""
    start = match.start()
    if text[start] != "一":
        return False
    title = text[line.start : start].strip(EDGES)
    return len(title) <= _TITLE and _TITLE_END.search(title) is not None


def _stands_behind_colon(text: str, position: int, before: Before) -> bool:
    """Return whether 一、 follows its announcement (我讲三点意见：一、…), not within a title."""
    if before is not Before.PAUSE or text[position] != "一":
        return False
    earlier = text[max(0, position - _TITLE) : position].rstrip(EDGES)
    return earlier.endswith(("：", ":")) and earlier.count("《") <= earlier.count("》")


def _number(kind: MarkerKind, raw: str) -> int | None:
    if kind is MarkerKind.DASH:
        return None
    if kind is MarkerKind.ON_ONE_HAND:
        return 2 if raw.startswith("另") else 1
    if kind is MarkerKind.FIRST_THEN:
        return _SEQUENCE_WORDS.get(raw[:2])
    if len(raw) == 1:
        return _enclosed_number(raw)
    digits = _FIGURES.search(raw)
    return parse_number(digits.group()) if digits else None


def _enclosed_number(character: str) -> int | None:
    code = ord(character)
    for first, count in _ENCLOSED:
        if ord(first) <= code < ord(first) + count:
            return code - ord(first) + 1
    return None
