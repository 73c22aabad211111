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
    """One line: its baseline from the paper's top, its left edge, its width, its runs.

    ``slack`` is how much wider, in points, the line must be set for it to end here by itself,
    where it ends early so that a figure and its unit, or a name, stay together.
    """

    baseline: float
    x: float
    width: float
    span: Span
    runs: tuple[LineRun, ...]
    slack: float = 0.0


@dataclass(frozen=True, slots=True)
class PageGloss:
    """A small text above a line or beside it; ``size`` in points, ``latin`` tells the face."""

    text: str
    x: float
    baseline: float
    size: float
    latin: bool


@dataclass(frozen=True, slots=True)
class PageMark:
    """A page number or header: its text, left edge, baseline and width."""

    text: str
    x: float
    baseline: float
    width: float


@dataclass(frozen=True, slots=True)
class Page:
    """One page, numbered from 1.

    ``is_turned`` tells that the page before was ended early, so that no sentence is broken.
    """

    number: int
    lines: tuple[PageLine, ...]
    mark: PageMark
    glosses: tuple[PageGloss, ...] = ()
    is_turned: bool = False
    header: PageMark | None = None
