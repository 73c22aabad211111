"""Make a library of any size out of our own texts, for measuring; the same for the same inputs.

Usage: python packaging/synthetic_library.py COUNT [FOLDER]

Clauses of the samples, the starter speeches and the test speeches are cut at their marks; 60 % of
their content words are replaced by words of the same part of speech from jieba's dictionary
(drawn by its frequencies), 5 % of all clauses are set phrases drawn by Zipf's law, lengths are
lognormal. The speeches are kept in FOLDER (build/synthetic unless given), one file for each COUNT.
"""

from __future__ import annotations

import hashlib
import itertools
import random
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from drafting.corpus.folding import words_hash
from drafting.corpus.library import open_library
from drafting.corpus.speeches import add_speeches
from drafting.model.speech import SpeechRecord
from drafting.parsing.parser import parse_draft
from drafting.workspace.drafts.opening import open_file
from drafting.workspace.library.records import speech_parts

if TYPE_CHECKING:
    from collections.abc import Iterator

PROJECT = Path(__file__).resolve().parent.parent
CACHE = PROJECT / "build" / "synthetic"
_SOURCES = ("resources/samples", "resources/library", "tests/acceptance/speeches")
_VERSION = 1
_END = "\f"
_CLAUSE = re.compile(r"[^，。；：、！？\s]{4,30}")
_CONTENT = {"n", "v", "a", "vn", "an", "nz", "l", "i", "b", "ns"}
_REPLACED, _SET_PHRASES = 0.6, 0.05
# Characters of a speech: exp(normal), about 2,900 on average.
_MEAN, _DEVIATION = 7.68, 0.5
_POOL = 20_000
_PLACES = ("清河", "石桥", "云岭", "南浦", "青川", "东陵", "安澜", "柳湾", "白沙", "长坪")
_TOPICS = ("防汛", "安全生产", "经济", "招商引资", "乡村振兴", "人才", "营商环境", "森林防火")
_SPEAKERS = ("周启明", "林若川", "陆明远", "沈知秋", "顾长河", "温景行", "程望舒", "方致远")

Template = tuple[str | tuple[str, str], ...]


def main(count: int, folder: Path = CACHE) -> int:
    """Make the speeches and say where they lie."""
    path = speeches_file(count, folder)
    characters = sum(map(len, iter_texts(count, folder)))
    print(f"{count} speeches, {characters} characters: {path}")
    return 0


def iter_texts(count: int, folder: Path = CACHE) -> Iterator[str]:
    """Yield ``count`` speeches, one paragraph a line; made at the first call, then read."""
    with speeches_file(count, folder).open(encoding="utf-8", newline="\n") as file:
        lines: list[str] = []
        for line in file:
            if line.startswith(_END):
                yield "".join(lines).rstrip("\n")
                lines = []
            else:
                lines.append(line)


def build_library(
    path: Path, count: int, folder: Path = CACHE, *, together: int = 500, is_parsed: bool = False
) -> int:
    """Store ``count`` speeches in the library at ``path`` and return their characters.

    Titles and dates are set; headings, opening and closing only with ``is_parsed``, which costs
    many times the storing. Characters of all.
    """
    characters = 0
    texts = iter_texts(count, folder)
    with open_library(path) as library:
        while batch := list(itertools.islice(texts, together)):
            records = [record_of(text, is_parsed=is_parsed) for text in batch]
            add_speeches(library, records)
            characters += sum(map(len, batch))
    return characters


def record_of(text: str, *, is_parsed: bool = False) -> SpeechRecord:
    """Return a speech as it is stored; what its first lines say is parsed in any case."""
    draft = parse_draft(text if is_parsed else "\n".join(text.split("\n", 4)[:4]))
    parts = {"parts": speech_parts(draft)} if is_parsed else {}
    return SpeechRecord(draft.title, text, words_hash(text), particulars=draft.particulars, **parts)


