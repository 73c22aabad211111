"""Annotated files read again by python-docx, and findings made up for any place."""

from __future__ import annotations

import io
import random
import zipfile
from typing import TYPE_CHECKING

import docx
from docx.oxml.ns import qn

from drafting.model.finding import Applicability, Finding, Fix, Severity
from drafting.text.span import Span
from tests.importers.packages import pack, word_parts

if TYPE_CHECKING:
    from drafting.text.edits import TextEdit

_CHARACTERS = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:noBreakHyphen"): "-"}


_KINDS = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_OVERRIDES = (
    f'<Override PartName="/word/document.xml" ContentType="{_KINDS}.document.main+xml"/>'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
)
_COMMENTS = f'<Override PartName="/word/comments.xml" ContentType="{_KINDS}.comments+xml"/>'


def docx_of(body: str, **parts: str) -> bytes:
    """Return a Word file with that body, its types told as python-docx wants them."""
    found = word_parts(body, **parts)
    told = _OVERRIDES + (_COMMENTS if "comments" in parts else "") + "</Types>"
    found["[Content_Types].xml"] = str(found["[Content_Types].xml"]).replace("</Types>", told)
    return pack(found)


def finding_at(span: Span, message: str = "这里要改", *edits: TextEdit) -> Finding:
    """Return a finding there, with a safe fix of these edits if there are any."""
    fixes = (Fix("改好", edits, Applicability.SAFE),) if edits else ()
    return Finding("ST001", "made-up", Severity.WARNING, span, message, "试一试。", fixes)


def spans_in_lines(text: str, seed: int, number: int = 12) -> list[Span]:
    """Return spans of a few characters, none over the end of a line, none of blanks."""
    chance = random.Random(seed)  # noqa: S311 - the same places each time
    spans = []
    lines = [(m, line) for m, line in _lines(text) if line.strip()]
    for _ in range(number):
        start, line = chance.choice(lines)
        first = chance.randrange(len(line))
        length = chance.randint(1, 12)
        span = Span(start + first, start + min(first + length, len(line)))
        if span.of(text).strip() == span.of(text):
            spans.append(span)
    return sorted(set(spans))


def _lines(text: str) -> list[tuple[int, str]]:
    found, start = [], 0
    for line in text.split("\n"):
        found.append((start, line))
        start += len(line) + 1
    return found


def anchored_words(data: bytes) -> dict[int, str]:
    """Return the words that each comment is tied to, as python-docx finds them."""
    document = docx.Document(io.BytesIO(data))
    known = {comment.comment_id for comment in document.comments}
    opened: dict[int, list[str]] = {}
    words: dict[int, str] = {}
    for element in document.element.iter():
        tag = element.tag
        if tag == qn("w:commentRangeStart"):
            opened[int(element.get(qn("w:id")))] = []
        elif tag == qn("w:commentRangeEnd"):
            number = int(element.get(qn("w:id")))
            words[number] = "".join(opened.pop(number, []))
        elif opened and (tag == qn("w:t") or tag in _CHARACTERS):
            if not _is_shown(element):
                continue
            for pieces in opened.values():
                pieces.append(_CHARACTERS.get(tag, element.text or ""))
    assert set(words) <= known
    references = [
        int(one.get(qn("w:id"))) for one in document.element.iter(qn("w:commentReference"))
    ]
    assert set(words) <= set(references)
    return dict(sorted(words.items()))


def _is_shown(element: object) -> bool:
    parents = [one.tag for one in element.iterancestors()]
    return not {qn("w:del"), qn("w:tabs"), qn("w:rt")} & set(parents)


def remarks_in(data: bytes) -> list[str]:
    """Return the text of the comments, as python-docx finds them."""
    return [comment.text for comment in docx.Document(io.BytesIO(data)).comments]


def raw_parts(data: bytes) -> dict[str, bytes]:
    """Return every part as it is packed."""
    parts = {}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        for entry in archive.infolist():
            lengths = data[entry.header_offset + 26 : entry.header_offset + 30]
            start = entry.header_offset + 30
            start += int.from_bytes(lengths[:2], "little") + int.from_bytes(lengths[2:], "little")
            parts[entry.filename] = data[start : start + entry.compress_size]
    return parts
