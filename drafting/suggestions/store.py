"""The shipped phrases and sense groups, read once and arranged for looking up."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property
from math import log1p
from typing import TYPE_CHECKING

from drafting.errors import ResourceError
from drafting.lexicons.lexicons import load_lexicons
from drafting.lexicons.tsv import split_values
from drafting.model.phrase import Phrase, PhraseKind
from drafting.suggestions.frames import fixed_parts
from drafting.suggestions.usage import UsageCounter

if TYPE_CHECKING:
    from collections.abc import Mapping

_SENTENCE_ENDS = "。！？"
_SENTENCE_STEP = 0.04
_WORDS_STEP = 0.01
_LOWEST = 0.6
_FREQUENCY = 0.04
_SHORTEST_SET_PHRASE = 4
# Characters of set phrases that are told in a row.
SHORTEST_IN_ROW, LONGEST_IN_ROW = 4, 8
# 确保, 切实: words for the sense groups, hardly a help at the caret.
_BARE_WORD = -0.6
_HAN = re.compile("[\u4e00-\u9fff]+")


@dataclass(frozen=True, slots=True)
class Entry:
    """A phrase with what its place depends on.

    ``function`` is finer than the kind (``announce`` within purpose); ``set_id`` names the heading
    set; ``tone`` is 重, 中 or 轻; ``speaker`` is empty where anybody may say it; ``is_sentence``
    tells a whole sentence from words for the middle of one; ``standing`` is what a phrase brings
    with it wherever it is offered: the editor's order within its function, and its frequency.
    """

    index: int
    phrase: Phrase
    function: str
    set_id: str
    tone: str
    speaker: str
    is_sentence: bool
    standing: float


@dataclass(frozen=True, slots=True)
class SenseGroup:
    """Wordings that say the same, and the editor's advice on where they do not fit."""

    wordings: tuple[str, ...] = ()
    advice: str = ""

    def beside(self, words: str) -> tuple[str, ...]:
        """Return the wordings other than ``words``."""
        return tuple(one for one in self.wordings if one != words)


@dataclass(frozen=True)
class PhraseStore:
    """All entries in the file's order, and the sense groups by their names."""

    entries: tuple[Entry, ...]
    groups: Mapping[str, SenseGroup]

    @cached_property
    def by_function(self) -> dict[str, tuple[Entry, ...]]:
        """Return the entries under each function."""
        return _grouped({entry.index: entry.function for entry in self.entries}, self.entries)

    @cached_property
    def heading_sets(self) -> dict[str, tuple[Entry, ...]]:
        """Return the heading sets, each with its members in order."""
        members = tuple(entry for entry in self.entries if entry.set_id)
        return _grouped({entry.index: entry.set_id for entry in members}, members)

    @cached_property
    def row_members(self) -> dict[int, frozenset[str]]:
        """Return the phrases that may stand in a row, short and without a mark, by their length."""
        texts = [entry.phrase.text for entry in self.entries]
        return {
            length: frozenset(one for one in texts if len(one) == length and _HAN.fullmatch(one))
            for length in range(SHORTEST_IN_ROW, LONGEST_IN_ROW + 1)
        }

    @cached_property
    def counter(self) -> UsageCounter:
        """Return what counts all entries in a draft, by ``Entry.index``."""
        return UsageCounter([fixed_parts(entry.phrase.text) for entry in self.entries])


def _grouped(keys: Mapping[int, str], entries: tuple[Entry, ...]) -> dict[str, tuple[Entry, ...]]:
    groups: dict[str, list[Entry]] = {}
    for entry in entries:
        groups.setdefault(keys[entry.index], []).append(entry)
    return {key: tuple(members) for key, members in groups.items()}


@cache
def load_store() -> PhraseStore:
    """Return the shipped phrases, read when first asked for.

    Raises:
        ResourceError: a table is missing or faulty.
    """
    lexicons = load_lexicons()
    groups = lexicons.table("sense_groups")
    rows = list(lexicons.table("phrases"))
    try:
        known = {
            row["group"]: SenseGroup(split_values(row["alternatives"]), row["limits"])
            for row in groups
        }
        return PhraseStore(_entries(rows), known)
    except (KeyError, ValueError) as error:
        raise ResourceError(f"短语表有误（{error}），请重新安装程序或改正该表。") from error


def _entries(rows: list[dict[str, str]]) -> tuple[Entry, ...]:
    seen: dict[tuple[str, bool], int] = {}
    entries: list[Entry] = []
    for index, row in enumerate(rows):
        phrase = _phrase(row)
        is_sentence = phrase.text[-1] in _SENTENCE_ENDS
        form = (row["function"], is_sentence)
        number = seen[form] = seen.get(form, -1) + 1
        standing = _standing(phrase, number, is_sentence=is_sentence)
        entries.append(
            Entry(
                index,
                phrase,
                row["function"],
                row["set"],
                row["tone"],
                row["speaker"],
                is_sentence,
                standing,
            )
        )
    return tuple(entries)


def _standing(phrase: Phrase, number: int, *, is_sentence: bool) -> float:
    """Return 0 or less for the editor's order, a little more for a common phrase.

    Whole sentences step down faster, so that words from other functions come among the first;
    the frequency is cut off, since the commonest phrases are the crowded ones.
    """
    step = _SENTENCE_STEP if is_sentence else _WORDS_STEP
    bare = _BARE_WORD if len(phrase.text) < _SHORTEST_SET_PHRASE else 0.0
    return bare - min(step * number, _LOWEST) + _FREQUENCY * log1p(min(phrase.documents, 20))


def _phrase(row: dict[str, str]) -> Phrase:
    return Phrase(
        text=row["text"],
        kind=PhraseKind(row["kind"]),
        group=row["group"],
        initials=row["initials"],
        documents=int(row["documents"]),
        count=int(row["count"]),
    )
