"""A clause can be said in one breath.

What it does:
    Reports more than 45 characters without a mark to breathe at.
Why:
    The speaker breaks off where there is no break.
Limits:
    Titles in 《》 and formal names in quotation marks count as one word; headings, title,
    salutation and signature are left alone.
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

MOST_CHARACTERS = 45
_MARKS = "，；：。、！？…—,;:!?\n"
_NAMES = re.compile("《[^《》\n]*》|“[^“”\n]{6,}”|[（(][^（）()\n]*[)）]|[0-9A-Za-z.％%]+")
_SILENT = re.compile("[“”‘’《》（）()\\s]")


def _check(draft: Draft, context: CheckContext) -> Iterator[Finding]:  # noqa: ARG001
    for clause in iter_long_stretches(draft.text, _MARKS, MOST_CHARACTERS):
        wording = clause.of(draft.text)
        length = len(_SILENT.sub("", _NAMES.sub("名", wording)))
        if length <= MOST_CHARACTERS or kind_at(draft, clause.start) is not BlockKind.PARAGRAPH:
            continue
        lead = len(wording) - len(wording.lstrip())
        span = Span(clause.start + lead, clause.start + len(wording.rstrip()))
        yield RULE.finding(span, f"连着 {length} 个字没有停顿，念到一半要换气，宜断开")


RULE = Rule(
    code="SP001",
    name="breathless-clause",
    summary="一口气念不完",
    severity=Severity.WARNING,
    check=_check,
    why="一口气能念的大约四十来个字，再长就要在不该停的地方停。",
    source="《政府工作报告》公开文本统计：每个停顿之间超过 45 字的每十万字不到一处",
    flagged=(
        (
            "同志们：\n各镇和县直有关部门要按照县委农村工作领导小组第三次全体会议关于切实做好秋冬农田水利"
            "基本建设和水毁工程修复工作的部署抓紧行动。"
        ),
        (
            "同志们：\n这次会议主要是安排部署全县范围内所有规模以上工业企业和建筑施工企业以及人员密集场所"
            "冬春季安全生产专项整治行动。"
        ),
        (
            "同志们：\n要坚决防止个别干部因为怕得罪人怕丢选票怕惹麻烦而对群众反映强烈的突出问题睁一只眼"
            "闭一只眼最后拖成老大难。"
        ),
    ),
    clean=(
        "同志们：\n各镇要按照部署抓紧行动，把水毁工程修好，把渠道清通，把山塘加固。",
        (
            "同志们：\n要认真贯彻《关于进一步加强秋冬农田水利基本建设和水毁工程修复工作的实施意见》和"
            "《关于做好高标准农田建设的通知》要求。"
        ),
        "在全县秋冬农田水利基本建设暨水毁工程修复和高标准农田建设工作动员部署大会上的总结讲话提纲\n同志们：\n开始吧。",
        "同志们：\n一要抓进度；二要抓质量；三要抓安全。",
        "同志们：\n全年完成投资 1234567.89 万元，增长 12.5%，增速居全市第 2 位。",
    ),
    scope=Scope.LINE,
)
