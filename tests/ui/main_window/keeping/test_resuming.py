"""A draft is taken up where it was left; the last one at the next start, if that is wanted."""

from __future__ import annotations

import pytest

from drafting.files.draft_file import DraftFile, encode_draft
from drafting.text.span import Span
from tests.ui.main_window.conftest import SPEECH
from ui.app.start import Program
from ui.settings_store.store import REOPEN, SettingsStore


@pytest.fixture
def drafts(tmp_path):
    paths = [tmp_path / "甲.jianggao", tmp_path / "乙.jianggao"]
    for path in paths:
        path.write_bytes(encode_draft(DraftFile(SPEECH + "\n再说一句。" * 60)))
    return paths


def open_file(running, path, qtbot):
    with qtbot.waitSignal(running.document.opened, timeout=8000):
        running.document.open_path(path)
    running.settle(qtbot)


def test_the_caret_comes_back_to_where_it_was(running, drafts, qtbot):
    first, second = drafts
    open_file(running, first, qtbot)
    assert running.editor.caret_position() == 0
    running.editor.select(Span(300, 300))
    open_file(running, second, qtbot)
    assert running.editor.caret_position() == 0
    open_file(running, first, qtbot)
    assert running.editor.caret_position() == 300
    assert running.editor.viewport().rect().contains(running.editor.cursorRect())
    assert not running.document.is_dirty


def test_what_is_open_is_known_and_forgotten_on_the_start_page(running, drafts, qtbot):
    settings = running.context.settings
    open_file(running, drafts[0], qtbot)
    assert settings.left_open() == drafts[0]
    running.action("start_page")
    assert settings.left_open() is None
    open_file(running, drafts[1], qtbot)
    running.action("new_blank")
    assert settings.left_open() is None


def test_without_traces_nothing_is_remembered(running, drafts, qtbot, monkeypatch):
    monkeypatch.setattr(type(running.context.use_cases), "is_traceless", lambda _self: True)
    open_file(running, drafts[0], qtbot)
    running.editor.select(Span(300, 300))
    running.action("start_page")
    assert running.context.settings.place_in(drafts[0]) == 0
    assert running.context.settings.left_open() is None


@pytest.mark.parametrize("is_wanted", [True, False])
def test_the_last_draft_opens_at_the_start_if_that_is_wanted(
    qapp, qtbot, data_folder, drafts, is_wanted
):
    settings = SettingsStore(data_folder)
    settings.remember(REOPEN, is_wanted)
    settings.remember_open(drafts[0])
    settings.remember_place(drafts[0], 120)
    settings.write()
    program = Program(qapp, [])
    qtbot.addWidget(program.window)
    with qtbot.waitSignal(program.ready, timeout=20_000):
        program.window.show()
    document = program.wiring.document
    if is_wanted:
        qtbot.waitUntil(lambda: document.is_open, timeout=8000)
        assert document.path == drafts[0]
        qtbot.waitUntil(lambda: program.wiring.desk.editor.caret_position() == 120, timeout=8000)
    else:
        assert not document.is_open
        assert program.window.centre.currentWidget() is program.window.start_page
    program.close()


def test_a_last_draft_that_is_gone_leads_to_the_start_page(qapp, qtbot, data_folder, tmp_path):
    settings = SettingsStore(data_folder)
    settings.remember(REOPEN, value=True)
    settings.remember_open(tmp_path / "没有了.jianggao")
    settings.write()
    program = Program(qapp, [])
    qtbot.addWidget(program.window)
    with qtbot.waitSignal(program.ready, timeout=20_000):
        program.window.show()
    assert program.window.centre.currentWidget() is program.window.start_page
    program.close()
