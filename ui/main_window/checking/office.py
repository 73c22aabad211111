"""Settings, rules, office profile, ignored findings: shown, changed, and in force at once."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal

from drafting.errors import DraftingError
from drafting.model.severity import IgnoreReach
from ui.main_window.document.work import DraftWork
from ui.settings_store.store import REOPEN, SCHEME

if TYPE_CHECKING:
    from drafting.model.finding import Suppression
    from drafting.settings.profile import OfficeProfile
    from drafting.settings.setting import Setting, Settings
    from ui.dialogs.checking.profile import ProfileDialog
    from ui.dialogs.program.settings import SettingsPage
    from ui.main_window.document.work import DraftPlace

_PROFILE_NAME = "单位档案.toml"


class OfficeSession(DraftWork):
    """``recheck_wanted``: what is checked for is another now; ``scheme_chosen``: other colours."""

    recheck_wanted = Signal()
    scheme_chosen = Signal(str)

    def __init__(self, place: DraftPlace) -> None:
        super().__init__(place)
        self._cases = place.context.use_cases.office
        self._told_problems: tuple[str, ...] = ()

    def tell_problems(self) -> None:
        """Tell of faulty files of the office, each state of them once."""
        problems = self._cases.current().problems
        if problems != self._told_problems:
            self._told_problems = problems
            if problems:
                from ui.dialogs.frame.messages import show_problem

                show_problem(self._window, "\n".join(problems))

    def show_settings(self) -> None:
        """Show the settings; what is changed holds at once."""
        from ui.dialogs.program.settings import SettingsDialog

        links = (("校核规则…", "rules"), ("单位档案…", "profile"), ("清除留存…", "clear"))
        pages, values = settings_pages(), self._values()
        dialog = SettingsDialog(pages, values, links, self._window)
        dialog.changed.connect(self._change)
        others = {"rules": self.show_rules, "profile": self.show_profile, "clear": self.clear_kept}
        dialog.page_wanted.connect(lambda name: others[name]())
        dialog.exec()
        dialog.deleteLater()

    def clear_kept(self, *, is_traceless_now: bool = False) -> None:
        """Remove versions, recovery copies and recent files of all drafts, once confirmed."""
        from ui.dialogs.frame.messages import confirm_loss

        before = "从现在起不再留存。以前留下的也清除吗？" if is_traceless_now else "清除留存？"
        question = (
            f"{before}本机数据文件夹里所有稿件的版本、恢复副本和最近文件的记录都会删掉，不能恢复；"
            "稿件本身、素材库，放在稿件旁边的版本和 .bak 备份不受影响。"
        )
        # 取消 would seem to take back the setting.
        if not confirm_loss(self._window, question, "清除", "不清除"):
            return
        self._context.settings.forget_files()
        keeping = self._context.use_cases.keeping
        self._context.jobs.run(
            lambda: keeping().clear_all(),
            lambda _result: self.told.emit("本机留存已清除。"),
            self._session.fail,
        )

    def show_rules(self) -> None:
        """Show the rules; what is turned on or off holds at once."""
        from ui.dialogs.checking.rules import RulesDialog

        dialog = RulesDialog(self._cases.current().settings, self._window)
        dialog.settings_changed.connect(self._save_settings)
        dialog.exec()
        dialog.deleteLater()

    def show_profile(self) -> None:
        """Show the office profile; it is written when the user saves."""
        from ui.dialogs.checking.profile import ProfileDialog

        self.tell_problems()
        dialog = ProfileDialog(self._cases.current().profile, self._window)
        dialog.saved.connect(self._save_profile)
        dialog.import_wanted.connect(lambda: self._import_profile(dialog))
        dialog.export_wanted.connect(self._export_profile)
        dialog.exec()
        dialog.deleteLater()

    def show_ignored(self) -> None:
        """Show what the draft and the office ignore."""
        from ui.dialogs.checking.ignored import IgnoredDialog

        own = self._session.snapshot().suppressions if self._session.is_open else ()
        try:
            ignored = (*own, *self._cases.ignored())
        except DraftingError as error:
            self._session.fail(error)
            ignored = own
        dialog = IgnoredDialog(ignored, self._rule_name, self._window)
        dialog.taken_back.connect(self._take_back)
        dialog.exec()
        dialog.deleteLater()

    def _values(self) -> Settings:
        known = self._cases.current().settings
        window = self._context.settings
        known = known.with_value(scheme_setting(), window.word(SCHEME))
        return known.with_value(reopen_setting(), window.flag(REOPEN))

    def _change(self, setting: Setting[Any], value: object) -> None:
        if setting.name == scheme_setting().name:
            self.scheme_chosen.emit(str(value))
            return
        if setting.name == reopen_setting().name:
            self._context.settings.remember(REOPEN, value=bool(value))
            return
        self._save_settings(self._cases.current().settings.with_value(setting, value))
        if setting.name == "keeping.place" and value == "none":
            self.clear_kept(is_traceless_now=True)

    def _save_settings(self, settings: Settings) -> None:
        try:
            self._cases.save_settings(settings)
        except DraftingError as error:
            self._session.fail(error)
        self.recheck_wanted.emit()

    def _save_profile(self, profile: OfficeProfile) -> None:
        try:
            self._cases.save_profile(profile)
        except DraftingError as error:
            self._session.fail(error)
            return
        self.told.emit("单位档案已保存，校核按新的档案重新进行。")
        self.recheck_wanted.emit()

    def _import_profile(self, dialog: ProfileDialog) -> None:
        from ui.main_window.frame.file_choices import ask_profile_path

        path = ask_profile_path(self._window, Path.home())
        if path is None:
            return
        try:
            dialog.show_profile(self._cases.read_profile(path))
        except DraftingError as error:
            self._session.fail(error)

    def _export_profile(self, profile: OfficeProfile) -> None:
        from ui.main_window.frame.file_choices import ask_new_path

        path = ask_new_path(
            self._window, "导出单位档案", Path.home() / _PROFILE_NAME, "单位档案 (*.toml)"
        )
        if path is None:
            return
        try:
            self._cases.write_profile(path, profile)
        except DraftingError as error:
            self._session.fail(error)
            return
        self.told.emit(f"单位档案已导出：{path}")

    def _take_back(self, wanted: Suppression) -> None:
        if wanted.reach is not IgnoreReach.OFFICE:
            self._session.remove_suppression(wanted)
        else:
            try:
                self._cases.take_back(wanted)
            except DraftingError as error:
                self._session.fail(error)
        self.recheck_wanted.emit()

    def _rule_name(self, code: str) -> str:
        try:
            rule = self._context.use_cases.rule(code)
        except DraftingError:  # a rule of another version
            return "未知规则"
        return rule.summary or rule.name


def settings_pages() -> list[SettingsPage]:
    """Return the pages of the settings: those of the program group by group, then the window's."""
    from drafting.settings.catalogue import GROUPS, RULE_SETTINGS, SETTINGS
    from ui.dialogs.program.settings import SettingsPage

    listed = [one for one in SETTINGS if one not in RULE_SETTINGS]
    pages = []
    for group, title in GROUPS.items():
        own = tuple(one for one in listed if one.name.partition(".")[0] == group)
        if own:
            pages.append(SettingsPage(title, own))
    own_pages = (("外观", scheme_setting()), ("启动", reopen_setting()))
    return [*pages, *(SettingsPage(title, (one,)) for title, one in own_pages)]


def reopen_setting() -> Setting[bool]:
    """Return whether the last draft is taken up at the start, in the shape of the others."""
    from drafting.settings.setting import Setting

    return Setting(
        "window.reopen",
        False,  # noqa: FBT003 - a default
        "启动时接着写上次的稿件",
        "打开讲稿时不经起始页，回到上次关闭时的稿件和光标所在的地方。",
    )


def scheme_setting() -> Setting[str]:
    """Return the window's own setting of colours in the shape of the others."""
    from drafting.settings.setting import Choice, Setting

    return Setting(
        "window.scheme",
        "system",
        "配色",
        "白天用浅色，夜里用深色，看不清时用高对比度，或跟随系统。",
        (
            Choice("system", "跟随系统"),
            Choice("light", "浅色"),
            Choice("dark", "深色"),
            Choice("contrast", "高对比度"),
        ),
    )
