"""``library phrases`` and ``suggest`` with a library, as the contract has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from drafting.model.phrase import PhraseKind
from resources import resource_path

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.commandline.conftest import Answer

    Call = Callable[..., Answer]

FIRST = "算清三本账，把“为什么干”想明白"
BEFORE = f"同志们：\n我强调三点。\n一要{FIRST}。\n"


@pytest.fixture
def library(tmp_path: Path, call: Call) -> Path:
    path = tmp_path / "库.db"
    assert call("library", "add", resource_path("library"), "--library", path).code == 0
    return path


def test_phrases_of_a_library(call: Call, library: Path) -> None:
    found = call("library", "phrases", "--library", library, "--json").json["phrases"]
    assert len(found) > 50
    assert all(set(one) == {"text", "documents", "count", "kind"} for one in found)
    assert {one["kind"] for one in found} <= {kind.value for kind in PhraseKind}
    assert all(one["count"] >= one["documents"] >= 2 for one in found)
    order = [one["documents"] for one in found]
    assert order == sorted(order, reverse=True)


def test_phrases_by_number_of_speeches(call: Call, library: Path) -> None:
    options = ("--library", library, "--min-documents", "4", "-n", "5", "--json")
    found = call("library", "phrases", *options).json["phrases"]
    assert 0 < len(found) <= 5
    assert all(one["documents"] >= 4 for one in found)
    printed = call("library", "phrases", "--library", library, "-n", "3").out.splitlines()
    assert len(printed) == 3
    assert "篇" in printed[0]


def test_headings_of_a_past_speech_with_meeting_and_day(call: Call, library: Path) -> None:
    options = ("--section", "heading", "--library", library, "--json")
    found = call("suggest", "--before", BEFORE, *options).json["suggestions"]
    assert found[0]["text"] == "打好三场硬仗，把“干什么”抓到位"
    assert found[1]["text"] == "扛起三级责任，把“怎么干”压到底"
    assert found[0]["sources"]
    assert found[0]["documents"] == 1


def test_none_uses_no_library(call: Call, library: Path) -> None:
    found = call("suggest", "--before", BEFORE, "--library", "none", "--json").json["suggestions"]
    assert all(not one["sources"] for one in found)
    assert call("library", "phrases", "--library", "none").code == 2


def test_no_library_yet_is_no_fault(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "无.db"
    assert call("suggest", "--before", BEFORE, "--library", path, "--json").code == 0
    assert not path.exists()
    assert call("library", "phrases", "--library", path).code == 3


def test_removed_speeches_leave_their_phrases(call: Call, library: Path) -> None:
    before = {
        one["text"]
        for one in call("library", "phrases", "--library", library, "--json").json["phrases"]
    }
    call("library", "remove", *range(1, 12), "--library", library)
    left = call("library", "phrases", "--library", library, "--json").json["phrases"]
    assert before
    assert left == []


def test_what_was_begun_is_finished_first(call: Callable[..., Answer]) -> None:
    options = ("--library", "none", "-n", "5", "--json")
    found = call("suggest", "--before", "我们要以更", *options).json["suggestions"]
    texts = [one["text"] for one in found]
    assert texts[0].startswith("以更")
    assert len(set(texts)) == len(texts) == 5
