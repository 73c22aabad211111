"""What a page sets into a speech, between its paragraphs and behind their sentences, by its words.

Behind a whole sentence and between two paragraphs hardly anything stands that is no sentence; of
what speeches have there nothing sounds as much like a page as what pages set there.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from drafting.cleaning.speech_signs import END_MARK, HEADING_MARKER, closes, ends_like_a_title
from drafting.cleaning.step import deletion
from drafting.cleaning.web.fitted.chain import weight_behind, weight_of_pairs
from drafting.cleaning.web.fitted.weights import fitted_weights
from drafting.cleaning.web.forms import is_attached
from drafting.cleaning.web.line_kinds import (
    is_addressed,
    is_contact,
    is_furniture,
    is_of_meeting,
    may_be_own,
)
from drafting.cleaning.web.patterns import is_head_of_links

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafting.cleaning.lines import Line
    from drafting.cleaning.web.page import Page
    from drafting.text.edits import TextEdit

_LONGEST = 90
_OFTEN, _LONGEST_STAMP = 3, 40
_ENOUGH = 2.0  # so much the words of a line weigh that is no sentence …
_ENOUGH_OF_SENTENCE = 3.7  # … and of one that is
_SOME, _MUCH = 1.2, 3.3  # or so much its words, and so much all its signs
_ENOUGH_OF_ADDRESS = 1.0  # … and of one with an address of a site
_ENOUGH_OF_PIECE = 2.5  # … and of a piece behind a sentence
_MOST_OF_SPEECH = 1.0  # the words of a sentence that the page's are glued to
_LAST_LINES = 2  # behind which a page may have anything that it prints
_IN_BRACKETS = re.compile(r"(?:^|(?<=[。!?]))[【\[(][^【】\[\]()]{4,60}[】\])](?=[一-鿿“])")
_ENDS = "。!?…;:"
_SHORTEST_PARAGRAPH = 16
_LAST_PIECE = re.compile("(?<=[。!?])[”’』」)】》]*([^。!?]{4,60})$")
_LAST_SENTENCE = re.compile("(?<=[。!?])([^。!?]{4,60}[。!?])$")
_INNER_END = re.compile("[。!?;].*[^。!?;”’』」)】》]")
_PAGE_NUMBER = re.compile(r"(?:第 ?|[-—–· ]*)(\d{1,3})(?: ?页|[-—–· ]*)")
_SENTENCE = re.compile("[^。!?]{4,}[。!?]")
_FEWEST_OWN, _OWN_WEIGHT = 2, -1.2  # no line of a page has two sentences so like a speech's
_ADDRESS = re.compile(r"www\.|https?:")
_LETTER = re.compile(r"[\w×○□*]")  # or a name left out
_BRACKETS = "[]【】()"
_WORD = re.compile("[一-鿿]{2}")
_NUMBER = re.compile(
    r" ?[(第篇]{0,2}[\d一二三四五六七八九十]{1,3}[)篇]{0,2}$"
)  # of a speech in a collection
_OWN = re.compile("附件|附表|附录")


def iter_middle(page: Page, dropped: set[int]) -> Iterator[int]:
    """Yield the lines amid a speech that are the page's, and those without words around it."""
    inner = range(page.first_text + 1, min(page.last_text, len(page.lines)))
    often = Counter([page.lines[index].folded for index in inner])
    for index in inner:
        folded = page.lines[index].folded
        if index not in dropped and (sounds_like_page(folded) or _is_stamp(folded, often)):
            yield index
    yield from _page_numbers(page, inner)
    outer = (*range(page.first_text), *range(page.last_text + 1, len(page.lines)))
    yield from (index for index in outer if _is_wordless(page, index, dropped))


def _page_numbers(page: Page, inner: range) -> Iterator[int]:
    """Yield the lines that hold nothing but a number, where these count on: 2, 3, 4."""
    found = [index for index in inner if _PAGE_NUMBER.fullmatch(page.lines[index].folded)]
    numbers = [int(_PAGE_NUMBER.sub(r"\1", page.lines[index].folded)) for index in found]
    whole = all(END_MARK.search(page.lines[index - 1].folded) for index in found)
    # Parts of a speech are counted from one; page one begins above it.
    if whole and numbers and numbers == list(range(2, len(numbers) + 2)):
        yield from found


