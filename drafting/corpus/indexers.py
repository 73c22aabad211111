"""What is kept beside the speeches so that they are found: the list of indexes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from drafting.corpus.fingerprint_index import FingerprintIndexer
from drafting.corpus.full_text import FullText
from drafting.corpus.phrases_index import MinedPhrases

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from drafting.model.speech import SpeechRecord


class SpeechIndexer(Protocol):
    """An index over the speeches, kept within the transaction that changes them.

    Its tables come with a migration that names it in ``fills``, so that the speeches of an older
    library go through ``added`` once.
    """

    @property
    def name(self) -> str:
        """Return the name that migrations know it by."""
        ...

    def added(self, connection: sqlite3.Connection, records: Sequence[SpeechRecord]) -> None:
        """Take in speeches that were just stored (their ids are set)."""
        ...

    def removed(self, connection: sqlite3.Connection, ids: Sequence[int]) -> None:
        """Leave no trace of speeches that are about to be removed; they can still be read."""
        ...


INDEXERS: tuple[SpeechIndexer, ...] = (FullText(), MinedPhrases(), FingerprintIndexer())
