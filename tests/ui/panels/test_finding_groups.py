"""More than five findings of one rule share a card: counted, walked one by one, opened, mended."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from drafting.model.finding import Applicability, Finding, Fix, Severity
from drafting.model.standing import Standing
from drafting.text.edits import TextEdit
from drafting.text.span import Span
from ui.models.finding_rows import MOST_ALONE, in_order, rows_of
from ui.panels.card_list import CardList
from ui.panels.finding_card import FindingCard
from ui.panels.findings_panel import FindingsPanel
from ui.panels.words_button import WordsButton

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

TEXT = "其它的事，按装的事。" * 20


def finding(
    place: int, code: str = "WD001", severity: Severity = Severity.WARNING, *, safe: bool = True
) -> Finding:
    span = Span(place, place + 2)
    how = Applicability.SAFE if safe else Applicability.ASK
    fix = Fix("改为“其他”", (TextEdit(span, "其他"),), how)
    return Finding(code, "词形", severity, span, f"第 {place} 字处宜用首选词形。", "道理", (fix,))


def many(count: int, code: str = "WD001", first: int = 10) -> list[Finding]:
    return [finding(first + number * 10, code) for number in range(count)]


@pytest.fixture
def panel(qtbot: QtBot) -> FindingsPanel:
    panel = FindingsPanel()
    qtbot.addWidget(panel)
    panel.resize(376, 640)
    with qtbot.waitExposed(panel):
        panel.show()
    return panel


def cards(panel: FindingsPanel) -> list[FindingCard]:
    shown = [one for one in panel.findChildren(FindingCard) if one.isVisible()]
    return sorted(shown, key=lambda one: one.y())


def button(card: FindingCard, words: str) -> WordsButton:
    buttons = [one for one in card.findChildren(WordsButton) if one.isVisible()]
    return next(one for one in buttons if one.words.startswith(words))


def test_five_stand_alone_and_six_share_a_card() -> None:
    alone = rows_of(many(MOST_ALONE), set())
    assert [one.numbers for one in alone] == [range(one, one + 1) for one in range(MOST_ALONE)]
    (shared,) = rows_of(many(MOST_ALONE + 1), set())
    assert shared.numbers == range(MOST_ALONE + 1)
    assert (shared.is_closed, shared.is_head, shared.safe) == (True, True, MOST_ALONE + 1)


def test_a_group_stands_where_it_begins_and_the_gravest_come_first() -> None:
    grave = finding(90, "ST005", Severity.ERROR)
    between, before = finding(25, "PU001"), finding(3, "PU002")
    ordered = in_order([*many(7), between, grave, before])
    assert [one.code for one in ordered] == ["ST005", "PU002", *["WD001"] * 7, "PU001"]
    assert [one.span.start for one in ordered[2:9]] == [10, 20, 30, 40, 50, 60, 70]
    rows = rows_of(ordered, set())
    assert [len(one.numbers) for one in rows] == [1, 1, 7, 1]
    opened = rows_of(ordered, {(Standing.WARNING, "WD001")})
    assert [one.numbers.start for one in opened] == list(range(10))
    assert [one.is_head for one in opened].count(True) == 1


def test_one_rule_at_two_severities_makes_two_groups() -> None:
    graver = [replace(one, severity=Severity.ERROR) for one in many(6, first=15)]
    rows = rows_of(in_order([*many(6), *graver]), set())
    assert [len(one.numbers) for one in rows] == [6, 6]


def test_a_closed_group_is_one_card_that_counts(panel: FindingsPanel) -> None:
    panel.show_findings([*many(12), finding(5, "PU001")], TEXT)
    alone, group = cards(panel)
    assert "1/12" not in alone.accessibleName()
    assert group.accessibleName() == "提醒：词形 1/12"
    assert button(group, "展开").words == "展开 12 处"


def test_f7_still_walks_each_of_a_closed_group(panel: FindingsPanel) -> None:
    seen: list[int] = []
    panel.finding_chosen.connect(lambda one: seen.append(one.span.start))
    panel.show_findings(many(7), TEXT)
    names = []
    for _ in range(8):
        panel.choose_next()
        (card,) = cards(panel)
        names.append(card.accessibleName()[-3:])
    assert seen == [10, 20, 30, 40, 50, 60, 70, 10]
    assert names == ["1/7", "2/7", "3/7", "4/7", "5/7", "6/7", "7/7", "1/7"]
    assert card.accessibleDescription() == "第 10 字处宜用首选词形。"
    panel.choose_previous()
    assert seen[-1] == 70


def test_the_buttons_of_a_closed_card_mend_the_one_that_is_shown(
    panel: FindingsPanel, qtbot: QtBot
) -> None:
    panel.show_findings(many(7), TEXT)
    panel.choose_next(25)
    with qtbot.waitSignal(panel.fix_requested) as caught:
        qtbot.mouseClick(button(cards(panel)[0], "改为"), Qt.MouseButton.LeftButton)
    assert caught.args[0].span.start == 30


def test_the_safe_ones_of_a_group_are_mended_together(panel: FindingsPanel, qtbot: QtBot) -> None:
    asked = [finding(200, safe=False), finding(210, safe=False)]
    panel.show_findings([*many(6), *asked, finding(1, "PU001")], TEXT)
    mend = button(cards(panel)[1], "改好同类")
    assert mend.words == "改好同类 6 处"
    with qtbot.waitSignal(panel.group_fix_requested) as caught:
        qtbot.mouseClick(mend, Qt.MouseButton.LeftButton)
    assert [one.code for one in caught.args[0]] == ["WD001"] * 8


def test_a_group_opens_and_closes_again(panel: FindingsPanel, qtbot: QtBot) -> None:
    panel.show_findings([*many(6), finding(300, "WD002")], TEXT)
    qtbot.mouseClick(button(cards(panel)[0], "展开"), Qt.MouseButton.LeftButton)
    opened = cards(panel)
    assert [one.finding.span.start for one in opened[:3] if one.finding] == [10, 20, 30]
    assert "1/6" not in opened[0].accessibleName()
    assert not [one for one in opened[1].findChildren(WordsButton) if one.words == "收起同类"]
    qtbot.mouseClick(button(opened[0], "收起同类"), Qt.MouseButton.LeftButton)
    assert len(cards(panel)) == 2


def test_keys_walk_cards_and_open_groups(panel: FindingsPanel, qtbot: QtBot) -> None:
    seen: list[int] = []
    panel.finding_chosen.connect(lambda one: seen.append(one.span.start))
    panel.show_findings([*many(6), finding(300, "WD002")], TEXT)
    column = panel.findChild(CardList)
    assert column is not None
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        qtbot.keyClick(column, key)
    assert seen == [10, 300, 10]
    qtbot.keyClick(column, Qt.Key.Key_Right)
    assert len(cards(panel)) > 2
    assert panel.current() is not None
    assert column.hasFocus()
    for _ in range(2):
        qtbot.keyClick(column, Qt.Key.Key_Down)
    assert seen[-2:] == [20, 30]
    qtbot.keyClick(column, Qt.Key.Key_Left)
    group = cards(panel)[0]
    assert group.accessibleName().endswith("3/6")  # it closes at the one that was marked


def test_what_is_open_stays_open_after_the_next_check(panel: FindingsPanel, qtbot: QtBot) -> None:
    panel.show_findings(many(8), TEXT)
    qtbot.mouseClick(button(cards(panel)[0], "展开"), Qt.MouseButton.LeftButton)
    panel.show_findings(many(7), TEXT)
    assert len(cards(panel)) > 1
    panel.show_findings(many(5), TEXT)
    assert len(cards(panel)) == 5
    panel.show_checking()
    panel.show_findings(many(8), TEXT)
    assert len(cards(panel)) == 1


def test_a_whole_group_can_be_ignored(panel: FindingsPanel, qtbot: QtBot) -> None:
    panel.show_findings([*many(6), finding(300, "PU001")], TEXT)
    menu = panel.findChild(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly)
    assert menu is not None
    alone, group = cards(panel)[1], cards(panel)[0]
    qtbot.mouseClick(button(alone, "忽略"), Qt.MouseButton.LeftButton)
    assert [one.text() for one in menu.actions() if one.isVisible()] == [
        "忽略此处", "本稿都忽略", "本单位都忽略",
    ]  # fmt: skip
    menu.close()
    qtbot.mouseClick(button(group, "忽略"), Qt.MouseButton.LeftButton)
    last = menu.actions()[-1]
    assert (last.text(), last.isVisible()) == ("同类 6 处都忽略", True)
    with qtbot.waitSignal(panel.group_ignore_requested) as caught:
        last.trigger()
    assert [one.code for one in caught.args[0]] == ["WD001"] * 6
    menu.close()
