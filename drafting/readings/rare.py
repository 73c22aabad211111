"""Which characters are rare: those outside the common 3,500."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from drafting.text.characters import characters_of, is_han
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Collection

    from drafting.lexicons.tsv import Table

_KNOWN_ANYWAY = "〇"


def rare_places(
    text: str, common: Table, besides: Table | None = None, noted: Collection[str] = ()
) -> dict[str, list[Span]]:
    """Return the places of each Chinese character that is not in ``common``, the first first.

    Traditional characters in ``besides`` and those ``noted`` elsewhere are not looked for.
    """
    rare = characters_of(text) - _known(common, besides) - set(noted)
    places = {one: _places_of(text, one) for one in rare if is_han(one)}
    return dict(sorted(places.items(), key=lambda one: one[1][0].start))


@cache
def _known(common: Table, besides: Table | None) -> frozenset[str]:
    known = frozenset("".join(common.column("characters")) + _KNOWN_ANYWAY)
    return known if besides is None else known.union(besides.column("traditional"))


def _places_of(text: str, character: str) -> list[Span]:
    spans: list[Span] = []
    at = text.find(character)
    while at >= 0:
        spans.append(Span(at, at + 1))
        at = text.find(character, at + 1)
    return spans
