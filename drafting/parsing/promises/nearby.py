"""Members beside a count in loose forms, believed only where they are as many as announced.

Those before it stand here (转移对象、路线、责任人，三张表 · 进校园、进社区，实现“三进” ·
发展和安全两件大事); those behind it in behind.py, numbered or named ones in sequences.py.
"""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from drafting.parsing.promises.behind import iter_behind
from drafting.parsing.promises.characters import characters_in_marks, counts_characters
from drafting.parsing.promises.domains import find_fields
from drafting.parsing.promises.listed import BODIES
from drafting.parsing.promises.looking_back import (
    clauses_before,
    list_ending,
    listed_promise,
    sentence_start,
)
from drafting.parsing.promises.members import AND, split_list
from drafting.parsing.promises.row_signs import RESULT, are_two_of, is_row
from drafting.parsing.promises.sequences import iter_sequences
from drafting.parsing.promises.told_before import even_before, iter_told_before
from drafting.parsing.promises.unmarked import iter_unmarked
from drafting.text.characters import HAN, is_han
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafting.model.draft import Promise
    from drafting.parsing.promises.counts import Counted

_REACH = 300
_SENTENCE = re.compile("[。！？\\n]")
_PAIR = re.compile(f"(?P<a>[{HAN}]{{2,6}})[和与](?P<b>[{HAN}]{{2,6}})$")
_QUOTED_PAIR = re.compile("(?P<a>“[^“”\\n]{1,10}”)[和与](?P<b>“[^“”\\n]{1,10}”)$")
# The rest of the clause behind a count, up to its mark.
_PREDICATE = re.compile("[”]?[^，。；：！？、“”\\n]{0,10}(?:[，。；：]|(?=\\n|$))")
_ACTORS = re.compile(
    "(?:同志|单位|部门|乡镇|街道|镇|乡|村|社区|代表|企业|县|区|市|人|学校|支部|专家|领导|小组|专班|局)$"
)
# …，做到“五落实”; …，即“五落实”; …，工地上管这叫“三宝”.
_MAKES = re.compile(
    "，(?:(?:切实|真正|全面)?(?:做到|实现|落实|形成|构建|就是|即)"
    "|[^，。；：]{0,8}(?:叫|叫做|称为|称作|称之为|并称|合称|统称|简称|概括为))$"
)
_MAKES_LENGTH = 13
# 断面一共有三个，: what is counted stands before the verb.
_SUBJECT = re.compile(f"(?P<word>[{HAN}]{{2}})(?:一共|总共|主要|目前|现在|全县)?[有是共]$")
_CLAUSE = re.compile("[^，。；：！？\\n]+")
_SORTS = frozenset("种类")
# 两个群体：一老一小.
_ONE_AND_ONE = re.compile(f"(?:：|，?即|，?就是)(?P<a>一[{HAN}])(?P<b>一[{HAN}])(?=[，。；])")
_ONE_CHARACTER = re.compile(f"“([{HAN}])”")
_QUESTION = re.compile("(?<=[。？！：])[^。；：！？\\n]{2,40}？")
_SHORT_PIECE, _FAR = 8, 1_000
_FEWEST_BEHIND_COMMA = 3
_KEY = 2
# 二十个字 with their marks.
_QUOTE = 40


def find_exact(text: str, counted: Counted) -> Promise | None:
    """Return the promise whose members stand beside it in exactly the number announced."""
    count = counted.count
    if count is None or count < 2:
        return None
    for members in _readings(text, counted, count):
        if len(members) == count:
            return listed_promise(text, counted, members)
    return None


