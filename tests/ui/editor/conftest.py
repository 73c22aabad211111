"""A layout and an editor for the editor's tests."""

from __future__ import annotations

import pytest

from drafting.pagination.layout_files import load_layout
from ui.editor.speech_editor import SpeechEditor


@pytest.fixture
def editor(qtbot):
    widget = SpeechEditor(load_layout("official"))
    qtbot.addWidget(widget)
    widget.resize(760, 680)
    widget.show()
    qtbot.waitExposed(widget)
    return widget
