"""Where a speech begins that an office hands on with a notice above it (关于印发…讲话的通知)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafting.parsing.dates import is_date_line, is_speaker_line
from drafting.parsing.salutations import is_salutation, leading_salutation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafting.text.span import Span

_NOTICE_WORD = "通知"
_REACH = 300
_NOTICE = re.compile(
    "(?:印发|转发|批转|下发|印送|发送|学习|传达)[^，。；]{0,80}(?:讲话|发言|报告|致辞|主持词|党课)"
    "[^，。；]{0,12}的?通知"
)
# Over so many lines letterhead and title of the notice stand.
_HEAD = 6
# So far below the notice's title the speech's stands.
_NOTICE_LINES = 14
_TITLE = re.compile(
    "[会式礼典上时中]的?(?:[^，。；会]{0,6})?(?:讲话|发言|致辞|致词|报告|主持词)(?:要点|提纲|稿|摘要)?"
    "(?:[（(].{1,20}[）)])?$|^(?:讲[ \u3000]*话|党课|专题党课|政府工作报告)$"
)
_SENTENCE = re.compile("[。；！？：]")
_BELOW = 4


def speech_start(text: str, lines: Sequence[Span]) -> int:
    """Return the index of the line with which the speech below a notice begins, or 0."""
    if _NOTICE_WORD not in text[:_REACH]:
        return 0
    filled = [index for index, line in enumerate(lines) if len(line)]
    head = [lines[index].of(text) for index in filled[:_HEAD]]
    last = next((at for at in range(len(head)) if _ends_notice(head, at)), None)
    if last is None:
        return 0
    words = [lines[index].of(text) for index in filled[: last + _NOTICE_LINES + 2 * _BELOW]]
    for at in range(last + 1, min(last + 1 + _NOTICE_LINES, len(words))):
        first = _first_of_title(words, at)
        if first is not None and _is_begun(words[at + 1 : at + 1 + _BELOW]):
            return filled[max(first, last + 1)]
    return 0


def _ends_notice(head: Sequence[str], at: int) -> bool:
    """Return whether the title of a notice ends in a line, begun there or in one above it."""
    if not head[at].endswith(_NOTICE_WORD):
        return False
    return _NOTICE.search("".join(head[: at + 1])) is not None


def _first_of_title(words: Sequence[str], at: int) -> int | None:
    """Return with which line a title begins that ends in the line ``at``, None where none does."""
    line = words[at]
    if _SENTENCE.search(line) or not _TITLE.search(line):
        return None
    above = words[at - 1]
    is_below = not line.startswith("在") and above.startswith("在")
    if (is_below or line[0] in "—-") and not _SENTENCE.search(above):
        return at - 1
    return at


def _is_begun(below: Sequence[str]) -> bool:
    """Return whether a speech begins below its title: a day, who speaks, hearers."""
    return any(
        is_date_line(line)
        or is_speaker_line(line)
        or is_salutation(line)
        or leading_salutation(line) > 0
        for line in below
    )