def _readings(text: str, counted: Counted, count: int) -> Iterator[Sequence[Span]]:
    yield from _before(text, counted, count)
    if count == 2:
        yield from _two(text, counted)
    if text.startswith("（", counted.span.end):
        yield _in_brackets(text, counted.span.end + 1, count)
    acts = _acts(counted)
    yield from iter_behind(text, counted, acts=acts)
    # 三个乡镇作了发言。一是…: what follows tells of the speeches, not of those who spoke.
    if not acts or predicate_behind(text, counted):
        yield from iter_sequences(text, counted)
        yield from iter_unmarked(text, counted)
        yield find_fields(text, counted)
    yield even_before(text, counted)
    if "问" in counted.noun:
        yield _asked_and_answered(text, counted)
    if not counted.noun:
        yield _with_its_subject(text, counted)
    elif count >= _FEWEST_BEHIND_COMMA:
        yield _further_on(text, counted)


def _before(text: str, counted: Counted, count: int) -> Iterator[Sequence[Span]]:
    start = counted.span.start
    if text[start - 1 : start] == "，":
        yield list_ending(text, start - 1, count) or ()
    yield from _before_with_key(text, counted)
    if count > _FEWEST_BEHIND_COMMA and not counted.quoted:
        yield _over_a_pause(text, start, count)
    if text[start - 1 : start] in ("把", "将", "就", "对") or text[start - 2 : start] == "围绕":
        yield _quoted_before(text, start)
    if counted.quoted and _MAKES.search(text, max(0, start - _MAKES_LENGTH), start):
        yield _list_before_verb(text, start, count)
    yield from iter_told_before(text, counted)
    if counts_characters(counted):
        yield _characters_before(text, start)
        yield characters_in_marks(text, start)


def _over_a_pause(text: str, position: int, count: int) -> Sequence[Span]:
    """抓好水利、生态，农业、科技、开放五件大事: a list of two clauses, right before the count."""
    # Both clauses have a 、: without them nothing is parted.
    pause = text.rfind("，", max(0, position - _REACH), position)
    if pause < 0 or "、" not in text[pause:position]:
        return ()
    if text.find("、", max(text.rfind("，", 0, pause), pause - _REACH, 0), pause) < 0:
        return ()
    clauses = clauses_before(text, position)[-2:]
    if len(clauses) < 2 or clauses[-1].end != position:
        return ()
    row = [split_list(text, one.start, one.end, "、") for one in clauses]
    pieces = [*row[0], *row[1]]
    few = min(map(len, row)) < 2 or len(pieces) != count
    return () if few or max(map(len, pieces[1:])) > _SHORT_PIECE else pieces


def _characters_before(text: str, position: int) -> Sequence[Span]:
    """“真实、准确、完整、及时”八个字: the characters between the marks."""
    opening = text.rfind("“", max(0, position - _QUOTE), position)
    if opening >= 0 and text[position - 1] == "，":
        # 在“土”上深挖，在“特”上做足，在“产”上延伸，三个字一个都不能丢.
        floor = max(0, position - _REACH)
        start = max(text.rfind(mark, floor, position) for mark in "。！？\n") + 1
        return [Span(*one.span(1)) for one in _ONE_CHARACTER.finditer(text, start, position)]
    if opening < 0 or text[position - 1] != "”":
        return ()
    return [Span(i, i + 1) for i in range(opening, position) if is_han(text[i])]


def _two(text: str, counted: Counted) -> Iterator[Sequence[Span]]:
    """Yield the two of 发展和安全两件大事, “严”和“实”两个字, “两端”，供给端要优，需求端要稳."""
    if not counted.quoted:
        yield _pair(text, counted.span.start)
    pair = _ONE_AND_ONE.match(text, counted.span.end)
    if pair is not None:
        yield Span(*pair.span("a")), Span(*pair.span("b"))
    key = counted.noun.strip("“”")[-_KEY:]
    tail = predicate_behind(text, counted) if key else None
    if tail is None or not (counted.quoted or counted.modest or len(key) == _KEY):
        return
    pieces = _split(text, tail.end, _SENTENCE, "，；")
    if len(pieces) > 2 and are_two_of([one.of(text) for one in pieces[:3]], counted.noun):
        yield pieces[:2]
    if len(pieces) > 2 and RESULT.match(pieces[2].of(text)) and key not in pieces[2].of(text):
        # 两个结合，把…结合起来，把…结合起来，做出实效来.
        pieces = pieces[:2]
    # 用好“两重”项目，…: one character alone is found in any long clause.
    short = len(key) == _KEY or all(len(one) <= _SHORT_PIECE for one in pieces)
    if short and all(key in one.of(text) for one in pieces):
        yield pieces


