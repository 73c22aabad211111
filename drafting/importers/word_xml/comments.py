"""Comments of a Word file: who said what of which words of the text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from drafting.importers.text_builder import TextBuilder
from drafting.importers.word_xml.numbering import Numbering
from drafting.importers.word_xml.package import short_name, value
from drafting.importers.word_xml.walk import Walker
from drafting.model.imported import ImportedComment

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lxml.etree import _Element

    from drafting.importers.word_xml.walk import Anchor
    from drafting.model.imported import SourceRun


def read_comments(
    root: _Element, anchors: Mapping[str, Anchor], runs: Sequence[SourceRun], length: int
) -> tuple[ImportedComment, ...]:
    """Return the comments in the file's own order, each with its place in the text.

    Numbers and line breaks at the ends of a span, which have no place in the file, are left off.
    """
    starts, ends = [one.start for one in runs], [one.end for one in runs]
    found = []
    for comment in root:
        if short_name(comment) != "w:comment":
            continue
        anchor = anchors.get(value(comment, "id") or "")
        start = end = None
        if anchor is not None:
            start, end = anchor.span(length)
            first, last = bisect_right(ends, start), bisect_left(starts, end) - 1
            if start < end and first <= last:
                start, end = max(start, starts[first]), min(end, ends[last])
            else:
                end = start
        found.append(
            ImportedComment(
                author=value(comment, "author") or "",
                date=value(comment, "date") or "",
                text=_text(comment),
                start=start,
                end=end,
            )
        )
    return tuple(found)


def _text(comment: _Element) -> str:
    builder = TextBuilder()
    Walker(builder, Numbering(None, None)).walk(comment)
    return builder.finish()[0].strip()
