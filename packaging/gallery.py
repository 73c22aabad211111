"""Write pictures of the window and its dialogs in all colours, so that anyone can look.

``python packaging/gallery.py OUT`` needs no display and paints one screen after another, each into
a folder of its own; with ``--screen 2560x1440@1.5`` only that one, into OUT. Everything shown comes
from the program's own sample speech and templates.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

PROJECT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(PROJECT))

from gallery_dialogs import draft_dialogs  # noqa: E402
from gallery_library import iter_library_pictures  # noqa: E402
from gallery_writing import paint_writing  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402 - the checkout has to be on the path first

from drafting.checks.catalogue import rule_by_code  # noqa: E402
from drafting.model.clean import CleaningKind, CleaningStep  # noqa: E402
from drafting.model.imported import Omission  # noqa: E402
from drafting.pagination.layout_files import load_layout  # noqa: E402
from drafting.version import VERSION  # noqa: E402
from drafting.workspace.drafts.opening import open_file  # noqa: E402
from drafting.workspace.office.licences import LICENCES, licence_text  # noqa: E402
from drafting.workspace.papers.exporting import preview  # noqa: E402
from drafting.workspace.writing.templating import list_templates  # noqa: E402
from ui.app.start import Program, make_application  # noqa: E402
from ui.context.writing_cases import WritingCases  # noqa: E402
from ui.dialogs.checking.reason import ReasonDialog  # noqa: E402
from ui.dialogs.document.cleaning_report import CleaningReportDialog  # noqa: E402
from ui.dialogs.document.goal import GoalDialog  # noqa: E402
from ui.dialogs.document.new_speech import NewSpeechDialog  # noqa: E402
from ui.dialogs.document.note import NoteDialog  # noqa: E402
from ui.dialogs.frame.messages import MessageDialog, changed_message  # noqa: E402
from ui.dialogs.keeping.recovery import RecoveryDialog, RecoveryOffer  # noqa: E402
from ui.dialogs.papers.preview import PreviewDialog  # noqa: E402
from ui.dialogs.program.about import AboutDialog  # noqa: E402
from ui.dialogs.program.crash import CrashDialog  # noqa: E402
from ui.dialogs.program.shortcuts import ShortcutsDialog  # noqa: E402
from ui.error_reporting.report import build_report  # noqa: E402
from ui.panels.tile_button import TileButton  # noqa: E402
from ui.style.stylesheet import apply_style  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication, QDialog, QWidget

    from ui.main_window.frame.desk import Desk
    from ui.main_window.frame.window import MainWindow

SAMPLE = PROJECT / "resources" / "samples" / "sample_mobilisation.txt"
# Width and height in pixels, and the scaling of the system.
SCREENS = ("1366x768", "1366x768@1.25", "2560x1440@1.5", "2560x1440@2")
TONES = ("light", "dark", "contrast")
_PATIENCE_MS = 20_000
_FIRST_TILES = 5  # there before the templates are read


def main() -> int:
    """Write the pictures; return 0, or 1 where the program met a fault of its own."""
    parser = argparse.ArgumentParser(description="把窗口和对话框画成图片")
    parser.add_argument("out", type=Path, help="放图片的文件夹")
    parser.add_argument("--screen", help="屏幕，如 2560x1440@1.5；不写就逐个画")
    chosen = parser.parse_args()
    if chosen.screen is None:
        return max(_paint_apart(chosen.out / one, one) for one in SCREENS)
    return _paint_screen(chosen.out, chosen.screen)


def _paint_apart(out: Path, screen: str) -> int:
    """Paint one screen in a process of its own: Qt's scaling is set once for all."""
    command = [sys.executable, __file__, str(out), "--screen", screen]
    return subprocess.run(command, check=False).returncode


def _paint_screen(out: Path, screen: str) -> int:
    out.mkdir(parents=True, exist_ok=True)
    pixels, _, factor = screen.partition("@")
    width, height = (int(one) for one in pixels.split("x"))
    scale = float(factor or 1)
    with tempfile.TemporaryDirectory() as folder:
        _prepare(Path(folder), width, height, scale)
        app = make_application()
        size = (round(width / scale), round(height / scale))
        gallery = Gallery(app, out, size)
        for tone in TONES:
            gallery.paint_all(tone)
    print(f"已写 {gallery.written} 张图片到 {out}")
    return int(ShownProgram.has_failed)


def _prepare(folder: Path, width: int, height: int, scale: float) -> None:
    """Choose a screen without a display, and a data folder of its own."""
    screen = {
        "name": "gallery", "x": 0, "y": 0, "width": width, "height": height,
        "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1,
    }  # fmt: skip
    config = folder / "screen.json"
    config.write_text(
        json.dumps({"windowFrameMargins": False, "screens": [screen]}), encoding="utf-8"
    )
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={config}"
    os.environ["QT_SCALE_FACTOR"] = str(scale)
    os.environ["JIANGGAO_DATA"] = str(folder / "data")


class ShownProgram(Program):
    """Tells a fault on the console: nobody sits here to close a dialog."""

    has_failed = False

    def _show_fault(self, report: str) -> None:
        type(self).has_failed = True
        print(report, file=sys.stderr)


