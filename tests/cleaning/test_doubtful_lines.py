"""Lines that may be a page's stay and are told; of a speech by itself nothing is told."""

from __future__ import annotations

import pytest

from drafting.cleaning.cleaner import clean_text
from drafting.model.clean import CleaningKind
from tests.cleaning.site_pages import SPEECHES as LIBRARY
from tests.cleaning.test_page_frames import OWN, SPEECHES

SPEECH = SPEECHES["greening"]


def told_of(text: str) -> tuple[str, ...]:
    steps = [one for one in clean_text(text).steps if one.kind is CleaningKind.DOUBTFUL_LINE]
    assert all(one.count >= len(one.samples) for one in steps)
    return steps[0].samples if steps else ()


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            f"{SPEECH}\n主办单位：县总工会\n编辑：守住这一关",
            ("主办单位：县总工会", "编辑：守住这一关"),
        ),
        (f"{SPEECH}\n关键词：实\n欢迎大家关注", ("关键词：实", "欢迎大家关注")),
        (f"首页 > 讲话\n{SPEECH}\n清溪客户端", ("清溪客户端",)),
    ],
)
def test_what_may_be_a_pages_is_told(text: str, lines: tuple[str, ...]) -> None:
    assert told_of(text) == lines
    clean = clean_text(text)
    assert set(lines) <= set(clean.text.split("\n"))
    assert told_of(clean.text)[-1:] == lines[-1:]
    assert clean.steps[-1].line == text.split("\n").index(lines[0]) + 1


def test_of_speeches_by_themselves_nothing_is_told() -> None:
    texts = [path.read_text(encoding="utf-8") for path in LIBRARY]
    assert [told_of(text) for text in (*SPEECHES.values(), *texts)] == [()] * (
        len(SPEECHES) + len(texts)
    )


def test_of_what_a_speech_prints_at_its_end_hardly_anything_is_told() -> None:
    told = [name for name, own in OWN.items() if told_of(f"{SPEECH}\n{own}")]
    assert told == []


def test_nothing_is_told_where_it_is_not_wanted() -> None:
    text = f"{SPEECH}\n关键词：实"
    assert clean_text(text, without={CleaningKind.DOUBTFUL_LINE}).steps == ()
