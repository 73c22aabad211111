"""What readers of PDF files laid over its pages: remarks, typed text, the fields of forms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pypdf.generic import ArrayObject, DictionaryObject, PdfObject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pypdf import PageObject


REMARKS, FIELDS = "批注", "表单中的文字"
_FIELD = "/Widget"
# A window that shows the text of another.
_POPUP = "/Popup"
_MOST = 10_000
_DEEPEST = 8


def iter_notes(page: PageObject) -> Iterator[tuple[str, str]]:
    """Yield the kind and the text of whatever was laid over a page and says something."""
    found = _object(page.get("/Annots"))
    for raw in found[:_MOST] if isinstance(found, ArrayObject) else ():
        note = _object(raw)
        if not isinstance(note, DictionaryObject) or note.get("/Subtype") == _POPUP:
            continue
        is_field = note.get("/Subtype") == _FIELD
        text = _value(note) if is_field else _object(note.get("/Contents"))
        if isinstance(text, str) and text.strip():
            yield (FIELDS if is_field else REMARKS), text


def _value(field: DictionaryObject) -> object:
    """Return what stands in a field, which may be said above it (12.7.4.1); names are ticks."""
    at: object = field
    for _ in range(_DEEPEST):
        if not isinstance(at, DictionaryObject):
            break
        if "/V" in at:
            value = _object(at.get("/V"))
            return None if isinstance(value, str) and value.startswith("/") else value
        at = _object(at.get("/Parent"))
    return None


def _object(raw: object) -> object:
    return raw.get_object() if isinstance(raw, PdfObject) else raw
