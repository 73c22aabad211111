"""A page layout as data: paper, faces, pitch; read from ``resources/layouts``."""

from __future__ import annotations

from typing import NamedTuple

# Line numbers: their size in points and their distance from the text in millimetres, as Word's.
NUMBER_SIZE, NUMBER_DISTANCE = 10.5, 6.35


class TextStyle(NamedTuple):
    """How one kind of paragraph is set.

    ``face`` is the Chinese face, ``latin_face`` that of Latin letters and figures; ``size`` in
    points; ``alignment`` is left, centre, right or justified; ``first_indent`` in characters;
    ``end_indent`` in characters is kept free on the outer side of left- or right-set lines;
    ``spacing`` is the letter spacing in points.
    """

    face: str
    latin_face: str
    size: float
    bold: bool = False
    alignment: str = "justified"
    first_indent: float = 0.0
    end_indent: float = 0.0
    spacing: float = 0.0

    @property
    def advance(self) -> float:
        """Return the width of one Chinese character with its spacing, in points."""
        return self.size + self.spacing


class PageLayout(NamedTuple):
    """Paper and margins in millimetres, line pitch in points.

    ``styles`` maps block names (title, subtitle, speaker, date, salutation, body, heading1 …
    heading4, signature, page_number) to their style; ``substitutes`` maps a face to the ladder of
    faces to take where it is missing (``face:bold`` to take it bold). ``page_number_distance`` is
    from the foot of the type area to the dashes of — 1 —, in millimetres; without
    ``odd_even_pages`` the number stands on the right of every page. ``lines_after_title`` stay
    empty between the title, speaker and date and the text. ``keeps_whole``: figures with their
    units and names are not parted by a line's end; ``turns_at_sentences``: a page ends with a
    sentence where that costs few lines. ``header_mark`` (送审稿) stands at the head of every page
    with the draft's round, nothing where it is empty.
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
    lines_after_title: int = 1
    line_numbers: bool = False
    keeps_whole: bool = False
    turns_at_sentences: bool = False
    header_mark: str = ""

    @property
    def type_width(self) -> float:
        """Return the width of the type area in millimetres."""
        return self.paper_width - self.margin_left - self.margin_right

    @property
    def type_height(self) -> float:
        """Return the height of the type area in millimetres."""
        return self.paper_height - self.margin_top - self.margin_bottom

    def style(self, name: str) -> TextStyle:
        """Return the named style, or the body's where the layout has no such style."""
        return self.styles.get(name) or self.styles["body"]
