"""Names with a number in them (三轮车, 四组, 五台山), behind which no row of theirs stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from drafting.model.draft import Promise
    from drafting.parsing.promises.counts import Counted

_OPENERS = ("", *"，。；：！？\n\u3000")
# 四件事：, 三条：, 五步：: so short are words that announce, too.
_ANNOUNCED = frozenset("事话题字关账点")
_PLAIN = frozenset(("方面", *"个项点条件种类句步"))
_LEAD = 14


def may_be_a_name(text: str, counted: Counted, promise: Promise) -> bool:
    """Return whether a count that its row seems to break may be a name and no count.

    面包车、三轮车，一辆一辆登记，…; 四组：场地要平，彩旗要齐，灯光要亮. — a name stands in a list
    or opens its clause, and the members do not have its word.
    """
    start, end = counted.span.start, counted.span.end
    before = text[max(0, start - 1) : start]
    if counted.quoted:
        return False
    if before == "、":
        return text[end : end + 1] != "："
    word = counted.noun or counted.measure
    plain = word in _ANNOUNCED or (not counted.noun and counted.measure in _PLAIN)
    if before not in _OPENERS or len(counted.noun) > 1 or plain:
        return False
    return not all(word in text[one.start : one.start + _LEAD] for one in promise.members)
