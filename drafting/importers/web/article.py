"""Where the article stands in a web page: the smallest block that has all of its running text.

Readers of the web weigh paragraphs by their commas and blocks by long lists of names; a speech has
short lines (whom it addresses, headings, thanks) that such weights lose. Here the tree is walked
down from the page as long as one block has nearly all prose and nothing beside it may be said:
where that is not sure the block is wider, at last the whole page. What then stands around it is the
page's; of the lines above it the title stays, and what a speech has below its title.
"""

from __future__ import annotations

import re
from itertools import accumulate
from typing import TYPE_CHECKING

from drafting.cleaning.lines import fold, split_folded
from drafting.cleaning.speech_signs import (
    begins_with_salutation,
    ends_like_a_title,
    is_last_word,
    is_prose,
)
from drafting.cleaning.web.head import may_stand_below_title
from drafting.cleaning.web.line_kinds import (
    EDITOR,
    is_furniture,
    is_lead,
    is_of_a_speech,
    is_own_tail,
)
from drafting.cleaning.web.patterns import pattern_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from drafting.importers.web.blocks import Block, PageLine

_SHARE = 0.7  # of the prose around it, at least, is in the block that is entered
_LEAST_PROSE = 120  # characters that make an article
_PROOF = 1  # line of links or of known furniture that shows a page
_PROVED = 2  # lines, at least, that cleaning wants as a proof
_FEWEST_TOOLS = 2  # of a comment's
_LONGEST_OF_PAGE = 420  # of a sentence that the page says of itself
_LEVELS = 12  # of blocks around a line whose names are looked at
_NOT_ENTERED = frozenset(("p", "li", "ul", "ol", "blockquote", "pre", "figure", "h1", "h2", "h3"))
_HEADINGS = frozenset(("h1", "h2", "h3", "h4"))
_TITLES = frozenset(("title", "tit", "bt", "biaoti", "headline", "subject", "tt"))
# What a block with one of these words in its name says is never the speech's.
_PAGES = frozenset(
    (
        "nav", "aside", "footer", "foot", "copyright", "bottom", "comment", "comments", "cmt",
        "pinglun", "reply", "related", "relate", "recommend", "rank", "hot", "share", "sidebar",
        "side", "menu", "crumb", "crumbs", "breadcrumb", "search", "login", "friend", "links",
        "advert", "banner", "toolbar", "qrcode", "ewm", "disclaimer", "statement", "tags",
    )
)  # fmt: skip
# … nor above it, where a page sums it up.
_SUMMARIES = frozenset(("summary", "abstract", "zhaiyao", "zy", "daodu", "lead", "intro", "digest"))
_CUT_OFF = ("...", "…", "……")  # how the beginning of another text ends
# … and what one with these says of a text: who wrote it, when, where it was found.
_PARTICULARS = frozenset(
    (
        "author", "au", "zz", "editor", "source", "ly", "laiyuan", "info", "meta", "date", "time",
        "byline",
    )
)  # fmt: skip
_FILE = re.compile(r"\.(?:docx?|wps|xlsx?|et|pptx?|pdf|ofd|zip|rar|txt)\)?$", re.IGNORECASE)
_LONGEST_COMMENT = 200
_CHINESE = re.compile("[一-鿿]{4}")
_PIECES = re.compile("[。!?;:,…\n]+")
_SHORTEST_PIECE = 6
_REPEATED_SHARE = 0.6
_SHORTEST_TITLE = 5
_FRONT_LINES = 8  # of an article in which its own title is looked for
_SUBTITLE = re.compile("[—―─－-]")
# What a picture shows: who speaks where, a place, who took it.
_CAPTION = re.compile(
    "[^。!?;:,]{2,30}(?:现场|会场|场景|合影|留影|剪影|资料图|(?<![的言])(?:讲话|致辞|致词|发言|作报告))"
    r"|[^。!?;:,、]{2,12}(?:察看|查看|考察|调研|走访|慰问|视察|检查|参观|座谈|揭牌|剪彩|指导)[^。!?;:,、]{0,16}"
    r"|图[为:一二三四五六七八九十\d].{2,40}|.{0,30}[( ][^。 ]{0,8}摄(?:影)?\)?"
)


