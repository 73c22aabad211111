"""Measures the reader on labelled speeches that are damaged as web pages and old files are.

    python packaging/measure_damaged_speeches.py FOLDER [--every] [--show OPERATOR KIND]

FOLDER is one of packaging/measure_unseen.py (tests/acceptance/announcements). Of each speech whose
headings of the first level stand in their order, the markers are written in other kinds and the
lines around the headings are damaged; a heading is right where its words end where they ended
before. Each cell of the table tells how many of 100 headings are right, and how many stand beside
them for 100 wanted. A speech meets every operator with one of the kinds in turn, with ``--every``
with all of them.

The operators are what some forty pages with speeches of counties showed in November 2026, each
with how many of a hundred such pages have it; three in ten are whole. Left out is what a careful
reader could not tell: a row without marks whose lines are lost, a number that nothing parts from
its words (一提高认识), a kind that the speech numbers something else with.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import defaultdict
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from drafting.cleaning.cleaner import clean_text
from drafting.parsing.parser import parse_draft

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

DIGITS = "一二三四五六七八九十"
NARROW = str.maketrans("，：；？！（）。", ",:;?!().")
WIDE = "\u3000\u3000"
FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
_MARKER = re.compile(
    f"(?:（[{DIGITS}]+）|第[{DIGITS}]+[^，、：]{{0,6}}[，、：]|[{DIGITS}]+[、，]|[{DIGITS}]+[要是](?=[^，。]{{4}})"
    "|[0-9]+[、.．]|首先，|其次，|再次，|最后，|再一[点条]是)"
)
_COUNTED = re.compile(f"[{DIGITS}几两](个问题|层意思|句话|点|条|件事)")
_BLANK = re.compile("[\\s\u3000*【】]+")
_ONE_FORM = str.maketrans(",:;?!()０１２３４５６７８９．", "，：；？！（）0123456789.")
_STRIPPED = "。．.：:；;，,、"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a speech: its heading without marker and final mark, and its paragraphs."""

    words: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Speech:
    """A labelled speech, its lines before the first heading and its parts."""

    name: str
    front: tuple[str, ...]
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Operator:
    """One way in which lines are damaged: what stands in the place of the breaks.

    ``before`` and ``behind`` a heading, ``among`` all others; ``weight`` is how many of a hundred
    pages show it; ``some`` spares every second heading; ``changed`` damages the finished text,
    ``marked`` the marker, ``framed`` the heading.
    """

    name: str
    weight: float
    before: str = "\n"
    behind: str = "\n"
    among: str = "\n"
    some: bool = False
    changed: Callable[[str], str] | None = None
    marked: Callable[[str], str] | None = None
    framed: str = "{}"


def wrapped(text: str, width: int, joint: str, indent: str = "") -> str:
    """Return every line of ``text`` broken at ``width``."""
    lines = [indent + line for line in text.split("\n")]
    return "\n".join(
        joint.join(line[start : start + width] for start in range(0, max(1, len(line)), width))
        for line in lines
    )


def with_page_marks(text: str) -> str:
    """Return ``text`` in lines of 28 with the mark of a page behind every twelfth."""
    lines = wrapped(text, 28, "\n").split("\n")
    pages = ["\n".join(lines[at : at + 12]) for at in range(0, len(lines), 12)]
    return "\n".join(f"{page}\n－{number}－" for number, page in enumerate(pages, 1))


def in_sentences(text: str) -> str:
    """Return ``text`` with every sentence in its own line."""
    return re.sub("(?<=[。！？])(?=[^”）\n])", "\n\n", text)


def spaced(text: str) -> str:
    """Return ``text`` without line breaks, a blank in their place and at every 28th character."""
    return wrapped(text, 28, " ").replace("\n", " ")


