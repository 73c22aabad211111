"""No sentence comes twice.

What it does:
    Compares all sentences of twelve characters and more, marks and list numbers aside.
Why:
    A paragraph pasted twice, or a sentence left behind where it was moved from.
Limits:
    Titles, salutations and headings are compared with nothing; what stands in quotation marks
    may be quoted again.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from drafting.checks.base import Rule
from drafting.checks.kinds.places import deletion
from drafting.checks.kinds.quotations import quoted_spans, within
from drafting.model.draft import BlockKind
from drafting.model.finding import Related, Severity
from drafting.text.characters import HAN
from drafting.text.sentences import sentences_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafting.checks.base import CheckContext
    from drafting.model.draft import Draft
    from drafting.model.finding import Finding
    from drafting.text.span import Span

SHORTEST = 12
# No sentence holds a line break.
_BREAK = "\n"
_NOT_WORDS = re.compile(f"[^{HAN}A-Za-z0-9%％.{_BREAK}]+")
_NUMBER = re.compile(
    "^[ 　]*(?:第[一二三四五六七八九十]{1,3}[，、：]|[一二三四五六七八九十]{1,3}[是要、]"
    "|[（(][一二三四五六七八九十0-9]{1,3}[)）]|\\d{1,2}[.．、])"
)
# A line without an end mark is a heading, a title or a piece of a broken line.
_ENDED = re.compile("[。！？!?；…][”’』」）)]*$")
_ASIDE = {BlockKind.TITLE, BlockKind.SUBTITLE, BlockKind.SALUTATION, BlockKind.SPEAKER}


def _check(draft: Draft, context: CheckContext) -> Iterator[Finding]:  # noqa: ARG001
    first: dict[str, Span] = {}
    for span, key in _of_the_body(draft, _repeated(draft.text)):
        if key not in first:
            first[key] = span
            continue
        yield RULE.finding(
            span,
            "这句话前面已经说过",
            fixes=(deletion(draft.text, span, "删去这一句"),),
            related=(Related(first[key], "首次出现在此"),),
        )


def _repeated(text: str) -> list[tuple[Span, str]]:
    """Return the sentences whose words come again, each with its words."""
    sentences = sentences_of(text)
    keys = _keys([span.of(text) for span in sentences])
    times = Counter(key for key in keys if len(key) >= SHORTEST)
    return [
        (span, key)
        for span, key in zip(sentences, keys, strict=True)
        if times[key] > 1 and _ENDED.search(span.of(text))
    ]


def _keys(sentences: Sequence[str]) -> list[str]:
    """Return the words of each sentence, without marks and the number it begins with."""
    if not sentences:
        return []
    plain = _BREAK.join(_NUMBER.sub("", sentence) for sentence in sentences)
    return _NOT_WORDS.sub("", plain).split(_BREAK)


def _of_the_body(draft: Draft, sentences: Sequence[tuple[Span, str]]) -> Iterator[tuple[Span, str]]:
    """Yield the sentences that stand in no heading and in no quotation."""
    if not sentences:
        return
    aside = [block.span for block in draft.blocks if block.kind in _ASIDE]
    aside += [heading.span for heading in draft.headings]
    aside.sort()
    quotes = quoted_spans(draft.text)
    index = 0
    for span, key in sentences:
        while index < len(aside) and aside[index].end <= span.start:
            index += 1
        if index < len(aside) and aside[index].overlaps(span):
            continue
        if not within(span, quotes):
            yield span, key


RULE = Rule(
    code="RP002",
    name="repeated-sentence",
    summary="整句重复",
    severity=Severity.ERROR,
    check=_check,
    why="同一句话一字不差出现两次，多半是粘贴重了，或挪动后原处没有删。",
    source="公文校对通例：同句复见",
    flagged=(
        "同志们：\n各镇要逐村逐户排查隐患，做到不漏一户。部门要跟上。各镇要逐村逐户排查隐患，做到不漏一户。",
        "同志们：\n全县上下要迅速行动起来，抢抓农时。\n种子要备足。\n全县上下要迅速行动起来，抢抓农时！",
        "同志们：\n一是各级干部要沉到一线解决实际问题。二是各级干部要沉到一线解决实际问题。",
    ),
    clean=(
        "同志们：\n时间紧、任务重。各镇要动起来。时间紧、任务重。部门要跟上。",
        "同志们：\n各镇要逐村逐户排查隐患，做到不漏一户。各镇要逐村逐户化解矛盾，做到不留一件。",
        (
            "同志们：\n“把群众的小事当成自己的大事来办。”这句话要记牢。"
            "“把群众的小事当成自己的大事来办。”会后再学一遍。"
        ),
        "同志们：\n一、铆足干劲完成全年各项目标任务\n形势逼人。\n二、铆足干劲完成全年各项目标任务\n任务很重。",
        "在全县秋冬农田水利建设动员大会上的讲话\n同志们：\n今天的会开得很及时。",
    ),
)
