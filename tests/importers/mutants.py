"""Damaged files from a fixed seed, and what every one of them must end in."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from drafting.errors import ImportProblem
from drafting.importers.registry import import_bytes
from tests.clock import seconds

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MUTANTS = 1_000  # ten times as many a format among the long tests
SLOWEST = 5.0


def iter_mutants(samples: Sequence[bytes], seed: int, count: int = MUTANTS) -> Iterator[bytes]:
    """Yield samples with bytes changed, cut, repeated, taken from elsewhere, or the end gone."""
    chance = random.Random(seed)  # noqa: S311 - repeatable, nothing secret
    for _ in range(count):
        data = bytearray(chance.choice(samples))
        for _ in range(chance.randint(1, 6)):
            place = chance.randrange(len(data)) if data else 0
            length = chance.choice((1, 1, 2, 8, 64, 512))
            piece = bytes(data[place : place + length])
            way = chance.randrange(6)
            if way == 0:
                data[place : place + length] = chance.randbytes(len(piece))
            elif way == 1:
                del data[place : place + length]
            elif way == 2:
                data[place:place] = piece * chance.choice((1, 2, 50))
            elif way == 3:
                other = chance.choice(samples)
                start = chance.randrange(len(other))
                data[place : place + length] = other[start : start + length]
            elif way == 4 and place < len(data):
                data[place] ^= 1 << chance.randrange(8)
            elif way == 5 and chance.random() < 0.2:
                del data[place:]
        yield bytes(data)


def count_ends(samples: Sequence[bytes], name: str, seed: int) -> tuple[int, int]:
    """Import all mutants; return how many ended in text and how many in a message."""
    texts = messages = 0
    for data in iter_mutants(samples, seed):
        begun = seconds()
        try:
            imported = import_bytes(data, name)
        except ImportProblem as problem:
            message = str(problem)
            whole = message.startswith(f"无法打开“{name}”：") and message.count("。") == 1
            messages += whole
        else:
            texts += 1
            assert "\r" not in imported.text
            assert "\0" not in imported.text
            imported.text.encode("utf-8")
            assert all(0 <= one.start < one.end <= len(imported.text) for one in imported.runs)
        assert seconds() - begun < SLOWEST
    return texts, messages
