"""The sample speeches: whole, of the promised length, and with the planted flaws only."""

from __future__ import annotations

import itertools

import pytest

from drafting.model.draft import BlockKind, Move
from drafting.parsing.parser import parse_draft
from drafting.text.characters import count_characters

LENGTHS = {
    "sample_mobilisation": (1800, 2500),
    "sample_economic": (2500, 4000),
    "sample_inspection": (2000, 4000),
}
PLANTED = ("布署", "任务不轻,但", "XX镇", "二个层面", "进一步加强加强")


@pytest.fixture(scope="module")
def samples(project):
    folder = project / "resources" / "samples"
    return {path.stem: path.read_text(encoding="utf-8") for path in folder.glob("*.txt")}


def test_lengths(samples):
    assert set(samples) == set(LENGTHS)
    for name, (shortest, longest) in LENGTHS.items():
        assert shortest <= count_characters(samples[name]) <= longest


@pytest.mark.parametrize("name", LENGTHS)
def test_structure(samples, name):
    draft = parse_draft(samples[name])
    assert draft.title.endswith("会议上的讲话") or draft.title.endswith("会上的讲话")
    assert draft.text_of(BlockKind.DATE)
    assert draft.text_of(BlockKind.SALUTATION) == "同志们："
    assert [one.marker for one in draft.headings if one.level == 1] == ["一、", "二、", "三、"]
    assert any(one.level == 2 for one in draft.headings)
    assert draft.opening is not None
    assert draft.opening.moves == tuple(Move)
    assert draft.closing is not None


def test_planted_flaws_are_in_the_first_sample_only(samples):
    for name, text in samples.items():
        for flaw in PLANTED:
            assert (flaw in text) == (name == "sample_mobilisation")
    assert samples["sample_mobilisation"].count("攻坚克难") == 4
    assert max(samples[name].count("攻坚克难") for name in samples if "mobil" not in name) <= 1


def test_only_the_planted_promise_is_broken(samples):
    broken = {
        name: [one.text for one in parse_draft(text).promises if one.kept is False]
        for name, text in samples.items()
    }
    assert broken == {
        "sample_mobilisation": ["二个层面"],
        "sample_economic": [],
        "sample_inspection": [],
    }


def _passages(text: str, length: int = 25) -> set[str]:
    plain = "".join(text.split())
    return {plain[i : i + length] for i in range(len(plain) - length + 1)}


def test_no_passage_is_shared(samples):
    for first, second in itertools.combinations(samples.values(), 2):
        assert not _passages(first) & _passages(second)


def test_no_passage_comes_from_elsewhere(samples, shared):
    own = set().union(*map(_passages, samples.values()))
    folders = ("seeds", "design", "data/speeches_dev", "data/speeches_train")
    for folder in folders:
        for path in (shared / folder).glob("*.*"):
            if path.suffix in (".txt", ".md"):
                text = path.read_text(encoding="utf-8", errors="replace")
                assert not own & _passages(text), path.name
