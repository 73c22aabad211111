"""Counts that a speech announces, against what follows or stands beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafting.model.draft import Block, ItemSeries, Promise
    from drafting.model.outline import Outline


def find_promises(
    text: str, blocks: Sequence[Block], outline: Outline, items: Sequence[ItemSeries]
) -> list[Promise]:
    """Return all promises in the order of the text."""
    return []
