"""A name of the roster is not written with a look-alike.

What it does:
    Reports the wrong forms that the office profile lists for leaders and parts, and names that
    differ from a leader's by one character and bear his post or 同志.
Why:
    It is the fault that is forgiven least.
Limits:
    Lives from the office profile. One other character counts only beside 同志 or a post of that
    leader, where it sounds the same; else it may be another person.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from drafting.checks.base import ExampleSetting, Rule, Scope
from drafting.checks.kinds.matching import is_protected, matcher_for
from drafting.checks.kinds.places import replacement
from drafting.checks.kinds.roster import post_beside, posts_in
from drafting.model.finding import Severity
from drafting.settings.profile import Leader, OfficeProfile, Part, PartKind
from drafting.text.characters import HAN
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafting.checks.base import CheckContext
    from drafting.model.draft import Draft
    from drafting.model.finding import Finding

_FULL = 3


def _check(draft: Draft, context: CheckContext) -> Iterator[Finding]:
    profile = context.profile
    text = draft.text
    wrong, right = _look_alikes(profile)
    taken: set[int] = set()
    for index, span in matcher_for(wrong).iter_matches(text):
        if not is_protected(text, span, right):
            taken.add(span.start)
            yield _finding(text, span, right[index])
    names = frozenset(leader.name for leader in profile.leaders)
    for leader in _by_name(profile):
        for match in _one_off(leader.name).finditer(text):
            span = Span(*match.span())
            wording = match.group()
            if wording in names or span.start in taken:
                continue
            if _is_he(text, span, leader) and _sounds_alike(wording, leader.name):
                taken.add(span.start)
                yield _finding(text, span, leader.name)


def _finding(text: str, span: Span, right: str) -> Finding:
    message = f"“{span.of(text)}”应为“{right}”"
    return RULE.finding(span, message, fixes=replacement(span, right))


@lru_cache(maxsize=4)
def _look_alikes(profile: OfficeProfile) -> tuple[tuple[str, ...], tuple[str, ...]]:
    pairs = {wrong: leader.name for leader in profile.leaders for wrong in leader.look_alikes}
    pairs |= {wrong: part.name for part in profile.parts for wrong in part.look_alikes}
    return tuple(pairs), tuple(pairs.values())


def _by_name(profile: OfficeProfile) -> tuple[Leader, ...]:
    return tuple({leader.name: leader for leader in profile.leaders}.values())


@lru_cache(maxsize=256)
def _one_off(name: str) -> re.Pattern[str]:
    """Return what finds names of the same length with one other character."""
    forms = []
    for place, character in enumerate(name):
        other = f"(?!{re.escape(character)})[{HAN}]"
        forms.append(re.escape(name[:place]) + other + re.escape(name[place + 1 :]))
    return re.compile("|".join(forms if len(name) >= _FULL else forms[1:]))


def _is_he(text: str, span: Span, leader: Leader) -> bool:
    if len(leader.name) >= _FULL and text.startswith("同志", span.end):
        return True
    post = post_beside(text, span)
    if post is None:
        return False
    own = [one for wording in leader.posts for one in posts_in(wording)]
    found = posts_in(post.of(text))
    return bool(found) and all(any(one.agrees(mine) for mine in own) for one in found)


def _sounds_alike(wording: str, name: str) -> bool:
    from pypinyin import lazy_pinyin

    return lazy_pinyin(wording) == lazy_pinyin(name)


RULE = Rule(
    code="NM001",
    name="name-misspelt",
    summary="人名、地名写错",
    severity=Severity.ERROR,
    check=_check,
    why="领导的名字写错一个字，是最不能出的差错。",
    source="单位档案",
    flagged=(
        "同志们：\n刚才，林靖川同志作了部署。",
        "同志们：\n请县长周名远同志讲话。",
        "同志们：\n清西镇、柳湾乡要带头，青溪镇要跟上。",
        "同志们：\n林景川书记多次到现场。",
    ),
    clean=(
        "同志们：\n刚才，林静川同志作了部署，请县长周明远同志讲话。",
        "同志们：\n清溪镇、柳湾乡要带头，清西铁路要开工。",
        "同志们：\n村支书林静山同志介绍了经验，技术员周明元也来了。",
        "同志们：\n周明远、沈若溪同志参加，会明远近之分。",
        "同志们：\n林静，川流不息的车辆要管好。",
    ),
    scope=Scope.LINE,
    examples_with=ExampleSetting(
        profile=OfficeProfile(
            parts=(Part("清溪镇", PartKind.TOWNSHIP, (), ("清西镇", "青溪镇")),),
            leaders=(
                Leader("林静川", ("县委书记",), 1, look_alikes=("林靖川",)),
                Leader("周明远", ("县委副书记、县长",), 2),
                Leader("沈若溪", ("县人大常委会主任",), 3),
            ),
        )
    ),
)
