"""No longer passage comes again with small changes.

What it does:
    Finds passages of 20 characters and more (24 to 30 where nothing was changed) that stand
    before in the draft too, up to a fifth of them reworded.
Why:
    A paragraph was reworked and the old one left, or two authors wrote the same point.
Limits:
    Headings, titles, quotations, set phrases and formal names may come again; so may a sentence
    with other figures. Whole sentences without a change are RP002's.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafting.checks.base import Rule
from drafting.checks.kinds.quotations import quoted_spans, within
from drafting.model.draft import BlockKind
from drafting.model.finding import Related, Severity
from drafting.model.overlap import PassageKind
from drafting.text.sentences import END_MARKS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafting.checks.base import CheckContext
    from drafting.model.draft import Draft
    from drafting.model.finding import Finding
    from drafting.text.span import Span

# In characters: reworded; word for word up to the end of its sentence; word for word within it.
_SHORTEST, _SHORTEST_ENDED, _SHORTEST_EXACT = 20, 24, 30
_FIGURE = re.compile("[0-9０-９一二三四五六七八九十百千万〇两]+")
_CLAUSE = re.compile("[，；。！？：]")
_ASIDE = {BlockKind.TITLE, BlockKind.SUBTITLE, BlockKind.SALUTATION, BlockKind.SPEAKER}


def _check(draft: Draft, context: CheckContext) -> Iterator[Finding]:
    text = draft.text
    if len(text) < 2 * _SHORTEST:
        return
    from drafting.mining.formulae import formula_bank
    from drafting.mining.normal_form import normal_text, with_marks
    from drafting.mining.shared_passages import matches_within

    normal = normal_text(text, context.profile.own_names)
    matches = [one for one in matches_within(text, normal) if len(one) >= _SHORTEST]
    aside = _aside(draft) if matches else []
    for match in matches:
        here = with_marks(text, normal.span(match.here_first, match.here_last))
        before = with_marks(text, normal.span(match.there_first, match.there_last))
        if _is_slight(text, here, before) or any(
            one.overlaps(here) or one.overlaps(before) for one in aside
        ):
            continue
        bank = formula_bank(context.lexicons)
        kind = bank.kind_of(text, normal, match.here_first, match.here_last)
        if kind is PassageKind.COPIED and not within(here, quoted_spans(text)):
            yield RULE.finding(
                here,
                "这段话与前面一处大体相同，宜合并或删去一处",
                related=(Related(before, "前面一处在此"),),
            )


def _aside(draft: Draft) -> list[Span]:
    spans = [block.span for block in draft.blocks if block.kind in _ASIDE]
    return spans + [heading.span for heading in draft.headings]


def _is_slight(text: str, here: Span, before: Span) -> bool:
    """Return whether the likeness is none of this rule's matter."""
    ours, theirs = here.of(text), before.of(text)
    figures = (sorted(_FIGURE.findall(one)) for one in (ours, theirs))
    if next(figures) != next(figures) or not _CLAUSE.search(ours[:-1]):
        return True
    if ours != theirs:
        return False
    starts_sentence = here.start == 0 or text[here.start - 1] in END_MARKS + "\n"
    ends_sentence = ours[-1] in END_MARKS
    is_short = len(here) < (_SHORTEST_ENDED if ends_sentence else _SHORTEST_EXACT)
    return is_short or (starts_sentence and ends_sentence)


RULE = Rule(
    code="RP003",
    name="repeated-passage",
    summary="一段话改头换面又说一遍",
    severity=Severity.WARNING,
    check=_check,
    why="改写过的段落旁边留着旧的一段，或两个人写了同一层意思，听的人会觉得绕。",
    source="公文校对通例：同段复见",
    flagged=(
        (
            "同志们：\n各乡镇要把堤防巡查的责任落实到每一段、每一个人，夜间巡查不能断档。\n物资要备足。\n"
            "各乡镇还要把堤防巡查的责任落实到每一段、每一个人，夜里巡查不能断档。"
        ),
        (
            "同志们：\n对排查出来的隐患，要逐条登记、逐项销号，整改一处验收一处，结果报到县安委办，绝不能拖到雨季。会后就办。\n"
            "各部门都一样，对排查出来的隐患，要逐条登记、逐项销号，整改一处验收一处，结果报到县安委办，绝不能拖到汛期。"
        ),
        (
            "同志们：\n项目专班每周要碰一次头，把卡住的审批事项摆到桌面上来，当场能定的当场定。\n"
            "企业反映的问题要有回音。\n项目专班每周碰一次头，把卡住的审批事项摆到桌面上，当场能定的就当场定下来。"
        ),
    ),
    clean=(
        "同志们：\n各乡镇要把堤防巡查的责任落实到每一段、每一个人，夜间巡查不能断档。\n物资要备足，车辆要备好。",
        (
            "同志们：\n坚持以习近平新时代中国特色社会主义思想为指导，深入贯彻党的二十大精神，把工作做实。\n会风要改。\n"
            "我们坚持以习近平新时代中国特色社会主义思想为指导，深入贯彻党的二十大精神，干出成绩。"
        ),
        (
            "同志们：\n截至九月底，清河镇完成改厕1200户，占全年任务的八成，在全县排名靠前。\n"
            "截至九月底，石桥镇完成改厕860户，占全年任务的六成，在全县排名靠后。"
        ),
        (
            "同志们：\n一、把堤防巡查的责任落实到每一段、每一个人，夜间巡查不断档\n巡查要有记录。\n"
            "把堤防巡查的责任落实到每一段、每一个人，夜间巡查不断档，关键在带班领导。"
        ),
        (
            "同志们：\n“把堤防巡查的责任落实到每一段、每一个人，夜间巡查不能断档。”这是年初定的。\n"
            "“把堤防巡查的责任落实到每一段、每一个人，夜间巡查不能断档。”今天再念一遍。"
        ),
    ),
)
