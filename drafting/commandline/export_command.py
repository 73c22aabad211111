"""``export``: speeches as Word or PDF files, one or a folder full."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from drafting.commandline.output import print_json, print_lines, say
from drafting.commandline.reading_commands import (
    input_names,
    office_of,
    open_input,
    tell_omissions,
)
from drafting.commandline.targets import output_path, stem_like, unused
from drafting.commandline.text_table import table_lines
from drafting.errors import ImportProblem, StorageError, UsageError
from drafting.files.folders import make_folder
from drafting.workspace.drafts.describing import unused_particulars, with_particulars
from drafting.workspace.drafts.output_choice import DEFAULT_LAYOUT, choice_in
from drafting.workspace.papers.exporting import ExportOptions, export_file

if TYPE_CHECKING:
    import argparse

    from drafting.workspace.papers.exporting import Exported

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
    target = output_path(Path(wish), source)
    done = _exported(call, source, target, _options(call))
    for warning in done.warnings:
        say(warning)
    if call.json:
        print_json(_shape(target, done))
    else:
        print_lines([f"已导出“{target}”，{done.pages} 页。"])
    return 0


def _options(call: argparse.Namespace) -> ExportOptions:
    return ExportOptions(call.layout or "", True if call.pinyin else None, office_of(call))


def _export_batch(call: argparse.Namespace) -> int:
    """Export every speech; a bad one is told and the next taken."""
    shapes: list[dict[str, Any]] = []
    rows: list[tuple[str, str, str]] = []
    told: set[str] = set()
    outcome = pages = 0
    options = _options(call)
    make_folder(call.out_dir, advice="请换一个文件夹")
    for name in input_names(call.files):
        target = unused(call.out_dir / f"{stem_like(name)}.{call.format}")
        try:
            done = _exported(call, name, target, options)
        except (ImportProblem, StorageError) as problem:
            say(str(problem))
            outcome = problem.exit_code
            rows.append((Path(name).name, "", f"未导出：{problem.reason}"))
            continue
        for warning in done.warnings:
            if warning not in done.lacking:
                say(f"“{name}”{warning}")
            elif warning not in told:  # what the machine lacks is said once
                say(warning)
                told.add(warning)
        pages += done.pages
        shapes.append(_shape(target, done))
        rows.append((Path(name).name, str(done.pages), target.name))
    if call.json:
        print_json({"files": shapes})
    else:
        lost = f"，{len(rows) - len(shapes)} 个未能导出" if outcome else ""
        total = f"共导出 {len(shapes)} 个文件、{pages} 页到“{call.out_dir}”{lost}。"
        print_lines([*table_lines(_HEAD, rows), total])
    return outcome


def _exported(
    call: argparse.Namespace, name: str, target: Path, options: ExportOptions
) -> Exported:
    opened = open_input(name)
    tell_omissions(opened.imported, name if call.out_dir is not None else "")
    date = None if call.date is None else f"{call.date.year}年{call.date.month}月{call.date.day}日"
    draft = with_particulars(opened.draft, speaker=call.speaker, date=date)
    chosen = choice_in(opened.draft_file)
    pinyin = chosen.has_pinyin if options.has_pinyin is None else options.has_pinyin
    layout_id = options.layout_id or chosen.layout_id or DEFAULT_LAYOUT
    done = export_file(draft, target, replace(options, layout_id=layout_id, has_pinyin=pinyin))
    left_out = unused_particulars(opened.draft, speaker=call.speaker, date=date)
    return replace(done, warnings=(*left_out, *done.warnings))


def _shape(target: Path, done: Exported) -> dict[str, Any]:
    return {"path": str(target), "layout": done.layout_id, "warnings": list(done.warnings)}
