"""Every part of the panels is named and reached by keyboard; nothing heavy comes with them."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QLineEdit, QWidget

from tests.ui.show_pieces import findings, speech, suggestions
from ui.panels.finding_card import FindingCard
from ui.panels.findings_panel import FindingsPanel
from ui.panels.outline_panel import OutlinePanel
from ui.panels.phrases_panel import PhrasesPanel
from ui.panels.start_page import StartPage
from ui.panels.words_button import WordsButton

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot


def outline() -> QWidget:
    panel = OutlinePanel()
    panel.show_draft(speech())
    return panel


def phrases() -> QWidget:
    panel = PhrasesPanel()
    panel.show_suggestions(suggestions(), "结尾")
    return panel


def found() -> QWidget:
    panel = FindingsPanel()
    panel.show_findings(findings(), speech().text)
    return panel


PANELS = [outline, phrases, found, StartPage]


@pytest.mark.parametrize("make", PANELS)
def test_everything_has_an_accessible_name(qtbot: QtBot, make: Callable[[], QWidget]) -> None:
    panel = make()
    qtbot.addWidget(panel)
    panel.resize(376, 700)
    with qtbot.waitExposed(panel):
        panel.show()
    assert panel.accessibleName()
    for kind in (QAbstractButton, QAbstractItemView, QLineEdit):
        for one in panel.findChildren(kind):
            inside = one.objectName().startswith("qt_") or isinstance(one.parent(), QLineEdit)
            if one.isVisible() and not inside:
                assert one.accessibleName(), one


def test_tab_reaches_every_button_of_the_cards(qtbot: QtBot) -> None:
    panel = found()
    qtbot.addWidget(panel)
    panel.resize(376, 900)
    with qtbot.waitActive(panel):
        panel.show()
        panel.activateWindow()
    panel.show_findings((), "")
    panel.show_findings(findings(), speech().text)  # cards taken again in another order
    panel.setFocus()
    enabled = [
        one for one in panel.findChildren(WordsButton) if one.isVisible() and one.isEnabled()
    ]
    reached: list[QWidget] = []
    for _ in range(len(enabled) + 5):
        focus = QApplication.focusWidget()
        assert focus is not None
        reached.append(focus)
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
    assert set(enabled) <= set(reached)
    codes = [
        one.parent().parent().finding.code
        for one in reached
        if isinstance(one.parent().parent(), FindingCard)
    ]
    assert list(dict.fromkeys(codes)) == ["ST005", "RP001", "WD007", "PU010"]


@pytest.mark.parametrize(
    "module",
    [
        "ui.panels.start_page", "ui.panels.findings_panel", "ui.panels.outline_panel",
        "ui.panels.phrases_panel", "ui.dialogs.document.new_speech", "ui.dialogs.papers.preview",
    ],
)  # fmt: skip
def test_nothing_heavy_is_imported(project: Path, module: str) -> None:
    script = f"import {module}, sys; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=project, capture_output=True, text=True, encoding="utf-8", check=True,
    )  # fmt: skip
    loaded = set(done.stdout.split())
    heavy = {"jieba", "docx", "lxml", "numpy", "opencc", "pypinyin", "PySide6.QtPrintSupport"}
    assert loaded.isdisjoint(heavy)
    assert not any(name.startswith("drafting.checks") for name in loaded)
