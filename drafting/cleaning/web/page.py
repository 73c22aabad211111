"""A page as cleaning sees it: its filled lines, where the speech stands, what each line is."""

from __future__ import annotations

import re
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from drafting.cleaning.speech_signs import (
    SENTENCE_MARK,
    TITLE_WORD,
    closes,
    ends_like_a_title,
    is_last_word,
)
from drafting.cleaning.web.end import end_of_speech, heads_books
from drafting.cleaning.web.forms import is_attached, page_weight
from drafting.cleaning.web.line_kinds import (
    EDITOR,
    NUMBERED,
    is_addressed,
    is_contact,
    is_labelled,
    is_lead,
    is_of_a_speech,
    is_of_meeting,
    is_of_meetings_table,
    is_own_tail,
    is_signature,
    is_spoken,
    is_surely_furniture,
    may_be_own,
    speaks_of_page,
)
from drafting.cleaning.web.patterns import (
    bare,
    is_head_of_links,
    is_of,
    pattern_of,
    patterns_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from drafting.cleaning.lines import Line

_LONGEST = 420  # a longer line is text, whatever it holds
_LONGEST_INSIDE = 320  # an address
_LONGEST_SENTENCE_INSIDE = 100
_LONGEST_LIKELY = 48  # of a line that only a word makes the page's …
_WORDS = 3  # … and of words in a longer one
_LONGEST_SENTENCE = 200  # of the page's own
_HEAD_LINES = 80  # in which the salutation is looked for
_TAIL_SHARE = 0.1  # of the prose, at most, stands behind the furniture of the tail …
_TAIL_PROSE = 100  # … or so many characters
_CUT_OFF = ("...", "…")  # how the beginning of another text ends
_LONGEST_PARTICULAR = 5  # of the word that names what stands below it
_MOST = 2  # that a line weighs
_CLOSED = 4  # two lines that are surely furniture, or one and two that likely are
_CLOSED_BY_CUT = 2  # before the beginning of another text
_CLOSED_BY_WORDS = 2  # behind the last words of a speech
_BEHIND_ABSTRACT = 3
_NOTE_LINES = 2
_SHORTEST_NAMED = 8
_LONGEST_BEHIND = 120  # of a sentence of the page's by so much …
_ENOUGH_BEHIND = 2.0  # that its words weigh, or behind …
_LONGEST_THANKS = 30  # … the speech's thanks, which stand …
_REACH = 2  # … so many lines above, at most
_NOTE_PROSE = 300  # characters, at most, that an editor says above the title
_PROOF = 2  # lines of furniture that prove a page
_LONGEST_DATED = 80
_DAY = re.compile(r"\d{4}[年/.-]\d{1,2}[月/.-]\d{1,2}")
_OWN_DAY = re.compile(r"\(|(?:会议)?(?:时间|日期):")
_TURNS_PAGES = re.compile(r"[\[【(]?(?:[上下首末尾]一?页|第 ?\d)")
_PAGE_MARK = re.compile(r"[>\-—–· ]*\d{1,4}(?: ?/ ?\d{1,4})?[\-—–· ]*")
_FOREIGN = re.compile(r"(?=.*[A-Za-z]{3})[\x20-\x7a\x7c\x7e©®™’“”–—]{8,}")
_ONE_HAN = re.compile("[一-鿿]")
_PIECES = re.compile("[。!?;:,…]+")
_SHORTEST_PIECE = 6
_REPEATED_SHARE = 0.6


class KnownLines:
    """What lines are by themselves; it holds for them with fewer lines around them, too.

    ``inside`` are those that may be furniture in the middle of a speech: few are. ``spared`` are
    those that stay by their signs. ``weigh`` tells how much a line's words speak for a page.
    """

    def __init__(
        self, lines: Sequence[Line], weigh: Callable[[str], float] = lambda _: 0.0
    ) -> None:
        self.weigh = weigh
        short = [line for line in lines if _is_short(line.folded)]
        plain = [bare(line.folded) for line in short]
        inside = patterns_of("anywhere", "list")
        self.inside = frozenset(
            short[index] for index in inside.may_be_in(plain) if inside.match_whole(plain[index])
        )
        self.spared: set[Line] = set()


class Page:
    """The filled lines of a page with the bounds of the speech in them.

    ``first_text`` is the line of the salutation or the first paragraph, ``last_text`` that of the
    last paragraph; both lie behind the last line where no text was found. From ``end`` on nothing
    is the speech's. ``notes`` are an
    editor's paragraphs above the title. ``gone`` is how many lines of the page were taken out
    before, those that ``proved`` it aside; then no paragraph behind it is looked for any more.
    """

    def __init__(
        self,
        lines: Sequence[Line],
        *,
        gone: int = 0,
        proved: int = 0,
        known: KnownLines | None = None,
    ) -> None:
        self.lines = lines
        self.is_whole = not gone
        self.gone = gone + proved
        self.known = known or KnownLines(lines)
        self.notes: frozenset[int] = frozenset()
        self._weights: dict[int, int] = {}
        self.end = end_of_speech(lines, self.known.inside)
        lines = lines[: self.end]
        self._prose = [index for index, line in enumerate(lines) if line.is_prose]
        salutation = [
            index for index, line in enumerate(lines[:_HEAD_LINES]) if is_addressed(line.folded)
        ]
        salutation = salutation[self._abstracts(salutation) :]
        self.first_text = self._beginning(salutation[0] if salutation else len(lines))
        # Without any prose nothing is known to be a tail.
        self._titles = [
            line.folded
            for line in lines[: self.first_text]
            if len(line) >= _SHORTEST_NAMED and ends_like_a_title(line.folded)
        ]
        last = next((one for one in reversed(self._prose) if not self._is_behind(one)), None)
        self.last_text = len(lines) if last is None else last
        if salutation:
            self.last_text = max(self.last_text, salutation[-1])
        looked_for = self.is_chinese and self.is_whole
        end = self._end_before_the_tail() if looked_for else self.last_text
        self.last_text = max(end, self._last_heading(self.last_text))

    @cached_property
    def is_chinese(self) -> bool:
        """Return whether most paragraphs are Chinese; others are not judged by place."""
        looked_at = self._prose[:_HEAD_LINES]
        chinese = [one for one in looked_at if _ONE_HAN.search(self.lines[one].folded)]
        return 2 * len(chinese) > len(looked_at)

    @property
    def said(self) -> int:
        """Return how many characters the paragraphs of the speech have."""
        return sum(len(self.lines[one]) for one in self._prose if one <= self.last_text)

    def matches(self, where: str, index: int) -> bool:
        """Return whether the whole line is of the kind that the table calls ``where``."""
        line = self.lines[index]
        return len(line) <= _LONGEST and is_of(line.folded, where)

    def is_sure(self, index: int) -> bool:
        """Return whether a line is furniture wherever it stands outside the speech."""
        line = self.lines[index]
        return len(line) <= _LONGEST and is_surely_furniture(line.folded)

    def is_named(self, index: int) -> bool:
        """Return whether a table has a line's very words, or it names the title behind it all."""
        named = self.matches("label", index) or self.matches("empty", index)
        named = named or (index > self.last_text and self.names_title(index))
        return named or self.is_sure(index) or self.heads_links(index)

    def is_dated(self, index: int) -> bool:
        """Return whether a short line names a day and something of a page beside it."""
        folded = self.lines[index].folded
        if len(folded) > _LONGEST_DATED or ends_like_a_title(folded) or _OWN_DAY.match(folded):
            return False
        return _DAY.search(folded) is not None and pattern_of("word").search(folded) is not None

    def heads_links(self, index: int) -> bool:
        """Return whether a line is the head of a list of links."""
        heads = len(self.lines[index]) <= _LONGEST and is_head_of_links(self.lines[index].folded)
        return heads and not heads_books(self.lines, index)

    def is_likely(self, index: int) -> bool:
        """Return whether a line sounds like a page: a short one by a word, a sentence by itself."""
        line = self.lines[index]
        if not self.is_chinese or is_signature(line.folded):
            return False
        if _FOREIGN.fullmatch(line.folded):
            return True
        if SENTENCE_MARK.search(line.folded) is None and len(line) <= _LONGEST_SENTENCE:
            words = pattern_of("word").findall(line.folded)
            if len(words) >= (1 if len(line) <= _LONGEST_LIKELY else _WORDS):
                return True
        return self.speaks_of_itself(index)

    def speaks_of_itself(self, index: int) -> bool:
        """Return whether a line says something of the page: 本站…, 本文由…, 登录后…."""
        line = self.lines[index]
        return len(line) <= _LONGEST_SENTENCE and speaks_of_page(line.folded)

    def proves(self, index: int) -> bool:
        """Return whether only a page prints a line; offices print some of its particulars, too."""
        folded = self.lines[index].folded
        if index < self.first_text and self._is_in_table(index):
            return False
        return not (may_be_own(folded) or (index > self.last_text and is_contact(folded)))

    def _is_in_table(self, index: int) -> bool:
        """Return whether a line of the head is a particular of the meeting, or its value below."""
        above = self.lines[max(index - 1, 0)].folded
        return is_of_meetings_table(self.lines[index].folded) or (
            is_of_meetings_table(above) and len(above) <= _LONGEST_PARTICULAR
        )

    def is_title(self, index: int) -> bool:
        """Return whether a line may be the title of a speech."""
        folded = self.lines[index].folded
        if TITLE_WORD.search(folded) is None or is_of_meeting(folded):  # 地点:县委会议室
            return False
        return SENTENCE_MARK.search(folded) is None

    def turns_pages(self, index: int) -> bool:
        """Return whether a line turns pages; such a one may stand inside a speech."""
        turning = _TURNS_PAGES.match(self.lines[index].folded) is not None
        return turning or self.matches("anywhere", index)

    def weight(self, index: int) -> int:
        """Return how much a line speaks for the end of the page's text: 0, 1 or 2."""
        known = self._weights.get(index)
        if known is None:
            known = self._weights[index] = self._weigh(index)
        return known

    def _weigh(self, index: int) -> int:
        if len(self.lines[index]) > _LONGEST_SENTENCE or self.turns_pages(index):
            return 0
        if self.is_sure(index) or self.heads_links(index):
            return 2
        return int(self.is_likely(index))

    def repeats(self, index: int, others: range) -> bool:
        """Return whether most of a line stands in ``others`` too, as an abstract's words do."""
        pieces = _PIECES.split(self.lines[index].folded)
        pieces = [piece.strip() for piece in pieces if len(piece.strip()) >= _SHORTEST_PIECE]
        text = "\n".join(self.lines[one].folded for one in others)
        found = sum(piece in text for piece in pieces)
        return len(pieces) > 1 and found >= _REPEATED_SHARE * len(pieces)

    def _is_abstract(self, index: int, before: int) -> bool:
        """Return whether a paragraph among furniture says again what the speech says."""
        if index == before + 1 and index + 1 == len(self.lines):
            return False
        around = range(before + 1, min(index + _BEHIND_ABSTRACT, len(self.lines) - 1) + 1)
        closed = self._weigh_at_least(_CLOSED, around)
        return closed and self.repeats(index, range(self.first_text, before + 1))

    def _is_closed(self, before: int, last: int, *, cut_off: bool) -> bool:
        """Return whether the page stands between two paragraphs, so that the second is its own."""
        between = range(before + 1, last)
        if any(is_last_word(self.lines[index].folded) for index in range(before, last)):
            return sum(map(self._weigh_form, between)) >= _CLOSED_BY_WORDS
        return self._weigh_at_least(_CLOSED_BY_CUT if cut_off else _CLOSED, between)

    def _weigh_at_least(self, enough: int, lines: range) -> bool:
        """Return whether ``lines`` weigh so much together; none is weighed once they cannot."""
        for index in lines:
            if enough > _MOST * (lines.stop - index):
                break
            enough -= self.weight(index)
        return enough <= 0

    def _weigh_form(self, index: int) -> int:
        """Return what a line speaks for the page by its words or its form; page marks do not."""
        folded = self.lines[index].folded
        if self.turns_pages(index) or _PAGE_MARK.fullmatch(folded):
            return 0
        return max(self.weight(index), int(page_weight(folded, in_tail=True) > 1))

    def _is_behind(self, index: int) -> bool:
        """Return whether the last paragraph may be the page's own."""
        if self._is_prose_of_page(index) or self.names_title(index):
            return True
        line = self.lines[index]
        if len(line) > _LONGEST_BEHIND or is_of_a_speech(line.folded) or is_spoken(line.folded):
            return False
        if self.known.weigh(line.folded) >= _ENOUGH_BEHIND:
            return True
        above = self.lines[max(index - _REACH, 0) : index]
        return any(len(one) <= _LONGEST_THANKS and is_last_word(one.folded) for one in above)

    def names_title(self, index: int) -> bool:
        """Return whether a line has the title of the speech in it, as a page's last words do."""
        folded = self.lines[index].folded
        if is_own_tail(folded) or is_attached(folded) or len(folded) > _LONGEST_SENTENCE:
            return False
        return any(title in folded for title in self._titles)

    def _is_said(self, index: int) -> bool:
        folded = self.lines[index].folded
        return is_of_a_speech(folded) or (closes(folded) and not self._is_prose_of_page(index))

    def _is_prose_of_page(self, index: int) -> bool:
        line = self.lines[index]
        if len(line) > _LONGEST:
            return False
        known = is_of(line.folded, "anywhere", "head", "edge")
        return known or self.speaks_of_itself(index)

    def _abstracts(self, salutation: Sequence[int]) -> int:
        """Return how many lines with a salutation only say what the speech below says again."""
        number = 0
        for index, following in pairwise(salutation):
            below = range(following, min(following + _BEHIND_ABSTRACT, len(self.lines) - 1) + 1)
            if following > index + _NOTE_LINES or not self.repeats(index, below):
                break
            number += 1
        self.notes = frozenset(salutation[:number])
        return number

    def _beginning(self, salutation: int) -> int:
        """Return the first line of the speech: its salutation, or prose before that.

        Prose is the page's (an editor's note, an abstract) where it stands above the title that
        leads to the salutation or is called so, and other lines prove the page.
        """
        first = next((one for one in self._prose if not self._is_prose_of_page(one)), None)
        if first is None or first >= salutation or salutation == len(self.lines):
            return salutation if first is None else min(first, salutation)
        above = [one for one in self._prose if one < salutation]
        titled = any(self.is_title(one) for one in range(above[-1] + 1, salutation))
        labels = (self.lines[one - 1].folded if one else "" for one in above)
        labelled = all(is_labelled(self.lines[one].folded) for one in above)
        titled = titled or labelled or all(EDITOR.fullmatch(label) for label in labels)
        said = sum(len(self.lines[one]) for one in above)
        titled = titled or all(is_lead(self.lines[one].folded) for one in above)
        if not titled or said > _NOTE_PROSE or len(above) > _NOTE_LINES:
            return first
        proof = sum(self.is_sure(one) or self.matches("head", one) for one in range(salutation))
        proof += sum(map(self.is_sure, range(self._prose[-1] + 1, len(self.lines)))) + self.gone
        below = range(salutation, len(self.lines))
        if proof < _PROOF and not labelled and not all(self.repeats(one, below) for one in above):
            return first
        self.notes |= frozenset(above)
        return salutation

    def _last_heading(self, last: int) -> int:
        """Return the last numbered line behind ``last``: an outline has no paragraphs."""
        behind = range(self.end - 1, last, -1)
        return next((one for one in behind if NUMBERED.match(self.lines[one].folded)), -1)

    def _end_before_the_tail(self) -> int:
        """Return the last line of the speech, where prose of the page's own stands behind it.

        The page's tail shows by lines of furniture close together, behind which little is said,
        and nothing in the way of a speech.
        """
        prose = [one for one in self._prose if one <= self.last_text]
        most = max(_TAIL_SHARE * sum(len(self.lines[index]) for index in prose), _TAIL_PROSE)
        said = 0
        end = self.last_text
        for last, before in zip(reversed(prose), reversed(prose[:-1]), strict=False):
            cut_off = self.lines[last].folded.endswith(_CUT_OFF)
            if before < self.first_text or (self._is_said(last) and not cut_off):
                break
            if self._is_abstract(last, before):
                end = before
                continue
            pages = cut_off or self._is_prose_of_page(last)
            said += 0 if pages else len(self.lines[last])
            if said > most:
                break
            if self._is_closed(before, last, cut_off=cut_off) or (pages and end == last):
                end = before
            elif end < self.last_text and not pages:
                break
        return end


def _is_short(folded: str) -> bool:
    """Return whether a line is no longer than what pages set into a text."""
    return len(folded) <= (_LONGEST_INSIDE if folded[-1] != "。" else _LONGEST_SENTENCE_INSIDE)
