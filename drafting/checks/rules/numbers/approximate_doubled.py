"""An amount is made approximate once.

What it does:
    Reports 至少…以上, 超过…以上, 最多…以下, 不超过…以内, 约…左右 and a range with 左右 about
    one and the same figure.
Why:
    Both words say the same, and 至少…以上 even leaves open which holds.
Limits:
    达到…以上 and 达到…左右 are right; so is 以上 that belongs to another word (规模以上企业,
    60岁以上老人).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafting.checks.base import Rule, Scope
from drafting.checks.kinds.figures import NUMBER, SCALE, UNIT
from drafting.model.finding import Fix, Severity
from drafting.text.edits import TextEdit
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafting.checks.base import CheckContext
    from drafting.model.draft import Draft
    from drafting.model.finding import Finding

_HAN = "一二两三四五六七八九十百千万亿几数"
_AMOUNT = (
    f"(?:(?:{NUMBER})(?:{SCALE})?|百分之[{_HAN}]{{1,5}}"
    f"|[{_HAN}]{{1,5}}(?:分之[{_HAN}]{{1,4}}|成)?|一?半)"
)
_MEASURE = f"(?:余|多)?(?:{UNIT}|[^0-9，。；：、\n以之左上的]{{0,3}})"
_BETWEEN = "[^0-9，。；：、！？\n“”一二两三四五六七八九十百几]{0,10}?"
_NEAR = "(?:在|为|有|占|需|达|用|是|计|合|共|到|要|得|花|每亩|每户|人均){0,3}"
# Behind these 以上 belongs to the word (规模以上企业, 省级以上).
_GRADES = "模额级型岁科处层"
_WINDOW = 30
_TAIL = re.compile("以[上下内]|之内|左右|上下")
_DOUBLED = (
    re.compile(
        f"(?P<word>至少|最少|起码|超过|不少于|不低于|高于|多于|突破|多达|高达|逾)(?!规"
        f"|限){_BETWEEN}{_AMOUNT}{_MEASURE}(?<![{_GRADES}])(?P<tail>及?以上)(?!学历|文化"
        f"|学校|老人|人群|规模)"
    ),
    re.compile(
        f"(?P<word>最多|至多|不超过|不高于|不多于|低于|少于|不足){_BETWEEN}{_AMOUNT}{_MEASURE}(?P<"
        f"tail>以下|以内|之内)"
    ),
    re.compile(
        f"(?P<word>大约|大概|大致|约莫|约|将近|接近|近|差不多|多达){_NEAR}{_AMOUNT}{_MEASURE}(?P<tail>左右(?!手"
        f"|摇|为|逢|开)|上下(?!游|级|班|同|联|一|齐|功|限))"
    ),
    re.compile(
        f"(?P<word>{NUMBER}(?:{SCALE})?(?:{UNIT})?)(?:—{{1,2}}"
        f"|[-–~～－至到])(?:{NUMBER})(?:{SCALE})?(?:{UNIT})?(?P<tail>左右|上下)"
    ),
)


def _tails(text: str) -> Iterator[re.Match[str]]:
    """Yield the doubled wordings; a window before each 以上, 左右 … is searched and no more."""
    last = 0
    for tail in _TAIL.finditer(text):
        floor = max(last, tail.start() - _WINDOW)
        for pattern in _DOUBLED:
            match = pattern.search(text, floor, min(len(text), tail.end() + 2))
            if match and match.end() == tail.end():
                last = tail.end()
                yield match
                break


def _check(draft: Draft, context: CheckContext) -> Iterator[Finding]:  # noqa: ARG001
    text = draft.text
    for match in _tails(text):
        span = Span(*match.span())
        word, tail = match["word"], match["tail"]
        place = Span(*match.span("tail"))
        is_range = word[0].isdecimal()
        first = span.of(text)[: -len(tail)] if is_range else word
        fixes = [Fix(f"删去“{tail}”", (TextEdit(place, ""),))]
        if not is_range:
            fixes.append(Fix(f"删去“{word}”", (TextEdit(Span(*match.span("word")), ""),)))
        yield RULE.finding(span, (f"“{first}”与“{tail}”意思重复，保留一个即可"), fixes=tuple(fixes))


RULE = Rule(
    code="NU010",
    name="approximate-doubled",
    summary="概数词语重复",
    severity=Severity.WARNING,
    check=_check,
    why="“至少”和“以上”、“约”和“左右”意思相同，用一个就够了。",
    source="《现代汉语八百词》；GB/T 15835-2011 5.1（概数的表示）",
    flagged=(
        "同志们：\n每个村至少配备3名以上网格员。",
        "同志们：\n超过20%以上的农户已经签约，超过100家以上企业参展，观众多达5万多人左右。",
        "同志们：\n现场最多容纳200人以下，请控制规模。",
        "同志们：\n全程约30公里左右，半天可以走完。",
        "同志们：\n每亩增收300—500元左右，要算给群众听。",
        "同志们：\n误差要控制在不超过3%以内。",
        "同志们：\n这次整治大约需要三个月左右，约莫有一半左右的路段要挖开。",
    ),
    clean=(
        "同志们：\n每个村至少配备3名网格员。",
        "同志们：\n达到20%以上的镇有五个，达到30公里左右的河段有三条。",
        "同志们：\n超过5家规模以上企业停产，要摸清原因。",
        "同志们：\n超过20家省级以上企业、至少3家限额以上商贸企业落户，产值超过1亿元。",
        "同志们：\n至少走访100名60岁以上老人，建好台账。",
        "同志们：\n近10年来，产量增加5万吨以上。",
        "同志们：\n超过三成，其中5万元以上的大户占一半。",
        "同志们：\n约300人参加，分成5组左右摇摆的毛病要改。",
    ),
    scope=Scope.LINE,
)
