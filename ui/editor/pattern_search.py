"""Regular expressions over the text, with bounded work: no pattern can hold the window up."""

from __future__ import annotations

import re
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRegularExpression

if TYPE_CHECKING:
    from drafting.text.span import Span
    from ui.editor.utf16 import Utf16Map

# How often the engine may try within one search (PCRE2's own limit), and for all places together.
_LIMIT = "(*LIMIT_MATCH=200000)"
_SECONDS = 0.5
_MOST = 20_000
_REFERENCE = re.compile(r"[\\$](?P<group>\d)|\\(?P<escaped>[nt\\$])")
_ESCAPED = {"n": "\n", "t": "\t"}


@dataclass(frozen=True, slots=True)
class PatternPlace:
    """A place with what its groups caught; group 0 is the whole."""

    span: Span
    groups: tuple[str, ...]

    def filled(self, replacement: str) -> str:
        r"""Return ``replacement`` with $1 or \1 filled in, and \n, \t, \\, \$ read."""

        def put(match: re.Match[str]) -> str:
            if match["escaped"]:
                return _ESCAPED.get(match["escaped"], match["escaped"])
            number = int(match["group"])
            return self.groups[number] if number < len(self.groups) else ""

        return _REFERENCE.sub(put, replacement)


@dataclass(frozen=True, slots=True)
class PatternResult:
    """The places in order; ``problem`` says in Chinese why there are none or not all."""

    places: tuple[PatternPlace, ...] = ()
    problem: str = ""


def search_pattern(
    text: str, pattern: str, units: Utf16Map, *, ignore_case: bool = False
) -> PatternResult:
    """Return the places of ``pattern`` in ``text``; ^ and $ are the ends of a paragraph."""
    if not pattern:
        return PatternResult()
    options = QRegularExpression.PatternOption
    chosen = options.MultilineOption | options.UseUnicodePropertiesOption
    if ignore_case:
        chosen |= options.CaseInsensitiveOption
    expression = QRegularExpression(_LIMIT + pattern, chosen)
    if not expression.isValid():
        return PatternResult(problem="式子写得不完整")
    end = time.monotonic() + _SECONDS
    found: list[PatternPlace] = []
    matches = expression.globalMatch(text)
    while matches.hasNext():
        match = matches.next()
        start, stop = match.capturedStart(), match.capturedEnd()
        if not match.isValid() or start < 0:
            return PatternResult(tuple(found), "式子太费时，只找到一部分")
        if stop > start:
            span = units.span_to_code_points(start, stop)
            found.append(PatternPlace(span, tuple(match.capturedTexts())))
        if len(found) >= _MOST or time.monotonic() > end:
            return PatternResult(tuple(found), "太多了，只找了一部分")
    if not found and not expression.match(text).isValid():
        return PatternResult(problem="式子太费时，没有找完")
    return PatternResult(tuple(found))
