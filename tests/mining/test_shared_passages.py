"""Passages shared by two texts: found whole, verified, and told from what everybody says."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from drafting.cleaning.cleaner import clean_text
from drafting.lexicons.lexicons import load_lexicons
from drafting.mining.fingerprints import GRAM, WINDOW, fingerprints, gram_hashes
from drafting.mining.formulae import FormulaBank, formula_bank
from drafting.mining.normal_form import normal_text
from drafting.mining.overlap import compare_with
from drafting.model.overlap import OtherSpeech, OverlapReport, PassageKind

if TYPE_CHECKING:
    from pathlib import Path

SAMPLES = ("sample_mobilisation", "sample_economic", "sample_inspection")


@pytest.fixture(scope="module")
def bank() -> FormulaBank:
    return formula_bank(load_lexicons())


@pytest.fixture
def samples(project: Path) -> dict[str, str]:
    folder = project / "resources" / "samples"
    return {name: (folder / f"{name}.txt").read_text(encoding="utf-8").strip() for name in SAMPLES}


def compared(bank: FormulaBank, text: str, *others: str) -> OverlapReport:
    speeches = [OtherSpeech(str(index), "讲话", other) for index, other in enumerate(others)]
    return compare_with(text, speeches, bank)


def paragraphs(text: str) -> list[str]:
    return [line for line in text.split("\n") if len(line) >= 60]


def edited(text: str, share: float, seed: int) -> str:
    """A text of which ``share`` of the characters was replaced, dropped or added to."""
    chance = random.Random(seed)  # noqa: S311 - the same on every run
    changed: list[str] = []
    for character in text:
        dice = chance.random()
        if dice >= share:
            changed.append(character)
        elif dice < 0.6 * share:
            changed.append(chance.choice("甲乙丙丁戊己庚辛"))
        elif dice < 0.8 * share:
            changed += [character, chance.choice("甲乙丙丁")]
    return "".join(changed)


def test_normal_form_knows_its_places() -> None:
    text = "我市全县上下，要认真抓好：GDP１２%。清河县人民"
    normal = normal_text(text, ["清河县"])
    pieces = [normal.span(index, index + 1).of(text) for index in range(len(normal))]
    assert pieces == [*("我市", "全县", *"上下要认真抓好GDP１２", "清河县", *"人民")]
    words = normal.letters
    assert words[0] == words[1] == words[-3]
    assert "gdp12" in words
    assert len(normal_text("")) == len(normal_text("，。\n")) == 0


def test_winnowing_keeps_the_least_of_every_window() -> None:
    chance = random.Random(7)  # noqa: S311 - the same on every run
    for length in (0, 5, GRAM, GRAM + 3, 60, 500):
        codes = normal_text(
            "".join(chance.choice("一二三四五六七八九十") for _ in range(length))
        ).codes
        hashes = gram_hashes(codes)
        kept = set(fingerprints(codes).positions.tolist())
        windows = [hashes[i : i + WINDOW] for i in range(max(len(hashes) - WINDOW + 1, 0))]
        windows = windows or ([hashes] if len(hashes) else [])
        wanted = {
            start + place
            for start, window in enumerate(windows)
            for place, value in enumerate(window)
            if value == window.min()
        }
        assert kept == wanted


def test_three_paragraphs_are_found_and_nothing_else(
    bank: FormulaBank, samples: dict[str, str]
) -> None:
    past, own = samples["sample_economic"], paragraphs(samples["sample_inspection"])
    first, second, third = paragraphs(past)[1:6:2]
    changed = second[:20] + "这件事要尽快办好，" + second[26:]
    draft = "\n".join((own[0], first, own[1], changed, third, own[2]))
    report = compared(bank, draft, past)
    assert [one.span.of(draft) for one in report.passages] == [first, changed, third]
    assert [one.source_span.of(past) for one in report.passages] == [first, second, third]
    assert [one.similarity == 1 for one in report.passages] == [True, False, True]
    taken = sum(len(normal_text(one)) for one in (first, changed, third))
    assert report.share == pytest.approx(taken / len(normal_text(draft)))


def test_copies_of_every_length_are_found(bank: FormulaBank, samples: dict[str, str]) -> None:
    past, own = samples["sample_economic"], paragraphs(samples["sample_inspection"])
    chance = random.Random(3)  # noqa: S311 - the same on every run
    normal = normal_text(past)
    for length in (20, 30, 60, 150) * 5:
        first = chance.randrange(len(normal) - length)
        planted = normal.span(first, first + length).of(past).replace("\n", "")
        draft = f"{own[0][:40]}天地玄黄{planted}宇宙洪荒{own[1][:40]}"
        report = compared(bank, draft, past)
        found = [*report.passages, *report.common]
        # The edges may be cut back to the next clause.
        assert any(planted[9:-9] in one.span.of(draft) for one in found), planted


def test_edited_passages_are_found(bank: FormulaBank, samples: dict[str, str]) -> None:
    past = samples["sample_economic"].replace("\n", "")
    found = 0
    for seed in range(40):
        chance = random.Random(seed)  # noqa: S311 - the same on every run
        start = chance.randrange(len(past) - 200)
        planted = edited(past[start : start + 200], 0.2, seed)
        report = compared(bank, f"天地玄黄，宇宙洪荒。{planted}", past)
        covered = sum(len(one.span) for one in report.passages)
        found += covered >= 100
    assert found >= 38


def test_a_change_of_level_is_no_change(bank: FormulaBank) -> None:
    past = "同志们：\n我市的底子薄，全市上下都要把钱花在刀刃上，少建广场，多修水渠。"
    draft = past.replace("市", "县")
    (passage,) = compared(bank, draft, past).passages
    assert passage.similarity == 1


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "坚持以习近平新时代中国特色社会主义思想为指导，深入贯彻党的二十大精神",
            PassageKind.FORMAL_NAME,
        ),
        ("真抓实干、攻坚克难、迎难而上、凝心聚力、久久为功", PassageKind.SET_PHRASE),
        ("“把群众的小事当成自己的大事来办，一件一件抓到底”", PassageKind.QUOTATION),
    ],
)
def test_what_everybody_says_is_no_copy(bank: FormulaBank, text: str, kind: PassageKind) -> None:
    report = compared(
        bank, f"同志们：\n这次会上，{text}。种子要备足。", f"同志们：\n会后，{text}。路要修好。"
    )
    assert report.passages == ()
    assert [one.kind for one in report.common] == [kind]
    assert report.share == 0


def test_title_speaker_and_salutation_copy_nobody(bank: FormulaBank) -> None:
    head = "在全县{}工作会议上的讲话\n县委副书记、县长　王向明\n同志们：\n"
    own = "课堂要盯住，作业要减下来，老师的心要放在学生身上，每所学校都要拿出自己的办法。"
    other = "村卫生室要开着门，药要备足，医生要找得到人，不能让老人跑几十里路去拿药。"
    ours = head.format("教育") + own
    assert compared(bank, ours, head.format("卫生") + other).passages == ()
    # What is copied right behind it is told without it.
    (passage,) = compared(bank, ours, head.format("卫生") + own + other).passages
    assert (passage.span.of(ours), passage.similarity) == (own, 1)


def test_real_speeches_share_set_phrases_and_no_passage(bank: FormulaBank, shared: Path) -> None:
    texts = {
        number: clean_text(
            next((shared / "seeds").glob(f"{number}_*.txt")).read_text(encoding="utf-8")
        ).text
        for number in ("000", "001", "003")
    }
    report = compared(bank, texts["000"], texts["003"])
    assert report.passages == ()
    assert {"凝心聚力", "全力以赴"} <= set(report.set_phrases)
    taken = [line for line in texts["001"].split("\n") if len(line) > 150][2:15:5]
    taken[1] = taken[1][:60] + "要一件一件抓到底，" + taken[1][75:]
    own = [line for line in texts["003"].split("\n") if len(line) > 100]
    draft = "\n".join((own[0], taken[0], taken[1], own[1], taken[2]))
    found = compared(
        bank, draft, texts["001"], texts["003"].replace(own[0], "").replace(own[1], "")
    )
    assert [one.span.of(draft) for one in found.passages] == taken
    assert {one.source for one in found.passages} == {"0"}
