"""Step: what a web page printed around and into a speech goes; the speech itself stays."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from drafting.cleaning.lines import Line, split_lines
from drafting.cleaning.speech_signs import (
    END_MARK,
    HEADING_MARKER,
    SENTENCE_MARK,
    TITLE_WORD,
    begins_with_salutation,
    is_prose,
)
from drafting.cleaning.step import NOTHING, Found, deletion
from drafting.cleaning.web_patterns import (
    is_field_bar,
    is_menu,
    is_tool_bar,
    pattern_of,
    patterns_of,
)
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafting.text.edits import TextEdit

# Longer lines are text, whatever they hold.
_LONGEST = 420
# A link in a list: a bullet, or a date at one of its ends.
_BULLET = re.compile(r"[-·•*■◆▪►»>]\s?\S|\d{1,2}[-/.]\d{2}\D|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}")
_DATED_BULLET = re.compile(r"(?:[-·•*■◆] ?)?(?:\d{4}[-/.])?\d{1,2}[-/]\d{2}\D")
_DATE_AT_END = re.compile(r"\(?\[?(?:\d{4}[-/.])?\d{1,2}[-/]\d{2}\]?\)?$")
_COPY_NUMBER = re.compile(r"\s*[(\[]\d{1,2}[)\]]$")
_SITE_NAME = re.compile(r"\s*[-_—|–]{1,2}\s*[^-_—|–\s]{2,14}(?:网|网站|文库|范文|之家)$")
_SHARED_BY = re.compile(r"《(.{1,80}?)》由会员分享")
_PREVIEW = re.compile(r"(.{1,60}?)_第 ?\d{1,4} ?页")
_ONLY_ARROW = re.compile("[>›»→]{1,2}")
_TITLE_LINES = 12
_TAIL_SHARE = 0.1  # of the prose, at most, stands behind the furniture of the tail
_TURNS_PAGES = re.compile(r"[\[【(]?(?:[上下首末尾]一?页|第 ?\d)")
_PROOF = 2
_LONGEST_ITEM = 4  # of a menu
_OF_A_SPEECH = re.compile(
    "[一二三四五六七八九十]{1,3}、|[(][一二三四五六七八九十]{1,3}[)]|谢谢|同志们"
)
_NAME_LINES = 3
_LONGEST_NAME = 30
_CATEGORY = re.compile(r"[\[【][^\[\]【】]{2,6}[\]】] ?|(?:标题|题目|文章标题|信息标题): ?")


def find_web_residue(text: str) -> Found:
    """Return the edits that take page furniture out, whole lines and bits inside lines."""
    lines = [line for line in split_lines(text) if len(line)]
    dropped = _Page(lines).furniture()
    edits = [deletion(lines[index].first, lines[index].next) for index in sorted(dropped)]
    kept = [line for index, line in enumerate(lines) if index not in dropped]
    edits.extend(_bits_inside(kept))
    if not edits:
        return NOTHING
    edits.sort(key=lambda one: one.span)
    shown = [_shown(text, edit) for edit in edits]
    return Found(tuple(edits), tuple(shown))


def _shown(text: str, edit: TextEdit) -> Span:
    piece = edit.span.of(text)
    start = edit.span.start + len(piece) - len(piece.lstrip())
    return Span(start, max(start, edit.span.start + len(piece.rstrip())))


class _Page:
    """The filled lines of a page with the bounds of the speech in them."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines
        self._doubtful = {index for index, line in enumerate(lines) if _may_be_furniture(line)}
        prose = [
            index
            for index, line in enumerate(lines)
            if is_prose(line.folded) and index not in self._doubtful
        ]
        salutation = [
            index for index, line in enumerate(lines[:60]) if begins_with_salutation(line.folded)
        ]
        # Without any prose nothing is known to be a tail.
        self.first_text = min([*prose[:1], *salutation[:1]], default=len(lines))
        self.last_text = max(prose, default=len(lines))
        if salutation:
            self.last_text = max(self.last_text, salutation[-1])
        self.last_text = self._end_before_the_tail(prose)

    def _end_before_the_tail(self, prose: Sequence[int]) -> int:
        """Return the last line of the speech, where prose of the page's own stands behind it.

        The page's tail shows by two lines of furniture close together, behind which little is
        said, and nothing in the way of a speech.
        """
        most = _TAIL_SHARE * sum(len(self.lines[index]) for index in prose)
        said = 0
        for last, before in zip(reversed(prose), reversed(prose[:-1]), strict=False):
            line = self.lines[last]
            said += len(line)
            if said > most or _is_of_a_speech(line.folded) or before < self.first_text:
                break
            between = range(before + 1, last)
            if sum(self._closes(index) for index in between) > 1:
                return before
        return self.last_text

    def _closes(self, index: int) -> bool:
        """Return whether a line ends the page; what turns pages may stand inside a speech."""
        line = self.lines[index]
        if self._matches("anywhere", line) or _TURNS_PAGES.match(line.folded):
            return False
        return self._matches("edge", line) or _is_bar(line.folded) or self._matches("list", line)

    def furniture(self) -> set[int]:
        """Return the indices of the lines that belong to the page and not to the speech."""
        dropped: set[int] = set()
        for index, line in enumerate(self.lines):
            if index in dropped or len(line) > _LONGEST:
                continue
            if index < self.first_text and pattern_of("label").fullmatch(line.folded):
                dropped.update(self._label(index))
            elif _is_bracket(line) and index - 1 not in dropped:
                continue
            elif self._is_furniture(index, line):
                dropped.add(index)
            elif pattern_of("list").fullmatch(line.folded.lstrip("-·•*■◆ ")):
                dropped.update(self._link_list(index))
        dropped.update(self._trail(dropped))
        dropped.update(self._dated_links(dropped))
        dropped.update(self._site_names(dropped))
        dropped.update(self._known_names(dropped))
        dropped.update(self._empty_labels(dropped))
        dropped.update(self._after_the_page(dropped))
        dropped.update(self._page_titles(dropped))
        return dropped

    @staticmethod
    def _matches(where: str, line: Line) -> bool:
        return len(line) <= _LONGEST and patterns_of(where).match_whole(line.folded)

    def _is_furniture(self, index: int, line: Line) -> bool:
        if index in self._doubtful and self._matches("anywhere", line):
            return True
        in_head = index < self.first_text
        if in_head and _is_title_with_site(line.folded):
            return False
        if not in_head and index <= self.last_text:
            return False
        if self._matches("edge", line) or _is_bar(line.folded):
            return True
        if index < _NAME_LINES and self._matches("name", line):
            return True
        return in_head and self._matches("head", line)

    def _link_list(self, index: int) -> Iterator[int]:
        """Yield the head of a list of links and its links; at the tail everything after it."""
        yield index
        if index > self.last_text:
            yield from range(index + 1, len(self.lines))
            return
        for following in range(index + 1, len(self.lines)):
            if not _is_link(self.lines[following]):
                return
            yield following

    def _label(self, index: int) -> Iterator[int]:
        yield index
        value = index + 1
        if value < self.first_text and len(self.lines[value]) <= 20:
            yield value

    def _trail(self, dropped: set[int]) -> Iterator[int]:
        """Yield the parts of a breadcrumb that stand on lines of their own beside arrows."""
        for index in list(dropped):
            if not _ONLY_ARROW.fullmatch(self.lines[index].folded):
                continue
            for beside in (index - 1, index + 1):
                inside = 0 <= beside < min(self.first_text, len(self.lines))
                if inside and len(self.lines[beside]) <= 12:
                    yield beside

    def _dated_links(self, dropped: set[int]) -> Iterator[int]:
        """Yield links behind the speech that no headline introduces, two at least."""
        tail = [
            index
            for index in range(self.last_text + 1, len(self.lines))
            if index not in dropped and _is_dated(self.lines[index])
        ]
        if len(tail) > 1:
            yield from tail

    def _site_names(self, dropped: set[int]) -> Iterator[int]:
        """Yield lines above page furniture above the title: the site's name and its motto."""
        head = range(min(self.first_text, len(self.lines)))
        titles = [i for i in head if i not in dropped and _is_title(self.lines[i].folded)]
        above = [i for i in head if i in dropped and titles and i < titles[-1]]
        if not above:
            return
        folded = Counter(self.lines[index].folded for index in head)
        for index in range(above[-1]):
            line = self.lines[index]
            once = folded[line.folded] == 1 and not _is_title(line.folded)
            if index not in dropped and once and len(line) <= _LONGEST_NAME:
                yield index

    def _known_names(self, dropped: set[int]) -> Iterator[int]:
        """Yield what sites call themselves and their columns, where other lines prove the page."""
        head = range(min(self.first_text, len(self.lines)))
        titles = [i for i in head if i not in dropped and _is_title(self.lines[i].folded)]
        if not titles or len(dropped) < _PROOF:
            return
        for index in range(titles[-1]):
            line = self.lines[index]
            is_item = len(line.folded.replace(" ", "")) <= _LONGEST_ITEM
            if index not in dropped and (is_item or self._matches("site", line)):
                yield index
        for index in range(titles[-1] + 1, head.stop):
            beside = index - 1 in dropped or index + 1 in dropped
            if index not in dropped and beside and self._matches("source", self.lines[index]):
                yield index

    def _empty_labels(self, dropped: set[int]) -> Iterator[int]:
        """Yield labels in the tail behind which the page has nothing (附件：)."""
        for index in range(self.last_text + 1, len(self.lines)):
            if index + 1 in dropped and self._matches("empty", self.lines[index]):
                yield index

    def _after_the_page(self, dropped: set[int]) -> Iterator[int]:
        """Yield what stands behind the speech among or behind two lines of page furniture."""
        tail = range(self.last_text + 1, len(self.lines))
        furniture = [index for index in tail if index in dropped]
        if len(furniture) < 2:
            return
        for index in range(furniture[0], len(self.lines)):
            finished = END_MARK.search(self.lines[index].folded) is not None
            if index > furniture[1] or not finished:
                yield index

    def _page_titles(self, dropped: set[int]) -> Iterator[int]:
        """Yield the document site's own titles, where the speech brings its title itself."""
        names = {
            match[1]
            for index in dropped
            for match in [
                _SHARED_BY.search(self.lines[index].folded)
                or _PREVIEW.fullmatch(self.lines[index].folded)
            ]
            if match
        }
        if not names:
            return
        rest = [index for index in range(len(self.lines)) if index not in dropped]
        titles = [index for index in rest[:_TITLE_LINES] if self.lines[index].folded in names]
        others = [index for index in rest if index not in titles]
        if others and not _begins_without_title(self.lines[others[0]].folded):
            yield from titles


