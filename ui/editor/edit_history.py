"""Undo and redo of the text alone, so that formatting never is a step and the memory is bounded."""

from __future__ import annotations

from typing import NamedTuple

from drafting.text.difference import changed_part
from drafting.text.edits import TextEdit
from drafting.text.span import Span

_STEPS = 1000
_CHARACTERS = 4_000_000
# Typing is one step up to a pause, the end of a sentence or this length.
_PAUSE_SECONDS = 2.0
_TYPED_AT_MOST = 60
_ENDS = frozenset("。！？；\n")


class TextChange(NamedTuple):
    """``removed`` at ``position`` (code points) made way for ``added``."""

    position: int
    removed: str
    added: str

    @property
    def size(self) -> int:
        """Return how many characters it holds."""
        return len(self.removed) + len(self.added)

    def inverted(self) -> TextChange:
        """Return the change that takes this one back."""
        return TextChange(self.position, self.added, self.removed)


class EditHistory:
    """The steps that can be undone and redone; the oldest are forgotten."""

    def __init__(self) -> None:
        self._done: list[TextChange] = []
        self._undone: list[TextChange] = []
        self._size = 0
        self._last_time = float("-inf")
        self._may_join = False

    @property
    def can_undo(self) -> bool:
        """Return whether there is a step to take back."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """Return whether there is a step to make again."""
        return bool(self._undone)

    @property
    def steps(self) -> int:
        """Return how many steps can be taken back."""
        return len(self._done)

    def clear(self) -> None:
        """Forget everything."""
        self._done.clear()
        self._undone.clear()
        self._size = 0
        self._may_join = False

    def record(self, change: TextChange, time: float) -> None:
        """Take a change made by the user at ``time`` (seconds); typing joins the step before."""
        if not change.size:
            return
        self._undone.clear()
        recent = time - self._last_time <= _PAUSE_SECONDS
        if recent and self._may_join and self._joined(change):
            self._size += change.size
        else:
            self._done.append(change)
            self._size += change.size
        self._last_time = time
        self._may_join = not (change.added and change.added[-1] in _ENDS)
        self._forget_oldest()

    def end_step(self) -> None:
        """Let the next change begin a step of its own."""
        self._may_join = False

    def undo(self) -> TextChange | None:
        """Return the change that takes the last step back, or None."""
        if not self._done:
            return None
        change = self._done.pop()
        self._undone.append(change)
        self._may_join = False
        return change.inverted()

    def forget_last(self) -> TextChange | None:
        """Return the last step, which is neither done nor undone any more, or None."""
        if not self._done:
            return None
        change = self._done.pop()
        self._size -= change.size
        self._may_join = False
        return change

    def redo(self) -> TextChange | None:
        """Return the change that was taken back last, or None."""
        if not self._undone:
            return None
        change = self._undone.pop()
        self._done.append(change)
        self._may_join = False
        return change

    def _joined(self, change: TextChange) -> bool:
        """Join typing that goes on where the last step ended, or deleting that does."""
        last = self._done[-1] if self._done else None
        if last is None or last.size + change.size > _TYPED_AT_MOST:
            return False
        if not change.removed and change.position == last.position + len(last.added):
            self._done[-1] = last._replace(added=last.added + change.added)
            return True
        if change.added or last.added:
            return False
        if change.position + len(change.removed) == last.position:  # backspace
            removed = change.removed + last.removed
            self._done[-1] = last._replace(position=change.position, removed=removed)
            return True
        if change.position == last.position:  # delete
            self._done[-1] = last._replace(removed=last.removed + change.removed)
            return True
        return False

    def _forget_oldest(self) -> None:
        while len(self._done) > _STEPS or (self._size > _CHARACTERS and len(self._done) > 1):
            self._size -= self._done.pop(0).size


def difference(old: str, new: str, start: int = 0) -> TextChange:
    """Return the smallest change from ``old`` to ``new``, which both begin at ``start``."""
    removed, added = changed_part(old, new)
    return TextChange(start + removed.start, removed.of(old), added.of(new))


def difference_edit(old: str, new: str) -> TextEdit:
    """Return the smallest edit that makes ``old`` into ``new``."""
    change = difference(old, new)
    place = Span(change.position, change.position + len(change.removed))
    return TextEdit(place, change.added)
