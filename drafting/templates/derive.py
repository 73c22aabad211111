"""The skeleton of any past speech: its frame stays, its content becomes named slots."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from drafting.model.draft import BlockKind, PromiseKind
from drafting.templates.clause_frames import (
    closing_frame,
    opening_frame,
    spoken_frame,
)
from drafting.templates.heading_frames import heading_frames, names_a_place
from drafting.templates.skeleton import SLOT, Skeleton
from drafting.templates.title_frames import title_frame
from drafting.text.edits import TextEdit, apply_edits
from drafting.text.numerals import format_han
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from drafting.model.draft import Block, Draft, ItemSeries
    from drafting.model.headings import Heading

_LEVEL_NAMES = ("部分", "条", "款", "项")
_GUEST = re.compile("尊敬的.+?(?P<tail>[，：:,]?)$")
# Markers that count; 要创新方法 and the like hold content.
_NUMBERED = re.compile(
    "[（(]?[一二三四五六七八九十0-9]{1,3}[）)、.．是要看]|第[一二三四五六七八九十]"
    "|首先|其次|再次|最后|一方面|另一方面|[①-⑳]"
)
_MAX_SALUTATION = 30
_DASHES = "—─―-－ \u3000"
# What is the same wherever it stands in a speech.
_ONE_THING = frozenset(
    {"会议名称", "主题", "会议主题", "主要任务", "讲话人", "日期", "机关", "活动名称"}
)
_BODY = (BlockKind.PARAGRAPH, BlockKind.HEADING)


def template_from_draft(draft: Draft) -> Skeleton:
    """Return the skeleton of ``draft``; a text in which nothing is recognised gives slots only.

    Title frame, salutation, set clauses of opening and closing, markers and shared wording of the
    headings, and the markers of series stay; names, figures and all other content go.
    """
    return Skeleton.of(_told_apart("\n".join(_Deriver(draft).lines())))


def _told_apart(text: str) -> str:
    """Return ``text`` with the slots numbered whose name stands in it for several things.

    Who fills one slot fills all of that name.
    """
    counts: Counter[str] = Counter()

    def numbered(match: re.Match[str]) -> str:
        name = match.group(1)
        counts[name] += 1
        if counts[name] == 1 or name in _ONE_THING:
            return match.group()
        return f"{{{name}{_han(counts[name])}}}"

    return SLOT.sub(numbered, text)


class _Deriver:
    """One walk over the blocks of a speech."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._labels = _labels(draft.headings)
        self._frames = _frames(draft, self._labels)
        self._by_block: dict[int, list[int]] = {}
        for index, heading in enumerate(draft.headings):
            self._by_block.setdefault(heading.block, []).append(index)
        self._first_body = next((i for i, b in enumerate(draft.blocks) if b.kind in _BODY), None)
        self._lines: list[str] = []
        self._has_title = False
        self._label = ""
        self._paragraphs = 0
        self._filled: set[str] = set()

    def lines(self) -> list[str]:
        """Return the paragraphs of the skeleton."""
        for index, block in enumerate(self._draft.blocks):
            if block.kind in _BODY:
                self._add_body(index, block)
            else:
                self._add_front(block)
        return self._lines

    def _add_front(self, block: Block) -> None:
        text = block.span.of(self._draft.text)
        kind = block.kind
        if kind is BlockKind.TITLE:
            if not self._has_title:
                self._lines.append(title_frame(self._draft.title))
            self._has_title = True
        elif kind is BlockKind.SALUTATION:
            guest = _GUEST.fullmatch(text)
            if guest:
                self._lines.append("尊敬的{来宾}" + guest["tail"])
            elif names_a_place(text):
                self._lines.append("{称谓}：")
            elif len(text) <= _MAX_SALUTATION:
                self._lines.append(text)
        elif kind is BlockKind.DATE and text[:1] not in "（(":  # the date of the signature
            self._lines.append("{日期}")
        elif kind is BlockKind.SUBTITLE and text.lstrip(_DASHES).startswith("在"):
            self._lines.append("——" + title_frame(text.lstrip(_DASHES)))
        elif kind in _FRONT_SLOTS:
            self._lines.append(_FRONT_SLOTS[kind])

    def _add_body(self, index: int, block: Block) -> None:
        draft = self._draft
        span = block.span
        if draft.closing is not None and span.start >= draft.closing.start:
            self._label = "结尾"
            self._append(self._spoken(span, closing_frame))
            return
        headings = self._by_block.get(index, [])
        first = draft.headings[headings[0]].span.start if headings else span.end
        lead = Span(span.start, max(first, span.start))
        self._append(self._lead(index, lead))
        for place, number in enumerate(headings):
            following = headings[place + 1 :]
            end = draft.headings[following[0]].span.start if following else span.end
            self._add_headed(number, end)

    def _append(self, line: str) -> None:
        if line:
            self._lines.append(line)

    def _lead(self, index: int, span: Span) -> str:
        """Return the frame of what stands before the paragraph's first heading."""
        draft = self._draft
        if not span.of(draft.text).strip():
            return ""
        opening = draft.opening
        if opening is not None:
            is_opening = span.start < opening.span.end
        else:
            is_opening = not self._label and index == self._first_body
        if is_opening:
            return opening_frame(_with_true_counts(draft, span))
        if draft.headings:
            return self._content(span)
        self._paragraphs += 1
        self._label = f"第{_han(self._paragraphs)}段"
        slot = f"{self._label}内容"
        return self._spoken(span, lambda text: spoken_frame(text, slot))

    def _add_headed(self, number: int, end: int) -> None:
        """Add a heading and its content, on two lines where no mark stands between them."""
        heading = self._draft.headings[number]
        self._label = self._labels[number]
        behind = self._draft.text[heading.span.end : end]
        stop = behind[:1] if behind[:1] in tuple("。，：；,:;") else ""
        content = self._content(Span(min(heading.span.end + len(stop), end), end))
        line = heading.marker + self._frames[number] + stop
        if stop:
            self._append(line + content)
            return
        self._append(line)
        self._append(content)

    def _content(self, span: Span) -> str:
        """Return one slot for the content of a part, and the series inside it by their markers."""
        if not span.of(self._draft.text).strip():
            return ""
        pieces: list[str] = []
        label = self._label or "正文"
        name = f"{label}内容"
        if name not in self._filled:
            self._filled.add(name)
            pieces.append(f"{{{name}}}")
        series = self._series(span)
        if series is not None:
            pieces.append(_items(series, label))
        return "。".join(pieces) + "。" if pieces else ""

    def _spoken(self, span: Span, frame_of: Callable[[str], str]) -> str:
        """Return a paragraph's frame up to its series, and the series by its markers."""
        series = self._series(span)
        if series is None:
            return frame_of(span.of(self._draft.text))
        lead = _with_true_counts(self._draft, Span(span.start, series.starts[0]))
        return frame_of(lead.strip()) + _items(series, self._label) + "。"

    def _series(self, span: Span) -> ItemSeries | None:
        """Return the first numbered series that begins inside ``span``."""
        for series in self._draft.items:
            if (
                series.starts
                and span.start <= series.starts[0] < span.end
                and all(_NUMBERED.match(marker) for marker in series.markers)
            ):
                return series
        return None


