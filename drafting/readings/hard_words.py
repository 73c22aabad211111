"""Find the words that bear their pinyin in a reading copy."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafting.model.draft import BlockKind
from drafting.model.reading import HardKind, HardWord
from drafting.readings.pinyin import word_readings
from drafting.readings.rare import rare_places
from drafting.readings.several import living_readings
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafting.lexicons.lexicons import Lexicons
    from drafting.model.draft import Draft
    from drafting.settings.profile import OfficeProfile, Reading

# What stands at the head and foot of a speech is not read aloud.
_SILENT = frozenset({BlockKind.TITLE, BlockKind.SUBTITLE, BlockKind.SPEAKER, BlockKind.DATE,
                     BlockKind.SIGNATURE})  # fmt: skip


def hard_words(
    draft: Draft, lexicons: Lexicons, profile: OfficeProfile, *, has_names: bool = True
) -> tuple[HardWord, ...]:
    """Return the hard words of ``draft``, in order and apart.

    Every place of a word whose reading the office has written down and of a character outside the
    common 3,500; with ``has_names`` where a leader of the profile is named first. The office's
    reading goes before all others.
    """
    taken: dict[int, HardWord] = {}
    covered: set[int] = set()
    for word in (
        *_iter_noted(draft.text, profile.readings),
        *(_iter_names(draft, profile, lexicons) if has_names else ()),
        *_iter_rare(draft.text, lexicons),
    ):
        places = range(word.span.start, word.span.end)
        if covered.isdisjoint(places):
            covered.update(places)
            taken[word.span.start] = word
    return tuple(taken[start] for start in sorted(taken))


def faulty_readings(profile: OfficeProfile) -> tuple[str, ...]:
    """Return the words of the profile whose pinyin has not one syllable for each character."""
    return tuple(one.word for one in profile.readings if len(one.pinyin.split()) != len(one.word))


def _iter_noted(text: str, readings: tuple[Reading, ...]) -> Iterator[HardWord]:
    faultless = [one for one in readings if len(one.pinyin.split()) == len(one.word) > 0]
    known = {one.word: tuple(one.pinyin.split()) for one in faultless}
    if known:
        longest_first = sorted(known, key=len, reverse=True)
        for match in re.finditer("|".join(map(re.escape, longest_first)), text):
            yield HardWord(Span(*match.span()), known[match.group()], HardKind.OFFICE)


def _iter_names(draft: Draft, profile: OfficeProfile, lexicons: Lexicons) -> Iterator[HardWord]:
    spoken = [block.span for block in draft.blocks if block.kind not in _SILENT]
    first = spoken[0].start if spoken else 0
    for name in dict.fromkeys(one.name for one in profile.leaders):
        start = draft.text.find(name, first) if name else -1
        span = Span(start, start + len(name)) if start >= 0 else None
        if span is not None and any(block.contains(span) for block in spoken):
            syllables = _name_readings(name, lexicons)
            if syllables:
                yield HardWord(span, syllables, HardKind.NAME)


def _name_readings(name: str, lexicons: Lexicons) -> tuple[str, ...]:
    """Return the syllables of a name, its surname read as surnames are."""
    surnames = lexicons.table("reading_surnames").by_first_column
    for length in (2, 1):
        row = surnames.get(name[:length])
        if row is not None and len(name) > length:
            return (*row["pinyin"].split(), *word_readings(name[length:]))
    return word_readings(name)


def _iter_rare(text: str, lexicons: Lexicons) -> Iterator[HardWord]:
    several = lexicons.table("reading_several")
    for spans in rare_places(text, lexicons.table("common_characters")).values():
        for span in spans:
            readings = living_readings(text, span.start, several)
            yield HardWord(span, readings[:1] or ("",), HardKind.RARE)
