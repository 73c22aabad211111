"""The text ends with an end mark.

What it does:
    Looks at the last paragraph of the speech: it must end with 。！？ or …… (with closing quotes
    and brackets behind). Where the words could end so, the full stop is offered too.
Why:
    Pages that show a preview cut the text anywhere, and a copied text loses its last lines.
Limits:
    Headings, signatures, dates, notes and short last lines without a comma (谢谢大家, 散会) are
    no cut-off ending; a draft without one whole sentence is only just begun.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafting.checks.base import Rule
from drafting.model.draft import BlockKind
from drafting.model.finding import Fix, Severity
from drafting.text.edits import TextEdit
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafting.checks.base import CheckContext
    from drafting.model.draft import Block, Draft
    from drafting.model.finding import Finding

_ENDED = re.compile("(?:[。！？!?.．…—]|……)[”’』」）)】》〉\\]]*$|[）)】〕\\]]$")
_LAST_SENTENCE = re.compile("[^。！？!?…\n]*$")
_SHORT = 14
_OPEN_MARKS = frozenset("，、；：,;:")
# Words that no sentence ends with, however short its line.
_HANGING = frozenset("把为在与和对将向让从以使并及要")
# Thanks after the last sentence, a list of annexes and who printed it when go without an end mark.
_NO_MARK_NEEDED = re.compile(
    "^附件?[：:1-9一]|(?:谢谢|感谢)(?:大家|各位|诸位)?$|^[^，。；：]{2,40}[0-9]日印发$"
)
_SHOWN = 20


def _check(draft: Draft, context: CheckContext) -> Iterator[Finding]:  # noqa: ARG001
    block = _last_block(draft)
    if block is None or not (block.kind is BlockKind.PARAGRAPH or _broken_in_body(draft, block)):
        return
    text = block.span.of(draft.text)
    before = draft.text[: block.span.start]
    if _ENDED.search(text) or not any(mark in before + text for mark in "。！？"):
        return
    if _NO_MARK_NEEDED.search(text):
        return
    broken_off = text[-1] in _OPEN_MARKS or text[-1] in _HANGING
    is_short = len(text) <= _SHORT and not _OPEN_MARKS.intersection(text)
    if not broken_off and is_short and block.kind is BlockKind.PARAGRAPH:
        return
    match = _LAST_SENTENCE.search(text)
    start = block.span.start + (match.start() if match else 0)
    start = max(start, block.span.end - _SHOWN)
    span = Span(min(start, block.span.end - 1), block.span.end)
    if broken_off:
        yield RULE.finding(span, f"文稿停在“{span.of(draft.text)}”，没有说完，后文可能被截掉")
        return
    message = f"文稿停在“{span.of(draft.text)}”，末尾没有句号；说完了请补上，没说完请找回后文"
    stop = TextEdit(Span(span.end, span.end), "。")
    yield RULE.finding(span, message, fixes=(Fix("补上句号", (stop,)),))


def _broken_in_body(draft: Draft, block: Block) -> bool:
    """Return whether the text stops at a heading whose siblings have text, or at 同志们，."""
    if block.kind is BlockKind.SALUTATION:
        return block is not draft.first(BlockKind.SALUTATION)
    if block.kind is not BlockKind.HEADING or len(draft.headings) < 2:
        return False
    last, before = draft.headings[-1], draft.headings[-2]
    return block.span.contains(last.span) and last.level == before.level and last.run_in is False


def _last_block(draft: Draft) -> Block | None:
    """Return the last paragraph that is not a signature, a date, a note or empty."""
    aside = {BlockKind.EMPTY, BlockKind.SIGNATURE, BlockKind.DATE, BlockKind.NOTE}
    return next((block for block in reversed(draft.blocks) if block.kind not in aside), None)


RULE = Rule(
    code="ST010",
    name="cut-off-ending",
    summary="文末残缺",
    severity=Severity.ERROR,
    check=_check,
    why="从网上复制的稿子常被预览页截断，末句没有句号，后面很可能还有内容没有取到。",
    source="GB/T 15834-2011 4.1（句末须用句末点号）",
    flagged=(
        "同志们：\n今天的会议很重要。会后各镇要抓紧行动，在定措施、配力量、",
        "同志们：\n今天的会议很重要。\n各部门要按照分工，把任务逐项落实到人，确保",
        "同志们：\n今天的会议很重要。希望大家珍惜机会。\n各镇要把学到的转化为",
        "同志们：\n今天的会议很重要。\n一、抓紧部署\n要坚持问题导向，从群众最急的事情办起，把",
    ),
    clean=(
        "同志们：\n今天的会议很重要。会后各镇要抓紧行动，确保见到成效！",
        "同志们：\n今天的会议很重要。有句老话说得好：“一分部署，九分落实。”",
        "同志们：\n今天的会议很重要。请各镇抓紧行动。\n谢谢大家",
        "同志们：\n今天的会议很重要。请各镇抓紧行动。\n我的话讲完了，谢谢大家",
        "同志们：\n今天的会议很重要。请各镇抓紧行动。\n附件：各镇任务分解表",
        "同志们：\n今天的会议很重要。请各镇抓紧行动。\n中共清河湾县委办公室\n2026年3月12日",
        "同志们：\n今天的会议很重要。请各镇抓紧行动。\n（根据录音整理）",
        (
            "同志们：\n今天的会议很重要。请各镇抓紧行动。\n抄送：县委办公室。\n"
            "清河湾县人民政府办公室　2026年3月12日印发"
        ),
    ),
)
