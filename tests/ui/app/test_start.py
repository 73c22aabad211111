"""The start: painted before anything heavy is imported, built whole afterwards, ended cleanly."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap

HEAVY = (
    "jieba", "rjieba", "opencc", "docx", "lxml", "numpy", "pypinyin", "sqlite3", "ahocorasick_rs",
    "rapidfuzz", "fpdf", "openpyxl", "hashlib", "tomllib",
)  # fmt: skip


def run_script(project, tmp_path, code):
    environment = dict(
        os.environ, JIANGGAO_DATA=str(tmp_path / "data"), QT_QPA_PLATFORM="offscreen"
    )
    return subprocess.run(
        [sys.executable, "-W", "error", "-c", textwrap.dedent(code)],
        cwd=project, env=environment, capture_output=True, text=True, encoding="utf-8", timeout=60,
        check=False,
    )  # fmt: skip


def test_nothing_heavy_is_imported_before_the_first_paint(project, tmp_path):
    done = run_script(
        project,
        tmp_path,
        f"""
        import sys
        from ui.app.start import Program, make_application
        app = make_application()
        program = Program(app, [])
        seen = []
        program.window.first_painted.disconnect()
        def note():
            seen.extend(one for one in {HEAVY!r} if one in sys.modules)
            seen.extend(one for one in sys.modules if one.startswith("drafting.workspace"))
            app.quit()
        program.window.first_painted.connect(note)
        program.window.show()
        app.exec()
        program.close()
        print(seen)
        """,
    )
    assert done.stdout.strip() == "[]", done.stderr


def test_the_desk_is_built_without_what_only_a_draft_or_another_tab_needs(project, tmp_path):
    late = (
        "drafting.model.draft", "drafting.history.recovery", "drafting.workspace.drafts.opening",
        "ui.models.outline_delegate", "ui.models.phrase_delegate", "ui.editor.clipboard",
        "PySide6.QtNetwork", "PySide6.QtPrintSupport", "html", "unicodedata",
        "drafting.model.overlap", "drafting.text.dates",
        "ui.models.overlap_model", "ui.models.speech_model", "ui.models.speech_words",
        "ui.editor.reading_view", "ui.panels.strip_chart", "ui.style.bar_rows",
        "drafting.templates.catalogue", "drafting.workspace.drafts.kept_words",
        "drafting.text.sentences", "drafting.workspace.drafts.output_choice",
        "ui.models.phrase_model", "ui.panels.finding_card",
        *HEAVY,
    )  # fmt: skip
    # PySide builds a type when it is first named: these cost milliseconds each.
    late_types = ("QStyle", "QIcon", "QFileDialog", "QMessageBox", "QListView", "QComboBox")
    done = run_script(
        project,
        tmp_path,
        f"""
        import sys
        from ui.app.start import Program, make_application
        app = make_application()
        program = Program(app, [])
        seen = []
        def note():
            seen.extend(one for one in {late!r} if one in sys.modules)
            built = vars(sys.modules["PySide6.QtWidgets"]) | vars(sys.modules["PySide6.QtGui"])
            seen.extend(one for one in {late_types!r} if one in built)
            if sys.platform.startswith("linux"):  # what reads pictures: none is shown yet
                with open("/proc/self/maps", encoding="utf-8") as mapped:
                    seen.extend({{one.split()[-1] for one in mapped if "imageformats" in one}})
            app.quit()
        program.usable.connect(lambda: program.window.actions_by_id["new_blank"].trigger())
        program.ready.connect(note)
        program.window.show()
        app.exec()
        program.close()
        print(seen)
        """,
    )
    assert done.stdout.strip() == "[]", done.stderr


def test_pyside_is_loaded_lean_and_still_explains_a_wrong_call(project, tmp_path):
    done = run_script(
        project,
        tmp_path,
        """
        import sys
        import main
        def watch(program):
            print([one for one in ("argparse", "logging", "gettext") if one in sys.modules])
            parser = vars(sys.modules["shibokensupport.signature.parser"])
            print("pyside_type_init" in parser)
            try:
                program.window.setWindowTitle(1)
            except TypeError as error:
                print("setWindowTitle(arg__1: str" in str(error))
            print("pyside_type_init" in parser)
            program.window.first_painted.connect(program.parent().quit)
        before = list(sys.meta_path)
        main.run_window([], watch)
        print(sys.meta_path == before)
        """,
    )
    assert done.stdout.split("\n") == ["[]", "False", "True", "True", "True", ""], done.stderr


def test_the_text_of_a_saved_draft_stands_there_before_anything_could_parse_it(project, tmp_path):
    path = tmp_path / "春耕.jianggao"
    path.write_text('{"format": 1, "text": "在春耕会上的讲话\\n同志们："}', encoding="utf-8")
    done = run_script(
        project,
        tmp_path,
        f"""
        import sys
        from ui.app.start import Program, make_application
        app = make_application()
        program = Program(app, [{str(path)!r}])
        seen = []
        def shown(_draft):
            seen.append(program.wiring.desk.editor.text().count("讲话"))
            seen.extend(one for one in sys.modules if one.startswith("drafting.parsing"))
        def structured(structure):
            seen.append(structure.draft.title)
            app.quit()
        program.usable.connect(lambda: program.wiring.document.opened.connect(shown))
        program.ready.connect(
            lambda: program.wiring.checks.structure_known.connect(structured))
        program.window.show()
        app.exec()
        program.close()
        print(seen)
        """,
    )
    assert done.stdout.strip() == "[1, '在春耕会上的讲话']", done.stderr


def test_a_whole_run_opens_a_file_checks_it_and_ends(project, tmp_path):
    path = tmp_path / "春耕.txt"
    path.write_text("在春耕会上的讲话\n同志们：\n今天布署春耕工作。", encoding="utf-8")
    done = run_script(
        project,
        tmp_path,
        f"""
        from ui.app.start import Program, make_application
        app = make_application()
        program = Program(app, [{str(path)!r}])
        def found(checked):
            print([one.code for one in checked.report.findings], flush=True)
            program.window.close()
        program.ready.connect(
            lambda: program.wiring.checks.findings_known.connect(
                lambda checked: checked.report.findings and found(checked)))
        program.window.show()
        app.exec()
        program.close()
        print("ended")
        """,
    )
    assert "WD001" in done.stdout, done.stderr
    assert done.stdout.strip().endswith("ended")
    assert done.returncode == 0


def test_closing_at_once_while_a_check_runs_ends_quickly_and_leaves_no_child(project, tmp_path):
    path = tmp_path / "长稿.txt"
    path.write_text(
        "在春耕会上的讲话\n" + "今天布署春耕工作，要抓实抓细。" * 3000, encoding="utf-8"
    )
    done = run_script(
        project,
        tmp_path,
        f"""
        import subprocess
        import time
        began = time.monotonic()
        children = []
        class Noted(subprocess.Popen):
            def __init__(self, *words, **options):
                super().__init__(*words, **options)
                children.append(self)
        subprocess.Popen = Noted
        from PySide6.QtCore import QTimer
        from ui.app.start import Program, make_application
        app = make_application()
        program = Program(app, [{str(path)!r}])
        def close_soon():
            if children:
                QTimer.singleShot(200, program.window.close)
            else:
                QTimer.singleShot(10, close_soon)
        program.ready.connect(lambda: program.wiring.document.opened.connect(
            lambda _draft: close_soon()))
        program.window.show()
        app.exec()
        closing = time.monotonic()
        program.close()
        spent = time.monotonic() - closing
        left = [one.args for one in children if one.poll() is None]
        # On a busy machine closing may take as long as starting and reading took there.
        print(spent < max(5, closing - began), bool(children), left)
        """,
    )
    assert done.stdout.strip() == "True True []", done.stderr
    assert done.returncode == 0


def test_every_window_has_the_programs_icon(project, tmp_path):
    done = run_script(
        project,
        tmp_path,
        """
        from PySide6.QtCore import QTimer
        from ui.app.start import Program, make_application
        app = make_application()
        program = Program(app, [])
        beat = QTimer()
        beat.timeout.connect(lambda: app.windowIcon().isNull() or app.quit())
        beat.start(20)
        program.window.show()
        app.exec()
        sizes = sorted(one.width() for one in app.windowIcon().availableSizes())
        program.close()
        print(sizes)
        """,
    )
    assert done.stdout.strip() == "[16, 24, 32, 48, 64, 128, 256]", done.stderr


def test_a_file_that_is_gone_leaves_the_start_page(project, tmp_path):
    done = run_script(
        project,
        tmp_path,
        f"""
        import ui.dialogs.frame.messages as messages
        from ui.app.start import Program, make_application
        app = make_application()
        program = Program(app, [{str(tmp_path / "没有.docx")!r}])
        def told(parent, text):
            print(text, program.window.centre.currentWidget() is program.window.start_page)
            app.quit()
        messages.show_problem = told
        program.window.show()
        app.exec()
        program.close()
        """,
    )
    assert "没有.docx" in done.stdout, done.stderr
    assert done.stdout.strip().endswith("True")
