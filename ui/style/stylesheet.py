"""One style sheet, made from one palette, over the Fusion style.

Widgets say what they are by the dynamic property ``role``: ``primary`` (the one button that a
place is for), ``fix`` (a mending button), ``quiet`` (no frame until pointed at), ``link`` (words
that can be clicked), ``choice`` (one of several); on labels ``heading``, ``second``, ``caption``;
on frames ``paper``, ``desk``, ``panel``; on item views ``rows`` (rows drawn by a delegate);
on tabs ``tight`` (names close together); on scroll areas ``scrolled`` and ``cards`` (an edge while
they have the keys).

A dock has no pictures for the buttons of a title that nobody sees: for them Qt would load ten
readers of pictures before the first key, some 5 ms.
"""

from __future__ import annotations

from string import Template

from PySide6.QtCore import QObject, Qt, Signal, SignalInstance
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from resources import resource_path
from ui.style.contrast import contrast_palette, wants_contrast
from ui.style.fonts import interface_font
from ui.style.palette import DARK, LIGHT, Palette, note_contrast, qt_palette

_FRAME = """
QMainWindow, QDialog, QMessageBox { background: $panel; color: $ink; }
QMainWindow::separator { background: $line; width: 1px; height: 1px; }
QSplitter::handle { background: $desk; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QMenuBar { background: $panel; color: $ink; border: none; padding: 2px 12px; }
QMenuBar::item { background: transparent; padding: 5px 12px; border-radius: 6px; }
QMenuBar::item:selected, QMenuBar::item:pressed { background: $selection; }
QMenu { background: $paper; color: $ink; border: 1px solid $edge; border-radius: 6px;
  padding: 4px; }
QMenu::item { padding: 5px 28px 5px 24px; border-radius: 4px; }
QMenu::item:selected { background: $selection; color: $ink; }
QMenu::item:disabled { color: $second_ink; background: transparent; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QMenu::icon { padding-left: 6px; }
QToolBar { background: $panel; border: none; border-bottom: 1px solid $line;
  padding: 6px 8px 8px 8px; spacing: 4px; }
QToolBar::separator { background: $line; width: 1px; margin: 6px 8px; }
QToolBar QToolButton { background: transparent; color: $ink; border: 1px solid transparent;
  border-radius: 6px; padding: 6px 10px; }
QToolBar QToolButton:hover { background: $soft_accent; }
QToolBar QToolButton:pressed, QToolBar QToolButton:checked { background: $selection; }
QToolBar QToolButton:focus { border-color: $accent; }
QToolBar QToolButton:disabled { color: $second_ink; }
QToolBar QToolButton::menu-indicator { image: none; width: 0; }
QToolBar QToolButton[opens="menu"] { padding-right: 17px; }
QToolBar QToolButton[role="primary"] { font-weight: 600; padding: 6px 14px; }
QToolBar QToolButton[role="primary"]:enabled { background: $accent; color: $on_accent; }
QToolBar QToolButton[role="primary"]:enabled:hover { background: $accent_pressed; }
QDockWidget { color: $second_ink; border: none; titlebar-close-icon: none;
  titlebar-normal-icon: none; }
QDockWidget::title { background: $panel; padding: 8px 16px 4px 16px; text-align: left; }
QStatusBar { background: $panel; color: $second_ink; border-top: 1px solid $line;
  min-height: 27px; }
QStatusBar::item { border: none; }
QStatusBar QLabel { color: $second_ink; }
QToolTip { background: $paper; color: $ink; border: 1px solid $edge; padding: 5px 8px; }
QTabWidget::pane { border: none; }
QTabBar { background: $panel; border: none; qproperty-drawBase: 0; }
QTabBar::tab { background: transparent; color: $second_ink; border: none;
  border-bottom: 2px solid transparent; padding: 9px 12px 8px 12px; margin: 0 1px; }
QTabBar[role="tight"]::tab { padding-left: 8px; padding-right: 8px; margin: 0; }
QTabBar::tab:selected { color: $ink; border-bottom-color: $accent; }
QTabBar::tab:hover:!selected { color: $ink; }
QTabBar::tab:focus { color: $accent; }
QTabBar QToolButton { background: $panel; border: none; }
QScrollArea, QStackedWidget { background: transparent; border: none; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollBar { background: transparent; border: none; margin: 0; }
QScrollBar:vertical { width: 12px; }
QScrollBar:horizontal { height: 12px; }
QScrollBar::handle { background: $line; border-radius: 4px; margin: 2px; }
QScrollBar::handle:hover { background: $second_ink; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
"""

