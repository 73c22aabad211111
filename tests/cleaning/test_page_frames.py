"""Pages go by the form of their lines; what a speech prints above and below itself stays."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from drafting.cleaning.cleaner import clean_text
from drafting.model.clean import CleaningKind

FOLDER = Path(__file__).resolve().parent.parent / "fixtures" / "cleaning" / "frames"


def pieces(name: str) -> dict[str, str]:
    """The pieces of a file by the names above them."""
    text = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    parts = re.split("^== (.+)\n", text, flags=re.MULTILINE)[1:]
    return {key: value.strip() for key, value in zip(parts[::2], parts[1::2], strict=True)}


HEADS, TAILS, OWN, SPEECHES = (pieces(one) for one in ("heads", "tails", "own", "speeches"))
OWN_HEADS, PAGES = pieces("own_heads"), pieces("pages")
OWN_ENDS = pieces("own_ends")
MARK = "\n〔讲稿〕\n"
# Behind a speech that says nothing of its end a little is not enough.
UNSURE = {(name, "cadres") for name in ("local news", "columns", "maker")}


@pytest.mark.parametrize("speech", SPEECHES)
@pytest.mark.parametrize("name", HEADS)
def test_a_head_goes_by_its_form(name: str, speech: str) -> None:
    assert clean_text(f"{HEADS[name]}\n{SPEECHES[speech]}").text == SPEECHES[speech]


@pytest.mark.parametrize("speech", SPEECHES)
@pytest.mark.parametrize("name", TAILS)
def test_a_tail_goes_by_its_form(name: str, speech: str) -> None:
    page = f"{SPEECHES[speech]}\n{TAILS[name]}"
    left = clean_text(page).text
    assert left == SPEECHES[speech] or (
        (name, speech) in UNSURE and left.startswith(SPEECHES[speech])
    )


@pytest.mark.parametrize("speech", SPEECHES)
@pytest.mark.parametrize("name", OWN)
def test_what_a_speech_prints_at_its_end_stays(name: str, speech: str) -> None:
    text = f"{SPEECHES[speech]}\n{OWN[name]}"
    clean = clean_text(text, without={CleaningKind.WEB_RESIDUE}).text
    assert clean_text(text).text == clean
    head, tail = HEADS["party site"], "责任编辑：李小禾\n【打印本页】【关闭窗口】\n上一篇：没有了"
    assert clean_text(f"{head}\n{text}\n{tail}").text == clean


@pytest.mark.parametrize("name", OWN_ENDS)
def test_what_an_office_prints_at_the_end_stays_where_nothing_shows_a_page(name: str) -> None:
    for speech in SPEECHES.values():
        text = f"{speech}\n{OWN_ENDS[name]}"
        clean = clean_text(text, without={CleaningKind.WEB_RESIDUE}).text
        assert clean_text(text).text == clean


@pytest.mark.parametrize("name", OWN_HEADS)
def test_what_a_speech_prints_above_itself_stays(name: str) -> None:
    _, _, speech = SPEECHES["greening"].partition("\n")
    text = f"{OWN_HEADS[name]}\n{speech}"
    clean = clean_text(text, without={CleaningKind.WEB_RESIDUE}).text
    assert clean_text(text).text == clean


@pytest.mark.parametrize("name", PAGES)
def test_a_page_goes_and_leaves_the_speech(name: str) -> None:
    for speech in SPEECHES.values():
        assert clean_text(PAGES[name].replace(MARK, f"\n{speech}\n")).text == speech
