"""Rules that look at one paragraph, run on those paragraphs that they have not seen."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from drafting.checks.runner import Found, run_rules
from drafting.model.draft import Block, Draft

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafting.checks.base import CheckContext, Rule
    from drafting.model.finding import Finding
    from drafting.model.headings import Heading
    from drafting.text.span import Span


class Paragraph(NamedTuple):
    """One line of a draft with all that a rule of one paragraph may look at.

    Two of the same ``key`` are the same to such a rule, wherever they stand.
    """

    start: int
    is_first: bool
    is_last: bool
    key: tuple[object, ...]
    text: str
    blocks: tuple[Block, ...]
    headings: tuple[Heading, ...]


@dataclass(frozen=True, slots=True)
class _Seen:
    """What was found in a paragraph that began at ``start``."""

    start: int
    findings: tuple[Finding, ...]


class ParagraphChecks:
    """Remembers what was found in each paragraph of a draft; for one thread at a time."""

    def __init__(self) -> None:
        self._seen: dict[tuple[object, ...], _Seen] = {}
        self._conditions: tuple[object, ...] = ()

    def found(self, draft: Draft, context: CheckContext, rules: Sequence[Rule]) -> Found:
        """Return what ``rules`` find in ``draft``, all of them of one paragraph each."""
        conditions = _conditions(draft, context, rules)
        if conditions != self._conditions:
            self._seen, self._conditions = {}, conditions
        paragraphs = list(iter_paragraphs(draft))
        new = {one.key: one for one in paragraphs if one.key not in self._seen}
        failed = self._look_at(list(new.values()), draft, context, rules) if new else ()
        placed = [(one.key, self._placed(one)) for one in paragraphs]
        self._seen = dict(placed)
        if failed:
            self._conditions = ()  # what broke down is tried again
        return Found(tuple(one for _, seen in placed for one in seen.findings), failed)

    def _look_at(
        self,
        paragraphs: Sequence[Paragraph],
        draft: Draft,
        context: CheckContext,
        rules: Sequence[Rule],
    ) -> tuple[str, ...]:
        """Run the rules on a draft of these paragraphs alone; return which of them failed."""
        part, starts = draft_of(paragraphs, draft)
        alone = replace(context, source=None, beside=(), library=None, speller=None)
        found = run_rules(part, alone, rules)
        by_paragraph: list[list[Finding]] = [[] for _ in paragraphs]
        for finding in found.findings:
            by_paragraph[bisect_right(starts, finding.span.start) - 1].append(finding)
        for one, start, findings in zip(paragraphs, starts, by_paragraph, strict=True):
            self._seen[one.key] = _Seen(start, tuple(findings))
        return found.failed

    def _placed(self, paragraph: Paragraph) -> _Seen:
        """Return what was found in a paragraph, moved to where it stands now."""
        seen = self._seen[paragraph.key]
        by = paragraph.start - seen.start
        if not by or not seen.findings:
            return seen

        def move(span: Span) -> Span:
            return span.shifted(by)

        return _Seen(paragraph.start, tuple(one.relocated(move) for one in seen.findings))


def _conditions(draft: Draft, context: CheckContext, rules: Sequence[Rule]) -> tuple[object, ...]:
    """Return all beside a paragraph that decides what is found in it."""
    return (
        tuple(rule.code for rule in rules),
        id(context.lexicons),
        context.profile,
        context.settings,
        context.date,
        context.locked,
        draft.particulars.kind,
    )


def iter_paragraphs(draft: Draft) -> Iterator[Paragraph]:
    """Yield the lines of a draft with their blocks and headings, places counted in the line."""
    blocks = list(draft.blocks)
    headings = sorted(draft.headings, key=lambda one: one.span.start)
    block = heading = start = 0
    for line in draft.text.split("\n"):
        end = start + len(line)
        first_block, first_heading = block, heading
        while block < len(blocks) and blocks[block].span.start <= end:
            block += 1
        while heading < len(headings) and headings[heading].span.start <= end:
            heading += 1
        ends = (not start, end == len(draft.text))
        own = (blocks[first_block:block], headings[first_heading:heading])
        yield _paragraph(line, start, ends, own, first_block)
        start = end + 1


def _paragraph(
    line: str,
    start: int,
    ends: tuple[bool, bool],
    own: tuple[Sequence[Block], Sequence[Heading]],
    first: int,
) -> Paragraph:
    blocks, headings = own
    key = (
        line,
        ends,
        *((one.kind, one.span.start - start, one.span.end - start) for one in blocks),
        *(
            (
                one.level,
                one.kind,
                one.run_in,
                one.block - first,
                one.span.start - start,
                one.span.end - start,
                one.marker_span.end - start,
            )
            for one in headings
        ),
    )
    return Paragraph(start, *ends, key, line, tuple(blocks), tuple(headings))


def draft_of(paragraphs: Sequence[Paragraph], draft: Draft) -> tuple[Draft, list[int]]:
    """Return a draft of these paragraphs alone, and where each begins in it.

    Line breaks stand around them as in the whole draft: patterns look at them.
    """
    starts: list[int] = []
    blocks: list[Block] = []
    headings: list[Heading] = []
    breaks = [
        "\n" if not paragraphs[0].is_first else "",
        "\n" if not paragraphs[-1].is_last else "",
    ]
    start = len(breaks[0])
    for one in paragraphs:
        by, first = start - one.start, len(blocks)
        own = {id(block): number for number, block in enumerate(one.blocks, first)}
        numbers = list(own.values())
        blocks += (replace(block, span=block.span.shifted(by)) for block in one.blocks)
        for heading in one.headings:
            holder = draft.blocks[heading.block]
            headings.append(
                replace(
                    heading,
                    span=heading.span.shifted(by),
                    marker_span=heading.marker_span.shifted(by),
                    block=own.get(id(holder), numbers[0] if numbers else 0),
                )
            )
        starts.append(start)
        start += len(one.text) + 1
    part = Draft(
        text="\n".join(one.text for one in paragraphs).join(breaks),
        revision=draft.revision,
        script=draft.script,
        blocks=tuple(blocks),
        headings=tuple(headings),
        particulars=draft.particulars,
    )
    return part, starts