_BUTTONS = """
QPushButton { background: $paper; color: $ink; border: 1px solid $line; border-radius: 6px;
  padding: 5px 14px; min-height: 18px; outline: none; }
QPushButton:hover { border-color: $second_ink; }
QPushButton:pressed { background: $selection; }
QPushButton:focus { border-color: $accent; }
QPushButton:disabled { color: $faint; background: $panel; }
QPushButton::menu-indicator { image: none; width: 0; }
QPushButton[role="primary"] { background: $accent; color: $on_accent; border-color: $accent;
  font-weight: 600; }
QPushButton[role="primary"]:hover, QPushButton[role="primary"]:pressed {
  background: $accent_pressed; border-color: $accent_pressed; }
QPushButton[role="primary"]:focus { border-color: $ink; }
QPushButton[role="primary"]:disabled { background: $line; border-color: $line; color: $faint; }
QPushButton[role="fix"] { background: $soft_accent; color: $accent; padding: 4px 8px; }
QPushButton[role="fix"]:hover { background: $selection; border-color: $accent; }
QPushButton[role="fix"]:focus { border-color: $accent; }
QPushButton[role="card"] { padding: 4px 8px; }
QPushButton[role="quiet"], QPushButton[role="count"] { background: transparent;
  border-color: transparent; padding: 4px 8px; color: $second_ink; }
QPushButton[role="count"] { padding: 4px 3px; }
QPushButton[role="quiet"]:hover, QPushButton[role="count"]:hover { background: $soft_accent;
  color: $ink; }
QPushButton[role="quiet"]:focus, QPushButton[role="count"]:focus { border-color: $accent; }
QPushButton[role="quiet"]:disabled, QPushButton[role="count"]:disabled { color: $faint;
  background: transparent; }
QPushButton[role="link"] { background: transparent; border: 1px solid transparent; color: $accent;
  padding: 2px 4px; text-align: left; }
QPushButton[role="link"]:hover { background: $soft_accent; }
QPushButton[role="link"]:focus { border-color: $accent; }
QPushButton[opens="menu"] { padding-right: 17px; }
QPushButton[role="choice"] { padding: 5px 10px; }
QPushButton[role="choice"]:checked { background: $soft_accent; color: $accent;
  border-color: $accent; }
QPushButton[role="choice"]:checked:focus { border-color: $ink; }
QPushButton[role="tile"] { text-align: left; padding: 12px 16px; }
QPushButton[role="tile"]:hover { background: $soft_accent; border-color: $accent; }
QToolButton { background: transparent; color: $ink; border: 1px solid transparent;
  border-radius: 6px; padding: 4px 8px; }
QToolButton:hover { background: $soft_accent; }
QToolButton:focus { border-color: $accent; }
"""

