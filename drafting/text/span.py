"""Half-open spans of code points, the one way to say where something stands."""

from __future__ import annotations

from typing import NoReturn


class Span:
    """``text[start:end]``, counted in code points; it never changes.

    Written out: thousands are made for one text, and what makes a dataclass of it would compile
    eleven functions before the first key of every start.
    """

    __slots__ = ("end", "start")
    start: int
    end: int

    def __init__(self, start: int, end: int) -> None:
        """Check and keep both.

        Raises:
            ValueError: they are no places of a text, or the wrong way round.
        """
        if not 0 <= start <= end:
            raise ValueError(f"not a span: {start}..{end}")
        _set_start(self, start)
        _set_end(self, end)

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"a span does not change: {name}")

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Span):
            return NotImplemented
        return self.start == other.start and self.end == other.end

    def __lt__(self, other: Span) -> bool:
        return (self.start, self.end) < (other.start, other.end)

    def __hash__(self) -> int:
        return hash((self.start, self.end))

    def __repr__(self) -> str:
        return f"Span(start={self.start}, end={self.end})"

    def __reduce__(self) -> tuple[type[Span], tuple[int, int]]:
        return Span, (self.start, self.end)

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """Return the characters of ``text`` that this span covers."""
        return text[self.start : self.end]

    def contains(self, other: Span) -> bool:
        """Return whether ``other`` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Return whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def shifted(self, by: int) -> Span:
        """Return the same span ``by`` code points further on."""
        return Span(self.start + by, self.end + by)


# Past ``__setattr__``, and without a look-up by name.
_set_start, _set_end = (vars(Span)[name].__set__ for name in ("start", "end"))
