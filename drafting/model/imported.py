"""What an importer hands on: text, where each character came from, and what was left out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from drafting.text.edits import TextEdit

# How a file with tracked changes is read: as if all were accepted, or as it stood before them.
Changes = Literal["accepted", "original"]
_BESIDE_TEXT = frozenset(
    (
        "页眉", "页脚", "页眉页脚", "页码", "行号", "网页标题", "导航栏", "控制字符", "空字节",
        "域代码", "构建基块", "不显示的网页文字",
    )
)  # fmt: skip
_PERHAPS_SPEECH = frozenset(
    (
        "隐藏文字", "叠在别的文字上的文字", "没有文字层的页", "损坏的页", "无法辨认的字",
        "无法辨认的字节", "竖排或倾斜的文字", "插入的其他文件", "文件末尾的缺损", "另外的网页",
    )
)  # fmt: skip


class SourceRun(NamedTuple):
    """Characters ``start``..``end`` of the imported text and their place in the file.

    A tuple and no dataclass: a file has thousands, and they were a sixth of the time of reading it.
    ``part`` is the part of the package (``word/document.xml``) or an empty string for plain text,
    ``paragraph`` and ``run`` count from 0 within it, ``offset`` within the run's text: its
    characters, hidden and deleted ones too, with one for each tab, break and hyphen.
    """

    start: int
    end: int
    part: str = ""
    paragraph: int = 0
    run: int = 0
    offset: int = 0


@dataclass(frozen=True, slots=True)
class Omission:
    """Something in the file that is not in the text: ``kind`` in Chinese (批注), how many."""

    kind: str
    count: int
    characters: int = 0

    @property
    def is_perhaps_speech(self) -> bool:
        """Return whether it may be a part of the speech that nobody will hear of again."""
        return self.kind in _PERHAPS_SPEECH

    @property
    def is_beside_text(self) -> bool:
        """Return whether it stands around the text of nearly every file and tells nothing."""
        return self.kind in _BESIDE_TEXT


@dataclass(frozen=True, slots=True)
class ImportedComment:
    """A remark in the file's margin, with the span of the imported text that it is about.

    ``date`` stands as the file has it (ISO 8601), empty where it has none. ``start`` equals
    ``end`` where the remark is about a place, or about text that was not imported; both are None
    where it has no place in the text at all.
    """

    author: str
    date: str
    text: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class ImportedChange:
    """A tracked change: who made it when, and the edits of the original text that make it.

    A move has an edit at both ends. The edits of all changes together, in the order of their
    ``ranks`` (of two insertions at one place the lower one stands first), lead from the original
    text to the one with all changes accepted. ``date`` as in a comment.
    """

    author: str
    date: str
    edits: tuple[TextEdit, ...]
    ranks: tuple[int, ...]
    is_move: bool = False


@dataclass(frozen=True, slots=True)
class ImportedText:
    """The text of a file, one paragraph a line; ``encoding`` for plain text only.

    ``changes`` are the tracked changes of a Word file that was read as it stood before them.
    ``doubts`` are Chinese sentences on what may have been read wrongly. ``whole`` is the same
    file with what its reader took for no part of the speech, None where it left out nothing so.
    """

    text: str
    runs: tuple[SourceRun, ...] = field(default=(), repr=False)
    omissions: tuple[Omission, ...] = ()
    encoding: str | None = None
    comments: tuple[ImportedComment, ...] = field(default=(), repr=False)
    changes: tuple[ImportedChange, ...] = field(default=(), repr=False)
    doubts: tuple[str, ...] = ()
    whole: ImportedText | None = field(default=None, repr=False)

    @property
    def in_full(self) -> ImportedText:
        """Return all that the file says, with what its reader took for no part of the speech."""
        return self.whole or self
