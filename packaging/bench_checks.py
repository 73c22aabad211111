"""Time the checks beside jieba.lcut on the same text: the whole, rule by rule, after an edit.

    python packaging/bench_checks.py [--library FILE] [FILE …]

Without FILE: our own speeches one after the other; with FILEs these are joined. 30,000 characters
of them count, and 3,000 and 100,000 for the growth (speeches made by machine fill up what is
missing). No speller (bench_speller.py times it), and no library but the one named, which
bench_overlap.py or synthetic_library.py may have made. Every turn has a text of its own, so that
nothing is known from the turn before; medians of the process's own time, in turns with jieba.
Wanted: the whole check in at most 0.5 of jieba.lcut, with a library in at most as much; after an
edit the changed paragraphs in at most 0.05 of it.
"""

from __future__ import annotations

import argparse
import datetime as dt
import statistics
import sys
import time
from dataclasses import replace
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
from drafting.corpus.library import open_library  # noqa: E402
from drafting.lexicons.lexicons import load_lexicons  # noqa: E402
from drafting.parsing.following import followed  # noqa: E402
from drafting.parsing.parser import parse_draft  # noqa: E402
from drafting.workspace.library.overlap import LibraryLookups  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable

    from drafting.model.draft import Draft

SIZES = (3_000, 30_000, 100_000)
CHARACTERS, TURNS = 30_000, 9
WHOLE, AFTER_EDIT = 0.5, 0.05
WITH_LIBRARY = 1.0
SHOWN = 10
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


def milliseconds(*works: Callable[[int], object], turns: int = TURNS) -> list[float]:
    """Return the median times of ``works``, done in turns; each is given the number of its turn."""
    times: list[list[float]] = [[] for _ in works]
    for turn in range(turns + 1):
        for work, some in zip(works, times, strict=True):
            begun = time.process_time()
            work(turn)
            some.append(time.process_time() - begun)
    # The first turn builds what is built once.
    return [1000 * statistics.median(some[1:]) for some in times]


def drafts_of(text: str) -> list[Draft]:
    """Return the text as so many drafts as there are turns, no two the same."""
    return [parse_draft(f"{text}\n{turn}") for turn in range(TURNS + 1)]


def print_growth(text: str) -> None:
    """Print what texts of several lengths cost."""
    for size in SIZES:
        part = text[:size]
        drafts = drafts_of(part)
        parse, check, cut = milliseconds(
            lambda turn, part=part: parse_draft(f"{part}\n{turn} "),
            lambda turn, drafts=drafts: run_checks(drafts[turn], CONTEXT),
            lambda _turn, part=part: jieba.lcut(part),
        )
        print(
            f"{size:7d} characters: check {check:6.1f} ms, {check / cut:.3f} of jieba.lcut"
            f" ({cut:.1f} ms); parse {parse:.1f} ms, {parse / cut:.3f}"
        )


def print_rules(text: str) -> None:
    """Print the dearest rules, each on texts that no rule has seen (so that none lends another)."""
    costs: dict[str, list[float]] = {}
    for draft in drafts_of(text):
        for rule in selected_rules(None, ()):
            begun = time.process_time()
            list(rule.check(draft, CONTEXT))
            costs.setdefault(rule.code, []).append(1000 * (time.process_time() - begun))
    medians = {code: statistics.median(some[1:]) for code, some in costs.items()}
    total = sum(medians.values())
    for code, cost in sorted(medians.items(), key=lambda one: -one[1])[:SHOWN]:
        print(f"  {code} {cost:5.2f} ms, {cost / total:.3f} of all rules")
    print(f"  all {len(medians)} rules: {total:.1f} ms")


def after_edit(text: str) -> list[float]:
    """Return the milliseconds of both steps after a character was typed in the middle, of jieba.

    Reading the text is counted, and given apart for the first step.
    """
    live = LiveChecks()
    draft = parse_draft(text)
    live.check(draft, CONTEXT, upto=Scope.DRAFT)
    place = text.index("\n", len(text) // 2) - 2
    texts = [text[:place] + "新" * (turn + 1) + text[place:] for turn in range(TURNS + 1)]
    return milliseconds(
        lambda turn: followed(draft, texts[turn], turn),
        lambda turn: live.check(
            followed(draft, texts[turn], turn) or parse_draft(texts[turn], has_promises=False),
            CONTEXT,
            upto=Scope.LINE,
        ),
        lambda turn: live.check(parse_draft(texts[turn]), CONTEXT, upto=Scope.DRAFT),
        lambda turn: jieba.lcut(texts[turn]),
    )


def is_quick_beside(library: Path, text: str) -> bool:
    """Print what the whole check costs beside a library; return whether the target is kept."""
    with open_library(library, read_only=True) as opened, opened.reading() as connection:
        (count,) = connection.execute("SELECT count(*) FROM speeches").fetchone()
    context = replace(CONTEXT, library=LibraryLookups().required(library))
    drafts = drafts_of(text)
    check, cut = milliseconds(
        lambda turn: run_checks(drafts[turn], context), lambda _turn: jieba.lcut(text)
    )
    print(
        f"whole check beside {count} speeches {check:.1f} ms, {check / cut:.3f}"
        f" (target {WITH_LIBRARY})"
    )
    return check <= WITH_LIBRARY * cut


def main(arguments: list[str]) -> int:
    """Time and print; 1 where a target is missed."""
    options = argparse.ArgumentParser(description="The checks beside jieba.lcut.")
    options.add_argument("files", nargs="*")
    options.add_argument("--library", type=Path)
    call = options.parse_args(arguments)
    jieba.setLogLevel(60)
    jieba.initialize()
    whole = source_text(call.files)
    text = whole[:CHARACTERS]
    print_growth(whole)
    print_rules(text)
    drafts = drafts_of(text)
    check, cut = milliseconds(
        lambda turn: run_checks(drafts[turn], CONTEXT), lambda _turn: jieba.lcut(text)
    )
    read, first, second, cut_again = after_edit(text)
    print(f"after an edit (jieba.lcut of the whole: {cut_again:.1f} ms):")
    print(f"  changed paragraphs {first:.2f} ms, {first / cut_again:.3f} (target {AFTER_EDIT})")
    print(f"    of it reading    {read:.2f} ms, {read / cut_again:.3f}")
    print(f"  the whole draft    {second:.2f} ms, {second / cut_again:.3f}")
    print(f"whole check {check:.1f} ms, {check / cut:.3f} (target {WHOLE})")
    is_quick = call.library is None or is_quick_beside(call.library, text)
    return int(check > WHOLE * cut or first > AFTER_EDIT * cut_again or not is_quick)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
