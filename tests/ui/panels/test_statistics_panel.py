"""The statistics are drawn and lead to their places."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt

from drafting.model.statistics import CrowdedPhrase, DraftStatistics, PartLength, SentenceLength
from drafting.text.span import Span
from ui.panels.statistics_panel import StatisticsPanel

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

LENGTH = 1000
COUNTED = DraftStatistics(
    characters=980,
    pages=3,
    minutes=5.4,
    slot_minutes=4.0,
    long_sentence=120,
    parts=(
        PartLength("开头", Span(0, 100), 100, 100, 0.5),
        PartLength("一、抓紧", Span(100, 300), 200, 400, 1.0),
        PartLength("二、抓实", Span(300, 1000), 700, 400, 3.9),
    ),
    sentences=(SentenceLength(Span(0, 40), 40), SentenceLength(Span(400, 550), 150)),
    crowded=(
        CrowdedPhrase("真抓实干", (Span(10, 14), Span(500, 504), Span(900, 904)), 1),
        CrowdedPhrase("攻坚克难", (Span(700, 704), Span(704, 708)), 1),
    ),
)


@pytest.fixture
def panel(qtbot: QtBot) -> StatisticsPanel:
    panel = StatisticsPanel()
    qtbot.addWidget(panel)
    panel.resize(368, 900)
    panel.show_statistics(COUNTED, LENGTH)
    with qtbot.waitExposed(panel):
        panel.show()
    return panel


def test_figures_are_told(panel: StatisticsPanel) -> None:
    assert panel._told.text() == "980 字 · 3 页"
    assert panel._time_note.text() == "念完约 5 分钟，议程 4 分钟，超出 1 分钟"
    assert panel._sentences_note.text() == "2 句，平均 95 字，最长 150 字，1 句超过 120 字"
    bars = panel.parts.bars()
    assert [one.plan for one in bars] == [None, 400, 400]
    assert [one.is_over for one in bars] == [False, True, True]
    assert panel.time.accessibleDescription() == "约 5.4 分钟，议程 4 分钟"


def test_a_part_is_gone_to_by_mouse_and_by_keys(panel: StatisticsPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.place_chosen) as caught:
        qtbot.mouseClick(panel.parts, Qt.MouseButton.LeftButton, pos=QPoint(40, 60))
    assert caught.args == [Span(100, 100)]
    with qtbot.waitSignal(panel.place_chosen) as caught:
        qtbot.keyClick(panel.parts, Qt.Key.Key_Down)
    assert caught.args == [Span(300, 300)]


def test_the_strips_lead_to_their_marks(panel: StatisticsPanel, qtbot: QtBot) -> None:
    strip = panel.crowding
    place = QPoint(round(4 + (strip.width() - 8) * 0.5) + 1, 12)
    with qtbot.waitSignal(panel.place_chosen) as caught:
        qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=place)
    assert caught.args == [Span(500, 504)]
    with qtbot.waitSignal(panel.place_chosen) as caught:
        qtbot.keyClick(strip, Qt.Key.Key_Right)
    assert caught.args == [Span(700, 704)]
    with qtbot.waitSignal(panel.place_chosen) as caught:
        qtbot.keyClick(panel.sentences, Qt.Key.Key_Right)
    assert caught.args == [Span(400, 550)]


def test_a_phrase_is_walked_place_by_place(panel: StatisticsPanel, qtbot: QtBot) -> None:
    went: list[Span] = []
    panel.place_chosen.connect(went.append)
    for _ in range(4):
        qtbot.mouseClick(panel.phrases, Qt.MouseButton.LeftButton, pos=QPoint(40, 20))
    assert [one.start for one in went] == [10, 500, 900, 10]


def test_an_empty_draft_draws_nothing_and_complains_of_nothing(qtbot: QtBot) -> None:
    panel = StatisticsPanel()
    qtbot.addWidget(panel)
    panel.show_statistics(DraftStatistics(0, 1, 0.0, None, 120), 0)
    with qtbot.waitExposed(panel):
        panel.show()
    panel.grab()
    assert panel._crowding_note.text() == "没有用得过密的套话"
