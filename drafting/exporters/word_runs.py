"""Runs that carry more than their style: pinyin above, a wider line, the beginning of a page.

Ruby as in ECMA-376 Part 1, 17.3.3.25; sizes in half points.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple
from xml.sax.saxutils import quoteattr

from drafting.exporters.word_styles import STYLE_IDS, twentieths
from drafting.exporters.word_text import clean_for_xml
from drafting.pagination.glosses import NOTE_DISTANCE, NOTE_PITCH, NOTE_SIZE, pinyin_size
from drafting.pagination.layout_files import POINTS_PER_MM

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafting.model.layout import PageLayout
    from drafting.model.reading import ReadingAid
    from drafting.pagination.pages import Page, PageLine
    from drafting.pagination.paragraphs import Piece, SetParagraph

# Of so few characters none can be set wide enough.
_FEWEST_SPREAD = 4
_PAGE_BREAK = '<w:r><w:br w:type="page"/></w:r>'
TAB = '</w:t><w:tab/><w:t xml:space="preserve">'


class _Wide(NamedTuple):
    """Neighbouring characters that are set wider by so many twentieths of a point each."""

    start: int
    end: int
    extra: int


@dataclass(frozen=True, slots=True)
class Decorations:
    """What stands where in the draft's text beside its styles; all positions count in it.

    ``syllables`` by the place of their character, ``wide`` in order and apart, ``turns`` where a
    page begins by force, ``notes`` by the place of the line that they stand beside.
    """

    syllables: dict[int, str] = field(default_factory=dict)
    wide: tuple[_Wide, ...] = ()
    turns: tuple[int, ...] = ()
    notes: tuple[tuple[int, tuple[str, ...]], ...] = ()

    @classmethod
    def of(cls, pages: Sequence[Page], aid: ReadingAid) -> Decorations:
        """Return what pages and aid ask for."""
        syllables = {
            place: syllable
            for word in aid.hard_words
            for place, syllable in enumerate(word.syllables, word.span.start)
            if syllable
        }
        wide = [one for page in pages for line in page.lines for one in _iter_wide(line)]
        turns = [page.lines[0].span.start for page in pages if page.is_turned]
        notes = [(note.position, note.lines) for note in aid.notes]
        return cls(syllables, tuple(wide), tuple(turns), tuple(notes))

    def touch(self, paragraph: SetParagraph) -> bool:
        """Return whether a paragraph carries any of it."""
        span = paragraph.span
        return (
            any(span.start <= place < span.end for place in self.syllables)
            or any(one.start < span.end and span.start < one.end for one in self.wide)
            or any(span.start < place < span.end for place in self.turns)
        )

    def begins_page(self, paragraph: SetParagraph) -> bool:
        """Return whether a paragraph is put on a new page."""
        return paragraph.span.start in self.turns and len(paragraph.span) > 0


def decorated_runs(
    text: str, paragraph: SetParagraph, layout: PageLayout, decorations: Decorations
) -> str:
    """Return the runs of a paragraph with all that stands at their places."""
    parts: list[str] = []
    for piece in paragraph.pieces:
        character_style = "" if piece.style == paragraph.style else piece.style
        edges = _edges(piece, decorations)
        for start, end in pairwise(edges):
            if start in decorations.turns and start > paragraph.span.start:
                parts.append(_PAGE_BREAK)
            spacing = _spacing(start, piece.style, layout, decorations)
            look = _look(character_style, spacing)
            syllable = decorations.syllables.get(start)
            content = clean_for_xml(text[start:end])
            if syllable:
                parts.append(_ruby(content, syllable, look, piece.style, layout))
            elif content:
                content = content.replace("\t", TAB)
                parts.append(f'<w:r>{look}<w:t xml:space="preserve">{content}</w:t></w:r>')
    return "".join(parts)


def note_paragraphs(paragraph: SetParagraph, layout: PageLayout, decorations: Decorations) -> str:
    """Return the margin notes beside a paragraph, as frames that stand before it."""
    lines = [
        line
        for place, some in decorations.notes
        if paragraph.span.start <= place < paragraph.span.end
        for line in some
    ]
    if not lines:
        return ""
    x = twentieths((layout.paper_width - layout.margin_right + NOTE_DISTANCE) * POINTS_PER_MM)
    width = twentieths((layout.margin_right - 1.5 * NOTE_DISTANCE) * POINTS_PER_MM)
    half_points = round(NOTE_SIZE * 2)
    head = (
        f'<w:pPr><w:framePr w:w="{width}" w:wrap="around" w:vAnchor="text" w:hAnchor="page" '
        f'w:x="{x}" w:y="1"/>'
        f'<w:spacing w:line="{twentieths(NOTE_SIZE * NOTE_PITCH)}" w:lineRule="exact"/>'
        '<w:jc w:val="left"/></w:pPr>'
    )
    look = (
        '<w:rPr><w:rFonts w:hint="eastAsia"/><w:spacing w:val="0"/>'
        f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/></w:rPr>'
    )
    return "".join(
        f'<w:p>{head}<w:r>{look}<w:t xml:space="preserve">{clean_for_xml(line)}</w:t></w:r></w:p>'
        for line in lines
    )


def _iter_wide(line: PageLine) -> Iterator[_Wide]:
    """Yield the Chinese runs of a line that must be set wider to end where it does."""
    runs = [run for run in line.runs if not run.latin]
    # The spacing behind a run's last character counts in Word and not in LibreOffice.
    count = sum(len(run.span) - 0.5 for run in runs)
    if line.slack and count >= _FEWEST_SPREAD:
        extra = int(line.slack * 20 / count)
        for run in runs:
            yield _Wide(run.span.start, run.span.end, extra)


def _edges(piece: Piece, decorations: Decorations) -> list[int]:
    """Return where a new run must begin within a piece, with its beginning and its end."""
    start, end = piece.span.start, piece.span.end
    edges = {start, end}
    edges.update(place for place in decorations.turns if start < place < end)
    for place in decorations.syllables:
        if start <= place < end:
            edges.update((place, place + 1))
    for one in decorations.wide:
        edges.update(place for place in (one.start, one.end) if start < place < end)
    return sorted(edges)


def _spacing(place: int, style: str, layout: PageLayout, decorations: Decorations) -> int | None:
    """Return the spacing at a place in twentieths of a point, None where it is the style's."""
    starts = [one.start for one in decorations.wide]
    index = bisect_left(starts, place + 1) - 1
    if index < 0 or place >= decorations.wide[index].end:
        return None
    return twentieths(layout.style(style).spacing) + decorations.wide[index].extra


