"""How texts and queries are made alike before they are compared: width, case, script."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from functools import lru_cache

from drafting.cleaning.script_conversion import to_simplified
from drafting.cleaning.script_tables import traditional_sign

# Blocks with capitals and with compatibility forms, which NFKC makes plain; marks are left alone.
_FOLDABLE = re.compile(
    "[A-Z\u00a8-\u00be\u00c0-\u00de\u0100-\u1fff\u2024\u2070-\u2fff\u3036-\u303a\u3130-\u33ff"
    "\ua640-\uabff\uf900-\ufaff\ufe10-\ufeff\uff05\uff0e\uff10-\uff19\uff21-\uff3a"
    "\uff41-\uff5a\uff66-\uffdc\U00010000-\U0001ffff\U0002f800-\U0002fa1f]"
)
_NO_WORD = re.compile(r"[\W_]+")


def fold(text: str) -> str:
    """Return ``text`` as it is searched: same length, plain width, small letters, simplified."""
    folded = _FOLDABLE.sub(lambda match: _plain(match.group()), text)
    if traditional_sign().search(folded):
        folded = to_simplified(folded)
    return folded


def words_hash(text: str) -> str:
    """Return a hash (32 hex digits) of the words alone: blanks, marks, width do not matter."""
    words = _NO_WORD.sub("", fold(text))
    return hashlib.sha256(words.encode("utf-8", "replace")).hexdigest()[:32]


@lru_cache(maxsize=4096)
def _plain(character: str) -> str:
    plain = unicodedata.normalize("NFKC", character).lower()
    return plain if len(plain) == 1 else character
