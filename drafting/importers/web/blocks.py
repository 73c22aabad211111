"""The lines of a web page as its reader sees them, and the blocks that they stand in."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_SHARE_OF_LINKS = 0.4
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")


@dataclass(slots=True, eq=False)
class Block:
    """A block element; its lines are ``first`` up to and without ``end`` of the page.

    ``name`` is what the element calls itself by class and id.
    """

    tag: str
    name: str
    first: int
    outer: Block | None = None
    end: int = 0
    inner: list[Block] = field(default_factory=list)

    def words(self) -> frozenset[str]:
        """Return the words of the name in small letters: zrbj, share, bar of ``zrbj shareBar``."""
        return frozenset(word.lower() for word in _WORD.findall(self.name)) | {self.tag}


@dataclass(slots=True)
class PageLine:
    """A line of the page: a paragraph, breaks in it included, that ``number`` stands before.

    ``paragraph`` counts all of the page, ``linked`` the characters that stand in links.
    """

    text: str
    number: str
    paragraph: int
    linked: int
    block: Block

    @property
    def is_link(self) -> bool:
        """Return whether much of the line leads elsewhere; text names a link now and then."""
        return self.linked > _SHARE_OF_LINKS * sum(map(len, self.text.split()))
