"""From the matches of a draft in other speeches to a report: what is copied, from where, how much.

Of several speeches that hold the same wording the one is named from which most of the draft
comes; superiors' speeches give way to the office's own.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from drafting.mining.fingerprints import GUARANTEED
from drafting.mining.normal_form import alone, normal_text, normal_texts, with_marks
from drafting.mining.shared_passages import matches_between
from drafting.model.draft import BlockKind
from drafting.model.overlap import OverlapReport, PassageKind, SharedPassage, SourceShare
from drafting.parsing.body import read_blocks

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from drafting.mining.alignment import Match
    from drafting.mining.formulae import FormulaBank
    from drafting.mining.normal_form import NormalText, NormalTexts
    from drafting.model.overlap import OtherSpeech
    from drafting.text.span import Span

# Wording that so many past speeches hold is a formula of the office, whoever wrote it first.
FORMULA_SPEECHES = 8
# Title, speaker, day and salutation stand among so many characters.
_FRONT = 400


def compare_with(
    text: str, others: Sequence[OtherSpeech], bank: FormulaBank, places: Sequence[str] = ()
) -> OverlapReport:
    """Return what ``text`` shares with each of a few other speeches."""
    draft = normal_text(text, places)
    normals = normal_texts([other.text for other in others], places)
    matches = [
        replace(match, source=number)
        for number, normal in enumerate(normals)
        for match in matches_between(text, draft, normal)
    ]
    report = overlap_report(text, draft, dict(enumerate(others)), normals, matches, bank)
    return replace(report, set_phrases=_shared_phrases(text, draft, normals, bank))


def joined(text: str, first: OverlapReport, second: OverlapReport) -> OverlapReport:
    """Return two reports on ``text`` as one; where both name a passage the first one's counts."""

    def added(
        ours: Sequence[SharedPassage], theirs: Sequence[SharedPassage]
    ) -> list[SharedPassage]:
        fresh = [one for one in theirs if not any(one.span.overlaps(own.span) for own in ours)]
        return sorted((*ours, *fresh), key=lambda one: (one.span.start, one.span.end))

    copied = added(first.passages, second.passages)
    share, sources = _shares(normal_text(text), copied)
    phrases = tuple(dict.fromkeys((*first.set_phrases, *second.set_phrases)))
    common = tuple(added(first.common, second.common))
    same = first.same or second.same
    return OverlapReport(tuple(copied), common, phrases, share, sources, same)


def overlap_report(
    text: str,
    draft: NormalText,
    others: Mapping[int, OtherSpeech],
    normals: NormalTexts,
    matches: Sequence[Match],
    bank: FormulaBank,
) -> OverlapReport:
    """Return the report; ``Match.source`` is a key of ``others``, an index of normal forms."""
    found: list[SharedPassage] = []
    nearest = _nearest(_behind_the_front(text, draft, matches), others, len(draft))
    places = [(match.here_first, match.here_last) for match, _ in nearest]
    kinds = bank.kinds_of(text, draft, places)
    chosen = [match for match, _ in nearest]
    ours = alone(draft).spans(
        [0] * len(chosen),
        [match.here_first for match in chosen],
        [match.here_last for match in chosen],
    )
    theirs = normals.spans(
        [match.source for match in chosen],
        [match.there_first for match in chosen],
        [match.there_last for match in chosen],
    )
    for (match, speeches), kind, *spans in zip(nearest, kinds, ours, theirs, strict=True):
        is_formula = kind is PassageKind.COPIED and speeches > FORMULA_SPEECHES
        told = PassageKind.SET_PHRASE if is_formula else kind
        found.append(_passage(text, others[match.source], spans, match, told, speeches))
    copied = tuple(one for one in found if one.kind is PassageKind.COPIED)
    common = tuple(one for one in found if one.kind is not PassageKind.COPIED)
    share, sources = _shares(draft, copied)
    return OverlapReport(copied, common, share=share, sources=sources)


