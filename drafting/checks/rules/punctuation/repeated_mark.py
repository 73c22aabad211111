"""One mark at one place.

What it does:
    Reports the same mark twice in a row (，，。。！！) and two different pauses at one place
    (，。、，).
Why:
    One of the two stayed behind when the sentence was changed.
Limits:
    …… and —— are two signs by rule; three and more 。 are an ellipsis in the wrong form
    (PU007); ?? may be lost characters (RS006); ！！！ is allowed for the loudest call.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafting.checks.base import Rule, Scope
from drafting.checks.kinds.places import replacement
from drafting.model.finding import Severity
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafting.checks.base import CheckContext
    from drafting.model.draft import Draft
    from drafting.model.finding import Finding

# (Begun by one class of characters, so that the search need not stop at the others.)
_REPEATED = re.compile(
    "[，、；：。,;！？](?=[，。、；：？！,;])"
    "(?:(?<=[，、；：])[，。、；：？！]+|(?<=。)(?:。(?!。)|[，、；：])+|(?<=[,;])[,;，。；]+"
    "|(?<=！)！(?!！)|(?<=？)？(?!？)|(?<=[！？])[，。；、]+)"
)
_STOPS = "。！？"


def _check(draft: Draft, context: CheckContext) -> Iterator[Finding]:  # noqa: ARG001
    text = draft.text
    for match in _REPEATED.finditer(text):
        marks = match.group()
        if marks[0] in "！？。" and text[match.start() - 1 : match.start()] == marks[0]:
            continue
        kept = next((mark for mark in marks if mark in _STOPS), marks[0])
        span = Span(*match.span())
        message = f"标点“{marks}”重复，应只保留一个"
        yield RULE.finding(span, message, fixes=replacement(span, kept))


RULE = Rule(
    code="PU006",
    name="repeated-mark",
    summary="标点重复",
    severity=Severity.ERROR,
    check=_check,
    why="改动句子时常会多留下一个标点，印出来很显眼。",
    source="GB/T 15834-2011 4.1—4.7（点号单用）",
    flagged=(
        "同志们：\n各镇要抓紧行动，，部门要跟上。",
        "同志们：\n各镇要抓紧行动。。部门要跟上。",
        "同志们：\n水稻、、玉米长势都好。",
        "同志们：\n各镇要抓紧行动，。部门要跟上。",
        "同志们：\n这样行不行？。大家都说行！，那就干。",
        "同志们：\n任务很重！！时间很紧；；要抓紧。",
    ),
    clean=(
        "同志们：\n各镇要抓紧行动，部门要跟上。",
        "同志们：\n他说：“要抓紧行动。”大家都赞成。",
        "同志们：\n种子、化肥、农膜……样样要备足。",
        "同志们：\n时间从9:30开始，网址是http://www.example.cn。",
        "同志们：\n加油！！！再加一把劲！",
        "同志们：\n怎么办？！只有干。",
    ),
    scope=Scope.LINE,
)
