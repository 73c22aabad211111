"""Text that repeats itself for many pages: the time grows with the length, and stays within reason.

What is looked for behind every count is bounded, so that no paragraph, however full of counts,
of members or of neither, costs more than so many times what a speech of its length does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from drafting.parsing.parser import parse_draft
from tests.clock import seconds_of

if TYPE_CHECKING:
    from pathlib import Path

_SHORT, _LONG = 10_000, 40_000
# Of the time for a speech of the same length; and of what four times the length may take: 4 where
# the time grows with the length, 16 where it grows with its square.
_MOST, _GROWTH = 40, 10
# What the clock may be wrong by; what takes longer is measured once.
_TICK, _SLOW = 0.02, 0.1
PIECES = {
    "counts without members": "三个问题、四个方面、",
    "counts in sentences": "要抓好三个方面的工作，解决四个问题。",
    "counts in figures": "3个项目，5项工作，",
    "counts before colons": "三个方面：",
    "counts in lines": "三个方面\n",
    "counts that climb": "一个目标、两条主线、三项任务，",
    "counts that look back": "修路、架桥、通水，这三件事，",
    "members without counts": "一是抓紧抓好，二是抓实抓细，",
    "first members only": "一是抓好，",
    "one line without a full stop": "我们要把工作做好做实做细，",
    "pauses only": "抓紧，",
    "pauses behind counts": "三个重点，抓紧，抓好，抓实，抓细，",
    "semicolons behind counts": "三个方面：抓好；抓实；抓细；",
    "counts among members": "三个问题：一是甲、乙、丙，二是丁、戊；四个关口，把好关口、守好关口。",
    "ordinals": "第一，",
    "ordinals in sentences": "第一，抓好工作。第二，抓好落实。",
    "quotations": "“三个到位”",
    "open quotations": "“三个到位",
    "closed quotations": "三个到位”",
    "quotations behind lists": "甲、乙“五化”，",
    "a thing named again": "提三点感受，感受很深。",
    "a thing named again and again": "两个号召，号召",
    "characters": "八个字：应统尽统、",
    "lines that begin alike": "要做到三个到位。\n思想要到位。\n",
    "headings and counts": "一、抓好工作。\n三个方面\n",
    "glued headings": "一、抓好工作。二、抓好落实。三、抓好作风。",
    "one whole paragraph": (
        "下面讲三点意见。一是抓学习；二是抓工作；三是抓作风。做到三个到位、四个落实，办好三件大事。"
    ),
    "durations": "守了三天三夜，走了三天两夜，",
}


def _seconds(text: str) -> float:
    first = _once(text)
    return first if first > _SLOW else min(first, _once(text), _once(text))


def _once(text: str) -> float:
    return seconds_of(lambda: parse_draft(text))


@pytest.fixture(scope="module")
def speech_seconds(project: Path) -> float:
    """Return what a speech of ten thousand characters takes."""
    samples = sorted((project / "resources" / "samples").glob("*.txt"))
    speech = "\n".join(path.read_text(encoding="utf-8") for path in samples)
    text = (speech + "\n") * (_SHORT // len(speech) + 1)
    return min(_seconds(text[:_SHORT]) for _ in range(5))


@pytest.mark.parametrize("piece", PIECES.values(), ids=PIECES)
def test_time_grows_with_the_length_only(piece: str, speech_seconds: float) -> None:
    """A busy machine may disturb one measurement, not three of them."""
    for _ in range(3):
        short, long = (_seconds(piece * (n // len(piece))) + _TICK for n in (_SHORT, _LONG))
        share = long / (speech_seconds * _LONG / _SHORT)
        if share < _MOST and long < _GROWTH * short:
            break
    assert share < _MOST
    assert long < _GROWTH * short
