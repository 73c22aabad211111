"""What a recovery copy's file holds: a draft, and behind it every edit that was made since.

One line of JSON says whose it is and how long the draft behind it is; each edit is a line with its
checksum, so that what a crash tore off at the end is known and left out.
"""

from __future__ import annotations

import dataclasses
import json
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from drafting.files.draft_file import DraftFile, decode_draft, encode_draft
from drafting.text.edits import TextEdit, apply_edits
from drafting.text.span import Span

if TYPE_CHECKING:
    from pathlib import Path

_FORMAT = 2  # the first had no edits behind the draft, and did not say how long that is
_YEAR_3000 = 32_503_680_000


@dataclass(frozen=True, slots=True)
class RecoveryCopy:
    """A draft that was not closed; ``key`` is what its window saved it under.

    ``name`` tells it from other copies of the same draft, ``replaces`` names those that it goes on
    from: the one that was restored, and what that went on from. ``saved_at`` (seconds since 1970 by
    this machine's clock) is for people to read; the order of copies is told by ``sequence`` alone,
    since clocks jump.
    """

    key: str
    sequence: int
    draft_file: DraftFile
    saved_at: float | None = None
    name: str = ""
    replaces: tuple[str, ...] = ()

    @property
    def line(self) -> tuple[str, ...]:
        """Return what a copy replaces that goes on from this one."""
        return (self.name, *self.replaces)


class KeptEdit(NamedTuple):
    """One edit, and what the copy is after it; ``time`` in whole seconds since 1970."""

    edit: TextEdit
    sequence: int
    revision: int
    time: int


def copy_bytes(copy: RecoveryCopy) -> bytes:
    """Return the file of a copy before any edit."""
    body = encode_draft(copy.draft_file)
    head = {
        "recovery": _FORMAT,
        "key": copy.key,
        "sequence": copy.sequence,
        "time": copy.saved_at,
        "replaces": copy.replaces,
        "size": len(body),
    }
    return json.dumps(head).encode("ascii") + b"\n" + body


def edit_bytes(kept: KeptEdit) -> bytes:
    """Return the line of an edit."""
    (span, added), *about = kept
    words = json.dumps([span.start, span.end, added, *about]).encode("ascii")
    return b"%08x %s\n" % (zlib.crc32(words), words)


def read_copy(data: bytes, path: Path) -> RecoveryCopy:
    """Return the copy in a file's bytes, with all edits up to the first that is not whole.

    Raises:
        ImportProblem: the draft in it is damaged.
        ValueError, TypeError, KeyError, RecursionError: so is what stands before it.
    """
    head, _, rest = data.partition(b"\n")
    about = json.loads(head)
    size = about.get("size")
    body, lines = (rest, b"") if size is None else (rest[:size], rest[size:])
    if size is not None and len(body) < size:
        raise ValueError("the end is missing")
    copy = RecoveryCopy(
        key=str(about["key"]),
        sequence=int(about["sequence"]),
        draft_file=decode_draft(body, path),
        saved_at=_time(about.get("time")),
        replaces=tuple(map(str, about.get("replaces", ()))),
    )
    return _with_edits(copy, lines)


def _with_edits(copy: RecoveryCopy, lines: bytes) -> RecoveryCopy:
    text, last = copy.draft_file.text, None
    for line in lines.splitlines(keepends=True):
        kept = _edit(line, len(text))
        if kept is None:
            break
        text, last = apply_edits(text, [kept.edit]), kept
    if last is None:
        return copy
    return dataclasses.replace(
        copy,
        sequence=last.sequence,
        draft_file=dataclasses.replace(copy.draft_file, text=text, revision=last.revision),
        saved_at=_time(last.time),
    )


def _edit(line: bytes, length: int) -> KeptEdit | None:
    """Return the edit of a line, None where it is not whole or leaves a text of that length."""
    mark, _, words = line.rstrip(b"\n").partition(b" ")
    if not line.endswith(b"\n") or mark != b"%08x" % zlib.crc32(words):
        return None
    start, end, added, sequence, revision, time = json.loads(words)
    if not 0 <= start <= end <= length:
        return None
    return KeptEdit(TextEdit(Span(start, end), added), sequence, revision, time)


def _time(value: object) -> float | None:
    """Return a time that a calendar can show, None for anything else."""
    if isinstance(value, int | float) and 0 < value < _YEAR_3000:
        return float(value)
    return None
