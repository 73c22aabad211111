"""Write what changed between two versions as a Word file with tracked changes.

Tracked changes as in ECMA-376 Part 1, 17.13.5: runs inserted, deleted, moved away and moved here;
a paragraph's mark carries its own, so that joined and parted paragraphs come back too.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from drafting.exporters.word import package_of
from drafting.exporters.word_parts import DOCUMENT_HEAD, section_xml
from drafting.exporters.word_styles import STYLE_IDS
from drafting.exporters.word_text import clean_for_xml
from drafting.model.change import PieceKind
from drafting.pagination.paragraphs import SetParagraph, iter_paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafting.model.change import Piece
    from drafting.model.draft import Draft
    from drafting.model.layout import PageLayout

AUTHOR = "讲稿"
# The schema (CT_MoveBookmark) asks both of the start of a move; Word shows neither.
_MOVER = f'w:author="{AUTHOR}" w:date="1980-01-01T00:00:00Z"'
_FROM_OLD = frozenset({PieceKind.DELETED, PieceKind.MOVED_FROM})
_ELEMENTS = {
    PieceKind.DELETED: "w:del",
    PieceKind.INSERTED: "w:ins",
    PieceKind.MOVED_FROM: "w:moveFrom",
    PieceKind.MOVED_TO: "w:moveTo",
}


def redline_bytes(old: Draft, new: Draft, pieces: Sequence[Piece], layout: PageLayout) -> bytes:
    """Return a .docx whose changes accepted give ``new``, refused give ``old``.

    ``pieces`` are those of the comparison of both texts. The file has no clock in it: the same
    two drafts give the same bytes.
    """
    writer = _Writer(_Setting(old), _Setting(new))
    for piece in pieces:
        writer.add(piece)
    body = "".join(writer.paragraphs())
    document = f"{DOCUMENT_HEAD}{body}{section_xml(layout)}</w:body></w:document>"
    return package_of(document, new.title or old.title, layout)


class _Run(NamedTuple):
    """Characters of one kind of change in one character style; ``move`` numbers a move."""

    kind: PieceKind
    text: str
    style: str
    move: int


class _Setting:
    """Which style stands at a place of a draft."""

    def __init__(self, draft: Draft) -> None:
        self.text = draft.text
        self._paragraphs: list[SetParagraph] = []
        self._lines: list[int] = []
        place = 0
        for paragraph in iter_paragraphs(draft):
            place = draft.text.rfind("\n", 0, paragraph.span.start) + 1
            self._paragraphs.append(paragraph)
            self._lines.append(place)

    def style_at(self, place: int) -> str:
        """Return the paragraph style of the line in which ``place`` stands."""
        return self._paragraph(place).style if self._paragraphs else "body"

    def iter_styled(self, start: int, end: int) -> Iterator[tuple[str, str]]:
        """Yield the text from ``start`` to ``end``, within a line, by its character style."""
        if not self._paragraphs:
            yield self.text[start:end], ""
            return
        paragraph = self._paragraph(start)
        place = start
        for piece in paragraph.pieces:
            style = "" if piece.style == paragraph.style else piece.style
            stop = min(end, piece.span.end)
            if style and stop > place and piece.span.start < end:
                begin = max(place, piece.span.start)
                if begin > place:
                    yield self.text[place:begin], ""
                yield self.text[begin:stop], style
                place = stop
        if place < end:
            yield self.text[place:end], ""

    def _paragraph(self, place: int) -> SetParagraph:
        return self._paragraphs[max(bisect_right(self._lines, place) - 1, 0)]


@dataclass
class _Writer:
    """Collects runs into paragraphs and numbers the changes."""

    old: _Setting
    new: _Setting
    _done: list[str] = field(default_factory=list)
    _runs: list[_Run] = field(default_factory=list)
    _style: str | None = None
    _is_new_style: bool = False
    _number: int = 0

    def add(self, piece: Piece) -> None:
        """Take one stretch; each line break in it ends a paragraph."""
        is_old = piece.kind in _FROM_OLD
        setting, span = (self.old, piece.old) if is_old else (self.new, piece.new)
        start = span.start
        while start < span.end:
            found = setting.text.find("\n", start, span.end)
            end = span.end if found < 0 else found
            self._note_style(setting.style_at(start), is_new=not is_old)
            self._runs += [
                _Run(piece.kind, text, style, piece.move)
                for text, style in setting.iter_styled(start, end)
                if text
            ]
            if found >= 0:
                self._end_paragraph(piece.kind)
            start = end + 1

    def paragraphs(self) -> list[str]:
        """Return all paragraphs; the last one's mark is in both texts."""
        self._end_paragraph(PieceKind.KEPT)
        return self._done

    def _note_style(self, style: str, *, is_new: bool) -> None:
        # The newer text says how a paragraph is set, unless nothing of it is in the newer text.
        if self._style is None or (is_new and not self._is_new_style):
            self._style, self._is_new_style = style, is_new

    def _end_paragraph(self, mark: PieceKind) -> None:
        style_id = STYLE_IDS[self._style or "body"]
        tracked = ""
        if mark is not PieceKind.KEPT:
            tracked = f"<w:rPr><{_ELEMENTS[mark]} {self._next()}/></w:rPr>"
        runs = "".join(self._written(run) for run in self._runs)
        self._done.append(
            f'<w:p><w:pPr><w:pStyle w:val="{style_id}"/>{tracked}</w:pPr>{runs}</w:p>'
        )
        self._runs, self._style, self._is_new_style = [], None, False

    def _written(self, run: _Run) -> str:
        character_style = f'<w:rStyle w:val="{STYLE_IDS[run.style]}Char"/>' if run.style else ""
        tag = "w:delText" if run.kind is PieceKind.DELETED else "w:t"
        opened, closed = f'<{tag} xml:space="preserve">', f"</{tag}>"
        text = clean_for_xml(run.text).replace("\t", f"{closed}<w:tab/>{opened}")
        inner = (
            f'<w:r><w:rPr>{character_style}<w:rFonts w:hint="eastAsia"/></w:rPr>'
            f"{opened}{text}{closed}</w:r>"
        )
        if run.kind is PieceKind.KEPT:
            return inner
        element = _ELEMENTS[run.kind]
        changed = f"<{element} {self._next()}>{inner}</{element}>"
        return self._moved(run, element, changed) if run.move else changed

    def _moved(self, run: _Run, element: str, changed: str) -> str:
        number = self._number = self._number + 1
        return (
            f'<{element}RangeStart w:id="{number}" {_MOVER} w:name="move{run.move}"/>'
            f'{changed}<{element}RangeEnd w:id="{number}"/>'
        )

    def _next(self) -> str:
        self._number += 1
        return f'w:id="{self._number}" w:author="{AUTHOR}"'
