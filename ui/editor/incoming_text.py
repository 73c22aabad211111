"""What may enter the editor: characters that Qt, Word and a file can hold."""

from __future__ import annotations

import re

_BREAKS = "\r\n|[\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029]"
# Control characters, lone surrogates, Qt's own frame and object marks, noncharacters.
_REFUSED = "[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffc\ufffe\uffff]"


def admit_text(text: str) -> str:
    """Return ``text`` with one kind of line break and without what cannot be kept."""
    if not text:
        return ""  # a blank page does not wait for the patterns; re keeps them from then on
    return re.sub(_REFUSED, "", re.sub(_BREAKS, "\n", text)).replace("\xa0", " ")
