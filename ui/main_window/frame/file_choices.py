"""Ask for a file with the system's own dialog."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_WORD = ".docx"
_SAVED_KINDS = {".jianggao": "讲稿", _WORD: "Word 文件", ".pdf": "PDF 文件"}
# Who writes these wants a Word file; of those we write the newest kind.
_WORD_ENDINGS = (".doc", ".wps", ".rtf")
_WITH_FIXES = "批注，无须斟酌的改法写成修订"


def _open_filter() -> str:
    """Return the filters of the open dialog: everything that can be read, then kind by kind."""
    from drafting.workspace.drafts.opening import file_kinds  # the importers load when first wanted

    kinds = [
        (name, " ".join(f"*{suffix}" for suffix in suffixes)) for name, suffixes in file_kinds()
    ]
    everything = ("讲稿与文档", " ".join(patterns for _, patterns in kinds))
    listed = [f"{name} ({patterns})" for name, patterns in (everything, *kinds)]
    return ";;".join([*listed, "所有文件 (*)"])


def ask_open_path(parent: QWidget, folder: Path, title: str = "打开") -> Path | None:
    """Return the file to open, or None."""
    from PySide6.QtWidgets import QFileDialog  # its types cost the start time

    name, _ = QFileDialog.getOpenFileName(parent, title, str(folder), _open_filter())
    return Path(name) if name else None


def ask_save_path(parent: QWidget, proposed: Path) -> Path | None:
    """Return where to save a draft, or None; a Word file or a PDF where that was chosen.

    Whoever comes from Word looks for those kinds here, or writes the ending.
    """
    from PySide6.QtWidgets import QFileDialog

    kinds = ";;".join(f"{name} (*{suffix})" for suffix, name in _SAVED_KINDS.items())
    name, kind = QFileDialog.getSaveFileName(parent, "保存讲稿", str(proposed), kinds)
    draft, *others = _SAVED_KINDS
    wanted = next((one for one in others if f"*{one}" in kind), draft)
    if wanted != draft:
        name = name.removesuffix(draft)  # the proposed ending, not the user's wish
    elif name.lower().endswith(_WORD_ENDINGS):
        wanted = _WORD
    if name.lower().endswith(tuple(_SAVED_KINDS)):
        return Path(name)
    return _with_suffix(parent, _without_word_ending(name), wanted)


def ask_export_path(parent: QWidget, proposed: Path) -> Path | None:
    """Return where to write the Word file or the PDF, or None."""
    from PySide6.QtWidgets import QFileDialog

    kinds = "Word 文件 (*.docx);;PDF 文件 (*.pdf)"
    name, kind = QFileDialog.getSaveFileName(parent, "导出", str(proposed), kinds)
    if name.lower().endswith(".pdf"):
        return Path(name)
    wanted = ".pdf" if "*.pdf" in kind else _WORD
    return _with_suffix(parent, _without_word_ending(name), wanted)


def ask_profile_path(parent: QWidget, folder: Path) -> Path | None:
    """Return the office profile to take in, or None."""
    from PySide6.QtWidgets import QFileDialog

    kinds = "单位档案 (*.toml);;所有文件 (*)"
    name, _ = QFileDialog.getOpenFileName(parent, "导入单位档案", str(folder), kinds)
    return Path(name) if name else None


def ask_tasks_path(parent: QWidget, proposed: Path) -> Path | None:
    """Return where to write the list of tasks, as a Word table or a sheet, or None."""
    from PySide6.QtWidgets import QFileDialog

    kinds = "Word 表格 (*.docx);;电子表格 (*.xlsx)"
    name, kind = QFileDialog.getSaveFileName(parent, "任务清单", str(proposed), kinds)
    if "*.xlsx" in kind and name.lower().endswith(".docx"):
        name = name[: -len(".docx")]  # the proposed ending, not the user's wish
    if name.lower().endswith((".docx", ".xlsx")):
        return Path(name)
    return _with_suffix(parent, name, ".xlsx" if "*.xlsx" in kind else ".docx")


def ask_annotated_path(parent: QWidget, proposed: Path) -> tuple[Path, bool] | None:
    """Return where to write the Word file with comments, and whether with tracked changes too."""
    from PySide6.QtWidgets import QFileDialog

    kinds = f"只写批注 (*.docx);;{_WITH_FIXES} (*.docx)"
    name, kind = QFileDialog.getSaveFileName(parent, "存批注稿", str(proposed), kinds)
    path = _with_suffix(parent, name, ".docx")
    return None if path is None else (path, kind.startswith(_WITH_FIXES))


def ask_new_path(parent: QWidget, title: str, proposed: Path, kind: str) -> Path | None:
    """Return where to write a file of one kind (``单位档案 (*.toml)``), or None."""
    from PySide6.QtWidgets import QFileDialog

    name, _ = QFileDialog.getSaveFileName(parent, title, str(proposed), kind)
    return _with_suffix(parent, name, proposed.suffix)


def _without_word_ending(name: str) -> str:
    return name.rpartition(".")[0] if name.lower().endswith(_WORD_ENDINGS) else name


def _with_suffix(parent: QWidget, name: str, suffix: str) -> Path | None:
    """Return the chosen file with its suffix, None where the user does not want that one.

    The system's dialog has asked only about the name as it was written there.
    """
    if not name:
        return None
    if name.lower().endswith(suffix):
        return Path(name)
    path = Path(name + suffix)
    if path.exists():
        from ui.dialogs.frame.messages import confirm

        if not confirm(parent, f"“{path.name}”已经存在，要替换它吗？", "替换"):
            return None
    return path


def ask_folder(parent: QWidget, folder: Path) -> Path | None:
    """Return the folder of past speeches, or None."""
    from PySide6.QtWidgets import QFileDialog

    name = QFileDialog.getExistingDirectory(parent, "选择讲话稿所在的文件夹", str(folder))
    return Path(name) if name else None


def ask_speech_files(parent: QWidget, folder: Path) -> list[str]:
    """Return the files to take into the library, none where nothing was chosen."""
    from PySide6.QtWidgets import QFileDialog

    names, _ = QFileDialog.getOpenFileNames(parent, "添加讲话稿", str(folder), _open_filter())
    return list(names)


def ask_copy_path(parent: QWidget, folder: Path) -> Path | None:
    """Return where to write a copy of the library, or None."""
    from PySide6.QtWidgets import QFileDialog

    proposed = str(folder / "素材库备份.db")
    name, _ = QFileDialog.getSaveFileName(parent, "备份素材库", proposed, "素材库 (*.db)")
    return _with_suffix(parent, name, ".db")
