"""``export``: speeches as Word or PDF files, one or a folder full."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from drafting.commandline.output import print_json, print_lines, say
from drafting.commandline.reading_commands import STANDARD_INPUT, open_input, tell_omissions
from drafting.commandline.targets import make_folder, output_path, unused
from drafting.commandline.text_table import table_lines
from drafting.errors import ImportProblem, StorageError, UsageError
from drafting.files.names import safe_file_name
from drafting.workspace.exporting import export_file, with_particulars
from drafting.workspace.speech_files import iter_speech_files

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

_HEAD = ("文件", "页数", "结果")


def run(call: argparse.Namespace) -> int:
    """Carry out the command and return the exit code."""
    if call.out_dir is not None:
        return _export_batch(call)
    if len(call.files) != 2:
        raise UsageError(
            "导出需要一个来源文件和一个 .docx 或 .pdf 文件名；成批导出请用 --out-dir 指定文件夹。"
        )
    source, wish = call.files
    shape = _exported(call, source, output_path(Path(wish), source))
    for warning in shape["warnings"]:
        say(warning)
    if call.json:
        print_json(shape)
    else:
        print_lines([f"已导出“{shape['path']}”，{shape['pages']} 页。"])
    return 0


def _export_batch(call: argparse.Namespace) -> int:
    """Export every speech; a bad one is told and the next taken."""
    shapes: list[dict[str, Any]] = []
    rows: list[tuple[str, str, str]] = []
    told: set[str] = set()
    outcome = 0
    make_folder(call.out_dir)
    for name in _names(call.files):
        target = call.out_dir / f"{safe_file_name(Path(name).stem)}.{call.format}"
        try:
            shape = _exported(call, name, unused(target))
        except (ImportProblem, StorageError) as problem:
            say(str(problem))
            outcome = problem.exit_code
            rows.append((Path(name).name, "", f"未导出：{problem.reason}"))
            continue
        for warning in shape["warnings"]:
            if warning not in told:  # what the machine lacks is said once
                say(warning)
                told.add(warning)
        shapes.append(shape)
        rows.append((Path(name).name, str(shape["pages"]), Path(shape["path"]).name))
    if call.json:
        print_json({"files": shapes})
    else:
        print_lines([*table_lines(_HEAD, rows), _sum(call.out_dir, shapes, len(rows))])
    return outcome


def _sum(folder: Path, shapes: list[dict[str, Any]], count: int) -> str:
    pages = sum(shape["pages"] for shape in shapes)
    failed = count - len(shapes)
    lost = f"，{failed} 个未能导出" if failed else ""
    return f"共导出 {len(shapes)} 个文件、{pages} 页到“{folder}”{lost}。"


def _names(wishes: list[str]) -> Iterator[str]:
    for wish in wishes:
        if wish == STANDARD_INPUT:
            yield wish
        else:
            yield from map(str, iter_speech_files([wish]))


def _exported(call: argparse.Namespace, name: str, target: Path) -> dict[str, Any]:
    opened = open_input(name)
    tell_omissions(opened)
    date = None if call.date is None else f"{call.date.year}年{call.date.month}月{call.date.day}日"
    draft = with_particulars(opened.draft, speaker=call.speaker, date=date)
    done = export_file(draft, target, call.layout)
    return {
        "path": str(target),
        "layout": call.layout,
        "pages": done.pages,
        "warnings": list(done.warnings),
    }
