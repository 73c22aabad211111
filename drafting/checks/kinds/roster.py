"""People of the office's roster as a draft mentions them, with the posts beside their names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from drafting.checks.matching import matcher_for
from drafting.text.characters import HAN, is_han
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafting.settings.profile import OfficeProfile

HEADS = (
    "书记|县长|市长|区长|州长|旗长|乡长|镇长|省长|盟长|主席|主任|局长|部长|院长|检察长|秘书长|政委|部长|司令员|委员长|总理"
    "|校长|所长|站长|科长|处长|厅长|司长|队长|组长|董事长|总经理|常委|委员"
)
_ORGANS = (
    "人大常委会|人大|政协|政府|纪委监委|纪委|监委|组织部|宣传部|统战部|政法委|法院|检察院|办公室|党组|党工委|党委"
    "|[省市县区州旗盟镇乡]委"
)
_RANK = "(?:常务|第一|代理?)?副?"
# 县委副书记、县长: one or several posts right before a name.
_BEFORE = re.compile(
    f"(?:[{HAN}]{{0,14}}?{_RANK}(?:{HEADS})、)*[{HAN}]{{0,14}}?{_RANK}(?:{HEADS})$"
)
_AFTER = re.compile(f"{_RANK}(?:{HEADS})(?![{HAN}]{{0,2}}(?:信箱|热线|办公室|办公会|助理))")
_ATOM = re.compile(f"(?P<organ>{_ORGANS})?(?P<rank>{_RANK})(?P<head>{HEADS})$")
_MOST_BEFORE = 36


@dataclass(frozen=True, slots=True)
class Post:
    """One post taken apart: 县委 · 副 · 书记; ``organ`` may be unknown."""

    organ: str
    rank: str
    head: str

    def agrees(self, other: Post) -> bool:
        """Return whether both may name the same post (常务副县长 and 副县长, 书记 and 县委书记)."""
        organs = {self.organ, other.organ} - {""}
        ranks = {self.rank.removeprefix("常务"), other.rank.removeprefix("常务")}
        return self.head == other.head and len(ranks) == 1 and len(organs) < 2


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the text with the posts written beside it (``post`` is their place)."""

    name: str
    span: Span
    post: Span | None


@lru_cache(maxsize=256)
def posts_in(wording: str) -> tuple[Post, ...]:
    """Return the posts of a wording that joins them by 、 (县委副书记、县长)."""
    found = (_ATOM.search(part) for part in re.split("[、兼]", wording))
    return tuple(
        Post(match.group("organ") or "", match.group("rank"), match.group("head"))
        for match in found
        if match
    )


def iter_one_off(text: str, name: str, first_fixed: int = 0) -> Iterator[Span]:
    """Yield where one character of ``name`` is another one; those before ``first_fixed`` stand."""
    for place in range(first_fixed, len(name)):
        head, tail = name[:place], name[place + 1 :]
        anchor = head or tail
        offset = 0 if head else 1
        at = text.find(anchor)
        while at >= 0:
            start = at - offset
            other = text[start + place : start + place + 1]
            if (
                start >= 0
                and other != name[place]
                and text.startswith(tail, start + place + 1)
                and is_han(other or " ")
            ):
                yield Span(start, start + len(name))
            at = text.find(anchor, at + 1)


def iter_mentions(text: str, profile: OfficeProfile) -> Iterator[Mention]:
    """Yield where names of the roster stand, in order, with a post before or behind."""
    names = tuple(dict.fromkeys(leader.name for leader in profile.leaders))
    if not names:
        return
    for index, span in matcher_for(names).iter_matches(text):
        yield Mention(names[index], span, post_beside(text, span))


def post_beside(text: str, name: Span) -> Span | None:
    """Return the place of the posts right before the name, else right behind it, or None."""
    start = max(0, name.start - _MOST_BEFORE)
    stretch = text[start : name.start]
    clause = re.split("[，。；：！？\n（(“]", stretch)[-1]
    match = _BEFORE.search(clause)
    if match:
        # 请县长 holds a verb: the first post begins with its organ, rank or head.
        first = clause[match.start() :].split("、")[0]
        atom = _ATOM.search(first)
        lead = atom.start() if atom else 0
        return Span(name.start - len(clause) + match.start() + lead, name.start)
    behind = _AFTER.match(text, name.end)
    return Span(*behind.span()) if behind else None
