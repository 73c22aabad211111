"""Verb and noun go together.

What it does:
    Looks for listed verbs with a noun that they do not take (提高…规模, 加快…力度) and names the
    verb that fits.
Why:
    Such pairs arise when half a sentence is rewritten.
Limits:
    Only pairs within one clause whose noun ends its phrase; 扩大高水平开放 and 加快建设更高水平 are
    right. A suggestion, for usage moves.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafting.checks.base import Rule, Scope
from drafting.checks.kinds.framed_words import iter_framed_words
from drafting.checks.kinds.places import replacement
from drafting.checks.kinds.quotations import title_spans, within
from drafting.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafting.checks.base import CheckContext
    from drafting.model.draft import Draft
    from drafting.model.finding import Finding

# What may follow a noun that ends its phrase.
_ENDS = frozenset("，。；、！？：\n”）和与及是的")
_OF_DOING = {"步伐", "力度"}
_TAKING = ("加大", "加快", "提高", "保持", "形成", "体现", "的")
_JOINING = frozenset("和与、及或并")
# Between verb and noun another verb takes the noun for itself (提高认识、加大力度 has a mark).
_OTHER_VERBS = (
    "建设", "推进", "推动", "实现", "提高", "提升", "扩大", "加大", "加快", "促进", "完善", "构建",
    "形成", "打造", "发展", "优化", "达到", "完成", "增强", "创新", "培育", "解决", "符合", "的",
)  # fmt: skip


def _check(draft: Draft, context: CheckContext) -> Iterator[Finding]:
    text = draft.text
    titles = title_spans(text)
    for frame in iter_framed_words(text, context.lexicons.table("checks_collocations")):
        between = text[frame.head.end : frame.tail.start]
        if text[frame.tail.end : frame.tail.end + 1] not in _ENDS:
            continue
        if text[max(0, frame.head.start - 1) : frame.head.start] in _JOINING:
            continue  # 加大保障和改善民生力度: another verb takes the noun
        if _has_other_verb(between, frame.tail.of(text)) or within(frame.span, titles):
            continue
        verb, noun, better = frame.head.of(text), frame.tail.of(text), frame.row["better"]
        yield RULE.finding(
            frame.span,
            f"“{verb}”与“{noun}”搭配不当，可说“{better}”",
            fixes=replacement(frame.head, better),
        )


def _has_other_verb(between: str, noun: str) -> bool:
    """Return whether another verb takes the noun; before 步伐 and 力度 it names what is done."""
    if noun in _OF_DOING:
        between = between.removesuffix("的")
        return any(verb in between for verb in _TAKING)
    return any(verb in between for verb in _OTHER_VERBS)


RULE = Rule(
    code="WD008",
    name="collocation",
    summary="动词和宾语搭配不当",
    severity=Severity.SUGGESTION,
    check=_check,
    why="改稿时换了半句，动词和后面的名词就配不上了；听的人觉得别扭，又说不出哪里不对。",
    source="《现代汉语实词搭配词典》（张寿康、林杏光主编）",
    flagged=(
        "同志们：\n要进一步提高养殖规模，做强产业。",
        "同志们：\n要加快整治力度，改善服务水平。",
        "同志们：\n要缩短城乡差距，加强工作步伐。",
        "同志们：\n确保年底前达到全年任务。",
    ),
    clean=(
        "同志们：\n要扩大养殖规模，提高服务水平，加大整治力度。",
        "同志们：\n要扩大高水平开放，加快建设更高水平的平安清河湾。",
        "同志们：\n要提高规模化经营程度，改善群众生活条件。",
        "同志们：\n要加强质量安全监管，提高规模以上企业占比。",
        "同志们：\n要加快发展，质量也要跟上；要改善条件，水平才能提高。",
    ),
    scope=Scope.LINE,
)
