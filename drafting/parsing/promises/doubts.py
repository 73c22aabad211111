"""Signs beside a row that seems to break its count which leave it open after all."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafting.model.draft import PromiseKind
from drafting.text.characters import HAN

if TYPE_CHECKING:
    from drafting.model.draft import Promise
    from drafting.parsing.promises.counts import Counted

# 省里部署了“五大行动”，我县主抓三个：…: the row belongs to the count right before it.
_NEARER = re.compile("[一两二三四五六七八九十][个项大点条种类件句步样]")
_WITHIN = re.compile(f"{_NEARER.pattern}[^，。；：、]{{0,6}}：")
# 三句话、十二个字：…, 一条一条念：….
_NO_NEARER = re.compile("个?字|条[一条]|[项个件]一")
# 一、…。二、…。最后，…: one more without a number; 最后，祝大家… ends the speech.
_ONE_MORE = re.compile(
    "(?<=\n)[ \u3000]*(?:最后|另外|此外|还有|再就是|再一个)[，,、]?"
    "(?!，?(?:[再预]?祝|让|愿|希望大家|[衷再]?[心次]?感?谢|同志|我|借))"
)
_REACH, _LEAD = 1_500, 20
_BODIES = re.compile(f"(?:镇|乡|村|县|街道|单位|部门|社区)[{HAN}]")


def may_be_kept(text: str, counted: Counted, promise: Promise) -> bool:
    """Return whether a count that its row seems to break may be kept, or may be another's."""
    if not promise.members:
        return False
    first, last = promise.members[0], promise.members[-1]
    if promise.kind is PromiseKind.PARTS:
        fewer = len(promise.members) < (promise.count or 0)
        return fewer and _ONE_MORE.search(text, last.end, last.end + _REACH) is not None
    gap = text[counted.span.end : first.start]
    nearer = _NEARER.search(gap) or _WITHIN.search(first.of(text))
    if nearer is not None and not _NO_NEARER.match(nearer.string, nearer.end() - 1):
        return True
    # 三个镇先行先试：镇党委抓总，镇政府抓办: who acts within each of them.
    words = [text[one.start : one.start + _LEAD] for one in promise.members]
    return all(_BODIES.match(word) and word.startswith(counted.noun or " ") for word in words)
