"""Speeches made by machine, as many as a bench needs: boilerplate enough, and never twice alike.

Clauses of our own samples and the shipped phrases are the templates; in six of ten clauses the
words of two characters are exchanged for others of jieba's dictionary, and one clause in twenty is
a set phrase drawn by Zipf's law. Lengths are lognormal around 2,800 characters. The same seed gives
the same speeches. Clauses repeat more often here than in synthetic_library.py, of which libraries
are made; these are drafts, whose wording stands in no such library.
"""

from __future__ import annotations

import random
import re
import sys
from functools import cache
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(PROJECT))

from drafting.lexicons.lexicons import load_lexicons  # noqa: E402 - the path comes first
from resources import resource_path  # noqa: E402 - the path comes first

_USUAL_LENGTH = 7.9  # natural logarithm of 2,700 characters
_PARTS = "一二三四五六七八九"


@cache
def words() -> list[str]:
    """Return common nouns and verbs of two characters."""
    import jieba

    with jieba.get_dict_file() as file:
        lines = file.read().decode("utf-8").splitlines()
    rows = (line.split(" ") for line in lines)
    common = sorted((-int(row[1]), row[0]) for row in rows if len(row) == 3 and len(row[0]) == 2)
    return [word for _, word in common[:12_000] if re.fullmatch("[一-鿿]{2}", word)]


@cache
def clauses() -> list[str]:
    """Return the clauses of the samples and of the shipped phrases."""
    texts = [file.read_text(encoding="utf-8") for file in resource_path("samples").glob("*.txt")]
    texts += [row["text"] for row in load_lexicons().table("phrases") if "{" not in row["text"]]
    pieces = re.split("[，。；：！？\n]", "\n".join(texts))
    return sorted({piece for piece in pieces if 4 <= len(piece) <= 24 and piece.isalpha()})


def make_speeches(count: int, seed: int = 4) -> list[str]:
    """Return ``count`` speeches with title, salutation, parts and closing."""
    source = random.Random(seed)  # noqa: S311 - repeatable, nothing secret
    phrases = [row["text"] for row in load_lexicons().table("phrases") if row["text"].isalpha()]
    ranks = [1 / rank for rank in range(1, len(phrases) + 1)]
    return [_speech(source, phrases, ranks, number) for number in range(count)]


def _speech(source: random.Random, phrases: list[str], ranks: list[float], number: int) -> str:
    length = min(max(int(source.lognormvariate(_USUAL_LENGTH, 0.4)), 600), 12_000)
    lines = [
        f"在全县第{number}次工作会议上的讲话",
        "同志们：",
        "今天，我们召开会议。我讲三点意见。",
    ]
    written, part = 0, 0
    while written < length:
        if written >= length * part / 3 and part < 3:
            lines.append(f"{_PARTS[part]}、{_clause(source)}，{_clause(source)}")
            part += 1
        pieces = [
            source.choices(phrases, ranks)[0] if source.random() < 0.05 else _clause(source)
            for _ in range(source.randint(6, 24))
        ]
        marks = source.choices("，，，。；", k=len(pieces) - 1)
        line = "".join(p + m for p, m in zip(pieces, [*marks, "。"], strict=True))
        lines.append(line)
        written += len(line)
    return "\n".join([*lines, "同志们，让我们一起努力！"])


def _clause(source: random.Random) -> str:
    clause = source.choice(clauses())
    if source.random() < 0.4:
        return clause
    vocabulary = words()
    start = source.randint(0, 1)
    pairs = [clause[at : at + 2] for at in range(start, len(clause), 2)]
    changed = [
        source.choice(vocabulary) if len(pair) == 2 and source.random() < 0.6 else pair
        for pair in pairs
    ]
    return clause[:start] + "".join(changed)
