"""The tables of the office profile fit into their dialog on a small screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QTableWidget

from drafting.settings.profile import Leader, OfficeProfile
from ui.dialogs.checking.profile import ProfileDialog

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.mark.usefixtures("dressed")
@pytest.mark.parametrize("width", [960, 1000, 1200])
def test_no_table_scrolls_sideways(qtbot: QtBot, width: int) -> None:
    leaders = tuple(Leader(f"林静川{at}", ("县委副书记、县长",), at) for at in range(40))
    dialog = ProfileDialog(OfficeProfile(leaders=leaders))
    qtbot.addWidget(dialog)
    dialog.resize(width, 600)
    with qtbot.waitExposed(dialog):
        dialog.show()
    for title in ("领导", "乡镇和部门", "上级", "会议和活动", "读音"):
        dialog.choose_page(title)
        qtbot.wait(20)
        (grid,) = [one for one in dialog.findChildren(QTableWidget) if one.isVisible()]
        assert grid.horizontalScrollBar().maximum() == 0, title
        header = grid.horizontalHeader()
        for at in range(header.count()):
            assert header.sectionSize(at) >= header.sectionSizeHint(at), (title, at)


@pytest.mark.usefixtures("dressed")
@pytest.mark.parametrize("size", [(880, 480), (1160, 620)])
def test_a_long_post_is_shown_whole(qtbot: QtBot, size: tuple[int, int]) -> None:
    post = "县委常委、县人民政府党组副书记、常务副县长、县防汛抗旱指挥部常务副指挥长"
    dialog = ProfileDialog(OfficeProfile(leaders=(Leader("林静川", (post, "常务副县长"), 1),)))
    qtbot.addWidget(dialog)
    dialog.resize(*size)
    with qtbot.waitExposed(dialog):
        dialog.show()
    dialog.choose_page("领导")
    qtbot.wait(20)
    (grid,) = [one for one in dialog.findChildren(QTableWidget) if one.isVisible()]
    for width in (grid.columnWidth(1), 90):
        grid.setColumnWidth(1, width)
        qtbot.wait(20)
        words = grid.item(0, 1).text()
        metrics, room = grid.fontMetrics(), width - 24  # less than a cell has
        lines = -(-metrics.horizontalAdvance(words) // room)
        assert grid.rowHeight(0) >= lines * metrics.lineSpacing()
        assert lines <= (12 if width == 90 else 5)
