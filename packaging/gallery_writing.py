"""The states of the page while one writes, for the gallery: find, completion, locks, focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtTest import QTest

from drafting.files.draft_file import DraftFile
from drafting.text.span import Span
from drafting.workspace.drafts.kept_words import OwnNote, with_notes

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.main_window.frame.window import MainWindow
    from ui.main_window.wiring import Wiring


def paint_writing(
    window: MainWindow,
    wiring: Wiring,
    save: Callable[[str], None],
    wait_until: Callable[[Callable[[], bool]], None],
) -> None:
    """Bring the window into each state and let ``save`` paint it by that name."""
    editor, actions = wiring.desk.editor, window.actions_by_id
    writing = wiring.writing
    text = editor.text()
    sentence = text.index("。", len(text) // 3)
    editor.select(Span(sentence, sentence))
    actions["lock"].trigger()
    words = text[sentence + 1 : sentence + 9].strip()
    base = wiring.document.base or DraftFile(text="")
    wiring.document.keep_with_draft(with_notes(base, [OwnNote(words, "待核实")]))
    QTest.qWait(100)
    save("window-kept")
    actions["replace"].trigger()
    bar = wiring.edits.find_bar
    if bar is not None:
        bar.look_for("一")
        QTest.qWait(100)
        save("window-find")
        bar.close_bar()
    editor.select(Span(sentence + 1, sentence + 1))
    editor.insert_at_caret("要凝心")
    wait_until(lambda: not wiring.checks.is_busy)
    actions["complete"].trigger()
    wait_until(lambda: writing.completion.is_shown)
    save("window-complete")
    writing.completion.close()
    actions["focus_mode"].trigger()
    QTest.qWait(100)
    save("window-focus")
    actions["focus_mode"].trigger()
