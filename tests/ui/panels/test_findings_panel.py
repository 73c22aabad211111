"""The findings panel: gravest first, walked by keys, mended by buttons, quick with hundreds."""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from drafting.model.finding import IgnoreReach, Severity
from drafting.text.span import Span
from tests.clock import seconds_of
from tests.ui.show_pieces import findings, many_findings, speech
from ui.models.finding_rows import rows_of
from ui.panels.card_list import CardList
from ui.panels.finding_card import FindingCard
from ui.panels.findings_panel import FindingsPanel
from ui.panels.words_button import WordsButton
from ui.style.plain_label import PlainLabel

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

TEXT = speech().text


@pytest.fixture
def panel(qtbot: QtBot) -> FindingsPanel:
    panel = FindingsPanel()
    qtbot.addWidget(panel)
    panel.resize(376, 640)
    panel.show_findings(findings(), TEXT)
    with qtbot.waitExposed(panel):
        panel.show()
    return panel


def card_of(panel: FindingsPanel, code: str) -> FindingCard:
    cards = [one for one in panel.findChildren(FindingCard) if one.isVisible()]
    return next(one for one in cards if one.finding and one.finding.code == code)


def button(panel: FindingsPanel, code: str, words: str) -> WordsButton:
    buttons = card_of(panel, code).findChildren(WordsButton)
    return next(one for one in buttons if one.isVisible() and one.words.startswith(words))


def counts_of(panel: FindingsPanel) -> list[WordsButton]:
    buttons = [one for one in panel.findChildren(WordsButton) if not one.isHidden()]
    return [one for one in buttons if one.property("role") == "count"]


def cards_in_order(panel: FindingsPanel) -> list[str]:
    cards = [one for one in panel.findChildren(FindingCard) if one.isVisible()]
    return [one.finding.code for one in sorted(cards, key=lambda one: one.y()) if one.finding]


@pytest.mark.parametrize("is_shown", [False, True])
def test_a_panel_answers_from_its_first_moment(qtbot: QtBot, *, is_shown: bool) -> None:
    calls = (
        lambda one: one.show_findings(findings(), TEXT, 2),
        lambda one: one.filter.choose(Severity.WARNING.value),
        lambda one: one.filter.choose("PU"),
        FindingsPanel.choose_next,
        FindingsPanel.choose_previous,
        FindingsPanel.show_checking,
        lambda one: one.show_failure("没有校核完。"),
        lambda one: one.set_current_position(3),
        lambda one: one.resize(300, 200),
    )
    for first, second in itertools.permutations(calls, 2):
        panel = FindingsPanel()
        qtbot.addWidget(panel)
        if is_shown:
            panel.show()
        first(panel)
        second(panel)
        assert panel.current() is None or panel.current() in findings()
        panel.deleteLater()


def test_the_gravest_come_first_and_the_head_counts(panel: FindingsPanel) -> None:
    assert cards_in_order(panel) == ["ST005", "RP001", "WD007", "PU010"]
    assert [one.words.rstrip(" ·") for one in counts_of(panel)] == ["错误 1", "提醒 2", "建议 1"]


def test_cards_that_grow_lower_make_room_for_the_next(qtbot: QtBot) -> None:
    cards = CardList()
    qtbot.addWidget(cards)
    cards.resize(60, 30)
    cards.show()
    cards.show_findings(findings(), rows_of(findings(), set()), -1)
    assert cards.card(3) is None
    cards.resize(376, 260)
    assert cards.card(3) is not None


@pytest.mark.usefixtures("dressed")
def test_a_card_has_its_right_edge_beside_the_scroll_bar(
    panel: FindingsPanel, qtbot: QtBot
) -> None:
    panel.show_findings(many_findings(40), TEXT)
    cards = panel.findChild(CardList)
    assert cards is not None
    qtbot.waitUntil(cards.verticalScrollBar().isVisible)
    card = cards.card(0)
    assert card is not None
    assert card.geometry().right() < cards.viewport().width()


def test_a_card_says_fault_code_and_message_as_plain_text(panel: FindingsPanel) -> None:
    labels = [one.text() for one in card_of(panel, "PU010").findChildren(PlainLabel)]
    assert labels == [
        "<b>句子</b>偏长", "PU010 建议", "这句 96 字，<img src='//server/share/x.png'>念着费气。",
    ]  # fmt: skip


def test_a_card_names_the_fault_in_the_trades_words(panel: FindingsPanel) -> None:
    name = card_of(panel, "ST005").findChildren(PlainLabel)[0]
    assert name.text() == "预告与列举不符"
    assert card_of(panel, "ST005").accessibleName() == "错误：预告与列举不符"


def test_nothing_on_a_card_is_cut(panel: FindingsPanel) -> None:
    for card in panel.findChildren(FindingCard):
        for one in card.findChildren(WordsButton):
            if one.isVisible():
                assert one.width() >= one.sizeHint().width()
                assert one.height() >= one.sizeHint().height()
                place = one.mapTo(card, one.rect().bottomRight())
                assert place.x() < card.width()
                assert place.y() < card.height()


