"""Pages and speeches of the repository whose lines are known to be the page's or the speech's.

Pages that were saved stand as they are; of others only what stood around a speech is written down
(tests/fixtures/cleaning/frames, sites): it is put around speeches, with what speeches have below
their titles and behind their last words.
"""

from __future__ import annotations

import random
import re
import sys
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from drafting.cleaning.cleaner import STEPS
from drafting.cleaning.lines import fold, split_folded
from drafting.importers.registry import import_bytes
from drafting.model.clean import CleaningKind
from drafting.text.edits import apply_edits

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafting.cleaning.lines import Line

ROOT = Path(__file__).resolve().parent.parent
_CLEANING = ROOT / "tests" / "fixtures" / "cleaning"
_SPEECHES = ("resources/library", "resources/samples", "tests/acceptance/announcements")
_COPIES = 2
_FEWEST_LINES = 4  # of a speech
_TITLE, _BODY, _SPEECH = "〔标题〕", "〔正文〕", "〔讲稿〕"
_NAME = "{title}"
_SHORTEST_PART, _SHORTEST_ALIKE = 6, 8  # characters in which broken lines are alike
_SURNAMES = "赵钱孙李周吴郑王冯陈蒋沈韩杨朱秦许何吕张孔曹严华金魏陶姜"
_GIVEN = "明远松涛建国文华志强晓东立群海波春生若谷素梅思齐一鸣国庆"
_POSTS = (
    *("县委书记", "县委副书记、县长", "县长", "镇党委书记", "局长", "校长", "院长", "董事长"),
    *("县人大常委会主任", "县政协主席", "县教育局局长", "副县长", "县委常委、组织部部长"),
)
_SUBTITLES = ("在动员会上的讲话", "在全县干部大会上的讲话", "在毕业典礼上的致辞")
_SLOGANS = (
    *("把根扎下去", "守好这一方水土", "干字当头", "一张蓝图绘到底", "在山水间写好民生答卷"),
    *("做一个明白人", "拧紧安全这根弦", "与时间赛跑", "用心用情办实事", "向着春天出发"),
    *("以实干赢得未来", "做有温度的教育", "初心如磐", "把群众放在心上", "甩开膀子加油干"),
    *("不负青春", "守住底线", "再出发", "让每一粒粮食都有归处"),
)
_EITHER = None  # what a line may be, too


@dataclass(frozen=True, slots=True)
class Example:
    """The lines of a text, and of each whether it is the page's; None where both would do.

    ``source`` names the page it was made from, whose copies are no further proof of a word.
    """

    source: str
    lines: Sequence[Line]
    is_page: Sequence[bool | None]


def saved_pages(folder: Path = _CLEANING / "pages") -> list[Example]:
    """Return the pages of a folder as they are imported, and whole where an article was found."""
    found = []
    for page in sorted(folder.iterdir()):
        if page.name.endswith(".expected.txt"):
            continue
        speech = page.with_name(f"{page.stem}.expected.txt").read_text(encoding="utf-8")
        imported = import_bytes(page.read_bytes(), page.name)
        texts = [imported.text, *([imported.whole.text] if imported.whole else [])]
        found += [_example(page.stem, text, speech) for text in texts]
    return found


def made_examples() -> list[Example]:
    """Return what pages print around speeches, around our speeches; and these by themselves."""
    chance = random.Random(1)  # noqa: S311
    speeches = _speeches()
    own = [*_pieces("own").values(), *_pieces("signed").values()]
    fronts = [one.split("\n") for one in _pieces("fronts").values()]
    found = []
    for name, (head, front, tail) in _frames().items():
        for _ in range(_COPIES):
            made = _Made(chance, chance.choice(speeches), own, fronts)
            found.append(_example(name, *made.page(head, front, tail)))
    for number, speech in enumerate(speeches):
        made = _Made(chance, speech, own, fronts)
        texts = ["\n".join(speech), *made.alone(), *_wrapped(speech, chance)]
        found += [_example(f"speech {number}", text, text) for text in texts]
    for number, piece in enumerate([*own, *_pieces("own_ends").values()]):
        for _ in range(_COPIES):
            text = "\n".join([*chance.choice(speeches), piece])
            found.append(_example(f"own {number}", text, text))
    for name, piece in _pieces("own_heads").items():
        text = "\n".join([piece, *chance.choice(speeches)[1:]])
        found.append(_example(f"own head {name}", text, text))
    return found


