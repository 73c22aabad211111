"""The kind of rule that looks for listed patterns at a certain place in a line.

Columns: ``scope`` (``line``: the whole line; ``start``: from its beginning; ``inline``: anywhere),
``pattern`` (a regular expression without groups), ``note`` (what it is, for the user).
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from drafting.errors import ResourceError
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafting.lexicons.tsv import Table

_LEAD = "[ \t　\\-—·•>*#]*"
_SCOPES = {
    "line": f"(?m)^{_LEAD}(?:%s)[ \t　]*$",
    "start": f"(?m)^{_LEAD}(?:%s)[^\n]*$",
    "inline": "%s",
}


@cache
def _compiled(table: Table) -> tuple[tuple[re.Pattern[str], str], ...]:
    patterns: list[tuple[re.Pattern[str], str]] = []
    for row in table:
        if row["scope"] not in _SCOPES:
            raise ResourceError(f"词表“{table.name}”中的“{row['scope']}”不是位置，请改正后再用。")
        try:
            pattern = re.compile(_SCOPES[row["scope"]] % row["pattern"])
        except re.error as fault:
            raise ResourceError(
                f"词表“{table.name}”中的“{row['pattern']}”不是正则式，请改正后再用。"
            ) from fault
        patterns.append((pattern, row["note"]))
    return tuple(patterns)


def iter_line_matches(text: str, table: Table) -> Iterator[tuple[Span, str]]:
    """Yield what the table's patterns find, in order, each place once, with its note."""
    found: dict[tuple[int, int], str] = {}
    for pattern, note in _compiled(table):
        for match in pattern.finditer(text):
            wording = match.group()
            start = match.start() + len(wording) - len(wording.lstrip())
            end = match.end() - (len(wording) - len(wording.rstrip()))
            if start < end:
                found.setdefault((start, end), note)
    last = -1
    for (start, end), note in sorted(found.items(), key=lambda one: (one[0][0], -one[0][1])):
        if start >= last:
            yield Span(start, end), note
            last = end
