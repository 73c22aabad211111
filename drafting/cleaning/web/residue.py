"""Step: what a web page printed around and into a speech goes; the speech itself stays."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from drafting.cleaning.glued_titles import find_glued_titles
from drafting.cleaning.lines import fold, split_folded
from drafting.cleaning.ragged_lines import LEFT_OVER, continued
from drafting.cleaning.speech_signs import (
    CLAUSE_MARK,
    HEADING_MARKER,
    SALUTATION,
    begins_with_salutation,
    ends_like_a_title,
)
from drafting.cleaning.step import Found, deletion
from drafting.cleaning.web.bits import is_title_with_site, iter_bits
from drafting.cleaning.web.fitted.finder import Ends
from drafting.cleaning.web.fitted.middle import (
    is_around_page,
    iter_glued,
    iter_middle,
    length_of_own,
    weight_of_words,
)
from drafting.cleaning.web.guards import find_random
from drafting.cleaning.web.head import is_own_front, iter_head
from drafting.cleaning.web.line_kinds import is_contact, is_furniture
from drafting.cleaning.web.page import KnownLines, Page
from drafting.cleaning.web.patterns import is_head_of_links
from drafting.cleaning.web.tail import is_link, iter_tail
from drafting.text.edits import TextEdit, apply_edits
from drafting.text.offsets import OffsetMap
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from drafting.cleaning.lines import Line

_LONGEST = 420
_ROUNDS = 4
_SWEEPS = 3
_HEAD_LINES = 8
_LONGEST_HEAD = 140
_PASSES = 3
_LONGEST_VALUE = 20
_LONGEST_FIELD = 8
_OF_SITE = re.compile("本[文站页网]|网站|网址|http|www")
_MOST_CONTACTS = 2  # on a line; a page has all of its own on one
_NAME_LINES = 3
_TITLE_LINES = 12
_SHARED_BY = re.compile(r"《(.{1,80}?)》由会员分享")
_PREVIEW = re.compile(r"(.{1,60}?)_第 ?\d{1,4} ?页")


def find_web_residue(text: str) -> Found:
    """Return the edits that take page furniture out, whole lines and bits inside lines.

    What is left once a page is gone may be told better: it is looked at again until nothing more
    goes, so that cleaned again it stays as it is.
    """
    folded = fold(text)
    edits = find_random([line for line in split_folded(text, folded) if len(line)])
    is_seen = not edits
    left = _Left()
    if is_seen:
        left = _residue(text, folded)
        edits = list(_merged(left.edits))
        is_seen = all(_is_whole(text, edit) for edit in edits)  # what whole lines leave was
    doubtful = left.doubtful
    for _ in range(_PASSES):
        is_glued = _may_be_glued(left.lines)
        if is_seen and not is_glued:
            break
        rest, rest_folded = apply_edits(text, edits), apply_edits(folded, edits)
        glued = find_glued_titles(rest).edits if is_glued else ()  # a later step parts them
        if is_seen and not glued:
            break
        origin = OffsetMap.from_edits(len(text), edits)
        if glued:
            origin = OffsetMap.from_edits(len(rest), glued).after(origin)
            rest, rest_folded = apply_edits(rest, glued), apply_edits(rest_folded, glued)
        left = _residue(rest, rest_folded)
        doubtful = [origin.span_to_old(span) for span in left.doubtful]
        spans = [origin.span_to_old(edit.span) for edit in left.edits]
        more = [TextEdit(span, "") for span in spans if len(span)]
        if not more:
            break
        edits = list(_merged([*edits, *more]))
        is_seen = all(_is_whole(text, edit) for edit in edits)
    places = tuple(_shown(text, edit) for edit in edits)
    return Found(tuple(edits), places, doubtful=tuple(doubtful))


@dataclass(frozen=True, slots=True)
class _Left:
    """What goes of a text, the lines that are left, and where those stand that are doubtful."""

    edits: Sequence[TextEdit] = ()
    lines: Sequence[Line] = ()
    doubtful: Sequence[Span] = ()


def _residue(text: str, folded: str) -> _Left:
    """Return what goes of a text and what stays; ``folded`` is the text's folded form."""
    lines = [line for line in split_folded(text, folded) if len(line)]
    kept, doubtful = without_furniture(lines)
    stay = frozenset(kept)
    edits = [deletion(line.first, line.next) for line in lines if line not in stay]
    page_shows = len(kept) < len(lines)
    edits.extend(iter_bits(kept, folded, page_shows=page_shows))
    edits.extend(iter_glued(kept, page_shows=page_shows))
    told = [one for one in kept if one in doubtful and not is_contact(one.folded)]
    return _Left(edits, kept, [Span(one.start, one.end) for one in told])


