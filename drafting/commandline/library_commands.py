"""``library``: the office's past speeches, looked after and searched."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from drafting.commandline.library_shapes import (
    changes_shape,
    entry_shape,
    hit_shape,
    phrase_shape,
    speech_shape,
    stats_shape,
)
from drafting.commandline.output import print_json, print_lines, say, say_progress
from drafting.commandline.reading_commands import passed_line
from drafting.commandline.targets import output_path
from drafting.corpus.search import SearchFilter
from drafting.errors import LibraryProblem, UsageError
from drafting.model.particulars import Particulars
from drafting.model.speech import CorpusChanges
from drafting.workspace.library import opening, speeches, upkeep
from drafting.workspace.library.importing import ImportProgress, add_speeches
from drafting.workspace.library.phrases import list_library_phrases
from drafting.workspace.library.records import path_text
from drafting.workspace.library.starters import add_starter_speeches

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from drafting.model.speech import SpeechRecord


def run(call: argparse.Namespace) -> int:
    """Carry out one of the words of ``library`` and return the exit code."""
    return _WORDS[call.word](call, opening.required_library(call.library))


def _answer(call: argparse.Namespace, shape: dict[str, Any], lines: Iterable[str]) -> None:
    if call.json:
        print_json(shape)
    else:
        print_lines(lines)


def _add(call: argparse.Namespace, path: Path) -> int:
    if not call.paths and not call.starter:
        raise UsageError("请写出要添加的文件或文件夹，或用 --starter 添加随程序附带的示例讲话。")
    changes = add_starter_speeches(path, on_notice=say) if call.starter else CorpusChanges()
    if call.paths:
        added = add_speeches(call.paths, path, on_progress=_tell_progress, on_notice=say)
        changes = CorpusChanges.joined([changes, added])
    for one in changes.doubtful:
        say(f"“{one.path}”{one.doubt}")
    records = {one.id: one for one in speeches.list_speeches(path)}
    new = [records[one] for one in changes.added if one in records]
    _answer(call, changes_shape(changes, new), _changes_lines(changes, records))
    return LibraryProblem.exit_code if changes.failed else 0


def _tell_progress(progress: ImportProgress) -> None:
    say_progress("已处理", progress.done, progress.total, progress.path)


def _changes_lines(changes: CorpusChanges, records: Mapping[int, SpeechRecord]) -> Iterator[str]:
    counts = (len(changes.added), len(changes.duplicates), len(changes.failed))
    passed = sum(len(one.paths) for one in changes.passed)
    more = f"，另有 {passed} 项不是文稿，没有读" if passed else ""
    yield "新增 {} 篇，已有 {} 篇，未能读取 {} 个文件".format(*counts) + f"{more}。"
    same: set[str] = set()
    for duplicate in changes.duplicates:
        record = records.get(duplicate.id)
        if record is not None and record.source_path == path_text(Path(duplicate.path).absolute()):
            same.add(duplicate.path)  # nothing new to who adds a folder again
            continue
        title = "" if record is None else f"《{record.title}》"
        yield f"已有：{duplicate.path}（与编号 {duplicate.id}{title}文字相同）"
    if same:
        yield f"以前添加过、没有变化的 {len(same)} 个文件没有再添加。"
    for failed in changes.failed:
        yield f"未能读取：{failed.path}（{failed.reason}）"
    yield from map(passed_line, changes.passed)


def _list(call: argparse.Namespace, path: Path) -> int:
    records = speeches.list_speeches(path, on_notice=say)
    if not records:
        say("素材库里还没有讲话，可用“library add”添加。")
    _answer(call, {"speeches": [entry_shape(one) for one in records]}, map(_entry_line, records))
    return 0


def _entry_line(record: SpeechRecord) -> str:
    about = record.particulars
    date = "日期不明" if about.date is None else about.date.isoformat()
    return f"{record.id}\t{date}\t{about.speaker or ''}\t{record.characters} 字\t{record.title}"


def _show(call: argparse.Namespace, path: Path) -> int:
    record = speeches.show_speech(path, call.id, on_notice=say)
    _answer(call, speech_shape(record), [record.text] if call.text else _speech_lines(record))
    return 0


def _speech_lines(record: SpeechRecord) -> Iterator[str]:
    yield f"{record.title}（编号 {record.id}，{record.characters} 字）"
    shape = entry_shape(record)
    for name, label in _LABELS.items():
        if shape[name]:
            yield f"{label}：{shape[name]}"
    for heading in record.parts.headings:
        yield "　" * heading.level + heading.span.of(record.text)


_LABELS = {
    "date": "日期",
    "speaker": "讲话人",
    "role": "职务",
    "occasion": "会议",
    "kind": "种类",
    "level": "级别",
    "path": "来源",
}


def _remove(call: argparse.Namespace, path: Path) -> int:
    only = _filter(call)
    if not call.ids and not call.starter and only is None:
        raise UsageError("请写出要删除的编号，或用 --kind、--year、--speaker、--starter 指定。")
    changes = speeches.remove_speeches(
        path, call.ids, only=only, starters=call.starter, on_notice=say
    )
    lines = [f"已删除 {len(changes.removed)} 篇，没有留下痕迹。"]
    _answer(call, {"removed": list(changes.removed)}, lines)
    return 0


def _edit(call: argparse.Namespace, path: Path) -> int:
    about = Particulars(
        kind=call.kind,
        occasion=call.occasion,
        level=call.level,
        date=call.date,
        speaker=call.speaker,
        role=call.role,
    )
    speeches.edit_speech(path, call.id, title=call.title, particulars=about)
    record = speeches.show_speech(path, call.id)
    _answer(call, entry_shape(record), [f"已改好：{_entry_line(record)}"])
    return 0


def _stats(call: argparse.Namespace, path: Path) -> int:
    stats = upkeep.library_stats(path, on_notice=say)
    shape = stats_shape(stats, path)
    lines = [
        f"讲话 {stats.speeches} 篇，{stats.characters} 字，其中示例讲话 {stats.starters} 篇",
        f"讲话人 {stats.speakers} 位，日期从 {stats.first_date or '—'} 到 {stats.last_date or '—'}",
        "种类：" + "，".join(f"{name} {count}" for name, count in stats.by_kind.items()),
        "年份：" + "，".join(f"{name} {count}" for name, count in stats.by_year.items()),
        f"文件：{path}（{stats.file_bytes / 1_000_000:.1f} MB）",
    ]
    _answer(call, shape, lines)
    return 0


def _verify(call: argparse.Namespace, path: Path) -> int:
    problems = upkeep.verify_library(path, on_notice=say)
    lines = [f"素材库有问题：{one}。" for one in problems] or ["素材库完好。"]
    _answer(call, {"ok": not problems, "problems": problems}, lines)
    return LibraryProblem.exit_code if problems else 0


def _backup(call: argparse.Namespace, path: Path) -> int:
    target = output_path(call.output, str(path))
    upkeep.backup_library(path, target, on_notice=say)
    _answer(call, {"path": str(target)}, [f"已备份到“{target}”。"])
    return 0


def _search(call: argparse.Namespace, path: Path) -> int:
    hits = speeches.search_library(
        path, call.query, limit=call.n, only=_filter(call), order=call.order, on_notice=say
    )
    lines = (f"{one.id}\t{one.date or '日期不明'}\t{one.title}\n\t{one.snippet}" for one in hits)
    if not hits:
        say(f"没有找到“{call.query}”。")
    _answer(call, {"hits": [hit_shape(one) for one in hits]}, lines)
    return 0 if hits else 1


def _phrases(call: argparse.Namespace, path: Path) -> int:
    found = list_library_phrases(path, call.min_documents, call.n, on_notice=say)
    lines = (f"{one.text}\t{one.kind.label}\t{one.documents} 篇\t{one.count} 次" for one in found)
    _answer(call, {"phrases": [phrase_shape(one) for one in found]}, lines)
    return 0


def _filter(call: argparse.Namespace) -> SearchFilter | None:
    only = SearchFilter(call.kind, call.year, call.speaker)
    return None if only == SearchFilter() else only


_WORDS: dict[str, Callable[[argparse.Namespace, Path], int]] = {
    "add": _add,
    "list": _list,
    "show": _show,
    "remove": _remove,
    "edit": _edit,
    "stats": _stats,
    "verify": _verify,
    "backup": _backup,
    "search": _search,
    "phrases": _phrases,
}
