"""Search: the documents that a scan finds, no others, for whatever is written."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drafting.corpus import search as searching
from drafting.corpus.library import Library, open_library
from drafting.corpus.search import SearchFilter, SearchHit, search_speeches
from drafting.corpus.speeches import add_speeches, get_speech, iter_speeches
from drafting.model.particulars import SpeechType
from tests.corpus.conftest import FLOOD, SAFETY, TALENT, speech

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def full(library: Library) -> Library:
    """A library of three speeches: 1 flood 2025, 2 safety 2024, 3 talent undated."""
    add_speeches(library, [FLOOD, SAFETY, TALENT])
    return library


def ids(library: Library, query: str, **options: object) -> list[int]:
    return [hit.id for hit in search_speeches(library, query, **options)]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("防汛", [1]),
        ("同志们", [1, 2]),
        ("会上的讲话", [1, 2, 3]),
        ("会", [1, 2, 3]),
        ("汛", [1]),
        ("防汛 会", [1]),
        ("防汛 专家", []),
        ("防汛 和 抓实", [1]),
        ("防汛 或 专家", [1, 3]),
        ("防汛 OR 专家 OR 隐患", [1, 2, 3]),
        ("防汛 or 专家 or 隐患", [1, 2, 3]),
        ("讲话 非 防汛", [2, 3]),
        ("讲话 -防汛 -隐患", [3]),
        ("讲话 NOT 会", []),
        ("-防汛", [2, 3]),
        ("防汛 或 -讲话", [1]),
        ("“要把防汛抓紧”", [1]),
        ("“抓紧抓实,各乡镇”", [1]),
        ("抓紧抓实各乡镇", []),
        ("“实，各”", [1]),
        ("实，各 -隐患", [1]),
        ("98.5%", [2]),
        ("9 8", [2]),
        ("gdp", [3]),
        ("ＧＤＰ", [3]),
        ("GD", [3]),
        ("調度會", [2]),
        ("真誠歡迎", [3]),
        ("或", []),
        ("和 或 非", []),
        ("", []),
        ("，。", []),
        ('"', []),
        ("“", []),
        ("AND", []),
        ("NEAR(防汛 抓实)", []),
        ("pairs:防汛", []),
        ("防汛*", [1]),
        ("^在全县", [1]),
        ("干部", [3]),
        ("\0防汛\0", [1]),
        ("\ud800防汛", [1]),
    ],
)
def test_queries(full: Library, query: str, expected: list[int]) -> None:
    assert ids(full, query) == expected


def test_marks_between_words_make_no_word(library: Library) -> None:
    add_speeches(library, [speech("教育干部，部分同志"), speech("干部分工"), speech("干，部分")])
    assert ids(library, "干部分") == [2]
    assert ids(library, "“干部，部分”") == [1]
    assert ids(library, "“干，部分”") == [3]


def test_filters(full: Library) -> None:
    assert ids(full, "讲话", only=SearchFilter(year=2025)) == [1]
    assert ids(full, "讲话", only=SearchFilter(speaker="林若川")) == [2]
    assert ids(full, "讲话", only=SearchFilter(kind=SpeechType.WORK_MEETING)) == [1]
    assert ids(full, "讲话", only=SearchFilter(year=2025, speaker="林若川")) == []


def test_a_hit_opens_at_its_place(full: Library) -> None:
    (hit,) = search_speeches(full, "各乡镇 抓实")
    assert get_speech(full, hit.id).text[hit.start : hit.end] == "抓实"
    assert [one.of(hit.snippet) for one in hit.marks] == ["抓实", "各乡镇"]
    assert hit.snippet == "要把防汛抓紧抓实，各乡镇要上堤值守。"
    assert (hit.title, hit.date) == (FLOOD.title, "2025-06-03")


def test_relevance_puts_titles_first(library: Library) -> None:
    add_speeches(
        library,
        [
            speech("在防汛会上的讲话\n要上堤。", date=dt.date(2020, 1, 1)),
            speech("在春耕会上的讲话\n防汛。", date=dt.date(2026, 1, 1)),
            speech("在抗旱会上的讲话\n防汛，防汛，防汛。", date=dt.date(2025, 1, 1)),
        ],
    )
    assert ids(library, "防汛") == [2, 3, 1]
    assert ids(library, "防汛", order="relevance") == [1, 3, 2]
    assert ids(library, "防汛", order="relevance", limit=1) == [1]


def test_frequent_words_come_newest_first(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Words in more speeches than are sorted: walked from the newest, the rest sorted after all."""
    days = [dt.date(2000, 1, 1) + dt.timedelta(days=7 * one % 101) for one in range(60)]
    add_speeches(
        library,
        [
            speech(f"第{number}号讲话\n{'防汛' if number % 3 else '抗旱'}。", date=day)
            for number, day in enumerate(days)
        ],
    )
    usual = [
        (query, ids(library, query, limit=60)) for query in ("防汛", "讲话", "旱", "号讲 -防汛")
    ]
    monkeypatch.setattr(searching, "_SORTED", 5)
    for gathered, walked in ((100, 0), (5, 0), (5, 7), (5, 1000)):
        monkeypatch.setattr(searching, "_GATHERED", gathered)
        monkeypatch.setattr(searching, "_WALKED", walked)
        assert [(query, ids(library, query, limit=60)) for query, _ in usual] == usual
    found = dict(usual)["防汛"]
    assert [days[one - 1] for one in found] == sorted(
        (days[one - 1] for one in found), reverse=True
    )
    assert len(found) == 40


