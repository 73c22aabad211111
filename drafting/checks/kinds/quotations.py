"""Stretches of a text in quotation marks or title marks."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING

from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

_QUOTED = re.compile("“[^“”\n]{1,400}”|「[^「」\n]{1,400}」|『[^『』\n]{1,400}』")
_TITLED = re.compile("《[^《》\n]{1,120}》")


@lru_cache(maxsize=4)
def quoted_spans(text: str) -> tuple[Span, ...]:
    """Return what stands in double quotation marks, the marks included, in order."""
    return tuple(Span(*match.span()) for match in _QUOTED.finditer(text))


@lru_cache(maxsize=4)
def title_spans(text: str) -> tuple[Span, ...]:
    """Return what stands in title marks 《》, the marks included, in order."""
    return tuple(Span(*match.span()) for match in _TITLED.finditer(text))


def within(span: Span, spans: Sequence[Span]) -> bool:
    """Return whether ``span`` lies inside one of ``spans`` (in order, without overlaps)."""
    index = bisect_right(spans, span.start, key=lambda one: one.start) - 1
    return index >= 0 and spans[index].contains(span)
