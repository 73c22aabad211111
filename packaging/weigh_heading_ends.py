"""Fits what the signs of a heading's end weigh (drafting/parsing/headings/weights.py).

    python packaging/weigh_heading_ends.py FOLDER...

Every FOLDER holds texts whose headings stand on lines of their own or end with a full stop, and
files of labelled passages (as tests/fixtures/parsing/glued_pages_first.txt). The line breaks behind
the standing ones are taken out, and the weights are fitted so that the ends that were there are
the likeliest (log-linear model, least squares held small). With the fit, it
prints how many ends are found, by themselves and beside one sibling, for the texts it was fitted
on and for a third that was kept aside first.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from drafting.parsing.headings import finder
from drafting.parsing.headings.glued import iter_places, natural_signs, text_behind
from drafting.parsing.headings.heading_ends import find_end
from drafting.parsing.headings.likeness import SIGNS, likeness
from drafting.parsing.headings.markers import FORMAL
from drafting.parsing.headings.wording import Wording
from drafting.parsing.parser import parse_draft
from drafting.parsing.reading import reading_of
from drafting.workspace.drafts.opening import open_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from drafting.model.headings import Heading

Signs = dict[str, float]
SMALL, ROUNDS, STEP = 0.5, 300, 0.08
# Headings of pages that lost their lines count so often: they are what is to be read.
PAGES = 2
LONGEST = 44
_BESIDE = 3
_LABELS = "\n> "
_MARKER = "^（?[一二三四五六七八九十]+[、）]"


@dataclass(frozen=True, slots=True)
class Place:
    """One place where a heading may end: its wording, its signs, and how the text goes on."""

    wording: str
    signs: Signs
    behind: str = ""


@dataclass(frozen=True, slots=True)
class Example:
    """The places of one heading, which of them is right, and the headings beside it."""

    places: tuple[Place, ...]
    right: int
    siblings: tuple[Place, ...]


def text_of(path: Path) -> str:
    """Return a speech as it is opened: one paragraph a line, none empty."""
    lines = reading_of(open_file(path).draft.text).split("\n")
    return "\n".join(line.strip() for line in lines if line.strip())


def rows_of(headings: Sequence[Heading]) -> list[list[Heading]]:
    """Return the headings as rows of siblings."""
    rows: list[list[Heading]] = []
    latest: dict[int, list[Heading]] = {}
    for heading in headings:
        latest = {level: row for level, row in latest.items() if level <= heading.level}
        row = latest.get(heading.level)
        follows = row and row[0].kind is heading.kind
        if row is None or not follows or (heading.number or 0) <= (row[-1].number or 0):
            row = latest[heading.level] = []
            rows.append(row)
        row.append(heading)
    return [row for row in rows if row[0].kind in FORMAL]


def standing(text: str, heading: Heading) -> bool:
    """Return whether a heading has its line for itself and ends without a mark."""
    return not heading.run_in and text[heading.span.end : heading.span.end + 1] == "\n"


def examples_of(text: str) -> list[Example]:
    """Return the headings of one text, the line breaks behind the standing ones taken out."""
    rows = []
    for row in rows_of(parse_draft(text).headings):
        kept = [one for one in row if 0 < len(one.text) <= LONGEST]
        alone = [standing(text, one) for one in kept]
        ended = [text[one.span.end : one.span.end + 1] in "。？" for one in kept]
        if kept and (all(alone) or all(ended)):
            rows.append((kept, all(alone)))
    ends = sorted(one.span.end for row, is_alone in rows if is_alone for one in row)
    glued = "".join(
        text[start:end]
        for start, end in zip([0, *(e + 1 for e in ends)], [*ends, len(text)], strict=True)
    )
    moved = {end: end - index for index, end in enumerate(ends)}
    wording = Wording(glued)
    found = []
    for row, is_alone in rows:
        places = []
        for one in row:
            before = sum(end < one.span.end for end in ends)
            places.append(moved[one.span.end] if is_alone else one.span.end - before)
        named = [
            Place(one.text, {}, text_behind(glued, end))
            for one, end in zip(row, places, strict=True)
        ]
        for one, end, itself in zip(row, places, named, strict=True):
            siblings = tuple(other for other in named if other is not itself)
            example = example_at(wording, end - len(one.text), end, siblings)
            if example is not None:
                found.append(example)
    return found


def example_at(
    wording: Wording, start: int, end: int, siblings: tuple[Place, ...]
) -> Example | None:
    """Return the places of the heading that ends at ``end``, None where it is not among them."""
    text = wording.text
    ends = list(iter_places(wording, start))
    places = [
        Place(text[start:one], summed(wording.signs(start, one)), text_behind(text, one))
        for one in ends
    ]
    line_end = text.find("\n", start) % (len(text) + 1)
    natural = find_end(text, start, line_end, line_end=line_end)
    words = text[start : natural.end]
    places.append(Place(words, summed(natural_signs(words, natural))))
    ends.append(natural.end)
    return Example(tuple(places), ends.index(end), siblings) if end in ends else None


def examples_in(path: Path) -> Iterator[list[Example]]:
    """Yield the headings of a file: of its one text, or of each of its labelled passages."""
    text = path.read_text(encoding="utf-8-sig", errors="replace")
    if _LABELS not in text:
        yield examples_of(text_of(path))
        return
    for passage in text.strip().split("\n\n"):
        before, is_labelled, labels = passage.rpartition(_LABELS)
        if is_labelled:
            yield labelled(before, labels) * PAGES


def labelled(passage: str, labels: str) -> list[Example]:
    """Return the headings of a passage that lost its lines, the right ones standing behind it."""
    text = reading_of(passage)
    wording = Wording(text)
    wanted = [reading_of(one.strip()) for one in labels.split("|")]
    found = []
    for heading in parse_draft(text).headings:
        start = heading.marker_span.end
        label = next((one for one in wanted if one.startswith(heading.marker)), "")
        right = label.removeprefix(heading.marker)
        if right and heading.kind in FORMAL and text.startswith(right, start):
            bare = (re.sub(_MARKER, "", one) for one in wanted if one != label)
            others = tuple(Place(one, {}, behind_words(text, one)) for one in bare)
            example = example_at(wording, start, start + len(right), others)
            if example is not None:
                found.append(example)
    return found


def behind_words(text: str, wording: str) -> str:
    """Return how the text goes on behind a wording, "" where it is not written so."""
    place = text.find(wording)
    return text_behind(text, place + len(wording)) if place >= 0 else ""


def summed(signs: Iterable[tuple[str, float]]) -> Signs:
    """Return the signs with all there is of each."""
    total: Signs = {}
    for name, amount in signs:
        total[name] = total.get(name, 0.0) + amount
    return total


def shared(first: Place, second: Place) -> Signs:
    """Return how much of each sign of likeness there is between two headings."""
    alone = np.eye(len(SIGNS)).tolist()
    goes_on = first.behind != "" and first.behind == second.behind
    return {
        name: likeness(first.wording, second.wording, tuple(one), goes_on=goes_on)
        for name, one in zip(SIGNS, alone, strict=True)
    }


def tables(
    examples: Sequence[Example], names: dict[str, int], chance: random.Random, *, beside: bool
) -> list[tuple[np.ndarray, int]]:
    """Return every example as a table (places by signs) with the right row."""
    found = []
    for example in examples:
        beside_it = chance.sample(example.siblings, min(_BESIDE, len(example.siblings)))
        for sibling in beside_it if beside else [None]:
            table = np.zeros((len(example.places), len(names)))
            for row, place in enumerate(example.places):
                signs = dict(place.signs)
                if sibling:
                    signs |= shared(place, sibling)
                for name, amount in signs.items():
                    if name in names:
                        table[row, names[name]] = amount
            found.append((table, example.right))
    return found


def fitted(examples: list[tuple[np.ndarray, int]], size: int) -> np.ndarray:
    """Return the weights under which the right places are the likeliest."""
    weights, pace = np.zeros(size), np.zeros(size)
    for number in range(ROUNDS):
        slope = -SMALL * weights
        for table, right in examples:
            scores = table @ weights
            chances = np.exp(scores - scores.max())
            slope += table[right] - (chances / chances.sum()) @ table
        slope /= len(examples)
        pace = 0.9 * pace + 0.1 * slope * slope
        weights += STEP * slope / np.sqrt(pace + 1e-8) * 0.995**number
    return weights


def share(examples: list[tuple[np.ndarray, int]], weights: np.ndarray) -> str:
    """Return how many of the examples come out right."""
    right = sum(int(np.argmax(table @ weights)) == row for table, row in examples)
    return f"{right} of {len(examples)}"


def main() -> int:
    """Print the weights and what they reach."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", type=Path, nargs="+")
    # The texts are read without what is to be fitted.
    finder.cut_glued = lambda _, headings: [end for _, _, end in headings]
    files = [one for folder in parser.parse_args().folders for one in sorted(folder.glob("*.txt"))]
    chance = random.Random(3)  # noqa: S311 — a fixed choice, no secret
    chance.shuffle(files)
    texts = [examples for path in files for examples in examples_in(path)]
    everything = [example for text in texts for example in text]
    found = {name for one in everything for place in one.places for name in place.signs}
    pairs = {name for one in everything for other in one.siblings
             for name in SIGNS}  # fmt: skip
    names = {name: index for index, name in enumerate(sorted(found | pairs))}
    third = [example for text in texts[: len(texts) // 3] for example in text]
    rest = [example for text in texts[len(texts) // 3 :] for example in text]

    def both(examples: Sequence[Example]) -> list[tuple[np.ndarray, int]]:
        return [
            *tables(examples, names, chance, beside=False),
            *tables(examples, names, chance, beside=True),
        ]

    weights = fitted(both(rest), len(names))
    print("kept aside:", share(tables(third, names, chance, beside=False), weights), "alone,",
          share(tables(third, names, chance, beside=True), weights), "beside one")  # fmt: skip
    weights = fitted(both(everything), len(names))
    for name, index in names.items():
        print(f'    "{name}": {weights[index]:.2f},')
    return 0


if __name__ == "__main__":
    sys.exit(main())
