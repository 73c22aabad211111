"""Set phrases and idioms keep all their characters.

What it does:
    Reports wording that is one or two characters off a set phrase or idiom (时不我代, 全心意,
    转型升的): a wrong character, one too few or too many, two swapped. Torn forms that a list
    holds are found in any case, all others by the speller.
Why:
    Such slips read over easily, since the eye completes what it knows.
Limits:
    Without the speller only the lists. Where what is left of a phrase is usual wording in itself
    (大形势 for 大好形势) nothing is told. What the draft writes three times is a term
    of its own; titles in 《》 are left alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafting.checks.base import ExampleSetting, Rule, Scope
from drafting.checks.kinds.four_characters import iter_torn_phrases, torn_words
from drafting.checks.kinds.places import quoted, replacement
from drafting.checks.kinds.preferred_forms import iter_wrong_forms
from drafting.checks.kinds.spelling import han_after, iter_misspellings
from drafting.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafting.checks.base import CheckContext
    from drafting.model.draft import Draft
    from drafting.model.finding import Finding

# Characters shown behind a torn phrase.
_SHOWN_AFTER = 2


def _check(draft: Draft, context: CheckContext) -> Iterator[Finding]:
    told = []
    for one in iter_misspellings(draft, context):
        told.append(one.phrase_span)
        if one.is_near_phrase:
            known = f"，固定说法是“{one.phrase}”" if one.phrase else ""
            yield RULE.finding(one.phrase_span, f"{one.message}{known}", fixes=one.fixes)
    phrases = context.lexicons.table("checks_four_characters")
    for span, phrase in iter_torn_phrases(draft.text, phrases):
        if not any(span.start < one.end and one.start < span.end for one in told):
            told.append(span)
            message = f"{quoted(span.of(draft.text))}疑为“{phrase}”之误"
            yield RULE.finding(span, message, fixes=replacement(span, phrase))
    for form in iter_wrong_forms(draft.text, context.lexicons.table("checks_torn_phrases")):
        # What the speller says of the character behind is the better explanation.
        if any(form.span.start <= span.end and span.start <= form.span.end for span in told):
            continue
        after = han_after(draft.text, form.span.end, _SHOWN_AFTER)
        message = f"“{form.wrong}{after}”疑为“{form.right}{after}”之误"
        yield RULE.finding(form.span, message, fixes=form.fixes)


RULE = Rule(
    code="WD002",
    name="near-set-phrase",
    summary="成语、固定说法错字漏字",
    severity=Severity.WARNING,
    check=_check,
    words=lambda lexicons: (torn_words(lexicons.table("checks_four_characters")),),
    scope=Scope.LATER,
    why="成语和固定说法一字不能动；差一个字、漏一个字，念的人一眼带过，听的人却听得出来。",
    source="词语据开放词典 jieba，用例据公开报告统计",
    examples_with=ExampleSetting(needs_speller=True),
    flagged=(
        "同志们：\n机遇稍纵即逝，时不我代，必须马上行动起来。",
        "同志们：\n各级各部门要实是求是，把情况摸清楚。",
        "同志们：\n要始终坚持人民至上，全心意为人民服务。",
        "同志们：\n要脚踏实第干好每一项工作，千方百记增加农民收入。",
        "同志们：\n要因地治宜，统筹兼雇，不搞一刀切。",
        "同志们：\n要加快传统产业转型升的步伐，争取以弱微优势领先，为完全年任务打好基础。",
        "同志们：\n要坚攻克难，真抓实实干，把求事实是的作风带到一线。",
        "同志们：\n要齐心协立，形成你追我敢的浓厚氛围。",
    ),
    clean=(
        "同志们：\n机遇稍纵即逝，时不我待，必须马上行动起来。",
        "同志们：\n要推动传统产业转型升级，抢占先机，实现高质量发展。",
        "同志们：\n安全生产重于泰山，防汛抗旱丝毫不能放松。",
        "同志们：\n青山村的葡萄熟了，河口镇的大棚建成了，乡亲们的腰包鼓了。",
        "同志们：\n总的看来形势不错，工作要深入展开，要认真真抓实干，履职尽责责任到人。",
        "同志们：\n要打好清水、净土、蓝天三场仗，把“一河一策”落到每个村组。",
        "同志们：\n老区的红旗渠精神、苏区干部好作风，要一代代传下去。",
    ),
)
