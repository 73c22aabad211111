"""Lists right behind a count that are surely all of it, though not as many as announced.

三条规矩：不准打招呼，不准批条子。 — one sentence is looked at that holds nothing but the list. A
new way to be sure is a function and a line in ``_READINGS``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafting.parsing.promises.members import AND, split_list, with_last_parted
from drafting.parsing.promises.row_signs import RESULT
from drafting.parsing.promises.short_rows import FAR_OFF, NEAR_REST, further_of, is_last_apart
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from drafting.parsing.promises.counts import Counted

    # The members, and the word of theirs that must not come again behind them; "" for no row.
    Reading = tuple[Sequence[Span], str]

_REACH, _OPENING = 1_000, 8
_KEY, _FEWEST, _LONGEST = 2, 2, 6
_NONE: Reading = ((), "")
# 三条规矩：, “三公开”，, “三个确保”，即, 三句话，与大家共勉：.
_REMARK = "(?:，(?:请|供|与|和)[^，。；：、“”\\n]{2,10}(?=：))?"
_AT_ONCE = re.compile(f"”?{_REMARK}(?:[：，]|——)(?:即|也?就是|分别是)?")
_SENTENCE = re.compile("[。！？\\n]|$")
# What leaves open whether these are all, or numbers them (short_rows.py).
_OPEN = re.compile("等等?(?:$|[，；])|一[是要]|第一|首先|①|“|…|尤其|特别|其中|比如|例如|譬如")
_MORE = re.compile("还要|同时|更要|以及|尤其|特别是|再一|第[一二三四五六七八九十]")
_INNER = re.compile("[、和与及]")
_QUESTION = re.compile("[^。；：！？\\n]+？")
_QUESTIONS = re.compile(f"(?:{_QUESTION.pattern})+")
# 看开头，看结尾，看仔细了再签字.
_CONCLUDES = re.compile("[才再就都也更]")
_JOINING = re.compile("结合|统一|并重|协同|衔接|融合|兼顾|关系")
# Told in so many words, not in so many pieces.
_SAID = ("话", "字", "句")


def list_of_another_number(text: str, counted: Counted) -> Sequence[Span]:
    """Return the members right behind a count that are surely all and not as many, or none."""
    sentence = _sentence_behind(text, counted)
    if sentence is None:
        return ()
    count = counted.count or 0
    for reading in _READINGS:
        row, word = reading(text, sentence, counted)
        if not word or len(row) < _FEWEST:
            continue
        row = with_last_parted(text, row, counted.noun.strip("“”")[-_KEY:])
        near = len(row) != count and abs(len(row) - count) <= FAR_OFF
        # A row of four with its own numbers is no row of three, whatever follows.
        surely = len(row) > count and reading in (_numbered, _asked, _built_alike)
        doubtful = not surely and (
            may_be_as_many(text, row, counted) or _goes_on(text, row[-1].end, word, counted)
        )
        return row if near and not doubtful else ()
    return ()


def _sentence_behind(text: str, counted: Counted) -> Span | None:
    place = _AT_ONCE.match(text, counted.span.end)
    if place is None or counted.count is None or counted.measure in ("位", "名", "家"):
        return None
    start = place.end()
    stop = _SENTENCE.search(text, start, start + _REACH)
    if stop is None or stop.start() <= start or _OPEN.search(text[start : stop.start()]):
        return None
    return Span(start, stop.start())


def may_be_as_many(text: str, row: Sequence[Span], counted: Counted) -> bool:
    """Return whether another way to part the row gives the number announced.

    守住耕地、生态，守住安全: two or three. 实施甲工程，实施乙工程，实施三年: two and a word more.
    严禁吸烟；⏎严禁野炊: a row that the next line takes up is not at its end.
    """
    words = [one.of(text) for one in row]
    lacking = (counted.count or 0) - len(words)
    if lacking < 0:
        if is_last_apart(words, counted.count or 0):
            return True
        thing = counted.noun.strip("“”")[-1:] or counted.measure
        return not all(thing in word for word in words)
    last = row[-1].of(text).rstrip("；")
    if text.startswith("\n" + words[0][:_KEY], row[-1].end) or last != row[-1].of(text):
        return True
    # 把老城和新区结合起来: what is joined is one member.
    joined = _JOINING.fullmatch(counted.noun.strip("“”")[-_KEY:])
    parted = 0 if joined else sum(len(_INNER.findall(word)) for word in words)
    return text[row[0].end : row[0].end + 1] == "，" and parted >= lacking


def _goes_on(text: str, end: int, word: str, counted: Counted) -> bool:
    """Return whether the paragraph behind ``end``, or the next one, goes on with the row."""
    line_end = text.find("\n", end, end + NEAR_REST)
    rest = text[end : (line_end if line_end >= 0 else end + NEAR_REST) + _OPENING]
    further = further_of(counted.measure or "个")
    return word in rest or bool(_MORE.search(rest) or further.search(rest))


def _pieces(text: str, sentence: Span, counted: Counted) -> tuple[str, list[Span]]:
    """Return the marks that part a sentence at the coarsest, and its pieces; none if too many."""
    words = sentence.of(text)
    marks = next((mark for mark in "；，、" if mark in words), "")
    if not marks or words.count(marks) > (counted.count or 0) + FAR_OFF:
        return "", []
    return marks, split_list(text, sentence.start, sentence.end, marks)


def _key(counted: Counted) -> str:
    key = counted.noun.strip("“”")[-_KEY:]
    return key if len(key) == _KEY and counted.quoted else ""


def _begun_alike(text: str, sentence: Span, counted: Counted) -> Reading:
    """三条规矩：不准打招呼，不准批条子。."""
    _, row = _pieces(text, sentence, counted)
    leads = {text[one.start : one.start + _KEY] for one in row}
    return (row, leads.pop()) if len(leads) == 1 else _NONE


def _with_the_noun(text: str, sentence: Span, counted: Counted) -> Reading:
    """“五个有为”，在监督上有为，在履职上有为，…。."""
    key = _key(counted)
    marks, row = _pieces(text, sentence, counted) if key else ("", [])
    # 属地责任、监管责任要压紧: the sentence goes on. 入口关口，出口关口；…: two in one piece.
    ends = marks != "、" or sentence.of(text).endswith(key)
    if len(row) > _FEWEST and RESULT.match(row[-1].of(text)) and key not in row[-1].of(text):
        # “三个结合”，把…结合起来，把…结合起来，做出实效来.
        row = row[:-1]
    each = all(one.of(text).count(key) == 1 for one in row)
    return (row, key) if row and ends and each else _NONE


def _numbered(text: str, sentence: Span, counted: Counted) -> Reading:
    """“三个不准”：一不准…，二不准…，三不准…，四不准…。."""
    key = _key(counted)
    _, row = _pieces(text, sentence, counted) if key else ("", [])
    forms = [f"{number}{key}" for number in "一二三四五六七八九十"]
    fits = 0 < len(row) <= len(forms)
    in_order = all(map(str.startswith, (one.of(text) for one in row), forms))
    return (row, key) if fits and in_order else _NONE


def _in_the_first_clause(text: str, sentence: Span, counted: Counted) -> Reading:
    """“三公开”，预算公开、决算公开，凡是…: the list stands in the first clause."""
    key = _key(counted)
    comma = text.find("，", sentence.start, sentence.end) if key else -1
    row = split_list(text, sentence.start, comma, "、") if comma >= 0 else []
    words = [one.of(text) for one in row]
    named = all(word.endswith(key) and len(word) <= _LONGEST for word in words)
    return (row, key) if row and named else _NONE


def _even(text: str, sentence: Span, counted: Counted) -> Reading:
    """四条措施：建台账，明责任，定时限。; where more stand there the last may speak of them all."""
    if text[sentence.start - 1] != "：" or counted.noun.endswith(_SAID):
        return _NONE
    marks, row = _pieces(text, sentence, counted)
    lengths = [len(one) for one in row]
    few = _FEWEST < len(row) < (counted.count or 0)
    if marks != "，" or not few or "、" in sentence.of(text):
        return _NONE
    even = max(lengths) - min(lengths) <= 1 and min(lengths) > _FEWEST
    return (row, row[0].of(text)) if even else _NONE


def _built_alike(text: str, sentence: Span, counted: Counted) -> Reading:
    """三样：怕站，怕等，怕绕。: one character opens all, or ends all (刚提拔的，管钱物的)."""
    _, row = _pieces(text, sentence, counted) if text[sentence.start - 1] == "：" else ("", [])
    words = [one.of(text) for one in row]
    fewer = len(row) < (counted.count or 0)
    said = counted.noun.endswith(_SAID) or counted.measure in _SAID
    if len(row) <= _FEWEST or abs(len(row) - (counted.count or 0)) != 1 or (said and not fewer):
        return _NONE
    lengths = [len(word) for word in words]
    opened = len({word[0] for word in words}) == 1
    ended = len({word[-1] for word in words}) == 1 and max(lengths) - min(lengths) <= _FEWEST
    # 要快，要准，要快中求准: the last tells of those before it.
    summed = any(set(word[1:]) <= set(words[-1]) for word in words[:-1])
    summed = summed or (not fewer and _CONCLUDES.search(words[-1]) is not None)
    inner = "、" in sentence.of(text) or AND.search(words[-1]) or summed
    return (row, "。" + words[0][0]) if (opened or ended) and not inner else _NONE


def _asked(text: str, sentence: Span, counted: Counted) -> Reading:
    """四个问题：谁来干？干什么？怎么干？ — they fill the paragraph."""
    if "问" not in counted.measure + counted.noun or text[sentence.start - 1] != "：":
        return _NONE
    run = _QUESTIONS.match(text, sentence.start, sentence.start + _REACH)
    if run is None or text[run.end() : run.end() + 1] not in ("", "\n"):
        return _NONE
    found = _QUESTION.finditer(text, sentence.start, run.end())
    return [Span(*one.span()) for one in found], "？"


_READINGS: tuple[Callable[[str, Span, Counted], Reading], ...] = (
    _asked,
    _numbered,
    _begun_alike,
    _with_the_noun,
    _in_the_first_clause,
    _even,
    _built_alike,
)
