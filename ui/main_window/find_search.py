"""What the find bar looks for: words or a pattern, in the whole draft or a part of it."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor

from drafting.text.searching import find_words, inside
from ui.editor.pattern_search import PatternPlace, search_pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafting.model.draft import Draft
    from drafting.text.span import Span
    from ui.context.app_context import AppContext
    from ui.editor.speech_editor import SpeechEditor
    from ui.main_window.document_session import DocumentSession


class Scope(Enum):
    """Where to look."""

    WHOLE = "全文"
    SELECTION = "所选"
    PART = "本部分"
    HEADINGS = "标题"


class DraftSearch:
    """Searches the text as it stands; ``problem`` says why a pattern found nothing or not all."""

    def __init__(self, editor: SpeechEditor, session: DocumentSession, context: AppContext) -> None:
        self._editor = editor
        self._session = session
        self._cases = context.use_cases
        self._held: QTextCursor | None = None
        self.scope = Scope.WHOLE
        self.is_pattern = False
        self.is_exact = False
        self.problem = ""
        self._asked: tuple[object, ...] | None = None
        self._known: list[PatternPlace] = []

    def choose_scope(self, scope: Scope) -> None:
        """Look there; selection and part are held as they are now and move with the text."""
        self.scope = scope
        self._held = None
        if scope is Scope.SELECTION:
            self._hold(self._editor.selected_span())
        elif scope is Scope.PART:
            self._hold(self._cases.part_span(self._draft(), self._editor.caret_position()))

    def places(self, needle: str) -> list[PatternPlace]:
        """Return every place of ``needle`` within the scope, in order."""
        text, spans = self._editor.text(), self._spans()
        asked = (self._editor.revision, needle, spans, self.is_pattern, self.is_exact)
        if asked != self._asked:  # a bar asks several times for what it shows
            self._asked, self._known = asked, self._search(text, needle, spans)
        return list(self._known)

    def _search(self, text: str, needle: str, spans: Sequence[Span] | None) -> list[PatternPlace]:
        self.problem = ""
        if self.is_pattern:
            found = search_pattern(
                text, needle, self._editor.units(), ignore_case=not self.is_exact
            )
            self.problem = found.problem
            if spans is None:
                return list(found.places)
            kept = set(inside((one.span for one in found.places), spans))
            return [one for one in found.places if one.span in kept]
        words = find_words(text, needle, exactly=self.is_exact, within=spans)
        return [PatternPlace(one, (one.of(text),)) for one in words]

    def words_for(self, place: PatternPlace, replacement: str) -> str:
        """Return what ``place`` is to be replaced with."""
        return place.filled(replacement) if self.is_pattern else replacement

    def _spans(self) -> Sequence[Span] | None:
        if self.scope is Scope.HEADINGS:
            return self._cases.heading_spans(self._draft())
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