class Article:
    """The article of a page; ``kept`` are its lines with its title, all where none is sure.

    ``pictures`` are the lines that a picture stands right before. ``has_prose`` tells whether the
    page has as much running text as makes an article.
    """

    def __init__(
        self,
        lines: Sequence[PageLine],
        page: Block,
        title: str,
        pictures: Collection[int] = (),
    ) -> None:
        self._lines = lines
        self._pictures = pictures
        self._title = "".join(fold(title).split())
        self._parts = list(map(_parts_of, lines))
        self._prose = [0, *accumulate(map(self._prose_of, range(len(lines))))]
        self._pieces: frozenset[str] | None = None
        self.has_prose = self._prose[-1] >= _LEAST_PROSE
        self._block = self._enter(page)
        self.kept: Sequence[int] = range(len(lines))
        if self._block is not page and self._is_proved():
            self.kept = self._without_furniture([*self._head(), *self._without_links(self._body())])
        elif self.has_prose:
            inner = self._without_links(self.kept)
            if len(inner) < len(lines):
                self.kept = self._without_furniture(inner)

    def _prose_of(self, index: int) -> int:
        if self._lines[index].is_link:
            return 0
        return sum(len(part) for part in self._parts[index] if _is_chinese_prose(part))

    def _mass(self, block: Block) -> int:
        """Return how many characters of prose stand in a block."""
        return self._prose[block.end] - self._prose[block.first]

    def _enter(self, page: Block) -> Block:
        """Return the smallest block outside of which nothing may be said."""
        block = page
        while block.inner:
            inner = max(block.inner, key=self._mass)
            least = max(_LEAST_PROSE, _SHARE * self._mass(block))
            if inner.tag in _NOT_ENTERED or self._mass(inner) < least:
                break
            if self._is_said_beside(inner, block):
                break
            block = inner
        return block

    def _is_said_beside(self, inner: Block, block: Block) -> bool:
        behind = range(inner.end, block.end)
        for index in behind:
            if not any(map(is_own_tail, self._parts[index])) or self._lines[index].is_link:
                break
            if not all(map(is_furniture, self._parts[index])):
                return True
        beside = (*range(block.first, inner.first), *behind)
        return any(self._may_be_said(index, inner, block) for index in beside)

    def _may_be_said(self, index: int, inner: Block, block: Block) -> bool:
        """Return whether a line outside ``inner`` may be the speech's all the same."""
        line = self._lines[index]
        above = index < inner.first
        if line.is_link or self._is_named(line.block, block, _PAGES):
            return False
        if above and self._is_named(line.block, block, _SUMMARIES):
            return False
        if not above and self._is_comment(line, block):
            return False
        noted = above and index > 0 and EDITOR.fullmatch(self._parts[index - 1][-1]) is not None
        return not noted and any(self._is_spoken(part, inner) for part in self._parts[index])

    def _is_comment(self, line: PageLine, outer: Block) -> bool:
        """Return whether a line stands in a block in ``outer`` that is mostly tools and links."""
        block = line.block
        for _ in range(_LEVELS):
            if block.outer is None or block.outer is outer:
                break
            block = block.outer
        lines = range(block.first, block.end)
        tools = sum(map(self._is_of_page, lines))
        said = [index for index in lines if self._prose[index + 1] > self._prose[index]]
        longest = max((self._prose[one + 1] - self._prose[one] for one in said), default=0)
        return tools >= _FEWEST_TOOLS and tools >= len(said) and longest <= _LONGEST_COMMENT

    def _is_spoken(self, part: str, inner: Block) -> bool:
        if is_furniture(part) or EDITOR.match(part) or part.endswith(_CUT_OFF):
            return False
        if is_of_a_speech(part) or is_last_word(part):
            return True
        if not _is_chinese_prose(part):
            return False
        of_page = len(part) <= _LONGEST_OF_PAGE and pattern_of("sentence").search(part) is not None
        return not of_page and not self._repeats(part, inner)

    def _is_named(self, block: Block | None, outer: Block, names: frozenset[str]) -> bool:
        """Return whether a block inside ``outer`` or one around it has one of ``names``."""
        for _ in range(_LEVELS):
            if block is None or block is outer:
                return False
            if not names.isdisjoint(block.words()):
                return True
            block = block.outer
        return False

    def _repeats(self, part: str, inner: Block) -> bool:
        """Return whether most of a paragraph stands in the article, too, as an abstract's does."""
        if self._pieces is None:
            article = self._parts[inner.first : inner.end]
            self._pieces = frozenset(piece for one in article for piece in _pieces_of(one))
        pieces = list(_pieces_of([part]))
        again = sum(len(piece) for piece in pieces if piece in self._pieces)
        return again > _REPEATED_SHARE * max(sum(map(len, pieces)), 1)

    def _is_proved(self) -> bool:
        outside = [*range(self._block.first), *range(self._block.end, len(self._lines))]
        return sum(map(self._is_of_page, outside)) >= _PROOF

    def _head(self) -> Sequence[int]:
        """Return the lines above the article that are its own: title, subtitle, speaker, day."""
        first = self._block.first
        title, name_inside = self._title_line(), self._own_title()
        if title is None:
            above = () if name_inside else range(first)
            return [index for index in above if not self._is_of_page(index)]
        top = title
        while top > 0 and self._goes_on_above(top):
            top -= 1
        name = "".join(part for index in range(top, title + 1) for part in self._parts[index])
        if name_inside:
            again = name_inside in name or name in name_inside
            return () if again else range(top, title + 1)
        below = range(title + 1, first)
        alone = not any(map(self._is_particular, below))
        own = (index for index in below if self._is_own(index, alone=alone))
        return (*range(top, title + 1), *own)

    def _body(self) -> Sequence[int]:
        """Return the lines of the article but what pictures show and sentences that pass it on."""
        first, end = self._block.first, self._block.end
        front = range(first, min(first + _FRONT_LINES, end))
        spoken = (at for at in front if any(map(begins_with_salutation, self._parts[at])))
        salutation = next(spoken, first)
        leads = {at for at in range(first, salutation) if all(map(is_lead, self._parts[at]))}
        body = (index for index in range(first, end) if index not in leads)
        return [index for index in body if not self._is_caption(index)]

    def _without_links(self, kept: Sequence[int]) -> Sequence[int]:
        """Return the lines but those around the running text that only lead elsewhere."""
        said = [at for at in kept if self._prose[at + 1] > self._prose[at]]
        first, last = min(said, default=len(self._lines)), max(said, default=len(self._lines))
        return [at for at in kept if first <= at <= last or not self._leads_away(at)]

    def _leads_away(self, index: int) -> bool:
        """Return whether a line is a link and nothing else, and to no file of the speech's."""
        line, parts = self._lines[index], self._parts[index]
        if line.linked < sum(map(len, line.text.split())) or not any(parts):
            return False
        return not any(is_own_tail(one) or _FILE.search(one) for one in parts) and not (
            self._is_called(index)
        )

    def _without_furniture(self, kept: Sequence[int]) -> Sequence[int]:
        """Return those of the lines that are not the page's; cleaning no longer sees its proof."""
        from drafting.cleaning.web.residue import without_furniture

        owners = [at for at in kept for _ in self._parts[at]]
        texts = (self._lines[at].number + "\n".join(self._parts[at]) for at in kept)
        lines = split_folded("\n".join(texts))
        filled = {line: at for line, at in zip(lines, owners, strict=True) if len(line)}
        left, _ = without_furniture(list(filled), proved=_PROVED)
        stay = {filled[line] for line in left}
        return [at for at in kept if at in stay or not any(self._parts[at])]

    def _is_caption(self, index: int) -> bool:
        """Return whether a line beside a picture tells what it shows."""
        if index not in self._pictures and index + 1 not in self._pictures:
            return False
        text = "".join(self._parts[index])
        return _CAPTION.fullmatch(text) is not None and not self._is_named_like_page(text)

    def _is_named_like_page(self, text: str) -> bool:
        return self._title.startswith("".join(text.split()))

    def _own_title(self) -> str:
        """Return the title with which the article itself begins, empty where it has none."""
        block = self._block
        for index in range(block.first, min(block.first + _FRONT_LINES, block.end)):
            if self._prose[index + 1] > self._prose[index]:
                break
            if ends_like_a_title(text := "".join(self._parts[index])):
                return text
        return ""

    def _title_line(self) -> int | None:
        above = [index for index in range(self._block.first) if self._may_be_title(index)]
        named = [index for index in above if self._is_called(index)]
        headed = [index for index in above if self._is_headed(index)]
        return max(named or headed, default=None)

    def _may_be_title(self, index: int) -> bool:
        """Return whether a line is no page's; a heading may lead to the page itself."""
        line = self._lines[index]
        if any(map(is_furniture, self._parts[index])):
            return False
        return not line.is_link or (line.block.tag in _HEADINGS and self._is_called(index))

    def _is_called(self, index: int) -> bool:
        """Return whether a line reads like a title, or the page is called like it."""
        text = "".join("".join(self._parts[index]).split())
        called = len(text) >= _SHORTEST_TITLE and self._title.startswith(text)
        return called or ends_like_a_title("".join(self._parts[index]))

    def _is_headed(self, index: int) -> bool:
        block = self._lines[index].block
        return block.tag in _HEADINGS or not _TITLES.isdisjoint(block.words())

    def _goes_on_above(self, top: int) -> bool:
        """Return whether the line above ``top`` belongs to the same title."""
        above, line = self._lines[top - 1], self._lines[top]
        if above.is_link or is_furniture(self._parts[top - 1][-1]):
            return False
        if _SUBTITLE.match(line.text.strip()):
            return True
        return above.block is line.block and self._is_headed(top)

    def _is_of_page(self, index: int) -> bool:
        return self._lines[index].is_link or any(map(is_furniture, self._parts[index]))

    def _is_particular(self, index: int) -> bool:
        """Return whether a line below the title is one of the page's particulars."""
        named = self._is_named(self._lines[index].block, self._block, _PARTICULARS)
        return named or self._is_of_page(index)

    def _is_own(self, index: int, *, alone: bool) -> bool:
        """Return whether a line below the title may be the speech's; an office only ``alone``."""
        parts = self._parts[index]
        if self._is_of_page(index):
            return False
        return all(may_stand_below_title(one, office=alone) for one in parts)


def _is_chinese_prose(part: str) -> bool:
    return is_prose(part) and _CHINESE.search(part) is not None


def _parts_of(line: PageLine) -> list[str]:
    """Return what breaks part in a line, folded."""
    return [one.strip() for one in fold(line.text.replace("\xa0", " ")).split("\n")]


def _pieces_of(parts: Iterable[str]) -> Iterable[str]:
    pieces = (piece.strip() for part in parts for piece in _PIECES.split(part))
    return (piece for piece in pieces if len(piece) >= _SHORTEST_PIECE)
