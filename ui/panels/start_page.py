"""The first page: a sample, a new speech, a file, the past speeches, what was open last."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from pathlib import PurePath
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.models.template_words import TemplateChoice, summary_of
from ui.panels.action_keys import with_keys
from ui.panels.tile_button import TileButton
from ui.panels.words_button import WordsButton
from ui.style.fonts import interface_font
from ui.style.plain_label import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent, QShowEvent

_WIDTH = 728
_GAP = 12
_RECENT = 7
_RECENT_COLUMNS = 2
_TEMPLATES = 3


class StartPage(QScrollArea):
    """Emits what was chosen; arrow keys and Tab walk through the tiles, Enter chooses."""

    sample_chosen = Signal()
    new_chosen = Signal()
    template_chosen = Signal(str)
    open_chosen = Signal()
    recent_chosen = Signal(str)
    folder_chosen = Signal()
    starters_chosen = Signal()
    library_chosen = Signal()
    notice_read = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("开始")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        desk = QWidget(self)
        desk.setProperty("role", "desk")
        # A viewport of our own: asking Qt for its own one makes PySide build every widget type.
        viewport = QWidget(self)
        viewport.setProperty("role", "desk")
        self.setViewport(viewport)
        self.setWidget(desk)
        body = QWidget(desk)
        body.setMaximumWidth(_WIDTH)
        self._column = QVBoxLayout(body)
        self._column.setContentsMargins(24, 24, 24, 24)
        self._column.setSpacing(_GAP)
        self._add_notice()
        self._add_head()
        self._recent_caption = self._add_caption("最近打开")
        self._recent = QGridLayout()
        self._recent.setSpacing(0)
        self._recent.setHorizontalSpacing(_GAP)
        for column in range(_RECENT_COLUMNS):
            self._recent.setColumnStretch(column, 1)
        self._column.addLayout(self._recent)
        self._templates = self._add_grid("新建讲话稿")
        self._library = self._add_grid("以前的讲话")
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(body, 20)
        across.addStretch(1)
        down = QVBoxLayout(desk)
        down.setContentsMargins(0, 0, 0, 0)
        down.addStretch(2)
        down.addLayout(across)
        down.addStretch(3)
        self.show_templates(())
        self.show_library(0)
        self._paths: tuple[str, ...] = ()
        self._recent_caption.hide()
        # No focus proxy: Tab passes by all that stands between such a page's tiles, wherever it is.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_templates(self, templates: Sequence[TemplateChoice]) -> None:
        """Offer a new speech from the first of ``templates``; the dialog has them all."""
        _clear(self._templates)
        own = TileButton("自选种类和点数", "边选边看骨架", self, tip=with_keys("新建", "new"))
        own.clicked.connect(self.new_chosen)
        tiles = [own]
        for template in templates[:_TEMPLATES]:
            tile = TileButton(template.name, summary_of(template, 2), self)
            tile.clicked.connect(partial(self._choose_template, template.id))
            tiles.append(tile)
        for place, tile in enumerate(tiles):
            self._templates.addWidget(tile, place // 2, place % 2)
        self._order_keys()

    def show_library(self, speeches: int, *, is_filling: bool = False) -> None:
        """Offer to fill the library, and what the program brings as long as it is empty."""
        _clear(self._library)
        folder = TileButton("添加讲话文件夹…", "放进素材库，供检索、查重和取材；原文件不动", self)
        folder.clicked.connect(self.folder_chosen)
        if speeches or is_filling:
            words = f"素材库 {speeches:,} 篇" if speeches else "素材库"
            summary = "正在入库，看看到哪了" if is_filling else "看看有什么，补全情况"
            second = TileButton(words, summary, self, tip=with_keys("打开", "library"))
            second.clicked.connect(self.library_chosen)
        else:
            second = TileButton("放入示例讲话", "十二篇，先试试取材和查重，随时可移出", self)
            second.clicked.connect(self.starters_chosen)
        for place, tile in enumerate((folder, second)):
            self._library.addWidget(tile, 0, place)
        self._order_keys()

    def show_recent(self, paths: Sequence[str]) -> None:
        """Offer the files that were open last, the very last one as the first tile.

        It takes the place of the sample, which whoever has written before seldom wants.
        """
        paths = tuple(paths[:_RECENT])
        if paths == self._paths:
            return
        self._paths = paths
        firsts = (*_widgets(self._last), self._sample)
        was_first = any(one.hasFocus() for one in firsts)
        _clear(self._last)
        _clear(self._recent)
        for path in paths[:1]:
            name, folder = PurePath(path).stem, str(PurePath(path).parent)
            tile = TileButton(f"接着写“{name}”", f"上次的稿件 · {folder}", self)
            tile.clicked.connect(partial(self._choose_recent, path))
            self._last.addWidget(tile)
        for place, path in enumerate(paths[1:]):
            button = WordsButton("link", self)
            button.show_words(_name_among(path, paths), path)
            button.clicked.connect(partial(self._choose_recent, path))
            row, column = divmod(place, _RECENT_COLUMNS)
            self._recent.addWidget(button, row, column, Qt.AlignmentFlag.AlignLeft)
        # An empty layout that may stretch keeps a tile's room free.
        self._first_tiles.setStretchFactor(self._last, int(bool(paths)))
        self._recent_caption.setVisible(len(paths) > 1)
        self._sample.setVisible(not paths)
        self._sample_link.setVisible(bool(paths))
        self._order_keys()
        if was_first:  # what takes its place is as near to the keys
            self._begin()

    def show_notice(self, text: str) -> None:
        """Show a notice above everything until it was read; none for an empty text."""
        self._notice_text.setText(text)
        self._notice.setVisible(bool(text))

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Hand the keys on to the first tile."""
        self._begin()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin at the first tile, so that Enter and Tab work at once."""
        super().showEvent(event)
        self._begin()

    def _begin(self) -> None:
        first = self._last.itemAt(0).widget() if self._last.count() else self._sample
        first.show()  # a layout shows what is new in it too late to take the keys
        first.setFocus()

    def _add_notice(self) -> None:
        self._notice = QFrame()
        self._notice.setProperty("role", "paper")
        row = QHBoxLayout(self._notice)
        row.setContentsMargins(16, 10, 12, 10)
        row.setSpacing(16)
        self._notice_text = PlainLabel("", wrap=True)
        button = WordsButton("", self)
        button.show_words("知道了", "不再显示这段提示")
        button.clicked.connect(self._close_notice)
        row.addWidget(self._notice_text, 1)
        row.addWidget(button)
        self._notice.hide()
        self._column.addWidget(self._notice)

    def _close_notice(self) -> None:
        self._notice.hide()
        self.notice_read.emit()

    def _add_head(self) -> None:
        name = PlainLabel("讲稿")
        name.setFont(interface_font(size=28, bold=True))
        self._column.addWidget(name)
        motto = PlainLabel("起草、取材、校核、出稿、改稿，文字不离开这台电脑。", role="second")
        self._sample_link = WordsButton("link", self)
        self._sample_link.show_words("打开示例讲稿", "一篇带着毛病的动员讲话，先练练手")
        self._sample_link.clicked.connect(self.sample_chosen)
        self._sample_link.hide()
        line = QHBoxLayout()
        line.addWidget(motto, 1)
        line.addWidget(self._sample_link)
        self._column.addLayout(line)
        self._column.addSpacing(12)
        self._first_tiles = row = QHBoxLayout()
        row.setSpacing(_GAP)
        self._last = QVBoxLayout()
        self._last.setSpacing(0)
        row.addLayout(self._last)
        self._sample = TileButton("打开示例讲稿", "一篇带着毛病的动员讲话，先练练手")
        self._sample.clicked.connect(self.sample_chosen)
        tip = with_keys("打开", "open")
        self._file = TileButton("打开文件…", "Word、WPS、网页、文本文件", tip=tip)
        self._file.clicked.connect(self.open_chosen)
        row.addWidget(self._sample, 1)
        row.addWidget(self._file, 1)
        self._column.addLayout(row)

    def _order_keys(self) -> None:
        """Let Tab go through the page from its top to its end."""
        grids = (self._recent, self._templates, self._library)
        chain = [*_widgets(self._last), self._sample, self._file]
        chain += [one for grid in grids for one in _widgets(grid)]
        for before, after in pairwise((*chain, self._sample_link)):
            QWidget.setTabOrder(before, after)

    def _add_caption(self, words: str) -> PlainLabel:
        caption = PlainLabel(words, role="second")
        self._column.addSpacing(8)
        self._column.addWidget(caption)
        return caption

    def _add_grid(self, words: str) -> QGridLayout:
        self._add_caption(words)
        grid = QGridLayout()
        grid.setSpacing(_GAP)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self._column.addLayout(grid)
        return grid

    def _choose_template(self, template_id: str) -> None:
        self.template_chosen.emit(template_id)

    def _choose_recent(self, path: str) -> None:
        self.recent_chosen.emit(path)


def _name_among(path: str, paths: Sequence[str]) -> str:
    """Return the name of a file, with its folder's where another one is called the same."""
    name, folder = PurePath(path).name, PurePath(path).parent.name
    is_one_of_many = sum(PurePath(one).name == name for one in paths) > 1
    return f"{name} · {folder}" if is_one_of_many else name


def _widgets(layout: QGridLayout | QVBoxLayout) -> list[QWidget]:
    items = [layout.itemAt(place) for place in range(layout.count())]
    return [item.widget() for item in items if item is not None]


def _clear(layout: QGridLayout | QVBoxLayout) -> None:
    while layout.count():
        widget = layout.takeAt(0).widget()
        widget.hide()
        widget.deleteLater()
