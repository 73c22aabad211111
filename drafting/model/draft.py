"""A speech as parts of one text: what is being written or was read."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from drafting.model.particulars import Evidence, Particulars
from drafting.text.span import Span

if TYPE_CHECKING:
    from drafting.model.headings import Heading, MarkerKind
    from drafting.model.outline import Outline


class Script(StrEnum):
    """Which Chinese script a text came in."""

    SIMPLIFIED = "simplified"
    TRADITIONAL = "traditional"
    MIXED = "mixed"


class BlockKind(StrEnum):
    """What a paragraph is in the speech."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    SPEAKER = "speaker"
    DATE = "date"
    SALUTATION = "salutation"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    SIGNATURE = "signature"
    NOTE = "note"
    EMPTY = "empty"


class Move(StrEnum):
    """What an opening does, step by step (rhetorical moves, Swales 1990)."""

    CONVENE = "convene"
    PURPOSE = "purpose"
    RECAP = "recap"
    ENDORSE = "endorse"
    ANNOUNCE = "announce"


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph; ``span`` leaves out the line break and blanks around it."""

    kind: BlockKind
    span: Span

    @property
    def is_said(self) -> bool:
        """Return whether it is read aloud; what names the speech and its speaker is not."""
        return self.kind not in _NOT_SAID


_ANNEX = "附件"
_NOT_SAID = {
    BlockKind.TITLE, BlockKind.SUBTITLE, BlockKind.SPEAKER, BlockKind.DATE, BlockKind.SIGNATURE,
    BlockKind.NOTE, BlockKind.EMPTY,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class ItemSeries:
    """A series inside paragraphs (一要…二要…); ``complete``: from one without a gap."""

    kind: MarkerKind
    markers: tuple[str, ...]
    starts: tuple[int, ...]
    numbers: tuple[int, ...]
    complete: bool


class PromiseKind(StrEnum):
    """Parts announced (讲三点意见), or a count beside its members (两个克服)."""

    PARTS = "parts"
    LISTED = "listed"


@dataclass(frozen=True, slots=True)
class Promise:
    """An announced count.

    ``count`` is None for 几点; ``found`` is None where the members cannot be told apart with
    certainty; ``members`` are the spans that were counted; ``count_span`` covers the numeral.
    """

    kind: PromiseKind
    text: str
    span: Span
    count_span: Span
    count: int | None
    found: int | None
    members: tuple[Span, ...] = ()

    @property
    def kept(self) -> bool | None:
        """Return whether the promise is kept, None where that cannot be known."""
        if self.count is None or self.found is None:
            return None
        return self.count == self.found

    @property
    def is_telling(self) -> bool:
        """Return whether it tells a reader something: a mere name (“五大文化”) does not.

        Parts announced do, and a count beside its members once these are counted.
        """
        return self.kind is PromiseKind.PARTS or self.kept is not None


@dataclass(frozen=True, slots=True)
class Opening:
    """The text before the first heading, and what it does in order."""

    span: Span
    moves: tuple[Move, ...]


@dataclass(frozen=True, slots=True)
class Speech:
    """One of several speeches that stand one behind the other in a text.

    ``span`` runs from its title to the next one's; its headings and blocks are those of the draft
    that begin there.
    """

    span: Span
    particulars: Particulars
    opening: Opening | None
    closing: Span | None


@dataclass(frozen=True, slots=True)
class Draft:
    """One version of a speech: its text once, everything else as spans of it.

    ``text`` holds one paragraph a line, title and salutation included; all positions are code
    points of it. ``revision`` tells versions of the same draft apart; ``evidence`` names the places
    that the guessed fields of ``particulars`` come from.

    ``speeches`` are empty where the text holds one speech. Where it holds several, title,
    salutation, opening and particulars are the first one's, and ``closing`` is the last one's.
    """

    text: str
    revision: int = 0
    script: Script = Script.SIMPLIFIED
    blocks: tuple[Block, ...] = ()
    headings: tuple[Heading, ...] = ()
    items: tuple[ItemSeries, ...] = ()
    promises: tuple[Promise, ...] = ()
    opening: Opening | None = None
    closing: Span | None = None
    particulars: Particulars = field(default_factory=Particulars)
    evidence: tuple[Evidence, ...] = ()
    speeches: tuple[Speech, ...] = ()
    outline: Outline | None = field(default=None, compare=False)

    @property
    def annex(self) -> Span | None:
        """Return what is appended behind the speech (附件：…) to the end of the text, or None."""
        start = None
        for block in reversed(self.blocks):
            if block.kind not in (BlockKind.NOTE, BlockKind.EMPTY):
                break
            if block.span.of(self.text).startswith(_ANNEX):
                start = block.span.start
        return None if start is None else Span(start, len(self.text))

    def first(self, kind: BlockKind) -> Block | None:
        """Return the first paragraph of that kind, or None."""
        return next((block for block in self.blocks if block.kind is kind), None)

    def text_of(self, kind: BlockKind) -> str | None:
        """Return the text of the first paragraph of that kind, or None."""
        block = self.first(kind)
        return None if block is None else block.span.of(self.text)

    @property
    def salutation(self) -> str | None:
        """Return whom the speech addresses first, all lines of it, or None."""
        return self.salutation_in(self._first)

    @property
    def title(self) -> str:
        """Return the title on one line (several title lines joined), or an empty string."""
        return self.title_in(self._first)

    @property
    def _first(self) -> Span:
        return self.speeches[0].span if self.speeches else Span(0, len(self.text))

    def title_in(self, part: Span) -> str:
        """Return the title of the speech that ``part`` covers, like ``title``."""
        titles = (block.span for block in self.blocks if block.kind is BlockKind.TITLE)
        return "".join(one.of(self.text) for one in titles if part.contains(one))

    def salutation_in(self, part: Span) -> str | None:
        """Return whom the speech that ``part`` covers addresses first, like ``salutation``."""
        lines: list[str] = []
        for block in self.blocks:
            if not part.contains(block.span):
                continue
            if block.kind is BlockKind.SALUTATION:
                lines.append(block.span.of(self.text))
            elif lines and block.kind is not BlockKind.EMPTY:
                break
        return "\n".join(lines) or None
