"""Settings, rules, profile and ignored findings: changed in the window, in force at once."""

from __future__ import annotations

from drafting.model.finding import IgnoreReach, Suppression
from drafting.settings.profile import Leader, OfficeProfile
from drafting.settings.profile_file import default_profile_path, load_profile, save_profile
from drafting.settings.settings_file import default_settings_path, load_settings
from drafting.workspace.office.ignoring import ignored_in_office
from ui.dialogs.checking.ignored import IgnoredDialog
from ui.dialogs.checking.profile import ProfileDialog
from ui.dialogs.checking.rules import RulesDialog
from ui.dialogs.program.settings import SettingsDialog

CONFIRM = "ui.dialogs.frame.messages.confirm_loss"


def test_a_setting_is_written_when_it_is_changed(running, within, data_folder):
    def act(dialog):
        dialog.rows["keeping.place"].control.setCurrentIndex(1)
        dialog.rows["window.scheme"].control.setCurrentIndex(2)
        dialog.rows["reading.time_marks"].control.click()

    light = running.editor.styleSheet()
    within(SettingsDialog, "settings", act)
    assert load_settings(default_settings_path()).values == {
        "keeping.place": "beside",
        "reading.time_marks": True,
    }
    assert running.editor.styleSheet() != light
    assert running.window.actions_by_id["scheme_dark"].isChecked()


def test_settings_are_found_by_a_word_on_every_page(within):
    def act(dialog):
        dialog._search.setText("深色")
        shown = {name for name, row in dialog.rows.items() if not row.isHidden()}
        assert shown == {"window.scheme"}
        dialog._search.setText("无痕")
        shown = {name for name, row in dialog.rows.items() if not row.isHidden()}
        assert shown == {"keeping.place"}
        dialog._search.setText("没有的")
        assert not dialog._nothing.isHidden()
        dialog._search.clear()
        assert dialog._nothing.isHidden()
        assert not dialog.rows["keeping.place"].isHidden()
        assert dialog.rows["window.scheme"].isHidden()

    within(SettingsDialog, "settings", act)


def test_traceless_offers_to_clear_what_was_kept(running, within, monkeypatch, tmp_path):
    asked = []
    monkeypatch.setattr(CONFIRM, lambda _parent, text, *_words: asked.append(text) or True)
    running.context.settings.add_recent(tmp_path / "甲.jianggao")
    keeping = running.context.use_cases.keeping()
    keeping.versions_of("abcdefab", None).keep("从前的稿子。")
    within(
        SettingsDialog,
        "settings",
        lambda dialog: dialog.rows["keeping.place"].control.setCurrentIndex(2),
    )
    assert len(asked) == 1
    assert running.context.settings.recent_files() == []
    assert keeping.versions_of("abcdefab", None).versions() == ()


def test_a_rule_is_turned_off_and_on_and_the_draft_checked_again(writing, within):
    checked = writing.context.use_cases.checked

    def act(dialog):
        dialog.set_rule("ST006", is_on=False)
        assert load_settings(default_settings_path()).values["checks.rules_off"] == ("ST006",)
        dialog.set_rule("ST006", is_on=True)

    within(RulesDialog, "rules", act)
    assert load_settings(default_settings_path()).values == {}
    assert writing.context.use_cases.checked > checked


def test_a_rule_is_off_for_one_kind_of_speech(within):
    def act(dialog):
        dialog._kind.setCurrentText("主持词")
        dialog.set_rule("ST013", is_on=False)
        dialog._kind.setCurrentText("全部讲话")
        states = {one.data(0, 256): one.checkState(0).name for one in dialog._items()}
        assert states["ST013"] == "Checked"

    within(RulesDialog, "rules", act)
    by_kind = load_settings(default_settings_path()).values["checks.rules_off_by_type"]
    assert dict(by_kind) == {"主持词": ("ST013",)}


def test_a_whole_group_is_turned_off(within):
    def act(dialog):
        group = dialog._groups[1]
        group.setCheckState(0, group.checkState(0).Unchecked)

    within(RulesDialog, "rules", act)
    off = load_settings(default_settings_path()).values["checks.rules_off"]
    assert len({code[:2] for code in off}) == 1
    assert len(off) > 3


