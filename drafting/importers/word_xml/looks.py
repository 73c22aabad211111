"""How text of a Word file looks: what its own marks, its styles and the defaults say together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from drafting.importers.word_xml.package import child, short_name, value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

_OFF = {"0", "false", "off"}
# A style that is based on itself in a circle ends here.
_DEEPEST = 12


@dataclass(frozen=True, slots=True)
class RunLook:
    """A run's faces, its size and spacing in points; None where nothing says."""

    face: str | None
    latin_face: str | None
    size: float | None
    spacing: float | None
    is_bold: bool


@dataclass(frozen=True, slots=True)
class ParagraphLook:
    """A paragraph's alignment in Word's word, its exact or least pitch in points, its indent.

    ``lines`` is the pitch as a multiple where it is one; ``first_indent`` in characters, or None
    and ``first_points`` in points.
    """

    alignment: str | None
    pitch: float | None
    lines: float | None
    first_indent: float | None
    first_points: float | None


class Looks:
    """Looks things up in one file's styles."""

    def __init__(self, styles: _Element | None) -> None:
        self._styles = {
            value(one, "styleId") or "": one
            for one in ([] if styles is None else styles)
            if short_name(one) == "w:style"
        }
        self._default = next(
            (
                name
                for name, one in self._styles.items()
                if value(one, "type") == "paragraph" and value(one, "default") in {"1", "true"}
            ),
            "",
        )
        defaults = child(styles, "w:docDefaults")
        self._run_default = child(defaults, "w:rPrDefault", "w:rPr")
        self._paragraph_default = child(defaults, "w:pPrDefault", "w:pPr")

    def run(self, run: _Element, paragraph: _Element) -> RunLook:
        """Return how a run of a paragraph looks."""
        own = child(run, "w:rPr")
        marks = [own, *self._chain(child(own, "w:rStyle"), "w:rPr")]
        marks += self._of_paragraph(paragraph, "w:rPr")
        marks.append(self._run_default)
        size = _number(_first(marks, "w:sz"))
        spacing = _number(_first(marks, "w:spacing"))
        bold = _first(marks, "w:b")
        return RunLook(
            face=_face(marks, "eastAsia"),
            latin_face=_face(marks, "ascii"),
            size=None if size is None else size / 2,
            spacing=None if spacing is None else spacing / 20,
            is_bold=bold is not None and value(bold) not in _OFF,
        )

    def paragraph(self, paragraph: _Element) -> ParagraphLook:
        """Return how a paragraph looks."""
        own = child(paragraph, "w:pPr")
        marks = [own, *self._of_paragraph(paragraph, "w:pPr"), self._paragraph_default]
        line = _number(_attribute(marks, "w:spacing", "line"))
        rule = _attribute(marks, "w:spacing", "lineRule")
        is_exact = rule in {"exact", "atLeast"}
        chars = _number(_attribute(marks, "w:ind", "firstLineChars"))
        first = _number(_attribute(marks, "w:ind", "firstLine"))
        return ParagraphLook(
            alignment=value(_first(marks, "w:jc")),
            pitch=line / 20 if line is not None and is_exact else None,
            lines=line / 240 if line is not None and not is_exact else None,
            first_indent=None if chars is None else chars / 100,
            first_points=None if first is None else first / 20,
        )

    def _of_paragraph(self, paragraph: _Element, tag: str) -> Iterator[_Element | None]:
        named = child(paragraph, "w:pPr", "w:pStyle")
        if named is None:
            yield from self._chain_from(self._default, tag)
        else:
            yield from self._chain(named, tag)

    def _chain(self, named: _Element | None, tag: str) -> Iterator[_Element | None]:
        yield from self._chain_from(value(named) or "", tag)

    def _chain_from(self, name: str, tag: str) -> Iterator[_Element | None]:
        for _ in range(_DEEPEST):
            style = self._styles.get(name)
            if style is None:
                return
            yield child(style, tag)
            name = value(child(style, "w:basedOn")) or ""


def _first(marks: list[_Element | None], tag: str) -> _Element | None:
    return next((found for one in marks if (found := child(one, tag)) is not None), None)


def _attribute(marks: list[_Element | None], tag: str, name: str) -> str | None:
    return next(
        (found for one in marks if (found := value(child(one, tag), name)) is not None), None
    )


def _face(marks: list[_Element | None], script: str) -> str | None:
    """Return the face that is named first; None where a theme decides before."""
    for one in marks:
        fonts = child(one, "w:rFonts")
        if value(fonts, f"{script}Theme") is not None:
            return None
        if (face := value(fonts, script)) is not None:
            return face
    return None


def _number(written: _Element | str | None) -> float | None:
    text = written if isinstance(written, str) or written is None else value(written)
    try:
        return None if text is None else float(text)
    except ValueError:
        return None
