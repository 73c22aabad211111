"""What a comment says of a finding, and its XML."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from lxml import etree

from drafting.exporters.annotation.fixes import AUTHOR
from drafting.exporters.annotation.package import SPACE
from drafting.exporters.word_text import without_forbidden

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from drafting.model.finding import Finding, Fix
    from drafting.text.span import Span

_SHOWN = 60
# How many related places are shown, and how many characters around each.
_PLACES, _CONTEXT = 3, 6
# Half-points: 小五, as Word sets comments.
_SIZE = "18"


def remark_on(finding: Finding, text: str, *, fixed: Fix | None, is_exact: bool) -> tuple[str, ...]:
    """Return the lines of a comment: what is wrong, why, the first way out."""
    return tuple(_iter_lines(finding, text, fixed=fixed, is_exact=is_exact))


def _iter_lines(finding: Finding, text: str, *, fixed: Fix | None, is_exact: bool) -> Iterator[str]:
    yield f"【{finding.severity.label}】{finding.message}"
    yield f"为什么：{finding.why}"
    yield from _other_places(finding, text)
    if fixed is not None:
        yield f"已用修订标出：{fixed.title}"
    elif finding.fixes:
        yield f"怎么改：{finding.fixes[0].title}"
    if not is_exact:
        wording = finding.span.of(text).replace("\n", " ").strip()
        shown = wording if len(wording) <= _SHOWN else f"{wording[:_SHOWN]}……"
        yield f"所指文字“{shown}”是自动编号、域或在文本框、脚注里，批注只能加在最近的地方。"


def _other_places(finding: Finding, text: str) -> Iterator[str]:
    """Yield the related places of the text, by what is said of them, with the words around."""
    by_note: dict[str, list[Span]] = defaultdict(list)
    for one in finding.related:
        if one.source is None:
            by_note[one.note].append(one.span)
    for note, spans in by_note.items():
        shown = "、".join(f"“{_around(span, text)}”" for span in spans[:_PLACES])
        yield f"{note}：{shown}" + (f"，共 {len(spans)} 处" if len(spans) > _PLACES else "")


def _around(span: Span, text: str) -> str:
    """Return a place with a few characters of its line on either side."""
    start = max(text.rfind("\n", 0, span.start) + 1, span.start - _CONTEXT)
    found = text.find("\n", span.end)
    end = min(len(text) if found < 0 else found, span.end + _CONTEXT)
    wording = text[start:end]
    return wording if len(wording) <= _SHOWN else f"{wording[:_SHOWN]}……"


def comment_xml(parent: _Element, word: str, number: int, lines: tuple[str, ...]) -> None:
    """Append a comment to the comments of a file; its look is its own, no style is needed."""

    def below(element: _Element, name: str, **attributes: str) -> _Element:
        made = etree.SubElement(element, f"{{{word}}}{name}")
        for key, value in attributes.items():
            made.set(f"{{{word}}}{key}", value)
        return made

    comment = below(parent, "comment", id=str(number), author=AUTHOR, initials=AUTHOR)
    for index, line in enumerate(lines):
        paragraph = below(comment, "p")
        properties = below(paragraph, "pPr")
        below(properties, "spacing", before="0", after="0", line="240", lineRule="auto")
        below(properties, "ind", firstLineChars="0", firstLine="0")
        below(properties, "jc", val="left")
        if not index:
            below(below(paragraph, "r"), "annotationRef")
        run = below(paragraph, "r")
        looks = below(run, "rPr")
        below(looks, "rFonts", hint="eastAsia")
        below(looks, "sz", val=_SIZE)
        written = below(run, "t")
        written.text = without_forbidden(line)
        written.set(SPACE, "preserve")
