"""What may enter the editor: characters that Qt, Word and a file can hold."""

from __future__ import annotations

import re

_BREAKS = "\r\n|[\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029]"
# Control characters, lone surrogates, Qt's own frame and object marks, noncharacters.
_REFUSED = "[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffc\ufffe\uffff]"

# All that is replaced, in one class: looking for it takes a third of the time of replacing.
_ODD = "[\x00-\x08\x0b-\x1f\x7f-\xa0\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufffc\ufffe\uffff]"


def admit_text(text: str) -> str:
    """Return ``text`` with one kind of line break and without what cannot be kept."""
    # A blank page does not wait for the pattern; re keeps it from then on.
    if not text or re.search(_ODD, text) is None:
        return text
    return re.sub(_REFUSED, "", re.sub(_BREAKS, "\n", text)).replace("\xa0", " ")
