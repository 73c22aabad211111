"""The library in the window: filled, narrowed, mended, emptied; every part by keyboard."""

from __future__ import annotations

import shutil
import threading

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl

from drafting.model.particulars import SpeechType
from drafting.workspace.library.importing import add_speeches
from drafting.workspace.library.opening import default_library
from drafting.workspace.library.speeches import list_speeches
from resources import resource_path
from tests.ui import room
from tests.ui.dragging import drag_onto
from tests.ui.main_window.conftest import SPEECH
from ui.dialogs.library.speech_window import SpeechWindow
from ui.panels.tile_button import TileButton

FILES = ("01_mobilisation.txt", "03_inspection.txt", "12_greeting.txt")


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "讲话稿"
    made.mkdir()
    for name in FILES:
        shutil.copy(resource_path("library", name), made / name)
    (made / "坏.docx").write_bytes(b"PK\x03\x04")
    return made


@pytest.fixture
def library(running, qtbot):
    one = running.wiring.library_desk.library
    qtbot.waitUntil(lambda: not one.is_busy)
    return one


@pytest.fixture
def stored(data_folder, folder):
    """The speeches of the folder are in the library before the window opens."""
    add_speeches([folder / name for name in FILES], default_library())


@pytest.fixture
def filled(stored, library, qtbot):
    library.show_dialog()
    qtbot.waitUntil(lambda: len(library.records) == 3 and not library.is_busy)
    return library


def tile(running, words):
    tiles = running.window.start_page.findChildren(TileButton)
    return next(one for one in tiles if one.accessibleName().startswith(words) and one.isVisible())


def test_a_folder_from_the_start_page(running, library, folder, qtbot, monkeypatch):
    monkeypatch.setattr("ui.main_window.library.session.ask_folder", lambda *_: folder)
    (folder / "合影.jpg").write_bytes(b"x")
    told = []
    library.told.connect(told.append)
    qtbot.keyClick(tile(running, "添加讲话文件夹"), Qt.Key.Key_Return)
    dialog = library.show_dialog() or library.dialog
    assert not dialog.progress.isHidden()
    qtbot.waitUntil(lambda: not library.is_busy, timeout=20000)
    assert dialog.progress.isHidden()
    assert told[-1] == "入库 3 篇，1 个文件没有入库，另有 1 项不是文稿，没有读。"
    assert dialog.tabs.currentWidget() is dialog.results
    assert "坏.docx" in dialog.results._list.text()
    assert "图片 1 个（没有读）" in dialog.results._list.text()
    assert [one.title for one in library.records] == [
        one.title for one in list_speeches(default_library())
    ]
    assert "素材库 3 篇" in [
        one.accessibleName() for one in running.window.start_page.findChildren(TileButton)
    ]


def test_a_first_import_is_told_wherever_the_library_is_missed(
    writing, library, folder, qtbot, monkeypatch
):
    desk, begin, add = writing.wiring.desk, threading.Event(), library._cases.add

    def add_later(*given, **options):
        begin.wait(5)
        return add(*given, **options)

    monkeypatch.setattr(library._cases, "add", add_later)
    writing.action("overlap")
    qtbot.waitUntil(lambda: not writing.wiring.library_desk.is_busy)
    desk.show_search()
    panel, count = desk.search, desk.status_line._library
    assert panel._fill.isVisible()
    library.add_paths([str(folder)])
    assert panel._told.text() == "以前的讲话正在入库，读完就能在这里找。"
    assert not panel._fill.isVisible()
    assert desk.overlap._told.text() == "以前的讲话正在入库，读完就自动比对。"
    assert count.text() == "素材正在入库"
    assert "读完就列在这里" in library.dialog._empty_note.text()
    begin.set()
    qtbot.waitUntil(lambda: not writing.wiring.library_desk.is_busy, timeout=20000)
    assert panel._told.text() == "在 3 篇讲话里找。"
    assert count.text() == "素材库 3 篇"
    writing.action("overlap")
    qtbot.waitUntil(lambda: not writing.wiring.library_desk.is_busy)
    assert desk.overlap._told.text() == "与素材库 3 篇讲话没有雷同。"


def test_starter_speeches_in_and_out(running, library, qtbot):
    tile(running, "放入示例讲话").click()
    qtbot.waitUntil(lambda: not library.is_busy, timeout=20000)
    assert len(library.records) == 12
    library.dialog.tabs.setCurrentWidget(library.dialog.details)
    qtbot.wait(20)
    assert room.askew(library.dialog) == []
    assert library.dialog.minimumSizeHint().height() <= 476  # 1080 lines at 200 %
    library.dialog.starters_unwanted.emit()
    qtbot.waitUntil(lambda: not library.is_busy and not library.records, timeout=5000)


