"""The dialogs over versions, marks, lists and settings, filled with our own samples (gallery)."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

PROJECT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(PROJECT))

from drafting.history.versions import VersionStore  # noqa: E402 - the checkout has to be found
from drafting.model.finding import IgnoreReach, Suppression  # noqa: E402
from drafting.model.mark import Decision  # noqa: E402
from drafting.settings.profile_file import load_profile  # noqa: E402
from drafting.settings.setting import Settings  # noqa: E402
from drafting.workspace.drafts.keeping import DraftVersions  # noqa: E402
from drafting.workspace.drafts.kept_words import OwnNote  # noqa: E402
from drafting.workspace.drafts.opening import parse_text  # noqa: E402
from drafting.workspace.papers.comparing import save_redline  # noqa: E402
from drafting.workspace.papers.marks import marks_for, read_marks  # noqa: E402
from drafting.workspace.papers.tasks import list_tasks  # noqa: E402
from ui.dialogs.checking.ignored import IgnoredDialog  # noqa: E402
from ui.dialogs.checking.profile import ProfileDialog  # noqa: E402
from ui.dialogs.checking.rules import RulesDialog  # noqa: E402
from ui.dialogs.document.kept_words import KeptWordsDialog, kept_rows  # noqa: E402
from ui.dialogs.document.particulars import ParticularsDialog  # noqa: E402
from ui.dialogs.keeping.comparison import ComparisonDialog  # noqa: E402
from ui.dialogs.keeping.round import RoundDialog  # noqa: E402
from ui.dialogs.keeping.versions import VersionsDialog  # noqa: E402
from ui.dialogs.papers.layouts import LayoutsDialog  # noqa: E402
from ui.dialogs.papers.marks import MarksDialog  # noqa: E402
from ui.dialogs.papers.tasks import TasksDialog  # noqa: E402
from ui.dialogs.program.help import HelpDialog  # noqa: E402
from ui.dialogs.program.settings import SettingsDialog  # noqa: E402
from ui.main_window.checking.office import settings_pages  # noqa: E402
from ui.main_window.keeping.versions import version_rows  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QDialog


_IGNORED = (
    Suppression(IgnoreReach.PLACE, "RP001", "一抓到底", "要", "。"),
    Suppression(IgnoreReach.DRAFT, "WD004", "打响攻坚战"),
    Suppression(IgnoreReach.OFFICE, "RP001", "开门红"),
)


def draft_dialogs(text: str) -> dict[str, Callable[[], QDialog]]:
    """Return how to make each dialog about a draft of that text, by the name of its picture."""
    return {
        "versions": lambda: _versions_dialog(text),
        "help": HelpDialog,
        "layouts": lambda: LayoutsDialog(parse_text(text)),
        "tasks": lambda: TasksDialog(list_tasks(parse_text(text))),
        "marks": lambda: _marks_dialog(text),
        "comparison": lambda: ComparisonDialog(
            ("一稿.docx", text), ("水利动员.jianggao", text.replace("要", "务必", 4))
        ),
        "settings": _settings_dialog,
        "rules": lambda: RulesDialog(Settings()),
        "profile": lambda: _profile_dialog("单位"),
        "profile-leaders": lambda: _profile_dialog("领导"),
        "ignored": lambda: IgnoredDialog(_IGNORED, lambda _code: "套话重复"),
        "particulars": lambda: ParticularsDialog(parse_text(text), {}),
        "kept-words": lambda: _kept_words_dialog(text),
        "round": lambda: RoundDialog(["一稿", "二稿", ""]),
    }


def _versions_dialog(text: str) -> QDialog:
    folder = tempfile.mkdtemp()
    versions = DraftVersions(VersionStore(Path(folder)), ())
    lines = text.split("\n")
    moved = "\n".join([*lines[:5], *lines[7:9], *lines[5:7], *lines[9:]])
    versions.keep(moved, "一稿")
    versions.keep(moved.replace("要", "务必", 3))
    versions.keep("\n".join(lines[:-2]), "二稿")
    versions.keep(text)
    dialog = VersionsDialog(versions, version_rows(versions.versions()), text)
    dialog._list.setCurrentRow(2)  # noqa: SLF001 - the picture shows changes
    return dialog


def _settings_dialog() -> QDialog:
    pages = settings_pages()
    links = (("校核规则…", "rules"), ("单位档案…", "profile"), ("清除留存…", "clear"))
    return SettingsDialog(pages, Settings(), links)


def _profile_dialog(page: str) -> QDialog:
    dialog = ProfileDialog(load_profile(PROJECT / "resources" / "samples" / "office.toml"))
    dialog.choose_page(page)
    return dialog


def _kept_words_dialog(text: str) -> QDialog:
    lines = text.split("\n")
    notes = [OwnNote(lines[6][:12], "数字待统计局核实"), OwnNote("改掉的话", "再问一遍")]
    return KeptWordsDialog(kept_rows(text, notes, (lines[4].partition("。")[0],)))


def _marks_dialog(text: str) -> QDialog:
    lines = text.split("\n")
    changed = "\n".join([*lines[:9], *lines[10:]]).replace("要", "务必", 3)
    path = Path(tempfile.mkdtemp()) / "批改稿.docx"
    save_redline(parse_text(text), parse_text(changed), path)
    returned = read_marks(path)
    dialog = MarksDialog(returned.marks, marks_for(returned, text), text)
    dialog.choose(Decision.LOCK, [0])
    dialog.choose(Decision.REFUSE, [1])
    return dialog