def _is_stamp(folded: str, often: Counter[str]) -> bool:
    """Return whether the same line stands again and again between paragraphs, as a site's name."""
    if often[folded] < _OFTEN or len(folded) > _LONGEST_STAMP or _WORD.search(folded) is None:
        return False
    if END_MARK.search(folded) or folded[0] == "(" or _may_be_said(folded):
        return False
    return weight_of_words(folded) >= 0  # a refrain sounds like a speech


def _is_wordless(page: Page, index: int, dropped: set[int]) -> bool:
    """Return whether a line has neither words nor figures, and no brackets of a note.

    Dots may stand for what is left out, but beside the page's lines.
    """
    folded = page.lines[index].folded
    if "…" in folded and not (index - 1 in dropped or index + 1 in dropped):
        return False
    return _LETTER.search(folded) is None and folded not in _BRACKETS


def sounds_like_page(folded: str) -> bool:
    """Return whether a line amid a speech is the page's by its words, where a page shows."""
    if len(folded) > _LONGEST or _WORD.search(folded) is None or _INNER_END.search(folded):
        return False
    words = weight_of_words(folded)
    if END_MARK.search(folded) is not None:
        enough = words >= _ENOUGH_OF_SENTENCE
    else:
        enough = words >= _ENOUGH or (
            words >= _SOME and weight_behind(folded, fitted_weights()) >= _MUCH
        )
        enough = enough or (words >= _ENOUGH_OF_ADDRESS and _ADDRESS.search(folded) is not None)
    return enough and not (_may_be_said(folded) or may_be_own(folded))


def weight_of_words(folded: str) -> float:
    """Return how much the words of a line speak for a page (more than 0) or for a speech."""
    return weight_of_pairs(folded, fitted_weights())


def length_of_own(folded: str) -> int:
    """Return how much of a page's line is the speech's, to whose last words the page is glued."""
    piece = _LAST_PIECE.search(folded) or _LAST_SENTENCE.search(folded)
    if piece is None:
        return 0
    own = folded[: piece.start(1)]
    said = closes(own) and weight_of_words(own) < _MOST_OF_SPEECH
    return len(own) if said else 0


def is_around_page(folded: str) -> bool:
    """Return whether a page's sentence stands in a paragraph of the speech, between its own."""
    sentences = _SENTENCE.findall(folded)
    if len(sentences) <= _FEWEST_OWN or not any(map(sounds_like_page, sentences)):
        return False
    return sum(weight_of_words(one) <= _OWN_WEIGHT for one in sentences) >= _FEWEST_OWN


def iter_glued(lines: Sequence[Line], *, page_shows: bool) -> Iterator[TextEdit]:
    """Yield edits for what a page set behind the sentences of a paragraph.

    A whole sentence goes only where the page shows; a piece that is none, where the paragraphs of
    the text end with sentences.
    """
    long = [line for line in lines if len(line) >= _SHORTEST_PARAGRAPH and "。" in line.folded]
    open_ended = [line for line in long if line.folded[-1] not in _ENDS]
    cut = [line for line in open_ended if END_MARK.search(line.folded) is None]
    last_lines = lines[-_LAST_LINES:]
    for line in {*cut, *last_lines} if 2 * len(cut) < len(long) else ():
        piece = _LAST_PIECE.search(line.folded)
        if piece is None:
            continue
        if _is_glued(piece[1], is_last=line in last_lines, page_shows=page_shows):
            yield deletion(line.start + piece.start(1), line.end)
    for line in {*long, *last_lines} if page_shows else ():
        last = _LAST_SENTENCE.search(line.folded, max(len(line) - _LONGEST, 0))
        if last is not None and sounds_like_page(last[1]):
            yield deletion(line.start + last.start(1), line.end)
        for piece in _IN_BRACKETS.finditer(line.folded):
            if sounds_like_page(piece[0]):
                yield deletion(line.start + piece.start(), line.start + piece.end())


def _is_glued(piece: str, *, is_last: bool, page_shows: bool) -> bool:
    if is_contact(piece) or is_attached(piece):
        return False
    if is_last and (is_furniture(piece) or is_head_of_links(piece)):
        return True
    if page_shows and sounds_like_page(piece):
        return True
    return not _may_be_said(piece) and weight_of_words(piece) >= _ENOUGH_OF_PIECE


def _may_be_said(folded: str) -> bool:
    if HEADING_MARKER.match(folded) or _OWN.search(folded) or is_of_meeting(folded):
        return True
    if is_attached(folded) or is_addressed(folded) or closes(folded):
        return True
    return ends_like_a_title(_NUMBER.sub("", folded))
