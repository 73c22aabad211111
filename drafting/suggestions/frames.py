"""Phrases with slots: their fixed parts, and how often a text uses them."""

from __future__ import annotations

import re
from functools import lru_cache

SLOT = re.compile(r"\{([^{}\n]{1,20})\}")

_NUMBER_SLOT = re.compile(r"\{数量?\}")
_NUMBER = "(?:[一二三四五六七八九十两几]{1,3}|[0-9]{1,2})"
_EDGE_MARKS = "，。：；！？、“”《》—… "
_SENTENCE_STOP = re.compile("[。！？\n]")


def fixed_parts(text: str) -> tuple[str, ...]:
    """Return what stands between the slots, without the marks at its edges.

    A phrase without slots has one part; parts that are marks only are left out.
    """
    parts = (part.strip(_EDGE_MARKS) for part in SLOT.sub("\n", text).split("\n"))
    return tuple(part for part in parts if part)


def count_uses(text: str, parts: tuple[str, ...]) -> int:
    """Return how often ``parts`` occur in ``text`` in this order within one sentence.

    A sentence ends at 。！？ or the line's end; a phrase that itself holds several sentences is
    told by its first one. Uses do not overlap; the time is linear in ``text``.
    """
    if not parts:
        return 0
    wanted = _first_sentence(parts)
    if len(wanted) == 1:
        return text.count(wanted[0])
    uses = end = 0
    position = text.find(wanted[0])
    while position >= 0:
        if position >= end:
            stop = _SENTENCE_STOP.search(text, position)
            end = stop.start() if stop else len(text)
        reached = _reach(text, wanted, position, end)
        uses += reached is not None
        # Without a full use here there is none that begins later in this sentence either.
        position = text.find(wanted[0], end if reached is None else reached)
    return uses


def _first_sentence(parts: tuple[str, ...]) -> tuple[str, ...]:
    kept: list[str] = []
    for part in parts:
        stop = _SENTENCE_STOP.search(part)
        if stop is None:
            kept.append(part)
            continue
        if stop.start():
            kept.append(part[: stop.start()])
        break
    return tuple(kept)


def _reach(text: str, parts: tuple[str, ...], start: int, end: int) -> int | None:
    """Return where the last part ends if all stand in order in ``start``..``end``."""
    position = start
    for part in parts:
        found = text.find(part, position, end)
        if found < 0:
            return None
        position = found + len(part)
    return position


@lru_cache(maxsize=4_000)
def numbers_filled(text: str) -> re.Pattern[str] | None:
    """Return what finds a wording with its slots for numbers filled, None where it has none.

    With its final mark or without.
    """
    if not _NUMBER_SLOT.search(text):
        return None
    parts = _NUMBER_SLOT.split(text.rstrip("。！"))
    return re.compile(_NUMBER.join(map(re.escape, parts)) + "[。！]?")
