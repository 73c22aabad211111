"""Take a draft up where it was left: the caret at its place, the draft itself at the next start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafting.text.span import Span
from ui.main_window.document.work import DraftWork

if TYPE_CHECKING:
    from ui.main_window.document.work import DraftPlace


class ResumeSession(DraftWork):
    """Remembers drafts that have a file of their own; without traces it remembers none."""

    def __init__(self, place: DraftPlace) -> None:
        super().__init__(place)
        place.session.opened.connect(self.begin)
        place.session.leaving.connect(self._note_place)
        place.session.saved.connect(self._note_open)
        place.session.changed.connect(self._note_closed)
        place.window.closing.connect(self._note_place)

    def begin(self) -> None:
        """Go to where a draft was left when it was open last."""
        self._note_open()
        path = self._session.path
        place = 0 if path is None else self._context.settings.place_in(path)
        is_untouched = not self._editor.caret_position()
        if is_untouched and 0 < place <= len(self._editor.text()):
            self._editor.select(Span(place, place))

    def _note_open(self) -> None:
        path, cases = self._session.path, self._context.use_cases

        def remember(is_traceless: object) -> None:
            if not is_traceless:
                self._context.settings.remember_open(path)

        if path is None:
            remember(is_traceless=False)
        else:  # in the background: what is kept of drafts is still to be loaded at the start
            self._context.jobs.run(cases.is_traceless, remember, self._session.fail)

    def _note_place(self) -> None:
        path = self._session.path
        if path is not None and not self._context.use_cases.is_traceless():
            self._context.settings.remember_place(path, self._editor.caret_position())

    def _note_closed(self) -> None:
        if not self._session.is_open:
            self._context.settings.remember_open(None)