OPERATORS = (
    Operator("whole lines", 22),
    Operator("sentence 。", 5, behind="。"),
    Operator("line with 。", 3, behind="。\n"),
    Operator("glued to its text", 4, behind=""),
    Operator("some glued to text", 3, behind="", some=True),
    Operator("blank behind", 4, behind=" "),
    Operator("wide blanks behind", 1, behind="\u3000\u3000"),
    Operator("joined to text before", 2, before=""),
    Operator("joined, some", 1, before="", some=True),
    Operator("glued both sides", 3, before="", behind=""),
    Operator("one line, sentences", 3, before="", behind="。", among=""),
    Operator("one line", 22, before="", behind="", among=""),
    Operator("one line, blanks", 8, before=" ", behind=" ", among=" "),
    Operator("one line, wide blanks", 3, WIDE, WIDE, WIDE),
    Operator("one line, wrapped by blanks", 5, changed=spaced),
    Operator("wrapped at 28", 3, changed=lambda text: wrapped(text, 28, "\n")),
    Operator("wrapped, indented", 2, changed=lambda text: wrapped(text, 30, "\n", "\u3000\u3000")),
    Operator("wrapped, page marks", 1, changed=with_page_marks),
    Operator("glued, wrapped at 28", 1, behind="", changed=lambda text: wrapped(text, 28, "\n")),
    Operator("every sentence a line", 1, changed=in_sentences),
    Operator("glued, sentences lines", 1, behind="", changed=in_sentences),
    Operator("half-width marks", 2, changed=lambda text: text.translate(NARROW)),
    Operator("half-width, one line", 1, "", "", "", changed=lambda text: text.translate(NARROW)),
    Operator("nbsp, blank lines", 2, among="\n\n\u00a0\u00a0\u00a0\u00a0"),
    Operator("bold marks", 1, framed="**{}**"),
    Operator("bold, glued", 1, framed="**{}**", behind=""),
    Operator("in 【】", 1, framed="【{}】"),
    Operator("pause ，", 1, marked=lambda mark: re.sub("[、.．]$", "，", mark)),
    Operator("pause . half-width", 1, marked=lambda mark: re.sub("[、，]$", ".", mark)),
    Operator("pause a blank", 1, marked=lambda mark: re.sub("[、，.]$", " ", mark)),
    Operator("pause lost", 1, marked=lambda mark: re.sub("，$", "", mark)),
    Operator("pause lost, one line", 1, "", "", "", marked=lambda mark: re.sub("，$", "", mark)),
    Operator("digits full-width", 1, marked=lambda mark: mark.translate(FULL_WIDTH)),
)  # fmt: skip


# {han} 一, {figure} 1, {turn} 首先 and {thing} 个问题 of a part.
KINDS = {
    "一、": "{han}、",
    "（一）": "（{han}）",
    "1.": "{figure}.",
    "1、": "{figure}、",
    "第一，": "第{han}，",
    "第一、": "第{han}、",
    "一是": "{han}是",
    "一要": "{han}要",
    "首先，": "{turn}，",
    "named": "第{han}{thing}，",
}
TURNS = {2: "首先 其次", 3: "首先 其次 最后", 4: "首先 其次 再次 最后"}
# How many of a hundred such pages number their parts so.
SHARES = dict(zip(KINDS, (60, 5, 3, 3, 10, 4, 4, 5, 3, 3), strict=True))


def read_speeches(folder: Path) -> Iterator[Speech]:
    """Yield the speeches of ``folder`` whose marked headings stand in their order."""
    labels = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
    for name, label in labels.items():
        if not name.startswith("_"):
            path = (folder / name).with_suffix(".txt")
            speech = read_speech(path, label)
            if speech is not None:
                yield speech


def read_speech(path: Path, label: dict[str, Any]) -> Speech | None:
    """Return one speech cut into its parts, None where its headings are not so."""
    text = path.read_text(encoding="utf-8-sig")
    wanted: list[str] = label["headings_1"]
    parts: list[Part] = []
    front, end = "", 0
    for number, heading in enumerate(wanted):
        at, marker = text.find(heading, end), _MARKER.match(heading)
        if at < 0 or marker is None:
            return None
        if number:
            parts[-1] = replace(parts[-1], paragraphs=lines_of(text[end:at]))
        else:
            front = text[:at]
        end = at + len(heading)
        parts.append(Part(heading[marker.end() :].strip(_STRIPPED), ()))
    if len(parts) < 2 or len(parts) > len(DIGITS):
        return None
    parts[-1] = replace(parts[-1], paragraphs=lines_of(text[end:]))
    if any(not part.paragraphs or not part.words or part.words[0] in "是，" for part in parts):
        return None
    return Speech(path.stem, lines_of(front), tuple(parts))


def lines_of(text: str) -> tuple[str, ...]:
    """Return the filled lines of ``text``, the mark that ends a heading left out."""
    lines = [line.strip() for line in text.lstrip("。").split("\n")]
    return tuple(line for line in lines if line)


def markers_of(speech: Speech, kind: str) -> list[str] | None:
    """Return the markers of one kind for all parts, None where the speech uses them elsewhere."""
    front = "\n".join(speech.front)
    counted, turns = _COUNTED.findall(front), TURNS.get(len(speech.parts), "").split()
    if (kind == "named" and not counted) or (kind == "首先，" and not turns):
        return None
    markers = [
        KINDS[kind].format(
            han=DIGITS[number],
            figure=number + 1,
            thing=counted[-1] if counted else "",
            turn=turns[number] if turns else "",
        )
        for number in range(len(speech.parts))
    ]
    everything = front + "".join("".join(part.paragraphs) for part in speech.parts)
    # Nobody writes （一） below 1.
    if kind[0] == "1" and "（一）" in everything:
        return None
    return None if any(marker in everything for marker in markers) else markers


