"""Which findings are shown: all, those of one standing, or those of one group of rules."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from drafting.model.rule_groups import GROUP_TITLES
from drafting.model.standing import Standing, count_standings, standing_of
from ui.panels.words_button import WordsButton
from ui.style.menu_arrow import MenuArrow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafting.model.finding import Finding

_ALL = ""


class FindingFilter(WordsButton):
    """A button with a menu; a choice that nothing is left of gives way to all."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("quiet", parent)
        MenuArrow(self)
        self._chosen = _ALL
        self._counts: Counter[str] = Counter()
        self.clicked.connect(self._open)
        self._tell()

    def offer(self, findings: Sequence[Finding]) -> None:
        """Offer the standings and groups that these findings have."""
        counts = count_standings(findings)
        self._counts = Counter({one.value: count for one, count in counts.items()})
        self._counts.update(one.code[:2] for one in findings)
        if not self._counts[self._chosen]:
            self._chosen = _ALL
        self._tell()

    def choose(self, name: str) -> None:
        """Show only the standing or the group of that name; empty for all."""
        self._chosen = name
        self._tell()
        self.changed.emit()

    def lets(self, finding: Finding) -> bool:
        """Return whether a finding is shown."""
        return self._chosen in (_ALL, standing_of(finding).value, finding.code[:2])

    def make_menu(self) -> QMenu:
        """Return the menu of all choices with their counts."""
        menu = QMenu(self)
        self._add(menu, _ALL, "全部问题")
        menu.addSeparator()
        for standing in Standing:
            self._add(menu, standing.value, f"只看{standing.label}")
        menu.addSeparator()
        for code, title in GROUP_TITLES.items():
            self._add(menu, code, title)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _add(self, menu: QMenu, name: str, words: str) -> None:
        count = self._counts[name]
        if name and not count:
            return
        action = menu.addAction(f"{words}（{count}）" if name else words)
        action.setCheckable(True)
        action.setChecked(name == self._chosen)
        action.triggered.connect(partial(self._take, name))

    def _take(self, name: str, _checked: bool = True) -> None:  # noqa: FBT001, FBT002 - Qt's own
        self.choose(name)

    def _open(self) -> None:
        self.make_menu().popup(self.mapToGlobal(QPoint(0, self.height())))

    def _tell(self) -> None:
        words = "全部问题"
        for standing in Standing:
            if standing.value == self._chosen:
                words = f"只看{standing.label}"
        words = f"只看{GROUP_TITLES[self._chosen]}" if self._chosen in GROUP_TITLES else words
        self.show_words(words, "只看某一程度或某一类的问题")
