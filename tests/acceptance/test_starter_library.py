"""The speeches that the program brings along: long enough, unlike each other, without errors."""

from __future__ import annotations

from itertools import combinations

import pytest

from drafting.checks.base import CheckContext
from drafting.checks.runner import run_checks
from drafting.lexicons.lexicons import load_lexicons
from drafting.lexicons.tsv import read_table
from drafting.model.finding import Severity
from drafting.parsing.parser import parse_draft
from drafting.text.characters import count_characters
from resources import resource_path

FOLDER = resource_path("library")
PARTICULARS = read_table(FOLDER / "particulars.tsv")
TEXTS = {
    name: (FOLDER / name).read_text(encoding="utf-8").rstrip("\n")
    for name in PARTICULARS.column("file")
}
# Greetings and a host's words are short by their nature.
SHORT = {"主持词", "致辞"}
SHARED = 25


def test_every_file_has_its_particulars() -> None:
    assert sorted(path.name for path in FOLDER.glob("*.txt")) == sorted(TEXTS)
    assert len(TEXTS) >= 12


@pytest.mark.parametrize("row", tuple(PARTICULARS), ids=PARTICULARS.column("file"))
def test_they_are_whole_speeches(row: dict[str, str]) -> None:
    draft = parse_draft(TEXTS[row["file"]])
    least = 800 if row["kind"] in SHORT else 2500
    assert count_characters(draft.text) >= least
    assert draft.title
    assert row["occasion"] in draft.title
    assert draft.salutation
    assert all(promise.kept is not False for promise in draft.promises)


@pytest.mark.parametrize("name", TEXTS)
def test_the_checks_find_no_error(name: str) -> None:
    report = run_checks(parse_draft(TEXTS[name]), CheckContext(load_lexicons()))
    grave = [one for one in report.findings if one.severity is not Severity.SUGGESTION]
    assert [(one.code, one.message) for one in grave] == []


def test_no_two_share_a_passage() -> None:
    grams = {
        name: {bare[at : at + SHARED] for at in range(len(bare) - SHARED + 1)}
        for name, bare in ((name, "".join(text.split())) for name, text in TEXTS.items())
    }
    for first, second in combinations(grams, 2):
        assert grams[first] & grams[second] == set(), (first, second)
