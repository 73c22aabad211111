"""Wording that a leader wrote in, and that was locked, stands in the draft.

What it does:
    Looks for every locked wording, line breaks and blanks aside, and shows for each that is gone
    the wording nearest to it.
Why:
    What a leader decided comes back in every later round; whoever rewords it without knowing
    overrules him.
Limits:
    A wording that stands anywhere survives, even if it was moved. Where nothing like it is left,
    the finding stands at the head of the draft.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from drafting.checks.base import Rule
from drafting.checks.kinds.locked_wordings import lost_wordings, nearest_wording
from drafting.checks.kinds.places import quoted, replacement
from drafting.model.finding import Related, Severity
from drafting.text.sentences import sentences_of
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafting.checks.base import CheckContext
    from drafting.model.draft import Draft
    from drafting.model.finding import Finding

_SHOWN = 24


def _check(draft: Draft, context: CheckContext) -> Iterator[Finding]:
    text = draft.text
    nowhere: list[str] = []
    near: dict[Span, list[tuple[str, Span]]] = defaultdict(list)
    for wording in lost_wordings(text, context.locked):
        place = nearest_wording(text, wording)
        if place is None:
            nowhere.append(wording)
        else:
            near[_sentence_at(text, place)].append((wording, place))
    for sentence, lost in near.items():
        fixes = replacement(lost[0][1], lost[0][0]) if len(lost) == 1 else ()
        yield RULE.finding(
            sentence,
            f"锁定的表述{_listed([wording for wording, _ in lost])}被改动了，请恢复或请示",
            fixes=fixes,
            related=tuple(Related(place, f"与{_short(one)}最接近") for one, place in lost),
        )
    if nowhere and draft.blocks:
        yield RULE.finding(
            sentences_of(text)[0],
            f"锁定的表述{_listed(nowhere)}不见了，全文没有相近的话，请恢复或请示",
        )


def _sentence_at(text: str, place: Span) -> Span:
    """Return the sentences that ``place`` touches."""
    touched = [one for one in sentences_of(text) if one.overlaps(place)]
    return Span(touched[0].start, touched[-1].end) if touched else place


def _listed(wordings: list[str]) -> str:
    return "、".join(map(_short, wordings))


def _short(wording: str) -> str:
    words = "".join(wording.split())
    return quoted(words if len(words) <= _SHOWN else f"{words[:_SHOWN]}……")


RULE = Rule(
    code="DR001",
    name="locked-wording-lost",
    summary="领导改定并锁定的表述丢失或被改动",
    severity=Severity.ERROR,
    check=_check,
    why="领导亲笔改定的话，以后各稿都要原样保留，确需再改应当请示。",
    source="公文运转惯例：领导审改意见逐条落实，不得擅自改动",
    flagged=(
        "同志们：\n今年要收购稻谷三千吨，一粒不少。\n〔锁定〕\n收购稻谷四千吨",
        "同志们：\n会议要短，话要实。\n散会。\n〔锁定〕\n谁家的孩子谁抱走",
        (
            "同志们：\n各乡镇要逐户登记，不漏一户、不漏一人。\n〔锁定〕\n"
            "各乡镇要逐户登记造册，不漏一户、不落一人"
        ),
        "同志们：\n抓住春耕这个关键。\n〔锁定〕\n抓住春耕这个关键\n〔锁定〕\n抢在雨前把苗栽下去",
    ),
    clean=(
        "同志们：\n今年要收购稻谷四千吨，一粒不少。",
        "同志们：\n今年要收购稻谷四千吨，一粒不少。\n〔锁定〕\n收购稻谷四千吨",
        "同志们：\n一是早谋划。\n二是快落实。\n〔锁定〕\n一是早谋划。二是快落实。",
        "同志们：\n各乡镇要逐户 登记造册。\n〔锁定〕\n各乡镇要逐户登记造册。",
        "同志们：\n散会前再说一句，谁家的孩子谁抱走。\n会就开到这里。\n〔锁定〕\n谁家的孩子谁抱走",
        "同志们：\n会就开到这里。\n〔锁定〕\n　",
    ),
)
