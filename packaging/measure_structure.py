"""Measures the parser on published reports: headings found, promises kept, time taken.

    python packaging/measure_structure.py FOLDER [--show N]

FOLDER holds .txt reports whose 一、 and （一） headings open their lines. They are read as they
are, and again with 200 headings glued to their text, glued to the paragraph before, numbered in
other forms, or with all lines wrapped at 28 characters and cleaned; the choice is fixed. And
once more each in one paragraph, as pages that lost their lines show them.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from drafting.cleaning.cleaner import clean_text
from drafting.model.headings import MarkerKind
from drafting.parsing.parser import parse_draft

if TYPE_CHECKING:
    from collections.abc import Callable

MARKER = re.compile("(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）)")
KINDS = (MarkerKind.HAN_COMMA, MarkerKind.HAN_BRACKET)
CHANGED = 200
WIDTH = 28
FIGURES = str.maketrans("０１２３４５６７８９", "0123456789")


@dataclass
class Report:
    """One report as lines, and which of them are headings."""

    name: str
    lines: list[str]
    headings: list[int] = field(default_factory=list)


@dataclass
class Score:
    """Headings wanted, found and right; those whose wording is right too."""

    wanted: int = 0
    found: int = 0
    right: int = 0
    changed: int = 0
    worded: int = 0
    misses: list[str] = field(default_factory=list)

    def line(self, name: str) -> str:
        """Return one line of the table."""
        precision, recall = self.right / max(1, self.found), self.right / max(1, self.wanted)
        worded = f"  wording {self.worded}/{self.changed}" if self.changed else ""
        return (
            f"{name:<22} {self.wanted:>5} wanted  precision {precision:.4f}"
            f"  recall {recall:.4f}{worded}"
        )


def read_reports(folder: Path) -> list[Report]:
    """Return the reports of ``folder`` without blank lines."""
    reports = []
    for path in sorted(folder.glob("*.txt")):
        raw = path.read_text(encoding="utf-8").split("\n")
        lines = [line.strip() for line in raw if line.strip()]
        report = Report(path.stem, lines)
        report.headings = [i for i, line in enumerate(lines) if MARKER.match(line)]
        reports.append(report)
    return reports


def is_alone(report: Report, index: int) -> bool:
    """Return whether a heading has its line for itself and text in the next one."""
    line = report.lines[index]
    if re.search("[。！？；]", line) or not 6 <= len(line) <= 60 or index + 1 >= len(report.lines):
        return False
    return MARKER.match(report.lines[index + 1]) is None


def chosen(reports: list[Report], fits: Callable[[Report, int], bool]) -> set[tuple[int, int]]:
    """Return 200 headings that fit, the same ones each time."""
    places = [
        (number, index)
        for number, report in enumerate(reports)
        for index in report.headings
        if fits(report, index)
    ]
    random.Random(7).shuffle(places)  # noqa: S311 — a fixed choice, no secret
    return set(places[:CHANGED])


def measure(
    reports: list[Report], changed: set[tuple[int, int]], joint_before: str, joint_after: str
) -> Score:
    """Return the score with the line breaks around the changed headings replaced."""
    score = Score()
    for number, report in enumerate(reports):
        text, wanted = "", {}
        for index, line in enumerate(report.lines):
            is_changed = (number, index) in changed
            if is_changed and text:
                text = text[:-1] + joint_before
            if index in report.headings:
                wanted[len(text)] = (line, is_changed)
            text += line + (joint_after if is_changed else "\n")
        found = {one.span.start: one for one in parse_draft(text).headings if one.kind in KINDS}
        score.wanted += len(wanted)
        score.found += len(found)
        score.right += len(set(wanted) & set(found))
        score.misses += [f"{report.name}: {wanted[at][0][:40]}" for at in set(wanted) - set(found)]
        for at, (line, is_changed) in wanted.items():
            if is_changed and joint_after == "":
                score.changed += 1
                heading = MARKER.sub("", line, count=1).strip()
                same = at in found and found[at].text == heading
                score.worded += same
                if at in found and not same:
                    score.misses.append(f"{report.name}: {heading} | {found[at].text}")
    return score


def measure_wrapped(reports: list[Report]) -> Score:
    """Return the score of the reports wrapped at 28 characters and cleaned."""
    score = Score()
    for report in reports:
        wrapped = "\n".join(
            line[start : start + WIDTH]
            for line in report.lines
            for start in range(0, len(line), WIDTH)
        )
        text = clean_text(wrapped).text
        wanted = [MARKER.match(report.lines[index]) for index in report.headings]
        # Cleaning turns full-width figures into half-width ones.
        lines = [line.translate(FIGURES) for line in report.lines]
        heads = [
            lines[i][: one.end() + 6] for i, one in zip(report.headings, wanted, strict=True) if one
        ]
        found = [one for one in parse_draft(text).headings if one.kind in KINDS]
        starts = [text[one.span.start : one.span.start + len(one.marker) + 6] for one in found]
        score.wanted += len(heads)
        score.found += len(found)
        for head in heads:
            if head in starts:
                starts.remove(head)
                score.right += 1
            else:
                score.misses.append(f"{report.name}: {head}")
    return score


def measure_flattened(reports: list[Report]) -> Score:
    """Return the score of the reports in one paragraph each, as pages without lines show them."""
    score = Score()
    for report in reports:
        text, wanted = "", {}
        for index, line in enumerate(report.lines):
            if index in report.headings:
                wanted[len(text)] = MARKER.sub("", line, count=1).strip()
            text += line
        found = {one.span.start: one for one in parse_draft(text).headings if one.kind in KINDS}
        score.wanted += len(wanted)
        score.found += len(found)
        score.right += len(set(wanted) & set(found))
        score.misses += [f"{report.name}: {wanted[at][:40]}" for at in set(wanted) - set(found)]
        beside = set(found) - set(wanted)
        score.misses += [f"{report.name}: beside: {found[at].text}" for at in beside]
        alone = {at for at, index in zip(wanted, report.headings, strict=True)
                 if is_alone(report, index)}  # fmt: skip
        score.changed += len(alone)
        score.worded += sum(at in found and found[at].text == wanted[at] for at in alone)
    return score


FORMS: tuple[Callable[[int], str], ...] = (
    lambda number: f"{number}．",
    lambda number: f"{number}、",
    lambda number: f"（{number}）",
    lambda number: f"第{'一二三四五六七八九十'[number - 1]}，",
)


def measure_marked_anew(reports: list[Report]) -> Score:
    """Return the score with every row of （一） in another form of number."""
    score = Score()
    figures = "一二三四五六七八九十"
    for number, report in enumerate(reports):
        form = FORMS[number % len(FORMS)]
        text, wanted = "", set()
        for index, line in enumerate(report.lines):
            new = line
            if index in report.headings and line[0] == "（" and line[2] == "）":
                new = form(figures.index(line[1]) + 1) + line[3:]
            if index in report.headings:
                wanted.add(len(text))
            text += new + "\n"
        found = {one.span.start for one in parse_draft(text).headings}
        score.wanted += len(wanted)
        # Other headings of these forms stand in the reports too: only recall says something.
        score.found += len(wanted & found)
        score.right += len(wanted & found)
        score.misses += [text[at : at + 30] for at in wanted - found]
    return score


def show_promises(reports: list[Report]) -> None:
    """Print how many promises are kept, broken and beyond telling, and the broken ones."""
    kept: dict[bool | None, int] = {True: 0, False: 0, None: 0}
    for report in reports:
        text = "\n".join(report.lines)
        for promise in parse_draft(text).promises:
            kept[promise.kept] += 1
            if promise.kept is False:
                around = text[max(0, promise.span.start - 30) : promise.span.end + 60]
                print(f"  broken: {report.name}: {promise.text} {promise.found}: {around!r}")
    print(f"promises: {kept[True]} kept, {kept[False]} broken, {kept[None]} beyond telling")


def show_speed(reports: list[Report]) -> None:
    """Print the milliseconds for 10,000 characters."""
    texts = ["\n".join(report.lines) for report in reports]
    start = time.perf_counter()
    for text in texts:
        parse_draft(text)
    seconds = time.perf_counter() - start
    print(f"speed: {seconds * 1e7 / sum(map(len, texts)):.1f} ms for 10,000 characters")


def main() -> int:
    """Print all figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--show", type=int, default=0, help="misses to print for each measure")
    arguments = parser.parse_args()
    reports = read_reports(arguments.folder)
    glued = chosen(reports, is_alone)
    joined = chosen(
        reports, lambda report, index: index > 0 and report.lines[index - 1][-1] == "。"
    )
    scores = {
        "as published": measure(reports, set(), "\n", "\n"),
        "glued to their text": measure(reports, glued, "\n", ""),
        "joined to text before": measure(reports, joined, "", "\n"),
        "marked anew": measure_marked_anew(reports),
        "wrapped at 28": measure_wrapped(reports),
        "flattened": measure_flattened(reports),
    }
    for name, score in scores.items():
        print(score.line(name))
        for miss in score.misses[: arguments.show]:
            print("   ", miss)
    show_promises(reports)
    show_speed(reports)
    return 0


if __name__ == "__main__":
    sys.exit(main())
