"""What a user writes into the search field, understood; no input is ever an error."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from drafting.corpus.character_pairs import NO_RUN, runs_of
from drafting.corpus.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

# Longer ones are pasted text; what stands first is looked for.
MAX_CHARACTERS, MAX_PHRASES = 500, 24
_PIECE = re.compile(
    r"(?P<minus>[-－]?)(?:[\"“”「『](?P<quoted>[^\"“”」』]*)[\"“”」』]|(?P<word>\S+))"
)
_AND = frozenset(("AND", "&", "+", "和", "与", "且"))
_OR = frozenset(("OR", "|", "或", "或者"))
_NOT = frozenset(("NOT", "非", "!"))
_OPERATORS = _AND | _OR | _NOT


@dataclass(frozen=True)
class Phrase:
    """Words to be found as they stand; between ``runs`` there may be any marks and blanks."""

    runs: tuple[str, ...]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Return what finds it in a folded text."""
        return re.compile(NO_RUN.join(re.escape(run) for run in self.runs))

    @property
    def is_told_by_pairs(self) -> bool:
        """Return whether pairs find exactly it: a lone character at an edge is in another pair."""
        return len(self.runs[0]) > 1 and len(self.runs[-1]) > 1


@dataclass(frozen=True, slots=True)
class Group:
    """Phrases that one speech must all have, and those that it must not have."""

    wanted: tuple[Phrase, ...] = ()
    unwanted: tuple[Phrase, ...] = ()

    def matches(self, folded: str) -> bool:
        """Return whether a folded text is meant."""
        return all(one.pattern.search(folded) for one in self.wanted) and not any(
            one.pattern.search(folded) for one in self.unwanted
        )


@dataclass(frozen=True, slots=True)
class Query:
    """Groups of which a speech must match one; no group finds nothing."""

    groups: tuple[Group, ...] = ()

    def matches(self, folded: str) -> bool:
        """Return whether a folded text is meant."""
        return any(group.matches(folded) for group in self.groups)

    @property
    def wanted(self) -> tuple[Phrase, ...]:
        """Return all phrases that are looked for, in the order written."""
        return tuple(phrase for group in self.groups for phrase in group.wanted)


def read_query(written: str) -> Query:
    """Return what is meant: blanks (和, AND) join, 或 (OR) offers, 非 (NOT, -) excludes.

    OR binds least. Words in quotes stand together; an operator (in small letters, too) that joins
    nothing is a word.
    """
    sound = written[:MAX_CHARACTERS].encode("utf-8", "replace").decode("utf-8")
    pieces = list(_iter_pieces(sound))
    if all(is_operator for _, _, is_operator in pieces):
        pieces = [(word, is_minus, False) for word, is_minus, _ in pieces]
    groups: list[Group] = []
    wanted: list[Phrase] = []
    unwanted: list[Phrase] = []
    is_excluding = False
    for word, is_minus, is_operator in pieces[:MAX_PHRASES]:
        if is_operator and word in _OR:
            groups.append(Group(tuple(wanted), tuple(unwanted)))
            wanted, unwanted = [], []
        elif not is_operator and (runs := runs_of(fold(word))):
            (unwanted if is_excluding or is_minus else wanted).append(Phrase(tuple(runs)))
        is_excluding = is_operator and word in _NOT
    groups.append(Group(tuple(wanted), tuple(unwanted)))
    return Query(tuple(one for one in groups if one.wanted or one.unwanted))


def _iter_pieces(written: str) -> Iterator[tuple[str, bool, bool]]:
    """Yield each word or quoted phrase, whether a minus precedes it, whether it is an operator."""
    for match in _PIECE.finditer(written):
        quoted = match["quoted"]
        word = match["word"] if quoted is None else quoted
        is_operator = quoted is None and word.upper() in _OPERATORS and not match["minus"]
        yield word.upper() if is_operator else word, bool(match["minus"]), is_operator
