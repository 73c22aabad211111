"""Formal names (meetings, doctrines, papers, bodies, campaigns, quoted terms) among phrases."""

from __future__ import annotations

import re
from functools import cache

from drafting.lexicons.lexicons import load_lexicons

_QUOTED = re.compile("^[“《][^”》]+[”》]$|《")
# 这次会议 names no meeting.
_POINTING = ("今天", "这次", "本次", "此次", "这个", "召开", "各项")
_ORDINAL = re.compile("第[一二三四五六七八九十百〇零]+[届次]|[一二三四五六七八九十]+届")


def is_formal_name(text: str) -> bool:
    """Return whether ``text`` is, or turns on, a formal name.

    Such wording may stand in every speech and must not be varied; it is no stock phrase.

    Raises:
        ResourceError: the list of name words cannot be read.
    """
    inside, endings = _patterns()
    if text.startswith(_POINTING):
        return False
    return bool(
        _QUOTED.search(text)
        or _ORDINAL.search(text)
        or inside.search(text)
        or text.endswith(endings)
    )


@cache
def _patterns() -> tuple[re.Pattern[str], tuple[str, ...]]:
    rows = list(load_lexicons().table("mining_formal_names"))
    inside = "|".join(re.escape(row["text"]) for row in rows if row["where"] == "inside")
    endings = tuple(row["text"] for row in rows if row["where"] == "ending")
    return re.compile(inside or "(?!)"), endings
