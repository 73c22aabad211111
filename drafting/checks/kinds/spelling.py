"""The kind of rule that rests on the speller: wrong characters told by their context."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from drafting.checks.kinds.quotations import title_spans, within
from drafting.checks.matching import is_protected
from drafting.model.finding import Applicability, Fix
from drafting.spelling.correction import EditKind
from drafting.text.edits import TextEdit
from drafting.text.sentences import iter_sentences
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafting.checks.base import CheckContext
    from drafting.lexicons.tsv import Table
    from drafting.model.draft import Draft
    from drafting.settings.profile import OfficeProfile
    from drafting.spelling.correction import Correction

_KNOWN = "spelling_known_words"
# A wording that comes so often in one draft is a term or a name, no slip.
_TERM = 3
# Characters shown on both sides of what is wrong.
_SHOWN_BEFORE, _SHOWN_AFTER = 1, 3
_HAN = re.compile("[\u3400-\u9fff]*")


@dataclass(frozen=True, slots=True)
class Misspelling:
    """One wrong wording: its characters, the set phrase it stands for, and how it should read.

    ``span`` covers the characters to be changed, ``phrase_span`` the whole phrase as it is
    written (or the same characters, where there is no phrase). ``is_near_phrase`` says that an
    idiom is one off, or that characters are too many, too few or swapped.
    """

    span: Span
    phrase_span: Span
    phrase: str
    is_near_phrase: bool
    replacement: str
    written: str
    meant: str

    @property
    def message(self) -> str:
        """Return the sentence that the user reads."""
        return f"“{self.written}”疑为“{self.meant}”之误"

    @property
    def fixes(self) -> tuple[Fix, ...]:
        """Return the change into what was probably meant."""
        edits = (TextEdit(self.span, self.replacement),)
        return (Fix(f"改为“{self.meant}”", edits, Applicability.ASK),)


def iter_misspellings(draft: Draft, context: CheckContext) -> Iterator[Misspelling]:
    """Yield what the speller finds in ``draft``; nothing where there is no speller.

    Left alone: titles in 《》, what the draft writes so again and again, known new words and short
    names, the office's own names, characters of traditional script (another rule's).
    """
    if context.speller is None:
        return
    text = draft.text
    sentences = list(iter_sentences(text))
    titles = title_spans(text)
    traditional = _traditional(context.lexicons.table("script_telling"))
    known = (*context.lexicons.table(_KNOWN).column("word"), *_own_names(context.profile))
    found = context.speller.corrections([span.of(text) for span in sentences])
    for sentence, corrections in zip(sentences, found, strict=True):
        for one in corrections:
            wrong = Span(sentence.start + one.start, sentence.start + one.end)
            is_foreign = not traditional.isdisjoint(wrong.of(text))
            if is_foreign or within(wrong, titles) or is_protected(text, wrong, known):
                continue
            if not _is_term(text, wrong):
                yield _misspelling(text, sentence.start, wrong, one)


@lru_cache(maxsize=1)
def _traditional(table: Table) -> frozenset[str]:
    return frozenset(table.column("traditional"))


def han_after(text: str, start: int, most: int) -> str:
    """Return up to ``most`` Han characters from ``start`` on, as far as nothing else comes."""
    match = _HAN.match(text, start, start + most)
    return match.group() if match else ""


def _own_names(profile: OfficeProfile) -> Iterator[str]:
    yield from profile.own_names
    for leader in profile.leaders:
        yield leader.name
    for part in profile.parts:
        yield from (part.name, *part.short_names)


def _is_term(text: str, wrong: Span) -> bool:
    """Return whether what is written, with the character before or after it, comes often."""
    left = text[max(0, wrong.start - 1) : wrong.end]
    right = text[wrong.start : wrong.end + 1]
    return max(text.count(left), text.count(right)) >= _TERM


def _misspelling(text: str, start: int, wrong: Span, one: Correction) -> Misspelling:
    phrase_span = wrong
    if one.phrase:
        phrase_span = Span(start + one.phrase_start, start + one.phrase_end)
    first = min(phrase_span.start, wrong.start - (_SHOWN_BEFORE if wrong.start > start else 0))
    before = han_after(text[first : wrong.start][::-1], 0, wrong.start - first)[::-1]
    after = han_after(text, wrong.end, max(phrase_span.end - wrong.end, _SHOWN_AFTER))
    return Misspelling(
        span=wrong,
        phrase_span=phrase_span,
        phrase=one.phrase,
        is_near_phrase=one.is_word or one.kind is not EditKind.SUBSTITUTION,
        replacement=one.replacement,
        written=before + wrong.of(text) + after,
        meant=before + one.replacement + after,
    )
