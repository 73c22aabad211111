"""What the find bar looks for: words or a pattern, in the whole draft or a part of it."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from enum import Enum
from itertools import chain
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextCursor

from drafting.text.edits import TextEdit
from drafting.text.searching import iter_words
from drafting.text.span import Span
from ui.editor.pattern_search import PatternSearch
from ui.editor.slices import Slices

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafting.model.draft import Draft
    from ui.context.app_context import AppContext
    from ui.editor.pattern_search import PatternPlace
    from ui.editor.speech_editor import SpeechEditor
    from ui.main_window.document.session import DocumentSession

# Places that are found in a millisecond or two.
_AT_ONCE = 1000


class Scope(Enum):
    """Where to look."""

    WHOLE = "全文"
    SELECTION = "所选"
    PART = "本部分"
    HEADINGS = "标题"


class DraftSearch(QObject):
    """Searches the text as it stands, a very long one in slices.

    ``found_more`` tells that more of it is searched, or all; ``problem`` says why a pattern found
    nothing or not all.
    """

    found_more = Signal()

    def __init__(self, editor: SpeechEditor, session: DocumentSession, context: AppContext) -> None:
        super().__init__(editor)
        self._editor = editor
        self._session = session
        self._cases = context.use_cases
        self._held: QTextCursor | None = None
        self.scope = Scope.WHOLE
        self.is_pattern = False
        self.is_exact = False
        self._asked: tuple[object, ...] | None = None
        # Numbers, not places: a long text has a hundred thousand commas.
        self._starts, self._ends = array("q"), array("q")
        self._caught: list[PatternPlace] = []  # the places of a pattern, with its groups
        self._pattern: PatternSearch | None = None
        self._searching = Slices(self)
        self._searching.sliced.connect(self.found_more)
        self._searching.ended.connect(self.found_more)

    @property
    def is_busy(self) -> bool:
        """Return whether a part of the text is still to be searched."""
        return self._searching.is_busy

    @property
    def is_current(self) -> bool:
        """Return whether the text is still the one that was searched."""
        return self._asked is not None and self._asked[0] == self._editor.revision

    @property
    def problem(self) -> str:
        """Return why a pattern found nothing or not all; empty where it found all."""
        return "" if self._pattern is None else self._pattern.problem

    @property
    def count(self) -> int:
        """Return how many places are found by now."""
        return len(self._starts)

    def choose_scope(self, scope: Scope) -> None:
        """Look there; selection and part are held as they are now and move with the text."""
        self.scope = scope
        self._held = None
        if scope is Scope.SELECTION:
            self._hold(self._editor.selected_span())
        elif scope is Scope.PART:
            self._hold(self._cases.writing.part_span(self._draft(), self._editor.caret_position()))

    def look_for(self, needle: str) -> None:
        """Begin to search for ``needle`` within the scope, unless that is done or under way."""
        text, spans = self._editor.text(), self._spans()
        asked = (self._editor.revision, needle, spans, self.is_pattern, self.is_exact)
        if asked == self._asked:
            return
        self._asked = asked
        self._pattern, self._caught = None, []
        self._starts, self._ends = array("q"), array("q")
        if self.is_pattern:
            units, ignore_case = self._editor.units(), not self.is_exact
            self._pattern = PatternSearch(text, needle, units, ignore_case=ignore_case)
            self._searching.start(self._iter_matches(self._pattern, spans))
        else:
            self._searching.start(self._iter_words(text, needle, spans))

    def places(self, needle: str) -> list[Span]:
        """Return every place of ``needle`` within the scope, in order."""
        self.look_for(needle)
        self._searching.finish()
        return list(map(Span, self._starts, self._ends))

    def edits(self, needle: str, replacement: str) -> list[TextEdit]:
        """Return what replaces every place of ``needle`` within the scope, in order."""
        spans = self.places(needle)
        if not self.is_pattern:
            return [TextEdit(one, replacement) for one in spans]
        return [TextEdit(one.span, one.filled(replacement)) for one in self._caught]

    def first_from(self, position: int) -> Span | None:
        """Return the first place that begins at ``position`` or behind it, else the first of all.

        None is none, or not found yet.
        """
        number = self._number_from(position)
        if number == self.count:
            return None if self.is_busy or not number else self._place(0)
        return self._place(number)

    def last_before(self, position: int) -> Span | None:
        """Return the last place that ends at ``position`` or before, else the last of all.

        None is none, or not found yet.
        """
        number = self._number_from(position)
        if not self.count or (self.is_busy and number == self.count):
            return None
        if number and self._ends[number - 1] > position:
            number -= 1
        return None if self.is_busy and not number else self._place(number - 1)

    def edit_at(self, span: Span, needle: str, replacement: str) -> TextEdit | None:
        """Return what replaces ``needle`` at ``span``; None where it does not stand there."""
        self.look_for(needle)
        self._searching.finish()
        number = self.number_of(span)
        if number and self.is_pattern:
            return TextEdit(span, self._caught[number - 1].filled(replacement))
        return TextEdit(span, replacement) if number else None

    def number_of(self, span: Span) -> int:
        """Return which place ``span`` is, from 1; 0 where it is none."""
        number = self._number_from(span.start)
        is_one = number < self.count and self._place(number) == span
        return number + 1 if is_one else 0

    def spans_within(self, sight: Span) -> list[Span]:
        """Return the places that touch ``sight``, none where the text is another by now."""
        if not self.is_current:
            return []
        first, last = self._number_from(sight.start), self._number_from(sight.end)
        numbers = range(max(first - 1, 0), last)  # one may reach in
        return [self._place(number) for number in numbers]

    def _iter_words(self, text: str, needle: str, spans: Sequence[Span] | None) -> Iterator[int]:
        for span in iter_words(text, needle, exactly=self.is_exact, within=spans):
            self._take(span)
            if not self.count % _AT_ONCE:
                yield self.count

    def _iter_matches(self, pattern: PatternSearch, spans: Sequence[Span] | None) -> Iterator[int]:
        """Search the whole text for a pattern; what lies inside ``spans`` counts."""
        starts = [one.start for one in spans or ()]
        taken = 0
        for _ in chain(pattern.iter_steps(), (0,)):
            new = pattern.places[taken:]
            taken += len(new)
            if spans is not None:
                new = [one for one in new if _lies_inside(one.span, spans, starts)]
            self._caught += new
            for one in new:
                self._take(one.span)
            yield taken

    def _take(self, span: Span) -> None:
        self._starts.append(span.start)
        self._ends.append(span.end)

    def _place(self, number: int) -> Span:
        """Return the place with that number, -1 the last."""
        return Span(self._starts[number], self._ends[number])

    def _number_from(self, position: int) -> int:
        """Return the number of the first place that begins at ``position`` or behind it."""
        return bisect_left(self._starts, position)

    def _spans(self) -> Sequence[Span] | None:
        if self.scope is Scope.HEADINGS:
            return self._cases.writing.heading_spans(self._draft())
        if self._held is None:
            return None
        if self._held.isNull():  # another speech is shown: what was held went with the one before
            self.choose_scope(Scope.WHOLE)
            return None
        start, end = self._held.selectionStart(), self._held.selectionEnd()
        return [self._editor.units().span_to_code_points(start, end)]

    def _draft(self) -> Draft:
        """Return the structure of the text as it stands: what is shown, unless it is older."""
        shown = self._editor.draft
        if shown is not None and shown.text == self._editor.text():
            return shown
        return self._cases.parse(self._session.snapshot())

    def _hold(self, span: Span) -> None:
        start, end = self._editor.units().span_to_utf16(span)
        self._held = QTextCursor(self._editor.document())
        self._held.setPosition(start)
        self._held.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self._held.setKeepPositionOnInsert(False)


def _lies_inside(place: Span, spans: Sequence[Span], starts: Sequence[int]) -> bool:
    number = bisect_right(starts, place.start)
    return bool(number) and spans[number - 1].contains(place)
