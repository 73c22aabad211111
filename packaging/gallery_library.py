"""What the window shows of past speeches, with the speeches that the program brings (gallery)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.dialogs.library.speech_window import SpeechWindow

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from ui.main_window.wiring import Wiring

    Wait = Callable[[Callable[[], bool]], None]

_LOOKED_FOR = "项目"
_LIBRARY = "library"


def iter_library_pictures(
    wiring: Wiring, resources: Path, wait_until: Wait
) -> Iterator[tuple[str, QWidget]]:
    """Yield the names of pictures with what is to be painted at that moment."""
    window, desk, work = wiring.window, wiring.desk, wiring.library_desk
    library = work.library
    sample = resources / "samples" / "sample_mobilisation.txt"
    wiring.document.show_text(sample.read_text(encoding="utf-8"))
    library.show_dialog()
    wait_until(lambda: not library.is_busy)
    dialog = library.dialog
    if dialog is None:
        return
    yield "library-empty", dialog
    library.add_paths([str(resources / _LIBRARY), str(resources / "没有这个文件.docx")])
    wait_until(lambda: " / " in dialog.progress.words.text() or not library.is_busy)
    yield "library-progress", dialog
    wait_until(lambda: not library.is_busy)
    yield "library-results", dialog
    for page, name in ((dialog.details, "details"), (dialog.numbers, "numbers")):
        dialog.tabs.setCurrentWidget(page)
        yield f"library-{name}", dialog
    dialog.hide()
    window.actions_by_id["search_library"].trigger()
    desk.search_box.setText(_LOOKED_FOR)
    wait_until(lambda: not work.is_busy)
    yield "window-search", window
    work.read(library.records[1].id)
    wait_until(lambda: window.findChild(SpeechWindow) is not None)
    shown = window.findChild(SpeechWindow)
    yield "speech", shown
    shown.close()
    window.actions_by_id["go_statistics"].trigger()
    wait_until(lambda: desk.statistics.is_filled)
    yield "window-statistics", window
    _copy_something(wiring, resources)
    window.actions_by_id["overlap"].trigger()
    wait_until(lambda: desk.overlap.current() is not None and not work.is_busy)
    yield "window-overlap", window
    wiring.document.show_text("")
    # The next pictures, in the other colours, begin with an empty library too.
    wiring.context.use_cases.library.remove([one.id for one in library.records])


def _copy_something(wiring: Wiring, resources: Path) -> None:
    """Take over two paragraphs of a past speech, one of them a little reworded."""
    past = (resources / _LIBRARY / "03_inspection.txt").read_text(encoding="utf-8")
    start = past.index("令人振奋的是")
    words = past[start : start + 400].rpartition("\n")[0].replace("三月份", "四月份")
    editor = wiring.desk.editor
    editor.moveCursor(editor.textCursor().MoveOperation.End)
    editor.insert_at_caret("\n" + words)