def crossed_pages(number: int, folder: Path = _CLEANING / "pages") -> Iterator[tuple[str, str]]:
    """Yield what a page has above a speech and another behind it around one of ours, and this.

    The same ones each time; the speech comes with what speeches have below their titles and behind
    their last words.
    """
    chance = random.Random(number)  # noqa: S311
    ends = [_ends(one) for one in saved_pages(folder)]
    heads, tails = ([one[at] for one in ends if one[at]] for at in (0, 1))
    own = [*_pieces("own").values(), *_pieces("signed").values()]
    fronts = [one.split("\n") for one in _pieces("fronts").values()]
    speeches = _speeches()
    for _ in range(number):
        made = _Made(chance, chance.choice(speeches), own, fronts)
        speech = next(iter([*made.alone()][chance.random() < 0.3 :]))
        parts = [chance.choice(heads), [speech], chance.choice(tails)]
        yield "\n".join(line for part in parts for line in part), speech


def _ends(page: Example) -> tuple[list[str], list[str]]:
    """Return the page's lines above the first of a speech and behind its last."""
    own = [at for at, is_page in enumerate(page.is_page) if is_page is False]
    first, last = (own[0], own[-1]) if own else (0, len(page.lines))
    above = zip(page.lines[:first], page.is_page, strict=False)
    return [line.text for line, is_page in above if is_page], [
        line.text for line in page.lines[last + 1 :]
    ]


def _wrapped(speech: Sequence[str], chance: random.Random) -> Iterator[str]:
    """Yield a speech whose lines are broken, whole and cut off."""
    width = chance.randint(14, 44)
    lines = [line[at : at + width] for line in speech for at in range(0, len(line), width)]
    yield "\n".join(lines)
    yield "\n".join(lines[: chance.randint(8, 30)])


@dataclass(frozen=True, slots=True)
class _Made:
    """A speech with what speeches have above and below it, drawn at random."""

    chance: random.Random
    speech: Sequence[str]
    own: Sequence[str]
    fronts: Sequence[list[str]]

    def alone(self) -> Iterator[str]:
        """Yield the speech with its speaker or day, and signed as well."""
        title, *body = self.speech
        for behind in ([], self.chance.choice(self.own).split("\n")):
            yield "\n".join([title, *self._front(), *body, *behind])

    def page(
        self, head: Sequence[str], front: Sequence[str], tail: Sequence[str]
    ) -> tuple[str, str]:
        """Return a page around the speech, and what of it is the speech; own lines begin with ~."""
        chance = self.chance
        title, *body = self.speech
        front = list(front)
        if chance.random() < 0.12:
            if chance.random() < 0.6:
                front.insert(chance.randint(0, len(front)), f"~——{title}")
            title = chance.choice(_SLOGANS)
        if chance.random() < 0.35:
            at = chance.choice((0, 0, 0, len(front), min(1, len(front))))
            front[at:at] = [f"~{line}" for line in self._front()]
        signed = chance.choice(self.own).split("\n") if chance.random() < 0.3 else []
        if chance.random() < 0.25:
            head = [line for line in head if chance.random() < 0.6]
            tail = [line for line in tail if chance.random() < 0.6]
        below = [line.removeprefix("~") for line in front]
        own = [line[1:] for line in front if line.startswith("~")]
        page = "\n".join([*head, title, *below, *body, *signed, *tail])
        return page.replace(_NAME, title), "\n".join([title, *own, *body, *signed])

    def _front(self) -> list[str]:
        chance = self.chance
        if chance.random() < 0.3:
            return chance.choice(self.fronts)
        given = "".join(chance.sample(_GIVEN, chance.choice((1, 2))))
        name, post = chance.choice(_SURNAMES) + given, chance.choice(_POSTS)
        if len(name) == 2 and chance.random() < 0.5:
            name = f"{name[0]} {name[1]}"
        numbers = chance.randint(2005, 2026), chance.randint(1, 12), chance.randint(1, 28)
        day = "{}年{}月{}日".format(*numbers)
        return chance.choice(
            (
                [post + chance.choice(("  ", " ", "：", "")) + name],
                [f"（{day}）"],
                [name],
                [day],
                [f"{post} {name}", f"（{day}）"],
                [f"（{day}）", name],
                [f"（{day}，根据录音整理）"],
                [f"{name}（{day}）"],
                [f"——{chance.choice(_SUBTITLES)}"],
            )
        )