def _may_be_furniture(line: Line) -> bool:
    """Return whether a line is furniture at least somewhere on a page."""
    if len(line) > _LONGEST:
        return False
    return patterns_of("anywhere", "head", "edge").match_whole(line.folded)


def _is_bar(folded: str) -> bool:
    return is_tool_bar(folded) or is_menu(folded) or is_field_bar(folded)


def _is_of_a_speech(folded: str) -> bool:
    return begins_with_salutation(folded) or _OF_A_SPEECH.match(folded) is not None


def _is_title(folded: str) -> bool:
    return TITLE_WORD.search(folded) is not None and SENTENCE_MARK.search(folded) is None


def _begins_without_title(folded: str) -> bool:
    text = re.sub(r"^1、\s*", "", folded)
    return begins_with_salutation(text) or HEADING_MARKER.match(text) is not None


def _is_dated(line: Line) -> bool:
    if len(line) > 80:
        return False
    dated = _DATED_BULLET.match(line.folded) or _DATE_AT_END.search(line.folded)
    return dated is not None and not begins_with_salutation(line.folded)


def _is_bracket(line: Line) -> bool:
    """Return whether a line is a lone bracket, which ends a tool bar or belongs to the text."""
    return len(line) == 1 and line.folded in "[]【】|:"


def _is_link(line: Line) -> bool:
    if len(line) > 80 or begins_with_salutation(line.folded):
        return False
    return _BULLET.match(line.folded) is not None or _DATE_AT_END.search(line.folded) is not None


