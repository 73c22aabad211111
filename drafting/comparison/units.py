"""A text as sentences and line breaks, every character in exactly one of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_UNIT = re.compile("\n|[^。！？!?；;\n]*(?:[。！？!?；;]+[”’』」）)】》〉]*|(?=\n)|$)")


def iter_units(text: str) -> Iterator[Span]:
    """Yield the sentences of ``text`` with their marks, and each line break as a unit of its own.

    A semicolon parts units too: what is moved or reworded in a speech is often one member.
    """
    for match in _UNIT.finditer(text):
        if match.end() > match.start():
            yield Span(match.start(), match.end())
