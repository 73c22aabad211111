"""Five real speeches against their hand-made labels."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from drafting.cleaning.cleaner import clean_text

if TYPE_CHECKING:
    from pathlib import Path

    from drafting.model.clean import CleanText

SEEDS = ("000", "001", "002", "003", "004")
WIDE = str.maketrans(",:;!?()", "，：；！？（）")


@pytest.fixture(params=SEEDS)
def seed(request: pytest.FixtureRequest, shared: Path) -> tuple[str, dict[str, Any]]:
    path = next((shared / "seeds").glob(f"{request.param}_*.txt"))
    labels = json.loads((shared / "seeds/labels.json").read_text(encoding="utf-8"))
    return path.read_text(encoding="utf-8"), labels[path.name]


def test_begins_and_ends_where_the_speech_does(seed: tuple[str, dict[str, Any]]) -> None:
    text, labels = seed
    clean = clean_text(text)
    lines = clean.text.split("\n")
    assert clean.script.value == labels["script"]
    assert lines[0] == labels["title"]
    assert lines[0].startswith(labels["kept_first"])
    assert lines[1] == labels["salutation"]
    assert clean.text.endswith(labels["kept_last"])
    assert clean.text.count(labels["title"]) == 1


def test_the_page_is_gone(seed: tuple[str, dict[str, Any]]) -> None:
    text, labels = seed
    clean = clean_text(text).text
    assert [one for one in labels["dropped"] if one.translate(WIDE) in clean] == []
    assert "\n\n" not in clean


def test_conversions_come_out_right(seed: tuple[str, dict[str, Any]]) -> None:
    text, labels = seed
    clean = clean_text(text).text
    for old, new in labels.get("conversions", {}).items():
        assert old not in clean
        assert new in clean


def test_every_labelled_defect_is_a_step(seed: tuple[str, dict[str, Any]]) -> None:
    text, labels = seed
    counts = {record.kind.value: record.count for record in clean_text(text).steps}
    for defect in labels["defects"]:
        if "cleaning" in defect:
            assert counts[defect["cleaning"]] == defect.get("count", counts[defect["cleaning"]])


def test_garbled_bits_stay_as_they_are(shared: Path) -> None:
    clean = clean_seed(shared, "002")
    assert clean.text.count("??h") == 4
    # Beside the four labelled ones a pinyin note lost its beginning.
    record = next(one for one in clean.steps if one.kind == "garbled")
    assert (record.count, record.samples) == (5, ("??h", "?jǐn)?shù)"))
    assert "?jǐn)?shù)" in clean.text


def test_the_titles_own_blank_stays(shared: Path) -> None:
    assert clean_seed(shared, "004").text.split("\n")[0].count(" ") == 1


def test_nothing_is_left_to_clean(seed: tuple[str, dict[str, Any]]) -> None:
    clean = clean_text(seed[0])
    again = clean_text(clean.text)
    assert again.text == clean.text
    assert all(record.kind.is_only_told for record in again.steps)


def clean_seed(shared: Path, number: str) -> CleanText:
    path = next((shared / "seeds").glob(f"{number}_*.txt"))
    return clean_text(path.read_text(encoding="utf-8"))
