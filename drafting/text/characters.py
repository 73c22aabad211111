"""Which characters are Chinese, and how Word counts them."""

from __future__ import annotations

import re
from functools import lru_cache

# Unified ideographs with extension A, the compatibility block, 〇 and the astral extensions.
HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f"

# What Word sets and counts one by one: Han, kana, full-width forms, CJK marks, and the marks
# that a Chinese text shares with Latin (“ ” ‘ ’ — … ·).
WIDE = HAN + "\u2014\u2018\u2019\u201c\u201d\u2026\u00b7\u3000-\u3006\u3008-\u30ff\uff01-\uff60"
# The letters of pinyin that bear a tone.
TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ"
_BLANK = "\u3000"
_SURROGATE = re.compile("[\ud800-\udfff]")
# Up to here a set of all characters is made at once.
_SHORT = 2_000


def is_han(character: str) -> bool:
    """Return whether one character is a Chinese ideograph."""
    return _han().match(character) is not None


def count_characters(text: str) -> int:
    """Return Word's 字数: each wide character, each Latin word and each figure counts one."""
    plain = text.replace(_BLANK, " ")
    others = _other_runs().findall(plain)
    return len(plain) - sum(map(len, others)) + sum(len(one.split()) for one in others)


@lru_cache(maxsize=2)
def without_lone_surrogates(text: str) -> str:
    """Return the text with a stand-in for each half of a pair, so that all places stay.

    What looks for many words at once takes no such halves, and is asked of the same text in a row.
    """
    return _SURROGATE.sub("\ufffd", text)


@lru_cache(maxsize=4)
def characters_of(text: str) -> frozenset[str]:
    """Return which characters stand in ``text``: a search for others need not begin."""
    if len(text) < _SHORT:
        return frozenset(text)
    import numpy as np

    units = np.frombuffer(text.encode("utf-16-le", "surrogatepass"), dtype="<u2")
    if len(units) > len(text):  # characters of two units
        return frozenset(text)
    stands = np.zeros(1 << 16, dtype=np.bool_)
    stands[units] = True
    return frozenset(map(chr, np.flatnonzero(stands).tolist()))


# Compiling such wide ranges takes milliseconds, which a start of the program has no use for.
@lru_cache(maxsize=1)
def _han() -> re.Pattern[str]:
    return re.compile(f"[{HAN}]")


@lru_cache(maxsize=1)
def _other_runs() -> re.Pattern[str]:
    return re.compile(f"[^{WIDE}][^{WIDE}]*")
