from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting.text.edits import TextEdit, apply_edits
from drafting.text.offsets import OffsetMap
from drafting.text.span import Span


@st.composite
def text_and_edits(draw: st.DrawFn, text: str | None = None) -> tuple[str, list[TextEdit]]:
    base = draw(st.text("甲乙丙丁a1", max_size=30)) if text is None else text
    points = sorted(draw(st.lists(st.integers(0, len(base)), max_size=8)))
    if len(points) % 2:
        points.pop()
    pairs = zip(points[::2], points[1::2], strict=True)
    return base, [TextEdit(Span(a, b), draw(st.text("XY", max_size=3))) for a, b in pairs]


def test_edits_count_in_the_text_as_given() -> None:
    edits = [TextEdit(Span(2, 3), ""), TextEdit(Span(0, 1), "两")]
    assert apply_edits("二个层面", edits) == "两个面"


def test_overlapping_edits_are_refused() -> None:
    with pytest.raises(ValueError, match="overlap"):
        apply_edits("二个层面", [TextEdit(Span(0, 2), ""), TextEdit(Span(1, 3), "")])


@given(text_and_edits())
def test_kept_characters_know_their_old_place(case: tuple[str, list[TextEdit]]) -> None:
    text, edits = case
    changed = apply_edits(text, edits)
    origin = OffsetMap.from_edits(len(text), edits)
    for position, character in enumerate(changed):
        if character not in "XY":
            assert text[origin.to_old(position)] == character


@given(st.data())
def test_maps_compose(data: st.DataObject) -> None:
    text, first = data.draw(text_and_edits())
    middle = apply_edits(text, first)
    _, second = data.draw(text_and_edits(middle))
    last = apply_edits(middle, second)
    origin = OffsetMap.from_edits(len(middle), second).after(OffsetMap.from_edits(len(text), first))
    for position, character in enumerate(last):
        if character not in "XY":
            assert text[origin.to_old(position)] == character