class Gallery:
    """Paints one picture after another into a folder."""

    def __init__(self, app: QApplication, out: Path, size: tuple[int, int]) -> None:
        self._app = app
        self._out = out
        self._size = size
        self._tone = "light"
        self.written = 0

    def paint_all(self, tone: str) -> None:
        """Paint the window's states and every dialog, light, dark or with high contrast."""
        self._tone = tone
        self._dress()
        self._paint_window()
        for name, make in dialogs().items():
            dialog = make()
            dialog.show()
            _wait(60)
            self._save(name, dialog)
            dialog.close()
            dialog.deleteLater()

    def _dress(self) -> None:
        apply_style(self._app, self._tone != "light", has_contrast=self._tone == "contrast")

    def _paint_window(self) -> None:
        program = ShownProgram(self._app, [])
        self._dress()
        with ExitStack() as at_end:
            at_end.callback(program.close)
            window = program.window
            window.resize(*self._size)
            window.show()
            _wait_until(lambda: program.wiring is not None and len(_tiles(window)) > _FIRST_TILES)
            self._save("window-start", window)
            if program.wiring is not None and window.start_page is not None:
                window.start_page.sample_chosen.emit()
                self._paint_desk(window, program.wiring.desk)
                paint_writing(
                    window,
                    program.wiring,
                    lambda name: self._save(name, window),
                    _wait_until,
                )
                program.wiring.document.show_text("")
                resources = PROJECT / "resources"
                for name, shown in iter_library_pictures(program.wiring, resources, _wait_until):
                    _wait(200)
                    self._save(name, shown)
            window.hide()

    def _paint_desk(self, window: MainWindow, desk: Desk) -> None:
        _wait_until(lambda: desk.is_shown)
        _wait_until(lambda: any(one.isdigit() for one in desk.tabs.tabText(1)))
        desk.editor.setFocus()
        window.actions_by_id["next_finding"].trigger()
        _wait(400)
        self._save("window-findings", window)
        desk.show_panel(desk.phrases)
        _wait_until(lambda: desk.phrases.current() is not None)
        self._save("window-phrases", window)

    def _save(self, name: str, widget: QWidget) -> None:
        widget.grab().save(str(self._out / f"{name}-{self._tone}.png"))
        self.written += 1


def dialogs() -> dict[str, Callable[[], QDialog]]:
    """Return how to make each dialog, by the name of its picture."""
    draft = open_file(SAMPLE).draft
    layout, pages = preview(draft, load_layout("official"))
    text = draft.text
    steps = (
        CleaningStep(CleaningKind.PAGE_MARK, 7, ("— 3 —", "— 4 —"), 12),
        CleaningStep(CleaningKind.PINYIN_NOTE, 3, ("踔厉（chuō lì）", "赓续（gēng xù）"), 30),
        CleaningStep(CleaningKind.HARD_WRAP, 18, ()),
    )
    offers = (
        RecoveryOffer("1", draft.title, "今天 10:32", text, "D:/讲话/水利动员.jianggao"),
        RecoveryOffer("2", "未命名", "昨天 17:05", text[:400]),
    )
    return {
        "new-speech": _new_speech,
        "note": lambda: NoteDialog(text[:20], "数字待统计局核实"),
        "goal": lambda: GoalDialog(15, 2700, 180),
        "reason": lambda: ReasonDialog(rule_by_code("ST005")),
        "cleaning-report": lambda: CleaningReportDialog(
            steps, [Omission("批注", 3, 40)], file_name="送审稿.docx"
        ),
        "recovery": lambda: RecoveryDialog(offers),
        "about": lambda: AboutDialog(VERSION, LICENCES, licence_text),
        "preview": lambda: PreviewDialog(pages, layout, text),
        "ask-save": _ask_save,
        "ask-changed": _ask_changed,
        "shortcuts": ShortcutsDialog,
        "crash": lambda: CrashDialog(build_report(ValueError("no such part"))),
        **draft_dialogs(text),
    }


def _new_speech() -> QDialog:
    build = WritingCases().new_from_template
    return NewSpeechDialog(list_templates(), build)


def _ask_save() -> QDialog:
    message = MessageDialog(None, "“水利动员”有改动还没有保存。", "不保存就关闭，这些改动会丢失。")
    message.add_button("保存", "save", is_primary=True)
    message.add_button("不保存", "discard")
    message.add_button("取消", "cancel")
    return message


def _ask_changed() -> QDialog:
    return changed_message(None, "水利动员.jianggao", is_gone=False)


def _tiles(window: QWidget) -> list[TileButton]:
    return [one for one in window.findChildren(TileButton) if one.isVisible()]


def _wait(milliseconds: int) -> None:
    QTest.qWait(milliseconds)


def _wait_until(is_so: Callable[[], bool]) -> None:
    """Wait for ``is_so``, at most twenty seconds: a picture of less is still a picture."""
    waited = 0
    while not is_so() and waited < _PATIENCE_MS:
        QTest.qWait(50)
        waited += 50
    QTest.qWait(100)


if __name__ == "__main__":
    raise SystemExit(main())
