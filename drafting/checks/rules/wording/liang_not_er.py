"""两, not 二, before a measure word.

What it does:
    Reports 二 before 个、种、项、件 and the like (二个层面).
Why:
    In counting things Chinese says 两; 二 there is a slip of one who writes figures.
Limits:
    第二, 十二, 二点六, ranks and grades (二级、二轮、二等), weights (二斤、二里) and set words
    (二者, 二手) are right and left alone.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafting.checks.base import Rule
from drafting.model.finding import Applicability, Fix, Severity
from drafting.text.edits import TextEdit
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafting.checks.base import CheckContext
    from drafting.model.draft import Draft
    from drafting.model.finding import Finding

# What makes the 二 part of a larger number, of a rank or of a name.
_NOT_AFTER = "第十百千万亿零〇○一二三四五六七八九两点几数初其老周期拜廿卅0-9０-９.．A-Za-z/／—–~～-"
_MEASURES = (
    "个(?!体户)|种(?!子|植|类繁)|项(?!式)|件(?!套)|名(?!单)|位(?:同志|领导|代表|嘉宾|老师|专家)"
    "|大(?:任务|优势|目标|工程|要求|问题|方面|难题|举措|抓手|行动|重点|战略|产业|特点|板块|片区|领域)"
    "|点(?:意见|要求|建议|看法|体会|希望|认识|感受|想法)|方面|手抓|不误|手都要硬"
    "|条(?:建议|意见|要求|措施|主线|底线|腿|路子|路径|渠道|途径|经验)|家(?:企业|单位|公司)|类(?:问题|情况|人员|项目)"
    "|套(?:班子|方案|办法|机制)|场(?:会议|活动|硬仗|攻坚战)|张(?:网|清单|表)|本(?:账|台账)"
    "|只(?:手|脚|眼睛)|道(?:防线|关口|难题)|篇文章|步走|支(?:队伍|力量)|批(?:项目|次)"
    "|天(?:时间|之内|内|来|后|一)|倍(?!频)|座(?:大?桥|水厂|水库|大坝|电站)|口井|户(?:人家|群众|农户)|岸"
)
_ER = re.compile(f"二(?:(?<![{_NOT_AFTER}]二)(?={_MEASURES})|(?<=翻二)(?=番))")
_SERIES_BEFORE = re.compile("[一二三四五六七八九十][、，,]$")


def _check(draft: Draft, context: CheckContext) -> Iterator[Finding]:  # noqa: ARG001
    text = draft.text
    for match in _ER.finditer(text):
        if _SERIES_BEFORE.search(text[max(0, match.start() - 2) : match.start()]):
            continue
        span = Span(match.start(), match.end())
        wording = text[match.start() : match.end() + 3].split("\n")[0]
        fix = Fix("改为“两”", (TextEdit(span, "两"),), Applicability.SAFE)
        shown = Span(match.start(), match.start() + len(wording))
        yield RULE.finding(shown, f"“{wording}”中的“二”应为“两”", fixes=(fix,))


RULE = Rule(
    code="WD007",
    name="liang-not-er",
    summary="量词前用“两”不用“二”",
    severity=Severity.WARNING,
    check=_check,
    why="一般量词前表示数目用“两”，如“两个层面”“两项任务”；“二个”不合习惯。",
    source="《现代汉语八百词》“二”“两”条；《现代汉语词典》第7版“两”",
    flagged=(
        "同志们：\n重点抓好二个层面的工作。",
        "同志们：\n下面我讲二点意见。",
        "同志们：\n要统筹二项任务，坚持二手抓。",
        "同志们：\n要从二方面看，分二类情况处理。",
        "同志们：\n我们有二大优势，要用足用好。",
        "同志们：\n划分二大片区，建二座大桥，走出二条路子。",
    ),
    clean=(
        "同志们：\n第二个层面是乡镇，第十二项任务由农业局牵头。",
        "同志们：\n增长二点六个百分点，上升三点二个百分点，第二轮督查已经启动。",
        "同志们：\n要抓好一二三产融合，二者缺一不可。",
        "同志们：\n离县城二里地，收了二斤种子，属二级保护、二类地区。",
        "同志们：\n一、二个数据要核准；二三十个村、三十二个组都要走到。",
        "同志们：\n周二个别干部没有到岗，二手设备不得入场。",
    ),
)
