"""What is told of a rule: reason, source, and examples of what it flags and what it spares."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QMargins, QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.style.palette import current_palette
from ui.style.plain_label import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from drafting.model.finding import Severity

_EXAMPLES = 4


class ExplainedRule(Protocol):
    """What the dialog shows of a rule."""

    @property
    def code(self) -> str:
        """Return the code."""

    @property
    def name(self) -> str:
        """Return the fault's name in the contract."""

    @property
    def summary(self) -> str:
        """Return the fault in the window's words."""

    @property
    def severity(self) -> Severity:
        """Return how grave it is."""

    @property
    def why(self) -> str:
        """Return the reason."""

    @property
    def source(self) -> str:
        """Return where the reason comes from."""

    @property
    def flagged(self) -> tuple[str, ...]:
        """Return texts that it objects to."""

    @property
    def clean(self) -> tuple[str, ...]:
        """Return texts that it lets pass."""


class _Example(PlainLabel):
    """An example with a bar in the colour of its kind."""

    def __init__(self, text: str, *, is_clean: bool) -> None:
        super().__init__(text, wrap=True, margins=QMargins(15, 8, 12, 8))
        self._is_clean = is_clean

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the paper and the bar under the words."""
        palette = current_palette()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.fillPath(shape, QColor(palette.paper))
        painter.setPen(QColor(palette.line))
        painter.drawPath(shape)
        painter.setClipPath(shape)
        colour = palette.kept if self._is_clean else palette.accent
        painter.fillRect(QRectF(0, 0, 3, self.height()), QColor(colour))
        painter.end()
        super().paintEvent(event)


class RuleExplanation(QWidget):
    """A column of words about one rule."""

    def __init__(self, rule: ExplainedRule, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 12, 0)
        self._column.setSpacing(4)
        self._add_part("为什么", rule.why)
        self._add_part("依据", rule.source)
        shared = _shared_line((*rule.flagged, *rule.clean))
        self._add_examples("会提示的", _without(shared, rule.flagged), is_clean=False)
        self._add_examples("不会提示的", _without(shared, rule.clean), is_clean=True)
        self._column.addStretch(1)

    def _add_part(self, caption: str, text: str) -> None:
        if text:
            self._column.addWidget(PlainLabel(caption, role="caption"))
            self._column.addWidget(PlainLabel(text, wrap=True))
            self._column.addSpacing(12)

    def _add_examples(self, caption: str, examples: Sequence[str], *, is_clean: bool) -> None:
        if not examples:
            return
        self._column.addWidget(PlainLabel(caption, role="caption"))
        for text in examples[:_EXAMPLES]:
            self._column.addWidget(_Example(text, is_clean=is_clean))
            self._column.addSpacing(4)
        self._column.addSpacing(8)


def _shared_line(examples: Sequence[str]) -> str:
    """Return the line that most examples begin with, if any: it shows nothing of the rule."""
    first = [one.strip("\n").partition("\n")[0] for one in examples]
    line = max(first, key=first.count, default="")
    return line if 2 * first.count(line) > len(first) else ""


def _without(line: str, examples: Sequence[str]) -> list[str]:
    stripped = (one.strip("\n") for one in examples)
    return [one.removeprefix(f"{line}\n") if line else one for one in stripped]
