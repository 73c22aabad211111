"""The context leads to the use cases, which are imported only when they are needed."""

from __future__ import annotations

import subprocess
import sys

from drafting.files.draft_file import DraftFile
from drafting.model.finding import IgnoreReach, Suppression
from drafting.model.particulars import Particulars, SpeechType
from drafting.pagination.layout_files import load_layout
from ui.context.app_context import make_context
from ui.context.snapshot import TextSnapshot


def test_the_data_folder_is_the_users_and_nothing_is_made_yet(data_folder, qapp):
    context = make_context(lambda _error: None)
    assert context.data_folder == data_folder
    assert not data_folder.exists()
    context.shut_down()


def test_importing_the_context_imports_no_use_case(project):
    code = (
        "import sys, ui.context.app_context; "
        "print([m for m in sys.modules if m.startswith(('drafting.workspace', 'drafting.checks'))])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=project, capture_output=True, text=True, check=True,
        encoding="utf-8",
    )  # fmt: skip
    assert done.stdout.strip() == "[]"


def test_a_draft_file_keeps_what_belongs_to_the_text(qapp):
    cases = make_context(lambda _error: None).use_cases
    suppression = Suppression(IgnoreReach.PLACE, "WD001", "布署", "今天", "春耕")
    snapshot = TextSnapshot(
        "正文", 7, Particulars(kind=SpeechType.MOBILISATION, slot_minutes=15), (suppression,)
    )
    base = DraftFile(text="旧", locked=("一句话",), extra={"other": 1})
    saved = cases.draft_file(snapshot, base)
    assert (saved.text, saved.revision, saved.locked, saved.extra) == (
        "正文", 7, ("一句话",), {"other": 1},
    )  # fmt: skip
    assert saved.particulars == {"kind": "动员", "slot_minutes": 15}
    assert cases.suppressions_in(saved) == (suppression,)


def test_the_use_cases_do_what_they_say(qapp, tmp_path):
    cases = make_context(lambda _error: None).use_cases
    cases.warm_up()
    snapshot = TextSnapshot("在春耕会上的讲话\n同志们：\n一、抓紧\n布署春耕。", 3)
    draft = cases.parse(snapshot)
    assert draft.revision == 3
    layout, pages = cases.papers.preview(draft, load_layout("official"))
    assert (layout.id, len(pages)) == ("official", 1)
    cases.papers.export_file(draft, tmp_path / "甲.docx", layout)
    assert (tmp_path / "甲.docx").stat().st_size > 1000
    assert {one.id for one in cases.writing.list_templates()}
    template = cases.writing.list_templates()[0]
    assert cases.writing.new_from_template(template.id, 3).text
    assert cases.writing.suggest("", "closing", "", "", "")
    assert cases.rule("WD001").code == "WD001"


def test_checks_run_in_a_child_and_end_with_the_context(qapp):
    context = make_context(lambda _error: None)
    snapshot = TextSnapshot("在春耕会上的讲话\n同志们：\n今天布署春耕。", 5)
    checked = context.use_cases.check(snapshot)
    assert checked.report.revision == 5
    checked = context.use_cases.check(snapshot, checked.following)
    assert "WD001" in {one.code for one in checked.report.findings}
    context.shut_down()
