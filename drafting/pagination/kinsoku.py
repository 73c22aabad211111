"""Which marks may not begin or end a line (避头尾), and which stay together.

Source of the convention: GB/T 15834-2011, 5.1: dash and ellipsis are not parted, marks that close
do not begin a line, marks that open do not end one. Word, WPS and LibreOffice have these lists.
"""

from __future__ import annotations

NO_START = "!%),.:;?]}°·―‖’”…‰′″℃、。〃々〉》」』】〕〗！％），．：；？］｝～"
NO_END = "([{“‘〈《「『【〔〖（［｛￡￥"
_WHOLE = "—…"
_CLOSING = "）》】〉」』。，、”’"


def may_part(before: str, after: str) -> bool:
    """Return whether a line may end between two Chinese characters or marks."""
    if after in NO_START or before in NO_END:
        return False
    # LibreOffice keeps a Latin word or figure behind a closing mark (both in one line, or neither).
    return not (before == after and before in _WHOLE) and not (
        before in _CLOSING and after.isascii() and after.isalnum()
    )
