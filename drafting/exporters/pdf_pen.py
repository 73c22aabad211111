"""Writes characters of a PDF exactly where the page breaker put them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from drafting.pagination.glyph_widths import width_table
from drafting.pagination.layout_files import POINTS_PER_MM

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from fpdf import FPDF

    from drafting.exporters.pdf_fonts import FaceShelf, PdfFace
    from drafting.model.layout import PageLayout
    from drafting.pagination.pages import PageGloss

_EM = 1000
# The stroke that stands for a bold face, as a share of the size.
_THICKENING = 0.03
# What a reader does not see, in points.
_INVISIBLE = 0.01


class _Piece(NamedTuple):
    """Characters of one face with one letter spacing (points), ``offset`` points from the left."""

    text: str
    face: PdfFace
    offset: float
    spacing: float


@dataclass(frozen=True, slots=True)
class PdfPen:
    """Writes on the current page of ``pdf``; places in millimetres from the paper's corner."""

    pdf: FPDF
    layout: PageLayout
    shelf: FaceShelf

    def write(
        self,
        text: str,
        place: tuple[float, float],
        style: str,
        *,
        is_latin: bool = False,
        width: float | None = None,
        size: float | None = None,
    ) -> None:
        """Write ``text`` from ``place`` (left edge, baseline) in a style, ``width`` wide.

        Without ``width`` it is as wide as it comes; ``size`` in points replaces the style's.
        """
        setting = self.layout.style(style)
        points = size or setting.size
        advances = self._advances(text, style, points)
        if width is not None:
            advances = _stretched(text, advances, width * POINTS_PER_MM)
        for piece in self._pieces(text, style, advances, points, is_latin=is_latin):
            x = place[0] + piece.offset / POINTS_PER_MM
            self._put(piece, (x, place[1]), points)

    def gloss(self, gloss: PageGloss) -> None:
        """Write a small text in the body's face, as wide as its font makes it."""
        offset = 0.0
        for character in gloss.text:
            face = self.shelf.face("body", character, is_latin=gloss.latin)
            if face is not None:
                x = gloss.x + offset / POINTS_PER_MM
                self._put(_Piece(character, face, 0.0, 0.0), (x, gloss.baseline), gloss.size)
                offset += face.width(character) * gloss.size / _EM

    def width(self, text: str, style: str, size: float | None = None) -> float:
        """Return how wide ``text`` is set, in millimetres."""
        points = size or self.layout.style(style).size
        return sum(self._advances(text, style, points)) / POINTS_PER_MM

    def _advances(self, text: str, style: str, size: float) -> list[float]:
        setting = self.layout.style(style)
        table, share = width_table(setting), size / setting.size
        advances = [(table[character] + setting.spacing) * share for character in text]
        if advances:  # runs keep no spacing behind them
            advances[-1] -= setting.spacing * share
        return advances

    def _pieces(
        self, text: str, style: str, advances: Sequence[float], size: float, *, is_latin: bool
    ) -> Iterator[_Piece]:
        """Yield what can be written in one go; characters that no face has are left out."""
        start, face, spacing, offset, begin = 0, None, 0.0, 0.0, 0.0
        for index, (character, advance) in enumerate(zip(text, advances, strict=True)):
            own = self.shelf.face(style, character, is_latin=is_latin)
            wanted = 0.0 if own is None else advance - own.width(character) * size / _EM
            # The spacing behind the last character is not seen.
            is_other = abs(wanted - spacing) > _INVISIBLE and index < len(text) - 1
            if own is not face or is_other:
                if face is not None:
                    yield _Piece(text[start:index], face, begin, spacing)
                start, face, spacing, begin = index, own, wanted, offset
            offset += advance
        if face is not None:
            yield _Piece(text[start:], face, begin, spacing)

    def _put(self, piece: _Piece, place: tuple[float, float], size: float) -> None:
        from fpdf.enums import TextMode

        pdf = self.pdf
        pdf.set_font(piece.face.key, "", size)
        pdf.set_char_spacing(piece.spacing)
        if piece.face.is_thickened:
            pdf.set_line_width(size * _THICKENING / POINTS_PER_MM)
            with pdf.local_context(text_mode=TextMode.FILL_STROKE):
                pdf.text(*place, piece.text)
        else:
            pdf.text(*place, piece.text)


def _stretched(text: str, advances: list[float], width: float) -> list[float]:
    """Return advances with which the last character ends at ``width`` points.

    Blanks take what is left over; without blanks every character but the last takes a part.
    """
    rest = width - sum(advances)
    if len(text) < 2 or abs(rest) < _INVISIBLE:
        return advances
    last = len(text) - 1
    free = [index for index in range(last) if text[index] == " "] or list(range(last))
    stretched = list(advances)
    for index in free:
        stretched[index] += rest / len(free)
    return stretched
