"""The text of a new speech with named slots still open."""

from __future__ import annotations

import re
from dataclasses import dataclass

SLOT = re.compile(r"\{([^{}\n]{1,20})\}")


@dataclass(frozen=True, slots=True)
class Skeleton:
    """``text`` is one paragraph a line; ``slots`` are its open slots by name, each once."""

    text: str
    slots: tuple[str, ...]

    @classmethod
    def of(cls, text: str) -> Skeleton:
        """Return ``text`` with the names of its slots in the order of their first place."""
        return cls(text, tuple(dict.fromkeys(SLOT.findall(text))))


def fill(text: str, values: dict[str, str]) -> str:
    """Return ``text`` with those slots filled for which there is a value."""
    return SLOT.sub(lambda match: values.get(match.group(1), match.group()), text)
