"""Measures what is told of counts that are wrong by one: each kept one of many passages is changed.

    python packaging/measure_miscounted.py [FOLDER ...] [--show WHAT]

Without folders the passages are those of tests/fixtures/parsing/announcements*.txt; a FOLDER holds
.txt speeches. Every count that is read as kept (三点意见, three parts) is raised and lowered by one
where it stands, one change at a time. Right is: told as broken, with the number of members that are
there. Silent is: told as unknown, or not at all. Wrong is: told as kept, or with another number.
``--show right``, ``silent`` or ``wrong`` lists those places.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from drafting.parsing.parser import parse_draft
from drafting.text.numerals import format_han

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafting.model.draft import Promise

FIXTURES = Path(__file__).resolve().parent.parent / "tests" / "fixtures" / "parsing"
OPENING = "在全县重点工作推进会上的讲话\n同志们：\n今天召开这次会议，研究部署重点工作。\n"
CLOSING = "\n同志们，让我们努力工作，完成任务！"
OUTCOMES = ("right", "silent", "wrong")
FEWEST, AROUND = 2, 60


def texts_of(folders: list[Path]) -> Iterator[str]:
    """Yield the speeches of ``folders``, or our passages within a speech each."""
    for folder in folders:
        for path in sorted(folder.glob("*.txt")):
            yield path.read_text(encoding="utf-8")
    for path in sorted(FIXTURES.glob("announcements*.txt")) if not folders else ():
        for passage in path.read_text(encoding="utf-8").strip().split("\n\n"):
            yield OPENING + passage.rpartition("\n>")[0] + CLOSING


def numeral(number: int, like: str) -> str:
    """Return ``number`` as a count is written: 两 before a measure, figures where figures stood."""
    if like.isascii():
        return str(number)
    return "两" if number == FEWEST and like != "二" else format_han(number)


def outcome(before: Promise, after: Promise | None) -> str:
    """Return what became of a count that was kept."""
    if after is None or after.found is None:
        return "silent"
    return "right" if after.kept is False and after.found == before.found else "wrong"


def changes(text: str) -> Iterator[tuple[str, Promise, int, Promise | None]]:
    """Yield each kept count of ``text`` changed by one: how it went, before, the number, after."""
    for before in parse_draft(text).promises:
        count = before.count
        if not before.kept or count is None or before.members == ():
            continue
        for other in (count - 1, count + 1):
            if other < FEWEST:
                continue
            start, end = before.count_span.start, before.count_span.end
            changed = text[:start] + numeral(other, text[start:end]) + text[end:]
            after = next(
                (
                    one
                    for one in parse_draft(changed).promises
                    if one.count_span.start == start and one.count == other
                ),
                None,
            )
            yield outcome(before, after), before, other, after


def main() -> int:
    """Print what is told of the changed counts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--show", choices=OUTCOMES)
    call = parser.parse_args()
    tally: Counter[str] = Counter()
    for text in texts_of(call.folders):
        for how, before, other, after in changes(text):
            raised = "one more" if other > (before.count or 0) else "one fewer"
            tally[how] += 1
            tally[f"{raised} {how}"] += 1
            if how == call.show:
                start = before.span.start
                around = text[max(0, start - AROUND // FEWEST) : start + AROUND + AROUND]
                told = "nothing" if after is None else f"{after.count}/{after.found}"
                print(f"{before.text} {other} told as {told} [{around}]".replace("\n", "⏎"))
    whole = sum(tally[how] for how in OUTCOMES)
    for what in ("", "one more ", "one fewer "):
        figures = (f"{how} {tally[what + how]}" for how in OUTCOMES)
        print(f"{what or 'all '}{', '.join(figures)}")
    print(f"right {tally['right'] / max(1, whole):.3f} of {whole}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
