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
from drafting.importers.pdf.glyph import Glyph
from drafting.importers.pdf.hiding import Look, rectangle_of
from drafting.importers.pdf.page_glyphs import PageGlyphs
from drafting.importers.pdf.page_space import (
    TURNED,
    UNIT,
    Matrix,
    dictionary_of,
    mapped,
    matrix_of,
    number_of,
    sheet_of,
    times,
    turn_of,
)
from drafting.importers.pdf.paints import is_plain_space, is_white
from drafting.importers.pdf.strokes import FILL, PAINT, Rule, Strokes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pypdf import PageObject, PdfReader

_MAX_FORMS, _MAX_FORM_DEPTH, _MAX_SAVED = 500, 8, 1_000
_CONTROLS = dict.fromkeys((*range(32), *range(0x7F, 0xA0), 0x2028, 0x2029), UNKNOWN)
_CONTROLS |= dict.fromkeys(b"\t\n\v\f\r", " ")
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl"}
_SHOWN = _CONTROLS | _LIGATURES
_ORIGIN = 0.88  # of the size: from the top of a character in vertical text to its baseline
_UNSEEN = (3, 7)  # rendering modes
_COLOURS = frozenset((b"g", b"rg", b"k", b"cs", b"sc", b"scn", b"sh", b"gs"))
_CLIPS = frozenset((b"W", b"W*"))
_ENDS = PAINT | _CLIPS
_UNMIXED = ("/Normal", "/Compatible")
_MASKS = ("/SMask", "/Mask", "/ImageMask", "/SMaskInData")
_FAR = 1e6  # points; nothing on paper is farther away

_PLAIN = Look()


