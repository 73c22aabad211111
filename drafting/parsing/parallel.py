"""Whether two short sentences are built alike (对仗、排比)."""

from __future__ import annotations

_FRAMED, _FRAME = 14, 3


def is_parallel(first: str, second: str) -> bool:
    """Return whether two short sentences are built alike (同长、同位有同字)."""
    if first == second:
        return False
    if len(first) == len(second):
        shared = sum(a == b for a, b in zip(first, second, strict=True))
        return shared >= 2 and commas(first) == commas(second)
    if abs(len(first) - len(second)) > 2:
        return False
    if _shared_ends(first, second) >= 4:
        return True
    # 做新时代的追梦人 / 做职工群众的娘家人: one frame around words of other lengths.
    same_ends = first[0] == second[0] and first[-1] == second[-1]
    longest = max(len(first), len(second))
    return same_ends and longest <= _FRAMED and _common(first, second) >= _FRAME


def _common(first: str, second: str) -> int:
    """Return how many characters both have in the same order (longest common subsequence)."""
    lengths = [0] * (len(second) + 1)
    for one in first:
        diagonal = 0
        for index, other in enumerate(second, 1):
            above = lengths[index]
            lengths[index] = diagonal + 1 if one == other else max(above, lengths[index - 1])
            diagonal = above
    return lengths[-1]


def commas(sentence: str) -> list[int]:
    """Return where the pauses stand."""
    return [index for index, character in enumerate(sentence) if character in "，、"]


def _shared_ends(first: str, second: str) -> int:
    shortest = min(len(first), len(second))
    head = next((i for i in range(shortest) if first[i] != second[i]), shortest)
    tail = next((i for i in range(shortest) if first[-1 - i] != second[-1 - i]), shortest)
    return min(shortest, head + tail)
