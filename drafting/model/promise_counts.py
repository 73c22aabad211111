"""An announced number brought into line with what was counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafting.text.edits import TextEdit
from drafting.text.numerals import format_han

if TYPE_CHECKING:
    from drafting.model.draft import Promise

_HIGHEST = 9999
_PAIR = 2


def recounted(promise: Promise, text: str) -> TextEdit | None:
    """Return the change of the announced number to the number found; None for nothing found."""
    if not promise.found or promise.found > _HIGHEST:
        return None
    if promise.count_span.of(text).isdecimal():
        return TextEdit(promise.count_span, str(promise.found))
    # 二 before a measure word is 两, but not inside a coined name (“五化”).
    counted = promise.found == _PAIR and not promise.text.startswith("“")
    return TextEdit(promise.count_span, "两" if counted else format_han(promise.found))
