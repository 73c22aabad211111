"""What suggestions ask of the library of past speeches; the use cases fill it in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from drafting.model.phrase import LibraryHeading, LibraryPhrase, Provenance


class PhraseLibrary(Protocol):
    """Look-ups at the caret; each takes well under a millisecond, whatever the library's size."""

    def matching(self, query: str) -> Sequence[LibraryPhrase]:
        """Return the most used phrases that begin with characters or pinyin initials."""
        ...

    def following(self, before: str) -> Sequence[LibraryPhrase]:
        """Return what usually follows the last characters of ``before``, with its weight."""
        ...

    def serving(self, functions: Sequence[str]) -> Sequence[LibraryPhrase]:
        """Return the most used phrases of these functions."""
        ...

    def about(self, topic: str) -> Mapping[int, float]:
        """Return how surely phrases, by their ids, belong to parts with a like heading."""
        ...

    def headings_like(self, heading: str) -> Sequence[LibraryHeading]:
        """Return headings built like this one, and their siblings."""
        ...

    def provenance(self, phrases: Sequence[int]) -> Mapping[int, Provenance]:
        """Return where these phrases were used last."""
        ...

    def heading_sources(self, speeches: Sequence[int]) -> Mapping[int, Provenance]:
        """Return meeting, speaker and day of these speeches."""
        ...
