"""The window's suggestions: at once from what is counted, renewed by themselves."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from drafting.workspace.library.importing import add_speeches
from drafting.workspace.library.opening import default_library
from drafting.workspace.writing.suggestion_service import SuggestionService
from resources import resource_path

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

BEFORE = "同志们：\n我强调三点。\n一要算清三本账，把“为什么干”想明白。\n二要"


@pytest.fixture
def service(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[SuggestionService]:
    monkeypatch.setenv("JIANGGAO_DATA", str(tmp_path))
    made = SuggestionService()
    yield made
    made.close()


def offered(service: SuggestionService, query: str = ""):
    return service.suggest(BEFORE, "body" if query else "heading", "", BEFORE, query)


def test_without_a_library_the_shipped_phrases_are_offered(service: SuggestionService) -> None:
    assert offered(service)
    assert not default_library().exists()


def test_added_speeches_are_counted_beside_and_then_offered(service: SuggestionService) -> None:
    add_speeches([resource_path("library")], default_library())
    assert offered(service)[0].sources  # headings are there at once
    end = time.monotonic() + 120
    while not any(one.sources for one in offered(service, "下面")):
        assert time.monotonic() < end
        time.sleep(0.1)


def test_a_faulty_library_counts_as_none(service: SuggestionService) -> None:
    default_library().write_bytes(b"no library" * 1000)
    assert offered(service)
