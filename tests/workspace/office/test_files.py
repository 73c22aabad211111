"""What the office has set holds for every draft, in the window's child and on the console."""

from __future__ import annotations

import pytest

from drafting.errors import DraftingError
from drafting.model.finding import IgnoreReach
from drafting.parsing.parser import parse_draft
from drafting.settings.catalogue import RULES_OFF, RULES_OFF_BY_TYPE, RULES_ON
from drafting.settings.profile import OfficeProfile
from drafting.settings.profile_file import default_profile_path, save_profile
from drafting.settings.setting import Settings
from drafting.settings.settings_file import default_settings_path, save_settings
from drafting.workspace.checking.draft import ComparedWith, check_draft, options_of
from drafting.workspace.checking.messages import AskedText
from drafting.workspace.live.checks import CheckService
from drafting.workspace.live.child import CheckingChild
from drafting.workspace.office.files import Office, OfficeFiles, load_office
from drafting.workspace.office.ignoring import (
    ignore_finding,
    ignored_in_office,
    office_ignoring_path,
    take_back_in_office,
)
from tests.workspace.asking import full_report

TEXT = "动员会主持词\n同志们：\n要按照布署抓好二个层面。设备要按装到位，再按布署办。"


def codes(office: Office) -> list[str]:
    options = options_of((), office, ComparedWith())
    return [one.code for one in check_draft(parse_draft(TEXT), options).findings]


def test_rules_are_turned_off_and_on() -> None:
    off = Settings().with_value(RULES_OFF, ("WD",))
    assert set(codes(Office())) == {"WD001", "WD007"}
    assert codes(Office(settings=off)) == []
    assert codes(Office(settings=off.with_value(RULES_ON, ("WD007", "QQ123")))) == ["WD007"]
    by_type = Settings().with_value(RULES_OFF_BY_TYPE, {"主持词": ("WD001",), "汇报": ("WD",)})
    assert codes(Office(settings=by_type)) == ["WD007"]


def test_ignored_in_the_office_until_taken_back() -> None:
    first = check_draft(parse_draft(TEXT)).findings[0]
    for _twice in range(2):
        kept = ignore_finding(first, TEXT, IgnoreReach.OFFICE)
    assert ignored_in_office() == (kept,)
    assert codes(load_office()).count("WD001") == 1
    take_back_in_office(kept)
    take_back_in_office(kept)
    assert ignored_in_office() == ()
    assert codes(load_office()).count("WD001") == 3
    here = ignore_finding(first, TEXT, IgnoreReach.PLACE)
    assert here.reach is IgnoreReach.PLACE
    assert ignored_in_office() == ()


def test_the_child_follows_the_files() -> None:
    child = CheckingChild()
    service = CheckService(child)
    try:
        assert len(full_report(service, AskedText(TEXT)).findings) == 4
        save_profile(default_profile_path(), OfficeProfile(tolerated=("布署",)))
        assert len(full_report(service, AskedText(TEXT)).findings) == 2
        save_settings(default_settings_path(), Settings().with_value(RULES_OFF, ("WD001",)))
        report = full_report(service, AskedText(TEXT))
        assert [one.code for one in report.findings] == ["WD007"]
        ignore_finding(report.findings[0], TEXT, IgnoreReach.OFFICE)
        assert full_report(service, AskedText(TEXT)).findings == ()
    finally:
        child.close()


@pytest.mark.parametrize("content", ["", "place = [", "ignored = 3", "[[ignored]]\ncode = ''"])
def test_faulty_files_are_named_and_harm_nothing(content: str) -> None:
    default_profile_path().parent.mkdir(parents=True)
    for path in (default_profile_path(), default_settings_path(), office_ignoring_path()):
        path.write_text(content, encoding="utf-8")
    office = OfficeFiles().current()
    assert len(codes(office)) == 4
    assert bool(office.problems) == bool(content)
    for problem in office.problems:
        assert problem.endswith("。")
    if content:
        with pytest.raises(DraftingError):
            load_office(default_profile_path())