def _behind_the_front(text: str, draft: NormalText, matches: Sequence[Match]) -> list[Match]:
    """Return the matches without what title, speaker and salutation share: that copies nobody."""
    if not any(match.here_first < _FRONT for match in matches):
        return list(matches)
    import numpy as np

    blocks = read_blocks(text[:_FRONT])
    said = next((block for block in blocks if block.kind is BlockKind.PARAGRAPH), None)
    front = 0 if said is None else int(np.searchsorted(draft.starts, said.span.start))
    kept: list[Match] = []
    for match in matches:
        cut = max(front - match.here_first, 0)
        if len(match) - cut >= GUARANTEED or not cut:
            kept.append(
                replace(
                    match,
                    here_first=match.here_first + cut,
                    there_first=min(match.there_first + cut, match.there_last),
                )
            )
    return kept


def _nearest(
    matches: Sequence[Match], others: Mapping[int, OtherSpeech], length: int
) -> list[tuple[Match, int]]:
    """Return the matches that no nearer speech covers, each with how many speeches hold it."""
    weights: dict[str, float] = {}
    for match in matches:
        key = others[match.source].key
        weights[key] = weights.get(key, 0.0) + len(match) * match.similarity
    order = sorted(
        matches,
        key=lambda one: (
            others[one.source].is_superior,
            -weights[others[one.source].key],
            one.source,
            one.here_first,
        ),
    )
    taken = bytearray(length)
    kept: list[Match] = []
    for match in order:
        first, last = match.here_first, match.here_last
        if last - first - taken.count(1, first, last) >= GUARANTEED:
            taken[first:last] = b"\1" * (last - first)
            kept.append(match)
    kept.sort(key=lambda one: (one.here_first, one.here_last))
    counts = _holders(matches, kept)
    return [
        (match, max(count, others[match.source].holders))
        for match, count in zip(kept, counts, strict=True)
    ]


def _holders(matches: Sequence[Match], kept: Sequence[Match]) -> list[int]:
    """Return how many of ``matches`` hold the middle of each one kept."""
    import numpy as np

    firsts = np.sort([match.here_first for match in matches])
    lasts = np.sort([match.here_last for match in matches])
    middles = [(match.here_first + match.here_last) // 2 for match in kept]
    begun = np.searchsorted(firsts, middles, side="right")
    counts: list[int] = (begun - np.searchsorted(lasts, middles, side="right")).tolist()
    return counts


def _passage(
    text: str,
    other: OtherSpeech,
    spans: Sequence[Span],
    match: Match,
    kind: PassageKind,
    speeches: int,
) -> SharedPassage:
    ours, theirs = spans
    there = with_marks(other.text, theirs)
    return SharedPassage(
        with_marks(text, ours),
        other.key,
        other.title,
        there.shifted(other.offset),
        match.similarity,
        kind,
        other.date,
        other.is_superior,
        speeches,
    )


def _shared_phrases(
    text: str, draft: NormalText, normals: Sequence[NormalText], bank: FormulaBank
) -> tuple[str, ...]:
    """Return the listed set phrases that another speech uses too, as the draft has them."""
    places = bank.phrases_in(draft)
    theirs: set[str] = set()
    for normal in normals:
        theirs |= bank.phrases_in(normal).keys()
    return tuple(
        dict.fromkeys(
            draft.span(first, last).of(text)
            for words, (first, last) in places.items()
            if words in theirs
        )
    )


def _shares(
    draft: NormalText, copied: Sequence[SharedPassage]
) -> tuple[float, tuple[SourceShare, ...]]:
    """Return how much of the draft is copied, and from where; ``copied`` is in order."""
    import numpy as np

    firsts = np.searchsorted(draft.starts, [one.span.start for one in copied]).tolist()
    lasts = np.searchsorted(draft.starts, [one.span.end for one in copied]).tolist()
    whole = max(len(draft), 1)
    parts: dict[str, int] = {}
    named: dict[str, SharedPassage] = {}
    reach = taken = 0
    for one, first, last in zip(copied, firsts, lasts, strict=True):
        fresh = max(last - max(first, reach), 0)
        reach = max(reach, last)
        taken += fresh
        parts[one.source] = parts.get(one.source, 0) + fresh
        named.setdefault(one.source, one)
    sources = tuple(
        SourceShare(key, named[key].source_title, tokens / whole, named[key].is_superior)
        for key, tokens in sorted(parts.items(), key=lambda one: -one[1])
    )
    return taken / whole, sources
