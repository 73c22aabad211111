"""A sentence can be followed by the ear.

What it does:
    Reports sentences of more than 120 characters.
Why:
    When the end comes, the hall has forgotten the beginning.
Limits:
    A sentence that lists (；, 一是…二是…, a row of 、 or of titles in 《》) is heard in pieces and
    left alone, and so are headings and titles.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafting.checks.base import Rule, Scope
from drafting.checks.kinds.places import kind_at
from drafting.model.draft import BlockKind
from drafting.model.finding import Severity
from drafting.text.span import Span
from drafting.text.stretches import iter_long_stretches

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafting.checks.base import CheckContext
    from drafting.model.draft import Draft
    from drafting.model.finding import Finding

MOST_CHARACTERS = 120
_ENDS = "。！？!?…\n"
_IN_PIECES = re.compile("；|[一二三四五六七八九]是")
_LISTED = 6


def _check(draft: Draft, context: CheckContext) -> Iterator[Finding]:  # noqa: ARG001
    for sentence in iter_long_stretches(draft.text, _ENDS, MOST_CHARACTERS):
        wording = sentence.of(draft.text)
        length = len(wording.strip())
        if length <= MOST_CHARACTERS or _is_in_pieces(wording):
            continue
        if kind_at(draft, sentence.start) is BlockKind.PARAGRAPH:
            lead = len(wording) - len(wording.lstrip())
            span = Span(sentence.start + lead, sentence.start + len(wording.rstrip()))
            yield RULE.finding(span, f"这一句有 {length} 个字，听的人记不住开头，宜分成两三句")


def _is_in_pieces(wording: str) -> bool:
    """Return whether the sentence lists, so that the ear takes it piece by piece."""
    if _IN_PIECES.search(wording) or wording.count("《") >= _LISTED // 2:
        return True
    return max(piece.count("、") for piece in wording.split("，")) >= _LISTED


RULE = Rule(
    code="SP007",
    name="long-sentence",
    summary="句子太长",
    severity=Severity.SUGGESTION,
    check=_check,
    why="讲话是给人听的，一句超过一百二十字，念到后面听的人已经忘了前面。",
    source="《政府工作报告》公开文本统计：每万字约五句超过 120 字",
    flagged=(
        "同志们：\n" + "我们既要看到这些年全县经济有了长足进步，" * 6 + "也要看到不足。",
        "同志们：\n" + "只要大家把心思用在干事上，" * 10 + "就没有过不去的坎。",
        "同志们：\n" + "有的同志觉得离汛期还早，" * 11 + "这是靠不住的！",
    ),
    clean=(
        "同志们：\n" + "我们既要看到进步，也要看到不足。" * 10,
        "同志们：\n" + "要抓好水利建设，把渠道清通；" * 10,
        "同志们：\n县水利局" + "、县水利局" * 30 + "要协同配合。",
        "同志们：\n要抓好落实。\n" + "各镇要上报进度。" * 20,
        "同志们：\n一是要抓春耕" + "，要抓管护" * 12 + "，二是要抓秋收" + "，要抓入库" * 12 + "。",
    ),
    scope=Scope.LINE,
)
