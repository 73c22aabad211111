"""What of a window's words has no room, cut off or cut short, and what stands askew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QStyle,
    QStyleOptionComboBox,
    QStyleOptionFrame,
)

from ui.style.plain_label import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget

_ONE_LINE = 48  # pixels; a higher field has its name beside its first line
_SPARE = 2  # what Qt leaves free at each side of a line to write in


def cut_short(window: QWidget) -> list[str]:
    """Return the words of ``window`` that are not seen whole, each with the kind of its widget."""
    found = (_labels(window), _buttons(window), _boxes(window), _hints(window), _heads(window))
    return [f"{kind}: {words}" for one in found for kind, words in one]


def askew(window: QWidget) -> list[str]:
    """Return the names of the fields of ``window`` that do not stand on a line with their field."""
    found = []
    for form in window.findChildren(QFormLayout):
        for row in range(form.rowCount()):
            label = form.itemAt(row, QFormLayout.ItemRole.LabelRole)
            field = form.itemAt(row, QFormLayout.ItemRole.FieldRole)
            if label is None or field is None or field.geometry().height() > _ONE_LINE:
                continue
            name = label.widget()
            if isinstance(name, QLabel) and name.isVisible():
                apart = name.geometry().center().y() - field.geometry().center().y()
                found += [name.text()] if abs(apart) > 1 else []
    return found


def _labels(window: QWidget) -> Iterator[tuple[str, str]]:
    for label in window.findChildren(PlainLabel):
        if not (label.isVisible() and label.text()):
            continue
        needed = label.heightForWidth(label.width())
        if needed > label.height():
            yield "lines", label.text()
        if needed < 0 and label.sizeHint().width() > label.width():
            yield "label", label.text()


def _buttons(window: QWidget) -> Iterator[tuple[str, str]]:
    for button in window.findChildren(QPushButton):
        if button.isVisible() and button.sizeHint().width() > button.width():
            yield "button", button.text()


def _boxes(window: QWidget) -> Iterator[tuple[str, str]]:
    control, part = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
    for box in window.findChildren(QComboBox):
        if not box.isVisible() or box.isEditable():
            continue
        option = QStyleOptionComboBox()
        box.initStyleOption(option)
        words = option.currentText  # type: ignore[attr-defined]  # missing in the stubs
        room = box.style().subControlRect(control, option, part, box).width() - _SPARE
        if words.endswith("…") or box.fontMetrics().horizontalAdvance(words) > room:
            yield "box", box.currentText()


def _hints(window: QWidget) -> Iterator[tuple[str, str]]:
    for line in window.findChildren(QLineEdit):
        if not line.isVisible() or line.text():
            continue
        option = QStyleOptionFrame()
        line.initStyleOption(option)
        part = QStyle.SubElement.SE_LineEditContents
        room = line.style().subElementRect(part, option, line).width() - 2 * _SPARE
        if line.fontMetrics().horizontalAdvance(line.placeholderText()) > room:
            yield "hint", line.placeholderText()


def _heads(window: QWidget) -> Iterator[tuple[str, str]]:
    for head in window.findChildren(QHeaderView):
        if not head.isVisible() or head.model() is None:
            continue
        for section in range(head.count()):
            if head.sectionSizeHint(section) > head.sectionSize(section) > 0:
                yield "head", str(head.model().headerData(section, head.orientation()))
