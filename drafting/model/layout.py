"""A page layout as data: paper, faces, pitch; read from ``resources/layouts``."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How one kind of paragraph is set.

    ``face`` is the Chinese face, ``latin_face`` that of Latin letters and figures; ``size`` in
    points; ``alignment`` is left, centre, right or justified; ``first_indent`` in characters;
    ``spacing`` is the letter spacing in points.
    """

    face: str
    latin_face: str
    size: float
    bold: bool = False
    alignment: str = "justified"
    first_indent: float = 0.0
    spacing: float = 0.0


@dataclass(frozen=True, slots=True)
class PageLayout:
    """Paper and margins in millimetres, line pitch in points.

    ``styles`` maps block names (title, subtitle, speaker, date, salutation, body, heading1 …
    heading4, signature, page_number) to their style; ``substitutes`` maps a face to the ladder of
    faces to take where it is missing.
    """

    id: str
    name: str
    paper_width: float
    paper_height: float
    margin_top: float
    margin_bottom: float
    margin_left: float
    margin_right: float
    line_pitch: float
    lines_per_page: int
    characters_per_line: int
    styles: dict[str, TextStyle]
    substitutes: dict[str, tuple[str, ...]]
    page_number_distance: float
    odd_even_pages: bool = True
