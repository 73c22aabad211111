"""No two speakers of one meeting make the same point.

What it does:
    Compares the draft with the other speeches of the meeting: passages that both hold, headings
    and sentences that say nearly the same.
Why:
    When the second speaker repeats the first, the hall stops listening.
Limits:
    Needs the other speeches. Set phrases, formal names and quotations are no points.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafting.checks.base import Rule
from drafting.checks.kinds.likeness import like_sentences
from drafting.model.draft import BlockKind
from drafting.model.finding import Related, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafting.checks.base import CheckContext
    from drafting.model.draft import Draft
    from drafting.model.finding import Finding
    from drafting.text.span import Span

_SHORTEST_HEADING = 6
_ALIKE = 80
_ALIKE_PAIRS = 0.55
_BODY = {BlockKind.PARAGRAPH, BlockKind.HEADING}


def _check(draft: Draft, context: CheckContext) -> Iterator[Finding]:
    if not context.beside:
        return
    from drafting.mining.formulae import formula_bank
    from drafting.mining.overlap import compare_with
    from drafting.model.overlap import OtherSpeech

    others = [
        OtherSpeech(str(number), other.title or "另一篇讲话", other.text)
        for number, other in enumerate(context.beside)
    ]
    bank = formula_bank(context.lexicons)
    report = compare_with(draft.text, others, bank, context.profile.own_names)
    taken: list[Span] = []
    common = [passage.span for passage in report.common]
    body = _head_end(draft)
    for passage in report.passages:
        # Title, date and salutation of one meeting are alike and are no point.
        if passage.span.end <= body:
            continue
        taken.append(passage.span)
        yield _finding(passage.span, passage.source_title, passage.source_span)
    for other, speech in zip(context.beside, others, strict=True):
        for ours, theirs in (*_like_headings(draft, other), *_like_sentences(draft, other)):
            if not any(span.overlaps(ours) for span in (*taken, *common)):
                taken.append(ours)
                yield _finding(ours, speech.title, theirs)


def _finding(here: Span, title: str, there: Span) -> Finding:
    message = f"这层意思《{title}》里也讲了，两个人不必都讲"
    return RULE.finding(here, message, related=(Related(there, "那一篇在此", title),))


def _like_sentences(draft: Draft, other: Draft) -> Iterator[tuple[Span, Span]]:
    """Yield sentences of the body; whatever stands above it names the same meeting."""
    heads = [_head_end(one) for one in (draft, other)]
    for ours, theirs in like_sentences(draft.text, other.text, _ALIKE_PAIRS):
        if ours.start >= heads[0] and theirs.start >= heads[1]:
            yield ours, theirs


def _head_end(draft: Draft) -> int:
    body = (block.span.start for block in draft.blocks if block.kind in _BODY)
    return next(body, len(draft.text))


def _like_headings(draft: Draft, other: Draft) -> Iterator[tuple[Span, Span]]:
    from rapidfuzz import fuzz

    for ours in draft.headings:
        for theirs in other.headings if ours.marker else ():
            longer = min(len(ours.text), len(theirs.text)) >= _SHORTEST_HEADING
            if longer and fuzz.ratio(ours.text, theirs.text) >= _ALIKE:
                yield ours.span, theirs.span
                break


RULE = Rule(
    code="RP008",
    name="point-made-twice",
    summary="同一个会上两个人讲同一层意思",
    severity=Severity.SUGGESTION,
    check=_check,
    why="前一位讲过的，后一位再讲一遍，会场就没有人听了，也显得事先没有商量。",
    source="会务通例：同场讲话先行对稿",
    flagged=(
        (
            "同志们：\n项目进场要抢在雨季前面，砂石料、机械、人手三样先到位，钱由县里先垫。\n〔同会〕\n"
            "在全县项目推进会上的发言\n同志们：\n项目进场要抢在雨季前面，砂石料、机械、人手三样先到位。"
        ),
        (
            "同志们：\n信访积案要领导包案，一件一件见人见事见结果，化解不了不能脱钩。\n〔同会〕\n"
            "在全县信访工作会上的讲话\n同志们：\n信访积案要领导包案，一件件见人见事见结果，不化解不能脱钩。"
        ),
        (
            "同志们：\n一、把招商队伍派到产业链上去\n去年派得晚。\n二、把服务做到企业车间里去\n今年要早。\n〔同会〕\n"
            "在招商会上的讲话\n同志们：\n一、把招商队伍派到产业链上\n名单已定。\n二、把账目理清楚\n钱要花好。"
        ),
    ),
    clean=(
        (
            "在全县秋冬农田水利建设动员会上的讲话\n（2026年10月20日）\n同志们：\n渠道要抢在封冻前清完。\n〔同会〕\n"
            "在全县秋冬农田水利建设动员会上的讲话\n（2026年10月20日）\n同志们：\n钱要管住，账要公开。"
        ),
        "同志们：\n项目进场要抢在雨季前面，砂石料、机械、人手三样先到位。",
        (
            "同志们：\n项目进场要抢在雨季前面。\n〔同会〕\n"
            "在全县项目推进会上的发言\n同志们：\n我代表石桥镇表个态：征地的事本月底前办完。"
        ),
        (
            "同志们：\n坚持以习近平新时代中国特色社会主义思想为指导，把工作做实。\n〔同会〕\n"
            "在会上的发言\n同志们：\n坚持以习近平新时代中国特色社会主义思想为指导，我镇表态如下。"
        ),
        (
            "同志们：\n一、高标准推进\n标准要定好。\n二、高效率服务\n时限要卡死。\n〔同会〕\n"
            "在会上的讲话\n同志们：\n一、把堤防守住\n人要上堤。\n二、把物资备足\n账要清。"
        ),
        (
            "同志们：\n全县上下要真抓实干、迎难而上。\n〔同会〕\n"
            "在会上的讲话\n同志们：\n大家要真抓实干、迎难而上。"
        ),
    ),
)
