from __future__ import annotations

import pytest

from drafting.pagination.layout_files import load_layout
from drafting.pagination.paginate import paginate
from drafting.pagination.title_breaking import title_indent, word_cut_cost
from tests.exporters.builder import build_draft

OFFICIAL = load_layout("official")


def title_lines(title: str) -> list[str]:
    draft = build_draft([f"title|{title}"])
    return [line.span.of(draft.text) for line in paginate(draft, OFFICIAL)[0].lines]


def test_title_that_fits_is_left_alone():
    assert title_indent("在全县水利现场会上的讲话", OFFICIAL) == 0
    assert title_indent("", OFFICIAL) == 0


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        (
            "在全县防汛抗旱暨森林防火工作电视电话会议上的讲话",
            ["在全县防汛抗旱暨森林防火工作", "电视电话会议上的讲话"],
        ),
        (
            "在云岭县2026年经济工作会议暨乡村振兴推进大会上的讲话",
            ["在云岭县2026年经济工作会议暨", "乡村振兴推进大会上的讲话"],
        ),
        (
            "在中共云岭县第十四届委员会第六次全体会议暨县委经济工作会议第一次大会上的讲话",
            None,
        ),
    ],
)
def test_no_word_is_cut_and_the_upper_line_is_longer(title, expected):
    lines = title_lines(title)
    assert "".join(lines) == title
    if expected is not None:
        assert lines == expected
    assert len(lines[0]) >= len(lines[-1])
    position = 0
    for line in lines[:-1]:
        position += len(line)
        assert word_cut_cost(title, position) < 1


def test_cut_cost():
    assert word_cut_cost("经济工作会议", 1) == 1
    assert word_cut_cost("经济工作会议", 2) == 0
    assert word_cut_cost("清河湾修渠", 3) > 0


def test_endless_title_is_only_filled():
    assert title_indent("渠" * 2000, OFFICIAL) == 0
