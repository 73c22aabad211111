"""Wording that the office has banned.

What it does:
    Reports every place of a word that the office profile lists as banned.
Why:
    Each leader and each office has words that they do not want to hear again.
Limits:
    Silent without a profile; the words are taken literally.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafting.checks.base import ExampleSetting, Rule, Scope
from drafting.checks.matching import matcher_for
from drafting.model.finding import Severity
from drafting.settings.profile import OfficeProfile

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafting.checks.base import CheckContext
    from drafting.model.draft import Draft
    from drafting.model.finding import Finding


def _check(draft: Draft, context: CheckContext) -> Iterator[Finding]:
    banned = context.profile.banned
    if not banned:
        return
    for _, span in matcher_for(banned).iter_matches(draft.text):
        yield RULE.finding(span, f"“{span.of(draft.text)}”是本单位不用的说法")


RULE = Rule(
    code="WD012",
    name="banned-word",
    summary="本单位不用的说法",
    severity=Severity.WARNING,
    check=_check,
    why="单位档案里列明不用这个说法，换一种讲法。",
    source="单位档案",
    flagged=(
        "同志们：\n不能再搞大水漫灌式招商。",
        "同志们：\n弯道超车要靠实干。",
        "同志们：\n大水漫灌式招商、弯道超车，都要慎重。",
    ),
    clean=(
        "同志们：\n不能再搞大水漫灌。",
        "同志们：\n换道超车要靠实干。",
        "同志们：\n招商要精准。",
        "同志们：\n弯道处超过的车要减速。",
        "同志们：\n水利设施要防大水、防漫灌。",
    ),
    scope=Scope.LINE,
    examples_with=ExampleSetting(profile=OfficeProfile(banned=("大水漫灌式招商", "弯道超车"))),
)
