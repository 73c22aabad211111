"""The kind of rule that wants one wording instead of another, over a word list.

Columns: ``wrong``, ``right``, ``keep`` (wider wordings in which ``wrong`` is right), ``form``:
empty, ``quoted`` (an older form that may stand in a quotation) or ``variant`` (the same, and the
dictionary has both, so that it is no more than a warning).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from drafting.checks.kinds.quotations import quoted_spans, title_spans, within
from drafting.checks.matching import Matcher, is_protected
from drafting.lexicons.tsv import split_values
from drafting.model.finding import Fix
from drafting.text.edits import TextEdit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafting.lexicons.tsv import Table
    from drafting.text.span import Span


@dataclass(frozen=True, slots=True)
class WrongForm:
    """One wording that the list objects to, with the wording it prefers."""

    span: Span
    wrong: str
    right: str
    is_variant: bool

    @property
    def message(self) -> str:
        """Return the sentence that the user reads."""
        if self.is_variant:
            return f"“{self.wrong}”宜写作“{self.right}”"
        return f"“{self.wrong}”应为“{self.right}”"

    @property
    def fixes(self) -> tuple[Fix, ...]:
        """Return the change into the preferred wording."""
        return (Fix(f"改为“{self.right}”", (TextEdit(self.span, self.right),)),)


@dataclass(frozen=True, slots=True)
class _Entry:
    right: str
    keep: tuple[str, ...]
    form: str


@cache
def _prepared(table: Table) -> tuple[Matcher, tuple[_Entry, ...]]:
    entries = tuple(_Entry(row["right"], split_values(row["keep"]), row["form"]) for row in table)
    return Matcher(table.column("wrong")), entries


def wrong_words(table: Table) -> Matcher:
    """Return what looks for the wordings that ``table`` objects to."""
    return _prepared(table)[0]


def iter_wrong_forms(text: str, table: Table) -> Iterator[WrongForm]:
    """Yield every place where ``text`` has a wording that ``table`` wants otherwise.

    Titles in 《》 are left alone; quotations only where the entry says so.
    """
    matcher, entries = _prepared(table)
    titles, quotes = title_spans(text), quoted_spans(text)
    for index, span in matcher.iter_matches(text):
        entry = entries[index]
        if is_protected(text, span, entry.keep) or within(span, titles):
            continue
        if entry.form and within(span, quotes):
            continue
        yield WrongForm(span, matcher.words[index], entry.right, entry.form == "variant")
