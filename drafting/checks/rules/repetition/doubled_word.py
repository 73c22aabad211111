"""No word is written twice in a row by mistake.

What it does:
    Reports words of two to six characters that follow themselves (加强加强, 进一步进一步), doubled
    particles (的的, 和和), and 省省委, 市市委, 县县委.
Why:
    Such doublings stay behind when a clause is rewritten; the eye skips them, the tongue does not.
Limits:
    Verbs and adverbs that may be doubled (研究研究, 非常非常) and counted things (一项一项) are
    right, and so are two words that touch: 目的|的确, 重要|要求, 和平|和, 合作|合作社, 省|省长.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from drafting.checks.base import Rule
from drafting.lexicons.tsv import split_values
from drafting.model.finding import Fix, Severity
from drafting.text.characters import HAN
from drafting.text.edits import TextEdit
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafting.checks.base import CheckContext
    from drafting.lexicons.tsv import Table
    from drafting.model.draft import Draft
    from drafting.model.finding import Finding

SHORTEST, LONGEST = 2, 6
_HAN_RUN = re.compile(f"[{HAN}]{{2,}}")
# 一项一项, 很高很高.
_DOUBLING = frozenset("一二三四五六七八九十百千万两几半多数每很好太更越")
# A doubled word of two characters before one of these is two words: 合作|合作社, 工作|工作者.
_LENGTHENS = frozenset("社者业局员额部厅组线力量库法化型性区")
# … but not before a word that such a character begins: 加强加强组织领导.
_BEGIN_WORDS = ("组织领导", "组织建设", "部署", "社会", "力度")
_COMMITTEE = re.compile("([省市县])(?<![各全本该我外两原跨数贵邻兄弟][省市县])\\1委(?!员|托|派)")


@cache
def _neighbours(table: Table) -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    return {
        row["character"]: (split_values(row["before"]), split_values(row["after"])) for row in table
    }


@cache
def _allowed(table: Table) -> dict[str, tuple[str, ...]]:
    """Return the words that may be doubled, with what must follow where that is asked for."""
    return {row["word"]: split_values(row["followed_by"]) for row in table}


def _check(draft: Draft, context: CheckContext) -> Iterator[Finding]:
    text = draft.text
    allowed = _allowed(context.lexicons.table("checks_doubled_words"))
    touching = _neighbours(context.lexicons.table("checks_doubled_characters"))
    repeats = sorted(_iter_repeats(text))
    for span, unit in _doubled(text, repeats, allowed):
        yield _finding(text, span, unit)
    for span in _doubled_particles(text, repeats, touching):
        yield _finding(text, span, 1)
    for match in _COMMITTEE.finditer(text):
        yield _finding(text, Span(match.start(), match.start() + 2), 1)


def _finding(text: str, span: Span, unit: int) -> Finding:
    word = text[span.start : span.start + unit]
    rest = Span(span.start + unit, span.end)
    return RULE.finding(
        span, f"“{word}”重复了", fixes=(Fix(f"只留一个“{word}”", (TextEdit(rest, ""),)),)
    )


class _Repeat(NamedTuple):
    """Where a word of ``unit`` characters follows itself, once or more often."""

    start: int
    unit: int
    end: int


def _doubled(
    text: str, repeats: list[_Repeat], allowed: dict[str, tuple[str, ...]]
) -> Iterator[tuple[Span, int]]:
    """Yield words that stand at least twice in a row, with the length of the word."""
    taken = 0
    for start, unit, last in repeats:
        run = _HAN_RUN.match(text, start)
        if unit < SHORTEST or run is None or run.end() < start + 2 * unit or start < taken:
            continue
        # The run of Chinese may end before the last of several repeats.
        length = (min(last, run.end()) - start) // unit * unit
        if _is_fault(run.group(), unit, length, allowed):
            taken = start + length
            yield Span(start, taken), unit


def _iter_repeats(text: str) -> Iterator[_Repeat]:
    """Yield every place where one to six characters follow themselves.

    Found on the whole text at once: a place begins a repeat of ``unit`` characters where as many
    in a row equal the ones ``unit`` further on.
    """
    import numpy as np

    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")
    for unit in range(1, LONGEST + 1):
        alike = np.zeros(len(codes) + 2, dtype=bool)
        alike[1 : max(len(codes) - unit, 0) + 1] = codes[:-unit] == codes[unit:]
        edges = np.flatnonzero(alike[1:] != alike[:-1])
        starts, ends = edges[::2], edges[1::2]
        long_enough = ends - starts >= unit
        for start, end in zip(starts[long_enough], ends[long_enough], strict=True):
            yield _Repeat(int(start), unit, int(start + (end - start) // unit * unit + unit))


def _is_fault(run: str, unit: int, end: int, allowed: dict[str, tuple[str, ...]]) -> bool:
    """Return whether the word of ``unit`` characters that ``run`` begins with stands too often."""
    word = run[:unit]
    if len(set(word)) == 1 or word[0] in _DOUBLING:
        return False
    if word in allowed and (not allowed[word] or run.startswith(allowed[word], end)):
        return False
    shifted = run[1 : 1 + unit]
    # 认真研究研究; 用粉笔一笔一笔写.
    may_double = shifted in allowed or shifted[0] in _DOUBLING
    if len(run) > end and may_double and run[end] == word[0]:
        return False
    lengthens = run[end : end + 1] in _LENGTHENS and not run.startswith(_BEGIN_WORDS, end)
    return not (unit == 2 and lengthens)


def _doubled_particles(
    text: str,
    repeats: list[_Repeat],
    touching: dict[str, tuple[tuple[str, ...], tuple[str, ...]]],
) -> Iterator[Span]:
    """Yield doubled characters of the list where they are not two words that touch."""
    for start, unit, place in repeats:
        length, character = place - start, text[start]
        if unit > 1 or character not in touching:
            continue
        before, after = touching[character]
        ahead = text[max(0, start - 3) : start]
        if length == 2 and (
            # 实实在在, 和和气气
            (ahead[-1:] and ahead[-1:] == ahead[-2:-1])
            or (text[place : place + 1] and text[place : place + 1] == text[place + 1 : place + 2])
            or any(ahead.endswith(one) for one in before)
            or any(text.startswith(one, place) for one in after)
        ):
            continue
        yield Span(start, place)


RULE = Rule(
    code="RP006",
    name="doubled-word",
    summary="字词重复",
    severity=Severity.ERROR,
    check=_check,
    why="改句子时前后各留了一个词，眼睛容易滑过去，念起来就结巴。",
    source="公文校对通例：衍文（字词重复）",
    flagged=(
        "同志们：\n要进一步加强加强督查力度。",
        "同志们：\n要加强加强组织领导，压实责任。",
        "同志们：\n这是全县的的大事，各镇要上心。",
        "同志们：\n要进一步进一步压实责任，推进推进项目落地。",
        "同志们：\n昨天，省省委书记到我市调研。",
        "同志们：\n乡镇和和部门要密切配合，办好了了这件事。",
    ),
    clean=(
        "同志们：\n这件事要好好研究研究，目的的确是好的，大家高高兴兴来。",
        "同志们：\n省省长热线、市市长信箱要一项一项办，一件一件销。",
        "同志们：\n纲要要求很明确，重要要求要记牢，以规范行为为突破口。",
        "同志们：\n首都都市圈建设加快，坚持和平互利和和平发展，等等。",
        "同志们：\n要加强合作合作社的做法，让社员非常非常满意。",
        "同志们：\n成绩是用粉笔一笔一笔写出来的，是用脚步一步一步走出来的。",
        "同志们：\n各省省委都作了部署，极大地地方便了群众。",
    ),
)
