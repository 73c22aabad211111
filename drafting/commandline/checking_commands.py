"""``check`` and ``rules``: what is wrong with a speech, and why that is a fault."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

from drafting.commandline.output import is_watched, print_json, print_lines, say, say_progress
from drafting.commandline.reading_commands import (
    STANDARD_INPUT,
    input_names,
    office_of,
    open_input,
    tell_omissions,
)
from drafting.commandline.shapes import checked_file_shape, rule_shape
from drafting.commandline.targets import output_path
from drafting.commandline.text_table import table_lines
from drafting.errors import ImportProblem, UsageError
from drafting.model.finding import Severity
from drafting.workspace.checking.batch import check_files, check_opened
from drafting.workspace.checking.rules import describe_rule, list_rules, require_rules
from drafting.workspace.checking.wish import CheckWish, options_for
from drafting.workspace.library.opening import chosen_library
from drafting.workspace.papers.annotating import save_annotated

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Sequence

    from drafting.model.draft import Draft
    from drafting.model.finding import Finding
    from drafting.workspace.checking.batch import CheckedText
    from drafting.workspace.checking.draft import CheckOptions
    from drafting.workspace.drafts.opening import OpenedFile

_LABELS = {one.value: one.label for one in Severity}


def run(call: argparse.Namespace) -> int:
    """Carry out one of the two commands and return the exit code."""
    return _rules(call) if call.command == "rules" else _check(call)


def _check(call: argparse.Namespace) -> int:
    _refuse_many(call)
    require_rules(call.select, call.ignore)
    wish, office = _wish(call), office_of(call)
    options = options_for(wish, office)
    files: list[dict[str, Any]] = []
    failed = False
    names = input_names(call.files)
    watched = is_watched(len(names))
    for done, (name, outcome) in enumerate(_iter_checked(names, wish, options, call), 1):
        if watched:
            say_progress("已校核", done, len(names), name)
        if isinstance(outcome, ImportProblem):
            say(str(outcome))
            failed = True
            continue
        _tell(name, outcome, call, is_one=len(names) == 1)
        files.append(checked_file_shape(name, outcome, office.profile.characters_per_minute))
    if call.json:
        print_json({"files": files})
    else:
        print_lines(line for one in files for line in _report_lines(one))
        print_lines(_summary_lines(files, len(names)))
    if failed:
        return ImportProblem.exit_code
    return int(any(one["stats"]["by_severity"]["error"] for one in files))


def _wish(call: argparse.Namespace) -> CheckWish:
    """Return what the call names beside the files: old speech, others, library, office, layout."""
    against = None
    if call.against is not None:
        against = open_input(call.against, raw=call.raw, changes=call.changes)
    saved = None if against is None else against.draft_file
    return CheckWish(
        select=call.select,
        ignore=call.ignore,
        date=call.date,
        source=None if against is None else against.draft,
        # The wordings that a saved draft locks; what it was made into must keep them too.
        locked=() if saved is None else saved.locked,
        beside=tuple(_draft_of(name, call) for name in call.beside),
        library=chosen_library(call.library),
        profile=call.profile,
        layout=call.layout,
    )


def _draft_of(name: str, call: argparse.Namespace) -> Draft:
    return open_input(name, raw=call.raw, changes=call.changes).draft


def _iter_checked(
    names: Sequence[str], wish: CheckWish, options: CheckOptions, call: argparse.Namespace
) -> Iterator[tuple[str, CheckedText | ImportProblem]]:
    """Yield what was found in each file, or why it could not be read; the next go on meanwhile."""
    named = [name for name in names if name != STANDARD_INPUT]
    with closing(check_files(named, wish, options, raw=call.raw, changes=call.changes)) as batch:
        for name in names:
            if name != STANDARD_INPUT:
                yield name, next(batch).outcome
                continue
            try:
                opened = open_input(name, raw=call.raw, changes=call.changes)
            except ImportProblem as problem:
                yield name, problem
            else:
                yield name, check_opened(opened, options)


def _tell(name: str, checked: CheckedText, call: argparse.Namespace, *, is_one: bool) -> None:
    """Say what is to be said of one file, and write its copy with the findings."""
    tell_omissions(checked.imported, "" if is_one else name)
    if checked.annex is not None:
        line = checked.text.count("\n", 0, checked.annex) + 1
        about = "" if is_one else f"“{name}”"
        say(f"{about}第 {line} 段起是附件，不算讲话，只查文字，不查结构、雷同和宣读效果。")
    for code in checked.report.failed_rules:
        say(f"规则 {code} 运行失败，其余规则的结果仍然有效。")
    if call.output is not None and checked.opened is not None:
        _annotate(name, checked.opened, checked.report.findings, call)


def _refuse_many(call: argparse.Namespace) -> None:
    if call.output is not None and (len(call.files) != 1 or Path(call.files[0]).is_dir()):
        raise UsageError("批注稿一次只写一个文件，请只写一个来源文件。")
    if call.fix and call.output is None:
        raise UsageError("--fix 要和 -o 一起用：修订写在副本里，不改原文件。")


def _annotate(
    name: str, opened: OpenedFile, findings: Sequence[Finding], call: argparse.Namespace
) -> None:
    # Comments can stand in the user's own file only where its text is what was checked.
    is_own = name != STANDARD_INPUT and call.changes == "accepted"
    target = output_path(call.output, name)
    copy = save_annotated(
        opened, findings, target, source=name if is_own else None, with_fixes=call.fix
    )
    told = f"已写入“{target}”：批注 {copy.comments} 条"
    told += f"，修订 {copy.fixes + copy.cleaned} 处" if call.fix else ""
    say(told + ("，原文件的版式保持不变。" if copy.keeps_original else "，按送审版排版。"))
    if copy.comments < len(findings):
        say(f"有 {len(findings) - copy.comments} 条没有写进去：正文里没有可以加批注的地方。")
    if copy.displaced:
        say(f"其中 {copy.displaced} 条所指的文字不能加批注，加在了最近的地方，批注里有说明。")


def _report_lines(shape: dict[str, Any]) -> Iterator[str]:
    counts = shape["stats"]["by_severity"]
    summary = " ".join(f"{_LABELS[key]} {value}" for key, value in counts.items())
    yield f"{shape['path']}：{shape['stats']['characters']} 字，{summary}"
    for finding in shape["findings"]:
        place = f"第 {finding['line']} 段第 {finding['column']} 字"
        yield f"  {place} {_LABELS[finding['severity']]} {finding['code']} {finding['message']}"


def _summary_lines(files: Sequence[dict[str, Any]], count: int) -> Iterator[str]:
    """Yield a table of the files with the sums below, nothing for a single file."""
    if count < 2:
        return
    rows = [
        (
            Path(one["path"]).name,
            str(one["stats"]["characters"]),
            *(str(one["stats"]["by_severity"][key]) for key in _LABELS),
        )
        for one in files
    ]
    yield ""
    yield from table_lines(("文件", "字数", *_LABELS.values()), rows)
    sums = [
        f"{label} {sum(int(row[at]) for row in rows)}"
        for at, label in enumerate(_LABELS.values(), 2)
    ]
    lost = f"，{count - len(files)} 个未能读取" if count > len(files) else ""
    yield f"共校核 {len(files)} 个文件：{'，'.join(sums)}{lost}。"


def _rules(call: argparse.Namespace) -> int:
    rules = list_rules() if call.code is None else [describe_rule(call.code.upper())]
    if call.json:
        print_json({"rules": [rule_shape(rule) for rule in rules]})
    elif call.code is None:
        print_lines(f"{r['code']} {_LABELS[r['severity']]} {r['summary']}" for r in rules)
    else:
        print_lines(_rule_page(rules[0]))
    return 0


def _rule_page(rule: dict[str, Any]) -> Iterator[str]:
    yield f"{rule['code']} {rule['summary']}（{_LABELS[rule['severity']]}，{rule['name']}）"
    yield f"为什么：{rule['why']}"
    yield f"依据：{rule['source']}"
    for label, key in (("会报", "flagged"), ("不报", "clean")):
        for example in rule[key]:
            yield f"{label}：" + example.replace("\n", "\n　　　")
