"""How the window names a past speech: its day, its speaker, its kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt

    from drafting.model.speech import SpeechRecord
    from drafting.workspace.library.importing import ImportProgress

UNKNOWN = "未注明"
_MILLION = 1 << 20
_TEN_THOUSAND = 10_000


def day_of(date: dt.date | None) -> str:
    """Return a day as the lists show it, 未注明 where it is not known."""
    return UNKNOWN if date is None else date.isoformat()


def about(record: SpeechRecord) -> str:
    """Return who held the speech, when, at which meeting: what is known of it."""
    speaker = " ".join(filter(None, (record.role, record.speaker)))
    kind = "" if record.kind is None else record.kind.value
    day = "" if record.date is None else record.date.isoformat()
    return " · ".join(filter(None, (day, speaker, record.occasion, kind)))


def source_note(record: SpeechRecord) -> str:
    """Return the speech as a source is cited: day, speaker and title."""
    who = "".join(filter(None, (record.role, record.speaker)))
    day = (
        "" if record.date is None else f"{record.date:%Y}年{record.date.month}月{record.date.day}日"
    )
    return "，".join(filter(None, (day, who))) + f"《{record.title}》"


def library_words(speeches: int, characters: int) -> str:
    """Return how large the library is."""
    if not speeches:
        return "素材库还是空的"
    if characters < _TEN_THOUSAND:
        return f"{speeches:,} 篇 · {characters:,} 字"
    return f"{speeches:,} 篇 · {characters / _TEN_THOUSAND:.1f} 万字"


def size_words(count: int) -> str:
    """Return the size of a file."""
    return f"{count / _MILLION:.1f} MB" if count >= _MILLION else f"{max(count // 1024, 1):,} KB"


def progress_words(progress: ImportProgress) -> str:
    """Return how far an import is, naming the file."""
    name = file_name(progress.path)
    if not progress.total:
        return "正在入库：清点文件…"
    if progress.done >= progress.total:
        return f"已读完 {progress.total:,} 个文件，正在归纳套话…"
    return f"正在入库 {progress.done:,} / {progress.total:,}：{name}"


def share_words(progress: ImportProgress) -> str:
    """Return how far an import is, for places that are too narrow for the file's name."""
    if not progress.total or progress.done >= progress.total:
        return "正在入库"
    return f"正在入库（{progress.done:,} / {progress.total:,}）"


def file_name(path: str) -> str:
    """Return a file's name without its folders."""
    return path.replace("\\", "/").rpartition("/")[2]
