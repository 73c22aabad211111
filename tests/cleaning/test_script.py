"""Script: told apart, converted character for character, as the library does it and better."""

from __future__ import annotations

import random
import runpy
from typing import TYPE_CHECKING

import opencc
import pytest

from drafting.cleaning.opencc_dictionaries import load_dictionary
from drafting.cleaning.script_conversion import (
    PhraseConverter,
    find_script_conversion,
    iter_changes,
    to_simplified,
)
from drafting.cleaning.scripts import detect_script
from drafting.cleaning.step import NOTHING
from drafting.cleaning.tables import read_rows
from drafting.model.draft import Script
from drafting.text.edits import apply_edits
from drafting.text.span import Span

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("县里的干部和群众一起开会。", Script.SIMPLIFIED),
        ("縣裏的幹部和羣衆一起開會。", Script.TRADITIONAL),
        ("縣里的干部和群眾一起開會。", Script.TRADITIONAL),
        ("县里开会。縣裏開會。", Script.MIXED),
        ("干部后来于是台上云里。", Script.SIMPLIFIED),
        ("渠道清淤工作进展顺利，各乡镇领导都到现场督导过问，时间进度总体较好，责任单位认领了任务。裏",
         Script.SIMPLIFIED),
        ("", Script.SIMPLIFIED),
        ("2021 GDP", Script.SIMPLIFIED),
    ],
)  # fmt: skip
def test_scripts_are_told_apart(text: str, script: Script) -> None:
    assert detect_script(text) is script


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("剛纔考覈爲羣臺衆峯佔", "刚才考核为群台众峰占"),
        ("著眼長遠、著力整改，爭著搶著幹", "着眼长远、着力整改，争着抢着干"),
        ("著名的著作，成效顯著，業績卓著", "著名的著作，成效显著，业绩卓著"),
        ("議論著、明顯著力", "议论着、明显着力"),
        ("苦抓實干，干部、幹部、乾淨、乾隆", "苦抓实干，干部、干部、干净、乾隆"),
        ("什么、什麼、怎麼樣", "什么、什么、怎么样"),
        ("皇后走後，余縣長還有餘力", "皇后走后，余县长还有余力"),
        ("瞭解、一目瞭然、瞭望", "了解、一目了然、瞭望"),
        ("反覆答覆，憑藉，慰藉", "反复答复，凭借，慰藉"),
        ("巨大、鉅額、座標、衝刺、彙報", "巨大、巨额、座标、冲刺、汇报"),
        ("提昇、上昇，畢昇", "提升、上升，毕昇"),
        ("大學聯考、專案、迴圈", "大学联考、专案、回圈"),
        ("擡頭、擡高", "抬头、抬高"),
    ],
)
def test_words_come_out_right(old: str, new: str) -> None:
    assert to_simplified(old) == new


def test_simplified_text_is_never_touched() -> None:
    text = "饿了么公司的著作权和乾坤湾、藉由、于后里，干部覆盖。县里的会议开得好。"
    assert find_script_conversion(text) == NOTHING


def test_a_mixed_text_is_converted_line_by_line() -> None:
    text = "县里开会，他著书。\n縣裏開會，看著書。"
    result = find_script_conversion(text)
    assert result.in_place == "县里开会，他著书。\n县里开会，看着书。"
    assert apply_edits(text, iter_changes(text, result.in_place)) == result.in_place
    assert (result.count, result.places) == (6, (Span(10, 14),))


def test_radicals_of_bad_fonts_become_characters() -> None:
    assert find_script_conversion("⼯作要⼤⼲").in_place == "工作要大干"
    # Simplified forms, for which Unicode names no character or the traditional one.
    text = "⼈⺠政府⻓期⻅效，⻔⼾⻛⻋⻢⻰"
    assert find_script_conversion(text).in_place == "人民政府长期见效，门户风车马龙"


def test_every_entry_keeps_its_length() -> None:
    assert [row for row in read_rows("script_phrases.tsv") if len(row[0]) != len(row[1])] == []
    assert [row for row in read_rows("script_telling.tsv") if len(row[0] + row[1]) != 2] == []
    phrases = load_dictionary("TSPhrases")
    assert [old for old, new in phrases.items() if len(old) != len(new)] == []


# The library opens its own files without naming their encoding.
library_reads_its_files = pytest.mark.filterwarnings("ignore::EncodingWarning")


@library_reads_its_files
def test_the_matcher_equals_the_library() -> None:
    library = opencc.OpenCC("t2s")
    phrases, characters = load_dictionary("TSPhrases"), load_dictionary("TSCharacters")
    ours = PhraseConverter(phrases, characters)
    chance = random.Random(7)  # noqa: S311
    stock = [*phrases, *chance.sample(list(characters), 400), *"乾覆著瞭藉么的一縣"]
    for _ in range(1500):
        text = "".join(
            chance.choice(stock)[chance.randrange(2) :] for _ in range(chance.randrange(1, 14))
        )
        assert ours.convert(text) == library.convert(text)


@library_reads_its_files
def test_the_matcher_equals_the_library_on_real_speeches(shared: Path) -> None:
    library = opencc.OpenCC("t2s")
    ours = PhraseConverter(load_dictionary("TSPhrases"), load_dictionary("TSCharacters"))
    for path in sorted((shared / "seeds").glob("*.txt")):
        for line in path.read_text(encoding="utf-8").split("\n"):
            for piece in line.split("，"):
                parts = library.split_chars_re.split(piece)[::2]
                assert [ours.convert(one) for one in parts] == [library.convert(p) for p in parts]


def test_published_cases(project: Path, shared: Path) -> None:
    script = runpy.run_path(str(project / "packaging" / "measure_conversion.py"))
    cases = script["read_cases"](shared / "data/conversion/testcases.json")
    right = {}
    for configuration in script["CONFIGURATIONS"]:
        total, failures = script["measure"](cases, configuration)
        right[configuration] = (total - len(failures), total)
    # The cases that stay want 著 kept as a particle or 坏 read as 坯 in simplified words.
    assert right == {"t2s": (53, 55), "tw2s": (32, 32), "hk2s": (20, 21)}
