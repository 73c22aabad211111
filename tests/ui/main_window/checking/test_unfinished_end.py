"""What is found at the end of the text waits while somebody is writing there."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QTextCursor

from tests.ui.main_window.conftest import SPEECH


@pytest.fixture
def written(writing, qtbot):
    """A fault has just been written at the end, and checked."""
    writing.wiring.findings._end._timer.setInterval(60_000)  # however slow the machine is
    writing.editor.moveCursor(QTextCursor.MoveOperation.End)
    writing.editor.insert_at_caret("\n还有二个")
    writing.settle(qtbot)
    return writing


def places(running):
    return [one.span.start for one in running.wiring.findings.findings]


END = len(SPEECH) + 3


def test_it_waits_while_one_writes_there(written, qtbot):
    assert END not in places(written)
    assert SPEECH.index("二个") in places(written)


def test_it_is_told_after_a_pause(written, qtbot):
    written.wiring.findings._end._timer.setInterval(0)  # as if four seconds had passed
    qtbot.waitUntil(lambda: END in places(written), timeout=4000)
    assert places(written).count(END) == 1


def test_it_is_told_when_one_goes_elsewhere_or_asks(written, qtbot):
    written.editor.moveCursor(QTextCursor.MoveOperation.Start)
    qtbot.waitUntil(lambda: END in places(written))
    written.editor.moveCursor(QTextCursor.MoveOperation.End)
    assert END in places(written)
    written.editor.insert_at_caret("\n又有二个")
    written.settle(qtbot)
    assert END + 5 not in places(written)
    written.action("next_finding")
    assert END + 5 in places(written)


def test_a_text_that_was_opened_is_told_whole(running, qtbot):
    running.document.show_text(SPEECH + "\n还有二个")
    running.settle(qtbot)
    assert END in places(running)
