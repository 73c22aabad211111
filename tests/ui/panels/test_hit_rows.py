"""The sentence of a hit: two lines, and an ellipsis where it is cut short."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ui.panels.hit_rows import lay_out

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

SENTENCE = "望河镇的食品产业园，三月份还是一片桑树地，九月底四栋厂房已经封顶，两家企业签了约。"


def ends_of(words: str, width: int) -> tuple[int, str, float]:
    layout = lay_out(words, width)
    lines = [layout.lineAt(number) for number in range(layout.lineCount())]
    shown = layout.text()[: lines[-1].textStart() + lines[-1].textLength()]
    return len(lines), shown, max(line.naturalTextWidth() for line in lines)


@pytest.mark.parametrize("width", [120, 200, 248, 333])
@pytest.mark.parametrize("words", [SENTENCE * 2, "𠮷" + SENTENCE * 2, "GDP grew 8.3 " * 20])
def test_what_is_cut_short_ends_with_an_ellipsis_inside_its_two_lines(
    qapp: QApplication, words: str, width: int
) -> None:
    count, shown, widest = ends_of(words, width)
    assert count == 2
    assert shown.endswith("…")
    assert words.startswith(shown.removesuffix("…"))
    assert widest <= width


def test_what_fits_stays_as_it_is(qapp: QApplication) -> None:
    assert ends_of("项目建设有了新速度。", 200)[:2] == (1, "项目建设有了新速度。")