def _frames() -> dict[str, tuple[list[str], list[str], list[str]]]:
    """Return what pages print above a title, below it and behind the speech."""
    found = {f"head {name}": (piece, "", "") for name, piece in _pieces("heads").items()}
    found |= {f"tail {name}": ("", "", piece) for name, piece in _pieces("tails").items()}
    for name, piece in _pieces("pages").items():
        head, _, tail = piece.partition(_SPEECH)
        found[f"page {name}"] = head, "", tail
    for name, piece in _pieces("around").items():
        head, _, rest = piece.partition(_TITLE)
        front, _, tail = rest.partition(_BODY)
        found[f"around {name}"] = head, front, tail
    for site in sorted((_CLEANING / "sites").glob("*.txt")):
        head, _, tail = site.read_text(encoding="utf-8").partition(_SPEECH)
        above, title, below = head.rpartition(f"{_NAME}\n")
        found[f"site {site.stem}"] = (above, below, tail) if title else (head, "", tail)
    return {
        name: (_filled(head), _filled(front), _filled(tail))
        for name, (head, front, tail) in found.items()
    }


def _pieces(name: str) -> dict[str, str]:
    text = (_CLEANING / "frames" / f"{name}.txt").read_text(encoding="utf-8")
    parts = re.split("^== (.+)\n", text, flags=re.MULTILINE)[1:]
    return {key: piece.strip() for key, piece in zip(parts[::2], parts[1::2], strict=True)}


def _speeches() -> list[list[str]]:
    paths = [path for one in _SPEECHES for path in sorted((ROOT / one).glob("*.txt"))]
    texts = [import_bytes(path.read_bytes(), path.name).text for path in paths]
    found = [_filled(_prepared(text)) for text in texts]
    return [one for one in found if len(one) > _FEWEST_LINES]


def _filled(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]


def _prepared(text: str) -> str:
    """Return a text as it is when the page around it is looked for."""
    for step in STEPS:
        if step.kind is CleaningKind.WEB_RESIDUE:
            break
        text = apply_edits(text, step.find(text).edits)
    return text


def _example(source: str, text: str, speech: str) -> Example:
    lines = [line for line in split_folded(_prepared(text)) if len(line)]
    return Example(source, lines, list(_told(lines, _filled(speech))))


def _told(lines: Sequence[Line], speech: Sequence[str]) -> Iterator[bool | None]:
    """Yield of each line whether it is the page's; a line behind "?" may be both."""
    own = [_key(line) for line in speech if line[0] != "?"]
    known, said = {*own, *(_key(line[1:]) for line in speech if line[0] == "?")}, "\n".join(own)
    keys = [_key(line.folded) for line in lines]
    blocks = SequenceMatcher(None, keys, own, autojunk=False).get_matching_blocks()
    kept = {at for block in blocks for at in range(block.a, block.a + block.size)}
    for at, key in enumerate(keys):
        alike = len(key) >= _SHORTEST_ALIKE
        if at in kept or (alike and key not in known and key in said):
            yield False
        elif key in known or (
            alike and any(len(one) >= _SHORTEST_PART and one in key for one in own)
        ):
            yield _EITHER
        else:
            yield True


def _key(text: str) -> str:
    return re.sub(r"\s", "", fold(text))
