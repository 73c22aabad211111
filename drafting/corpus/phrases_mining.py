"""Bringing the mined phrases up to date: the speeches that wait, or all of them anew.

A speech that comes alone is counted in the phrases that are known, which costs its own length. When
a tenth of the library has changed since the last time, everything is mined anew: over all
additions that is a constant number of passes over each speech.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafting.corpus import phrases
from drafting.corpus.phrases_counting import SECTIONS, WordingCounter, count_frames
from drafting.corpus.phrases_filling import Mined, fill
from drafting.corpus.phrases_finding import find_candidates, iter_shards, spoken_from
from drafting.corpus.speeches import iter_speeches

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator

    from drafting.corpus.library import Library
    from drafting.model.speech import SpeechRecord

# One in ten changed: the phrases are mined anew.
_RENEWED_AT = 10


def is_up_to_date(library: Library) -> bool:
    """Return whether no speech waits and nothing was removed since the phrases were counted.

    Raises:
        LibraryProblem: the file cannot be read.
    """
    with library.reading() as connection:
        return not phrases.waiting(connection) and not _is_stale(connection)


def refresh_phrases(
    library: Library,
    is_fit: Callable[[SpeechRecord], bool],
    is_wanted: Callable[[], bool] = lambda: True,
) -> bool:
    """Count what waits; return whether anything changed.

    ``is_fit`` says whether a speech may be mined (not spun, not garbled); it is asked once for
    each. ``is_wanted`` is asked now and then and ends the work without a change.

    Raises:
        LibraryProblem: the file cannot be read or written; the phrases stay as they were.
    """
    with library.reading() as connection:
        new = phrases.waiting(connection)
    unfit = [record.id for record in iter_speeches(library, new) if not is_fit(record)]
    if unfit:
        with library.writing() as connection:
            phrases.keep_out(connection, unfit)
    with library.reading() as connection:
        is_stale = _is_stale(connection)
    if is_stale:
        return _mine_all(library, is_wanted)
    fit = sorted(set(new) - set(unfit))
    for record in iter_speeches(library, fit):
        with library.writing() as connection:
            _count_new(connection, record)
    return bool(fit)


def _is_stale(connection: sqlite3.Connection) -> bool:
    mined, changed = phrases.read_state(connection)
    return changed * _RENEWED_AT > mined


def _count_new(connection: sqlite3.Connection, record: SpeechRecord) -> None:
    """Count the known phrases in a new speech."""
    frames = phrases.read_frames(connection)
    spoken = record.text[spoken_from(record) :]
    uses = {**phrases.find_in(connection, spoken), **count_frames(frames, spoken)}
    phrases.add_uses(connection, record.id, uses)
    phrases.add_source(connection, record.id, uses)
    connection.execute("DELETE FROM phrase_waiting WHERE speech = ?", (record.id,))


def _mine_all(library: Library, is_wanted: Callable[[], bool]) -> bool:
    """Find and count the phrases of all speeches that are fit, and put them in place at once."""
    import numpy as np

    with library.reading() as connection:
        unfit = phrases.unfit(connection)

    def fit() -> Iterator[SpeechRecord]:
        return (one for one in iter_speeches(library) if one.id not in unfit)

    candidates = find_candidates(fit(), is_wanted)
    counter = WordingCounter([one.text for one in candidates])
    mined = Mined(candidates, np.zeros((len(candidates), len(SECTIONS)), dtype=np.int64))
    for shard in iter_shards(fit()):
        if not is_wanted():
            return False
        mined.take(shard, [counter.find(record) for record in shard])
    with library.writing() as connection:
        fill(connection, mined.ranked())
    return True
