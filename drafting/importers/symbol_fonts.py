"""Signs of the symbol fonts (Wingdings) that official forms use, in Unicode."""

from __future__ import annotations

_SIGNS = {
    0xFE: "☑", 0xFC: "✓", 0xA8: "□", 0x6F: "□", 0x71: "□", 0xA3: "□", 0x52: "☑",
    0xFD: "☒", 0x54: "☒", 0x6C: "●", 0x6E: "■", 0xB7: "•", 0xD8: "➢", 0xE0: "→",
}  # fmt: skip


def sign_of(code: int) -> str | None:
    """Return the sign for a code of a symbol font (0xF0FE or 0xFE), None where it is unknown."""
    return _SIGNS.get(code & 0xFF) if code >> 8 in (0x00, 0xF0) else None
