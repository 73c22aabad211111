"""The phrases panel narrows, shows where a phrase was used, and hands it on."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QListView

from drafting.model.phrase import Phrase, PhraseKind
from tests.ui.show_pieces import suggestions
from ui.models.phrase_model import nature_of
from ui.panels.phrases_panel import PhrasesPanel
from ui.panels.words_button import WordsButton
from ui.style.plain_label import PlainLabel

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def panel(qtbot: QtBot) -> PhrasesPanel:
    panel = PhrasesPanel()
    qtbot.addWidget(panel)
    panel.resize(376, 640)
    panel.show_suggestions(suggestions(), "结尾 · 号召")
    with qtbot.waitExposed(panel):
        panel.show()
    return panel


def search_of(panel: PhrasesPanel) -> QLineEdit:
    line = panel.findChild(QLineEdit)
    assert line is not None
    return line


def list_of(panel: PhrasesPanel) -> QListView:
    view = panel.findChild(QListView)
    assert view is not None
    return view


def shown_words(panel: PhrasesPanel) -> list[str]:
    return [one.text() for one in panel.findChildren(PlainLabel) if one.isVisible()]


def test_the_place_and_the_provenance_are_shown(panel: PhrasesPanel) -> None:
    words = "\n".join(shown_words(panel))
    assert "此处可用（结尾 · 号召）" in words
    assert "出处：2025年农业农村工作会 · 周××" in words
    assert "最近使用：2025-12-20" in words


def test_typing_asks_for_narrower_phrases(panel: PhrasesPanel, qtbot: QtBot) -> None:
    panel.focus_search()
    asked: list[str] = []
    panel.query_changed.connect(asked.append)
    qtbot.keyClicks(search_of(panel), "nx")
    assert asked == ["n", "nx"]
    panel.show_suggestions([], "结尾")
    assert any("没有合“nx”的套话" in one for one in shown_words(panel))
    qtbot.keyClick(search_of(panel), Qt.Key.Key_Escape)
    assert asked[-1] == ""


def test_arrows_and_enter_insert_from_the_search_line(panel: PhrasesPanel, qtbot: QtBot) -> None:
    search = search_of(panel)
    qtbot.keyClick(search, Qt.Key.Key_Down)
    with qtbot.waitSignal(panel.phrase_chosen) as caught:
        qtbot.keyClick(search, Qt.Key.Key_Return)
    assert caught.args == ["凝心聚力、真抓实干"]


def test_enter_inserts_once_from_the_list(panel: PhrasesPanel, qtbot: QtBot) -> None:
    chosen: list[str] = []
    panel.phrase_chosen.connect(chosen.append)
    qtbot.keyClick(list_of(panel), Qt.Key.Key_Return)
    assert chosen == ["以等不起的紧迫感、慢不得的责任感"]


def test_a_double_click_inserts(panel: PhrasesPanel, qtbot: QtBot) -> None:
    view = list_of(panel)
    place = view.visualRect(view.model().index(2, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    with qtbot.waitSignal(panel.phrase_chosen) as caught:
        qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert caught.args[0].startswith("让我们心往一处想")


def test_an_alternative_inserts_itself(panel: PhrasesPanel, qtbot: QtBot) -> None:
    buttons = [one for one in panel.findChildren(WordsButton) if one.isVisible()]
    assert [one.words for one in buttons] == ["以只争朝夕的劲头", "争分夺秒抓进度"]
    with qtbot.waitSignal(panel.phrase_chosen) as caught:
        qtbot.mouseClick(buttons[1], Qt.MouseButton.LeftButton)
    assert caught.args == ["争分夺秒抓进度"]


def test_a_crowded_phrase_warns_and_long_ones_stand_whole(panel: PhrasesPanel) -> None:
    view = list_of(panel)
    view.setCurrentIndex(view.model().index(1, 0))
    words = "\n".join(shown_words(panel))
    assert "本稿已用 3 次" in words
    assert "等 4 处" in words
    assert not [one for one in panel.findChildren(WordsButton) if one.isVisible()]
    view.setCurrentIndex(view.model().index(2, 0))
    assert suggestions()[2].phrase.text in shown_words(panel)


def test_the_choice_stays_when_the_list_is_shown_again(panel: PhrasesPanel) -> None:
    view = list_of(panel)
    view.setCurrentIndex(view.model().index(1, 0))
    panel.show_suggestions(suggestions()[1:], "结尾")
    current = panel.current()
    assert current is not None
    assert current.phrase.text == "凝心聚力、真抓实干"


def test_a_crowded_phrase_is_said_otherwise(panel: PhrasesPanel, qtbot: QtBot) -> None:
    crowded = replace(suggestions()[1], alternatives=("拧成一股绳",), advice="一处即可")
    panel.show_suggestions([crowded], "结尾")
    (button,) = [one for one in panel.findChildren(WordsButton) if one.isVisible()]
    assert any(one.startswith("换一种说法") for one in shown_words(panel))
    assert "换说法时：一处即可" in shown_words(panel)
    with qtbot.waitSignal(panel.rewording_chosen) as caught:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert caught.args == ["凝心聚力、真抓实干", "拧成一股绳"]


def test_a_row_tells_what_a_phrase_is_and_where_it_is_from() -> None:
    first = suggestions()[0]
    assert nature_of(first) == "号召 · 2025年农业农村工作会 · 周××"
    heads = Phrase("一、认清形势\n二、压实责任", PhraseKind.HEADING)
    assert nature_of(replace(first, phrase=heads, sources=())) == "整套标题（2 个）"


def test_the_list_keeps_some_rows_on_a_low_screen(panel: PhrasesPanel, qtbot: QtBot) -> None:
    panel.resize(280, 390)
    qtbot.wait(20)
    view = list_of(panel)
    assert view.height() >= 3 * view.sizeHintForRow(0)
