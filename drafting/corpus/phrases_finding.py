"""Which mined n-grams, clauses and frames become phrases of the library."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from drafting.mining.clauses import mine_clauses
from drafting.mining.frames import FrameLimits, mine_frames
from drafting.mining.names import is_formal_name
from drafting.mining.set_phrases import SHARD_CHARACTERS, MiningLimits, mine_set_phrases

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from drafting.mining.set_phrases import MinedPhrase
    from drafting.model.speech import SpeechRecord

_SHORTEST = 4
# Two members with 、 between them, or words longer than an n-gram of the first pass.
_SHORTEST_PAIR, _LONGEST_PAIR = 7, 14
# In a shard of a thousand speeches a phrase should have more than two of them.
_SPEECHES_PER_DOCUMENT = 500
# Of so many speeches two have any n-gram in common by chance.
_MANY_SPEECHES = 20
_MOST_FRAMES = 300
# No phrase begins or ends with these; an n-gram that does is the cutting of another.
_NEVER_FIRST = set("的了和与及等着于而也们并或、，之其是")
_NEVER_LAST = set("的了和与及把被对向在从为以是有要不更最将并或、，这那个各一就也")
# The second half of a figure (2026年工作, 3次会议), or a figure in words.
_FIGURE = re.compile(
    "年(?![底初末轻内终度均])|月|日(?![常后益])|次(?!生)|届|亿|万(?![众物家])|元(?![旦宵])|亩|吨"
    "|级(?!别)|个(?![人体性别])|位(?![置次])|[二两三四五六七八九十]+[个家位名条件次月点]"
    "|.*(?:[〇零一二三四五六七八九十百千万亿点]{3}|百分)"
)
_ITEM_LEADS = tuple(f"{n}{word}" for n in "一二三四五六七八九十" for word in "是要、")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A wording found by mining, to be counted exactly in all speeches."""

    text: str
    form: str


def iter_shards(records: Iterable[SpeechRecord]) -> Iterator[list[SpeechRecord]]:
    """Yield speeches in runs that mining can hold in memory."""
    shard: list[SpeechRecord] = []
    size = 0
    for record in records:
        if shard and size + len(record.text) > SHARD_CHARACTERS:
            yield shard
            shard, size = [], 0
        shard.append(record)
        size += len(record.text)
    if shard:
        yield shard


def spoken_from(record: SpeechRecord) -> int:
    """Return where title, speaker, date and salutation end; these are never mined."""
    return 0 if record.parts.opening is None else record.parts.opening.start


def find_candidates(
    records: Iterable[SpeechRecord], is_wanted: Callable[[], bool] = lambda: True
) -> list[Candidate]:
    """Return all wordings worth counting; ``is_wanted`` is asked between shards and may end it."""
    forms: dict[str, str] = {}
    for shard in iter_shards(records):
        if not is_wanted():
            return []
        texts = [record.text[spoken_from(record) :] for record in shard]
        least = max(2, len(texts) // _SPEECHES_PER_DOCUMENT)
        more = max(least, 3 if len(texts) >= _MANY_SPEECHES else 2)
        grams = mine_set_phrases(texts, MiningLimits(shortest=_SHORTEST, min_documents=more))
        _take(forms, grams, "phrase")
        joined = MiningLimits(_SHORTEST_PAIR, _LONGEST_PAIR, least, inner="、")
        pairs = [
            one for one in mine_set_phrases(texts, joined) if "、" in one.text or len(one.text) > 8
        ]
        _take(forms, pairs, "clause")
        _take(forms, mine_clauses(texts, least), "clause")
        frames = mine_frames(texts, FrameLimits(min_documents=least))[:_MOST_FRAMES]
        _take(forms, frames, "frame")
    return [Candidate(text, form) for text, form in forms.items()]


def _take(forms: dict[str, str], found: Sequence[MinedPhrase], form: str) -> None:
    for one in found:
        if form == "frame" or is_whole(one.text):
            forms.setdefault(one.text, "name" if is_formal_name(one.text) else form)


def is_whole(text: str) -> bool:
    """Return whether a wording may stand by itself and is no numbered item."""
    if text[0] in _NEVER_FIRST or text[-1] in _NEVER_LAST:
        return False
    return not text.startswith(_ITEM_LEADS) and not _FIGURE.match(text)
