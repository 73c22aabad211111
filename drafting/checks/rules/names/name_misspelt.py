"""A name of the roster is not written with a look-alike.

What it does:
    Reports the wrong forms that the office profile lists for leaders and parts, and names that
    differ from a leader's by one character and bear his post or 同志.
Why:
    It is the fault that is forgiven least.
Limits:
    Lives from the office profile. One other character counts only beside a post of that leader,
    in a list with other leaders, or before 同志 (a warning where it sounds otherwise); else it may
    be another person.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from drafting.checks.base import ExampleSetting, Rule, Scope
from drafting.checks.kinds.places import replacement
from drafting.checks.kinds.roster import iter_one_off, post_beside, posts_in
from drafting.checks.matching import is_protected, matcher_for
from drafting.model.finding import Severity
from drafting.settings.profile import Leader, OfficeProfile, Part, PartKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafting.checks.base import CheckContext
    from drafting.model.draft import Draft
    from drafting.model.finding import Finding
    from drafting.text.span import Span

_FULL = 3
# So far another name of the same list may be.
_BESIDE = 6
_BEFORE_A_NAME = frozenset("，。、；：！？\n　 请由和与对向听让给随")


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
        for span in iter_one_off(text, leader.name, 0 if len(leader.name) >= _FULL else 1):
            if span.of(text) in names or span.start in taken:
                continue
            grade = _evidence(text, span, leader, names)
            if grade is not None:
                taken.add(span.start)
                yield _finding(text, span, leader.name, grade)


def _finding(text: str, span: Span, right: str, grade: Severity = Severity.ERROR) -> Finding:
    sure = grade is Severity.ERROR
    message = f"“{span.of(text)}”应为“{right}”" if sure else f"“{span.of(text)}”疑为“{right}”之误"
    return RULE.finding(span, message, fixes=replacement(span, right), severity=grade)


@lru_cache(maxsize=4)
def _look_alikes(profile: OfficeProfile) -> tuple[tuple[str, ...], tuple[str, ...]]:
    pairs = {wrong: leader.name for leader in profile.leaders for wrong in leader.look_alikes}
    pairs |= {wrong: part.name for part in profile.parts for wrong in part.look_alikes}
    return tuple(pairs), tuple(pairs.values())


def _by_name(profile: OfficeProfile) -> tuple[Leader, ...]:
    return tuple({leader.name: leader for leader in profile.leaders}.values())


def _evidence(text: str, span: Span, leader: Leader, names: frozenset[str]) -> Severity | None:
    """Return how sure it is that ``leader`` is meant, None where another person may be.

    Sure: his own post beside the name, a list with other leaders, or the same sound before 同志.
    """
    wording = span.of(text)
    post = post_beside(text, span)
    if post is not None:
        own = [one for held in leader.posts for one in posts_in(held)]
        found = posts_in(post.of(text))
        agrees = found and all(any(one.agrees(mine) for mine in own) for one in found)
        return Severity.ERROR if agrees else None
    if len(leader.name) < _FULL:
        return None
    if _is_among(text, span, names):
        return Severity.ERROR
    if text.startswith("同志", span.end):
        if _sounds_alike(wording, leader.name):
            return Severity.ERROR
        # Behind another post (村支书林静山同志) it is another person.
        before = text[max(0, span.start - 1) : span.start]
        return Severity.WARNING if not before or before in _BEFORE_A_NAME else None
    return None


def _is_among(text: str, span: Span, names: frozenset[str]) -> bool:
    """Return whether a leader's name stands beside it in the same list (甲、乙)."""
    before = text[max(0, span.start - _BESIDE) : span.start]
    after = text[span.end : span.end + _BESIDE]
    listed_before = before.endswith("、") and any(name in before for name in names)
    return listed_before or (after.startswith("、") and any(name in after for name in names))


def _sounds_alike(wording: str, name: str) -> bool:
    from pypinyin import Style, pinyin

    pairs = zip(wording, name, strict=True)
    read = [[set(pinyin(one, style=Style.NORMAL, heteronym=True)[0]) for one in pair]
            for pair in pairs]  # fmt: skip
    return all(first & second for first, second in read)


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
        "同志们：\n林景川书记多次到现场，周鸣远、沈若溪到会。",
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
