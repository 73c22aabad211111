"""Regular expressions over the text, with bounded work: no pattern can hold the window up."""

from __future__ import annotations

import re
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRegularExpression

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QRegularExpressionMatch

    from drafting.text.span import Span
    from ui.editor.utf16 import Utf16Map

# How often the engine may try within one search (PCRE2's own limit), and for all places together.
_LIMIT = "(*LIMIT_MATCH=200000)"
_SECONDS = 0.5
_MOST = 50_000  # more than a long speech has characters
# Places that are found in a millisecond or two.
_AT_ONCE = 500
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


class PatternSearch:
    """The ``places`` of a pattern, in order, as far as they are found.

    ``problem`` says in Chinese why there are none or not all. ^ and $ are the ends of a paragraph.
    """

    def __init__(
        self, text: str, pattern: str, units: Utf16Map, *, ignore_case: bool = False
    ) -> None:
        self._text = text
        self._pattern = pattern
        self._units = units
        self._ignore_case = ignore_case
        self.places: list[PatternPlace] = []
        self.problem = ""

    def iter_steps(self) -> Iterator[int]:
        """Search; yield at times how many places there are by then."""
        options = QRegularExpression.PatternOption
        chosen = options.MultilineOption | options.UseUnicodePropertiesOption
        if self._ignore_case:
            chosen |= options.CaseInsensitiveOption
        expression = QRegularExpression(_LIMIT + self._pattern, chosen)
        if not self._pattern or not expression.isValid():
            self.problem = "式子写得不完整" if self._pattern else ""
            return
        spent, begin = 0.0, time.monotonic()
        matches = expression.globalMatch(self._text)
        while matches.hasNext():
            match = matches.next()
            if not match.isValid() or match.capturedStart() < 0:
                self.problem = "式子太费时，只找到一部分"
                return
            self._take(match)
            is_long = spent + time.monotonic() - begin > _SECONDS
            if len(self.places) >= _MOST or is_long:
                self.problem = "太多了，只找了一部分"
                return
            if not len(self.places) % _AT_ONCE:
                spent += time.monotonic() - begin
                yield len(self.places)
                begin = time.monotonic()
        if not self.places and not expression.match(self._text).isValid():
            self.problem = "式子太费时，没有找完"

    def _take(self, match: QRegularExpressionMatch) -> None:
        start, end = match.capturedStart(), match.capturedEnd()
        if end > start:
            span = self._units.span_to_code_points(start, end)
            self.places.append(PatternPlace(span, tuple(match.capturedTexts())))
