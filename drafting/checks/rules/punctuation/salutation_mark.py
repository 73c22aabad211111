"""The first salutation ends with a colon.

What it does:
    Looks at the salutation at the head of the speech; of several lines the last carries the ：.
Why:
    The salutation opens everything that follows; without its mark it runs into the text.
Limits:
    Salutations within the speech rightly take ！ or ，, so does one that greets (大家好！);
    whether the colon is of full width is the matter of PU001.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafting.checks.base import Rule
from drafting.model.draft import BlockKind
from drafting.model.finding import Applicability, Fix, Severity
from drafting.parsing.salutations import greets
from drafting.text.edits import TextEdit
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafting.checks.base import CheckContext
    from drafting.model.draft import Block, Draft
    from drafting.model.finding import Finding

_COLONS = "：:"
_WRONG_MARKS = "，,。.！!、；;"


def _check(draft: Draft, context: CheckContext) -> Iterator[Finding]:  # noqa: ARG001
    block = _last_line_of_first(draft)
    if block is None:
        return
    wording = block.span.of(draft.text)
    if not wording or wording[-1] in _COLONS or greets(wording):
        return
    bare = wording.rstrip(_WRONG_MARKS)
    tail = Span(block.span.start + len(bare), block.span.end)
    fix = Fix(f"改为“{bare}：”", (TextEdit(tail, "："),), Applicability.SAFE)
    yield RULE.finding(block.span, f"称谓“{wording}”后面应用冒号", fixes=(fix,))


def _last_line_of_first(draft: Draft) -> Block | None:
    """Return the last line of the first run of salutation lines."""
    last: Block | None = None
    for block in draft.blocks:
        if block.kind is BlockKind.SALUTATION:
            last = block
        elif last is not None and block.kind is not BlockKind.EMPTY:
            break
    return last


RULE = Rule(
    code="PU010",
    name="salutation-mark",
    summary="称谓后没有冒号",
    severity=Severity.WARNING,
    check=_check,
    why="开头的称谓引出下文，后面用冒号；文中再次称呼时才用叹号或逗号。",
    source="GB/T 15834-2011 4.7.3.4（讲话、书信称呼语之后用冒号）",
    flagged=(
        "在全县春耕现场会上的讲话\n同志们\n今天我们召开现场会，看了三个点。",
        "在全县春耕现场会上的讲话\n同志们！\n今天我们召开现场会，看了三个点。",
        "在开工仪式上的致辞\n尊敬的各位来宾，\n同志们、朋友们，\n今天我们相聚在清河湾。",
    ),
    clean=(
        "在全县春耕现场会上的讲话\n同志们：\n今天我们召开现场会，看了三个点。",
        "在开工仪式上的致辞\n尊敬的各位来宾，\n同志们、朋友们：\n今天我们相聚在清河湾。",
        "在全县春耕现场会上的讲话\n同志们：\n今天我们召开现场会。\n同志们！时间不等人，让我们抓紧干起来！",
        "在全县春耕现场会上的讲话\n同志们:\n今天我们召开现场会，看了三个点。",
        "在开工仪式上的致辞\n各位来宾，大家上午好！\n今天我们相聚在清河湾。",
        "关于春耕准备情况的说明\n今年春耕早，各镇动手快。",
    ),
)
