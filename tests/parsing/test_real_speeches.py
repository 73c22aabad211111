"""Real speeches and reports against hand-made labels and line-start markers."""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest

from drafting.cleaning.cleaner import clean_text
from drafting.model.draft import BlockKind, Draft
from drafting.model.headings import MarkerKind
from drafting.parsing.parser import parse_draft

if TYPE_CHECKING:
    from pathlib import Path

LINE_START = re.compile(
    "^[ \u3000]*(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）)", re.MULTILINE
)


@pytest.fixture(params=["000", "001", "002", "003", "004"])
def labelled(request: pytest.FixtureRequest, shared: Path) -> tuple[Draft, dict[str, Any]]:
    path = next((shared / "seeds").glob(f"{request.param}_*.txt"))
    labels = json.loads((shared / "seeds" / "labels.json").read_text(encoding="utf-8"))
    return parse_draft(clean_text(path.read_text(encoding="utf-8")).text), labels[path.name]


def test_front(labelled: tuple[Draft, dict[str, Any]]) -> None:
    draft, labels = labelled
    assert draft.title == labels["title"]
    assert draft.text_of(BlockKind.SALUTATION) == labels["salutation"]
    for kind in (BlockKind.SUBTITLE, BlockKind.SPEAKER, BlockKind.DATE):
        assert draft.text_of(kind) is None


def test_headings_and_items(labelled: tuple[Draft, dict[str, Any]]) -> None:
    draft, labels = labelled
    assert [
        {"level": one.level, "marker": one.marker, "text": one.text, "run_in": one.run_in}
        for one in draft.headings
    ] == labels["headings"]
    assert [list(one.markers) for one in draft.items] == labels["items"]


def test_promises(labelled: tuple[Draft, dict[str, Any]]) -> None:
    draft, labels = labelled
    have = Counter((one.text, one.count, one.found, one.kept) for one in draft.promises)
    wanted = Counter(
        (one["text"], one["count"], one["found"], one["kept"]) for one in labels["promises"]
    )
    assert wanted - have == Counter()
    assert [one for one in have - wanted if one[3] is False] == []


def test_closing_and_opening(labelled: tuple[Draft, dict[str, Any]]) -> None:
    draft, labels = labelled
    start = labels["closing_starts_with"]
    assert (draft.closing is None) == (start is None)
    if draft.closing is not None:
        assert draft.text[draft.closing.start :].startswith(start)
    assert draft.opening is not None
    assert draft.opening.span.end <= draft.headings[0].span.start
    assert {"convene", "announce"} <= {move.value for move in draft.opening.moves}


def test_line_start_markers_of_published_reports(shared: Path) -> None:
    right = wanted_count = found_count = 0
    for path in sorted((shared / "data" / "speeches_dev").glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        wanted = {match.end() for match in LINE_START.finditer(text)}
        found = {
            one.marker_span.end
            for one in parse_draft(text).headings
            if one.kind in (MarkerKind.HAN_COMMA, MarkerKind.HAN_BRACKET)
        }
        right += len(wanted & found)
        wanted_count += len(wanted)
        found_count += len(found)
    assert right / wanted_count >= 0.99
    assert right / found_count >= 0.99


def test_published_reports_break_no_promise(shared: Path) -> None:
    broken = [
        (path.name, one.text, one.count, one.found)
        for path in sorted((shared / "data" / "speeches_dev").glob("*.txt"))
        for one in parse_draft(path.read_text(encoding="utf-8")).promises
        if one.kept is False
    ]
    assert broken == []
