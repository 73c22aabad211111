"""Members beside a count in loose forms, believed only where they are as many as announced.

转移对象、路线、责任人，三张表 · 四件实事，修路、通水、建校、办院 · 三个方面的原因：… ·
有三个层面。甲…；乙…；丙…。 · 三句话：…？…？…？ · 发展和安全两件大事 · 不…，不…，不…，这三条.
"""

from __future__ import annotations

import re
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from drafting.parsing.behind import iter_behind
from drafting.parsing.counts import ANOTHER
from drafting.parsing.looking_back import clauses_before, list_ending, listed_promise
from drafting.parsing.members import list_within, split_list
from drafting.parsing.parallel import is_parallel
from drafting.parsing.sequences import iter_sequences
from drafting.text.characters import HAN
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from drafting.model.draft import Promise
    from drafting.parsing.counts import Counted

_REACH = 300
_LINE = re.compile("\\n|$")
_SENTENCE = re.compile("[。！？\\n]")
_CLAUSE = re.compile("[，。；：！？\\n]")
# 三个方面的原因：, 三个苗头值得警惕：, 分三个阶段推进：
_OF_WHAT = re.compile(f"[”]?[{HAN}]{{1,6}}[：:]")
_QUESTIONS = re.compile("[^？！。\\n]{4,60}[？！]")
_PAIR = re.compile(f"(?P<a>[{HAN}]{{2,6}})[和与](?P<b>[{HAN}]{{2,6}})$")
_QUOTED_PAIR = re.compile("(?P<a>“[^“”\\n]{1,10}”)[和与](?P<b>“[^“”\\n]{1,10}”)$")
_SEEN = re.compile("(?:来)?[看讲说]")
_VIEW = re.compile("从(?<=[。；，：\\n]从)[^，。；：\\n]{1,10}?(?:来)?[看讲说](?=，)")
# 五句话、二十个字：
_TWIN = re.compile("[、，][一二三四五六七八九十]{1,3}个字[：:]")
# 四个乡镇作了检讨，分别是…: they are named behind what they did.
_NAMED_THEN = re.compile(
    "[^，。；：！？\\n]{0,16}[，。](?:分别|依次|他们|她们|它们|也就)(?:是|为|叫)"
)
# 三句话，与大家共勉：…; 三句话，我至今难忘。他说：“…”
_SAID_THEN = re.compile("[^。：？！“\\n]{1,16}(?:。[^，。：？！“\\n]{1,8})?：“?")
_SAYING = re.compile("[。！？”\\n]")
# The rest of the clause behind a count, up to its mark.
_PREDICATE = re.compile("[”]?[^，。；：！？、“”\\n]{0,10}(?:[，。；：]|(?=\\n|$))")
_ACTORS = re.compile(
    "(?:同志|单位|部门|乡镇|街道|镇|乡|村|社区|代表|企业|县|区|市|人|学校|支部|专家|领导|小组|专班|局)$"
)
# …，做到“五落实”; …，即“五落实”.
_MAKES = re.compile("，(?:切实|真正|全面)?(?:做到|实现|落实|形成|构建|就是|即|叫)$")
_UNEVEN = 2
_SHORT_PIECE = 8
_LONGEST_CLAUSE = 16
_FEWEST_BEHIND_COMMA = 3
_SHORTEST_SECTION = 6
_KEY = 2


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
    start, end = counted.span.start, counted.span.end
    if text[start - 1 : start] == "，":
        yield list_ending(text, start - 1, count) or ()
    of_what = _OF_WHAT.match(text, end)
    if of_what:
        yield from _lists_to_the_stop(text, of_what.end())
    seen = counted.noun.endswith(("看", "讲")) or _SEEN.match(text, end)
    if seen and text[start - 1 : start] == "从":
        yield _views(text, end)
    twin = _TWIN.match(text, end)
    if twin:
        yield from _lists_to_the_stop(text, twin.end())
    named = _NAMED_THEN.match(text, end)
    if named:
        yield _whole_list(text, named.end(), count)
    said = _SAID_THEN.match(text, end) if count >= _FEWEST_BEHIND_COMMA else None
    if said and not ANOTHER.search(said.group()):
        yield from (_split(text, said.end(), _SAYING, marks) for marks in "；，")
        yield _even_list(text, said.end(), count)
    yield from _readings_behind(text, counted, count)
    yield from _before_with_key(text, counted)
    if counted.quoted and _MAKES.search(text, max(0, start - 6), start):
        yield _list_before_verb(text, start, count)
    if count == 2:
        yield from _two(text, counted)
    yield from iter_behind(text, counted, acts=_acts(counted))
    # 三个乡镇作了发言。一是…: what follows tells of the speeches, not of those who spoke.
    if not _acts(counted) or predicate_behind(text, counted):
        yield from iter_sequences(text, counted)


