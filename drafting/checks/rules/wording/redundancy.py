"""No two words in one phrase say the same.

What it does:
    Looks for listed doubles that touch (目前当前, 首先必须要) and for pairs that stand around
    something (截至…为止, 高达…之多), and offers the wording with one of them.
Why:
    What is said twice sounds careless, and on paper it is the first thing that a reader strikes.
Limits:
    Only true doubles are warnings; what careful writers also use (务必要, 目的是为了) is a
    suggestion. Titles in 《》 are left alone. Amounts that are made approximate twice (大约…左右,
    至少…以上) belong to the rules on numbers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafting.checks.base import Rule, Scope
from drafting.checks.kinds.framed_words import iter_framed_words
from drafting.checks.kinds.places import deletion
from drafting.checks.kinds.preferred_forms import iter_wrong_forms, wrong_words
from drafting.checks.kinds.quotations import title_spans, within
from drafting.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafting.checks.base import CheckContext
    from drafting.model.draft import Draft
    from drafting.model.finding import Finding


def _check(draft: Draft, context: CheckContext) -> Iterator[Finding]:
    text = draft.text
    for form in iter_wrong_forms(text, context.lexicons.table("checks_redundant_words")):
        message = f"“{form.wrong}”语意重复，用“{form.right}”即可"
        severity = Severity.SUGGESTION if form.is_variant else None
        yield RULE.finding(form.span, message, fixes=form.fixes, severity=severity)
    titles = title_spans(text)
    for frame in iter_framed_words(text, context.lexicons.table("checks_redundant_frames")):
        if within(frame.span, titles):
            continue
        first, second = frame.head.of(text), frame.tail.of(text)
        fixes = [
            deletion(text, span, f"删去“{span.of(text)}”") for span in (frame.head, frame.tail)
        ]
        if frame.row["drop"] == "tail":
            fixes.reverse()
        yield RULE.finding(
            frame.span,
            f"“{first}”与“{second}”语意重复，留一个即可",
            fixes=tuple(fixes),
            severity=Severity.SUGGESTION if frame.row["form"] else None,
        )


RULE = Rule(
    code="WD005",
    name="redundancy",
    summary="语意重复",
    severity=Severity.WARNING,
    check=_check,
    words=lambda lexicons: (wrong_words(lexicons.table("checks_redundant_words")),),
    why="两个词说的是一个意思，念出来拖沓，印出来像没有通读。",
    source="《现代汉语八百词》；《现代汉语词典》第7版",
    flagged=(
        "同志们：\n目前当前，春耕备播已全面展开。",
        "同志们：\n这次整治涉及到十二个村，增收高达一千元之多。",
        "同志们：\n首先必须要统一思想，切忌不要搞花架子。",
        "同志们：\n各镇务必要把清单理清，县代表队凯旋归来，大家很受鼓舞。",
        "同志们：\n截至昨天下午为止，亩均产量最早首创的是柳湾乡。",
        "同志们：\n欢迎各位同志们到清溪镇看一看，再次重申，任务不能打折扣。",
    ),
    clean=(
        "同志们：\n当前，春耕备播已全面展开，目前进度过半。",
        "同志们：\n这次整治需要三个月左右，大约十二个村要动，左右岸同步推进。",
        "同志们：\n务必要求各镇立下军令状，要件必须要素齐全。",
        "同志们：\n这项工作大约涉及上下游六个乡镇，波及面不大，要普及到户。",
        "同志们：\n要进一步更新观念，既有更加更新的办法，也有应邀请人名单。",
        "同志们：\n截至昨天，关于就业的政策已兑现；全部都市农业项目开工，以及和谐村居建设起步。",
    ),
    scope=Scope.LINE,
)
