"""Suggested phrases as a list."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from tests.ui.show_pieces import suggestions
from ui.models.phrase_model import SUGGESTION_ROLE, PhraseModel, use_of


def test_a_phrase_tells_kind_and_use(qapp: object) -> None:
    model = PhraseModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    assert model.show_suggestions(suggestions()) is True
    assert model.rowCount() == 3
    index = model.index(1)
    assert index.data(Qt.ItemDataRole.DisplayRole) == "凝心聚力、真抓实干"
    assert index.data(SUGGESTION_ROLE) == suggestions()[1]
    assert index.data(Qt.ItemDataRole.AccessibleTextRole).startswith("凝心聚力、真抓实干，号召，")
    assert model.suggestion_at(3) is None
    assert model.suggestion_at(-1) is None


def test_the_same_phrases_again_change_nothing(qapp: object) -> None:
    model = PhraseModel()
    model.show_suggestions(suggestions())
    assert model.show_suggestions(suggestions()) is False
    assert model.show_suggestions(()) is True


def test_a_crowded_phrase_is_marked() -> None:
    first, second, unused = suggestions()
    assert use_of(unused) == ""
    assert use_of(first) == "本稿 1 · 库 23"
    assert use_of(second) == "本稿 3！ · 库 61"
