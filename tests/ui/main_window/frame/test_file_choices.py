from __future__ import annotations

import pytest
from PySide6.QtWidgets import QFileDialog

from drafting.importers.registry import IMPORTERS
from ui.main_window.frame.file_choices import _open_filter, ask_export_path, ask_save_path


def test_everything_that_can_be_read_can_be_chosen() -> None:
    first, *_, last = _open_filter().split(";;")
    suffixes = [suffix for importer in IMPORTERS for suffix in importer.suffixes]
    assert all(f"*{suffix}" in first for suffix in [".jianggao", *suffixes])
    assert last == "所有文件 (*)"


@pytest.mark.parametrize(
    ("ask", "suffix"), [(ask_save_path, ".jianggao"), (ask_export_path, ".docx")]
)
def test_a_name_without_suffix_never_replaces_a_file_unasked(ask, suffix, tmp_path, monkeypatch):
    asked = []
    answers = [False, True]
    written = str(tmp_path / "讲话3.1稿")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (written, ""))
    monkeypatch.setattr(
        "ui.dialogs.frame.messages.confirm",
        lambda _p, text, _a: asked.append(text) or answers.pop(0),
    )
    whole = tmp_path / f"讲话3.1稿{suffix}"
    assert ask(None, tmp_path / "甲") == whole
    assert asked == []
    whole.write_bytes(b"old")
    assert ask(None, tmp_path / "甲") is None
    assert ask(None, tmp_path / "甲") == whole
    assert whole.name in asked[0]


@pytest.mark.parametrize(
    ("written", "kind", "name"),
    [
        ("讲话", "讲稿 (*.jianggao)", "讲话.jianggao"),
        ("讲话.docx", "讲稿 (*.jianggao)", "讲话.docx"),
        ("讲话.jianggao", "Word 文件 (*.docx)", "讲话.docx"),
        ("讲话3.1稿", "PDF 文件 (*.pdf)", "讲话3.1稿.pdf"),
        ("讲话.PDF", "讲稿 (*.jianggao)", "讲话.PDF"),
        ("讲话.doc", "讲稿 (*.jianggao)", "讲话.docx"),
        ("讲话.WPS", "Word 文件 (*.docx)", "讲话.docx"),
        ("讲话.doc", "PDF 文件 (*.pdf)", "讲话.pdf"),
    ],
)
def test_a_draft_is_saved_as_the_kind_that_was_chosen_or_written(
    written, kind, name, tmp_path, monkeypatch
):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / written), kind))
    assert ask_save_path(None, tmp_path / "讲话.jianggao") == tmp_path / name


@pytest.mark.parametrize(
    ("written", "kind", "name"),
    [
        ("讲话.doc", "Word 文件 (*.docx)", "讲话.docx"),
        ("讲话.rtf", "PDF 文件 (*.pdf)", "讲话.pdf"),
        ("讲话.pdf", "Word 文件 (*.docx)", "讲话.pdf"),
    ],
)
def test_an_older_ending_of_word_is_exported_as_the_newest(
    written, kind, name, tmp_path, monkeypatch
):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / written), kind))
    assert ask_export_path(None, tmp_path / "讲话.docx") == tmp_path / name
