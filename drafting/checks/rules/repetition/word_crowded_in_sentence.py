"""No plain word stands four times in one sentence.

What it does:
    Counts the mortar words of speeches (工作, 发展, 建设 …) in each sentence.
Why:
    A sentence that says 工作 four times can say it once.
Limits:
    Enumerations are none of its matter (、 and ； between the places, or the word at the end of
    like members), nor are quotations, titles, formal names and intended parallels.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from itertools import pairwise
from operator import sub
from typing import TYPE_CHECKING

from drafting.checks.base import Rule, Scope
from drafting.checks.kinds.places import related_places
from drafting.checks.kinds.quotations import quoted_spans, title_spans, within
from drafting.checks.matching import matcher_for
from drafting.model.finding import Severity
from drafting.text.sentences import sentence_ends
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafting.checks.base import CheckContext
    from drafting.model.draft import Draft
    from drafting.model.finding import Finding

_MOST = 3
_WORDS = (
    "工作", "发展", "建设", "推进", "加强", "推动", "问题", "措施", "要求", "落实", "进行", "重点",
    "进一步", "切实", "全面", "认真", "积极", "努力", "情况", "开展", "提高", "水平", "方面",
    "服务", "项目", "群众", "任务", "责任", "作用", "条件", "机制",
)  # fmt: skip
_LISTED = re.compile("[、；]")
# So few characters between two places are a parallel (抓发展、谋发展).
_NEAR = 3


def _check(draft: Draft, context: CheckContext) -> Iterator[Finding]:  # noqa: ARG001
    text = draft.text
    crowded = [one for one in _by_sentence(text) if not _is_listed(text, one[1])]
    if not crowded:
        return
    headings = sorted(heading.span for heading in draft.headings)
    aside = (quoted_spans(text), title_spans(text), headings)
    for word, spans in crowded:
        if not any(within(span, one) for span in spans for one in aside):
            yield RULE.finding(
                spans[_MOST],
                f"一句话里“{word}”用了 {len(spans)} 次",
                related=related_places(spans[:_MOST] + spans[_MOST + 1 :], "也用在此"),
            )


def _by_sentence(text: str) -> Iterator[tuple[str, list[Span]]]:
    """Yield the words that stand too often in one sentence, with their places in it."""
    starts: dict[int, list[int]] = defaultdict(list)
    for index, start, _ in matcher_for(_WORDS).places(text):
        starts[index].append(start)
    ends = sentence_ends(text)
    longest = max(map(sub, ends, (0, *ends)), default=0)
    crowded = [
        (found, _WORDS[index])
        for index, some in starts.items()
        for found in _crowds(some, ends, longest)
    ]
    for found, word in sorted(crowded):
        yield word, [Span(start, start + len(word)) for start in found]


def _crowds(starts: Sequence[int], ends: Sequence[int], longest: int) -> Iterator[list[int]]:
    """Yield the places of a word by the sentences that hold too many of them.

    ``longest`` is no less than the length of any sentence: most places lie farther apart.
    """
    done = -1
    for place, (first, last) in enumerate(zip(starts, starts[_MOST:], strict=False)):
        if first >= done and last - first < longest:
            end = ends[bisect_right(ends, first)]
            if last < end:
                done = end
                yield [*starts[place : bisect_left(starts, end)]]


def _is_listed(text: str, spans: list[Span]) -> bool:
    """Return whether the places belong to an enumeration or to a parallel."""
    between = [text[one.end : other.start] for one, other in pairwise(spans)]
    near = sum(len(piece) <= _NEAR for piece in between)
    listed = sum(1 for piece in between if _LISTED.search(piece))
    before = Counter(text[max(span.start - 1, 0) : span.start] for span in spans)
    behind = Counter(text[span.end : span.end + 1] for span in spans)
    for little in "的，":
        before.pop(little, None)
        behind.pop(little, None)
    same = max([*before.values(), *behind.values()], default=0) >= _MOST
    return near > 1 or listed > 0 or same


RULE = Rule(
    code="RP005",
    name="word-crowded-in-sentence",
    summary="一句话里同一个词用得太多",
    severity=Severity.SUGGESTION,
    check=_check,
    why="同一个词在一句话里出现四次以上，念起来拗口，换个说法或拆成两句更好。",
    source="公文写作通例：一句之内忌同词反复",
    scope=Scope.LINE,
    flagged=(
        (
            "同志们：\n今年的工作要围绕县委的中心工作来安排，把日常工作做扎实，同时抓好上级交给我们的临时工作，"
            "让群众对乡镇的工作满意。"
        ),
        (
            "同志们：\n要推动产业发展迈上新台阶，用发展的办法解决企业遇到的困难，在高质量发展中守住底线，"
            "为明年更快发展打好基础。"
        ),
        (
            "同志们：\n对检查中发现的问题要建立台账，属于共性问题的由部门牵头，个别乡镇的问题限期整改，"
            "重复出现的问题要追究责任。"
        ),
    ),
    clean=(
        "同志们：\n要统筹抓好经济工作、安全工作、信访工作、民政工作。",
        "同志们：\n今年的工作要围绕中心来安排，把日常的事做扎实，让群众满意。",
        "同志们：\n谋发展、抓发展、促发展、保发展，是第一要务。",
        "同志们：\n“工作要实，工作要细，日常的工作要紧，年底的工作要早”，这是老书记留下的话。",
        "同志们：\n思想上要重视问题。工作中要发现问题。会上要研究问题。会后要解决问题。",
    ),
)
