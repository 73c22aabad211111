"""Series inside paragraphs."""

from __future__ import annotations

import pytest

from drafting.model.headings import MarkerKind
from drafting.parsing.parser import parse_draft

FILL = "各单位都要把自己的事办好，不等不靠。"


@pytest.mark.parametrize(
    ("text", "markers", "complete"),
    [
        ("要做到：一要早，二要细，三要实。", ("一要", "二要", "三要"), True),
        ("有三条：一是快；二是准；三是稳。", ("一是", "二是", "三是"), True),
        ("检查时，一看台账，有没有漏项。二看现场，有没有死角。三看整改，有没有反弹。",
         ("一看", "二看", "三看"), True),
        ("主要是两头：一方面，要稳住产量。另一方面，要提高质量。", ("一方面", "另一方面"), True),
        ("这一方面说明路子对；另一方面说明力度够。", ("一方面", "另一方面"), True),
        ("程序是：（1）报名；（2）审核；（3）公示。", ("（1）", "（2）", "（3）"), True),
        ("要抓好：①清沟；②补苗；③施肥。", ("①", "②", "③"), True),
        ("要求是：第一，早动手；第二，快推进。", ("第一，", "第二，"), True),
        ("首先，要摸底；其次，要建账；最后，要销号。", ("首先，", "其次，", "最后，"), False),
        ("一是快；三是稳。", ("一是", "三是"), False),
        ("一要快；二是准；三要稳。", ("一要", "二是", "三要"), True),
    ],
)  # fmt: skip
def test_series_in_a_paragraph(text: str, markers: tuple[str, ...], *, complete: bool) -> None:
    draft = parse_draft(f"{FILL}\n{FILL}{text}\n{FILL}")
    assert [(one.markers, one.complete) for one in draft.items] == [(markers, complete)]
    assert draft.headings == ()
    for start, marker in zip(draft.items[0].starts, markers, strict=True):
        assert draft.text[start : start + len(marker)] == marker


def test_short_calls_in_a_row() -> None:
    text = f"怎么才能办成？要沉下身子。{FILL}要跑勤腿脚。{FILL}要敢于碰硬。{FILL}"
    draft = parse_draft(f"{FILL}\n{text}")
    assert [one.markers for one in draft.items] == [("要沉下身子", "要跑勤腿脚", "要敢于碰硬")]
    assert draft.items[0].kind is MarkerKind.NONE


@pytest.mark.parametrize(
    "text",
    [
        "要做的事很多，一要紧的是修路。",
        "不讲条件，一要把账算细。别的以后再说。",
        "第一时间赶到现场，第一时间处置到位。",
        "一方面人手不够。",
        "要快。要准。",
    ],
)
def test_what_is_no_series(text: str) -> None:
    assert parse_draft(f"{FILL}\n{FILL}{text}\n{FILL}").items == ()