def _may_be_glued(lines: Sequence[Line]) -> bool:
    """Return whether a salutation stands in a line of the head that does not begin with it."""
    for line in lines[:_HEAD_LINES]:
        if begins_with_salutation(line.folded):
            return False
        glued = SALUTATION.search(line.folded, 0, _LONGEST_HEAD)
        if glued is not None and CLAUSE_MARK.search(line.folded, 0, glued.start()) is None:
            return True
    return False


def without_furniture(
    lines: Sequence[Line], *, proved: int = 0
) -> tuple[Sequence[Line], Collection[Line]]:
    """Return the lines that are left when whole lines of the page go, and go, until none does.

    Each sweep begins as if nothing had gone before, as the next cleaning will, but those of the
    page's lines that ``proved`` it. Of those left the second part may be the page's.
    """
    known = KnownLines(lines, weight_of_words)
    # What is left over of a broken line is short, and as bare as what pages print.
    left_over = continued(lines)
    doubtful: set[Line] = set()
    for _ in range(_SWEEPS):
        gone = 0
        known.spared.clear()
        for _ in range(_ROUNDS):
            page = Page(lines, gone=gone, proved=proved, known=known)
            found, doubts = _furniture(page)
            dropped = _without_left_over(lines, found, left_over)
            shows = page.gone > 0 or any(page.proves(index) for index in dropped)
            if shows:
                found = dropped | set(iter_middle(page, dropped))
                dropped = _without_left_over(lines, found, left_over)
            if not (shows and dropped):
                doubtful.update(lines[at] for at in (*dropped, *doubts))
                break
            gone += len(dropped)
            lines = [line for index, line in enumerate(lines) if index not in dropped]
        if not gone:
            break
    return lines, doubtful


def _without_left_over(
    lines: Sequence[Line], found: Collection[int], left_over: Collection[int]
) -> set[int]:
    """Return the ``found`` lines that go: none of the speech's goes on in them or stands in them.

    In what a page's line leaves over nothing of the speech goes on.
    """
    dropped: set[int] = set()
    for at in sorted(found):
        folded = lines[at].folded
        goes_on = lines[at].start in left_over and at - 1 not in dropped
        goes_on = goes_on and (
            len(folded) <= LEFT_OVER or not (is_furniture(folded) or is_head_of_links(folded))
        )
        if not (goes_on or length_of_own(folded) or is_around_page(folded)):
            dropped.add(at)
    return dropped


def _merged(edits: Sequence[TextEdit]) -> Iterator[TextEdit]:
    """Yield deletions in their order, those that overlap as one: a title may end in both."""
    first: int | None = None
    last = 0
    for edit in sorted(edits, key=lambda one: one.span):
        if first is not None and edit.span.start >= last:
            yield deletion(first, last)
            first = None
        first = edit.span.start if first is None else first
        last = max(last, edit.span.end)
    if first is not None:
        yield deletion(first, last)


def _is_whole(text: str, edit: TextEdit) -> bool:
    """Return whether an edit takes out nothing but whole lines."""
    start, end = edit.span.start, edit.span.end
    return (start == 0 or text[start - 1] == "\n") and (end == len(text) or text[end - 1] == "\n")


def _shown(text: str, edit: TextEdit) -> Span:
    piece = edit.span.of(text)
    start = edit.span.start + len(piece) - len(piece.lstrip())
    return Span(start, max(start, edit.span.start + len(piece.rstrip())))


def _furniture(page: Page) -> tuple[set[int], Sequence[int]]:
    """Return the lines that belong to the page and not to the speech, and those in doubt."""
    dropped: set[int] = set(range(page.end, len(page.lines)))
    for index in _iter_suspects(page):
        line = page.lines[index]
        if index in dropped or len(line) > _LONGEST:
            continue
        if index < page.first_text and page.matches("label", index):
            dropped.update(_label(page, index))
        elif _is_bracket(line) and index - 1 not in dropped:
            continue
        elif _is_furniture(page, index):
            dropped.add(index)
        elif page.heads_links(index):
            dropped.update(_link_list(page, index))
    dropped.update(list(_values(page, dropped)))
    dropped.update(list(iter_head(page, dropped)))
    dropped.update(list(iter_tail(page, dropped)))
    ends = Ends(page)
    if page.is_whole:
        page.known.spared.update(page.lines[one] for one in ends.iter_unlikely(dropped))
    dropped = {index for index in dropped if page.lines[index] not in page.known.spared}
    dropped.update(list(ends.iter_likely(dropped)))
    dropped.difference_update(list(_contacts(page, dropped)))
    dropped.update(_page_titles(page, dropped))
    return dropped, ends.doubtful


