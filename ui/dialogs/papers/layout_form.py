"""The figures and faces of a page layout, to be changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QGridLayout,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from drafting.workspace.office.layout_fields import (
    FACES,
    MEASURES,
    SIZES,
    STYLES,
    with_measure,
    with_style,
)
from ui.style.plain_label import PlainLabel

if TYPE_CHECKING:
    from drafting.model.layout import PageLayout, TextStyle
    from drafting.workspace.office.layout_fields import Measure


class LayoutForm(QWidget):
    """Emits ``changed`` with the layout as it is written; nothing of it is checked here."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout_data: PageLayout | None = None
        self.measures: dict[str, QDoubleSpinBox] = {}
        self.name = QLineEdit(self)
        self.name.setAccessibleName("版式名称")
        self.name.textEdited.connect(self._rename)
        self.style_name = _box("改哪一部分", list(STYLES.values()))
        self.style_name.currentIndexChanged.connect(self._show_style)
        self.face = _box("字体", list(FACES))
        self.face.setEditable(True)
        self.face.currentTextChanged.connect(self._restyle)
        self.type_size = _box("字号", [f"{name}（{size:g} 磅）" for name, size in SIZES.items()])
        self.type_size.currentIndexChanged.connect(self._restyle)
        self.bold = QCheckBox("加粗", self)
        self.bold.toggled.connect(self._restyle)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._make_grid())
        column.addStretch(1)

    def show_layout(self, layout: PageLayout, *, is_open: bool) -> None:
        """Show a layout; ``is_open`` says whether it may be changed."""
        self._layout_data = layout
        for measure in MEASURES:
            box = self.measures[measure.key]
            quiet = QSignalBlocker(box)
            box.setValue(getattr(layout, measure.key))
            quiet.unblock()
        self.name.setText(layout.name)
        self._show_style()
        for widget in (self.name, self.face, self.type_size, self.bold, *self.measures.values()):
            widget.setEnabled(is_open)

    def _make_grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        rows: list[tuple[str, QWidget]] = [("名称", self.name)]
        for measure in MEASURES:
            box = self._make_box(measure)
            self.measures[measure.key] = box
            rows.append((measure.title, box))
        rows += [
            ("哪一部分", self.style_name),
            ("字体", self.face),
            ("字号", self.type_size),
            ("", self.bold),
        ]
        for number, (words, widget) in enumerate(rows):
            label = PlainLabel(words)
            label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
            grid.addWidget(label, number, 0)
            grid.addWidget(widget, number, 1)
        return grid

    def _make_box(self, measure: Measure) -> QDoubleSpinBox:
        box = QDoubleSpinBox(self)
        box.setRange(measure.least, measure.most)
        box.setDecimals(measure.decimals)
        box.setSingleStep(measure.step)
        box.setSuffix(f" {measure.unit}")
        box.setAccessibleName(measure.title)
        box.valueChanged.connect(lambda value, key=measure.key: self._measure(key, value))
        return box

    def _style_key(self) -> str:
        return list(STYLES)[max(self.style_name.currentIndex(), 0)]

    def _show_style(self) -> None:
        layout = self._layout_data
        if layout is None:
            return
        style = layout.style(self._style_key())
        sizes = list(SIZES.values())
        quiet = [QSignalBlocker(one) for one in (self.face, self.type_size, self.bold)]
        self.face.setCurrentText(style.face)
        self.type_size.setCurrentIndex(sizes.index(style.size) if style.size in sizes else -1)
        self.type_size.setPlaceholderText(f"{style.size:g} 磅")
        self.bold.setChecked(style.bold)
        for one in quiet:
            one.unblock()

    def _rename(self, name: str) -> None:
        if self._layout_data is not None and name.strip():
            self._change(self._layout_data._replace(name=name.strip()))

    def _measure(self, key: str, value: float) -> None:
        if self._layout_data is not None:
            self._change(with_measure(self._layout_data, key, value))

    def _restyle(self) -> None:
        if self._layout_data is None:
            return
        before: TextStyle = self._layout_data.style(self._style_key())
        index = self.type_size.currentIndex()
        size = list(SIZES.values())[index] if index >= 0 else before.size
        face = self.face.currentText().strip() or before.face
        style = before._replace(face=face, size=size, bold=self.bold.isChecked())
        if style != before:
            self._change(with_style(self._layout_data, self._style_key(), style))

    def _change(self, layout: PageLayout) -> None:
        self._layout_data = layout
        for measure in MEASURES:  # one figure changes others
            box = self.measures[measure.key]
            if not box.hasFocus():
                quiet = QSignalBlocker(box)
                box.setValue(getattr(layout, measure.key))
                quiet.unblock()
        self.changed.emit(layout)


def _box(name: str, words: list[str]) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    box.addItems(words)
    return box