def damaged(speech: Speech, markers: Sequence[str], operator: Operator) -> tuple[str, list[str]]:
    """Return the text of a damaged speech, and its headings."""
    text = operator.among.join(speech.front)
    wanted = []
    for number, (part, mark) in enumerate(zip(speech.parts, markers, strict=True)):
        spared = operator.some and number % 2
        marker = operator.marked(mark) if operator.marked else mark
        wanted.append(marker + part.words)
        text += "\n" if spared else operator.before
        text += operator.framed.format(wanted[-1])
        asks = part.words[-1] in "？！" and operator.behind[:1] == "。"
        text += "\n" if spared else operator.behind[asks:]
        text += operator.among.join(part.paragraphs)
    return (operator.changed(text) if operator.changed else text), wanted


def bare(heading: str) -> str:
    """Return a heading without blanks and what frames it, its marks and figures in one form."""
    return _BLANK.sub("", heading).translate(_ONE_FORM).strip(_STRIPPED)


@dataclass
class Cell:
    """Headings wanted, right and beside, under one operator for one kind."""

    wanted: int = 0
    right: int = 0
    beside: int = 0
    misses: list[str] = field(default_factory=list)

    def add(self, name: str, text: str, wanted: Sequence[str]) -> None:
        """Add one damaged speech."""
        draft = parse_draft(clean_text(text).text)
        found = [bare(one.marker + one.text) for one in draft.headings if one.level == 1]
        self.wanted += len(wanted)
        for heading in map(bare, wanted):
            if heading in found:
                found.remove(heading)
                self.right += 1
            else:
                self.misses.append(f"{name}: - {heading}")
        self.beside += len(found)
        self.misses += [f"{name}: + {heading[:60]}" for heading in found]

    def __str__(self) -> str:
        if not self.wanted:
            return "-"
        beside = f"+{100 * self.beside / self.wanted:.0f}" if self.beside else ""
        return f"{100 * self.right / self.wanted:.0f}{beside}"


def measure(speeches: Sequence[Speech], *, every: bool) -> dict[tuple[str, str], Cell]:
    """Return what every operator does to every kind."""
    cells: dict[tuple[str, str], Cell] = defaultdict(Cell)
    kinds = list(KINDS)
    for turn, speech in enumerate(speeches):
        for step, operator in enumerate(OPERATORS):
            order = [kinds[(turn + step + further) % len(kinds)] for further in range(len(kinds))]
            for kind in order:
                markers = markers_of(speech, kind)
                if markers is None:
                    continue
                text, wanted = damaged(speech, markers, operator)
                cells[operator.name, kind].add(speech.name, text, wanted)
                if not every:
                    break
    return cells


def main() -> int:
    """Print the table, and its sum weighted by how often pages are so damaged."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--every", action="store_true", help="every kind for every speech")
    parser.add_argument("--show", nargs=2, metavar=("OPERATOR", "KIND"), help="misses of a cell")
    arguments = parser.parse_args()
    speeches = list(read_speeches(arguments.folder))
    cells = measure(speeches, every=arguments.every)
    print(f"{len(speeches)} speeches\n{'':<28}" + "".join(f"{kind:>9}" for kind in [*KINDS, "all"]))
    total = right = beside = 0.0
    for operator in OPERATORS:
        row = [cells[operator.name, kind] for kind in KINDS]
        sums = Cell(
            *(sum(getattr(one, name) for one in row) for name in ("wanted", "right", "beside"))
        )
        print(f"{operator.name:<28}" + "".join(f"{one!s:>9}" for one in [*row, sums]))
        for kind, one in zip(KINDS, row, strict=True):
            weight = operator.weight * SHARES[kind] * (one.wanted > 0)
            total += weight
            right += weight * one.right / max(1, one.wanted)
            beside += weight * one.beside / max(1, one.wanted)
    print(f"weighted: recall {right / total:.3f}, precision {right / (right + beside):.3f}")
    if arguments.show:
        shown = [
            one
            for key, one in cells.items()
            if all(a in b for a, b in zip(arguments.show, key, strict=True))
        ]
        print("\n".join(miss for one in shown for miss in one.misses))
    return 0


if __name__ == "__main__":
    sys.exit(main())