def _items(series: ItemSeries, label: str) -> str:
    return "；".join(
        f"{marker}{{{label}要点{_han(number)}}}"
        for number, marker in enumerate(series.markers, start=1)
    )


_FRONT_SLOTS = {
    BlockKind.SUBTITLE: "——{副标题}",
    BlockKind.SPEAKER: "{讲话人}",
    BlockKind.DATE: "（{日期}）",
    BlockKind.SIGNATURE: "{落款}",
}


def _with_true_counts(draft: Draft, span: Span) -> str:
    """Return the text of ``span``, its announced number of parts made that of the parts found."""
    edits = [
        TextEdit(promise.count_span.shifted(-span.start), _measure(promise.found))
        for promise in draft.promises
        if promise.kind is PromiseKind.PARTS
        and promise.kept is False
        and promise.found
        and span.contains(promise.count_span)
    ]
    return apply_edits(span.of(draft.text), edits)


def _measure(number: int) -> str:
    return "两" if number == 2 else _han(number)


def _labels(headings: Sequence[Heading]) -> list[str]:
    """Return what to call each part: 第一部分, 第一部分第二条 …, counted as they come."""
    labels: list[str] = []
    counts = [0] * (max((heading.level for heading in headings), default=0) + 1)
    for heading in headings:
        counts[heading.level] += 1
        counts[heading.level + 1 :] = [0] * (len(counts) - heading.level - 1)
        path = [count for count in counts[1 : heading.level + 1] if count]
        names = _LEVEL_NAMES[: len(path)]
        labels.append("".join(f"第{_han(n)}{name}" for n, name in zip(path, names, strict=False)))
    return labels


def _frames(draft: Draft, labels: Sequence[str]) -> list[str]:
    """Return the frame of every heading, made with its siblings of one kind of marker."""
    frames = [""] * len(labels)
    groups: dict[tuple[str, int, str], list[int]] = {}
    parents = [""] * (max((one.level for one in draft.headings), default=0) + 2)
    for index, heading in enumerate(draft.headings):
        parents[heading.level] = labels[index]
        key = (parents[heading.level - 1], heading.level, heading.kind.value)
        groups.setdefault(key, []).append(index)
    for members in groups.values():
        texts = [draft.headings[index].text for index in members]
        made = heading_frames(texts, [labels[index] for index in members])
        for index, frame in zip(members, made, strict=True):
            frames[index] = frame
    return frames


def _han(number: int) -> str:
    return format_han(min(max(number, 0), 9999))