def _is_title_with_site(folded: str) -> bool:
    """Return whether a line is a speech's title with the name of the site behind it."""
    site = _SITE_NAME.search(folded)
    return site is not None and TITLE_WORD.search(folded, 0, site.start()) is not None


def _title_length(folded: str) -> int:
    """Return the length of a title line without copy numbers and the site's name behind it."""
    length = len(folded)
    for _ in range(4):
        tail = _COPY_NUMBER.search(folded, 0, length) or _SITE_NAME.search(folded, 0, length)
        if tail is None:
            break
        length = tail.start()
    return length


def _bits_inside(lines: Sequence[Line]) -> Iterator[TextEdit]:
    """Yield edits for furniture inside lines that stay."""
    inline = patterns_of("inline")
    for line in lines[:_TITLE_LINES]:
        if begins_with_salutation(line.folded) or is_prose(line.folded):
            break
        category = _CATEGORY.match(line.folded)
        if category and TITLE_WORD.search(line.folded, category.end()):
            yield deletion(line.start, line.start + category.end())
        length = _title_length(line.folded)
        if 6 <= length < len(line) and not HEADING_MARKER.match(line.folded):
            yield deletion(line.start + length, line.end)
    for line in lines:
        for match in inline.find_in(line.folded):
            yield deletion(line.start + match.start(), line.start + match.end())