def speeches_file(count: int, folder: Path = CACHE) -> Path:
    """Return the file with ``count`` speeches, made where it is not there yet."""
    sources = [one for name in _SOURCES for one in sorted((PROJECT / name).glob("*.txt"))]
    data = b"\0".join(one.read_bytes() for one in sources)
    mark = hashlib.sha256(data + bytes([_VERSION])).hexdigest()[:8]
    path = folder / f"speeches-{count}-{mark}.txt"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_suffix(".part")
        maker = SpeechMaker([open_file(one).draft.text for one in sources])
        with unfinished.open("w", encoding="utf-8", newline="\n") as file:
            for number in range(count):
                file.write(f"{maker.speech(number)}\n{_END}\n")
        unfinished.replace(path)
    return path


class SpeechMaker:
    """Makes speeches that look like ours and say nothing."""

    def __init__(self, texts: list[str]) -> None:
        self._chance = random.Random(20_261_120)  # noqa: S311 - repeatable, nothing secret
        self._templates = list(_iter_templates(texts))
        self._pools = self._word_pools()
        self._phrases = _set_phrases()
        weights = [1 / (rank + 1) for rank in range(len(self._phrases))]
        self._phrase_pool = self._chance.choices(self._phrases, weights, k=_POOL)

    def speech(self, number: int) -> str:
        """Return one speech: title, date, salutation, opening, parts with headings, closing."""
        chance = self._chance
        place, topic = chance.choice(_PLACES), chance.choice(_TOPICS)
        year, month, day = chance.randint(2009, 2026), chance.randint(1, 12), chance.randint(1, 28)
        lines = [
            f"在{place}县{topic}工作会议上的讲话（第{number}号）",
            f"{chance.choice(_SPEAKERS)}（{year}年{month}月{day}日）",
            "同志们：",
            f"今天，我们召开{topic}工作会议，下面我讲几点意见。",
        ]
        size = chance.lognormvariate(_MEAN, _DEVIATION)
        parts = max(2, min(6, round(size / 800)))
        for part in range(parts):
            lines.append(f"{'一二三四五六'[part]}、{self._clause()}，{self._clause()}")
            written = 0
            while written < size / parts:
                lines.append(self._paragraph())
                written += len(lines[-1])
        lines.append(f"同志们，{self._clause()}，{self._clause()}，为{place}县的发展作出更大贡献！")
        return "\n".join(lines)

    def _paragraph(self) -> str:
        counts = [self._chance.randint(2, 5) for _ in range(self._chance.randint(2, 6))]
        return "".join("，".join(self._clause() for _ in range(one)) + "。" for one in counts)

    def _clause(self) -> str:
        chance = self._chance.random
        if chance() < _SET_PHRASES:
            return self._phrase_pool[int(chance() * _POOL)]
        template = self._templates[int(chance() * len(self._templates))]
        return "".join(
            one
            if isinstance(one, str)
            else self._pools[one[1]][int(chance() * _POOL)]
            if chance() < _REPLACED
            else one[0]
            for one in template
        )

    def _word_pools(self) -> dict[str, list[str]]:
        """Return for each part of speech many words of two characters and more, by frequency."""
        import jieba

        dictionary = Path(jieba.__file__).parent / "dict.txt"
        words: dict[str, tuple[list[str], list[float]]] = {}
        for line in dictionary.read_text(encoding="utf-8").splitlines():
            word, count, tag = line.split(" ")
            if tag in _CONTENT and 2 <= len(word) <= 4 and not word.isascii():
                found, weights = words.setdefault(tag, ([], []))
                found.append(word)
                weights.append(float(count))
        return {tag: self._chance.choices(*both, k=_POOL) for tag, both in sorted(words.items())}


def _iter_templates(texts: list[str]) -> Iterator[Template]:
    import jieba
    from jieba import posseg

    jieba.setLogLevel(60)
    for text in texts:
        for clause in _CLAUSE.findall(text):
            yield tuple(
                (pair.word, pair.flag) if pair.flag in _CONTENT else pair.word
                for pair in posseg.cut(clause)
            )


def _set_phrases() -> list[str]:
    rows = (PROJECT / "resources" / "lexicons" / "phrases.tsv").read_text(encoding="utf-8")
    phrases = [line.split("\t", 1)[0] for line in rows.splitlines()[2:]]
    return [one.strip("，。！") for one in phrases if one and "{" not in one and "…" not in one]


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), *map(Path, sys.argv[2:3])))