def _in_brackets(text: str, start: int, count: int) -> Sequence[Span]:
    """三个楼盘（东苑和西苑停工，南苑烂尾）: clauses that tell of one or two each."""
    end = text.find("）", start, start + _REACH)
    row: list[Span] = []
    for one in split_list(text, start, max(start, end), "，；"):
        link = AND.search(text, one.start, one.end)
        names = [one.start, link.end()] if link else [one.start]
        row += [Span(place, one.end) for place in names]
    return row if len(row) == count else ()


def predicate_behind(text: str, counted: Counted) -> Span | None:
    """Return what stands between a count and what comes next, its mark included, or None.

    在三个“度”上下功夫。, 四个环节一环不能松，; those who act (五个单位作了发言。) announce nothing.
    """
    tail = _PREDICATE.match(text, counted.span.end)
    if tail is None or (len(tail.group()) > 1 and _acts(counted)):
        return None
    return Span(*tail.span())


def _acts(counted: Counted) -> bool:
    """Return whether those counted do something; 四种人要不得 sorts them, and may name them."""
    return counted.measure not in _SORTS and _ACTORS.search(counted.noun) is not None


def _split(text: str, start: int, closers: re.Pattern[str], marks: str) -> Sequence[Span]:
    end = closers.search(text, start, start + _REACH)
    if end is None or text[start : start + 1] == "\n":
        return ()
    return split_list(text, start, end.start(), marks)


def _before_with_key(text: str, counted: Counted) -> Iterator[Sequence[Span]]:
    """进校园、进景区、进社区，实现“三进” · 不准…，不准…，不准…，三个“不准”: each has the noun."""
    key = counted.noun.strip("“”")[-_KEY:]
    if len(key) < _KEY and not counted.quoted:
        key = counted.measure + key
    position = counted.span.start
    count = counted.count or 0
    # All of its clauses are members, or the last of them has the noun.
    start = sentence_start(text, position) if key else position
    if text.rfind("，", start, position) < 0:
        return
    many = count >= _FEWEST_BEHIND_COMMA and text.count("，", start, position) >= count - 1
    if not many and text.find(key, start, position) < 0:
        return
    clauses = split_list(text, start, position, "，")
    if clauses and clauses[-1].end == position:
        clauses.pop()
    if not clauses:
        return
    # 搞“一刀切”的，搞“大呼隆”的，搞“花架子”的，三种做法: all of the sentence.
    if len(clauses) == count >= _FEWEST_BEHIND_COMMA and _are_built_alike(text, clauses, counted):
        yield clauses
    # The last piece is looked at first, so without the noun there is none.
    if key not in clauses[-1].of(text):
        return
    # One more than announced is as good as all of them.
    near = clauses[-count - 1 :]
    pieces = split_list(text, near[0].start, near[-1].end, "，、")
    yield list(takewhile(lambda one: key in one.of(text), reversed(pieces)))[::-1]
    if not (counted.quoted or counted.modest or "“" in counted.noun):
        return
    members = split_list(text, clauses[-1].start, clauses[-1].end, "、")
    if all(key in one.of(text) for one in members):
        yield members
    yield list(takewhile(lambda one: key in one.of(text), reversed(near)))[::-1]


def _list_before_verb(text: str, position: int, count: int) -> Sequence[Span]:
    """明确责任、措施、资金、时限、预案，做到“五落实”: the list of the clause before."""
    clauses = clauses_before(text, position)
    if len(clauses) < 2 or count < _FEWEST_BEHIND_COMMA:
        return ()
    members = split_list(text, clauses[-2].start, clauses[-2].end, "、")
    return members if len(members) == count else ()


