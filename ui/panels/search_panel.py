"""检索: what past speeches say, with the words marked, the speech below, passages to take over."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui.panels.action_keys import with_keys
from ui.panels.flow_row import FlowRow
from ui.panels.lazy_panel import LazyPanel
from ui.panels.words_button import WordsButton
from ui.style.plain_label import PlainLabel
from ui.style.search_line import SearchLine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QListView

    from drafting.corpus.search import SearchHit
    from drafting.model.speech import SpeechRecord
    from drafting.text.span import Span
    from ui.models.speech_model import SpeechChoice

_SIDE = 16
_INSERT_TIP = "把选中的文字（没有选就是光标所在的一段）插到稿件光标处，并记下出处"
_WALK = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class SearchPanel(LazyPanel):
    """Emits what is looked for and what is to be done with the speech that is shown."""

    query_changed = Signal()
    hit_chosen = Signal(object)
    insert_requested = Signal(object, str)
    template_requested = Signal(int)
    read_requested = Signal(int, object)
    folder_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("检索", self._make_insides, parent)
        self._records: Sequence[SpeechRecord] = ()
        self._record: SpeechRecord | None = None
        self._places: tuple[Span, ...] = ()
        self._taking = ""
        self._has_line = True
        self._may_insert = True

    def show_library(self, records: Sequence[SpeechRecord]) -> None:
        """Offer the kinds, years and speakers of the library."""
        self._records = records
        if self.is_built:
            self._boxes.offer(records, has_unknown=False)
            self._show_empty()

    def show_taking(self, words: str) -> None:
        """Say in place of an empty library how far its first import is; no words: it is over."""
        self._taking = words
        if self.is_built:
            self._show_empty()

    def set_query(self, words: str) -> None:
        """Put other words into the search line."""
        self.build()
        if self._line.text() != words:
            self._line.setText(words)

    def query(self) -> str:
        """Return what is looked for."""
        return self._line.text().strip() if self.is_built else ""

    def choice(self) -> SpeechChoice:
        """Return which speeches are looked through."""
        self.build()
        return self._boxes.choice()

    def allow_insert(self, *, allowed: bool) -> None:
        """Offer to take passages over, or not where there is no draft to take them."""
        self._may_insert = allowed
        if self.is_built:
            self._offer_deeds()

    def focus_search(self) -> None:
        """Put the caret into the search line, its words selected."""
        self.build()
        self._line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._line.selectAll()

    def show_line(self, *, shown: bool) -> None:
        """Show the search line, or hide it where the toolbar has one in sight."""
        self._has_line = shown
        if self.is_built:
            self._line.setVisible(shown)

    def focus_hits(self) -> None:
        """Put the focus on the hits."""
        self.build()
        self._view.setFocus()

    def show_hits(self, hits: Sequence[SearchHit], limit: int) -> None:
        """Show what was found, at most ``limit``; the first hit is chosen."""
        self.build()
        self._model.show_hits(hits)
        more = f"，只列最近的 {limit} 篇" if len(hits) >= limit else ""
        self._lower.setVisible(bool(hits))
        self._view.setVisible(bool(hits))
        self._show_empty()
        if hits:
            self._told.setText(f"找到 {len(hits)} 篇讲话{more}")
            self._view.setCurrentIndex(self._model.index(0))

    def show_speech(self, record: SpeechRecord, places: Sequence[Span]) -> None:
        """Show the speech of the chosen hit at its first place."""
        from ui.editor.reading_view import Mark
        from ui.models.speech_words import about

        self._record, self._places = record, tuple(places)
        self._head.setText(record.title)
        self._about.setText(about(record))
        self._preview.show_text(record.text, [Mark(one) for one in places])
        if places:
            self._preview.reveal(places[0])

    def show_problem(self, words: str) -> None:
        """Say why nothing could be found."""
        self.show_hits((), 1)
        self._told.setText(words)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let arrow keys walk the hits while the search line is written in, Enter read."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if watched is self._line and event.key() in _WALK:
                self._view.keyPressEvent(event)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._read()
                return True
        return super().eventFilter(watched, event)

    # ---------------------------------------------------------------- building

    def _make_insides(self) -> None:
        from PySide6.QtWidgets import QSplitter

        from ui.models.hit_model import HitModel
        from ui.models.speech_boxes import SpeechBoxes

        self._model = HitModel(self)
        self._line = self._make_line()
        self._boxes = SpeechBoxes(self)
        self._boxes.offer(self._records, has_unknown=False)
        self._boxes.changed.connect(self.query_changed)
        self._told = PlainLabel("", self, wrap=True, role="second")
        self._fill = WordsButton("fix", self)
        self._fill.show_words("添加讲话文件夹…", "把以前的讲话稿放进素材库")
        self._fill.clicked.connect(self.folder_wanted)
        self._view = self._make_view()
        self._lower = self._make_lower()
        self._lower.hide()
        self._view.hide()
        self._show_empty()
        self._line.setVisible(self._has_line)
        split = QSplitter(Qt.Orientation.Vertical, self)
        split.addWidget(self._view)
        split.addWidget(self._lower)
        split.setStretchFactor(0, 1)
        split.setStretchFactor(1, 1)
        split.setChildrenCollapsible(False)
        head = QVBoxLayout()
        head.setContentsMargins(_SIDE, 12, _SIDE, 4)
        head.setSpacing(8)
        for widget in (self._line, self._boxes, self._told, self._fill):
            head.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(split, 1)
        self.hand_focus_to(self._line)

    def _make_line(self) -> SearchLine:
        line = SearchLine(self)
        line.setProperty("role", "search")
        line.setPlaceholderText("找一句话；空格为并且，或、非可用")
        line.setAccessibleName("在素材库里找")
        line.setToolTip(with_keys("↑↓ 选择，回车看全文", "search_library"))
        line.textChanged.connect(self.query_changed)
        line.installEventFilter(self)
        return line

    def _make_view(self) -> QListView:
        from PySide6.QtWidgets import QListView

        from ui.panels.hit_rows import HitDelegate

        view = QListView(self)
        view.setProperty("role", "rows")
        view.setAccessibleName("找到的讲话")
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setModel(self._model)
        view.setItemDelegate(HitDelegate(view))
        view.setUniformItemSizes(True)
        view.setMouseTracking(True)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        view.selectionModel().currentChanged.connect(self._choose)
        view.doubleClicked.connect(self._read)
        view.installEventFilter(self)
        return view

    def _make_lower(self) -> QWidget:
        from ui.editor.reading_view import ReadingView

        lower = QWidget(self)
        rule = QFrame(lower)
        rule.setProperty("role", "rule")
        self._head = PlainLabel("", lower, role="heading")
        self._about = PlainLabel("", lower, role="caption")
        self._preview = ReadingView("这篇讲话", lower)
        self._row = FlowRow(lower)
        for words, tip, slot in (
            ("插入所选", _INSERT_TIP, self._insert),
            ("看全文", "在单独的窗口里看（回车）", self._read),
            ("以此稿为范", "取出它的骨架，另起一稿", self._ask_template),
        ):  # fmt: skip
            button = WordsButton("fix" if slot == self._insert else "card", self._row)
            button.show_words(words, tip)
            button.clicked.connect(partial(slot))
        self._offer_deeds()
        column = QVBoxLayout(lower)
        column.setContentsMargins(_SIDE, 0, _SIDE, 12)
        column.setSpacing(8)
        for widget in (rule, self._head, self._about):
            column.addWidget(widget)
        column.addWidget(self._preview, 1)
        column.addWidget(self._row)
        return lower

    # ---------------------------------------------------------------- what is done

    def _offer_deeds(self) -> None:
        buttons = self._row.findChildren(WordsButton)
        self._row.show_widgets(buttons if self._may_insert else buttons[1:])

    def _show_empty(self) -> None:
        """Say why no hits are listed, and offer to fill a library that nobody is filling."""
        self._fill.setVisible(not self._records and not self._taking)
        if self._view.isHidden():
            self._told.setText(self._nothing())

    def _nothing(self) -> str:
        if not self._records and self._taking:
            return f"以前的讲话{self._taking}，读完就能在这里找。"
        if not self._records:
            return "素材库还是空的。放进以前的讲话，就能在这里找。"
        if self.query():
            return f"没有讲话里有“{self.query()}”。"
        return f"在 {len(self._records):,} 篇讲话里找。"

    def _choose(self) -> None:
        hit = self._model.hit_at(self._view.currentIndex().row())
        if hit is not None:
            self.hit_chosen.emit(hit)

    def _insert(self) -> None:
        passage = self._preview.chosen_passage()
        if self._record is not None and passage:
            self.insert_requested.emit(self._record, passage)

    def _read(self) -> None:
        if self._record is not None:
            self.read_requested.emit(self._record.id, self._places)

    def _ask_template(self) -> None:
        if self._record is not None:
            self.template_requested.emit(self._record.id)
