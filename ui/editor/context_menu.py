"""The menu of the right mouse button on the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QMenu, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QTextCursor


class EditorCommands(Protocol):
    """What the menu needs of the editor."""

    @property
    def can_undo(self) -> bool:
        """Return whether there is a step to take back."""

    @property
    def can_redo(self) -> bool:
        """Return whether there is a step to make again."""

    def undo(self) -> None:
        """Take the last step back."""

    def redo(self) -> None:
        """Make it again."""

    def cut(self) -> None:
        """Move the selection to the clipboard."""

    def copy(self) -> None:
        """Copy the selection."""

    def paste(self) -> None:
        """Paste."""

    def canPaste(self) -> bool:  # noqa: N802 - Qt's own name
        """Return whether there is text to paste."""

    def selectAll(self) -> None:  # noqa: N802 - Qt's own name
        """Select everything."""

    def textCursor(self) -> QTextCursor:  # noqa: N802 - Qt's own name
        """Return the caret."""


def make_editor_menu(editor: EditorCommands) -> QMenu:
    """Return the menu for the editor as it stands; the caller shows and deletes it."""
    menu = QMenu(editor if isinstance(editor, QWidget) else None)
    selected = editor.textCursor().hasSelection()

    def add(words: str, keys: str, slot: Callable[[], None], *, enabled: bool) -> None:
        # Told, not bound: the key has its action in the menus above.
        action = menu.addAction(f"{words}\t{keys}")
        action.setEnabled(enabled)
        action.triggered.connect(lambda _checked=False: slot())

    add("剪切", "Ctrl+X", editor.cut, enabled=selected)
    add("复制", "Ctrl+C", editor.copy, enabled=selected)
    add("粘贴", "Ctrl+V", editor.paste, enabled=editor.canPaste())
    menu.addSeparator()
    add("撤销", "Ctrl+Z", editor.undo, enabled=editor.can_undo)
    add("重做", "Ctrl+Y", editor.redo, enabled=editor.can_redo)
    menu.addSeparator()
    add("全选", "Ctrl+A", editor.selectAll, enabled=True)
    return menu
