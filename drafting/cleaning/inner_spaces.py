"""Step: blanks inside running Chinese text go; titles, signatures and spaced names keep theirs.

Blanks that stand for the lost lines around a heading become line breaks.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafting.cleaning.lines import BLANKS, Line, split_lines
from drafting.cleaning.speech_signs import SENTENCE_MARK, begins_with_salutation
from drafting.cleaning.step import NOTHING, Found, deletion
from drafting.text.characters import HAN
from drafting.text.edits import TextEdit
from drafting.text.span import Span
from drafting.text.surnames import COMMONEST_SURNAMES
from drafting.text.words import common_pairs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_CHINESE = f"{HAN}，。；：！？、（）《》〈〉“”‘’"
_BLANK_RUN = re.compile(f"(?<=[{_CHINESE}])[{BLANKS}]+(?=[{_CHINESE}])")
# A blank before a mark is never meant, in titles and salutations neither.
_BEFORE_MARK = re.compile(f"(?<=[{HAN}”》）])[{BLANKS}]+(?=[，。；：！？、》）])")
_AFTER_MARKER = re.compile(
    f"(?:[一二三四五六七八九十]{{1,3}}[{BLANKS}]*、|[(（][一二三四五六七八九十]{{1,3}}[)）])([{BLANKS}]+)"
)
# A part's number and words without a mark before a blank: behind a sentence's end, or where they
# begin a line and a sentence follows.
_NUMBER = "[一二三四五六七八九十]{1,3}"
_MARKER = (
    f"(?:{_NUMBER}、|[（(]{_NUMBER}[）)]|第{_NUMBER}(?:[，、]|[点条个][{HAN}]{{0,3}}[，、])"
    f"|{_NUMBER}[是要]|首先，|其次，|再次，|最后，|[0-9]{{1,2}}(?:[.．](?![0-9])|、))"
)
_HEADING = re.compile(
    f"(?:(?:(?<=[。！？：][{BLANKS}])|(?<=[。！？：][{BLANKS}]{{2}})|(?<=[。！？：][{BLANKS}]{{4}}))"
    f"{_MARKER}"
    f"|(?<=[。！？：])[（(]{_NUMBER}[）)]"
    f"|(?<![^\n])[{BLANKS}]*{_MARKER}(?=[^\n]{{24}}[^\n]*[。！？]))"
    f"[^{BLANKS}。！？；\n]{{3,40}}(?<=[{HAN}”])(?=[{BLANKS}])"
)
_REST = re.compile(f"[{BLANKS}]+([^{BLANKS}。！？；\n]{{1,20}})(?<=[{HAN}”])(?=[{BLANKS}])")
_BROKEN = 2
# A line that is broken at one width: how many pieces it has, brief ones apart, how uneven and how
# wide they are.
_FEWEST_PIECES, _BRIEF, _UNEVEN, _NARROWEST, _WIDEST = 6, 12, 2, 18, 48
_LONGEST, _STOP = 60, re.compile("[。！？；]")
_STOPS = "。！？：；”"
_HAS_BLANK = re.compile(f"[{BLANKS}]")
_HAN = re.compile(f"[{HAN}]")
_PROSE, _PAGE = 80, 240
_POST_BEFORE = re.compile(
    "(?:书记|县长|市长|区长|镇长|乡长|省长|主任|局长|部长|主席|校长|院长|科长|组长|代表|同志|由|和|、)$"
)
_POST_AFTER = re.compile(
    "同志|书记|县长|市长|区长|镇长|乡长|主任|局长|部长|主席|先生|女士|等|、|，|。|）|[(]"
)


def find_inner_spaces(text: str) -> Found:
    """Return the edits that close blanks between Chinese characters in running text."""
    if not any(blank in text for blank in BLANKS):
        return NOTHING
    lines = split_lines(text)
    greeting = next(
        (i for i, line in enumerate(lines[:12]) if begins_with_salutation(line.folded)), 0
    )
    edits: list[TextEdit] = []
    for index, line in enumerate(lines):
        if not _HAS_BLANK.search(text, line.start, line.end):
            continue
        marker = _AFTER_MARKER.match(text, line.start, line.end)
        is_page = index == 0 and len(line) >= _PAGE
        first = marker.end() if marker else line.start
        if is_page:
            # Its title stands before its first sentence.
            stop = _STOP.search(text, first, line.end)
            first = stop.end() if stop else line.end
        running = is_page or (index >= max(greeting, 1) and _is_running_text(line))
        before = _BEFORE_MARK.finditer(text, line.start, first if running else line.end)
        edits.extend(deletion(*match.span()) for match in before)
        if marker:
            edits.append(deletion(*marker.span(1)))
        if running:
            edits.extend(_in_line(text, line, first))
    return Found(tuple(edits))


def _is_running_text(line: Line) -> bool:
    return len(line) >= _PROSE or SENTENCE_MARK.search(line.folded) is not None


def _in_line(text: str, line: Line, first: int) -> Iterator[TextEdit]:
    runs = [match.span() for match in _BLANK_RUN.finditer(text, first, line.end)]
    names = {
        index for index, (start, end) in enumerate(runs) if _parts_name(text, line, start, end)
    }
    lost = _lost_breaks(text, line, runs)
    for index, (start, end) in enumerate(runs):
        if index in lost:
            yield TextEdit(Span(start, end), "\n")
            continue
        beside = {index - 1, index + 1} & names
        # The blanks around a spaced name set it off and stay with it.
        if index not in names and not any(_touches(runs[one], runs[index]) for one in beside):
            yield deletion(start, end)


def _lost_breaks(text: str, line: Line, runs: Sequence[tuple[int, int]]) -> set[int]:
    """Return which blanks stand where a heading's line began or ended (…。 一、强化领导 各级…).

    Only of a line whose blanks stand between its paragraphs: where they stand within words, too,
    they tell nothing, but for those that break it at one width, of which a short piece is the last
    of its paragraph.
    """
    width = _width_of(line, runs)
    if width:
        return _short_pieces(text, line, runs, width)
    headings = [
        (match.start(), _end_of_heading(text, match.end(), line))
        for match in _HEADING.finditer(text, line.start, line.end)
    ]
    ends = {end for _, end in headings}
    found = {index for index, (start, _) in enumerate(runs) if start in ends}
    # Blanks within a heading that goes on behind them are told by the word that they tear.
    told = {at for at, (start, _) in enumerate(runs) for a, end in headings if a < start < end}
    loose = sum(
        index not in found | told and text[start - 1] not in _STOPS
        for index, (start, _) in enumerate(runs)
    )
    if not found or loose * 4 > len(runs):
        return set()
    begun = {start for start, end in headings if end < line.end}
    return found | {index for index, (_, end) in enumerate(runs) if end in begun}


def _width_of(line: Line, runs: Sequence[tuple[int, int]]) -> int:
    """Return at how many characters the blanks break a line again and again, or 0."""
    sizes = (end - start for start, end in _pieces(line, runs))
    pieces = sorted(size for size in sizes if size > _BRIEF)
    if len(pieces) < _FEWEST_PIECES:
        return 0
    width = pieces[len(pieces) * 3 // 4]
    full = sum(abs(piece - width) <= _UNEVEN for piece in pieces)
    return width if full * 2 >= len(pieces) and _NARROWEST <= width <= _WIDEST else 0


def _pieces(line: Line, runs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the pieces of a line between its blanks."""
    starts = [line.start, *(end for _, end in runs)]
    ends = [*(start for start, _ in runs), line.end]
    return list(zip(starts, ends, strict=True))


