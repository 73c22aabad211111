"""The layout in which a draft is shown and printed: chosen, kept with it, changed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from drafting.pagination.layout_files import LAYOUT_IDS, load_layout, own_layout_files
from ui.main_window.document.work import DraftWork
from ui.settings_store.store import LAYOUT

if TYPE_CHECKING:
    from drafting.model.layout import PageLayout
    from ui.main_window.document.work import DraftPlace
    from ui.main_window.frame.desk import Desk
    from ui.main_window.papers.output import OutputSession

_PINYIN = (("照讲话人的习惯", None), ("注音", True), ("不注音", False))
_PINYIN_TOLD = {
    None: "导出和打印时是否注音，照单位档案中讲话人的习惯。",
    True: "导出和打印时，在生僻字、本单位读音和人名上方注音。",
    False: "导出和打印时不注音。",
}


class LayoutSession(DraftWork):
    """What is chosen holds for the draft; a draft for which nothing was chosen has the default."""

    def __init__(self, place: DraftPlace, desk: Desk, output: OutputSession) -> None:
        super().__init__(place)
        self._desk = desk
        self._output = output
        self._menu = place.window.actions_by_id.layouts_menu
        self._menu.setToolTipsVisible(True)
        self._menu.aboutToShow.connect(self._fill)
        place.session.opened.connect(self.begin)
        self.begin()

    def begin(self) -> None:
        """Show a draft that was opened in its own layout."""
        if not self._session.is_open:
            self._tell_layout(self._editor.page.layout)
            return
        wanted = self._chosen_in_draft() or self._context.settings.word(LAYOUT)
        self._show(self._found(wanted))

    def _chosen_in_draft(self) -> str:
        """Take the draft's choice of pinyin and return that of its layout, empty without one."""
        base = self._session.base
        if base is None:
            self._output.has_pinyin = None
            return ""
        from drafting.workspace.drafts.output_choice import choice_in

        choice = choice_in(base)
        self._output.has_pinyin = choice.has_pinyin
        return choice.layout_id

    def _found(self, layout_id: str) -> PageLayout:
        """Return the layout; the office's own of that id before the one that was shipped."""
        if layout_id in LAYOUT_IDS and not own_layout_files():
            return load_layout(layout_id)  # told without what most starts have no need of
        from drafting.workspace.office.layouts import layout_in_use

        layout, why = layout_in_use(layout_id)
        if why:
            self.told.emit(why)
        return layout

    def _show(self, layout: PageLayout) -> None:
        """Show the page in this layout; export and preview follow it."""
        if layout != self._editor.page.layout:
            self._editor.set_layout(layout)
        self._tell_layout(layout)

    def _tell_layout(self, layout: PageLayout) -> None:
        self._window.actions_by_id.layouts_button.setText(f"版式：{layout.name}")
        measure = f"{layout.lines_per_page}×{layout.characters_per_line}"
        self._desk.status_line.show_layout(f"{layout.name} {measure}")

    # ---------------------------------------------------------------- the menu

    def _fill(self) -> None:
        from drafting.workspace.office.layouts import list_layouts

        menu, shown = self._menu, self._editor.page.layout
        menu.clear()
        group = QActionGroup(menu)
        for layout in list_layouts().found:
            action = menu.addAction(layout.name)
            action.setCheckable(True)
            action.setChecked(layout.id == shown.id)
            action.setEnabled(self._session.is_open)
            action.triggered.connect(partial(self._choose, layout))
            group.addAction(action)
        default = menu.addAction(f"新稿也用“{shown.name}”(&N)")
        default.setToolTip("以后新建和打开的稿件，没有另选版式的都用它")
        default.setCheckable(True)
        default.setChecked(self._context.settings.word(LAYOUT) == shown.id)
        default.toggled.connect(lambda is_on: self._set_default(shown, is_default=is_on))
        menu.insertSeparator(default)
        menu.addMenu(self._pinyin_menu(menu)).setEnabled(self._session.is_open)
        menu.addSeparator()
        own = menu.addAction("改版式(&E)…")
        own.setToolTip("复制一份版式，改边距、字体、字号")
        own.triggered.connect(lambda _checked=False: self._change())

    def _pinyin_menu(self, parent: QMenu) -> QMenu:
        """Return the choice of pinyin above rare characters and names."""
        menu = QMenu("注音(&Y)", parent)
        group = QActionGroup(menu)
        for words, wish in _PINYIN:
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(self._output.has_pinyin is wish)
            action.triggered.connect(partial(self._choose_pinyin, wish))
            group.addAction(action)
        return menu

    def _choose(self, layout: PageLayout, _checked: bool = True) -> None:  # noqa: FBT001, FBT002
        self._show(layout)
        self._keep()

    def _choose_pinyin(self, wish: bool | None, _checked: bool = True) -> None:  # noqa: FBT001, FBT002
        """Export and preview with pinyin, without it, or as the speaker wants it."""
        self._output.has_pinyin = wish
        self._keep()
        self.told.emit(_PINYIN_TOLD[wish])

    def _keep(self) -> None:
        from drafting.workspace.drafts.output_choice import OutputChoice

        shown = self._editor.page.layout
        self._session.choose_output(OutputChoice(shown.id, self._output.has_pinyin))

    def _set_default(self, layout: PageLayout, *, is_default: bool) -> None:
        chosen = layout.id if is_default else str(LAYOUT.default)
        self._context.settings.remember(LAYOUT, chosen)
        used = layout.name if is_default else "公文版"
        self.told.emit(f"没有另选版式的稿件，以后都用{used}。")

    def _change(self) -> None:
        from resources import resource_path
        from ui.context.snapshot import TextSnapshot
        from ui.dialogs.papers.layouts import LayoutsDialog
        from ui.main_window.document.start import SAMPLE

        editor = self._editor
        text = editor.text() or resource_path(*SAMPLE).read_text(encoding="utf-8")
        draft = self._context.use_cases.parse(TextSnapshot(text, editor.revision))
        dialog = LayoutsDialog(draft, self._window)
        dialog.exec()
        dialog.deleteLater()
        self._show(self._found(editor.page.layout.id))
