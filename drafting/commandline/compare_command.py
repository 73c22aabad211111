"""``compare``: what changed between two versions, sentence by sentence."""

from __future__ import annotations

from collections import Counter
from itertools import takewhile
from typing import TYPE_CHECKING, Any

from drafting.commandline.output import print_json, print_lines, say
from drafting.commandline.reading_commands import open_input, tell_omissions
from drafting.commandline.targets import output_path
from drafting.model.change import ChangeKind
from drafting.workspace.papers.comparing import list_changes, save_redline

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from drafting.model.change import Change

_SHOWN = 40
_BEFORE = 10


def run(call: argparse.Namespace) -> int:
    """List the changes, or write them as tracked changes, and return the exit code."""
    old, new = open_input(call.old), open_input(call.new)
    for name, opened in ((call.old, old), (call.new, new)):
        tell_omissions(opened.imported, name)
    changes = list_changes(old.draft, new.draft)
    if call.output is not None:
        target = output_path(call.output, call.new)
        save_redline(old.draft, new.draft, target)
        say(f"已写入花脸稿“{target}”，共 {len(changes)} 处改动。")
    before, after = old.draft.text, new.draft.text
    if call.json:
        print_json({"changes": [_shape(change, before, after) for change in changes]})
    elif call.output is None:
        print_lines(_report(changes, before, after))
    return 0


def _shape(change: Change, old: str, new: str) -> dict[str, Any]:
    return {
        "kind": change.kind.value,
        "old": change.old.of(old),
        "new": change.new.of(new),
        "old_start": change.old.start,
        "new_start": change.new.start,
    }


def _report(changes: tuple[Change, ...], old: str, new: str) -> Iterator[str]:
    if not changes:
        yield "两稿一字不差。"
        return
    counts = Counter(change.kind for change in changes)
    yield "，".join(f"{kind.label} {counts[kind]} 处" for kind in ChangeKind if counts[kind])
    for change in changes:
        before, after = change.old.of(old).strip(), change.new.of(new).strip()
        if change.kind is ChangeKind.CHANGED:
            same = _same_beginning(before, after)
            yield f"  改写：{_short(before, same)} → {_short(after, same)}"
        else:
            yield f"  {change.kind.label}：{_short(after or before)}"


def _same_beginning(one: str, other: str) -> int:
    pairs = zip(one, other, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _short(wording: str, place: int = 0) -> str:
    """Return so much of a sentence as shows what stands at ``place``."""
    start = max(place - _BEFORE, 0) if len(wording) > _SHOWN else 0
    end = start + _SHOWN
    return f"{'…' if start else ''}{wording[start:end]}{'…' if end < len(wording) else ''}"
