"""Open slots of a new speech are counted and shown apart from what is wrong with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from drafting.model.finding import Finding, Severity
from drafting.model.standing import Standing, count_standings
from drafting.text.span import Span
from ui.editor.marks import FindingMarks
from ui.models.finding_rows import in_order, rows_of
from ui.panels.finding_card import FindingCard
from ui.panels.findings_panel import FindingsPanel
from ui.panels.status_line import StatusLine
from ui.panels.words_button import WordsButton
from ui.style.palette import LIGHT
from ui.style.plain_label import PlainLabel

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

TEXT = "今年{时间}召开{会议}，XX县二个单位参加。" * 10


def slot(place: int) -> Finding:
    said = "还有“{时间}”没有填写"
    return Finding(
        "RS001", "名", Severity.ERROR, Span(place, place + 4), said, "道理",
        title="留有未填写的占位", is_open_slot=True,
    )  # fmt: skip


def fault(place: int, code: str, severity: Severity) -> Finding:
    return Finding(code, "名", severity, Span(place, place + 3), "说明", "道理")


SLOTS = [slot(30 + number * 10) for number in range(8)]
FAULTS = [
    fault(3, "RS001", Severity.ERROR),
    fault(8, "WD007", Severity.WARNING),
    fault(15, "PU010", Severity.SUGGESTION),
]


@pytest.fixture
def panel(qtbot: QtBot) -> FindingsPanel:
    panel = FindingsPanel()
    qtbot.addWidget(panel)
    panel.resize(376, 640)
    panel.show_findings([*FAULTS, *SLOTS], TEXT)
    with qtbot.waitExposed(panel):
        panel.show()
    return panel


def heads(panel: FindingsPanel) -> list[WordsButton]:
    buttons = [one for one in panel.findChildren(WordsButton) if one.isVisible()]
    return [one for one in buttons if one.property("role") == "count"]


def cards(panel: FindingsPanel) -> list[FindingCard]:
    shown = [one for one in panel.findChildren(FindingCard) if one.isVisible()]
    return sorted(shown, key=lambda one: one.y())


def test_what_is_to_be_filled_counts_apart_from_other_placeholders() -> None:
    counts = count_standings([*SLOTS, *FAULTS])
    assert counts == {
        Standing.SLOT: 8, Standing.ERROR: 1, Standing.WARNING: 1, Standing.SUGGESTION: 1,
    }  # fmt: skip


def test_open_slots_are_the_first_group_and_hold_no_other_placeholder() -> None:
    ordered = in_order([*FAULTS, *SLOTS])
    assert ordered == [*SLOTS, *FAULTS]
    assert [len(one.numbers) for one in rows_of(ordered, set())] == [8, 1, 1, 1]


def test_the_head_counts_open_slots_only_where_there_are_any(panel: FindingsPanel) -> None:
    told = ["待填 8", "错误 1", "提醒 1", "建议 1"]
    assert [one.accessibleName().rstrip(" ·") for one in heads(panel)] == told
    heads(panel)[0].click()
    assert panel.current() == SLOTS[0]
    heads(panel)[1].click()
    assert panel.current() == FAULTS[0]
    panel.show_findings(FAULTS, TEXT)
    assert [one.words.rstrip(" ·") for one in heads(panel)] == told[1:]


def test_the_card_of_open_slots_calls_them_so(panel: FindingsPanel) -> None:
    group, other = cards(panel)[:2]
    assert group.accessibleName() == "待填：留有未填写的占位 1/8"
    assert "RS001 待填 1/8" in [one.text() for one in group.findChildren(PlainLabel)]
    assert other.accessibleName() == "错误：名"


def test_open_slots_can_be_shown_alone(panel: FindingsPanel) -> None:
    words = [one.text() for one in panel.filter.make_menu().actions() if one.text()]
    assert words[:4] == ["全部问题", "只看待填（8）", "只看错误（1）", "只看提醒（1）"]
    panel.filter.choose(Standing.SLOT.value)
    assert panel.filter.words == "只看待填"
    assert len(cards(panel)) == 1
    panel.filter.choose(Standing.ERROR.value)
    assert [one.finding for one in cards(panel)] == FAULTS[:1]


def test_walking_from_the_caret_goes_through_slots_and_faults_alike(panel: FindingsPanel) -> None:
    panel.choose_next(9)
    assert panel.current() == FAULTS[2]
    panel.choose_next()
    assert panel.current() == SLOTS[0]
    panel.choose_previous()
    assert panel.current() == FAULTS[2]


def test_the_status_line_tells_open_slots_first(qtbot: QtBot) -> None:
    line = StatusLine()
    qtbot.addWidget(line)
    line.show_counts(1820, 10, count_standings(SLOTS))
    told = [one.text() for one in line.findChildren(PlainLabel)]
    assert "待填 8  错误 0  提醒 0  建议 0" in told
    line.show_counts(1820, 10, count_standings(FAULTS))
    told = [one.text() for one in line.findChildren(PlainLabel)]
    assert "错误 1  提醒 1  建议 1" in told


def test_an_open_slot_is_marked_calmly_in_the_text() -> None:
    marks = FindingMarks()
    marks.set_palette(LIGHT)
    gap, wrong = marks._formats[Standing.SLOT], marks._formats[Standing.ERROR]
    assert gap.underlineColor().name() == LIGHT.slot
    assert gap.underlineStyle() is gap.UnderlineStyle.SingleUnderline
    assert wrong.underlineColor().name() == LIGHT.accent
