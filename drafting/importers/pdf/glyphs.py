"""Run a PDF page's drawing commands as far as text goes: every glyph with its place."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from pypdf.generic import (
    ArrayObject,
    ContentStream,
    DictionaryObject,
    IndirectObject,
    PdfObject,
    StreamObject,
)

from drafting.importers.pdf.fonts import UNKNOWN, PdfFont
from drafting.importers.pdf.paints import is_plain_space, is_white
from drafting.importers.pdf.strokes import Matrix, Rule, Strokes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pypdf import PageObject, PdfReader

_UNIT: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_TURNED: dict[int, Matrix] = {
    90: (0.0, -1.0, 1.0, 0.0, 0.0, 0.0),
    180: (-1.0, 0.0, 0.0, -1.0, 0.0, 0.0),
    270: (0.0, 1.0, -1.0, 0.0, 0.0, 0.0),
}
_MAX_FORMS, _MAX_FORM_DEPTH, _MAX_SAVED = 500, 8, 1_000
_CONTROLS = dict.fromkeys((*range(32), *range(0x7F, 0xA0), 0x2028, 0x2029), UNKNOWN)
_CONTROLS |= dict.fromkeys(b"\t\n\v\f\r", " ")
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl"}
_SHOWN = _CONTROLS | _LIGATURES
_STRAIGHT = 0.1
_ORIGIN = 0.88  # of the size: from the top of a character in vertical text to its baseline
_UNSEEN = (3, 7)  # rendering modes
_COLOURS = frozenset((b"g", b"rg", b"k", b"cs", b"sc", b"scn", b"sh"))
_MIDDLE = 0.35  # of the size: from the baseline to the middle of a character
_FAR = 1e6  # points; nothing on paper is farther away


@dataclass(frozen=True, slots=True)
class Glyph:
    """Characters at a place: left and right edge, baseline and size in points; y grows upward."""

    text: str
    left: float
    right: float
    baseline: float
    size: float


@dataclass(frozen=True, slots=True)
class _State:
    matrix: Matrix = _UNIT
    font: PdfFont | None = None
    size: float = 12.0
    spacing: float = 0.0  # Tc
    blank: float = 0.0  # Tw
    scale: float = 1.0  # Tz
    leading: float = 0.0
    rise: float = 0.0
    mode: float = 0.0  # Tr
    is_white: bool = False  # what is filled
    is_plain: bool = True  # the space of its colour


class GlyphReader:
    """Reads page after page; fonts are read once for the whole document."""

    def __init__(self, reader: PdfReader) -> None:
        self._reader = reader
        self._fonts: dict[tuple[int, int], PdfFont | None] = {}
        self.sheet = (0.0, 0.0)  # the lower and the upper edge of the page read last, in points
        self.pictures = 0
        self.tilted = 0  # characters that do not stand upright
        self.hidden = 0  # characters that are not shown, beside others that are
        self.recognised: list[int] = []  # pages, from 0, whose text lies unseen over a picture
        self._glyphs: list[Glyph] = []
        self._unseen: list[Glyph] = []
        self._white: list[Glyph] = []  # on bare paper
        self._turns: Counter[int] = Counter()
        self._strokes = Strokes()
        self._saved: list[_State] = []
        self._state = _State()
        self._text: Matrix = _UNIT
        self._line: Matrix = _UNIT
        self._forms = 0

    def read(self, page: PageObject) -> list[Glyph]:
        """Return the upright glyphs of a page in drawing order.

        A page of which most text stands on its side or on its head is turned first. Text that is
        not shown is the page's own where a picture shows it; elsewhere it is left out, as is white
        text on bare paper.
        """
        pictures = self.pictures
        self._read_turned(page, page.rotation)
        turn, count = max(self._turns.items(), key=lambda one: one[1], default=(0, 0))
        if turn and count > len(self._glyphs) + len(self._unseen) + len(self._white):
            self.pictures = pictures
            self._read_turned(page, page.rotation + turn)
        self.tilted += self._turns.total()
        if len(self._white) > len(self._glyphs):
            # Whatever it stands on, it is there to be read.
            self._glyphs += self._white
        else:
            self.hidden += sum(not one.text.isspace() for one in self._white)
        if len(self._unseen) > len(self._glyphs):
            self.recognised.append(page.page_number or 0)
            return self._glyphs + self._unseen
        self.hidden += len(self._unseen)
        return self._glyphs

    def _read_turned(self, page: PageObject, degrees: int) -> None:
        self._glyphs, self._unseen, self._white, self._turns = [], [], [], Counter()
        self._strokes = Strokes()
        self._forms = 0
        turned = _TURNED.get(degrees % 360, _UNIT)
        self._state = _State(matrix=turned)
        self.sheet = _sheet(page, turned)
        contents = page.get_contents()
        if contents is not None:
            self._run(contents, _dictionary(page.get("/Resources")), 0)

    @property
    def rules(self) -> list[Rule]:
        """Return the straight lines of the page read last."""
        return self._strokes.rules

    def _run(self, contents: ContentStream, resources: DictionaryObject, depth: int) -> None:
        outer, self._saved = self._saved, []
        for operands, operator in contents.operations:
            if operator == b"Do":
                self._draw(operands, resources, depth)
            elif operator == b"Tf":
                self._set_font(operands, resources)
            elif operator in (b"BI", b"INLINE IMAGE"):
                self._take_picture()
            elif operator in _COLOURS:
                self._set_colour(operator, operands, resources)
            elif operator in (b"Tj", b"TJ", b"'", b'"'):
                self._show(operator, operands)
            elif operator in (b"q", b"Q", b"cm"):
                self._take_graphics(operator, operands)
            else:
                values = [_float(one) for one in operands[:6]]
                state = self._state
                if not self._strokes.take(operator, values, state.matrix, is_white=state.is_white):
                    self._take_text(operator, values)
        self._saved = outer

    def _take_picture(self) -> None:
        self.pictures += 1
        self._strokes.take_picture(self._state.matrix)

    def _set_colour(
        self, operator: bytes, operands: list[Any], resources: DictionaryObject
    ) -> None:
        """Set the colour that text and paths are filled with (8.6.8)."""
        if operator == b"sh":
            self._strokes.paints.cover()
        elif operator == b"cs":
            space = operands[0] if operands else None
            named = _dictionary(resources.get("/ColorSpace")).get(space, space)
            plain = is_plain_space(named)
            self._state = replace(self._state, is_white=False, is_plain=plain)
        else:
            plain = self._state.is_plain or operator not in (b"sc", b"scn")
            white = plain and is_white(operands)
            self._state = replace(self._state, is_white=white, is_plain=plain)

    def _take_graphics(self, operator: bytes, operands: list[Any]) -> None:
        if operator == b"q":
            if len(self._saved) < _MAX_SAVED:
                self._saved.append(self._state)
        elif operator == b"Q":
            if self._saved:
                self._state = self._saved.pop()
        elif len(operands) >= 6:
            changed = _times(_matrix(operands), self._state.matrix)
            self._state = replace(self._state, matrix=changed)

    def _take_text(self, operator: bytes, values: list[float]) -> None:
        if operator == b"BT":
            self._text = self._line = _UNIT
        elif operator == b"T*":
            self._next_line(0.0, -self._state.leading)
        elif operator == b"Tm" and len(values) == 6:
            self._text = self._line = _matrix(values)
        elif operator in (b"Td", b"TD") and len(values) >= 2:
            if operator == b"TD":
                self._state = replace(self._state, leading=-values[1])
            self._next_line(values[0], values[1])
        elif values:
            self._set(operator, values[0])

    def _set(self, operator: bytes, value: float) -> None:
        state = self._state
        if operator == b"Tc":
            self._state = replace(state, spacing=value)
        elif operator == b"Tw":
            self._state = replace(state, blank=value)
        elif operator == b"Tz":
            self._state = replace(state, scale=value / 100)
        elif operator == b"TL":
            self._state = replace(state, leading=value)
        elif operator == b"Ts":
            self._state = replace(state, rise=value)
        elif operator == b"Tr":
            self._state = replace(state, mode=value)

    def _next_line(self, x: float, y: float) -> None:
        self._text = self._line = _times((1.0, 0.0, 0.0, 1.0, x, y), self._line)

    def _set_font(self, operands: list[Any], resources: DictionaryObject) -> None:
        if len(operands) < 2:
            return
        fonts = _dictionary(resources.get("/Font"))
        raw = fonts.raw_get(operands[0]) if operands[0] in fonts else None
        self._state = replace(self._state, font=self._font(raw), size=_float(operands[1]))

    def _font(self, raw: PdfObject | None) -> PdfFont | None:
        if raw is None:
            return None
        key = (raw.idnum, raw.generation) if isinstance(raw, IndirectObject) else (-1, id(raw))
        if key not in self._fonts:
            font = _dictionary(raw)
            self._fonts[key] = PdfFont(font) if font else None
        return self._fonts[key]

    def _show(self, operator: bytes, operands: list[Any]) -> None:
        if operator == b'"' and len(operands) >= 3:
            self._set(b"Tw", _float(operands[0]))
            self._set(b"Tc", _float(operands[1]))
        if operator in (b"'", b'"'):
            self._next_line(0.0, -self._state.leading)
        shown = operands[-1] if operands else None
        for piece in shown if isinstance(shown, ArrayObject) else (shown,):
            if isinstance(piece, (int, float)):
                self._kern(-float(piece) / 1000 * self._state.size)
            elif isinstance(piece, (str, bytes)):
                self._show_string(getattr(piece, "original_bytes", b""))

    def _show_string(self, data: bytes) -> None:
        state = self._state
        if state.font is None:
            return
        if state.font.is_vertical:
            self._show_downward(state.font, data)
            return
        for text, width, is_blank in state.font.decode(data):
            advance = width / 1000 * state.size + state.spacing + (state.blank if is_blank else 0)
            self._put(text, width / 1000 * state.size * state.scale)
            self._advance(advance * state.scale)

    def _show_downward(self, font: PdfFont, data: bytes) -> None:
        """Show a string from top to bottom, each character under its place (9.7.4.3)."""
        size, spacing = self._state.size, self._state.spacing
        for text, _, _ in font.decode(data):
            place = self._text
            self._text = _times((1.0, 0.0, 0.0, 1.0, -size / 2, -_ORIGIN * size), place)
            self._put(text, size)
            self._text = _times((1.0, 0.0, 0.0, 1.0, 0.0, spacing - size), place)

    def _kern(self, way: float) -> None:
        """Move on by a number between strings, along the way in which the font writes."""
        if self._state.font is not None and self._state.font.is_vertical:
            self._text = _times((1.0, 0.0, 0.0, 1.0, 0.0, way), self._text)
        else:
            self._advance(way * self._state.scale)

    def _put(self, text: str, width: float) -> None:
        across = _times(self._text, self._state.matrix)
        a, b, c, d, x, y = across
        size = abs(self._state.size) * (c * c + d * d) ** 0.5
        if not (abs(x) < _FAR and abs(y) < _FAR and 0 < size < _FAR):
            return
        if abs(b) > 0.1 * abs(a) or a <= 0:
            self._turns[_turn(a, b)] += 1
            return
        text = text.translate(_SHOWN)
        baseline = y + self._state.rise * d
        shown = self._glyphs
        if self._state.mode in _UNSEEN:
            shown = self._unseen
        elif self._state.is_white and self._state.mode == 0:
            middle = x + width * a / 2, baseline + _MIDDLE * size
            shown = shown if self._strokes.paints.is_under(*middle) else self._white
        shown.append(Glyph(text, x, x + width * a, baseline, size))

    def _advance(self, x: float) -> None:
        a, b, c, d, e, f = self._text
        self._text = (a, b, c, d, e + x * a, f + x * b)

    def _draw(self, operands: list[Any], resources: DictionaryObject, depth: int) -> None:
        form = _dictionary(resources.get("/XObject")).get(operands[0] if operands else None)
        form = form.get_object() if form is not None else None
        if not isinstance(form, StreamObject):
            return
        if form.get("/Subtype") == "/Image":
            self._take_picture()
            return
        self._forms += 1
        if self._forms > _MAX_FORMS or depth >= _MAX_FORM_DEPTH:
            return
        state, text, line = self._state, self._text, self._line
        matrix = form.get("/Matrix")
        if isinstance(matrix, ArrayObject) and len(matrix) == 6:
            self._state = replace(state, matrix=_times(_matrix(matrix), state.matrix))
        inner = _dictionary(form.get("/Resources")) or resources
        self._run(ContentStream(form, self._reader), inner, depth + 1)
        self._state, self._text, self._line = state, text, line


def _turn(a: float, b: float) -> int:
    """Return by how many degrees a page is turned to see text upright that runs along (a, b)."""
    if abs(b) < _STRAIGHT * abs(a):
        return 180
    if abs(a) < _STRAIGHT * abs(b):
        return 90 if b > 0 else 270
    return 0


def _sheet(page: PageObject, turned: Matrix) -> tuple[float, float]:
    box = page.cropbox
    corners = ((float(box.left), float(box.bottom)), (float(box.right), float(box.top)))
    heights = [x * turned[1] + y * turned[3] for x, y in corners]
    return min(heights), max(heights)


def _times(first: Matrix, second: Matrix) -> Matrix:
    a, b, c, d, e, f = first
    g, h, i, j, k, m = second
    return (
        a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j,
        e * g + f * i + k, e * h + f * j + m,
    )  # fmt: skip


def _matrix(values: Sequence[object]) -> Matrix:
    a, b, c, d, e, f = (_float(one) for one in values[:6])
    return a, b, c, d, e, f


def _float(value: object) -> float:
    return float(value) if isinstance(value, (int, float)) else 0.0


def _dictionary(value: object) -> DictionaryObject:
    found = value.get_object() if isinstance(value, PdfObject) else None
    return found if isinstance(found, DictionaryObject) else DictionaryObject()
