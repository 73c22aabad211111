"""The shipped phrases and sense groups are whole and of use."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from drafting.lexicons.tsv import read_table, split_values
from drafting.model.phrase import PhraseKind

COLUMNS = (
    "text",
    "kind",
    "function",
    "group",
    "set",
    "tone",
    "speaker",
    "initials",
    "documents",
    "count",
)
SPEAKERS = {"", "主要领导", "分管领导", "主持人", "表态人", "致辞人", "汇报人"}


@pytest.fixture(scope="module")
def phrases(project):
    return read_table(project / "resources" / "lexicons" / "phrases.tsv")


@pytest.fixture(scope="module")
def groups(project):
    return read_table(project / "resources" / "lexicons" / "sense_groups.tsv")


def test_columns_and_number(phrases):
    assert phrases.columns == COLUMNS
    assert len(phrases) >= 450
    assert len(set(phrases.column("text"))) == len(phrases)


@pytest.mark.parametrize("kind", list(PhraseKind))
def test_every_kind_has_enough(phrases, kind):
    assert sum(row["kind"] == kind.value for row in phrases) >= 20


def test_cells_are_of_their_kind(phrases):
    for row in phrases:
        PhraseKind(row["kind"])
        assert row["function"]
        assert row["tone"] in {"重", "中", "轻"}
        assert row["speaker"] in SPEAKERS
        assert int(row["count"]) >= int(row["documents"]) >= 0
        assert re.fullmatch("[a-z]{1,60}", row["initials"]), row["text"]
        assert 2 <= len(row["text"]) <= 50


def test_marks_are_chinese_and_slots_closed(phrases):
    for text in phrases.column("text"):
        assert not re.search("[,;:!?()\"' ]", text), text
        assert text.count("{") == text.count("}") == len(re.findall(r"\{[^{}]{1,8}\}", text)), text
        assert text.count("“") == text.count("”"), text


def test_initials_of_known_phrases(phrases):
    initials = {row["text"]: row["initials"] for row in phrases}
    assert initials["凝心聚力"] == "nxjl"
    assert initials["责任重大、使命光荣"] == "zrzdsmgr"
    assert initials["下面，我讲{数}点意见。"] == "xmwjdyj"


def test_heading_sets_have_two_to_six_members_alike(phrases):
    sets: dict[str, list[str]] = {}
    for row in phrases:
        assert bool(row["set"]) == (row["kind"] == "heading")
        if row["set"]:
            sets.setdefault(row["set"], []).append(row["text"])
    assert {len(members) for members in sets.values()} == {2, 3, 4, 5, 6}
    for members in sets.values():
        assert max(map(len, members)) - min(map(len, members)) <= 4, members


def test_groups_are_known_and_offer_something_else(phrases, groups):
    assert groups.columns == ("group", "head", "alternatives", "limits")
    assert len(groups) >= 24
    known = set(groups.column("group"))
    assert len(known) == len(groups)
    assert {row["group"] for row in phrases} - {""} <= known
    for row in groups:
        alternatives = split_values(row["alternatives"])
        assert len(set(alternatives)) == len(alternatives) >= 3
        assert row["head"] not in alternatives
        assert row["limits"]


def test_heads_are_phrases_of_their_group(phrases, groups):
    group_of = {row["text"]: row["group"] for row in phrases}
    assert all(group_of.get(row["head"]) == row["group"] for row in groups)


def test_counting_script_fills_in_figures_and_initials(project, tmp_path):
    lexicons = tmp_path / "resources" / "lexicons"
    lexicons.mkdir(parents=True)
    table = lexicons / "phrases.tsv"
    table.write_text(
        "# source: 试验\n"
        + "\t".join(COLUMNS)
        + "\n攻坚克难\trequirement\trequirement\t\t\t中\t\t\t0\t0"
        + "\n既要{甲}，又要{乙}。\tseries\tseries\t\t\t中\t\t\t0\t0\n",
        encoding="utf-8",
    )
    reports = tmp_path / "reports"
    reports.mkdir()
    (reports / "甲.txt").write_text("攻坚克难。攻坚克难。既要快，又要好。", encoding="utf-8")
    (reports / "乙.txt").write_text("攻坚克难。既要快。又要好。", encoding="utf-8")
    code = (
        "import runpy, sys, pathlib\n"
        f"script = runpy.run_path({str(project / 'packaging' / 'count_phrases.py')!r})\n"
        f"script['main'].__globals__['PHRASES'] = pathlib.Path({str(table)!r})\n"
        f"sys.exit(script['main']([{str(reports)!r}]))"
    )
    for _ in range(2):
        subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, cwd=tmp_path)
        rows = [row[-3:] for row in read_table(table).rows]
        assert rows == [("gjkn", "2", "3"), ("jyyy", "1", "1")]