def test_stopping_keeps_what_is_stored_and_goes_on_later(library, tmp_path, qtbot):
    many = tmp_path / "多"
    many.mkdir()
    for number in range(80):
        text = f"在第{number}次调度会上的讲话\n同志们：\n第{number}件事要抓紧。" * 60
        (many / f"{number:02}.txt").write_text(text, encoding="utf-8")
    library.add_paths([str(many)])
    qtbot.waitUntil(lambda: " / 80" in library.dialog.progress.words.text(), timeout=15000)
    qtbot.mouseClick(library.dialog.progress.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not library.is_busy, timeout=15000)
    stored = len(library.records)
    library.add_paths([str(many)])
    qtbot.waitUntil(lambda: not library.is_busy, timeout=20000)
    assert stored <= len(library.records) == 80


def test_the_list_is_narrowed_and_particulars_are_mended(filled, qtbot):
    dialog = filled.dialog
    assert dialog.table.model().rowCount() == 3
    kind = dialog.filter.boxes.boxes["kind"]
    kind.setCurrentIndex(kind.findData(SpeechType.GREETING.value))
    assert dialog.table.model().rowCount() == 1
    details = dialog.details
    details._fields._speaker.setText("江帆")
    details._fields.date.line.setText("哪天")
    qtbot.mouseClick(details._save, Qt.MouseButton.LeftButton)
    assert not details._fields.date.is_sound()
    details._fields.date.line.setText("2025.6.3")
    qtbot.mouseClick(details._save, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not filled.is_busy, timeout=5000)
    changed = [one for one in list_speeches(default_library()) if one.speaker == "江帆"]
    assert [one.date.isoformat() for one in changed] == ["2025-06-03"]
    kind.setCurrentIndex(0)
    dialog.filter.words.setText("江帆")
    assert dialog.chosen_ids() == [changed[0].id]
    assert dialog.note.text().endswith(" · 符合条件的 1 篇")
    dialog.filter.words.setText("没有这个人")
    assert dialog.note.text().endswith(" · 没有符合条件的讲话")
    dialog.filter.words.clear()
    assert "符合" not in dialog.note.text()


def test_titles_keep_their_room_in_a_narrow_window(filled, qtbot):
    table = filled.dialog.table
    for width, hidden in ((860, [3, 4]), (1200, [])):
        filled.dialog.resize(width, 480)
        qtbot.wait(20)
        assert [one for one in range(5) if table.isColumnHidden(one)] == hidden
        assert table.columnWidth(1) >= 160


def test_remove_with_the_delete_key(filled, qtbot, monkeypatch):
    asked = []
    monkeypatch.setattr(
        "ui.dialogs.frame.messages.confirm",
        lambda _parent, words, _action: asked.append(words) or True,
    )
    dialog = filled.dialog
    gone = dialog.chosen_ids()[0]
    dialog.table.setFocus()
    qtbot.keyClick(dialog.table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: not filled.is_busy, timeout=5000)
    assert len(asked) == 1
    assert gone not in [one.id for one in list_speeches(default_library())]
    assert len(filled.records) == 2


def test_upkeep(filled, qtbot, monkeypatch, tmp_path):
    told = []
    monkeypatch.setattr(
        "ui.dialogs.frame.messages.show_notice", lambda _parent, text: told.append(text)
    )
    target = tmp_path / "备份.db"
    monkeypatch.setattr("ui.main_window.library.session.ask_copy_path", lambda *_: target)
    filled.dialog.verify_wanted.emit()
    qtbot.waitUntil(lambda: not filled.is_busy, timeout=15000)
    assert told == ["素材库完好。"]
    filled.dialog.copy_wanted.emit()
    qtbot.waitUntil(lambda: not filled.is_busy, timeout=15000)
    assert len(list_speeches(target)) == 3


def test_read_insert_and_make_the_model(running, filled, qtbot):
    running.document.show_text("在会上的讲话\n同志们：\n")
    running.settle(qtbot)
    speech = next(one for one in filled.records if "观摩" in one.title)
    filled.dialog.choose(speech.id)
    filled.dialog.table.setFocus()
    filled.dialog._read_button.click()
    window = running.window
    qtbot.waitUntil(lambda: window.findChild(SpeechWindow) is not None, timeout=5000)
    shown = window.findChild(SpeechWindow)
    shown.view.reveal(shown.view.marks()[0].span) if shown.view.marks() else None
    cursor = shown.view.textCursor()
    cursor.setPosition(shown.view.text().index("今天的观摩会"))
    shown.view.setTextCursor(cursor)
    shown._insert()
    assert running.editor.text().startswith("今天的观摩会，既是一次比武会")
    base = running.document.base
    assert base.extra["borrowed"][0]["source"].endswith(f"《{speech.title}》")
    running.editor.undo()
    assert running.editor.text() == "在会上的讲话\n同志们：\n"
    running.document._set_dirty(dirty=False)
    shown._ask_template()
    qtbot.waitUntil(lambda: running.document.base.source is not None, timeout=5000)
    assert running.document.base.source["title"] == speech.title


