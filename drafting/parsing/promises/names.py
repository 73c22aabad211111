"""Names with a number in them (三轮车, 四组, 五台山), behind which no row of theirs stands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafting.text.characters import HAN

if TYPE_CHECKING:
    from drafting.model.draft import Promise
    from drafting.parsing.promises.counts import Counted

_OPENERS = ("", *"，。；：！？\n\u3000")
# 四件事：, 三条：, 五步：: so short are words that announce, too.
_ANNOUNCED = frozenset("事话题字关账点")
_PLAIN = frozenset(("方面", *"个项点条件种类句步"))
_FURTHER = re.compile("[一二三四五六七八九十两](?![个项条点是要、，．.])")
_BEFORE = re.compile(f"[二三四五六七八九两](?![是要有讲抓做办次天年月日号])[{HAN}]$")
_FIGURE = re.compile("[二三四五六七八九十两]")
# “四个一”, 三项一体化; 三支一扶 is a name.
_WITH_ONE = frozenset("个大项种句张本")
_LEAD = 20


def may_be_a_name(text: str, counted: Counted, promise: Promise) -> bool:
    """Return whether a count that its row seems to break may be a name and no count.

    面包车、三轮车，一辆一辆登记，…; 四组：场地要平，彩旗要齐，灯光要亮. — a name stands in a list
    or opens its clause, and the members do not have its word.
    """
    start, end = counted.span.start, counted.span.end
    before = text[max(0, start - 1) : start]
    # 落实好“三变”：一是抓早，二是…: a name that all know; what names its word is its row.
    twin = _FIGURE.search(counted.noun) is not None and counted.noun[0] != "一"
    joined = counted.noun[:1] == "一" and counted.measure not in _WITH_ONE
    if twin or joined or (counted.quoted and not counted.measure):
        return not _is_named(text, counted.noun[-1:], promise)
    if counted.quoted:
        return False
    # 三到位一处理：…, 一心两带三区：…: what follows tells of all of them.
    if _FURTHER.match(text, end) or _BEFORE.search(text, max(0, start - 2), start):
        return True
    if before == "、":
        return text[end : end + 1] != "："
    word = counted.noun or counted.measure
    plain = word in _ANNOUNCED or (not counted.noun and counted.measure in _PLAIN)
    if before not in _OPENERS or len(counted.noun) > 1 or plain:
        return False
    return not _is_named(text, word, promise)


def _is_named(text: str, word: str, promise: Promise) -> bool:
    return all(word in text[one.start : one.start + _LEAD] for one in promise.members)
