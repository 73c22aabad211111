"""``marks``: what a leader changed and remarked in a returned file, and the draft with it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from drafting.commandline.output import print_json, print_lines, say
from drafting.commandline.targets import output_path
from drafting.errors import UsageError
from drafting.files.draft_file import DRAFT_SUFFIX, DraftFile
from drafting.model.mark import Decision, Mark, MarkKind
from drafting.workspace.drafts.opening import open_file
from drafting.workspace.drafts.saving import save_draft, save_text
from drafting.workspace.papers.marks import ReturnedFile, marks_for, read_marks, with_marks

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Sequence

_SHOWN = 60


def run(call: argparse.Namespace) -> int:
    """List the marks, or write the draft with some of them accepted; return the exit code."""
    returned = read_marks(call.file)
    draft_file = _draft_file(call, returned)
    marks = marks_for(returned, draft_file.text)
    if call.output is not None:
        _write(call, draft_file, marks)
    if call.json:
        print_json({"text": returned.text, "marks": [_shape(mark) for mark in returned.marks]})
    elif call.output is None:
        print_lines(_report(returned.marks))
    return 0


def _draft_file(call: argparse.Namespace, returned: ReturnedFile) -> DraftFile:
    if call.draft is None:
        return DraftFile(text=returned.text)
    saved = open_file(call.draft).draft_file
    if saved is None:
        raise UsageError(f"“{call.draft}”不是 .jianggao 稿件，--draft 后面要写稿件文件。")
    return saved


def _write(call: argparse.Namespace, draft_file: DraftFile, marks: Sequence[Mark | None]) -> None:
    _check_asked(call, len(marks))
    decisions: dict[int, Decision] = {}
    for index, mark in enumerate(marks):
        wanted = index + 1 in call.accept or index + 1 in call.lock
        if wanted and mark is None:
            say(f"第 {index + 1} 条没有写入：稿件的这个地方后来改过，请对照着手工修改。")
        elif wanted:
            decisions[index] = Decision.LOCK if index + 1 in call.lock else Decision.ACCEPT
    known = {index: mark for index, mark in enumerate(marks) if mark is not None}
    changed, decided = with_marks(draft_file, known, decisions)
    target = output_path(call.output, call.file)
    if target.suffix.lower() == DRAFT_SUFFIX:
        save_draft(target, changed)
    else:
        save_text(target, changed.text + "\n")
    say(f"已写入“{target}”：接受 {len(decisions)} 条，锁定 {len(decided.locked)} 处表述。")


def _check_asked(call: argparse.Namespace, count: int) -> None:
    """Refuse numbers that no mark has, and locks where the file cannot keep them."""
    known = range(1, count + 1)
    asked = [one for one in (call.accept, call.lock) if not isinstance(one, range)]  # range: all
    beyond = sorted({number for numbers in asked for number in numbers if number not in known})
    if beyond:
        raise UsageError(f"“{call.file}”里共有 {count} 条，没有第 {beyond[0]} 条。")
    if call.lock and call.output.suffix.lower() != DRAFT_SUFFIX:
        raise UsageError("锁定的表述只能存在 .jianggao 稿件里，请把 -o 的文件名改为 .jianggao。")


def _shape(mark: Mark) -> dict[str, Any]:
    return {
        "kind": mark.kind.value,
        "author": mark.author,
        "date": mark.date or None,
        "old": mark.old,
        "new": mark.new,
        "start": None if mark.span is None else mark.span.start,
        "end": None if mark.span is None else mark.span.end,
    }


def _report(marks: Sequence[Mark]) -> Iterator[str]:
    if not marks:
        yield "没有修订，也没有批注。"
        return
    counts = Counter(mark.kind for mark in marks)
    yield "，".join(f"{kind.label} {counts[kind]} 处" for kind in MarkKind if counts[kind])
    for number, mark in enumerate(marks, 1):
        who = f"{mark.author} " if mark.author else ""
        yield f"  {number}. {who}{mark.kind.label}：{_told(mark)}"


def _told(mark: Mark) -> str:
    if mark.kind is MarkKind.REPLACED:
        return f"{_short(mark.old)} → {_short(mark.new)}"
    if mark.kind is MarkKind.COMMENT:
        return f"〔{_short(mark.old)}〕{_short(mark.new)}" if mark.old else _short(mark.new)
    return _short(mark.new or mark.old)


def _short(wording: str) -> str:
    wording = wording.replace("\n", "¶")
    return wording if len(wording) <= _SHOWN else f"{wording[:_SHOWN]}…"
