"""Members of a list beside a count: how many can be told apart, and how surely."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

_OPENERS, _CLOSERS = "“‘《（(「『【", "”’》）)」』】"
_IN_MARKS = re.compile("“[^”]*”|《[^》]*》")
_QUOTES = re.compile(f"[{re.escape(_OPENERS + _CLOSERS)}]")
_LINKS = "和与及、，以并或"
_BORDERS = "，。；：！？!?;:,\n"
_NO_MEMBER = frozenset(_LINKS + _BORDERS)
_TO_LAST_BORDER = re.compile(f"(?s:.*)[{re.escape(_OPENERS + _CLOSERS + _BORDERS)}]")
_REACH = 220
# 以及, 和 …, begun by one class of characters for the search's sake; not 和谐, 参与, 普及, 协同.
AND = re.compile(
    "[和与及暨同以](?:(?<!以)|及)(?<![温暖缓总共调柔谐]和)(?<![参赠给]与)(?<![普涉危顾提波触]及)"
    "(?<![协共一会合相不如]同)(?!$|(?<=和)[谐平睦美气]|(?<=及)[时早格]|(?<=同)[时志步行样意心向比期频])"
)
# 一、把握两个要点: the number of a part.
_MARKER = re.compile("[一二三四五六七八九十]{1,3}、")
_MAX_MEMBERS = 30
_LONG_MEMBER, _UNEVEN, _SHORTER = 11, 2, 0.7


@dataclass(slots=True)  # as Counted
class Listing:
    """A list: its members' spans, and whether the count is beyond doubt.

    ``least`` counts 、 only, ``most`` also takes 和, 与, 及 as separators, ``last_and`` tells
    whether the last member holds one (A、B和C). ``plain``: short even members without brackets.
    """

    members: tuple[Span, ...]
    least: int
    most: int
    last_and: bool
    plain: bool
    bracketed: bool
    is_open: bool

    def fits(self, count: int) -> bool:
        """Return whether ``count`` is a natural reading of the list."""
        if self.bracketed:
            return False
        if count == self.least or (self.last_and and count == self.least + 1):
            return True
        return self.suffix(count) is not None

    def spans_for(self, count: int, text: str) -> tuple[Span, ...]:
        """Return the members in the reading that makes them ``count``."""
        if count == self.least:
            return self.members
        if count < self.least:
            return self.suffix(count) or ()
        last = self.members[-1]
        match = AND.search(text, last.start, last.end)
        if match is None or count != self.least + 1:
            return ()
        pair = (Span(last.start, match.start()), Span(match.end(), last.end))
        return (*self.members[:-1], *pair)

    def suffix(self, count: int) -> tuple[Span, ...] | None:
        """Return the last ``count`` members where the first of them brings the sentence along.

        (市委、市政府签订的责任书涉及甲、乙、丙三个方面: what stands before is another list.)
        """
        if not 2 <= count < self.least:
            return None
        tail = self.members[-count:]
        rest = max(len(member) for member in tail[1:])
        return tail if len(tail[0]) >= max(_LONG_MEMBER, rest + 4) else None


def list_before(text: str, position: int, floor: int) -> Listing | None:
    """Return the list that ends right before ``position`` and begins after ``floor``."""
    is_open = position > floor and text[position - 1] == "等"
    end = position - is_open
    if end <= floor or text[end - 1] in _NO_MEMBER:
        return None
    inner = _inside_quotes(text, end, floor)
    if inner is not None:
        return _listing(text, inner.start, inner.end, is_open=is_open)
    start = _clause_start(text, end, floor)
    marker = _MARKER.match(text, start, end) if text[start - 1 : start] in ("\n", "") else None
    if marker is not None:
        start = marker.end()
    while start < end and text[start] in _LINKS:
        start += 1
    return _listing(text, start, end, is_open=is_open)


def list_within(text: str, start: int, end: int) -> Listing | None:
    """Return the list that fills the span start..end."""
    is_open = end > start and text[end - 1] == "等"
    return _listing(text, start, end - is_open, is_open=is_open)


def _inside_quotes(text: str, end: int, floor: int) -> Span | None:
    """“务实和创新”两大要求: the list stands inside one pair of marks."""
    if text[end - 1] != "”":
        return None
    opener = text.rfind("“", max(floor, end - 60), end)
    if opener < 0 or opener == 0 or text[opener - 1] in "”、和与":
        return None
    content = text[opener + 1 : end - 1]
    if "、" in content or AND.search(content):
        return Span(opener + 1, end - 1)
    return None


def _clause_start(text: str, end: int, floor: int) -> int:
    """Return where the clause begins that ends at ``end``; marks inside quotes are no border."""
    limit = max(floor, end - _REACH)
    last = _TO_LAST_BORDER.match(text, limit, end)
    if last is None or text[last.end() - 1] not in _CLOSERS:
        return last.end() if last else limit
    depth = 0
    for index in range(end - 1, limit - 1, -1):
        character = text[index]
        if character == "\n":
            return index + 1
        if character in _CLOSERS:
            depth += 1
        elif character in _OPENERS:
            if not depth:
                return index + 1
            depth -= 1
        elif not depth and character in _BORDERS:
            return index + 1
    return limit


def _listing(text: str, start: int, end: int, *, is_open: bool) -> Listing | None:
    piece = text[start:end]
    if "、" not in piece and "”" not in piece and not AND.search(piece):
        return None
    members = split_list(text, start, end, "、")
    if not members or len(members) > _MAX_MEMBERS:
        return None
    contents = [_outside_marks(member.of(text)) for member in members]
    ands = [len(AND.findall(content)) for content in contents]
    brackets = "（" in piece or "(" in piece
    bracketed = brackets and any("（" in one or "(" in one for one in contents)
    if len(members) == 1 and not ands[0]:
        return None
    return Listing(
        members=tuple(members),
        least=len(members),
        most=len(members) + sum(ands),
        # 当前和长远的关系、局部和全局的关系: 和 in each of them parts none.
        last_and=ands[-1] == 1 and (len(members) == 1 or not all(ands)),
        plain=not bracketed and not any(ands) and _is_even(contents),
        bracketed=bracketed,
        is_open=is_open,
    )


def ends_in_two(words: Sequence[str]) -> bool:
    """Return whether 和 in the last of 东湖、西山和南苑 parts two as long as the others."""
    lengths = [len(one) for one in words[:-1]]
    parted = AND.split(_outside_marks(words[-1]))
    if len(parted) != _UNEVEN or not lengths:
        return False
    shortest, longest = min(lengths) * _SHORTER, max(lengths) + _UNEVEN
    return all(shortest <= len(one) <= longest for one in parted)


def two_in_one(member: str, key: str) -> int:
    """Return where 和 parts 服务意识和创新意识, which both end in ``key`` (意识), or 0."""
    cut = next((key + link for link in "和与及" if key + link in member), "")
    return member.index(cut) + len(key) if len(key) > 1 and cut and member.endswith(key) else 0


def with_last_parted(text: str, members: Sequence[Span], key: str) -> list[Span]:
    """Return 大局意识、责任意识、服务意识和创新意识 as four: each has the ``key`` (意识)."""
    cut = two_in_one(members[-1].of(text), key) if members else 0
    if not cut or not all(key in one.of(text) for one in members):
        return list(members)
    last = members[-1]
    middle = last.start + cut
    return [*members[:-1], Span(last.start, middle), Span(middle + 1, last.end)]


def split_list(text: str, start: int, end: int, marks: str) -> list[Span]:
    """Return the pieces of start..end between ``marks`` outside quotes; “A”“B”, 《A》《B》 too."""
    return list(_split(text, start, end, marks))


def first_of_list(text: str, start: int, end: int, marks: str, most: int) -> list[Span]:
    """Return the first ``most`` pieces that ``split_list`` does, blank ones left out."""
    if _QUOTES.search(text, start, end) is None:
        found = _filled(text, _split_plain(text[start:end], start, marks, most))
        if len(found) == most or sum(map(text[start:end].count, marks)) < most:
            return found
    return _filled(text, split_list(text, start, end, marks))[:most]


def words_between(piece: str, marks: str) -> list[str] | None:
    """Return what stands between ``marks``, but for blanks; None where quotes may part it, too."""
    if _QUOTES.search(piece) is not None:
        return None
    return list(filter(str.strip, _with_one_mark(piece, marks).split(marks[0])))


def _filled(text: str, pieces: Sequence[Span]) -> list[Span]:
    return [piece for piece in pieces if not piece.of(text).isspace()]


@lru_cache(maxsize=16)  # a count is read anew with one member more, and one fewer
def _split(text: str, start: int, end: int, marks: str) -> Sequence[Span]:
    if _QUOTES.search(text, start, end) is None:
        return _split_plain(text[start:end], start, marks)
    pieces: list[Span] = []
    depth, begin = 0, start
    for match in _borders_of(marks).finditer(text, start, end):
        index = match.start()
        character = text[index]
        if character in _OPENERS:
            if not depth and index > begin and text[index - 1] in "”》":
                pieces.append(Span(begin, index))
                begin = index
            depth += 1
        elif character in _CLOSERS:
            depth = max(0, depth - 1)
        elif not depth and character in marks:
            pieces.append(Span(begin, index))
            begin = index + 1
    pieces.append(Span(begin, end))
    return [piece for piece in pieces if len(piece)]


def _split_plain(piece: str, start: int, marks: str, most: int = -1) -> list[Span]:
    """Return the pieces of ``piece``, which stands at ``start`` and has no quotes in it.

    Those of the first ``most`` marks only, if so many are given.
    """
    words = _with_one_mark(piece, marks).split(marks[0], most)
    if 0 <= most < len(words):
        words.pop()
    found = []
    for word in words:
        if word:
            end = start + len(word)
            found.append(Span(start, end))
            start = end
        start += 1
    return found


def _with_one_mark(piece: str, marks: str) -> str:
    for other in marks[1:]:
        piece = piece.replace(other, marks[0])
    return piece


@cache
def _borders_of(marks: str) -> re.Pattern[str]:
    return re.compile(f"[{re.escape(_OPENERS + _CLOSERS + marks)}]")


def _outside_marks(member: str) -> str:
    """Return a member without what stands in quotes or 《》: its 和 parts nothing."""
    if "”" not in member and "》" not in member:
        return member
    return _IN_MARKS.sub("＊＊", member)


def _is_even(contents: Sequence[str]) -> bool:
    """Return whether the members behind the first are short and of like length."""
    lengths = [len(content) for content in contents[1:]]
    if not lengths or not min(lengths) >= 2 or max(lengths) > 8 or max(lengths) - min(lengths) > 2:
        return False
    return len(contents[0]) <= max(lengths) + 8
