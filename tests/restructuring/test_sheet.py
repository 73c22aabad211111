"""Lines in a new order, as edits of the old text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from drafting.restructuring.sheet import SheetLine, line_edits
from drafting.text.edits import apply_edits

LINES = st.lists(st.text(alphabet="一二三，", max_size=5), min_size=1, max_size=8)


@given(old=LINES, data=st.data())
def test_any_order_comes_about(old, data):
    numbers = data.draw(st.lists(st.sampled_from(range(len(old))), unique=True))
    lines = []
    for number in numbers:
        changed = data.draw(st.sampled_from(["", "新"]))
        lines.append(SheetLine(number, old[number] + changed))
        lines += [SheetLine(None, one) for one in data.draw(st.sampled_from([[], ["加"]]))]
    lines = lines or [SheetLine(None, "都换了")]
    text = "\n".join(old)
    wanted = "\n".join(line.text for line in lines)
    assert apply_edits(text, line_edits(text, lines)) == wanted


def test_what_stays_is_not_touched():
    text = "甲\n乙乙\n丙丙\n丁"
    lines = [SheetLine(0, "甲"), SheetLine(2, "丙丙"), SheetLine(1, "乙乙"), SheetLine(3, "丁")]
    touched = sum(len(one.span) for one in line_edits(text, lines))
    assert touched == len("乙乙\n")