_FIELDS = """
QLineEdit, QSpinBox, QDoubleSpinBox, QDateEdit, QComboBox { background: $paper; color: $ink;
  border: 1px solid $line; border-radius: 6px; padding: 5px 8px; min-height: 18px;
  selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QDateEdit:focus, QComboBox:focus {
  border-color: $accent; }
QLineEdit:disabled, QSpinBox:disabled, QComboBox:disabled { color: $faint; background: $panel; }
QLineEdit[clears="text"] { lineedit-clear-button-icon: url("$clear"); }
QLineEdit[role="search"] { padding: 7px 10px; }
QComboBox QAbstractItemView { background: $paper; border: 1px solid $edge; outline: 0;
  selection-background-color: $selection; selection-color: $ink; padding: 4px; }
QPlainTextEdit, QTextEdit, QTextBrowser { background: $paper; color: $ink;
  border: 1px solid $line; border-radius: 6px; padding: 4px;
  selection-background-color: $selection; selection-color: $ink; }
QAbstractItemView { background: $paper; color: $ink; border: 1px solid $line;
  border-radius: 6px; outline: 0; padding: 4px; selection-background-color: $selection;
  selection-color: $ink; }
QPlainTextEdit:focus, QTextEdit:focus, QTextBrowser:focus, QAbstractItemView:focus {
  border-color: $accent; }
QScrollArea[role="scrolled"], QScrollArea[role="cards"] { border: 1px solid transparent;
  border-radius: 6px; }
QScrollArea[role="scrolled"] { padding: 4px; }
QScrollArea[role="scrolled"]:focus, QScrollArea[role="cards"]:focus { border-color: $accent; }
QAbstractItemView::item { padding: 4px 8px; border: 1px solid transparent;
  border-radius: 4px; }
QAbstractItemView::item:hover { background: $soft_accent; }
QAbstractItemView::item:selected { background: $selection; color: $ink; }
QAbstractItemView[role="rows"] { background: transparent; border: none; border-radius: 0;
  padding: 0; }
QTreeView[role="rows"]::item, QTreeView[role="rows"]::item:selected,
QTreeView[role="rows"]::item:hover { background: transparent; border: none; }
QTableView { gridline-color: $line; }
QTableView::item:hover:!selected { background: transparent; }
QHeaderView { background: $panel; border: none; padding: 0; border-radius: 0; }
QHeaderView::section { background: $panel; color: $second_ink; border: none;
  border-bottom: 1px solid $line; padding: 6px 12px; }
QHeaderView::up-arrow { image: url("$up"); width: 12px; height: 12px; }
QHeaderView::down-arrow { image: url("$down"); width: 12px; height: 12px; }
QTableCornerButton::section { background: $panel; border: none; }
QComboBox::drop-down { border: none; width: 26px; }
QComboBox::down-arrow { image: url("$down"); width: 14px; height: 14px; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { background: transparent;
  border: none; width: 22px; }
QAbstractSpinBox::up-arrow { image: url("$up"); width: 12px; height: 12px; }
QAbstractSpinBox::down-arrow { image: url("$down"); width: 12px; height: 12px; }
QCheckBox, QRadioButton { color: $ink; spacing: 8px; padding: 2px; }
QCheckBox::indicator, QAbstractItemView::indicator { width: 14px; height: 14px;
  background: $paper; border: 1px solid $second_ink; border-radius: 4px; }
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked { background: $accent;
  border-color: $accent; image: url("$tick"); }
QRadioButton::indicator { width: 14px; height: 14px; background: $paper;
  border: 1px solid $second_ink; border-radius: 8px; }
QRadioButton::indicator:checked { border: 5px solid $accent; width: 6px; height: 6px; }
QCheckBox::indicator:focus, QRadioButton::indicator:focus { border-color: $accent; }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { border-color: $line;
  background: $panel; }
QGroupBox { border: none; margin-top: 20px; font-weight: 600; }
QGroupBox::title { subcontrol-origin: margin; left: 0; }
QProgressBar { background: $line; border: none; border-radius: 3px; max-height: 6px;
  text-align: center; color: transparent; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QSlider::groove:horizontal { background: $line; height: 4px; border-radius: 2px; }
QSlider::handle:horizontal { background: $accent; width: 14px; margin: -5px 0;
  border-radius: 7px; }
QLabel { background: transparent; border: none; }
QLabel[role="second"], QLabel[role="caption"] { color: $second_ink; }
QLabel[role="warning"] { color: $warning_ink; }
QLabel[role="heading"] { color: $ink; }
QFrame[role="paper"] { background: $paper; border: 1px solid $edge; border-radius: 6px; }
QFrame[role="rule"] { background: $line; border: none; max-height: 1px; min-height: 1px; }
QWidget[role="desk"] { background: $desk; }
QWidget[role="panel"] { background: $panel; }
"""

# Edges that are seen, a thick one where the keys go, and words on the highlight itself.
_CONTRAST = """
QPushButton, QToolBar QToolButton, QLineEdit, QSpinBox, QDoubleSpinBox, QDateEdit, QComboBox,
QPlainTextEdit, QTextEdit, QTextBrowser, QAbstractItemView { border: 1px solid $line; }
QAbstractItemView[role="rows"] { border: none; }
QPushButton:focus, QToolBar QToolButton:focus, QToolButton:focus, QLineEdit:focus, QSpinBox:focus,
QDoubleSpinBox:focus, QDateEdit:focus, QComboBox:focus, QPlainTextEdit:focus, QTextEdit:focus,
QTextBrowser:focus, QAbstractItemView:focus, QPushButton[role="quiet"]:focus,
QPushButton[role="count"]:focus, QPushButton[role="link"]:focus,
QPushButton[role="fix"]:focus { border: 2px solid $accent; }
QAbstractItemView[role="rows"]:focus { border: none; }
QPushButton[role="primary"]:focus { border: 2px solid $ink; }
QPushButton[role="primary"]:disabled { background: $panel; border-color: $faint; }
QPushButton[role="link"], QPushButton[role="fix"] { color: $ink; background: $panel;
  text-decoration: underline; }
QPushButton[role="choice"]:checked { background: $accent; color: $on_accent; }
QPushButton:disabled, QToolBar QToolButton:disabled { border-style: dashed; color: $faint; }
QMenu { border: 2px solid $line; }
QMenu::item:disabled { color: $faint; }
QMenuBar::item:selected, QMenuBar::item:pressed, QMenu::item:selected,
QAbstractItemView::item:selected { background: $accent; color: $on_accent; }
QAbstractItemView { selection-background-color: $accent; selection-color: $on_accent; }
QAbstractItemView::item:hover:!selected { background: $panel; border-color: $line; }
QTabBar::tab:selected { border-bottom: 4px solid $accent; padding-bottom: 6px; }
QTabBar::tab:focus { color: $ink; }
QToolBar QToolButton:hover, QToolButton:hover, QPushButton:hover { border: 2px solid $accent; }
QFrame[role="paper"] { border: 1px solid $line; }
QToolTip { border: 2px solid $line; }
QScrollBar::handle:hover { background: $accent; }
QProgressBar { background: $panel; border: 1px solid $line; max-height: 10px; }
"""

