"""Right wording that looks faulty: no rule may speak of an error or a warning."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from drafting.checks.base import CheckContext
from drafting.checks.runner import run_checks
from drafting.lexicons.lexicons import load_lexicons
from drafting.model.finding import Severity
from drafting.parsing.parser import parse_draft
from drafting.settings.profile import OfficeProfile
from tests.checks.planting.office import PROFILE

FILE = Path(__file__).resolve().parents[1] / "fixtures" / "checks" / "traps.txt"
# Traps that a rule still falls into, by code and the first characters: they may only get fewer.
FALLEN_INTO = {
    ("NU007", "新建项目30个，其中"),
    ("PU005", "看一看、等一等"),
    ("WD004", "老标语上的“崑仑”"),
}
FRAME = (
    "在全县工作会议上的讲话\n同志们：\n今天把大家请来，主要是把下一步的事情说清楚。\n{}\n"
    "同志们，任务已经明确，让我们抓紧干起来！"
)


def trap_sections() -> dict[str, list[str]]:
    """Return the passages by what they are a trap for."""
    sections: dict[str, list[str]] = {}
    passages: list[str] = []
    for line in FILE.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            passages = sections.setdefault(line[3:], [])
        elif line and not line.startswith("#"):
            passages.append(line)
    return sections


SECTIONS = trap_sections()


def speech_of(passage: str) -> str:
    """Return a whole speech with the passage in it."""
    lines = passage.replace("|", "\n")
    return lines[1:] if lines.startswith("=") else FRAME.format(lines)


def alarms(passage: str, profile: OfficeProfile) -> list[tuple[str, str, str]]:
    """Return what rules object to in a passage, graver than a suggestion."""
    context = CheckContext(load_lexicons(), profile=profile, date=dt.date(2026, 3, 6))
    text = speech_of(passage)
    report = run_checks(parse_draft(text), context)
    assert report.failed_rules == ()
    return [
        (one.code, one.span.of(text)[:30], passage)
        for one in report.findings
        if one.severity is not Severity.SUGGESTION
        and not any(one.code == code and passage.startswith(head) for code, head in FALLEN_INTO)
    ]


def test_there_are_traps_enough() -> None:
    assert sum(len(passages) for passages in SECTIONS.values()) >= 150


@pytest.mark.parametrize("profile", [OfficeProfile(), PROFILE], ids=["unknown", "office"])
@pytest.mark.parametrize("section", SECTIONS)
def test_no_rule_falls_into_a_trap(section: str, profile: OfficeProfile) -> None:
    assert [alarm for one in SECTIONS[section] for alarm in alarms(one, profile)] == []
