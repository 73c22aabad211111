"""Time the checks beside jieba.lcut on the same text: the whole, rule by rule, after an edit.

    python packaging/bench_checks.py [FILE …]

Without FILE: our own speeches one after the other; with FILEs these are joined. 30,000 characters
of them count, and 3,000 and 100,000 for the growth (speeches made by machine fill up what is
missing). No library and no speller (bench_overlap.py and bench_speller.py time these). Every turn
has a text of its own, so that nothing is known from the turn before; medians, in turns with
jieba. Wanted: the whole check in at most 0.5 of jieba.lcut; after an edit the changed paragraphs
in at most 0.05 of it.
"""

from __future__ import annotations

import datetime as dt
import statistics
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

PROJECT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(PROJECT))
sys.path.insert(0, str(PROJECT / "packaging"))

import jieba  # noqa: E402
from synthetic_speeches import make_speeches  # noqa: E402

from drafting.checks.base import CheckContext, Scope  # noqa: E402
from drafting.checks.live import LiveChecks  # noqa: E402
from drafting.checks.runner import run_checks, selected_rules  # noqa: E402
from drafting.lexicons.lexicons import load_lexicons  # noqa: E402
from drafting.parsing.parser import parse_draft  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable

    from drafting.model.draft import Draft

SIZES = (3_000, 30_000, 100_000)
CHARACTERS, TURNS = 30_000, 9
WHOLE, AFTER_EDIT = 0.5, 0.05
SHOWN_MS = 0.5
_FOLDERS = ("resources/samples", "resources/library", "tests/acceptance/speeches")
CONTEXT = CheckContext(load_lexicons(), date=dt.date(2026, 3, 5))


def source_text(paths: list[str]) -> str:
    """Return the text of the files, or of our own speeches."""
    files = [Path(path) for path in paths]
    for folder in () if files else _FOLDERS:
        files += sorted((PROJECT / folder).glob("*.txt"))
    text = "\n".join(path.read_bytes().decode("utf-8", "replace").strip() for path in files)
    if len(text) < max(SIZES):
        text += "\n".join(["", *make_speeches(60)])
    return text


def milliseconds(work: Callable[[int], object], turns: int = TURNS) -> float:
    """Return the median time of ``work``, which is given the number of its turn."""
    times: list[float] = []
    for turn in range(turns + 1):
        begun = time.perf_counter()
        work(turn)
        if turn:  # the first one builds what is built once
            times.append(time.perf_counter() - begun)
    return 1000 * statistics.median(times)


def drafts_of(text: str) -> list[Draft]:
    """Return the text as so many drafts as there are turns, no two the same."""
    return [parse_draft(f"{text}\n{turn}") for turn in range(TURNS + 1)]


def print_growth(text: str) -> None:
    """Print what texts of several lengths cost."""
    for size in SIZES:
        drafts = drafts_of(text[:size])
        parse = milliseconds(lambda turn, size=size: parse_draft(f"{text[:size]}\n{turn} "))
        check = milliseconds(lambda turn, drafts=drafts: run_checks(drafts[turn], CONTEXT))
        cut = milliseconds(lambda _turn, size=size: jieba.lcut(text[:size]))
        print(
            f"{size:7d} characters: check {check:6.1f} ms, {check / cut:.3f} of jieba.lcut"
            f" ({cut:.1f} ms); parse {parse:.1f} ms, {parse / cut:.3f}"
        )


def print_rules(text: str) -> None:
    """Print the dearest rules, each on texts that no rule has seen (so that none lends another)."""
    costs: dict[str, list[float]] = {}
    for draft in drafts_of(text):
        for rule in selected_rules(None, ()):
            begun = time.perf_counter()
            list(rule.check(draft, CONTEXT))
            costs.setdefault(rule.code, []).append(1000 * (time.perf_counter() - begun))
    medians = {code: statistics.median(some[1:]) for code, some in costs.items()}
    for code, cost in sorted(medians.items(), key=lambda one: -one[1]):
        if cost >= SHOWN_MS:
            print(f"  {code} {cost:.2f} ms")
    print(f"  all {len(medians)} rules: {sum(medians.values()):.1f} ms")


def after_edit(text: str) -> tuple[float, float]:
    """Return the milliseconds of both steps after one character was typed in the middle."""
    live = LiveChecks()
    live.check(parse_draft(text), CONTEXT, upto=Scope.DRAFT)
    place = text.index("\n", len(text) // 2) - 2
    first: list[float] = []
    second: list[float] = []
    for turn in range(1, TURNS + 2):
        edited = text[:place] + "新" * turn + text[place:]
        begun = time.perf_counter()
        live.check(parse_draft(edited, has_promises=False), CONTEXT, upto=Scope.LINE)
        between = time.perf_counter()
        live.check(parse_draft(edited), CONTEXT, upto=Scope.DRAFT)
        first.append(between - begun)
        second.append(time.perf_counter() - between)
    return 1000 * statistics.median(first[1:]), 1000 * statistics.median(second[1:])


def main(arguments: list[str]) -> int:
    """Time and print; 1 where a target is missed."""
    jieba.setLogLevel(60)
    jieba.initialize()
    whole = source_text(arguments)
    text = whole[:CHARACTERS]
    print_growth(whole)
    print_rules(text)
    drafts = drafts_of(text)
    check = milliseconds(lambda turn: run_checks(drafts[turn], CONTEXT))
    first, second = after_edit(text)
    cut = milliseconds(lambda _turn: jieba.lcut(text))
    print(f"after an edit, parse included (jieba.lcut of the whole: {cut:.1f} ms):")
    print(f"  changed paragraphs {first:.2f} ms, {first / cut:.3f}")
    print(f"  the whole draft    {second:.2f} ms, {second / cut:.3f}")
    print(f"whole check {check:.1f} ms, {check / cut:.3f} (target {WHOLE})")
    return int(check > WHOLE * cut or first > AFTER_EDIT * cut)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