def test_the_first_button_mends(panel: FindingsPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.fix_requested) as caught:
        qtbot.mouseClick(button(panel, "ST005", "改为"), Qt.MouseButton.LeftButton)
    finding, fix = caught.args
    assert (finding.code, fix.title) == ("ST005", "改为“三个关口”")


def test_further_fixes_stand_in_a_menu(panel: FindingsPanel, qtbot: QtBot) -> None:
    qtbot.mouseClick(button(panel, "RP001", "更多改法"), Qt.MouseButton.LeftButton)
    menu = card_of(panel, "RP001").findChild(QMenu)
    assert menu is not None
    assert [one.text() for one in menu.actions()] == ["换成“动真碰硬”", "换成“埋头苦干”"]
    with qtbot.waitSignal(panel.fix_requested) as caught:
        menu.actions()[1].trigger()
    assert caught.args[1].title == "换成“埋头苦干”"
    menu.close()


@pytest.mark.parametrize(("place", "reach"), list(enumerate(IgnoreReach)))
def test_ignoring_has_three_reaches(
    panel: FindingsPanel, qtbot: QtBot, place: int, reach: IgnoreReach
) -> None:
    qtbot.mouseClick(button(panel, "WD007", "忽略"), Qt.MouseButton.LeftButton)
    menu = panel.findChild(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly)
    assert menu is not None
    assert menu.isVisible()
    with qtbot.waitSignal(panel.ignore_requested) as caught:
        menu.actions()[place].trigger()
    assert caught.args[0].code == "WD007"
    assert caught.args[1] is reach
    menu.close()


def test_related_places_are_walked_round(panel: FindingsPanel, qtbot: QtBot) -> None:
    places: list[Span] = []
    panel.place_chosen.connect(places.append)
    walk = button(panel, "ST005", "逐项查看")
    for _ in range(3):
        qtbot.mouseClick(walk, Qt.MouseButton.LeftButton)
    assert [one.of(TEXT) for one in places] == ["选址关", "用料关", "选址关"]
    assert walk.text() == "逐项查看 1/2"


def test_a_reason_is_asked_for_by_code(panel: FindingsPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.reason_requested) as caught:
        qtbot.mouseClick(button(panel, "RP001", "为什么"), Qt.MouseButton.LeftButton)
    assert caught.args == ["RP001"]


def test_arrow_keys_walk_even_from_a_button(panel: FindingsPanel, qtbot: QtBot) -> None:
    seen: list[str] = []
    panel.finding_chosen.connect(lambda one: seen.append(one.code))
    cards = panel.findChild(CardList)
    assert cards is not None
    qtbot.keyClick(cards, Qt.Key.Key_Down)
    qtbot.keyClick(button(panel, "ST005", "为什么"), Qt.Key.Key_Down)
    qtbot.keyClick(cards, Qt.Key.Key_End)
    qtbot.keyClick(cards, Qt.Key.Key_Up)
    assert seen == ["ST005", "RP001", "PU010", "WD007"]
    current = panel.current()
    assert current is not None
    assert current.code == "WD007"


def test_next_begins_at_the_caret_and_goes_round(panel: FindingsPanel) -> None:
    seen: list[str] = []
    panel.finding_chosen.connect(lambda one: seen.append(one.code))
    panel.choose_next(12)
    for _ in range(3):
        panel.choose_next()
    panel.choose_previous()
    assert seen == ["RP001", "WD007", "PU010", "ST005", "PU010"]


