"""Places at which no heading stops: what is said before them is not whole yet, or the text began.

书记要做｜党建工作的明白人; 以党的建设｜为引领; 到户｜到人; 抓住干部队伍｜这个关键.
"""

from __future__ import annotations

import re

from drafting.parsing.headings.complements import awaits
from drafting.parsing.headings.lexis import BEGUN, STARTS
from drafting.text.words import common_pairs

_BLANKS = (" ", "\u3000", "\t")
_PAUSES = "，、,：:"
_NO_END = (
    _PAUSES + " \u3000\t和与及的是为对将把被从以让使由更最全再大不要而也只之这那各每某该在到《“（"
)
_NO_START = _PAUSES + "”）》的化性和与及们感者得了着地"
_MEASURED = "年月日时点个项条件万亿元至到%—-"
_ASKS_WHY = frozenset(("为何", "怎么", "怎样", "如何"))
# A heading asks 思政课为什么重要; 为什么 alone ends none, but for 这是为什么.
_ASKS_ON = re.compile("(?<![，是问：])为什么$")
# 爱国是第一位的: hardly any other heading ends with 的.
_SO_IT_IS = re.compile(
    "[^，。]是(?:[最第头][^，。]{1,3}"
    "|(?:谁|怎么|怎样|如何|从|由|为了?|靠|一[步点代天]|拿|用|干|管)[^，。]{0,6}[给来去开出挣干管办打练走抓学做建守掉成丢])的$"
)
# 在服务大局上有新作为; elsewhere 作为 begins what something is.
_DOING = re.compile("(?:[新大有敢善能应不乱好当]|主动|积极|勇于|敢于|担当)作为$")
# Words with which no heading ends.
_NEVER = (
    "今年 去年 明年 前年 昨天 前天 当前 目前 近年来 我们 他们 大家 什么叫 什么是 怎么 "
    "同志们 各乡镇 各部门 各单位 "
    "不能 必须 可以 应当 能够 才能 更加 以及 关于 对于"
)
_MONTHS = (f"{figure}{month}" for figure in range(10) for month in ("月", "月份"))
_NEVER_LAST = frozenset((*_NEVER.split(), *_MONTHS))
# 书记要做｜…, 思想要绷得｜…, 脸往哪里｜放, 有什么｜用: what is said is not whole yet.
_WANTS = re.compile(
    "要[做当成有]$|(?:从|到)(?:哪里|哪)$|(?<![不难获取懂值舍心记])得$|(?:往|朝|向)(?:哪里|何处|哪)$|才算$|就看$|[，、]一$"
)
# 以党的建设｜为引领: the clause waits for its 为.
_WAITS = re.compile("(?:^|，)(?:坚持|始终|要|必须)*以[^，为]{2,14}$")
_AS = re.compile("[^，。；：！？]{0,12}?为")
# 把功夫下在解决问题｜上: a place is not whole without its last word.
_WITHIN = re.compile("在[^，上中下里]{2,12}$")
# 认识建设｜“百村样板”的意义
_QUOTED_OF = re.compile("“[^”]{1,12}”的")
# 抓住干部队伍｜这个关键, 守住从严管理｜这条底线
_NAMED_AGAIN = re.compile(
    "这[个条项道根块把](?:关键|基础|底线|根本|重点|核心|主线|龙头|中心|红线|生命线|牛鼻子|前提|法宝|抓手|载体|弦)(?![上里问])"
)
_PLACES = frozenset("上中下里")
# 要严格落实｜各级的责任: what it does is not said yet; 突出重点，全面推进 is even, and whole.
_VERBS = (
    "认识|肯定|把握|增强|落实|抓好|做好|提高|提升|加强|强化|推进|推动|营造|构建|建设|夯实|筑牢|维护|防范"
    "|完善|健全|改进|打造|打好|守住|遏制"
)
# Even beside a clause of its length (提高认识，切实增强｜责任感) these say nothing alone.
_NEVER_BARE = frozenset(("增强", "认识", "把握", "遏制"))
_BARE_VERBS = frozenset(_VERBS.split("|"))
_BARE_VERB = re.compile(
    "(?P<before>.*，)?(?:要|必须|务必|我们要)*"
    "(?:深刻|充分|清醒|全面|准确|切实|进一步|正确|扎实|严格|认真|坚决|坚定|不断|着力|持续|努力|真正|全力|大力){1,2}"
    f"(?:{_VERBS})"
)
# 弦要再绷紧｜一些
_A_LITTLE = ("一些", "一点")
_SOMEWHAT = re.compile("[再更][^，。一]{1,3}$")
_TAKEN_UP = {a + b for a in "去来" for b in "做办改抓干管想"}


def may_stop(text: str, start: int, end: int) -> bool:
    """Return whether a heading from ``start`` may stop before ``end``, whole as it stands."""
    last = text[end - 2 : end]
    is_whole = _SO_IT_IS if last[1] == "的" else _DOING if last == "作为" else None
    if is_whole is not None and is_whole.search(text, start, end):
        return True
    if last[1] in _NO_END or text[end] in _NO_START:
        return False
    if last[1].isdigit() and (text[end].isdigit() or text[end] in _MEASURED):
        return False
    heading = text[start:end]
    behind = text[end : end + 2]
    if _goes_on(heading, behind) or awaits(text, heading, end) or _waits(text, heading, end):
        return False
    return heading.count("“") <= heading.count("”") and heading.count("《") <= heading.count("》")


def _goes_on(heading: str, behind: str) -> bool:
    """Return whether a heading cannot stop before ``behind``: 为什么｜要干, 带着感情｜去做."""
    last = heading[-2:]
    if last == "什么" and (behind[:1] in "叫是样用" or _ASKS_ON.search(heading)):
        return True
    if last in _ASKS_WHY and behind[:1] in "要会能不总屡还老没样":
        return True
    if behind in _A_LITTLE and _SOMEWHAT.search(heading):
        return True
    if last in _NEVER_LAST or heading[-3:] in _NEVER_LAST:
        return True
    if behind in _TAKEN_UP or heading[-4:-2] == last or _doubles(last, behind):
        return True
    return _WANTS.search(heading[-4:]) is not None or BEGUN.search(heading) is not None


def _doubles(last: str, behind: str) -> bool:
    """Return whether what is behind goes on as a heading ends: 到户｜到人, 常照｜常新."""
    if last[:1] != behind[:1] or last in common_pairs():
        return False
    return last != behind and not STARTS.match(behind)


def _waits(text: str, heading: str, end: int) -> bool:
    """Return whether the last clause of a heading has begun what only the text behind it ends."""
    behind = text[end]
    if "以" in heading and _WAITS.search(heading) and _AS.match(text, end):
        return True
    if behind in _PLACES and _WITHIN.search(heading):
        return True
    if behind == "“" and _QUOTED_OF.match(text, end):
        return True
    if behind == "这" and _NAMED_AGAIN.match(text, end):
        return True
    bare = _BARE_VERB.fullmatch(heading) if heading[-2:] in _BARE_VERBS else None
    if bare is None or behind in _BLANKS:
        return False
    before = bare["before"] or ""
    return heading[-2:] in _NEVER_BARE or len(before) - 1 != len(heading) - len(before)
