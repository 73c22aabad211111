"""Every setting of the dialog holds for whatever is done next, without a new start."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox

from drafting.pagination.layout_files import load_layout
from drafting.parsing.parser import parse_draft
from drafting.settings.profile import Leader, OfficeProfile
from drafting.settings.profile_file import default_profile_path, save_profile
from drafting.workspace.checking.draft import ComparedWith, check_draft, options_of
from ui.dialogs.program.settings import SettingsDialog
from ui.settings_store.store import REOPEN
from ui.style.palette import current_palette

TEXT = (
    "在全县春耕现场会上的讲话\n同志们：\n今天，阚家塬同志也来了。我讲两点意见。\n"
    "一、把水源管起来\n要抓好“大走访”“大排查”，把《条例》、《办法》学到手。\n"
    "二、把责任压下去\n要一抓到底。"
)


def pages(running):
    return running.context.use_cases.papers.preview(
        parse_draft(TEXT), load_layout("reading"), has_pinyin=True
    )


def commas(running):
    office = running.context.use_cases.office.current()
    report = check_draft(parse_draft(TEXT), options_of((), office, ComparedWith()))
    return [one.span for one in report.findings]


# What is looked at again after the setting was changed: it has to differ.
PROBES = {
    "keeping.place": lambda running: running.context.use_cases.keeping().place,
    "checks.comma_between_quotes": commas,
    "reading.names": pages,
    "reading.word_list": pages,
    "reading.time_marks": pages,
    "window.scheme": lambda _running: current_palette(),
    "window.reopen": lambda running: running.context.settings.flag(REOPEN),
}


def others(control):
    """Yield after choosing each other value of a setting, the first one last."""
    if isinstance(control, QCheckBox):
        for _ in range(2):
            control.click()
            yield
        return
    for number in (*range(1, control.count()), 0):
        control.setCurrentIndex(number)
        yield


def test_every_setting_holds_at_once(running, qtbot, monkeypatch):
    monkeypatch.setattr("ui.dialogs.frame.messages.confirm_loss", lambda *_: False)
    leader = Leader("阚家塬", ("县委书记",), rank=1)
    save_profile(default_profile_path(), OfficeProfile(place="清河湾县", leaders=(leader,)))
    seen = {}

    def walk(dialog):
        qtbot.addWidget(dialog)
        for name, row in dialog.rows.items():
            look = PROBES[name]
            seen[name] = [look(running), *(look(running) for _ in others(row.control))]
        return 0

    monkeypatch.setattr(SettingsDialog, "exec", walk)
    running.action("settings")
    qtbot.waitUntil(lambda: len(seen) == len(PROBES), timeout=20000)
    running.settle(qtbot)
    for name, values in seen.items():
        assert values[0] == values[-1], name  # and back again
        assert any(one != values[0] for one in values), name
