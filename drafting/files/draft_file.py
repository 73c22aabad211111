"""The .jianggao file: a draft as JSON that can be read without the program."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from drafting.errors import ImportProblem

if TYPE_CHECKING:
    from pathlib import Path

DRAFT_SUFFIX = ".jianggao"
FORMAT = 1
_HISTORY = re.compile("[0-9a-f]{8,64}")
_DAMAGED_ADVICE = "请打开同一文件夹中的 .bak 备份，或从自动恢复中取回"


@dataclass(frozen=True, slots=True)
class DraftFile:
    """What a saved draft holds, as plain JSON types.

    ``source`` is the speech that the draft was made from: ``title``, ``hash``, ``text``.
    ``history`` is the mark under which versions of the draft are kept, empty where there are none.
    ``extra`` are keys that this version does not know; they go back into the file. ``read_only``
    is not stored: it is set where saving would lose something that this version cannot read.
    """

    text: str
    particulars: dict[str, Any] = field(default_factory=dict)
    suppressions: tuple[dict[str, Any], ...] = ()
    locked: tuple[str, ...] = ()
    source: dict[str, Any] | None = None
    revision: int = 0
    history: str = ""
    format: int = FORMAT
    read_only: bool = False
    extra: dict[str, Any] = field(default_factory=dict)

    @property
    def made_from(self) -> str | None:
        """Return the text of the speech that the draft was made from, None where there is none."""
        text = None if self.source is None else self.source.get("text")
        return text if isinstance(text, str) else None


def encode_draft(draft: DraftFile) -> bytes:
    """Return the file's bytes: UTF-8 JSON, indented; the same draft gives the same bytes."""
    content: dict[str, Any] = {
        "format": draft.format,
        "revision": draft.revision,
        "particulars": draft.particulars,
        "text": draft.text,
        "suppressions": list(draft.suppressions),
        "locked": list(draft.locked),
        "source": draft.source,
    }
    if draft.history:
        content["history"] = draft.history
    content |= {key: value for key, value in draft.extra.items() if key not in content}
    written = json.dumps(content, ensure_ascii=False, indent=2) + "\n"
    return _without_lone_surrogates(written).encode("utf-8")


def decode_draft(data: bytes, path: Path | str) -> DraftFile:
    """Return the draft in ``data``; ``path`` stands in the message.

    Raises:
        ImportProblem: ``empty``, ``damaged``, or ``newer-format`` where a newer version's file
            has no text that this one could show.
    """
    if not data.strip(b"\0 \t\r\n"):
        raise ImportProblem(path, "empty", "文件是空的", _DAMAGED_ADVICE)
    content = _parse(data, path)
    number = content.pop("format", None)
    if not isinstance(number, int) or isinstance(number, bool) or number < 1:
        raise ImportProblem(path, "damaged", "它不是讲稿文件或已损坏", _DAMAGED_ADVICE)
    text = content.pop("text", None)
    if not isinstance(text, str):
        if number > FORMAT:
            reason = "它由较新版本的讲稿保存"
            raise ImportProblem(path, "newer-format", reason, "请升级程序后再打开")
        raise ImportProblem(path, "damaged", "其中没有正文", _DAMAGED_ADVICE)
    return _draft(content, number, text.replace("\r\n", "\n").replace("\r", "\n"))


def _parse(data: bytes, path: Path | str) -> dict[str, Any]:
    try:
        text = data.decode("utf-8-sig")
        content = json.loads(text)
        if "\\ud" in text.lower():  # an escaped half of a pair: no text can hold it
            whole = json.dumps(content, ensure_ascii=False)
            content = json.loads(_without_lone_surrogates(whole))
    except (ValueError, RecursionError) as error:
        raise ImportProblem(path, "damaged", "内容不完整或已损坏", _DAMAGED_ADVICE) from error
    if not isinstance(content, dict):
        raise ImportProblem(path, "damaged", "它不是讲稿文件或已损坏", _DAMAGED_ADVICE)
    return content


def _draft(content: dict[str, Any], number: int, text: str) -> DraftFile:
    particulars = content.pop("particulars", {})
    suppressions = content.pop("suppressions", [])
    locked = content.pop("locked", [])
    source = content.pop("source", None)
    revision = content.pop("revision", 0)
    history = content.pop("history", "")
    sound = (
        isinstance(particulars, dict)
        and _is_list_of(suppressions, dict)
        and _is_list_of(locked, str)
        and isinstance(source, dict | None)
        and isinstance(revision, int)
    )
    return DraftFile(
        text=text,
        particulars=particulars if isinstance(particulars, dict) else {},
        suppressions=tuple(suppressions) if _is_list_of(suppressions, dict) else (),
        locked=tuple(locked) if _is_list_of(locked, str) else (),
        source=source if isinstance(source, dict) else None,
        revision=revision if isinstance(revision, int) else 0,
        # It becomes a folder's name: nothing but what we write ourselves may do so.
        history=history if isinstance(history, str) and _HISTORY.fullmatch(history) else "",
        format=number,
        # The text can be shown; saving over it would lose what could not be understood.
        read_only=number > FORMAT or not sound,
        extra=content,
    )


def _is_list_of(value: object, kind: type) -> bool:
    return isinstance(value, list) and all(isinstance(one, kind) for one in value)


def _without_lone_surrogates(text: str) -> str:
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