@dataclass(frozen=True, slots=True)
class _State:
    matrix: Matrix = UNIT
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
    look: Look = _PLAIN


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
        self._glyphs = PageGlyphs()
        self._turns: Counter[int] = Counter()
        self._strokes = Strokes()
        self._is_clip = False  # the path that is being drawn bounds what comes
        self._saved: list[_State] = []
        self._state = _State()
        self._text: Matrix = UNIT
        self._line: Matrix = UNIT
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
        if turn and count > len(self._glyphs):
            self.pictures = pictures
            self._read_turned(page, page.rotation + turn)
        self.tilted += self._turns.total()
        seen = self._glyphs.seen()
        self.hidden += seen.hidden
        if seen.is_recognised:
            self.recognised.append(page.page_number or 0)
        return seen.glyphs

    def _read_turned(self, page: PageObject, degrees: int) -> None:
        self._glyphs, self._turns, self._strokes = PageGlyphs(), Counter(), Strokes()
        self._is_clip = False
        self._forms = 0
        turned = TURNED.get(degrees % 360, UNIT)
        corners = sheet_of(page, turned)
        self.sheet = min(y for _, y in corners), max(y for _, y in corners)
        self._state = _State(matrix=turned, look=Look().clipped(corners))
        contents = page.get_contents()
        if contents is not None:
            self._run(contents, dictionary_of(page.get("/Resources")), 0)

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
                self._take_picture(is_opaque=False)
            elif operator in _ENDS:
                self._end_path(operator)
            elif operator in _COLOURS:
                self._set_colour(operator, operands, resources)
            elif operator in (b"Tj", b"TJ", b"'", b'"'):
                self._show(operator, operands)
            elif operator in (b"q", b"Q", b"cm"):
                self._take_graphics(operator, operands)
            else:
                values = [number_of(one) for one in operands[:6]]
                if not self._strokes.take(operator, values, self._state.matrix):
                    self._take_text(operator, values)
        self._saved = outer

    def _take_picture(self, *, is_opaque: bool) -> None:
        self.pictures += 1
        corners = self._strokes.take_picture(self._state.matrix)
        if is_opaque:
            self._cover(corners, is_picture=True)

    def _end_path(self, operator: bytes) -> None:
        """Paint a path, let it bound what comes, or both (8.5.4)."""
        if operator in _CLIPS:
            self._is_clip = True
            return
        state, path = self._state, tuple(self._strokes.paints.path)
        self._strokes.take(operator, [], state.matrix, is_white=state.is_white)
        if operator in FILL and state.is_plain:
            self._cover(path, is_picture=False)
        if self._is_clip:
            self._state = replace(state, look=state.look.clipped(path))
        self._is_clip = False

    def _clip_to(self, bounds: object) -> None:
        """Bound what comes by the box of a form (8.10.2)."""
        if isinstance(bounds, ArrayObject) and len(bounds) == 4:
            left, bottom, right, top = map(number_of, bounds)
            if left != right and bottom != top:
                matrix = self._state.matrix
                corners = ((left, bottom), (right, bottom), (right, top), (left, top))
                look = self._state.look.clipped([mapped(x, y, matrix) for x, y in corners])
                self._state = replace(self._state, look=look)

    def _cover(self, path: Sequence[tuple[float, float]], *, is_picture: bool) -> None:
        look = self._state.look
        box = rectangle_of(path) if look.is_opaque else None
        if box is not None:
            self._glyphs.cover(box.within(look.clip), is_picture=is_picture)

    def _set_look(self, operands: list[Any], resources: DictionaryObject) -> None:
        """Set what a graphics state says of transparency (8.4.5)."""
        named = operands[0] if operands else None
        wish = dictionary_of(dictionary_of(resources.get("/ExtGState")).get(named))
        look = self._state.look
        alpha = number_of(wish["/ca"]) if "/ca" in wish else look.alpha
        is_mixed = look.is_mixed
        if "/BM" in wish or "/SMask" in wish:
            is_mixed = wish.get("/BM", "/Normal") not in _UNMIXED or "/S" in dictionary_of(
                wish.get("/SMask")
            )
        self._state = replace(self._state, look=replace(look, alpha=alpha, is_mixed=is_mixed))

    def _set_colour(
        self, operator: bytes, operands: list[Any], resources: DictionaryObject
    ) -> None:
        """Set the colour that text and paths are filled with (8.6.8)."""
        if operator == b"gs":
            self._set_look(operands, resources)
        elif operator == b"sh":
            self._strokes.paints.cover()
        elif operator == b"cs":
            space = operands[0] if operands else None
            named = dictionary_of(resources.get("/ColorSpace")).get(space, space)
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
            changed = times(matrix_of(operands), self._state.matrix)
            self._state = replace(self._state, matrix=changed)

    def _take_text(self, operator: bytes, values: list[float]) -> None:
        if operator == b"BT":
            self._text = self._line = UNIT
        elif operator == b"T*":
            self._next_line(0.0, -self._state.leading)
        elif operator == b"Tm" and len(values) == 6:
            self._text = self._line = matrix_of(values)
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
        self._text = self._line = times((1.0, 0.0, 0.0, 1.0, x, y), self._line)

    def _set_font(self, operands: list[Any], resources: DictionaryObject) -> None:
        if len(operands) < 2:
            return
        fonts = dictionary_of(resources.get("/Font"))
        raw = fonts.raw_get(operands[0]) if operands[0] in fonts else None
        self._state = replace(self._state, font=self._font(raw), size=number_of(operands[1]))

    def _font(self, raw: PdfObject | None) -> PdfFont | None:
        if raw is None:
            return None
        key = (raw.idnum, raw.generation) if isinstance(raw, IndirectObject) else (-1, id(raw))
        if key not in self._fonts:
            font = dictionary_of(raw)
            self._fonts[key] = PdfFont(font) if font else None
        return self._fonts[key]

    def _show(self, operator: bytes, operands: list[Any]) -> None:
        if operator == b'"' and len(operands) >= 3:
            self._set(b"Tw", number_of(operands[0]))
            self._set(b"Tc", number_of(operands[1]))
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
            self._text = times((1.0, 0.0, 0.0, 1.0, -size / 2, -_ORIGIN * size), place)
            self._put(text, size)
            self._text = times((1.0, 0.0, 0.0, 1.0, 0.0, spacing - size), place)

    def _kern(self, way: float) -> None:
        """Move on by a number between strings, along the way in which the font writes."""
        if self._state.font is not None and self._state.font.is_vertical:
            self._text = times((1.0, 0.0, 0.0, 1.0, 0.0, way), self._text)
        else:
            self._advance(way * self._state.scale)

    def _put(self, text: str, width: float) -> None:
        across = times(self._text, self._state.matrix)
        a, b, c, d, x, y = across
        size = abs(self._state.size) * (c * c + d * d) ** 0.5
        if not (abs(x) < _FAR and abs(y) < _FAR and 0 < size < _FAR):
            return
        if abs(b) > 0.1 * abs(a) or a <= 0:
            self._turns[turn_of(a, b)] += 1
            return
        text = text.translate(_SHOWN)
        glyph = Glyph(text, x, x + width * a, y + self._state.rise * d, size)
        self._group_of(glyph).append(glyph)

    def _group_of(self, glyph: Glyph) -> list[Glyph]:
        state, glyphs = self._state, self._glyphs
        if state.mode in _UNSEEN:
            return glyphs.unseen
        if state.is_white and state.mode == 0 and not self._strokes.paints.is_under(*glyph.middle):
            return glyphs.white
        return glyphs.veiled if state.look.hides(glyph, glyphs.shown) else glyphs.shown

    def _advance(self, x: float) -> None:
        a, b, c, d, e, f = self._text
        self._text = (a, b, c, d, e + x * a, f + x * b)

    def _draw(self, operands: list[Any], resources: DictionaryObject, depth: int) -> None:
        form = dictionary_of(resources.get("/XObject")).get(operands[0] if operands else None)
        form = form.get_object() if form is not None else None
        if not isinstance(form, StreamObject):
            return
        if form.get("/Subtype") == "/Image":
            self._take_picture(is_opaque=not any(one in form for one in _MASKS))
            return
        self._forms += 1
        if self._forms > _MAX_FORMS or depth >= _MAX_FORM_DEPTH:
            return
        state, text, line = self._state, self._text, self._line
        matrix = form.get("/Matrix")
        if isinstance(matrix, ArrayObject) and len(matrix) == 6:
            self._state = replace(state, matrix=times(matrix_of(matrix), state.matrix))
        self._clip_to(form.get("/BBox"))
        inner = dictionary_of(form.get("/Resources")) or resources
        self._run(ContentStream(form, self._reader), inner, depth + 1)
        self._state, self._text, self._line = state, text, line