def test_rules_are_found_and_explained(within):
    def act(dialog):
        dialog._search.setText("称谓")
        shown = [one.data(0, 256) for one in dialog._items() if not one.isHidden()]
        assert "ST006" in shown
        assert len(shown) < 20
        dialog.choose_rule("ST006")
        assert dialog._explanation is not None

    within(RulesDialog, "rules", act)


def test_the_profile_is_filled_in_and_saved(writing, within):
    checked = writing.context.use_cases.checked

    def act(dialog):
        dialog._fields["place"].setText("清河湾县")
        dialog._fields["level"].setText("县级")
        dialog.choose_page("领导")
        leaders = dialog._tables["leaders"]
        leaders.add_row()
        leaders._grid.item(0, 0).setText("何远山")
        leaders._grid.item(0, 1).setText("县委书记；书记")
        leaders._grid.item(0, 2).setText("2025年3月1日")
        dialog._save()

    within(ProfileDialog, "profile", act)
    profile = load_profile(default_profile_path())
    assert (profile.place, profile.level) == ("清河湾县", "县")
    assert profile.leaders[0].posts == ("县委书记", "书记")
    assert writing.context.use_cases.checked > checked


def test_a_slip_in_the_profile_is_named_and_nothing_is_lost(within, monkeypatch):
    told = []
    room = "ui.dialogs.checking.profile"
    monkeypatch.setattr(f"{room}.show_problem", lambda _parent, text: told.append(text))
    monkeypatch.setattr(f"{room}.confirm", lambda *_: True)

    def act(dialog):
        leaders = dialog._tables["leaders"]
        leaders.add_row()
        leaders._grid.item(0, 0).setText("何远山")
        leaders._grid.item(0, 2).setText("去年")
        dialog._save()
        assert leaders.rows()[0]["since"] == "去年"
        dialog.reject()

    within(ProfileDialog, "profile", act)
    assert "领导第 1 行的“任职起”" in told[0]
    assert not default_profile_path().exists()


def test_rows_are_moved_and_dropped(within):
    leaders = tuple(Leader(name, rank=at) for at, name in enumerate(("甲某", "乙某", "丙某"), 1))
    save_profile(default_profile_path(), OfficeProfile(leaders=leaders))

    def act(dialog):
        leaders = dialog._tables["leaders"]
        leaders._grid.setCurrentCell(2, 0)
        leaders._move(-1)
        leaders._move(-1)
        leaders._grid.setCurrentCell(1, 0)
        leaders._drop()
        dialog._save()

    within(ProfileDialog, "profile", act)
    assert [one.name for one in load_profile(default_profile_path()).leaders] == ["丙某", "乙某"]


def test_a_profile_is_passed_round(within, running, monkeypatch, tmp_path):
    path = tmp_path / "档案.toml"
    choices = "ui.main_window.frame.file_choices"
    monkeypatch.setattr(f"{choices}.ask_new_path", lambda *_: path)
    monkeypatch.setattr(f"{choices}.ask_profile_path", lambda *_: path)

    def act(dialog):
        dialog._fields["place"].setText("清河湾县")
        dialog._export()
        assert load_profile(path).place == "清河湾县"
        dialog._fields["place"].setText("别处")
        dialog.import_wanted.emit()
        assert dialog._fields["place"].text() == "清河湾县"

    within(ProfileDialog, "profile", act)


def test_a_faulty_profile_is_told_once_with_its_place(writing, qtbot, told):
    path = default_profile_path()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("place = 清河湾县", encoding="utf-8")
    for _ in range(2):
        writing.action("check")
        writing.settle(qtbot)
    assert len(told) == 1
    assert "单位档案" in told[0]
    assert "第 1 行" in told[0]


def test_what_the_office_and_the_draft_ignore_is_taken_back(writing, within, qtbot):
    writing.action("next_finding")
    first, second = writing.wiring.findings.findings[:2]
    writing.wiring.findings.ignore(first, IgnoreReach.OFFICE)
    writing.settle(qtbot)
    writing.document.add_suppression(Suppression(IgnoreReach.DRAFT, second.code, "一抓到底"))
    assert len(ignored_in_office()) == 1

    def act(dialog):
        assert dialog._list.count() == 2
        assert dialog._list.item(0).text().startswith("本稿")
        dialog._button.click()
        dialog._button.click()
        assert not dialog._button.isEnabled()

    within(IgnoredDialog, "ignored", act)
    assert ignored_in_office() == ()
    assert writing.document.snapshot().suppressions == ()
