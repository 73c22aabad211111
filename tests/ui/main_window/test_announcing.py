"""What a screen reader is given to say while the focus stays on the page."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from drafting.text.span import Span
from tests.ui.main_window.conftest import SPEECH
from ui.style import announcing


@pytest.fixture
def said(monkeypatch):
    words = []
    monkeypatch.setattr(announcing, "_send", lambda _widget, one: words.append(one))
    monkeypatch.setattr(announcing, "_is_heard", lambda: True)
    return words


def test_findings_are_said_as_they_are_walked(writing, said, qtbot):
    writing.action("next_finding")
    assert said[-1] == "错误：名。说明。第 1 条，共 3 条"
    writing.action("next_finding")
    assert said[-1] == "提醒：名。说明。第 2 条，共 3 条"
    findings = writing.wiring.desk.findings
    findings._list.setFocus()
    qtbot.keyClick(findings._list, Qt.Key.Key_Home)
    assert said[-1].endswith("第 1 条，共 3 条")
    writing.action("fix")
    writing.settle(qtbot)
    writing.action("fix_all")
    assert said[-1] == "没有可以一并改好的问题，请逐处看。"


def test_the_list_at_the_caret_is_said(writing, said, qtbot):
    writing.window.activateWindow()
    writing.editor.setFocus()
    writing.editor.select(Span(len(SPEECH), len(SPEECH)))
    writing.action("complete")
    completion = writing.wiring.writing.completion
    qtbot.waitUntil(lambda: completion.is_shown)
    assert said[-1].startswith("提示：")
    qtbot.keyClick(writing.editor, Qt.Key.Key_Down)
    assert said[-1] == completion._popup._model.suggestion_at(1).phrase.text


def test_nobody_listens_nothing_is_sent(writing, monkeypatch):
    words = []
    monkeypatch.setattr(announcing, "_send", lambda _widget, one: words.append(one))
    writing.action("next_finding")
    assert words == []


def test_qt_takes_an_announcement(writing):
    announcing._send(writing.window, "说一句")