_SHEET = Template(_FRAME + _BUTTONS + _FIELDS)
_CONTRAST_SHEET = Template(_FRAME + _BUTTONS + _FIELDS + _CONTRAST)
_ICONS = ("up", "down", "tick", "clear")
_ACCENT_PRESSED = {False: "#8a1f18", True: "#c9635a"}
# Round what lies over the page, which is of the same colour.
_EDGE = {False: "#c9c4b9", True: "#5b5c63"}
_FAINT = {False: "#a8a49c", True: "#6a6863"}
_FAINT_CONTRAST = {False: "#595959", True: "#b0b0b0"}


def style_sheet(palette: Palette) -> str:
    """Return the whole style sheet in the colours of ``palette``."""
    colours = {name: value for name, value in palette._asdict().items() if isinstance(value, str)}
    dark = palette.is_dark
    icons = resource_path("icons")
    tone = "dark" if dark else "light"
    colours |= {one: (icons / f"{one}-{tone}.svg").as_posix() for one in _ICONS}
    if palette.is_contrast:
        faint = _FAINT_CONTRAST[dark]
        colours |= {"accent_pressed": palette.accent, "faint": faint, "edge": palette.line}
        return _CONTRAST_SHEET.substitute(colours)
    own = {"accent_pressed": _ACCENT_PRESSED[dark], "faint": _FAINT[dark], "edge": _EDGE[dark]}
    return _SHEET.substitute(colours, **own)


STYLE = "Fusion"
# Set on an application that was started with this style: asking for it would make PySide build
# every type of style that there is, before the first paint.
HAS_STYLE = "hasStyle"


class _SchemeFollower(QObject):
    """Dresses the application again when the system turns dark, light or to high contrast."""

    dressed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.setObjectName("scheme-follower")
        self.follows = True
        self.has_contrast = False
        app.styleHints().colorSchemeChanged.connect(self._dress)
        # Nothing else tells of high contrast for sure; coming back from the settings does.
        app.applicationStateChanged.connect(self._look_again)

    def _look_again(self) -> None:
        if self.follows and wants_contrast() is not self.has_contrast:
            self._dress()

    def _dress(self) -> None:
        app = QApplication.instance()
        if self.follows and isinstance(app, QApplication):
            _dress(app, _system_palette(app), self)


def apply_style(
    app: QApplication,
    dark: bool | None = None,  # noqa: FBT001
    *,
    has_contrast: bool = False,
) -> Palette:
    """Dress the application and return its palette.

    ``dark`` None follows the system's colour scheme and its high contrast, now and whenever they
    change; ``has_contrast`` asks for high contrast whatever the system wants.
    """
    follower = _follower(app)
    follower.follows = False
    hints = app.styleHints()
    if dark is None:
        hints.unsetColorScheme()
    else:  # the window's own frame (title bar) follows too
        hints.setColorScheme(Qt.ColorScheme.Dark if dark else Qt.ColorScheme.Light)
    follower.follows = dark is None
    if has_contrast:
        palette = contrast_palette()
    else:
        palette = _system_palette(app) if dark is None else (DARK if dark else LIGHT)
    _dress(app, palette, follower)
    return palette


def dressed_signal() -> SignalInstance:
    """Return the signal of the application that tells of other colours, once they are there.

    The window's own event for it would make PySide build every type of event at the start.
    """
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise TypeError("there is no application to be dressed")
    return _follower(app).dressed


def _follower(app: QApplication) -> _SchemeFollower:
    follower = app.findChild(_SchemeFollower, "scheme-follower")
    if follower is None:
        if not app.property(HAS_STYLE):
            app.setStyle(STYLE)
        follower = _SchemeFollower(app)
    return follower


def _system_palette(app: QApplication) -> Palette:
    if wants_contrast():
        app.setPalette(QPalette())  # the system's own colours, not ours
        return contrast_palette(app.palette())
    return DARK if app.styleHints().colorScheme() is Qt.ColorScheme.Dark else LIGHT


def _dress(app: QApplication, palette: Palette, follower: _SchemeFollower) -> None:
    follower.has_contrast = palette.is_contrast
    if palette.is_contrast:
        note_contrast(palette)
    app.setFont(interface_font())
    app.setPalette(qt_palette(palette))
    sheet = style_sheet(palette)
    if app.styleSheet() != sheet:
        app.setStyleSheet(sheet)
    follower.dressed.emit()
