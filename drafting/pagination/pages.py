"""What the page breaker hands on: pages, lines and runs, in millimetres from the paper's corner."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from drafting.text.span import Span


@dataclass(frozen=True, slots=True)
class LineRun:
    """Neighbouring characters of one style and one script.

    ``x`` is the left edge, ``width`` what the characters take when the line is justified;
    ``latin`` tells that they stand in the style's Latin face.
    """

    span: Span
    style: str
    latin: bool
    x: float
    width: float


@dataclass(frozen=True, slots=True)
class PageLine:
    """One line: its baseline from the paper's top, its left edge, its width, its runs."""

    baseline: float
    x: float
    width: float
    span: Span
    runs: tuple[LineRun, ...]


@dataclass(frozen=True, slots=True)
class PageMark:
    """The page number: its text, left edge, baseline and width."""

    text: str
    x: float
    baseline: float
    width: float


@dataclass(frozen=True, slots=True)
class Page:
    """One page, numbered from 1."""

    number: int
    lines: tuple[PageLine, ...]
    mark: PageMark
