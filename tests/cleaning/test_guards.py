"""Letters that a site sets into its text against copying go; a speech's own signs stay."""

from __future__ import annotations

import pytest

from drafting.cleaning.cleaner import clean_text
from drafting.cleaning.lines import split_lines
from drafting.cleaning.web.guards import find_random
from tests.cleaning.test_page_frames import SPEECHES

SPEECH = SPEECHES["greening"]
LETTERS = (
    "/ G- k; W% a% |( ^# n3 J", "9 |8 L9 l j8 \\ P- t7 ^3 X4 ~", "Z9 X' ~6 L7 W) U) s7 l",
    "6J$de]g9,d}Ncf&%e1f;&d", "% _* ^( $ K+ }- ^& A5 ~", "3I&;3%8!0JfLJ00a{,L24a",
)  # fmt: skip


@pytest.mark.parametrize("form", ["{line}{letters}", "{letters}{line}", "{line}\n{letters}"])
@pytest.mark.parametrize("blank", ["", " "])
def test_letters_drawn_at_random_go(form: str, blank: str) -> None:
    lines = SPEECH.split("\n")
    guarded = [
        form.format(line=line, letters=f"{blank}{LETTERS[number % len(LETTERS)]}{blank}")
        if number % 2
        else line
        for number, line in enumerate(lines)
    ]
    clean = clean_text("\n".join(guarded))
    assert clean.text == SPEECH
    assert clean_text(clean.text).steps == ()


@pytest.mark.parametrize(
    "signs",
    [
        ("网址 https://www.songhe.example/a?b=1&c=2#d", "邮箱 shx-lyj_2026@songhe.example"),
        ("公式 (A+B)*C=D", "型号 XJ-200/B [2]", "比 3:2"),
        ("WTO & APEC", "5G+AI", "A4 * 2"),
        ("(2026-3-5)", "[2026] 14", "<3>"),
    ],
)
def test_signs_that_somebody_wrote_stay(signs: tuple[str, ...]) -> None:
    said = [f"{line}{signs[at % len(signs)]}" for at, line in enumerate(SPEECH.split("\n"))]
    assert find_random([line for line in split_lines("\n".join(said)) if len(line)]) == []


def test_letters_on_a_line_or_two_stay() -> None:
    text = f"{SPEECH}\n{LETTERS[0]}\n{LETTERS[1]}"
    assert find_random([line for line in split_lines(text) if len(line)]) == []
