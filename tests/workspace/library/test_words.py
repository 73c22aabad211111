"""The office's own words raise no alarm once its library knows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from drafting.corpus.own_words import words_file
from drafting.parsing.parser import parse_draft
from drafting.workspace.checking.draft import CheckOptions, check_draft
from drafting.workspace.checking.messages import AskedText
from drafting.workspace.checking.spelling import LibrarySpellers, counting_speller, shared_speller
from drafting.workspace.library.importing import add_speeches
from drafting.workspace.library.opening import default_library
from drafting.workspace.library.speeches import remove_speeches
from drafting.workspace.library.words import (
    current_library_words,
    library_words,
    refresh_library_words,
)
from drafting.workspace.live.checks import CheckService
from drafting.workspace.live.child import CheckingChild
from drafting.workspace.live.draft import LiveDraft
from tests.workspace.asking import full_report

if TYPE_CHECKING:
    from pathlib import Path

PAST = [
    "在春耕现场会上的讲话\n同志们：\n坳背村的莓好生活节接待群众三千人次。\n全力以富行动要进村入户。",
    "在夏收调度会上的讲话\n同志们：\n黄柏塬要把莓好生活节办好。\n今年的全力以富行动反响很好。",
    "在秋收总结会上的讲话\n同志们：\n石磜村抓莓好生活节抓得实。\n这就是全力以富行动的底气。",
]
NEW = "在年终总结会上的讲话\n同志们：\n各乡镇要支持莓好生活节，扩大全力以富行动的覆盖面。"
SLIP = NEW + "\n今年财正收入实现较快增长。"


@pytest.fixture
def library(tmp_path: Path) -> Path:
    folder = tmp_path / "往年"
    folder.mkdir()
    for number, text in enumerate(PAST):
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    add_speeches([folder], default_library())
    return default_library()


def alarms(text: str, options: CheckOptions) -> list[str]:
    report = check_draft(parse_draft(text), options)
    assert report.failed_rules == ()
    return [one.span.of(text) for one in report.findings if one.code in ("WD002", "WD003")]


def test_own_words_raise_no_alarm_and_slips_do(library: Path) -> None:
    assert alarms(NEW, CheckOptions()) != []
    options = CheckOptions(speller=counting_speller(library))
    assert alarms(NEW, options) == []
    assert ["正" in one for one in alarms(SLIP, options)] == [True]
    assert library_words(library) is not None


def test_the_checking_child_takes_the_words_once_they_are_counted(library: Path) -> None:
    child = CheckingChild()
    service = CheckService(child, library)

    def told() -> list[str]:
        report = full_report(service, AskedText(NEW))
        return [one.code for one in report.findings if one.code in ("WD002", "WD003")]

    try:
        assert told() != []
        assert refresh_library_words(library)
        assert told() == []
    finally:
        child.close()


def test_one_speller_is_kept_until_the_words_change(library: Path) -> None:
    spellers = LibrarySpellers()
    assert spellers.speller(None) is shared_speller()
    assert spellers.speller(library) is shared_speller()
    refresh_library_words(library)
    known = spellers.speller(library)
    assert known is not shared_speller()
    assert spellers.speller(library) is known
    words_file(library).unlink()
    assert spellers.speller(library) is shared_speller()


def test_a_live_draft_forgets_what_another_speller_said(library: Path) -> None:
    live = LiveDraft(shared_speller())

    def told(options: CheckOptions) -> list[str]:
        step, done = "paragraphs", None
        while step is not None:
            done = live.check(NEW, 1, parse_draft(NEW).particulars, options, step)
            step = done.following
        assert done is not None
        return [one.code for one in done.report.findings if one.code in ("WD002", "WD003")]

    assert told(CheckOptions()) != []
    assert told(CheckOptions(speller=counting_speller(library))) == []


def test_what_is_removed_leaves_no_count(library: Path) -> None:
    refresh_library_words(library)
    remove_speeches(library, [1])
    assert not words_file(library).exists()
    assert library_words(library) is None


def test_a_library_that_cannot_be_read_is_no_trouble(tmp_path: Path) -> None:
    path = tmp_path / "别的.db"
    path.write_bytes(b"no library at all" * 500)
    assert current_library_words(path) is None
    assert current_library_words(tmp_path / "没有.db") is None
