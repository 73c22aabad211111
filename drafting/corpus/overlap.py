"""What a draft shares with the speeches of the library."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from drafting.corpus.fingerprint_index import (
    iter_made,
    missing_speeches,
    open_segments,
    read_removed,
    read_rows,
)
from drafting.corpus.folding import words_hash
from drafting.corpus.segments import KEY_SHIFT, MOST_PLACES, Found
from drafting.corpus.speech_table import find_by_hash
from drafting.corpus.windows import Windows, windows_of
from drafting.model.levels import outranks
from drafting.model.overlap import OtherSpeech, OverlapReport

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    from drafting.corpus.library import Library
    from drafting.corpus.segments import Segment, SpeechPrints
    from drafting.mining.alignment import Match
    from drafting.mining.chaining import Hits
    from drafting.mining.formulae import FormulaBank
    from drafting.mining.normal_form import NormalText, NormalTexts


# Of the grams of a text so many stand in a speech that is this text itself.
_ALL_BUT = 0.7


class LibraryOverlap:
    """Compares drafts with a library; what it has loaded holds until the library changes.

    Calls may come from any one thread at a time.
    """

    def __init__(self, library: Library, bank: FormulaBank) -> None:
        self._library = library
        self._bank = bank
        self._version = (-1, -1)
        self._segments: list[Segment] = []
        self._removed: frozenset[int] = frozenset()
        self._fresh: _Fresh | None = None

    def overlap(
        self,
        text: str,
        places: Sequence[str] = (),
        *,
        level: str = "",
        except_for: Sequence[str] = (),
    ) -> OverlapReport:
        """Return what ``text`` shares with the speeches, with itself and ``except_for`` left out.

        ``places`` are the office's own names, ``level`` is its own (县, 市 …).

        Raises:
            LibraryProblem: the library cannot be read.
        """
        from drafting.mining.chaining import paragraph_numbers
        from drafting.mining.fingerprints import fingerprints
        from drafting.mining.normal_form import normal_text, normal_texts
        from drafting.mining.overlap import overlap_report
        from drafting.mining.shared_passages import shared_matches

        draft = normal_text(text)
        prints = fingerprints(draft.codes)
        here = draft.starts[prints.positions].astype("i8")
        paragraphs = paragraph_numbers(text, draft)[prints.positions]
        with self._library.reading() as connection:
            self._bring_up_to_date(connection)
            found = self._find(prints.hashes)
            itself = _itself(connection, text, found, len(prints))
            left_out = _holding(connection, except_for) | set(itself)
            windows = windows_of(found.without(left_out), here, paragraphs)
            pieces = _texts(connection, windows)
            # The files know no office's names; what they found is compared with them.
            draft = normal_text(text, places) if places else draft
            normals = normal_texts(pieces, places)
            hits = _hits(windows, here, draft, normals)
            matches = shared_matches(text, draft, normals, hits) if pieces else []
            others = _others(connection, windows, pieces, matches, level)
        report = overlap_report(text, draft, others, normals, matches, self._bank)
        return replace(report, same=next(iter(itself.values()), ""))

    def _bring_up_to_date(self, connection: sqlite3.Connection) -> None:
        (version,) = connection.execute("PRAGMA data_version").fetchone()
        state = (version, connection.total_changes)
        if state == self._version:
            return
        self.close()
        self._segments = open_segments(connection, self._library.path)
        rows = read_rows(connection)
        missing = missing_speeches(connection, self._segments, rows)
        fresh = [*rows, *iter_made(connection, missing)]
        self._fresh = _Fresh(fresh) if fresh or not self._segments else None
        self._removed = read_removed(connection)
        self._version = state

    def close(self) -> None:
        """Let go of the files; the next call opens them again."""
        for segment in self._segments:
            segment.close()
        self._segments, self._fresh, self._version = [], None, (-1, -1)

    def _find(self, hashes: NDArray[np.uint64]) -> Found:
        import numpy as np

        keys = hashes >> np.uint64(KEY_SHIFT)
        parts = [segment.find(keys, is_rare_only=True) for segment in self._segments]
        if self._fresh is not None:
            parts.append(self._fresh.find(keys))
        if len(parts) == 1:
            return parts[0].without(self._removed)
        columns = [
            np.concatenate([getattr(part, name) for part in parts])
            for name in ("asked", "speech", "place", "speeches")
        ]
        return Found(*columns).without(self._removed)


class _Fresh:
    """The fingerprints that stand in no file yet, in order of their keys."""

    def __init__(self, prints: Sequence[SpeechPrints]) -> None:
        import numpy as np

        counts = [len(one.hashes) for one in prints]
        keys = np.concatenate([np.empty(0, np.uint64), *(one.hashes for one in prints)])
        keys >>= np.uint64(KEY_SHIFT)
        order = np.argsort(keys, kind="stable")
        speeches = np.repeat(np.array([one.speech for one in prints], dtype=np.int64), counts)
        places = np.concatenate([np.empty(0, np.uint32), *(one.places for one in prints)])
        self._keys = keys[order]
        self._speeches = speeches[order]
        self._places = places[order].astype(np.int64)

    def find(self, keys: NDArray[np.uint64]) -> Found:
        """Return where the grams with these keys stand that are in ``MOST_PLACES`` or fewer."""
        import numpy as np

        first = np.searchsorted(self._keys, keys)
        counts = np.searchsorted(self._keys, keys, side="right") - first
        is_rare = counts <= MOST_PLACES
        counts = np.where(is_rare, counts, 0)
        asked = np.repeat(np.arange(len(keys)), counts)
        steps = np.arange(len(asked)) - np.repeat(np.cumsum(counts) - counts, counts)
        index = np.repeat(first, counts) + steps
        speeches = np.repeat(counts, counts)
        return Found(asked, self._speeches[index], self._places[index], speeches)


def _hits(
    windows: Windows, here: NDArray[np.int64], draft: NormalText, normals: NormalTexts
) -> Hits:
    """Return the hits as tokens of the draft and of the windows."""
    import numpy as np

    from drafting.mining.chaining import Hits

    number = windows.window
    # Places in all windows one behind the other, so that they are looked up at once.
    places = windows.place + (normals.begins[:-1] - windows.starts)[number]
    there = np.searchsorted(normals.whole.ends, places, side="right") - normals.bounds[number]
    tokens = np.searchsorted(draft.ends, here[windows.asked], side="right")
    return Hits(tokens, number, there)


def _texts(connection: sqlite3.Connection, windows: Windows) -> list[str]:
    """Return the texts of the windows."""
    speeches, starts = windows.speeches.tolist(), windows.starts.tolist()
    lengths = (windows.ends - windows.starts).tolist()
    if not speeches:
        return []
    # Numbers in the statement: reading them out of JSON costs a tenth of the texts themselves.
    asked = ",".join(
        f"({number},{speech},{start + 1},{length})"
        for number, (speech, start, length) in enumerate(
            zip(speeches, starts, lengths, strict=True)
        )
    )
    rows = connection.execute(
        "SELECT column1, substr(text, column3, column4)"  # noqa: S608 - numbers of our own
        f" FROM (VALUES {asked}) JOIN texts ON texts.id = column2"
    )
    texts = dict(rows.fetchall())
    return [texts.get(number, "") for number in range(len(speeches))]


def _others(
    connection: sqlite3.Connection,
    windows: Windows,
    texts: Sequence[str],
    matches: Sequence[Match],
    own_level: str,
) -> dict[int, OtherSpeech]:
    """Return the windows that hold a match, with title, date and level of the speech."""
    numbers = sorted({match.source for match in matches})
    speeches, starts, holders = (
        column[numbers].tolist() for column in (windows.speeches, windows.starts, windows.holders)
    )
    rows = connection.execute(
        "SELECT s.id, title, date, level FROM json_each(?) j JOIN speeches s ON s.id = j.value",
        (json.dumps(sorted(set(speeches))),),
    )
    about = {speech: (title, date or "", level) for speech, title, date, level in rows}
    others: dict[int, OtherSpeech] = {}
    for number, speech, start, count in zip(numbers, speeches, starts, holders, strict=True):
        title, date, level = about.get(speech, ("", "", ""))
        is_superior = outranks(level, own_level)
        others[number] = OtherSpeech(
            str(speech), title, texts[number], date, is_superior, start, count
        )
    return others


def _itself(connection: sqlite3.Connection, text: str, found: Found, asked: int) -> dict[int, str]:
    """Return the speech that has the words of ``text`` with its title, if there is one.

    It is looked for only where a speech answers most of the questions.
    """
    import numpy as np

    _, counts = np.unique(found.speech, return_counts=True)
    if counts.max(initial=0) < _ALL_BUT * asked:
        return {}
    rows = "SELECT id, title FROM speeches WHERE text_hash = ?"
    return dict(connection.execute(rows, (_known_hash(text),)).fetchall())


def _holding(connection: sqlite3.Connection, texts: Sequence[str]) -> frozenset[int]:
    """Return the speeches that have the words of one of ``texts``."""
    ids = (find_by_hash(connection, _known_hash(one)) for one in texts)
    return frozenset(one for one in ids if one is not None)


@lru_cache(maxsize=4)
def _known_hash(text: str) -> str:
    return words_hash(text)
