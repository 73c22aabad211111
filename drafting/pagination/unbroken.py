"""What a reading copy keeps on one line: figures with their units, names, words with pinyin."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from drafting.pagination.glyph_widths import is_wide

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafting.model.reading import ReadingAid
    from drafting.text.span import Span

# A wider one, in Chinese characters, would tear too wide a gap into a line of large type.
_WIDEST = 6
_NUMERAL = "〇零一二两三四五六七八九十百千万亿"
_UNIT = (
    "个百分点|平方公里|平方米|立方米|千瓦时|公里|公斤|公顷"
    "|[个家项户名人次条件座处所辆台套吨亩元米天年月日号时分岁级届轮批期倍成村镇乡县]"
)
_FIGURE = re.compile(
    f"[0-9][0-9.,:]*(?:[%‰℃]|[余多]?[十百千万亿]*(?:{_UNIT})|[十百千万亿]+)"
    f"|百分之[{_NUMERAL}点]+"
    f"|[{_NUMERAL}]+(?:点[{_NUMERAL}]+)?[余多]?(?:{_UNIT})"
)


def joined_positions(text: str, span: Span, aid: ReadingAid) -> frozenset[int]:
    """Return where no line may end within a paragraph, counted from its beginning."""
    own = span.of(text)
    joined: set[int] = set()
    for match in _FIGURE.finditer(own):
        _join(joined, own, match.start(), match.end())
    if aid.kept_words:
        for match in _words(tuple(aid.kept_words)).finditer(own):
            _join(joined, own, match.start(), match.end())
    for word in _within(aid, span):
        _join(joined, own, word.start - span.start, word.end - span.start)
    return frozenset(joined)


def _join(joined: set[int], text: str, start: int, end: int) -> None:
    if sum(1 if is_wide(one) else 0.5 for one in text[start:end]) <= _WIDEST:
        joined.update(range(start + 1, end))


def _within(aid: ReadingAid, span: Span) -> Sequence[Span]:
    return [
        word.span
        for word in aid.hard_words
        if span.start <= word.span.start and word.span.end <= span.end
    ]


@lru_cache(maxsize=4)
def _words(words: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(words, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first)))
