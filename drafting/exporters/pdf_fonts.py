"""The faces of a PDF: a layout's own, or what stands for them on this machine."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from drafting.errors import DraftingError
from drafting.pagination.faces import face_names, rungs_for

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from fpdf import FPDF
    from fpdf.fonts import TTFFont

    from drafting.files.font_files import Family, FontFile
    from drafting.model.layout import PageLayout


@dataclass(frozen=True, slots=True)
class PdfFace:
    """One face in the PDF; ``is_thickened`` where a bold one is wanted and none is installed."""

    key: str
    is_thickened: bool
    font: TTFFont

    def has(self, character: str) -> bool:
        """Return whether the face has a glyph for it."""
        return ord(character) in self.font.cmap

    def width(self, character: str) -> float:
        """Return the glyph's width in thousandths of an em."""
        return float(self.font.cw[ord(character)])


class FaceShelf:
    """Opens font files when a character first needs them."""

    def __init__(self, pdf: FPDF, layout: PageLayout, families: Mapping[str, Family]) -> None:
        self._pdf = pdf
        self._layout = layout
        self._families = families
        self._faces: dict[tuple[FontFile, bool], PdfFace] = {}
        self._chosen: dict[tuple[str, bool, str], PdfFace | None] = {}
        self._candidates: dict[tuple[str, bool], list[tuple[FontFile, bool]]] = {}
        self.missing: dict[str, None] = {}

    def face(self, style: str, character: str, *, is_latin: bool) -> PdfFace | None:
        """Return the first face of the ladder that has ``character``; None if none has it.

        Raises:
            DraftingError: none of the layout's faces or their substitutes is installed.
        """
        key = (style, is_latin, character)
        if key not in self._chosen:
            faces = (self._opened(*one) for one in self._ladder(style, is_latin=is_latin))
            found = next((face for face in faces if face.has(character)), None)
            if found is None:
                self.missing[character] = None
            self._chosen[key] = found
        return self._chosen[key]

    def _ladder(self, style: str, *, is_latin: bool) -> list[tuple[FontFile, bool]]:
        key = (style, is_latin)
        if key not in self._candidates:
            self._candidates[key] = list(self._iter_ladder(style, is_latin=is_latin))
        return self._candidates[key]

    def _iter_ladder(self, style: str, *, is_latin: bool) -> Iterator[tuple[FontFile, bool]]:
        setting = self._layout.style(style)
        rungs = [*rungs_for(setting.face, self._layout)]
        # The last resort for a rare character is whatever else the layout is set in.
        for other in self._layout.styles.values():
            rungs += rungs_for(other.face, self._layout)
        if is_latin:
            rungs = [*rungs_for(setting.latin_face, self._layout), *rungs]
        is_any = False
        for name, is_rung_bold in dict.fromkeys(rungs):
            found = self._found(name)
            if found is not None:
                is_any = True
                yield _weighted(found, wants_bold=setting.bold or is_rung_bold)
        if not is_any:
            raise DraftingError(
                "无法生成 PDF：本机没有版式所用的中文字体，也没有可替换的字体，"
                "请安装宋体、仿宋等字体后再试，或改为导出 Word 文件。"
            )

    def _found(self, name: str) -> Family | None:
        names = (one.casefold() for one in face_names(name))
        return next((self._families[one] for one in names if one in self._families), None)

    def _opened(self, file: FontFile, is_thickened: bool) -> PdfFace:  # noqa: FBT001 - of a pair
        key = (file, is_thickened)
        if key not in self._faces:
            name = f"{file.path}#{file.number}"
            if name.lower() not in self._pdf.fonts:
                self._pdf.add_font(name, "", file.path, collection_font_number=file.number)
            font = self._pdf.fonts[name.lower()]
            self._faces[key] = PdfFace(name, is_thickened, font)  # type: ignore[arg-type]  # a TTFFont
        return self._faces[key]


def _weighted(family: Family, *, wants_bold: bool) -> tuple[FontFile, bool]:
    """Return a file of the family, and whether its strokes must be thickened."""
    if wants_bold and family.bold is not None:
        return family.bold, False
    file = family.regular or family.bold
    assert file is not None  # noqa: S101 - a family is made of a file
    return file, wants_bold
