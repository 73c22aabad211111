"""What was taken over from an older speech and should have changed with its surroundings.

What it does:
    Compares each sentence that was reworded with the sentence of the older speech that it comes
    from, and reports the figures, dates, names and venues that are still the old ones. A sentence
    in which another place or body was put in is reworded, however little that is. Says besides
    which paragraphs were never touched.
Why:
    A speech made from last year's keeps last year's figures where somebody changed the words
    around them.
Limits:
    Needs the older speech (the draft's own source, or one named). Places are venues only, since
    an office speaks of its own towns every year. Figures and dates that the
    older speech has in many places, and sentences that merely share a figure, are left alone.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from drafting.checks.base import Rule
from drafting.checks.kinds.facts import iter_dates, iter_figures, iter_people, iter_venues
from drafting.checks.kinds.places import related_places
from drafting.model.draft import BlockKind
from drafting.model.finding import Related, Severity
from drafting.text.sentences import iter_sentences

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafting.checks.base import CheckContext
    from drafting.model.draft import Draft
    from drafting.model.finding import Finding
    from drafting.text.span import Span

# So alike two sentences are one that was reworked; above the upper bound nothing was changed.
_RELATED, _UNCHANGED = 0.4, 0.96
# What a place or a body ends with, at its last character.
_BODY = re.compile("[镇乡村县市区旗局委办院校厂]|街道|社区|公司")
# What stands more often than this in the older speech is one of its themes.
_THEME = 2
_SHORTEST_PARAGRAPH = 20


def _check(draft: Draft, context: CheckContext) -> Iterator[Finding]:
    source = context.source
    if source is None:
        return
    name = source.title or "旧稿"
    for fact, there in _kept_facts(draft.text, source.text):
        yield RULE.finding(
            fact,
            f"这句话改过，“{fact.of(draft.text)}”却和旧稿一样，请核对",
            related=(Related(there, "旧稿在此", name),),
        )
    untouched = _untouched(draft, source)
    if untouched:
        yield RULE.finding(
            untouched[0],
            f"有 {len(untouched)} 段与旧稿一字不差，请看看是否都还适用",
            related=related_places(untouched[1:], "这一段也没有改动"),
            severity=Severity.SUGGESTION,
        )


def _kept_facts(text: str, old: str) -> Iterator[tuple[Span, Span]]:
    """Yield the facts that a reworded sentence has from the old one, and where they stand there."""
    from rapidfuzz import fuzz

    places: dict[str, list[Span]] = {}
    for span in _facts(old):
        places.setdefault(span.of(old), []).append(span)
    ours, theirs = tuple(iter_sentences(text)), tuple(iter_sentences(old))
    for fact in _facts(text):
        found = places.get(fact.of(text), ())
        if not 0 < len(found) <= _THEME:
            continue
        sentence = _around(fact, ours)
        likeness = {
            there: fuzz.ratio(sentence.of(text), _around(there, theirs).of(old)) / 100
            for there in found
        }
        there = max(likeness, key=lambda one: likeness[one])
        if likeness[there] < _RELATED:
            continue
        was, now = _around(there, theirs).of(old), sentence.of(text)
        if likeness[there] < _UNCHANGED or _names_another(was, now):
            yield fact, there


def _names_another(was: str, now: str) -> bool:
    """Return whether a place or a body in ``was`` is another one in ``now``."""
    from rapidfuzz.distance import Levenshtein

    for code in Levenshtein.opcodes(was, now):
        if code.tag != "replace":
            continue
        # The last character is exchanged too (石桥镇, 柳湾乡), or stands behind (石桥村, 柳湾村).
        for back in (1, 0):
            is_body = _BODY.match(was, code.src_end - back)
            if is_body and _BODY.match(now, code.dest_end - back):
                return True
    return False


def _facts(text: str) -> list[Span]:
    """Return figures, dates, names and venues in order; of two that overlap the first."""
    spans = [
        *iter_dates(text),
        *(one.span for one in iter_figures(text)),
        *(one.span for one in iter_people(text)),
        *iter_venues(text),
    ]
    kept: list[Span] = []
    for span in sorted(spans):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept


def _around(span: Span, sentences: Sequence[Span]) -> Span:
    index = bisect_right(sentences, span.start, key=lambda one: one.start) - 1
    return sentences[max(index, 0)]


def _untouched(draft: Draft, source: Draft) -> list[Span]:
    old = {block.span.of(source.text) for block in source.blocks}
    return [
        block.span
        for block in draft.blocks
        if block.kind is BlockKind.PARAGRAPH
        and len(block.span) >= _SHORTEST_PARAGRAPH
        and block.span.of(draft.text) in old
    ]


RULE = Rule(
    code="RS007",
    name="unlike-source",
    summary="照着旧稿改，数字、日期、姓名却没有改",
    severity=Severity.WARNING,
    check=_check,
    why="旧稿改成新稿，话改了，夹在里面的数字、日期和人名还是旧的，最容易出错。",
    source="公文校对通例：套用旧稿逐项核对",
    flagged=(
        (
            "同志们：\n今年前三季度，全县规上工业增加值同比增长8.6%，走在全市前列，成绩来之不易。\n〔原稿〕\n"
            "同志们：\n去年上半年，全县规上工业增加值同比增长8.6%，排在全市中游，还要加劲。"
        ),
        (
            "同志们：\n各镇务必在6月20日前把早稻田的排涝泵全部检修一遍，谁的责任谁来签字。\n〔原稿〕\n"
            "同志们：\n各镇要在6月20日前把灌区的提水泵检修一遍，谁的责任谁签字。"
        ),
        (
            "同志们：\n刚才，周启明同志通报了第四季度项目进展，讲得很实，大家要对照整改。\n〔原稿〕\n"
            "同志们：\n刚才，周启明同志通报了一季度信访情况，讲得很细，大家要认真整改。"
        ),
        (
            "同志们：\n今天，我们在石桥镇召开冬季造林现场会，看了两处育苗点。\n〔原稿〕\n"
            "同志们：\n上周，我们在石桥镇召开秋收现场会，看了三家合作社。"
        ),
        (
            "同志们：\n刚才，石桥镇的同志介绍了经验，他们一年里动员86户群众参加合作社，户户有活干、月月有收入，"
            "这个办法别处也学得来。\n〔原稿〕\n"
            "同志们：\n刚才，柳湾乡的同志介绍了经验，他们一年里动员86户群众参加合作社，户户有活干、月月有收入，"
            "这个办法别处也学得来。"
        ),
    ),
    clean=(
        (
            "同志们：\n刚才，石桥镇的同志介绍了经验，他们一年里动员86户群众参加合作社，户户有活干、月月有收入，"
            "这个办法别处也学得会。\n〔原稿〕\n"
            "同志们：\n刚才，石桥镇的同志介绍了经验，他们一年里动员86户群众参加合作社，户户有活干、月月有收入，"
            "这个办法别处也学得来。"
        ),
        "同志们：\n今年前三季度，全县规上工业增加值同比增长8.6%，走在全市前列，成绩来之不易。",
        (
            "同志们：\n今年前三季度，全县规上工业增加值同比增长9.2%，走在全市前列。\n〔原稿〕\n"
            "同志们：\n去年上半年，全县规上工业增加值同比增长8.6%，排在全市中游。"
        ),
        (
            "同志们：\n全县有30个村通了自来水。\n〔原稿〕\n"
            "同志们：\n会议开了三天，来了30个代表，大家畅所欲言，气氛很热烈。"
        ),
        (
            "同志们：\n到2035年，县域经济要再上台阶，年轻人愿意回来。\n〔原稿〕\n"
            "同志们：\n到2035年，农业要现代化。到2035年，乡村要振兴。到2035年，县城要宜居，年轻人愿意留下。"
        ),
        "同志们：\n天气转凉。\n〔原稿〕\n同志们：\n天气转凉。",
    ),
)