def test_a_change_of_the_library_checks_the_draft_again(writing, qtbot):
    checked = writing.context.use_cases.checked
    library = writing.wiring.library_desk.library
    library.add_starters()
    qtbot.waitUntil(lambda: not library.is_busy, timeout=20000)
    qtbot.waitUntil(lambda: writing.context.use_cases.checked > checked, timeout=5000)
    assert writing.wiring.desk.status_line._library.text() == "素材库 12 篇"


def test_what_is_dropped_on_the_library_goes_into_it(running, library, tmp_path, qtbot):
    path = tmp_path / "旧稿.txt"
    path.write_text(SPEECH, encoding="utf-8")
    running.action("library")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)), QUrl("https://example.org/a.txt")])
    assert drag_onto(library.dialog, mime)
    qtbot.waitUntil(lambda: len(library.records) == 1 and not library.is_busy, timeout=20000)


def test_pages_of_the_web_are_not_taken_for_files(running):
    mime = QMimeData()
    mime.setUrls([QUrl("https://example.org/a.txt")])
    assert not drag_onto(running.window, mime)


@pytest.mark.parametrize("is_meant", [True, False])
def test_a_folder_that_is_dropped_goes_into_the_library(
    running, library, folder, qtbot, monkeypatch, is_meant
):
    asked = []

    def confirm(_parent, words, _action):
        asked.append(words)
        return is_meant

    monkeypatch.setattr("ui.dialogs.frame.messages.confirm", confirm)
    running.window.files_dropped.emit([str(folder)])
    qtbot.waitUntil(lambda: not library.is_busy, timeout=20000)
    assert asked == ["把文件夹“讲话稿”里的讲话放进素材库？原来的文件不动。"]
    assert len(library.records) == (3 if is_meant else 0)
    assert not running.document.is_open


def test_several_files_that_are_dropped_go_into_the_library(
    running, library, folder, qtbot, monkeypatch
):
    monkeypatch.setattr("ui.dialogs.frame.messages.confirm", lambda *_: True)
    running.window.files_dropped.emit([str(folder / name) for name in FILES[:2]])
    qtbot.waitUntil(lambda: not library.is_busy, timeout=20000)
    assert len(library.records) == 2


def test_what_comes_during_an_import_waits_for_its_turn(library, folder, tmp_path, qtbot):
    later = tmp_path / "后来.txt"
    later.write_text(SPEECH, encoding="utf-8")
    library.add_paths([str(folder)])
    library.add_paths([str(later)])
    library.add_starters()
    assert library.dialog.progress.words.text() == "另有 2 批在排队 · 正在入库…"
    qtbot.waitUntil(lambda: not library.is_busy, timeout=30000)
    assert library.dialog.progress.isHidden()
    assert len(library.records) == 13  # three of the starters were in the folder
    told = library.dialog.results._told.text()
    assert told == "入库 13 篇，库里已有 3 篇，1 个文件没有入库。"


def test_stopping_gives_up_what_waits(library, folder, tmp_path, qtbot):
    later = tmp_path / "后来.txt"
    later.write_text(SPEECH, encoding="utf-8")
    library.add_paths([str(folder)])
    library.add_paths([str(later)])
    qtbot.mouseClick(library.dialog.progress.button, Qt.MouseButton.LeftButton)
    assert library.dialog.progress.words.text() == "正在停下…"
    qtbot.waitUntil(lambda: not library.is_busy, timeout=30000)
    assert "春耕备耕" not in "".join(one.title for one in library.records)
    assert "中途停下" in library.dialog.results._told.text()


def test_files_wait_for_a_check_of_the_library_and_a_check_does_not_wait(
    filled, tmp_path, qtbot, monkeypatch
):
    told = []
    monkeypatch.setattr(
        "ui.dialogs.frame.messages.show_notice", lambda _parent, text: told.append(text)
    )
    later = tmp_path / "后来.txt"
    later.write_text(SPEECH, encoding="utf-8")
    filled.dialog.verify_wanted.emit()
    filled.add_paths([str(later)])
    assert filled.dialog.progress.words.text() == "另有 1 批在排队 · 正在检查素材库…"
    filled.dialog.verify_wanted.emit()
    assert told == ["素材库正忙，请等这一步做完再试。"]
    qtbot.waitUntil(lambda: not filled.is_busy, timeout=30000)
    assert told[1:] == ["素材库完好。"]
    assert len(filled.records) == 4
