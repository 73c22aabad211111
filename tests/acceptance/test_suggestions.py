"""Ten carets of a speech: what a secretary would want stands among the first five."""

from __future__ import annotations

import datetime as dt
import importlib.util
import sys
from pathlib import Path

import pytest

from drafting.suggestions.suggester import SuggestionContext, suggest
from resources import resource_path

_SCRIPT = Path(__file__).resolve().parents[2] / "packaging" / "measure_suggestions.py"
_SPEC = importlib.util.spec_from_file_location("measure_suggestions", _SCRIPT)
measuring = importlib.util.module_from_spec(_SPEC)
sys.modules["measure_suggestions"] = measuring  # its dataclasses look themselves up
_SPEC.loader.exec_module(measuring)

# For each caret wordings of which one must stand in a suggestion among the first five.
WANTED = {
    "opening": ("今天，我们召开{会议名称}，主要任务是",),
    "recap": ("刚才，{单位}通报了{情况}",),
    "endorsement": ("我都赞成，请大家", "我完全同意"),
    "announcement": ("下面，我讲三点意见", "下面，我讲{数}点意见"),
    "second heading": ("突出重点，以更实的举措推动工作",),
    "transition": ("在肯定成绩的同时，也要清醒看到",),
    "requirement": ("高度重视", "狠抓落实"),
    "call": ("鼓足干劲", "坚定信心"),
    "closing": ("责任重大、任务艰巨。让我们",),
    "greeting": ("向长期关心支持{地方}发展的各位朋友表示感谢",),
}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory):
    files = [
        file
        for folder in ("samples", "library")
        for file in sorted(resource_path(folder).glob("*.txt"))
    ]
    found = measuring.make_library(str(tmp_path_factory.mktemp("library")), files, "library")
    yield found
    found._library.close()


@pytest.mark.parametrize(("name", "before"), measuring.TEN_CARETS)
def test_what_a_secretary_would_want(library, name: str, before: str) -> None:
    context = SuggestionContext(
        before=before, draft_text=before, library=library, day=dt.date(2026, 11, 20)
    )
    first = [one.phrase.text for one in suggest(context, limit=5)]
    assert any(wanted in text for wanted in WANTED[name] for text in first), first
    assert len(first) >= 3


def test_the_announcement_says_who_used_it_where_and_when(library) -> None:
    before = dict(measuring.TEN_CARETS)["announcement"]
    found = suggest(SuggestionContext(before=before, draft_text=before, library=library), limit=5)
    known = next(one for one in found if one.phrase.text == "下面，我讲{数}点意见。")
    assert known.documents >= 3
    assert known.last_used is not None
    assert len(known.sources) == 3
    assert all("会" in source for source in known.sources)


def test_a_row_begun_as_in_a_past_speech_goes_on_as_there(library) -> None:
    before = "我讲三点意见。\n一、算清三本账，把“为什么要干”想明白\n先算水账。\n"
    found = suggest(
        SuggestionContext(before=before, section="heading", draft_text=before, library=library),
        limit=5,
    )
    assert found[0].phrase.text == "打好三场硬仗，把“干什么”抓到位"
    assert found[0].sources
