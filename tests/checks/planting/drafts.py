"""Faults against the draft's own promises: wording that was locked and did not survive."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.checks.planting.faults import Made, mark

if TYPE_CHECKING:
    import random
    from collections.abc import Callable

    from tests.checks.planting.faults import Plant

# What a leader locks: a clause or two within a sentence.
CLAUSES = re.compile(
    "(?<=[。，；])[^。，；：！？、“”（）\n]{5,16}，[^。，；：！？、“”（）\n]{5,16}(?=[。；])"
)
SENTENCE = re.compile("(?<=。)[^。：；“”（）\n]{16,60}。")
SYNONYMS = (
    ("抓", "搞"), ("要", "应"), ("必须", "应当"), ("加快", "推进"), ("和", "与"), ("好", "妥"),
    ("把", "将"), ("不", "勿"), ("都", "均"), ("群众", "百姓"), ("工作", "任务"),
)  # fmt: skip


def changed(pattern: re.Pattern[str], change: Callable[[str], str]) -> Plant:
    """Return a planter that locks a wording of the text and then changes it."""

    def plant(text: str, dice: random.Random, index: int) -> Made | None:
        found = [m for m in pattern.finditer(text) if change(m.group()) != m.group()]
        if not found:
            return None
        match = dice.choice(found)
        return Made(mark(text, *match.span(), change(match.group())), locked=(match.group(),))

    return plant


def gone(text: str, dice: random.Random, index: int) -> Made | None:
    """Lock a sentence and take it out."""
    match = dice.choice(list(SENTENCE.finditer(text)))
    return Made(text[: match.start()] + text[match.end() :], locked=(match.group(),))


def other_word(wording: str) -> str:
    for old, new in SYNONYMS:
        if old in wording:
            return wording.replace(old, new, 1)
    return wording


def shortened(wording: str) -> str:
    return wording.split("，", maxsplit=1)[0]


def turned(wording: str) -> str:
    return "，".join(reversed(wording.split("，")))


def softened(wording: str) -> str:
    head, tail = wording.split("，")
    return f"{head}，原则上{tail}"


def clipped(wording: str) -> str:
    return wording[:-2]


FORMS: dict[str, dict[str, Plant]] = {
    "DR001": {
        "another word": changed(CLAUSES, other_word),
        "a clause left out": changed(CLAUSES, shortened),
        "clauses turned round": changed(CLAUSES, turned),
        "softened": changed(CLAUSES, softened),
        "end cut off": changed(CLAUSES, clipped),
        "all of it gone": gone,
    },
}
