"""The panels around the page, named in one place.

PySide reads the source of every module that is imported from within a function; of those that
come with it, it does not.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTabWidget, QToolButton, QWidget

from ui.panels.findings_panel import FindingsPanel
from ui.panels.outline_panel import OutlinePanel
from ui.panels.overlap_panel import OverlapPanel
from ui.panels.phrases_panel import PhrasesPanel
from ui.panels.search_panel import SearchPanel
from ui.panels.statistics_panel import StatisticsPanel

__all__ = [
    "FindingsPanel",
    "OutlinePanel",
    "OverlapPanel",
    "PhrasesPanel",
    "SearchPanel",
    "StatisticsPanel",
    "make_tabs",
]


def make_tabs(role: str, parent: QWidget) -> QTabWidget:
    """Return tabs without a page; ``role`` says how close their names stand."""
    tabs = QTabWidget(parent)
    tabs.setDocumentMode(True)
    tabs.setAccessibleName("素材与问题")
    bar = tabs.tabBar()
    bar.setProperty("role", role)
    for button in bar.findChildren(QToolButton):
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # arrow keys walk the tabs
        button.setAccessibleName("其余各页")
    return tabs
