"""A paragraph whose last line is a single character.

What it does:
    Sets the draft in the layout and reports a paragraph whose last line is one Chinese character,
    with or without its mark.
Why:
    It costs a line, and now and then a page; a word less takes it back.
Limits:
    Another program may break lines elsewhere by a character.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafting.checks.base import ExampleSetting, Rule
from drafting.checks.kinds.set_pages import set_pages
from drafting.model.draft import BlockKind
from drafting.model.finding import Severity
from drafting.text.characters import is_han

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafting.checks.base import CheckContext
    from drafting.model.draft import Draft
    from drafting.model.finding import Finding

_MOST_MARKS = 2


def _check(draft: Draft, context: CheckContext) -> Iterator[Finding]:
    pages = set_pages(draft, context)
    if not pages:
        return
    texts = (BlockKind.PARAGRAPH, BlockKind.HEADING)
    ends = {block.span.end: block.span for block in draft.blocks if block.kind in texts}
    for page in pages:
        for line in page.lines:
            block = ends.get(line.span.end)
            if block is None or len(line.span) > 1 + _MOST_MARKS or line.span.start == block.start:
                continue
            words = line.span.of(draft.text).strip()
            if is_han(words[:1]) and not any(map(str.isalnum, words[1:])):
                message = f"第 {page.number} 页，这一段末行只有“{words}”一个字"
                yield RULE.finding(line.span, message)


def _line(length: int) -> str:
    """Return a paragraph of ``length`` characters, its full stop included."""
    return ("把水渠修到田间地头不误农时" * (length // 13 + 1))[: length - 1] + "。"


_HEAD = "在水利会上的讲话\n同志们：\n"

RULE = Rule(
    code="LA002",
    name="orphan-character",
    summary="一段的末行只有一个字",
    severity=Severity.SUGGESTION,
    check=_check,
    why="一个字占一行，版面不匀，删减一两个字即可收回。",
    source="通行的排版要求（单字不成行）",
    flagged=(
        _HEAD + _line(26 + 2),
        _HEAD + _line(26 + 28 + 2),
        _HEAD + "要抓紧。\n" + _line(26 + 28 * 3 + 2),
    ),
    clean=(
        _HEAD + _line(26),
        _HEAD + _line(26 + 28),
        _HEAD + _line(26 + 3),
        _HEAD + _line(26 + 28 + 9),
        _HEAD + "干。",
        _HEAD + "好！\n" + _line(26 + 28 * 2),
    ),
    examples_with=ExampleSetting(layout_id="official"),
)