def test_the_caret_marks_a_card_silently(panel: FindingsPanel, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(panel.finding_chosen):
        panel.set_current_position(5)
    current = panel.current()
    assert current is not None
    assert current.code == "PU010"


def test_of_findings_over_each_other_the_marked_one_stays(panel: FindingsPanel) -> None:
    over = findings()[0]
    whole = replace(over, code="SP007", span=Span(0, len(TEXT)))
    panel.show_findings((over, whole), TEXT)
    panel.choose_next()
    panel.choose_next()
    marked = panel.current()
    panel.set_current_position(over.span.end)
    assert panel.current() is marked
    panel.choose_next()
    assert panel.current() is not marked


def test_the_current_finding_stays_after_an_edit_before_it(panel: FindingsPanel) -> None:
    panel.set_current_position(21)
    moved = [
        type(one)(
            one.code, one.name, one.severity, one.span.shifted(4), one.message, one.why, one.fixes
        )
        for one in findings()
    ]
    panel.show_findings(moved, "加了四字" + TEXT)
    current = panel.current()
    assert current is not None
    assert (current.code, current.span) == ("RP001", Span(24, 28))


def test_all_safe_fixes_are_offered_with_their_count(panel: FindingsPanel, qtbot: QtBot) -> None:
    link = next(one for one in panel.findChildren(WordsButton) if one.property("role") == "link")
    assert link.words == "一并改好 1 处"
    with qtbot.waitSignal(panel.fix_all_safe_requested):
        qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    panel.show_findings([one for one in findings() if one.code != "WD007"], TEXT)
    assert not link.isVisible()


def test_a_count_leads_to_its_first_finding(panel: FindingsPanel, qtbot: QtBot) -> None:
    counts = counts_of(panel)
    with qtbot.waitSignal(panel.finding_chosen) as caught:
        qtbot.mouseClick(counts[2], Qt.MouseButton.LeftButton)
    assert caught.args[0].severity is Severity.SUGGESTION


def test_no_findings_say_so(panel: FindingsPanel) -> None:
    panel.show_findings((), TEXT)
    words = [one.text() for one in panel.findChildren(PlainLabel) if one.isVisible()]
    assert "没有发现问题。" in words
    assert panel.current() is None
    panel.show_checking()
    words = [one.text() for one in panel.findChildren(PlainLabel) if one.isVisible()]
    assert "正在校核…" in words
    assert counts_of(panel) == []
    assert "没有发现问题。" not in words
    panel.choose_next()
    assert cards_in_order(panel) == []


def test_five_hundred_findings_do_not_block(panel: FindingsPanel, qtbot: QtBot) -> None:
    cards = panel.findChild(CardList)
    assert cards is not None
    panel.show_findings(many_findings(8), TEXT)
    findings = many_findings(500)
    assert seconds_of(lambda: panel.show_findings(findings, TEXT)) < 0.05
    assert cards.live_cards() < 20
    bar = cards.verticalScrollBar()
    for share in (0.2, 0.5, 1.0):
        bar.setValue(round(bar.maximum() * share))
    assert cards.live_cards() < 20
    shown = [one for one in panel.findChildren(FindingCard) if one.isVisible()]
    assert all(one.finding is not None for one in shown)


def test_a_far_finding_comes_wholly_into_sight(panel: FindingsPanel) -> None:
    cards = panel.findChild(CardList)
    assert cards is not None
    panel.show_findings(many_findings(500), TEXT)
    for number in (499, 250, 0, 123):
        cards.set_current(number)
        card = cards.card(number)
        assert card is not None
        top = card.mapTo(cards.viewport(), card.rect().topLeft()).y()
        assert top >= 0
        assert top + card.height() <= cards.viewport().height()


@pytest.mark.parametrize("width", [260, 300, 376, 520])
def test_cards_never_overlap_at_any_width(panel: FindingsPanel, width: int) -> None:
    panel.resize(width, 900)
    cards = [one for one in panel.findChildren(FindingCard) if one.isVisible()]
    cards.sort(key=lambda one: one.y())
    assert len(cards) == 4
    for upper, lower in itertools.pairwise(cards):
        assert upper.geometry().bottom() < lower.y()
        assert upper.width() == width - 12 - 13  # scroll bar and frame at the right


def test_only_one_severity_or_one_group_is_shown(panel: FindingsPanel) -> None:
    menu = panel.filter.make_menu()
    words = [one.text() for one in menu.actions() if one.text()]
    assert words == [
        "全部问题", "只看错误（1）", "只看提醒（2）", "只看建议（1）",
        "结构层次（1）", "标点（1）", "用词（1）", "重复雷同（1）",
    ]  # fmt: skip
    next(one for one in menu.actions() if one.text() == "只看提醒（2）").trigger()
    assert cards_in_order(panel) == ["RP001", "WD007"]
    assert panel.filter.words == "只看提醒"
    walked: list[str] = []
    panel.finding_chosen.connect(lambda one: walked.append(one.code))
    for _ in range(3):
        panel.choose_next()
    assert set(walked) == {"RP001", "WD007"}
    panel.filter.choose("PU")
    assert cards_in_order(panel) == ["PU010"]
    panel.show_findings([one for one in findings() if one.code != "PU010"], TEXT)
    assert cards_in_order(panel) == ["ST005", "RP001", "WD007"]


def test_a_severity_that_is_filtered_out_is_jumped_to_all_the_same(panel: FindingsPanel) -> None:
    panel.filter.choose("PU")
    next(one for one in panel.findChildren(WordsButton) if one.words.startswith("错误")).click()
    current = panel.current()
    assert current is not None
    assert current.code == "ST005"
    assert panel.filter.words == "全部问题"


def test_what_is_ignored_is_counted_and_led_to(panel: FindingsPanel, qtbot: QtBot) -> None:
    assert panel._ignored_link.isHidden()
    panel.show_findings(findings(), TEXT, 3)
    assert panel._ignored_link.words == "已忽略 3"
    with qtbot.waitSignal(panel.ignored_wanted):
        panel._ignored_link.click()


@pytest.mark.usefixtures("dressed")
def test_the_counts_stand_on_one_line_in_a_narrow_panel(panel: FindingsPanel, qtbot: QtBot) -> None:
    panel.resize(280, 500)
    panel.show_findings(many_findings(45), TEXT, 3)
    counts = counts_of(panel)
    shown = (*counts, panel._ignored_link, panel._fix_all, panel.filter)
    assert all(one.isVisible() for one in shown)
    qtbot.waitUntil(lambda: all(one.width() >= one.sizeHint().width() for one in shown))
    assert len({one.mapTo(panel, one.rect().topLeft()).y() for one in counts}) == 1
