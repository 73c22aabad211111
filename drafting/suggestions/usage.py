"""How often a draft uses each of many phrases, in one pass over its text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ahocorasick_rs import AhoCorasick

from drafting.suggestions.frames import count_uses
from drafting.text.characters import without_lone_surrogates

if TYPE_CHECKING:
    from collections.abc import Sequence


class UsageCounter:
    """Counts phrases given by their fixed parts (``frames.fixed_parts``).

    The automaton finds the longest part of every phrase; only phrases with several parts are
    then followed through the text. An automaton is built once and may be shared by threads.
    """

    def __init__(self, phrases: Sequence[tuple[str, ...]]) -> None:
        self._phrases = tuple(phrases)
        anchors = [max(parts, key=len, default="") for parts in self._phrases]
        # Phrases that share an anchor share its pattern.
        self._wanted: dict[str, list[int]] = {}
        for index, anchor in enumerate(anchors):
            if anchor:
                self._wanted.setdefault(anchor, []).append(index)
        self._patterns = tuple(self._wanted)
        self._automaton = AhoCorasick(self._patterns)

    def count(self, text: str) -> dict[int, int]:
        """Return how often each phrase is used, by its index; unused ones are left out."""
        hits: dict[int, int] = {}
        text = without_lone_surrogates(text)
        for pattern, _, _ in self._automaton.find_matches_as_indexes(text, overlapping=True):
            hits[pattern] = hits.get(pattern, 0) + 1
        uses: dict[int, int] = {}
        for pattern, seen in hits.items():
            for index in self._wanted[self._patterns[pattern]]:
                parts = self._phrases[index]
                found = seen if len(parts) == 1 else count_uses(text, parts)
                if found:
                    uses[index] = found
        return uses
