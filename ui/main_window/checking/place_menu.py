"""What can be mended at a place of the text, in the menu of the right button or at the caret."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from drafting.model.severity import IgnoreReach
from ui.main_window.document.work import DraftWork

if TYPE_CHECKING:
    from ui.main_window.checking.findings import FindingCommands
    from ui.main_window.document.work import DraftPlace

_MOST_FIXES = 6
_LONGEST = 26


class PlaceMenu(DraftWork):
    """Puts the fault of a place with its fixes above what the editor's menu offers."""

    def __init__(self, place: DraftPlace, findings: FindingCommands) -> None:
        super().__init__(place)
        self._findings = findings
        self._cases = place.context.use_cases
        place.editor.menu_opening.connect(self._fill)

    def menu_at(self, position: int) -> QMenu | None:
        """Return the menu of the faults at ``position``, None where there are none."""
        menu = QMenu(self._editor)
        actions = self._actions_at(menu, position)
        if not actions:
            menu.deleteLater()
            return None
        menu.addActions(actions)
        return menu

    def open_at_caret(self) -> None:
        """Show at the caret what can be mended there."""
        menu = self.menu_at(self._editor.caret_position())
        if menu is None:
            words = "光标处没有发现问题；按 F7 到下一处。"
            self.told.emit(words if self._findings.is_current else "正在校核，请稍候。")
            return
        caret = self._editor.cursorRect()
        menu.setActiveAction(menu.actions()[1])
        menu.exec(self._editor.viewport().mapToGlobal(caret.bottomLeft()))
        menu.deleteLater()

    def _fill(self, menu: QMenu, position: int) -> None:
        first = menu.actions()[0]
        actions = self._actions_at(menu, position)
        menu.insertActions(first, actions)
        if actions:
            menu.insertSeparator(first)

    def _actions_at(self, menu: QMenu, position: int) -> list[QAction]:
        """Return heading, fixes, ignoring and reason of each fault at ``position``."""
        made: list[QAction] = []
        if not self._findings.is_current:
            return made
        text = self._editor.text()
        for finding in self._findings.findings:
            fixes = self._cases.fixes_at(finding, position, text)
            is_here = finding.span.start <= position <= finding.span.end
            if not fixes and not is_here:
                continue
            heading = QAction(_short(finding.message), menu)
            heading.setEnabled(False)
            made.append(heading)
            rows = [(fix.title, partial(self._findings.fix, finding, fix)) for fix in fixes]
            rows = rows[:_MOST_FIXES]
            ignore = partial(self._findings.ignore, finding, IgnoreReach.PLACE)
            rows += [("忽略此处", ignore)] if is_here else []
            rows.append(("为什么…", partial(self._findings.explain, finding.code)))
            for words, slot in rows:
                action = QAction(_short(words), menu)
                action.triggered.connect(lambda _checked=False, slot=slot: slot())
                made.append(action)
        return made


def _short(words: str) -> str:
    cut = words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"
    return cut.replace("&", "&&")
