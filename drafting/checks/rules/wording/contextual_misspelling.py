"""A character that its sentence does not bear, and that sounds or looks like one that fits.

What it does:
    Reports characters for which the language model finds another one far better (发展机智 for
    发展机制), and two next to each other.
Why:
    Input by sound or by shape leaves characters that are right in themselves and wrong here.
Limits:
    Rests on the speller, whose counts come from published reports and a dictionary; silent
    without it. Names and new words may be taken for slips: what the draft writes three times is
    left alone, as are titles in 《》.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafting.checks.base import ExampleSetting, Rule, Scope
from drafting.checks.kinds.spelling import iter_misspellings
from drafting.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafting.checks.base import CheckContext
    from drafting.model.draft import Draft
    from drafting.model.finding import Finding


def _check(draft: Draft, context: CheckContext) -> Iterator[Finding]:
    for one in iter_misspellings(draft, context):
        if not one.is_near_phrase:
            yield RULE.finding(one.span, one.message, fixes=one.fixes)


RULE = Rule(
    code="WD003",
    name="contextual-misspelling",
    summary="上下文不合的音近、形近字",
    severity=Severity.WARNING,
    check=_check,
    scope=Scope.LATER,
    why="拼音、五笔输入容易选错字：单看每个字都对，放在这里就不通，念到时才发现已经晚了。",
    source="字音据开放字音库 pypinyin，词频据开放词典 jieba，用例据公开报告统计",
    examples_with=ExampleSetting(needs_speller=True),
    flagged=(
        "同志们：\n要完善融合发展机智，确保落实到位。",
        "同志们：\n各乡镇要加强组只领导，明确责任分工。",
        "同志们：\n要严格落实安全生产责认，排查风险隐患。",
        "同志们：\n要认真学习关彻全会精神。",
        "同志们：\n要加大整冶力度，守住生态底线。",
    ),
    clean=(
        "同志们：\n要建立健全长效机制，确保落实到位，以机智和勇敢应对考验。",
        "同志们：\n各乡镇要加强组织领导，明确责任分工，由镇长负总责。",
        "同志们：\n溪口镇党委书记王建业、河湾村支书李长河都讲得很实在。",
        "同志们：\n要用好“数智”平台，推进智改数转网联，让数据多跑路。",
        "同志们：\n城南片区的柳湾桥、石矶路年底通车，老百姓出行更方便了。",
        "同志们：\n这台戏唱得好不好，观众说了算；这本账算得清不清，群众看得见。",
    ),
)
