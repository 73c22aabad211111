"""The enumeration comma stands between members only.

What it does:
    Reports 、 before 等, 和, 及, 或, and texts that put 、 between quotations or titles in some
    places and leave it out in others.
Why:
    The conjunction already parts the members; between ”“ and 》《 the marks do.
Limits:
    Words that only begin like a conjunction (和谐, 及时, 等级) are members; one form of ”、“
    throughout a text is the office's choice, and a suggestion only where the office has said
    that it writes the other.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafting.checks.base import Rule
from drafting.checks.kinds.places import related_places, replace_all
from drafting.model.finding import Severity
from drafting.settings.catalogue import COMMA_BETWEEN_QUOTES
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafting.checks.base import CheckContext
    from drafting.model.draft import Draft
    from drafting.model.finding import Finding

_BEFORE = re.compile(
    "、(?P<word>等(?![待级候同于量价闲外额号高效离身位比差着你我大])"
    "|和(?![谐平睦气衷解田县顺硕静布政龙林美煦缓风声合乐善蔼亲悦畅为约谈议好而棋弦尚稀盘颜桥湖路店"
    "兴义丰园])(?![一-龥]{0,2}[苑庄屯湾坪岭塘堡])"
    "|以及|及(?![时早格第笄])|或者?(?![许明然是]))"
)
_PAIRS = (("”、“", "”“", "引号"), ("》、《", "》《", "书名号"))
_REACH = 24


def _check(draft: Draft, context: CheckContext) -> Iterator[Finding]:
    text = draft.text
    for match in _BEFORE.finditer(text):
        floor = max(0, match.start() - _REACH)
        start = max(text.rfind(mark, floor, match.start()) for mark in "，。；：、\n") + 1
        if match["word"] in ("和", "及", "或") and text.startswith(match["word"], start):
            continue
        span = Span(*match.span())
        mark = Span(match.start(), match.start() + 1)
        yield RULE.finding(
            span,
            f"“{match['word']}”前面不用顿号",
            fixes=(replace_all((mark,), "", "删去顿号", safe=True),),
        )
    chosen = context.settings.of(COMMA_BETWEEN_QUOTES)
    for with_mark, without, name in _PAIRS:
        yield from _between(text, with_mark, without, name, chosen)


def _between(text: str, with_mark: str, without: str, name: str, chosen: str) -> Iterator[Finding]:
    """Yield one finding where a text has both forms, or the one that the office does not write."""
    is_mixed = with_mark in text and without in text
    if chosen == "with":
        unwanted, wish = without, "本单位用顿号"
    else:
        unwanted, wish = with_mark, "本单位不用顿号" if chosen == "without" else "通常不用"
    if unwanted not in text or not (is_mixed or chosen in ("with", "without")):
        return
    places = [match.start() + 1 for match in re.finditer(re.escape(unwanted), text)]
    has_mark = unwanted is with_mark
    # Where a mark is missing its place has no length.
    marks = [Span(place, place + has_mark) for place in places]
    whole = [Span(mark.start - 1, mark.end + 1) for mark in marks]
    state = "有的用顿号、有的不用，全文应统一，" if is_mixed else ""
    count = f"（{'用了' if has_mark else '没用'}的有 {len(marks)} 处）"
    title = f"删去{name}之间的顿号" if has_mark else f"在{name}之间补上顿号"
    yield RULE.finding(
        whole[0],
        f"并列的{name}之间{state}{wish}{count}",
        fixes=(replace_all(marks, "" if has_mark else "、", title),),
        related=related_places(whole[1:], "又见于此"),
        severity=None if is_mixed else Severity.SUGGESTION,
    )


RULE = Rule(
    code="PU005",
    name="enumeration-comma-misused",
    summary="顿号用得不对",
    severity=Severity.WARNING,
    check=_check,
    why="“和”“等”已经起了连接作用，前面不再用顿号；引号之间、书名号之间通常也不用顿号。",
    source="GB/T 15834-2011 4.5.3.2、4.5.3.5（顿号的用法）",
    flagged=(
        "同志们：\n要备足种子、化肥、和农膜。",
        "同志们：\n水稻、玉米、大豆、等作物长势良好。",
        "同志们：\n各镇、街道、及开发区要抓紧。",
        "同志们：\n抓好“厕所革命”、“清洁行动”，推进“门前三包”“垃圾分类”。",
    ),
    clean=(
        "同志们：\n要备足种子、化肥和农膜。",
        "同志们：\n建设富裕、和谐、美丽乡村，弘扬友爱、和睦、互助新风。",
        "同志们：\n做到早发现、及时报告、等级响应。",
        "同志们：\n抓好“厕所革命”“清洁行动”，推进“门前三包”“垃圾分类”。",
        "同志们：\n抓好“厕所革命”、“清洁行动”，推进“门前三包”、“垃圾分类”。",
        "同志们：\n与时俱进、和衷共济，与发展相适应、与群众期盼相协调。",
    ),
)
