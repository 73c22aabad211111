"""A finding in the text after edits: moved by those before it, gone where one touches it."""

from __future__ import annotations

import pytest

from drafting.model.finding import Finding, Fix, Related, Severity
from drafting.text.edits import TextEdit
from drafting.text.span import Span

FINDING = Finding(
    "WD001", "名", Severity.ERROR, Span(10, 12), "说明", "道理",
    fixes=(Fix("改", (TextEdit(Span(10, 12), "部署"),)), Fix("删", (TextEdit(Span(10, 13), ""),))),
    related=(Related(Span(30, 34), "预告在此"), Related(Span(2, 4), "旧稿", source="旧稿")),
)  # fmt: skip


def test_it_moves_with_what_is_written_before_it():
    moved = FINDING.after([TextEdit(Span(0, 3), ""), TextEdit(Span(20, 20), "两字")])
    assert moved is not None
    assert moved.span == Span(7, 9)
    assert [one.edits[0].span for one in moved.fixes] == [Span(7, 9), Span(7, 10)]
    assert [one.span for one in moved.related] == [Span(29, 33), Span(2, 4)]
    assert FINDING.after([TextEdit(Span(40, 41), "末")]) == FINDING


@pytest.mark.parametrize(
    "edit", [(11, 12), (12, 12), (5, 10), (13, 20), (0, 40), (33, 36)], ids=str
)
def test_it_is_gone_where_one_of_its_places_is_touched(edit):
    assert FINDING.after([TextEdit(Span(*edit), "新")]) is None
