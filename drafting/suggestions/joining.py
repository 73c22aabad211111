"""Set phrases that come to stand side by side in a row are parted: 凝心聚力、真抓实干."""

from __future__ import annotations

from drafting.suggestions.store import LONGEST_IN_ROW, SHORTEST_IN_ROW, load_store

_COMMA = "、"


def joined(phrase: str, before: str, after: str) -> str:
    """Return ``phrase`` as it goes between what stands ``before`` and ``after`` its place.

    Only set phrases of the same length make a row. In the reports and speeches that this was
    counted on such neighbours are parted each time, twice in three by 、.
    """
    length = len(phrase)
    if not SHORTEST_IN_ROW <= length <= LONGEST_IN_ROW:
        return phrase
    members = load_store().row_members[length]
    if phrase not in members:
        return phrase
    head = _COMMA if before[-length:] in members else ""
    tail = _COMMA if after[:length] in members else ""
    return f"{head}{phrase}{tail}"
