"""The draft in the window is checked step by step, the speller for a short while each turn."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from drafting.checks.base import CheckContext
from drafting.checks.runner import run_checks
from drafting.lexicons.lexicons import load_lexicons
from drafting.model.overlap import OverlapReport
from drafting.model.particulars import Particulars
from drafting.parsing.parser import parse_draft
from drafting.settings.setting import Settings
from drafting.spelling.correction import Correction, EditKind
from drafting.workspace.checking.draft import CheckOptions
from drafting.workspace.checking.spelling import PatientSpeller
from drafting.workspace.live.draft import FIRST_STEP, LiveDraft

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafting.checks.report import CheckReport
    from drafting.settings.profile import OfficeProfile

SENTENCES = "".join(f"第{number}个项目要抓紧开工，责任单位明天报来进渡。" for number in range(120))
TEXT = f"在项目会上的讲话\n同志们：\n项目要真抓实干。{SENTENCES}\n要把工作布署好。"


@dataclass
class SlowSpeller:
    """Says that 渡 should be 度, one hundredth of a second a sentence."""

    seen: list[str] = field(default_factory=list)

    def corrections(self, sentences: Sequence[str]) -> list[tuple[Correction, ...]]:
        self.seen += sentences
        time.sleep(0.01 * len(sentences))
        return [
            (Correction(place, place + 1, "度", EditKind.SUBSTITUTION, "", 0, False, 1.0),)
            if place >= 0
            else ()
            for place in (one.find("渡") for one in sentences)
        ]


@dataclass
class CountingLibrary:
    """A library of no speeches that counts the questions."""

    asked: list[str] = field(default_factory=list)

    def overlap(
        self, text: str, _profile: OfficeProfile, _except_for: Sequence[str] = ()
    ) -> OverlapReport:
        self.asked.append(text)
        return OverlapReport()


def steps_of(live: LiveDraft, text: str, options: CheckOptions) -> list[CheckReport]:
    reports: list[CheckReport] = []
    step: str | None = FIRST_STEP
    while step is not None:
        checked = live.check(text, 1, Particulars(), options, step)
        reports.append(checked.report)
        step = checked.following
    return reports


def codes(report: CheckReport) -> list[str]:
    return sorted(one.code for one in report.findings)


def test_the_last_step_knows_what_a_whole_check_knows() -> None:
    speller, library = SlowSpeller(), CountingLibrary()
    reports = steps_of(LiveDraft(speller), TEXT, CheckOptions(library=library))
    draft = parse_draft(TEXT, revision=1)
    whole = run_checks(
        draft, CheckContext(load_lexicons(), date=draft.particulars.date, speller=SlowSpeller())
    )
    assert reports[-1].findings == whole.findings
    assert "WD001" in codes(reports[1])
    assert len(reports) > 4
    counts = [len(one.findings) for one in reports]
    assert counts == sorted(counts)
    assert library.asked == [TEXT]
    assert len(speller.seen) == len(set(speller.seen))


def test_after_an_edit_only_the_changed_sentence_is_spelt_again() -> None:
    speller = SlowSpeller()
    live = LiveDraft(speller)
    steps_of(live, TEXT, CheckOptions())
    known = len(speller.seen)
    steps_of(live, TEXT.replace("布署", "部署"), CheckOptions())
    assert speller.seen[known:] == ["要把工作部署好。"]


def test_rules_off_by_the_settings_are_off_in_every_step() -> None:
    settings = Settings({"checks.rules_off": ("WD",)})
    reports = steps_of(LiveDraft(SlowSpeller()), TEXT, CheckOptions(settings=settings))
    assert not [code for one in reports for code in codes(one) if code.startswith("WD")]


def test_a_turn_of_the_speller_ends_in_time_and_always_gets_further() -> None:
    speller = PatientSpeller(SlowSpeller(), seconds=0.0)
    sentences = [f"第{number}句。" for number in range(40)]
    turns = 0
    while True:
        speller.begin_turn()
        speller.corrections(sentences)
        turns += 1
        if speller.is_done:
            break
    assert turns == 3
