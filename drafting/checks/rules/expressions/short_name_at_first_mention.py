"""A meeting or campaign is called by its full name first, by its short name afterwards.

What it does:
    Compares where the formal and the short names of the office's meetings and campaigns stand for
    the first time.
Why:
    Who does not know the short name is lost from the first page on.
Limits:
    Lives from the office profile. A short name that is part of the formal one at its place, and
    the title, do not count.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafting.checks.base import ExampleSetting, Rule
from drafting.checks.kinds.places import quoted, replacement
from drafting.model.draft import BlockKind
from drafting.model.finding import Related, Severity
from drafting.settings.profile import Occasion, OccasionKind, OfficeProfile
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafting.checks.base import CheckContext
    from drafting.model.draft import Draft
    from drafting.model.finding import Finding

_FRONT = {BlockKind.TITLE, BlockKind.SUBTITLE}


def _check(draft: Draft, context: CheckContext) -> Iterator[Finding]:
    text = draft.text
    body = max((block.span.end for block in draft.blocks if block.kind in _FRONT), default=0)
    for occasion in context.profile.occasions:
        full = text.find(occasion.name, body)
        for short in occasion.short_names:
            place = _first_alone(text, short, occasion.name, body)
            if place < 0 or 0 <= full < place:
                continue
            span = Span(place, place + len(short))
            related: tuple[Related, ...] = ()
            if full >= 0:
                where = Span(full, full + len(occasion.name))
                related = (Related(where, "全称到这里才出现"),)
            yield RULE.finding(
                span,
                f"{quoted(short)}第一次出现，宜先用全称{quoted(occasion.name)}",
                fixes=replacement(span, occasion.name),
                related=related,
            )
            break


def _first_alone(text: str, short: str, name: str, start: int) -> int:
    """Return where ``short`` first stands outside the formal name, or -1."""
    inside = name.find(short)
    place = text.find(short, start)
    while place >= 0 and inside >= 0 and text.startswith(name, max(0, place - inside)):
        place = text.find(short, place + 1)
    return place


RULE = Rule(
    code="EX006",
    name="short-name-at-first-mention",
    summary="第一次出现就用了简称",
    severity=Severity.SUGGESTION,
    check=_check,
    why="会议、行动第一次提到要用全称，后面再用简称，听的人才跟得上。",
    source="《党政机关公文格式》使用简称的通例；单位档案",
    flagged=(
        "同志们：\n水利动员会开得很好，任务都明确了。",
        "同志们：\n清水行动要加快，“清水进万家”三年行动今年收官。",
        "同志们：\n各镇要把清水行动摆上日程。",
    ),
    clean=(
        "同志们：\n全县农田水利建设动员会开得很好，水利动员会的任务都明确了。",
        "同志们：\n“清水进万家”三年行动今年收官，清水行动要加快。",
        "同志们：\n各镇要把水利建设摆上日程。",
        "同志们：\n要让清水进万家，把行动落到实处。",
        "水利动员会讲话\n同志们：\n全县农田水利建设动员会很重要。",
    ),
    examples_with=ExampleSetting(
        profile=OfficeProfile(
            occasions=(
                Occasion("全县农田水利建设动员会", OccasionKind.MEETING, ("水利动员会",)),
                Occasion("“清水进万家”三年行动", OccasionKind.CAMPAIGN, ("清水行动",)),
            )
        )
    ),
)