def _quoted_before(text: str, position: int) -> Sequence[Span]:
    """“建什么、怎么建、谁来管”，把三个问题想明白: the list in the marks right before the clause."""
    end = text.rfind("”，", max(0, position - _SHORT_PIECE), position)
    opening = text.rfind("“", max(0, end - _QUOTE), end) if end >= 0 else -1
    if opening < 0 or "。" in text[opening:end]:
        return ()
    return split_list(text, opening + 1, end, "、")


def _asked_and_answered(text: str, counted: Counted) -> Sequence[Span]:
    """四个问题。…。我们是谁？是服务员。我们为了谁？为了群众。…: the questions of the paragraph."""
    start = counted.span.end
    line_end = text.find("\n", start, start + _FAR)
    end = line_end if line_end >= 0 else min(len(text), start + _FAR)
    if text.count("？", start, end) != counted.count:
        return ()
    return [Span(*one.span()) for one in _QUESTION.finditer(text, start, end)]


def _with_its_subject(text: str, counted: Counted) -> Sequence[Span]:
    """断面一共有三个，沙溪断面…，柳林断面…，唯独高桥断面…: clauses that have the subject's word."""
    subject = _SUBJECT.search(text, max(0, counted.span.start - 12), counted.span.start)
    if subject is None or text[counted.span.end : counted.span.end + 1] not in ("，", "。", "："):
        return ()
    key, start = subject["word"], counted.span.end + 1
    line_end = text.find("\n", start, start + _REACH)
    end = line_end if line_end >= 0 else min(len(text), start + _REACH)
    body = BODIES.get(key, "")
    if body:
        # 重点乡镇有两个，龙潭镇今年要摘帽，虎山乡年底要见效。: names of such bodies.
        stop = text.find("。", start, end)
        row = _split(text, start, _SENTENCE, "，") if stop >= 0 else ()
        return row if all(re.match(f"[{HAN}]{{1,4}}[{body}]", one.of(text)) for one in row) else ()
    if text.count(key, start, end) != counted.count:
        return ()
    pieces = (Span(*one.span()) for one in _CLAUSE.finditer(text, start, end))
    return [one for one in pieces if key in one.of(text)]


def _further_on(text: str, counted: Counted) -> Sequence[Span]:
    """四个专班，由四位县领导牵头，资料专班、现场专班、…: later pieces that end in the noun."""
    key, start = counted.noun.strip("“”")[-_KEY:], counted.span.end
    stop = _SENTENCE.search(text, start, start + _REACH)
    end = stop.start() if stop else start
    # Right behind the count they are read as a list.
    told = text[start : start + 1] != "，" or text.count(key, start, end) != counted.count
    if told or len(key) < _KEY:
        return ()
    found = split_list(text, start, end, "，、：；")
    places = [place for place, one in enumerate(found) if one.of(text).endswith(key)]
    in_a_row = len(places) == counted.count and places[-1] - places[0] == len(places) - 1
    return found[places[0] : places[-1] + 1] if in_a_row else ()


def _are_built_alike(text: str, clauses: Sequence[Span], counted: Counted) -> bool:
    words = [one.of(text) for one in clauses]
    ends = len({word[-1] for word in words}) == 1 or len({word[0] for word in words}) == 1
    return ends and is_row(words, counted, "，")


def _pair(text: str, position: int) -> Sequence[Span]:
    """发展和安全两件大事: two short names on both sides of one 和."""
    quoted = _QUOTED_PAIR.search(text, max(0, position - 25), position)
    if quoted is not None:
        return (Span(*quoted.span("a")), Span(*quoted.span("b")))
    match = _PAIR.search(text, max(0, position - 13), position)
    if match is None:
        return ()
    length = len(match["b"])
    first = Span(max(match.start("b") - 1 - length, match.start("a")), match.start("b") - 1)
    return (first, Span(match.start("b"), position))
