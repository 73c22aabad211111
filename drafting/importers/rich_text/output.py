"""What becomes of the text of an RTF file: lines with their places, and counts of the rest."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from drafting.importers.omissions import CONTROL_CHARACTER
from drafting.model.imported import Omission

if TYPE_CHECKING:
    from drafting.importers.text_builder import TextBuilder


NUL = "\0"


class RichTextOutput:
    """Adds paragraphs to a builder; text boxes follow the paragraph that they stand in."""

    def __init__(self, builder: TextBuilder) -> None:
        self.boxes: list[str] = []
        self.notes: list[str] = []
        self.bad_bytes = 0
        self._out = builder
        self._line: list[str] = []
        self._prefix = ""
        self._paragraph = 0
        self._left_out: Counter[str] = Counter()
        self._characters: Counter[str] = Counter()

    def add(self, text: str) -> None:
        """Add text to the open paragraph; NUL, which no text may hold, is listed instead."""
        if NUL in text:
            self._left_out[CONTROL_CHARACTER] += text.count(NUL)
            text = text.replace(NUL, "")
        self._line.append(text)

    def put_before(self, number: str) -> None:
        """Let the number that Word wrote out stand before the paragraph."""
        self._prefix = number

    def end_line(self, *, keep_empty: bool) -> None:
        """End the open paragraph; an empty one is an empty line only where that shows."""
        text = "".join(self._line)
        self._line.clear()
        prefix, self._prefix = self._prefix, ""
        if text:
            if prefix:
                self._out.put_before(prefix)
            self._out.add(text, self._paragraph, 0, 0)
        if text or keep_empty:
            self._out.end_line()
        self._paragraph += 1
        boxes, self.boxes = self.boxes, []
        for box in boxes:
            self._add_lines(box, "")

    def count(self, kind: str) -> None:
        """Note something without text that is left out."""
        self._left_out[kind] += 1

    def leave_out(self, kind: str, text: str) -> None:
        """Note text that is left out."""
        self._left_out[kind] += 1
        self._characters[kind] += sum(map(len, text.split()))

    def finish(self) -> None:
        """Add what is still open, and the notes."""
        if self._line or self.boxes:
            self.end_line(keep_empty=False)
        for number, note in enumerate(self.notes, 1):
            self._add_lines(note, f"注{number}：")

    def omissions(self) -> list[Omission]:
        """Return everything that was left out."""
        found = [Omission("无法辨认的字节", self.bad_bytes)] if self.bad_bytes else []
        return found + [
            Omission(kind, count, self._characters[kind]) for kind, count in self._left_out.items()
        ]

    def _add_lines(self, text: str, prefix: str) -> None:
        for line in text.split("\n"):
            if line.strip():
                if prefix:
                    self._out.put_before(prefix)
                    line = line.strip()  # noqa: PLW2901 - the blank behind the mark
                    prefix = ""
                self._out.add(line, self._paragraph, 0, 0)
                self._out.end_line()
                self._paragraph += 1