def _two(text: str, counted: Counted) -> Iterator[Sequence[Span]]:
    """Yield the two of 发展和安全两件大事, “严”和“实”两个字, “两端”，供给端要优，需求端要稳."""
    if not counted.quoted:
        yield _pair(text, counted.span.start)
    key = counted.noun.strip("“”")[-_KEY:]
    tail = predicate_behind(text, counted) if key else None
    if tail is None or not (counted.quoted or counted.modest or len(key) == _KEY):
        return
    pieces = _split(text, tail.end, _SENTENCE, "，；")
    # 用好“两重”项目，…: one character alone is found in any long clause.
    short = len(key) == _KEY or all(len(one) <= _SHORT_PIECE for one in pieces)
    if short and all(key in one.of(text) for one in pieces):
        yield pieces


def _readings_behind(text: str, counted: Counted, count: int) -> Iterator[Sequence[Span]]:
    """Yield the lists behind the mark that follows the count."""
    start = counted.span.end + 1
    following = text[start - 1 : start]
    if following not in tuple("，。：\n"):
        yield from _behind_a_predicate(text, counted, count)
        return
    if count >= _FEWEST_BEHIND_COMMA:
        clauses = _pieces(text, start, _SENTENCE, "，；", count)
        sentences = _pieces(text, start, _LINE, "。；", count)
        yield _alike(text, clauses)
        yield _alike(text, sentences)
        yield from _with_key(text, (clauses, sentences), counted)
        yield _evenly(text, clauses)
    if following == "，" and count >= _FEWEST_BEHIND_COMMA:
        yield _split(text, start, _CLAUSE, "、")
        yield _even_list(text, start, count)
    elif following == "：":
        yield _questions(text, start)
    elif following in "。\n":
        yield _list_with_key(text, start, counted)
    if following == "。":
        sections = _split(text, start, _SENTENCE, "；")
        if all(len(one) >= _SHORTEST_SECTION for one in sections):
            yield sections


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
    return counted.measure not in tuple("种类") and bool(_ACTORS.search(counted.noun))


def _behind_a_predicate(text: str, counted: Counted, count: int) -> Iterator[Sequence[Span]]:
    """Yield the lists behind the clause that the count stands in."""
    tail = predicate_behind(text, counted)
    if tail is None or count < _FEWEST_BEHIND_COMMA:
        return
    yield _even_list(text, tail.end, count)
    clauses = _pieces(text, tail.end, _SENTENCE, "，；", count)
    sentences = _pieces(text, tail.end, _LINE, "。；", count)
    yield from _with_key(text, (clauses, sentences), counted)


def _whole_list(text: str, start: int, count: int) -> Sequence[Span]:
    """Return the list that fills the sentence from ``start``, whatever its members' lengths."""
    end = _SENTENCE.search(text, start, start + _REACH)
    listing = list_within(text, start, end.start()) if end is not None else None
    return listing.spans_for(count, text) if listing is not None and listing.fits(count) else ()


def _even_list(text: str, start: int, count: int) -> Sequence[Span]:
    """Return the list that fills the clause from ``start``, its members of like length.

    The first member brings the verb along, the last one its 和 (抓好作业、睡眠、手机、读物和体质).
    """
    end = _CLAUSE.search(text, start, start + _REACH)
    listing = list_within(text, start, end.start()) if end is not None else None
    if listing is None or count not in (listing.least, listing.least + listing.last_and):
        return ()
    members = listing.spans_for(count, text)
    lengths = [len(member) for member in members[1:]]
    return members if lengths and max(lengths) - min(lengths) <= _UNEVEN else ()


def _with_key(
    text: str, rows: Iterable[Sequence[Span]], counted: Counted
) -> Iterator[Sequence[Span]]:
    """Yield the clauses, or the sentences, that name one after another what is counted.

    四项保障。组织保障要强，资金保障要足，人才保障要实，机制保障要活。
    """
    key = counted.noun.strip("“”")[-_KEY:]
    if len(key) == _KEY:
        for pieces in rows:
            yield list(takewhile(lambda one: key in one.of(text), pieces))


