"""A page layout as Qt's formats, in points and in pixels at 96 dots an inch."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QFont,
    QImage,
    QTextBlockFormat,
    QTextCharFormat,
    QTextFormat,
    QTextFrameFormat,
    QTextLayout,
    QTextOption,
)

from drafting.pagination.faces import FaceReplacement, missing_faces
from ui.editor.line_styles import STYLE_NAMES
from ui.style.fonts import choose_face, installed_faces

if TYPE_CHECKING:
    from drafting.model.layout import PageLayout, TextStyle

STYLE_PROPERTY = QTextFormat.Property.UserProperty.value + 1
BASE_DPI = 96
_PIXELS_PER_MM = BASE_DPI / 25.4
_PIXELS_PER_POINT = BASE_DPI / 72
_DESK_GAP = 20.0
# The screen shows one endless sheet: a part of the head margin is enough above the title.
_HEAD_SHARE = 0.4
_ALL_PROPERTIES = QTextCharFormat.FontPropertiesInheritanceBehavior.FontPropertiesAll
_ALIGNMENTS = {
    "left": Qt.AlignmentFlag.AlignLeft,
    "centre": Qt.AlignmentFlag.AlignHCenter,
    "right": Qt.AlignmentFlag.AlignRight,
    "justified": Qt.AlignmentFlag.AlignJustify,
}


class PageFormat:
    """Fonts, paragraph formats and measures of one layout on this machine."""

    def __init__(self, layout: PageLayout) -> None:
        self.layout = layout
        self.replacements = missing_faces(layout, installed_faces())
        self._taken = {one.face: one for one in self.replacements}
        self._styles = {name: layout.style(name) for name in STYLE_NAMES}
        # Made when they are first asked for: a blank page knows one style.
        self._fonts: dict[str, QFont] = {}
        self._char_formats: dict[str, QTextCharFormat] = {}
        self._latin_formats: dict[str, QTextCharFormat] = {}
        self.desk_gap = _DESK_GAP
        self.head = layout.margin_top * _PIXELS_PER_MM * _HEAD_SHARE
        self.left = layout.margin_left * _PIXELS_PER_MM
        self.right = layout.margin_right * _PIXELS_PER_MM
        self._dots = BASE_DPI
        self._widths: dict[int, int] = {}

    @property
    def body_font(self) -> QFont:
        """Return the font of body text."""
        return self._font_of("body")

    @property
    def body_pixels(self) -> float:
        """Return the size of body text in pixels at 96 dots an inch."""
        return self._styles["body"].size * _PIXELS_PER_POINT

    def dots_for(self, pixels: int) -> int:
        """Return the dots an inch at which body text is ``pixels`` high.

        Qt cuts sizes to whole pixels; rounding up here keeps indents in step with characters.
        """
        return math.ceil(72 * pixels / self._styles["body"].size)

    @property
    def expected_width(self) -> float:
        """Return the width of the paper in pixels at 96 dots an inch, by its measures alone."""
        return self.layout.paper_width * _PIXELS_PER_MM

    def page_width(self, dots: int) -> int:
        """Return the width of the paper in pixels: its margins and one full line between."""
        if dots not in self._widths:
            scale, characters = dots / BASE_DPI, self.layout.characters_per_line
            line = line_width(self.body_font, characters, resolution_device(dots))
            margins = math.ceil(self.left * scale) + math.ceil(self.right * scale)
            self._widths[dots] = margins + math.ceil(line)
        return self._widths[dots]

    def char_format(self, style: str) -> QTextCharFormat | None:
        """Return the characters' format of a style; None for body text, the document's own."""
        if style == "body":
            return None
        if style not in self._char_formats:
            self._char_formats[style] = self._char_format(style)
        return self._char_formats[style]

    def latin_format(self, style: str) -> QTextCharFormat:
        """Return the format of Latin letters and figures within a style."""
        if style not in self._latin_formats:
            self._latin_formats[style] = self._latin_format(style)
        return self._latin_formats[style]

    def set_resolution(self, dots: int) -> None:
        """Give paragraph formats for so many dots an inch from now on.

        Qt scales sizes, line heights and the frame's margins by the paint device, but neither
        first-line indents nor the margins of a paragraph.
        """
        self._dots = dots

    def block_format(self, style: str) -> QTextBlockFormat:
        """Return the paragraph format of a style; it names the style in a property of ours."""
        text_style = self._styles[style]
        scale = self._dots / BASE_DPI
        advance = text_style.advance * _PIXELS_PER_POINT * scale
        pitch = self.layout.line_pitch * _PIXELS_PER_POINT
        block = QTextBlockFormat()
        block.setAlignment(_ALIGNMENTS[text_style.alignment])
        block.setTextIndent(text_style.first_indent * advance)
        block.setRightMargin(text_style.end_indent * advance)
        block.setLineHeight(pitch, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        if style == "salutation":
            block.setTopMargin(self.layout.lines_after_title * pitch * scale)
        block.setProperty(STYLE_PROPERTY, STYLE_NAMES.index(style))
        return block

    def frame_format(self) -> QTextFrameFormat:
        """Return the margins of the paper around the text."""
        frame = QTextFrameFormat()
        frame.setLeftMargin(self.left)
        frame.setRightMargin(self.right)
        frame.setTopMargin(self.desk_gap + self.head)
        frame.setBottomMargin(self.head + self.desk_gap)
        return frame

    def _font_of(self, name: str) -> QFont:
        if name not in self._fonts:
            self._fonts[name] = self._font(self._styles[name])
        return self._fonts[name]

    def _font(self, style: TextStyle) -> QFont:
        family, bold = self._family(style.face)
        font = QFont()
        font.setFamilies([family])
        font.setPointSizeF(style.size)
        font.setBold(style.bold or bold)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        share = 100 * (1 + style.spacing / style.size)
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, share)
        return font

    def _family(self, face: str) -> tuple[str, bool]:
        """Return the installed family for a face and whether it must be set bold."""
        replacement: FaceReplacement | None = self._taken.get(face)
        if replacement is None:
            return face, False
        if replacement.taken is not None:
            return replacement.taken, replacement.bold
        ladder = [rung.removesuffix(":bold") for rung in self.layout.substitutes.get(face, ())]
        bold = any(rung.endswith(":bold") for rung in self.layout.substitutes.get(face, ()))
        return choose_face(face, ladder)[0], bold

    def _char_format(self, name: str) -> QTextCharFormat:
        form = QTextCharFormat()
        form.setFont(self._font_of(name), _ALL_PROPERTIES)
        return form

    def _latin_format(self, name: str) -> QTextCharFormat:
        style = self._styles[name]
        latin = style._replace(face=style.latin_face)
        form = QTextCharFormat()
        font = self._font(latin)
        whole = self._font_of(name)
        font.setFamilies([*font.families(), *whole.families()])
        font.setBold(whole.bold())
        form.setFont(font, _ALL_PROPERTIES)
        return form


def resolution_device(dots: int) -> QImage:
    """Return a paint device of so many dots an inch.

    A document that is laid out for it scales points, indents, margins and pitches alike, so that
    zooming changes no format and leaves the undo history alone.
    """
    device = QImage(1, 1, QImage.Format.Format_RGB32)
    device.setDotsPerMeterX(round(dots / 0.0254))
    device.setDotsPerMeterY(round(dots / 0.0254))
    return device


def line_width(font: QFont, characters: int, device: QImage) -> float:
    """Return the width of a full line in pixels, as Qt's own layout measures it."""
    option = QTextOption()
    option.setUseDesignMetrics(True)
    layout = QTextLayout("国" * characters, font, device)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(1_000_000)
    layout.endLayout()
    return line.naturalTextWidth() + 1
