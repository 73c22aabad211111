"""Derive a layout from a Word file that an office already prints its speeches with.

Its structure is recognised as that of any speech; how most characters of each kind are set becomes
the layout's style, whether Word's styles or direct formatting say so.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from itertools import accumulate
from typing import TYPE_CHECKING

from drafting.errors import ImportProblem
from drafting.importers.word_xml.looks import Looks
from drafting.importers.word_xml.package import WordPackage, child, short_name, value
from drafting.importers.word_xml.walk import text_in
from drafting.pagination.layout_files import POINTS_PER_MM
from drafting.pagination.paragraphs import iter_paragraphs
from drafting.parsing.parser import parse_draft

if TYPE_CHECKING:
    from lxml.etree import _Element

    from drafting.importers.word_xml.looks import ParagraphLook, RunLook
    from drafting.model.layout import PageLayout, TextStyle
    from drafting.pagination.paragraphs import SetParagraph

_ALIGNMENTS = {
    "left": "left", "start": "left", "center": "centre", "right": "right", "end": "right",
    "both": "justified", "distribute": "justified",
}  # fmt: skip
_TWIPS_PER_MM = 20 * POINTS_PER_MM
# What a line takes of its size where the pitch is a multiple (as 仿宋 and 宋体 are drawn).
_NATURAL_PITCH = 1.3
_SMALLEST_PITCH = 8.0
# Half a twentieth of a point, in millimetres.
_UNSEEN = 0.01


def read_page_design(data: bytes, name: str, base: PageLayout) -> PageLayout:
    """Return ``base`` with the paper, margins, pitch and styles of a Word file.

    What the file does not show (a level of headings that it has not) stays as in ``base``, in the
    face and size of its own body.

    Raises:
        ImportProblem: as for reading its text; ``empty`` where it has no body text.
    """
    package = WordPackage(data, name)
    main = package.main_part()
    root = package.xml(main)
    parts = {one.kind: one.part for one in package.relationships(main) if package.has(one.part)}
    looks = Looks(package.xml(parts["styles"]) if "styles" in parts else None)
    seen = _Seen()
    seen.look_at(child(root, "w:body"), looks)
    if not seen.runs["body"]:
        raise ImportProblem(name, "empty", "里面没有正文", "请换一份排好版的讲话稿")
    design = _Designer(base, seen, child(root, "w:body", "w:sectPr")).layout()
    settings = package.xml(parts["settings"]) if "settings" in parts else None
    has_even = child(settings, "w:evenAndOddHeaders") is not None
    return design._replace(odd_even_pages=has_even)


@dataclass(slots=True)
class _Seen:
    """How many characters (paragraphs) of each style look how."""

    runs: defaultdict[str, Counter[RunLook]] = field(default_factory=lambda: defaultdict(Counter))
    paragraphs: defaultdict[str, Counter[ParagraphLook]] = field(
        default_factory=lambda: defaultdict(Counter)
    )

    def look_at(self, body: _Element | None, looks: Looks) -> None:
        """Count what stands in the body; tables are no text of a speech."""
        elements = [one for one in ([] if body is None else body) if short_name(one) == "w:p"]
        texts = [text_in(one).replace("\n", " ") for one in elements]
        starts = [0, *accumulate(len(text) + 1 for text in texts)]
        by_line = dict(zip(starts, elements, strict=False))
        draft = parse_draft("\n".join(texts))
        for paragraph in iter_paragraphs(draft):
            start = draft.text.rfind("\n", 0, paragraph.span.start) + 1
            if len(paragraph.span) and start in by_line:
                self._count(paragraph, start, by_line[start], looks)

    def _count(self, paragraph: SetParagraph, start: int, element: _Element, looks: Looks) -> None:
        self.paragraphs[paragraph.style][looks.paragraph(element)] += 1
        place = start
        for run in element.iter():
            if short_name(run) != "w:r":
                continue
            end = place + len(text_in(run))
            look = looks.run(run, element)
            for piece in paragraph.pieces:
                shared = min(end, piece.span.end) - max(place, piece.span.start)
                if shared > 0:
                    self.runs[piece.style][look] += shared
            place = end


class _Designer:
    """Puts together what was seen."""

    def __init__(self, base: PageLayout, seen: _Seen, section: _Element | None) -> None:
        self._base = base
        self._seen = seen
        self._section = section

    def layout(self) -> PageLayout:
        base = self._base
        paper, margins = child(self._section, "w:pgSz"), child(self._section, "w:pgMar")
        layout = base._replace(
            paper_width=_length(paper, "w", base.paper_width),
            paper_height=_length(paper, "h", base.paper_height),
            margin_top=_length(margins, "top", base.margin_top),
            margin_bottom=_length(margins, "bottom", base.margin_bottom),
            margin_left=_length(margins, "left", base.margin_left),
            margin_right=_length(margins, "right", base.margin_right),
            styles=self._styles(),
        )
        pitch = round(self._pitch(layout.styles["body"].size), 2)
        return layout._replace(
            line_pitch=pitch,
            lines_per_page=_count(layout.type_height, pitch),
            characters_per_line=_count(layout.type_width, layout.styles["body"].advance),
            page_number_distance=min(base.page_number_distance, layout.margin_bottom / 2),
        )

    def _styles(self) -> dict[str, TextStyle]:
        old = self._base.styles["body"]
        body = self._style("body", old)
        return {
            name: body if name == "body" else self._style(name, _followed(style, old, body))
            for name, style in self._base.styles.items()
        }

    def _style(self, name: str, base: TextStyle) -> TextStyle:
        runs, paragraphs = self._seen.runs[name], self._seen.paragraphs[name]
        if runs:
            look = runs.most_common(1)[0][0]
            base = base._replace(
                face=look.face or base.face,
                latin_face=look.latin_face or base.latin_face,
                size=look.size or base.size,
                bold=look.is_bold,
                spacing=0.0 if look.spacing is None else look.spacing,
            )
        if paragraphs:
            shape = paragraphs.most_common(1)[0][0]
            indent = shape.first_indent
            if indent is None:
                indent = round((shape.first_points or 0.0) / base.advance, 1)
            base = base._replace(
                alignment=_ALIGNMENTS.get(shape.alignment or "both", "justified"),
                first_indent=max(indent, 0.0),
            )
        return base

    def _pitch(self, size: float) -> float:
        """Return the body's line pitch: exact, that of the grid, or by the size of the type."""
        shape = self._seen.paragraphs["body"].most_common(1)[0][0]
        if shape.pitch is not None and shape.pitch >= _SMALLEST_PITCH:
            return shape.pitch
        grid = child(self._section, "w:docGrid")
        lines = shape.lines or 1.0
        if value(grid, "type") in {"lines", "linesAndChars"}:
            pitch = _length(grid, "linePitch", 0.0) * POINTS_PER_MM
            if pitch >= _SMALLEST_PITCH:
                return round(pitch, 1) * lines
        return size * _NATURAL_PITCH * lines


def _followed(style: TextStyle, old: TextStyle, body: TextStyle) -> TextStyle:
    """Return a style of the base in the new body's face and size where it had the old one's."""
    return style._replace(
        face=body.face if style.face == old.face else style.face,
        latin_face=body.latin_face if style.latin_face == old.latin_face else style.latin_face,
        size=body.size if style.size == old.size else style.size,
        spacing=body.spacing if style.spacing == old.spacing else style.spacing,
    )


def _count(length: float, step: float) -> int:
    """Return how many steps, in points, fit into a length in millimetres."""
    return max(int(length * POINTS_PER_MM / step), 0)


def _length(element: _Element | None, name: str, default: float) -> float:
    """Return an attribute in twips as millimetres."""
    try:
        found = abs(float(value(element, name) or ""))
    except ValueError:
        return default
    exact = found / _TWIPS_PER_MM
    tenths = round(exact, 1)  # Word keeps 37 mm as 37.01
    return tenths if abs(exact - tenths) < _UNSEEN else round(exact, 2)