def _iter_suspects(page: Page) -> Iterator[int]:
    """Yield the lines outside the speech, and those in it that are furniture even there."""
    lines = page.lines
    first, end = min(page.first_text, len(lines)), page.last_text + 1
    yield from range(first)
    yield from (
        one for one in range(first, min(end, len(lines))) if lines[one] in page.known.inside
    )
    yield from range(max(end, first), len(lines))


def _is_furniture(page: Page, index: int) -> bool:
    in_head = index < page.first_text
    if not in_head and index <= page.last_text:
        return page.matches("anywhere", index)
    if in_head and is_title_with_site(page.lines[index].folded):
        return page.matches("anywhere", index)
    if page.is_sure(index) or (index < _NAME_LINES and page.matches("name", index)):
        return True
    if not in_head or ends_like_a_title(page.lines[index].folded):
        return False
    return page.matches("head", index) or page.is_dated(index)


def _link_list(page: Page, index: int) -> Iterator[int]:
    """Yield the head of a list of links and its links; at the tail everything after it."""
    yield index
    if index > page.last_text:
        yield from range(index + 1, len(page.lines))
        return
    for following in range(index + 1, len(page.lines)):
        if not is_link(page.lines[following]):
            return
        yield following


def _label(page: Page, index: int) -> Iterator[int]:
    """Yield a label above its value and the value, unless a title follows an empty label."""
    yield index
    value = index + 1
    if value >= page.first_text or len(page.lines[value]) > _LONGEST_VALUE:
        return
    subtitle = "".join(line.folded[0] for line in page.lines[value + 1 : value + 2])
    if subtitle != "—" and not ends_like_a_title(page.lines[value].folded):
        yield value


def _contacts(page: Page, dropped: set[int]) -> Iterator[int]:
    """Yield the lines right behind the speech that say whom to call or to write to.

    A page prints such lines, too, but other ones before them.
    """
    for index in range(page.last_text + 1, page.end):
        folded = page.lines[index].folded
        is_own = is_contact(folded) and folded.count(":") <= _MOST_CONTACTS
        if index in dropped and (not is_own or _OF_SITE.search(folded)):
            return
        yield index


def _values(page: Page, dropped: set[int]) -> Iterator[int]:
    """Yield what stands below the names of fields that go above the title."""
    for index in range(page.first_text - 1):
        name, value = page.lines[index].folded, page.lines[index + 1].folded
        named = index in dropped and name.endswith(":") and len(name) <= _LONGEST_FIELD
        named = named and len(value) <= _LONGEST_VALUE and not is_own_front(value)
        if named and (not ends_like_a_title(value) or CLAUSE_MARK.search(value)):
            yield index + 1


def _page_titles(page: Page, dropped: set[int]) -> Iterator[int]:
    """Yield the document site's own titles, where the speech brings its title itself."""
    names = {
        match[1]
        for index in dropped
        for match in [
            _SHARED_BY.search(page.lines[index].folded)
            or _PREVIEW.fullmatch(page.lines[index].folded)
        ]
        if match
    }
    if not names:
        return
    rest = [index for index in range(len(page.lines)) if index not in dropped]
    titles = [index for index in rest[:_TITLE_LINES] if page.lines[index].folded in names]
    others = [index for index in rest if index not in titles]
    if others and not _begins_without_title(page.lines[others[0]].folded):
        yield from titles


def _begins_without_title(folded: str) -> bool:
    text = re.sub(r"^1、\s*", "", folded)
    begun = begins_with_salutation(text) or is_own_front(text)
    return begun or HEADING_MARKER.match(text) is not None


def _is_bracket(line: Line) -> bool:
    """Return whether a line is a lone bracket, which ends a tool bar or belongs to the text."""
    return len(line) == 1 and line.folded in "[]【】|:"