LETTERS = st.text('防汛干部分。，a1.%\n「 或非-"*', max_size=30)
ANYTHING = st.text(max_size=40)


@pytest.fixture(scope="module")
def mixed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """Speeches of few characters in all orders, and of odd ones."""
    path: Path = tmp_path_factory.mktemp("库") / "库.db"
    texts = st.lists(st.one_of(LETTERS, ANYTHING), min_size=1, max_size=300, unique=True)
    collected: list[str] = []

    @settings(max_examples=15, database=None, derandomize=True, deadline=None)
    @given(texts)
    def collect(some: list[str]) -> None:
        collected.extend(some)

    collect()
    with open_library(path) as library:
        add_speeches(library, [speech(one) for one in collected])
        yield library


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.one_of(LETTERS, ANYTHING))
def test_any_input_finds_what_a_scan_finds(mixed: Library, query: str) -> None:
    found = search_speeches(mixed, query, limit=10**6)
    understood = searching.read_query(query)
    scanned = {
        one.id for one in iter_speeches(mixed) if understood.matches(searching.fold(one.text))
    }
    assert {hit.id for hit in found} == scanned
    assert all(is_placed(mixed, hit) for hit in found[:20])


@settings(max_examples=80, deadline=None)
@given(st.text("防汛干部分a1", min_size=1, max_size=4))
def test_a_word_is_found_wherever_it_stands(mixed: Library, word: str) -> None:
    found = {hit.id for hit in search_speeches(mixed, word, limit=10**6)}
    assert found == {one.id for one in iter_speeches(mixed) if word in searching.fold(one.text)}


def is_placed(library: Library, hit: SearchHit) -> bool:
    text = get_speech(library, hit.id).text
    return 0 <= hit.start <= hit.end <= len(text) and all(
        one.end <= len(hit.snippet) for one in hit.marks
    )


def test_the_place_shown_is_where_most_of_what_is_looked_for_stands(library: Library) -> None:
    text = (
        "在防汛会上的讲话\n同志们：\n防汛要早。今年雨水多，山洪来得急，一天也等不起。\n"
        "各乡镇要把防汛责任压实。责任到人，防汛才有底。"
    )
    add_speeches(library, [speech(text)])
    (hit,) = search_speeches(library, "防汛 责任")
    assert hit.snippet == "各乡镇要把防汛责任压实。责任到人，防汛才有底。"
    assert [one.of(hit.snippet) for one in hit.marks] == ["防汛", "责任", "责任", "防汛"]
    assert text[hit.start : hit.end] == "防汛"
    (hit,) = search_speeches(library, "防汛")
    assert hit.snippet == "防汛要早。今年雨水多，山洪来得急，一天也等不起。"
    (hit,) = search_speeches(library, "会上")  # in the title alone
    assert hit.snippet == "在防汛会上的讲话"
