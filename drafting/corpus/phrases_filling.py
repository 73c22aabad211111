"""From counted wordings to the tables: figures, functions, and the best few for every key."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from itertools import combinations
from typing import TYPE_CHECKING

from drafting.corpus import phrases
from drafting.corpus.initials import initials_of
from drafting.corpus.phrases_contexts import learn_followers, learn_topics
from drafting.corpus.phrases_counting import SECTIONS, SLOT
from drafting.lexicons.lexicons import load_lexicons
from drafting.mining.kinds import learn_functions

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    from drafting.corpus.phrases_contexts import Follower
    from drafting.corpus.phrases_counting import Hits
    from drafting.corpus.phrases_finding import Candidate
    from drafting.mining.kinds import FunctionModel
    from drafting.model.speech import SpeechRecord

_EARLIEST = "0000"
_LONGEST_CUT = 16


@dataclass(slots=True)
class Mined:
    """Candidates with their counts, filled shard by shard.

    ``places`` counts the uses by candidate and section; ``uses`` holds for every speech the counts
    by candidate. What follows what is learnt from the last shard: the latest speeches.
    """

    candidates: list[Candidate]
    places: NDArray[np.int64]
    uses: dict[int, dict[int, int]] = field(default_factory=dict)
    dates: dict[int, str] = field(default_factory=dict)
    followers: list[Follower] = field(default_factory=list)
    topics: list[Follower] = field(default_factory=list)

    def take(self, records: Sequence[SpeechRecord], hits: Sequence[Hits]) -> None:
        """Add the uses in some speeches."""
        import numpy as np

        for record, found in zip(records, hits, strict=True):
            np.add.at(self.places, (found.numbers, found.sections), 1)
            numbers, counts = np.unique(found.numbers, return_counts=True)
            self.uses[record.id] = dict(zip(numbers.tolist(), counts.tolist(), strict=True))
            self.dates[record.id] = record.date.isoformat() if record.date else _EARLIEST
        self.followers = learn_followers(records, hits)
        self.topics = learn_topics(records, hits)

    def ranked(self) -> Ranked:
        """Return the candidates that two speeches use, the most widely used first."""
        documents = [0] * len(self.candidates)
        for uses in self.uses.values():
            for number in uses:
                documents[number] += 1
        totals = self.places.sum(axis=1).tolist()
        kept = [number for number, found in enumerate(documents) if found >= phrases.MIN_DOCUMENTS]
        cuttings = self._cuttings(kept, totals)
        kept = [number for number in kept if number not in cuttings]
        kept.sort(key=lambda one: (-documents[one], -totals[one], self.candidates[one].text))
        return Ranked(self, kept, documents, totals)

    def _cuttings(self, kept: Sequence[int], totals: Sequence[int]) -> set[int]:
        """Return the candidates that stand nowhere but inside one and the same longer clause."""
        known = {self.candidates[number].text: number for number in kept}
        found: set[int] = set()
        for text, number in known.items():
            if "，" in text:  # its clauses are phrases too
                continue
            for start, end in combinations(range(min(len(text), _LONGEST_CUT) + 1), 2):
                part = known.get(text[start:end], number)
                if part != number and totals[part] == totals[number]:
                    found.add(part)
        return found


@dataclass(frozen=True, slots=True)
class Ranked:
    """The phrases in the order of their figures; ``kept`` are numbers of candidates."""

    mined: Mined
    kept: list[int]
    documents: list[int]
    totals: list[int]


@cache
def function_model() -> FunctionModel:
    """Return the model of the shipped phrases' functions."""
    rows = load_lexicons().table("phrases")
    return learn_functions((row["text"], row["function"]) for row in rows)


def fill(connection: sqlite3.Connection, ranked: Ranked) -> None:
    """Replace all mined phrases by these, inside the caller's transaction.

    Speeches that were removed meanwhile are left out; those added meanwhile go on waiting.
    """
    mined = ranked.mined
    there = {speech for (speech,) in connection.execute("SELECT id FROM speeches")}
    if not mined.uses.keys() <= there:
        return  # the removal was noted: the next time mines without them
    tables = ("phrases", "phrase_uses", "phrase_prefixes", "phrase_sources")
    for table in (*tables, "phrase_contexts", "phrase_topics"):
        connection.execute(f"DELETE FROM {table}")  # noqa: S608 - names of our own
    ids = _insert_phrases(connection, ranked)
    _insert_uses(connection, mined, ids)
    _insert_sources(connection, mined, ids)
    for table, found in (("phrase_contexts", mined.followers), ("phrase_topics", mined.topics)):
        connection.executemany(
            f"INSERT INTO {table} VALUES (?, ?, ?, ?)",  # noqa: S608 - names of our own
            [
                (one.key, one.place, ids[one.number], round(one.share, 4))
                for one in found
                if one.number in ids
            ],
        )
    counted = [(speech,) for speech in mined.uses]
    connection.executemany("DELETE FROM phrase_waiting WHERE speech = ?", counted)
    left = len(phrases.waiting(connection))
    phrases.write_state(connection, len(mined.uses), left)


def _insert_phrases(connection: sqlite3.Connection, ranked: Ranked) -> dict[int, int]:
    """Insert phrases with the best of every prefix; return their ids by candidate."""
    model, ids = function_model(), {}
    best: dict[str, list[int]] = {}
    (last,) = connection.execute(
        "SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'phrases'"
    ).fetchone()
    rows = []
    for offset, number in enumerate(ranked.kept, start=1):
        one = ranked.mined.candidates[number]
        ids[number] = last + offset
        stands = ranked.mined.places[number].tolist()
        places = {SECTIONS[at]: count for at, count in enumerate(stands) if count}
        function = model.function_of(one.text, places)
        initials = initials_of(SLOT.sub("", one.text))
        figures = (ranked.documents[number], ranked.totals[number])
        head = one.text[: phrases.HEAD]
        rows.append((ids[number], one.text, head, one.form, function, initials, *figures))
        if one.form != "name":
            for prefix in phrases.iter_prefixes(one.text, initials):
                listed = best.setdefault(prefix, [])
                if len(listed) < phrases.BEST:
                    listed.append(ids[number])
    connection.executemany("INSERT INTO phrases VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)
    connection.executemany(
        "INSERT INTO phrase_prefixes VALUES (?, ?, ?)",
        [(prefix, place, one) for prefix, row in best.items() for place, one in enumerate(row)],
    )
    return ids


def _insert_uses(connection: sqlite3.Connection, mined: Mined, ids: dict[int, int]) -> None:
    connection.executemany(
        "INSERT INTO phrase_uses VALUES (?, ?)",
        [
            (speech, phrases.pack_uses({ids[n]: c for n, c in uses.items() if n in ids}))
            for speech, uses in mined.uses.items()
        ],
    )


def _insert_sources(connection: sqlite3.Connection, mined: Mined, ids: dict[int, int]) -> None:
    """Keep the latest speeches of every phrase."""
    sources: dict[int, list[int]] = {}
    for speech in sorted(mined.uses, key=lambda one: (mined.dates[one], one), reverse=True):
        for number in mined.uses[speech]:
            if number in ids:
                listed = sources.setdefault(ids[number], [])
                if len(listed) < phrases.SOURCES:
                    listed.append(speech)
    connection.executemany(
        "INSERT INTO phrase_sources VALUES (?, ?, ?)",
        [(one, place, speech) for one, row in sources.items() for place, speech in enumerate(row)],
    )
