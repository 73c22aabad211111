"""The characters of a PDF page, and which of them are seen."""

from __future__ import annotations

from dataclasses import dataclass, field

from drafting.importers.pdf.glyph import Glyph  # noqa: TC001 - fields of a dataclass
from drafting.importers.pdf.hiding import Box, Covers


@dataclass(frozen=True, slots=True)
class SeenGlyphs:
    """What is to be read of a page, how many characters are hidden beside it.

    ``is_recognised`` where the text lies under the picture that shows it, or unseen over it.
    """

    glyphs: list[Glyph]
    hidden: int
    is_recognised: bool


@dataclass(slots=True)
class PageGlyphs:
    """Characters in the order in which they are drawn, by how they are drawn.

    ``unseen`` have no paint, ``white`` stand on bare paper, ``veiled`` are clipped away or
    transparent.
    """

    shown: list[Glyph] = field(default_factory=list)
    unseen: list[Glyph] = field(default_factory=list)
    white: list[Glyph] = field(default_factory=list)
    veiled: list[Glyph] = field(default_factory=list)
    _covers: Covers = field(default_factory=Covers)
    _pictures: Covers = field(default_factory=Covers)

    def __len__(self) -> int:
        """Return how many there are."""
        return sum(map(len, (self.shown, self.unseen, self.white, self.veiled)))

    def cover(self, box: Box, *, is_picture: bool) -> None:
        """Take a box that is painted over those drawn so far."""
        self._covers.add(box, len(self.shown))
        if is_picture:
            self._pictures.add(box, len(self.shown))

    def seen(self) -> SeenGlyphs:
        """Return what is read: what is seen, and what else there is where it is the page's text.

        Whatever hides most of a page, somebody was to read it; it is the text of a scan where a
        picture shows it.
        """
        covered = self._covers.covered(self.shown)
        is_scan = is_most = len(covered) * 2 > len(self.shown)
        if is_most:
            is_scan = len(self._pictures.covered(self.shown)) * 2 > len(self.shown)
            covered = set()
        hidden = sum(not self.shown[one].text.isspace() for one in covered)
        seen = [glyph for number, glyph in enumerate(self.shown) if number not in covered]
        for group in (self.white, self.veiled):
            if len(group) > len(seen):
                seen += group
            else:
                hidden += sum(not one.text.isspace() for one in group)
        if len(self.unseen) > len(seen):
            return SeenGlyphs(seen + self.unseen, hidden, is_recognised=True)
        return SeenGlyphs(seen, hidden + len(self.unseen), is_recognised=is_scan)
