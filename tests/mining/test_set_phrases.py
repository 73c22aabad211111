"""Set phrases: equal to plain counting, and what is and is not one."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest

from drafting.mining import set_phrases
from drafting.mining.clauses import mine_clauses
from drafting.mining.set_phrases import MinedPhrase, MiningLimits, mine_set_phrases

FILLING = "各乡镇要把春耕的水源、农资和机具一项一项排清楚，缺什么补什么，谁家有难处就帮到谁家。"
PACKAGING = Path(__file__).resolve().parents[2] / "packaging"


def load(name: str):
    sys.path.insert(0, str(PACKAGING))
    try:
        spec = importlib.util.spec_from_file_location(name, PACKAGING / f"{name}.py")
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
    finally:
        sys.path.remove(str(PACKAGING))
    return module


@pytest.mark.parametrize("limits", [MiningLimits(), MiningLimits(3, 5, 3, 2.0, 0.5, 0.3)])
def test_same_phrases_and_figures_as_plain_counting(limits):
    pytest.importorskip("jieba", reason="the speeches are made of its words")
    texts = load("synthetic_speeches").make_speeches(25)
    plain = load("bench_mining").PlainCounting(texts, limits).phrases()
    mined = mine_set_phrases(texts, limits)
    assert {(one.text, one.documents, one.count) for one in mined} == plain
    assert len(plain) > 100


def test_phrase_with_changing_neighbours_is_found_and_its_cuttings_are_not():
    pairs = zip("东西南北中上", "山水田林湖草", strict=True)
    texts = [f"{a}凝心聚力{b}，{FILLING}" for a, b in pairs]
    found = {one.text: one for one in mine_set_phrases(texts)}
    assert found["凝心聚力"] == MinedPhrase("凝心聚力", 6, 6)
    assert "凝心聚" not in found
    assert "心聚力" not in found


def test_what_one_text_repeats_is_no_set_phrase():
    assert mine_set_phrases(["东抓实抓细山。西抓实抓细水。南抓实抓细田。", "别的话"]) == []


@pytest.mark.parametrize(
    "texts", [[], [""], ["", ""], ["一"], ["\n\n", "，。"], ["\ud83d各", "各"]]
)
def test_odd_texts_give_nothing(texts):
    assert mine_set_phrases(texts) == []
    assert mine_clauses(texts) == []


def test_shards_are_added_up(monkeypatch):
    texts = [f"{a}凝心聚力{b}。{FILLING}" for a, b in zip("东西南北", "山水田林", strict=True)]
    monkeypatch.setattr(set_phrases, "SHARD_CHARACTERS", 2 * len(texts[0]))
    assert [len(shard) for shard in set_phrases.iter_shards(texts)] == [2, 2]
    assert MinedPhrase("凝心聚力", 4, 4) in mine_set_phrases(texts)


def test_clauses_and_runs_of_clauses():
    texts = [
        "会议强调，要带着责任抓落实，确保年底交总账。大家辛苦了。",
        "今天讲两件事，要带着责任抓落实，确保年底交总账。散会。",
        "第一点，要带着责任抓落实。",
    ]
    found = {one.text: one.documents for one in mine_clauses(texts)}
    assert found == {"要带着责任抓落实": 3, "要带着责任抓落实，确保年底交总账": 2}


def test_copied_passage_is_no_phrase():
    passage = "先把家底摸清楚，再把清单列明白，然后逐项去落实，最后回头看成效，年底再来算总账。"
    assert mine_clauses([f"东镇的汇报：{passage}", f"西镇的总结：{passage}"]) == []


def test_clause_with_a_figure_or_half_a_quotation_is_no_phrase():
    texts = ["增长百分之12左右。“一把手，亲自抓到底”。", "增长百分之12左右！“一把手，亲自抓到底”！"]
    assert [one.text for one in mine_clauses(texts)] == ["“一把手，亲自抓到底”"]
