"""The outline's rows: parts with their length, promises with their count."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from drafting.model.draft import Promise, PromiseKind
from drafting.parsing.parser import parse_draft
from drafting.text.span import Span
from tests.ui.show_pieces import speech
from ui.models.outline_model import ROW_ROLE, OutlineModel
from ui.models.outline_rows import OutlineRow, RowKind, outline_rows

if TYPE_CHECKING:
    from collections.abc import Iterator


def walk(model: OutlineModel, parent: QModelIndex | None = None) -> Iterator[OutlineRow]:
    for place in range(model.rowCount(parent)):
        index = model.index(place, 0, parent)
        yield index.data(ROW_ROLE)
        yield from walk(model, index)


@pytest.fixture
def model(qapp: object) -> OutlineModel:
    model = OutlineModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    model.show_rows(outline_rows(speech()))
    return model


def test_rows_follow_the_text(model: OutlineModel) -> None:
    shown = [(row.title, row.badge) for row in walk(model)]
    lengths = {title: badge for title, badge in shown if badge.replace(",", "").isdigit()}
    assert [title for title, _ in shown] == [
        "开头", "三点要求", "一、压实责任", "两个盯住", "（一）盯住进度", "（二）盯住质量",
        "二、守牢底线", "二个关口", "结尾",
    ]  # fmt: skip
    assert dict(shown)["三点要求"] == "✗ 2/3"
    assert dict(shown)["两个盯住"] == "✓ 2/2"
    assert dict(shown)["二个关口"] == "✗ 3/2"
    assert set(lengths) == {
        "开头", "一、压实责任", "（一）盯住进度", "（二）盯住质量", "二、守牢底线", "结尾",
    }  # fmt: skip
    assert int(lengths["一、压实责任"]) > int(lengths["（一）盯住进度"]) > 0


def test_each_of_several_speeches_has_its_row_with_its_parts_below() -> None:
    draft = speech()
    title = draft.text.split("\n")[0]
    several = parse_draft("\n".join((draft.text + "\n" + "各镇都要把工期盯紧。" * 30,) * 2))
    assert len(several.speeches) == 2
    for row, one in zip(outline_rows(several), several.speeches, strict=True):
        assert (row.kind, row.title, row.span) == (RowKind.SPEECH, title, one.span)
        assert [(part.title, part.level) for part in row.children][:3] == [
            ("开头", 2), ("一、压实责任", 2), ("二、守牢底线", 2),
        ]  # fmt: skip
        assert all(one.span.contains(part.span) for part in row.children)


@pytest.mark.parametrize(("found", "rows"), [(3, 1), (2, 2)])
def test_what_is_announced_twice_and_kept_is_told_once(found: int, rows: int) -> None:
    draft = speech()
    twice = [
        Promise(PromiseKind.LISTED, "三本账", Span(at, at + 3), Span(at, at + 1), 3, found)
        for at in (27, 32)
    ]
    assert draft.opening is not None
    (opening,) = outline_rows(type(draft)(draft.text, opening=draft.opening, promises=tuple(twice)))
    assert len(opening.children) == rows


def test_a_promise_that_cannot_be_counted_says_so() -> None:
    draft = speech()
    unknown = Promise(PromiseKind.PARTS, "几点意见", Span(27, 31), Span(27, 28), None, None)
    uncounted = Promise(PromiseKind.LISTED, "八项任务", Span(32, 36), Span(32, 33), 8, None)
    assert draft.opening is not None
    rows = outline_rows(
        type(draft)(draft.text, opening=draft.opening, promises=(unknown, uncounted))
    )
    assert [child.title for child in rows[0].children] == ["几点意见"]
    assert rows[0].children[0].badge == "—"
    assert "无法确认" in rows[0].children[0].explanation


def test_the_innermost_part_covers_a_place(model: OutlineModel) -> None:
    text = speech().text
    inner = model.index_at(text.index("逐周调度"))
    assert inner.data(Qt.ItemDataRole.DisplayRole) == "（一）盯住进度"
    closing = model.index_at(len(text))
    assert closing.data(ROW_ROLE).kind is RowKind.CLOSING
    assert not model.index_at(0).isValid()


def test_new_figures_keep_the_tree_new_parts_do_not(model: OutlineModel) -> None:
    changed: list[QModelIndex] = []
    model.dataChanged.connect(lambda index, _: changed.append(index))
    assert model.show_rows(outline_rows(speech())) is False
    assert changed == []
    assert model.show_rows(outline_rows(speech(more="多写一句。"))) is False
    assert changed
    assert model.show_rows(()) is True
    assert model.rowCount() == 0


def test_a_part_that_only_moved_is_not_drawn_again(model: OutlineModel) -> None:
    changed: list[str] = []
    model.dataChanged.connect(lambda index, _: changed.append(index.data(ROW_ROLE).title))
    later = speech(more="多写一句。")
    assert model.show_rows(outline_rows(later)) is False
    assert changed
    assert "结尾" not in changed
    closing = model.index(model.rowCount() - 1, 0).data(ROW_ROLE)
    assert closing.span.end == len(later.text)


def test_a_row_explains_itself(model: OutlineModel) -> None:
    row = next(one for one in walk(model) if one.title == "二个关口")
    assert row.explanation == "“二个关口”：预告 2 项，列出 3 项，不符"
    index = model.index(1, 0)
    assert "压实责任，跑出加速度" in index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert index.data(Qt.ItemDataRole.DecorationRole) is None


def test_parts_can_be_dragged_between_each_other_and_promises_cannot(qapp: object) -> None:
    model = OutlineModel()
    model.show_rows(outline_rows(speech()))
    flags = Qt.ItemFlag
    assert model.flags(QModelIndex()) & flags.ItemIsDropEnabled
    kinds = {}
    for row in range(model.rowCount()):
        index = model.index(row, 0)
        kinds[model.row_of(index).kind] = bool(model.flags(index) & flags.ItemIsDragEnabled)
    assert kinds[RowKind.SECTION]
    assert not kinds[RowKind.OPENING]
    assert model.mimeTypes() == model.mimeData([]).formats()