def _look(character_style: str, spacing: int | None) -> str:
    style = f'<w:rStyle w:val="{STYLE_IDS[character_style]}Char"/>' if character_style else ""
    wider = "" if spacing is None else f'<w:spacing w:val="{spacing}"/>'
    return f'<w:rPr>{style}<w:rFonts w:hint="eastAsia"/>{wider}</w:rPr>'


def _ruby(content: str, syllable: str, look: str, style: str, layout: PageLayout) -> str:
    setting = layout.style(style)
    half_points = round(2 * pinyin_size(syllable, setting.size))
    base = round(2 * setting.size)
    latin = quoteattr(setting.latin_face)
    return (
        f"<w:r>{look}<w:ruby><w:rubyPr>"
        f'<w:rubyAlign w:val="center"/><w:hps w:val="{half_points}"/>'
        f'<w:hpsRaise w:val="{base - 2}"/><w:hpsBaseText w:val="{base}"/><w:lid w:val="zh-CN"/>'
        "</w:rubyPr><w:rt><w:r><w:rPr>"
        f"<w:rFonts w:ascii={latin} w:hAnsi={latin} w:eastAsia={latin} w:cs={latin}/>"
        f'<w:spacing w:val="0"/><w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'
        f"</w:rPr><w:t>{clean_for_xml(syllable)}</w:t></w:r></w:rt>"
        f"<w:rubyBase><w:r>{look}<w:t>{content}</w:t></w:r></w:rubyBase></w:ruby></w:r>"
    )