def _short_pieces(text: str, line: Line, runs: Sequence[tuple[int, int]], width: int) -> set[int]:
    """Return the blanks before and behind the headings in a line that is broken at ``width``."""
    pieces = _pieces(line, runs)
    begun = {start: index for index, (start, _) in enumerate(pieces)}
    found: set[int] = set()
    for match in _HEADING.finditer(text, line.start, line.end):
        first = begun.get(match.start())
        if first is None:
            continue
        last = first
        while last < len(runs) and pieces[last][1] - pieces[last][0] >= width - _UNEVEN:
            last += 1
        start, end = match.start(), pieces[last][1]
        if last < len(runs) and end - start <= _LONGEST and not _STOP.search(text, start, end):
            found |= {first - 1, last} if first else {last}
    return found


def _end_of_heading(text: str, end: int, line: Line) -> int:
    """Return where a heading ends whose wording goes up to the blank at ``end``.

    A blank within a word (的新要 求 形势…) comes of a line that broke there: the next one ends it.
    """
    for _ in range(_BROKEN):
        rest = _REST.match(text, end, line.end)
        if rest is None or not _tears_word(text, end, rest.start(1)):
            break
        end = rest.end()
    return end


def _tears_word(text: str, end: int, start: int) -> bool:
    words = common_pairs()
    return text[end - 1] + text[start] in words and text[end - 2 : end] not in words


def _touches(name: tuple[int, int], other: tuple[int, int]) -> bool:
    return abs(name[0] - other[1]) <= 1 or abs(other[0] - name[1]) <= 1


def _parts_name(text: str, line: Line, start: int, end: int) -> bool:
    """Return whether one blank stands between the two single characters of a name."""
    if end - start != 1 or not (_HAN.match(text[start - 1]) and _HAN.match(text[end])):
        return False
    before = text[max(start - 5, line.start) : start]
    after = text[end : min(end + 4, line.end)]
    alone_before = len(before) < 2 or not _HAN.match(before[-2])
    alone_after = len(after) < 2 or not _HAN.match(after[1])
    if alone_before and alone_after:
        # Three or more characters in a row spaced alike are a spaced-out word.
        return not (_spaced(text, start - 2, -1) or _spaced(text, end + 1, 1))
    # A blank between a common surname and one character is a spaced name.
    if before[-1] not in COMMONEST_SURNAMES:
        return False
    opens = alone_before or _POST_BEFORE.search(before[:-1]) is not None
    closes = alone_after or _POST_AFTER.match(after[1:]) is not None
    return opens and closes


def _spaced(text: str, at: int, step: int) -> bool:
    """Return whether beyond a blank at ``at`` one more single character stands alone."""
    if not 0 <= at < len(text) or text[at] not in BLANKS:
        return False
    beside, beyond = text[at + step : at + step + 1], text[at + 2 * step : at + 2 * step + 1]
    return bool(_HAN.match(beside)) and not _HAN.match(beyond)