def _lists_to_the_stop(text: str, start: int) -> Iterator[Sequence[Span]]:
    for marks in ("；", "、", "，、", "，"):
        yield _split(text, start, _SENTENCE, marks)


def _split(text: str, start: int, closers: re.Pattern[str], marks: str) -> Sequence[Span]:
    end = closers.search(text, start, start + _REACH)
    if end is None or text[start : start + 1] == "\n":
        return ()
    return split_list(text, start, end.start(), marks)


def _list_with_key(text: str, start: int, counted: Counted) -> Sequence[Span]:
    """做到“四个忠诚”。对党忠诚、对祖国忠诚…: the list that begins the next sentence."""
    key = counted.noun[-2:]
    end = _CLAUSE.search(text, start, start + _REACH)
    if end is None or len(key) < _KEY:
        return ()
    members = split_list(text, start, end.start(), "、")
    return members if all(key in one.of(text) for one in members) else ()


def _before_with_key(text: str, counted: Counted) -> Iterator[Sequence[Span]]:
    """进校园、进景区、进社区，实现“三进” · 不准…，不准…，不准…，三个“不准”: each has the noun."""
    key = counted.noun.strip("“”")[-_KEY:]
    if len(key) < _KEY and not counted.quoted:
        key = counted.measure + key
    position = counted.span.start
    clauses = clauses_before(text, position)
    if clauses and clauses[-1].end == position:
        clauses.pop()
    if not key or not clauses:
        return
    pieces = split_list(text, clauses[0].start, clauses[-1].end, "，、")
    yield list(takewhile(lambda one: key in one.of(text), reversed(pieces)))[::-1]
    if not (counted.quoted or counted.modest or "“" in counted.noun):
        return
    members = split_list(text, clauses[-1].start, clauses[-1].end, "、")
    if all(key in one.of(text) for one in members):
        yield members
    yield list(takewhile(lambda one: key in one.of(text), reversed(clauses)))[::-1]


def _list_before_verb(text: str, position: int, count: int) -> Sequence[Span]:
    """明确责任、措施、资金、时限、预案，做到“五落实”: the list of the clause before."""
    clauses = clauses_before(text, position)
    if len(clauses) < 2 or count < _FEWEST_BEHIND_COMMA:
        return ()
    members = split_list(text, clauses[-2].start, clauses[-2].end, "、")
    return members if len(members) == count else ()


def _pieces(
    text: str, start: int, closers: re.Pattern[str], marks: str, fewest: int
) -> Sequence[Span]:
    """Return what stands between ``marks`` up to the first closer, or nothing if too few."""
    found = closers.search(text, start, start + _REACH)
    end = found.start() if found else start
    if sum(text.count(mark, start, end) for mark in marks) < fewest - 1:
        return ()
    return split_list(text, start, end, marks)


def _alike(text: str, pieces: Sequence[Span]) -> Sequence[Span]:
    """把好材料关，把好工序关，把好验收关，决不…: the first clauses or sentences begin alike."""
    opening = pieces[0].of(text)[:_KEY] if pieces else ""
    return list(takewhile(lambda one: one.of(text).startswith(opening), pieces))


def _evenly(text: str, clauses: Sequence[Span]) -> Sequence[Span]:
    """Return the clauses that fill the sentence, short, of like length and of one build."""
    words = [one.of(text) for one in clauses]
    lengths = [len(one) for one in words]
    if not words or max(lengths) - min(lengths) > _UNEVEN or max(lengths) > _LONGEST_CLAUSE:
        return ()
    one_end = len({one[0] for one in words}) == 1 or len({one[-1] for one in words}) == 1
    return clauses if one_end or all(is_parallel(*two) for two in pairwise(words)) else ()


def _questions(text: str, start: int) -> Sequence[Span]:
    """Return the questions or calls that fill the paragraph from ``start``."""
    end = text.find("\n", start, start + _REACH)
    end = min(len(text), start + _REACH) if end < 0 else end
    if not _QUESTIONS.match(text, start, end):
        return ()
    found = [Span(*match.span()) for match in _QUESTIONS.finditer(text, start, end)]
    touching = all(one.end == after.start for one, after in pairwise(found))
    return found if found and found[0].start == start and touching else ()


def _views(text: str, start: int) -> Sequence[Span]:
    """从三个维度看，…：从区位看，…；从资源看，…；从政策看，…."""
    return [Span(*match.span()) for match in _VIEW.finditer(text, start, start + 2 * _REACH)]


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
