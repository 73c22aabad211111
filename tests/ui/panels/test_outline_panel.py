"""The outline panel follows the caret and leads to headings."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTreeView

from drafting.model.draft import Draft
from drafting.text.span import Span
from drafting.workspace.drafts.opening import parse_text
from tests.ui.show_pieces import speech
from ui.panels.outline_panel import OutlinePanel
from ui.style.plain_label import PlainLabel

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

_HAN = "一二三四五六七八九十"


@pytest.fixture
def panel(qtbot: QtBot) -> OutlinePanel:
    panel = OutlinePanel()
    qtbot.addWidget(panel)
    panel.resize(248, 600)
    panel.show_draft(speech())
    with qtbot.waitExposed(panel):
        panel.show()
    return panel


def view_of(panel: OutlinePanel) -> QTreeView:
    view = panel.findChild(QTreeView)
    assert view is not None
    return view


def test_a_click_leads_to_the_heading(panel: OutlinePanel, qtbot: QtBot) -> None:
    view = view_of(panel)
    second = view.model().index(2, 0)
    with qtbot.waitSignal(panel.section_chosen) as caught:
        qtbot.mouseClick(
            view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(second).center()
        )
    chosen = caught.args[0]
    assert isinstance(chosen, Span)
    assert chosen.of(speech().text) == "二、守牢底线"


def test_enter_leads_to_a_promise(panel: OutlinePanel, qtbot: QtBot) -> None:
    view = view_of(panel)
    promise = view.model().index(0, 0, view.model().index(2, 0))
    view.setCurrentIndex(promise)
    with qtbot.waitSignal(panel.section_chosen) as caught:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert caught.args[0].of(speech().text) == "二个关口"


def test_the_part_of_the_caret_is_marked_silently(panel: OutlinePanel, qtbot: QtBot) -> None:
    view = view_of(panel)
    with qtbot.assertNotEmitted(panel.section_chosen):
        panel.set_current_position(speech().text.index("谁验收"))
    assert view.currentIndex().data() == "（二）盯住质量"
    panel.set_current_position(0)
    assert not view.currentIndex().isValid()


def test_typing_elsewhere_keeps_the_mark(panel: OutlinePanel) -> None:
    view = view_of(panel)
    panel.set_current_position(speech().text.index("选址关"))
    panel.show_draft(speech(more="多写一句。"))
    assert view.currentIndex().data() in ("二、守牢底线", "（二）盯住质量")
    assert view.isExpanded(view.model().index(1, 0))


def test_an_empty_outline_says_how_it_comes_about(panel: OutlinePanel) -> None:
    panel.show_draft(Draft(""))
    hints = [one for one in panel.findChildren(PlainLabel) if one.isVisible()]
    assert any("开头的标题" in one.text() for one in hints)


def test_the_outline_of_a_very_long_text_comes_in_slices(panel: OutlinePanel, qtbot: QtBot) -> None:
    model = view_of(panel).model()
    parts = [
        f"{han}、抓好第{number}项\n" + "\n".join(f"（{one}）盯住进度\n逐周调度。" for one in _HAN)
        for number in range(60)
        for han in _HAN
    ]
    draft = parse_text("\n".join(["讲话", "同志们：", *parts]))
    before = model.rowCount()
    panel.show_draft(draft)
    assert model.rowCount() == before
    panel.set_current_position(draft.text.index("二、"))
    view = view_of(panel)
    qtbot.waitUntil(lambda: view.currentIndex().data() == "二、抓好第0项", timeout=5000)
    assert model.rowCount() > before
    assert view.isExpanded(model.index(model.rowCount() - 1, 0))


def test_every_row_is_drawn_within_the_panel(panel: OutlinePanel) -> None:
    view = view_of(panel)
    assert view.horizontalScrollBar().maximum() == 0
    assert view.visualRect(view.model().index(3, 0)).bottom() < view.viewport().height()
    assert not panel.grab().toImage().isNull()
