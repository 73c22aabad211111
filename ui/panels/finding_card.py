"""One finding as a card: the fault first, the code small, the fix as first button."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QMenu, QWidget

from drafting.model.standing import standing_of
from ui.models.finding_rows import SINGLE
from ui.panels.action_keys import with_keys
from ui.panels.flow_row import FlowRow
from ui.panels.words_button import WordsButton
from ui.style.menu_arrow import MenuArrow
from ui.style.palette import current_palette
from ui.style.plain_label import PlainLabel, wrapped_height

if TYPE_CHECKING:
    from collections.abc import Callable

    from drafting.model.finding import Finding, Fix, Related
    from ui.models.finding_rows import FindingRow

_LEFT, _RIGHT, _TOP, _BOTTOM = 15, 11, 11, 10
_GAP = 4
_BAR = 3
_RADIUS = 6
_FIX_BUTTONS = 2
_GROUP_TIP = "把同类里无须斟酌的一次改好，可撤销"
_CLOSED_TIP = with_keys("把这几处一张一张列出来（→）", "next_finding")
_OPEN_TIP = "收成一张（←）"


class FindingCard(QWidget):
    """Shows one finding after another; the column gives it its place and width.

    The card of a closed group shows the finding at which the user stands and how many there are.
    """

    chosen = Signal(object)
    fix_requested = Signal(object, object)
    ignore_asked = Signal(object, QPoint)
    reason_requested = Signal(str)
    place_chosen = Signal(object)
    group_toggled = Signal(object)
    group_fix_requested = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.finding: Finding | None = None
        self._look: object = None
        self._is_current = False
        self._step = 0
        self._group = SINGLE
        self._name = PlainLabel("", self, role="heading")
        self._code = PlainLabel("", self, role="caption")
        self._message = PlainLabel("", self, wrap=True)
        self._row = FlowRow(self)
        self._fixes = [WordsButton("fix", self._row) for _ in range(_FIX_BUTTONS)]
        for number, button in enumerate(self._fixes):
            button.clicked.connect(partial(self._fix, number))
        self._more = self._button("更多改法", "其他改法", self._show_more)
        self._fix_group = self._button("", _GROUP_TIP, self._ask_group_fix)
        self._toggle = self._button("", "", self._ask_toggle)
        self._walk = self._button("逐项查看", "逐项到相关的地方看看", self._go_on)
        ignore_tip = with_keys("不再提示；可只忽略此处", "ignore")
        self._ignore = self._button("忽略", ignore_tip, self._ask_ignore)
        for button in (self._more, self._ignore):
            MenuArrow(button)
        why_tip = with_keys("这条规则的理由和例子", "reason")
        self._why = self._button("为什么", why_tip, self._give_reason)

    def show_finding(self, finding: Finding, row: FindingRow = SINGLE, number: int = 0) -> None:
        """Show ``finding``; nothing is painted anew where it looks like the one before.

        ``row`` is what the card stands for, ``number`` the finding's among all.
        """
        self.finding, self._group = finding, row
        nth = f"{number - row.group.start + 1}/{len(row.group)}" if row.is_closed else ""
        look = (_look_of(finding), row.is_head, nth, len(row.group), row.safe)
        if look == self._look:
            return
        self._look = look
        self._step = 0
        title, standing = finding.title or finding.name, standing_of(finding).label
        self._name.setText(title)
        self._code.setText(f"{finding.code} {standing} {nth}".rstrip())
        self._message.setText(finding.message)
        self.setAccessibleName(f"{standing}：{title} {nth}".rstrip())
        self.setAccessibleDescription(finding.message)
        self._show_buttons(finding)
        self.update()

    def set_current(self, *, current: bool) -> None:
        """Mark the card as the one that the editor stands at."""
        if current != self._is_current:
            self._is_current = current
            self.update()

    def arrange(self, width: int) -> int:
        """Place everything for ``width`` pixels and return the height that it takes."""
        inner = width - _LEFT - _RIGHT
        code_width = self._code.sizeHint().width()
        name_width = min(self._name.sizeHint().width(), inner - code_width - 8)
        line = max(self._name.sizeHint().height(), 20)
        y = _TOP
        self._name.setGeometry(_LEFT, y, name_width, line)
        self._code.setGeometry(_LEFT + name_width + 8, y, code_width, line)
        y += line + _GAP
        metrics = self._message.fontMetrics()
        height = wrapped_height(self._message.text(), metrics, inner)
        self._message.setGeometry(_LEFT, y, inner, height)
        y += height + _GAP * 2
        height = self._row.heightForWidth(inner)
        self._row.setGeometry(_LEFT, y, inner, height)
        return y + height + _BOTTOM

    def buttons(self) -> list[WordsButton]:
        """Return all buttons in the order in which Tab walks them."""
        return [
            *self._fixes,
            self._more,
            self._fix_group,
            self._toggle,
            self._walk,
            self._ignore,
            self._why,
        ]

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the finding."""
        if event.button() is Qt.MouseButton.LeftButton and self.finding is not None:
            self.chosen.emit(self.finding)
        super().mousePressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw the paper, its edge and the bar that tells how the finding stands."""
        if self.finding is None:
            return
        palette = current_palette()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        shape = QPainterPath()
        shape.addRoundedRect(area, _RADIUS, _RADIUS)
        painter.fillPath(shape, QColor(palette.paper))
        bar = QColor(palette.standing_colour(standing_of(self.finding)))
        painter.setPen(QColor(bar if self._is_current else palette.line))
        painter.drawPath(shape)
        painter.setClipPath(shape)
        painter.fillRect(QRectF(0, 0, _BAR + (1 if self._is_current else 0), self.height()), bar)
        painter.end()

    def _button(self, words: str, tip: str, slot: Callable[[], None]) -> WordsButton:
        button = WordsButton("card", self._row)
        button.show_words(words, tip)
        button.clicked.connect(slot)
        return button

    def _show_buttons(self, finding: Finding) -> None:
        shown: list[WordsButton] = []
        for button, fix in zip(self._fixes, finding.fixes, strict=False):
            button.show_words(fix.title, "换个改法" if shown else with_keys("修改", "fix"))
            shown.append(button)
        if len(finding.fixes) > _FIX_BUTTONS:
            shown.append(self._more)
        shown += self._group_buttons()
        if _places(finding):
            notes = "\n".join(dict.fromkeys(one.note for one in finding.related if one.note))
            self._walk.show_words("逐项查看", notes or "逐项到相关的地方看看")
            shown.append(self._walk)
        self._row.show_widgets([*shown, self._ignore, self._why])

    def _group_buttons(self) -> list[WordsButton]:
        """Return the buttons for all findings of the group, with their words."""
        row, shown = self._group, []
        if not row.is_head:
            return []
        if row.safe > 1:
            self._fix_group.show_words(f"改好同类 {row.safe} 处", _GROUP_TIP)
            shown.append(self._fix_group)
        words = f"展开 {len(row.group)} 处" if row.is_closed else "收起同类"
        self._toggle.show_words(words, _CLOSED_TIP if row.is_closed else _OPEN_TIP)
        return [*shown, self._toggle]

    def _ask_group_fix(self) -> None:
        self.group_fix_requested.emit(self.finding)

    def _ask_toggle(self) -> None:
        self.group_toggled.emit(self.finding)

    def _fix(self, number: int) -> None:
        if self.finding is not None and number < len(self.finding.fixes):
            self.fix_requested.emit(self.finding, self.finding.fixes[number])

    def _show_more(self) -> None:
        if self.finding is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for fix in self.finding.fixes[_FIX_BUTTONS:]:
            action = menu.addAction(fix.title.replace("&", "&&"))
            action.triggered.connect(partial(self._ask_fix, self.finding, fix))
        menu.popup(self._more.mapToGlobal(QPoint(0, self._more.height() + 2)))

    def _ask_fix(self, finding: Finding, fix: Fix) -> None:
        self.fix_requested.emit(finding, fix)

    def _go_on(self) -> None:
        """Go to the next related place, round and round."""
        if self.finding is None:
            return
        places = _places(self.finding)
        related = places[self._step % len(places)]
        self._step = self._step % len(places) + 1
        self._walk.setText(f"逐项查看 {self._step}/{len(places)}")
        self._row.show_widgets(self._row.widgets())
        self.place_chosen.emit(related.span)

    def _ask_ignore(self) -> None:
        below = self._ignore.mapToGlobal(QPoint(0, self._ignore.height() + 2))
        self.ignore_asked.emit(self.finding, below)

    def _give_reason(self) -> None:
        if self.finding is not None:
            self.reason_requested.emit(self.finding.code)


def _places(finding: Finding) -> list[Related]:
    """Return the related places in this text."""
    return [one for one in finding.related if one.source is None]


def _look_of(finding: Finding) -> object:
    """Return everything of a finding that the card shows."""
    return (
        finding.code,
        finding.title or finding.name,
        standing_of(finding),
        finding.message,
        tuple(fix.title for fix in finding.fixes),
        tuple((one.note, one.source) for one in finding.related),
    )
