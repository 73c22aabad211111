"""``structure`` and ``clean``: what was read, and how it was mended."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from drafting.commandline.output import print_json, print_lines, say
from drafting.commandline.shapes import clean_shape, structure_shape
from drafting.commandline.targets import output_path
from drafting.errors import UsageError
from drafting.text.span import Span
from drafting.workspace.drafts.opening import OpenedFile, open_bytes, open_file
from drafting.workspace.drafts.saving import save_text
from drafting.workspace.drafts.speech_files import find_speech_files
from drafting.workspace.office.files import Office, load_office

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Sequence

    from drafting.model.clean import CleaningStep
    from drafting.model.draft import Draft
    from drafting.model.headings import Heading
    from drafting.model.imported import Changes, ImportedText
    from drafting.model.speech import PassedFiles

STANDARD_INPUT = "-"
_NAMED = 3  # of the files of one kind


def run(call: argparse.Namespace) -> int:
    """Carry out one of the two commands and return the exit code."""
    opened = open_input(call.file, changes=call.changes)
    return _clean(call, opened) if call.command == "clean" else _structure(call, opened)


def open_input(name: str, *, raw: bool = False, changes: Changes = "accepted") -> OpenedFile:
    """Return what stands in a file or, for ``-``, on standard input.

    Raises:
        ImportProblem: it cannot be read.
    """
    if name == STANDARD_INPUT:
        # Python has no such stream where the caller closed it.
        data = sys.stdin.buffer.read() if sys.stdin is not None else b""
        return open_bytes(data, "标准输入", raw=raw, changes=changes)
    return open_file(name, raw=raw, changes=changes)


def input_names(wishes: Sequence[str]) -> list[str]:
    """Return the files that a call names, those in folders instead of the folders.

    Raises:
        UsageError: a folder holds nothing that can be read.
    """
    names: list[str] = []
    for wish in wishes:
        if wish == STANDARD_INPUT:
            names.append(wish)
            continue
        found = find_speech_files([wish])
        if not found.speeches and not found.failed:
            raise UsageError(f"文件夹“{wish}”里没有能读的稿件，请换一个文件夹。")
        for one in found.failed:
            say(f"未能读取：{one.path}（{one.reason}）")
        for passed in found.passed:
            say(passed_line(passed))
        names += map(str, found.speeches)
    return names


def passed_line(passed: PassedFiles) -> str:
    """Return what is said of files that are of a kind that is not read."""
    names = "、".join(Path(one).name for one in passed.paths[:_NAMED])
    more = "等" if len(passed.paths) > _NAMED else ""
    return f"没有读：{passed.kind} {len(passed.paths)} 个（{names}{more}），{passed.advice}。"


def office_of(call: argparse.Namespace) -> Office:
    """Return what the office has set, with the profile that the call names or the office's own.

    A fault in the office's own files is said beside the answer.

    Raises:
        ImportProblem: the file named cannot be read.
        ResourceError: it is no profile.
    """
    office = load_office(call.profile)
    for problem in office.problems:
        say(problem)
    return office


def tell_omissions(imported: ImportedText | None, name: str = "") -> None:
    """Say beside the answer what a file holds that was not taken over, or perhaps wrongly.

    ``name`` stands before it where there are other files.
    """
    if imported is None:
        return
    about = f"“{name}”" if name else ""
    if imported.omissions:
        listed = "、".join(f"{one.kind} {one.count} 处" for one in imported.omissions)
        say(f"{about}未导入：{listed}。")
    for doubt in imported.doubts:
        say(f"{about}{doubt}")


def _structure(call: argparse.Namespace, opened: OpenedFile) -> int:
    tell_omissions(opened.imported)
    speed = office_of(call).profile.characters_per_minute
    if call.json:
        print_json(structure_shape(opened.draft, opened.clean, speed))
    else:
        print_lines(_outline_lines(opened.draft))
    return 0


def _outline_lines(draft: Draft) -> Iterator[str]:
    whole = Span(0, len(draft.text))
    for span in [one.span for one in draft.speeches] or [whole]:
        yield f"标题：{draft.title_in(span) or '（未识别）'}"
        yield from (_heading_line(one) for one in draft.headings if span.contains(one.span))
        annex = draft.annex
        if annex is not None and span.contains(annex):
            yield f"附件：第 {draft.text.count(chr(10), 0, annex.start) + 1} 段起，不算讲话"
        yield from _promise_lines(draft, span)


def _promise_lines(draft: Draft, span: Span) -> Iterator[str]:
    """Yield the announced counts of the speech that ``span`` covers."""
    for promise in draft.promises:
        if not (promise.is_telling and span.contains(promise.span)):
            continue
        mark = {True: "✓", False: "✗", None: "？"}[promise.kept]
        count = "几" if promise.count is None else promise.count
        found = "不能确定" if promise.found is None else promise.found
        yield f"预告“{promise.text}”：{mark} 预告 {count}，实有 {found}"


def _heading_line(heading: Heading) -> str:
    # 第一部分　2025年工作回顾: the marker ends without a mark of its own.
    gap = " " if heading.marker.endswith("部分") else ""
    return "　" * heading.level + heading.marker + gap + heading.text


def _clean(call: argparse.Namespace, opened: OpenedFile) -> int:
    tell_omissions(opened.imported)
    if opened.clean is None:
        say("稿件文件（.jianggao）从不清理，照原样输出。")
    text = opened.draft.text
    if call.output is not None:
        save_text(output_path(call.output, call.file), text + "\n")
    if call.json:
        shape = {"text": text, "steps": []} if opened.clean is None else clean_shape(opened.clean)
        print_json(shape)
    elif call.output is None:
        print_lines([text])
    steps = () if opened.clean is None else opened.clean.steps
    for line in _step_lines(steps):
        say(line)
    return 0


def _step_lines(steps: tuple[CleaningStep, ...]) -> Iterator[str]:
    for step in steps:
        shown = "".join(f"“{one}”" for one in step.samples) if step.kind.is_only_told else ""
        yield f"{step.kind.label}：{step.count} 处{'，' if shown else ''}{shown}"
