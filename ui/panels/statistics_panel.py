"""统计: parts against the plan, time against the slot, sentences and crowded phrases as strips."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from drafting.text.span import Span
from ui.panels.lazy_panel import LazyPanel
from ui.style.plain_label import PlainLabel

if TYPE_CHECKING:
    from drafting.model.statistics import DraftStatistics

_SIDE = 16
_MOST_CROWDED = 12
# A part that differs more than this from the plan is said to.
_FAR = 0.3
_NEAR = 0.5  # minutes


class StatisticsPanel(LazyPanel):
    """Emits the span that was clicked."""

    place_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("统计", self._make_insides, parent)
        self._counted: DraftStatistics | None = None
        self._steps: list[int] = []

    @property
    def is_filled(self) -> bool:
        """Return whether anything was counted."""
        return self._counted is not None

    def show_statistics(self, counted: DraftStatistics, length: int) -> None:
        """Show what was counted in a text of ``length`` code points."""
        self.build()
        self._counted = counted
        self._show_time(counted)
        self._show_parts(counted)
        self._show_sentences(counted, length)
        self._show_crowded(counted, length)

    def show_problem(self, words: str) -> None:
        """Say why nothing was counted."""
        self.build()
        self._told.setText(words)

    def focus_charts(self) -> None:
        """Put the focus on the parts."""
        self.build()
        self.parts.setFocus()

    # ---------------------------------------------------------------- building

    def _make_insides(self) -> None:
        from ui.panels.strip_chart import StripChart
        from ui.panels.time_bar import TimeBar
        from ui.style.bar_rows import BarRows

        page = QWidget(self)
        self._page = QVBoxLayout(page)
        self._page.setContentsMargins(_SIDE, 12, _SIDE, 16)
        self._page.setSpacing(4)
        self._told = PlainLabel("正在统计…", page, wrap=True, role="heading")
        self._page.addWidget(self._told)
        self.time = TimeBar(page)
        self._time_note = self._add("时间", self.time)
        self.parts = BarRows("各部分篇幅", page)
        self.parts.allow_choosing()
        self.parts.row_chosen.connect(self._go_to_part)
        self._parts_note = self._add("各部分篇幅", self.parts)
        self.sentences = StripChart("句子长短", 56, page)
        self._sentences_note = self._add("句子长短", self.sentences)
        self.crowding = StripChart("套话疏密", 24, page)
        self._crowding_note = self._add("套话疏密", self.crowding)
        self.phrases = BarRows("用得过密的套话", page)
        self.phrases.allow_choosing()
        self.phrases.row_chosen.connect(self._go_to_phrase)
        self._page.addWidget(self.phrases)
        self._page.addStretch(1)
        for chart in (self.sentences, self.crowding):
            chart.place_chosen.connect(self.place_chosen)
        area = QScrollArea(self)
        area.setAccessibleName("统计")
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(page)
        page.setAutoFillBackground(False)
        area.viewport().setAutoFillBackground(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(area)
        self.hand_focus_to(self.parts)

    def _add(self, words: str, chart: QWidget) -> PlainLabel:
        """Add a chart under its name and return the label for what is said of it."""
        note = PlainLabel("", chart.parentWidget(), wrap=True, role="caption")
        self._page.addSpacing(12)
        self._page.addWidget(PlainLabel(words, chart.parentWidget(), role="second"))
        self._page.addWidget(chart)
        self._page.addWidget(note)
        return note

    # ---------------------------------------------------------------- what is shown

    def _show_time(self, counted: DraftStatistics) -> None:
        self._told.setText(f"{counted.characters:,} 字 · {counted.pages} 页")
        self.time.show_minutes([one.minutes for one in counted.parts], counted.slot_minutes)
        words = f"念完约 {counted.minutes:.0f} 分钟"
        if counted.slot_minutes is None:
            words += "；在“编辑”菜单的“字数和时长”里填上议程时间，就能看出超没超。"
        else:
            over = counted.minutes - counted.slot_minutes
            room = f"超出 {over:.0f} 分钟" if over > 0 else f"还有 {-over:.0f} 分钟"
            room = "正好" if abs(over) < _NEAR else room
            words += f"，议程 {counted.slot_minutes:g} 分钟，{room}"
        self._time_note.setText(words)

    def _show_parts(self, counted: DraftStatistics) -> None:
        from ui.style.bar_rows import Bar

        frame = {one.name for one in counted.parts if one.planned == one.characters}
        self.parts.show_bars(
            [
                Bar(
                    one.name,
                    f"{one.characters:,} 字 · {one.minutes:.1f} 分",
                    one.characters,
                    None if one.name in frame else one.planned,
                    f"{one.name}\n{one.characters:,} 字，均分约 {one.planned:,} 字\n点击到这一部分",
                    is_over=abs(one.characters - one.planned) > one.planned * _FAR,
                )
                for one in counted.parts
            ]
        )
        total = "议程时间" if counted.slot_minutes is not None else "现有篇幅"
        has_plan = any(one.name not in frame for one in counted.parts)
        self._parts_note.setText(f"竖线：各部分均分{total}的字数" if has_plan else "")

    def _show_sentences(self, counted: DraftStatistics, length: int) -> None:
        from ui.panels.strip_chart import StripMark

        limit = counted.long_sentence
        longest = max([limit, *(one.characters for one in counted.sentences)])
        self.sentences.show_marks(
            [
                StripMark(
                    one.span,
                    one.characters / longest,
                    f"{one.characters} 字",
                    is_loud=one.characters > limit,
                )
                for one in counted.sentences
            ],
            length,
            limit / longest,
        )
        lengths = [one.characters for one in counted.sentences]
        if not lengths:
            self._sentences_note.setText("")
            return
        many = sum(one > limit for one in lengths)
        long_words = f"{many} 句超过 {limit} 字" if many else f"没有超过 {limit} 字的"
        average = sum(lengths) / len(lengths)
        self._sentences_note.setText(
            f"{len(lengths)} 句，平均 {average:.0f} 字，最长 {max(lengths)} 字，{long_words}"
        )

    def _show_crowded(self, counted: DraftStatistics, length: int) -> None:
        from ui.panels.strip_chart import StripMark
        from ui.style.bar_rows import Bar

        marks = [
            StripMark(span, 1.0, f"“{one.phrase}”第 {number} 处", is_loud=True)
            for one in counted.crowded
            for number, span in enumerate(one.spans, 1)
        ]
        self.crowding.show_marks(sorted(marks, key=lambda one: one.span), length)
        shown = counted.crowded[:_MOST_CROWDED]
        self.phrases.show_bars(
            [
                Bar(
                    one.phrase,
                    f"{len(one.spans)} 次 / 宜 {one.allowed} 次",
                    len(one.spans),
                    one.allowed,
                    f"“{one.phrase}”用了 {len(one.spans)} 次\n点击到第一处，再点到下一处",
                )
                for one in shown
            ]
        )
        words = "点击竖条到那一处" if counted.crowded else "没有用得过密的套话"
        self._crowding_note.setText(words)
        self._steps = [0] * len(shown)

    def _go_to_part(self, row: int) -> None:
        if self._counted is not None:
            span = self._counted.parts[row].span
            self.place_chosen.emit(Span(span.start, span.start))

    def _go_to_phrase(self, row: int) -> None:
        """Go to the first place of a phrase, then to the next one with each choice."""
        if self._counted is not None:
            spans = self._counted.crowded[row].spans
            self.place_chosen.emit(spans[self._steps[row] % len(spans)])
            self._steps[row] += 1
