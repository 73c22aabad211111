"""Collects text paragraph by paragraph and remembers where each character came from."""

from __future__ import annotations

from drafting.model.imported import SourceRun

# Behind these a number needs no blank before the text.
_CLOSED = "、．。）〕】）：，"


class TextBuilder:
    """Lines of text with their places in one part after another of a package."""

    def __init__(self, part: str = "") -> None:
        self._pieces: list[str] = []
        self._runs: list[SourceRun] = []
        self._length = 0
        self._prefix = ""
        self._ended = False
        self.part = part
        self.ends: dict[int, tuple[str, int]] = {}  # place of a line's end: part and paragraph

    @property
    def length(self) -> int:
        """Return the count of characters so far."""
        return self._length

    def add(self, text: str, paragraph: int, run: int, offset: int) -> None:
        """Append characters of one run of the source."""
        if not text:
            return
        if self._prefix:
            self._flush_prefix(text[0])
        start, end = self._length, self._length + len(text)
        # What begins its run goes on with nothing.
        last = self._runs[-1] if offset and self._runs else None
        if (
            last is not None
            and (last.end, last.part, last.paragraph, last.run)
            == (start, self.part, paragraph, run)
            and last.offset + start - last.start == offset
        ):
            self._runs[-1] = SourceRun(last.start, end, self.part, paragraph, run, last.offset)
        else:
            self._runs.append(SourceRun(start, end, self.part, paragraph, run, offset))
        self._pieces.append(text)
        self._length, self._ended = end, False

    def put_before(self, prefix: str) -> None:
        """Let ``prefix``, which has no place in the source, stand before what is added next."""
        self._prefix = prefix

    def end_line(self, paragraph: int = 0) -> None:
        """End a paragraph; a prefix that nothing followed is dropped."""
        self._prefix = ""
        self.ends[self._length] = self.part, paragraph
        self._put("\n")
        self._ended = True

    def finish(self) -> tuple[str, tuple[SourceRun, ...]]:
        """Return the text without the break that ended its last line, and all runs."""
        text = "".join(self._pieces)
        return text[:-1] if self._ended else text, tuple(self._runs)

    def _flush_prefix(self, following: str) -> None:
        prefix, self._prefix = self._prefix, ""
        open_ended = prefix[-1] not in _CLOSED and following.isascii()
        self._put(prefix + (" " if open_ended and not following.isspace() else ""))

    def _put(self, text: str) -> None:
        self._ended = False
        self._pieces.append(text)
        self._length += len(text)
