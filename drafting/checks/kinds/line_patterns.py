"""The kind of rule that looks for listed patterns at a certain place in a line.

Columns: ``scope`` (``line``: the whole line; ``start``: from its beginning; ``inline``: anywhere),
``pattern`` (a regular expression without groups), ``note`` (what it is, for the user).
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from drafting.checks.kinds.anchored import iter_in_lines
from drafting.checks.matching import Matcher
from drafting.errors import ResourceError
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from drafting.lexicons.tsv import Table

_LEAD = re.compile("(?m)^[ \t　\\-—·•>*#]*(?=[^\n])")
_WHOLE = {"line": "(?m)(?:%s)[ \t　]*$", "start": "(?m)(?:%s)[^\n]*$"}
_INLINE = "inline"
# The pieces of a regular expression: an escape, a class, what opens a group, a count, a character.
_LITERAL = r"[^\\()\[\]{}.^$?*+|]+"
_ALTERNATIVES = re.compile(rf"\(\?:{_LITERAL}(?:\|{_LITERAL})*\)")
_PIECES = re.compile(r"\\.|\[(?:\\.|[^\]\\])+\]|\((?:\?(?:[:=!]|<[=!]))?|\{[\d,]+\}|.")


@dataclass(frozen=True, slots=True)
class _Inline:
    """A pattern that counts anywhere; it needs one wording of each of ``anchors`` in the text.

    These are named by their numbers in the matcher of all of them.
    """

    pattern: re.Pattern[str]
    anchors: tuple[frozenset[int], ...]
    note: str


@dataclass(frozen=True, slots=True)
class _Patterns:
    """A table made ready: all patterns of whole lines at once, the others one by one."""

    lines: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]
    inline: tuple[_Inline, ...]
    anchors: Matcher


@cache
def _compiled(table: Table) -> _Patterns:
    whole: dict[str, list[tuple[str, str]]] = {scope: [] for scope in _WHOLE}
    inline: list[_Inline] = []
    words: dict[str, int] = {}
    for row in table:
        pattern, note = row["pattern"], row["note"]
        compiled = _regular(table, pattern)
        if row["scope"] == _INLINE:
            numbers = tuple(
                frozenset(words.setdefault(word, len(words)) for word in some)
                for some in _anchors(pattern)
            )
            inline.append(_Inline(compiled, numbers, note))
        elif row["scope"] in whole:
            whole[row["scope"]].append((pattern, note))
        else:
            raise ResourceError(f"词表“{table.name}”中的“{row['scope']}”不是位置，请改正后再用。")
    lines = tuple(
        (
            re.compile(_WHOLE[scope] % "|".join(f"({pattern})" for pattern, _ in rows)),
            tuple(note for _, note in rows),
        )
        for scope, rows in whole.items()
        if rows
    )
    return _Patterns(lines, tuple(inline), Matcher(tuple(words), has_overlaps=True))


def _regular(table: Table, pattern: str) -> re.Pattern[str]:
    try:
        compiled = re.compile(pattern)
    except re.error as fault:
        raise ResourceError(
            f"词表“{table.name}”中的“{pattern}”不是正则式，请改正后再用。"
        ) from fault
    if compiled.groups:
        raise ResourceError(f"词表“{table.name}”中的“{pattern}”不应带分组，请改正后再用。")
    return compiled


def _anchors(pattern: str) -> tuple[tuple[str, ...], ...]:
    """Return wordings of which every match of ``pattern`` holds one of each.

    Read off the literal text outside groups, and off groups of literal alternatives, as far as
    they are not optional.
    """
    found: list[tuple[str, ...]] = []
    run = ""
    for part, is_needed in (*_iter_parts(pattern), ("", False)):
        if part == "|":
            return ()
        if is_needed and len(part) == 1 and part not in ".^$?*+":
            run += part
            continue
        if run:
            found.append((run,))
            run = ""
        if is_needed and _ALTERNATIVES.fullmatch(part):
            found.append(tuple(part[3:-1].split("|")))
    return tuple(found)


def _iter_parts(pattern: str) -> Iterator[tuple[str, bool]]:
    """Yield the groups and the pieces outside groups, each with whether a match must have it."""
    pieces = _PIECES.findall(pattern)
    part, depth = "", 0
    for piece, following in zip(pieces, [*pieces[1:], ""], strict=True):
        part += piece
        depth += piece.startswith("(") - (piece == ")")
        if not depth:
            yield part, following[:1] not in ("?", "*", "{")
            part = ""


def anchor_words(table: Table) -> Matcher:
    """Return what looks for the wordings without which no pattern of ``table`` can match."""
    return _compiled(table).anchors


def iter_line_matches(text: str, table: Table) -> Iterator[tuple[Span, str]]:
    """Yield what the table's patterns find, in order, each place once, with its note."""
    found: dict[tuple[int, int], str] = {}
    patterns = _compiled(table)
    for match, note in (*_whole_lines(text, patterns), *_anywhere(text, patterns)):
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


def _whole_lines(text: str, patterns: _Patterns) -> Iterator[tuple[re.Match[str], str]]:
    for lead in _LEAD.finditer(text):
        # A pattern may begin with what else leads a line (- 3 -).
        for place in {lead.start(), lead.end()}:
            for pattern, notes in patterns.lines:
                match = pattern.match(text, place)
                if match:
                    yield match, notes[(match.lastindex or 1) - 1]


def _anywhere(text: str, patterns: _Patterns) -> Iterator[tuple[re.Match[str], str]]:
    there: dict[int, list[int]] = defaultdict(list)
    for index, start, _ in patterns.anchors.places(text):
        there[index].append(start)
    for one in patterns.inline:
        if not one.anchors:
            found = one.pattern.finditer(text)
        else:
            places = [sorted(_joined(there, some)) for some in one.anchors]
            rarest = min(places, key=len)
            found = iter_in_lines(one.pattern, text, rarest)
        for match in found:
            yield match, one.note


def _joined(there: Mapping[int, Sequence[int]], some: frozenset[int]) -> Iterator[int]:
    for index in some:
        yield from there.get(index, ())
