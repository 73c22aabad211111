"""How often the speller alarms on the right words of an office, without and with its library.

    python packaging/measure_office_spelling.py [--speeches N]

Speeches of an invented office are made from its villages, people and campaigns, whose names play
on common words (莓好生活, 全力以富) or look like slips. N of them (default 60) go into a library;
as many others, which that library has not seen, are checked with the shipped speller and with one
that knows the library's words. Columns: sentences, alarms, and how many of the slips written into
every tenth sentence (a set word with a like-sounding character) are still found; then the size of
the file beside the library and the seconds that counting takes.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

PROJECT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(PROJECT))

from drafting.corpus.own_words import words_file  # noqa: E402
from drafting.spelling.loading import load_speller  # noqa: E402
from drafting.workspace.library.importing import add_speeches  # noqa: E402
from drafting.workspace.library.words import library_words, refresh_library_words  # noqa: E402

if TYPE_CHECKING:
    from drafting.spelling.speller import Speller

PEOPLE = (
    "褚怀瑾", "邬宝坤", "阙志祥", "卜繁荣", "冼国梁", "佘晓峰", "麦宗汉", "储开田", "揭明亮",
    "仇建工", "逯永刚", "邝济生", "滕绍机", "桑立制", "危向辉", "厉振兴", "柴进步", "郜为民",
    "宓长治", "宫保全",
)  # fmt: skip
PLACES = (
    "枧头镇", "坳背村", "黄柏塬", "石磜村", "禾坪乡", "稔田镇", "茶垌村", "圳下村", "锦屏垸",
    "岽上村", "罗陂乡", "寨头圩", "竹篙洲", "龙湫沟", "水口排", "旱塘坝", "大沽垭", "白沙埠",
    "莲荷塘", "田墩社区", "五里牌", "天星垱", "洪渡口", "杨梅坑", "花桥坪", "高埂村", "双坌乡",
    "牛栏冲",
)  # fmt: skip
NAMES = (
    "民声直通车", "粮心农场", "莓好生活节", "薯光小镇", "桔祥如意文化周", "柿柿如意采摘季",
    "渔乐圈夜市", "和协里小区", "梨想之家", "稻蛙共作", "全力以富行动", "橙就未来计划",
    "心企点服务站", "民呼我应中心", "枫调解室", "渔米小镇", "企心协力平台", "志合社区", "智惠农场",
    "益起来志愿队", "乡约茶馆", "德润讲堂", "椒阳产业园", "竹梦工坊", "蕉点产业", "惠民生活圈",
    "聚贤汇", "安薪工程", "邻距离议事厅", "红管家", "暖新驿站", "粮安仓", "兴农易贷",
    "桑梓回归工程", "梅好家园", "三色预警机", "驻点包片制", "屋场恭谈",
)  # fmt: skip
FRAMES = (
    "要支持{place}办好{name}，带动群众增收。",
    "{person}同志在{place}抓{name}抓得实，值得大家学习。",
    "今年{place}的{name}接待群众三千人次，反响很好。",
    "{place}要把{name}办好，{other}也要跟上。",
    "请{person}同志负责，{place}、{other}配合，月底前拿出{name}实施方案。",
    "刚才，{place}的{person}同志作了发言，{name}这个做法很好。",
    "去年{other}发生的险情提醒我们，{place}一线的排查不能放松。",
    "{name}要进村入户，从{place}开始，逐步推广到{other}。",
)
SLIPS = (
    "要建立长效机智。",
    "要加强组只领导。",
    "今年财正收入增长较快。",
    "要加大整冶力度。",
    "要提高思想认知程渡。",
)
SENTENCES = 14


def make_speeches(count: int, seed: int) -> list[str]:
    """Return speeches of the office; the same seed gives the same."""
    dice = random.Random(seed)  # noqa: S311 - repeatable, nothing secret
    return [_speech(dice, number) for number in range(count)]


def _speech(dice: random.Random, number: int) -> str:
    lines = [
        dice.choice(FRAMES).format(
            place=dice.choice(PLACES),
            other=dice.choice(PLACES),
            person=dice.choice(PEOPLE),
            name=dice.choice(NAMES),
        )
        for _ in range(SENTENCES)
    ]
    return "\n".join([f"在第{number + 1}次调度会上的讲话", "同志们：", *lines])


def row(name: str, speller: Speller, speeches: list[str]) -> str:
    """Return one line of the table."""
    sentences = [line for one in speeches for line in one.split("\n")]
    alarms = sum(map(len, speller.corrections(sentences)))
    slips = [SLIPS[at % len(SLIPS)] for at in range(len(sentences) // 10)]
    planted = [slip[:-1] + "，" + one for slip, one in zip(slips, sentences, strict=False)]
    found = sum(
        any(one.start < len(slip) for one in corrections)
        for slip, corrections in zip(slips, speller.corrections(planted), strict=True)
    )
    return (
        f"{name:16} sentences {len(sentences)} alarms {alarms} "
        f"slips found {found} of {len(planted)}"
    )


def main(arguments: list[str]) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--speeches", type=int, default=60)
    count = parser.parse_args(arguments).speeches
    unseen = make_speeches(count, seed=2)
    print(row("shipped", load_speller(), unseen))
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / "office.db"
        for number, text in enumerate(make_speeches(count, seed=1)):
            (Path(folder) / f"{number}.txt").write_text(text, encoding="utf-8")
        add_speeches(sorted(Path(folder).glob("*.txt")), library)
        started = time.perf_counter()
        refresh_library_words(library)
        seconds = time.perf_counter() - started
        print(row("with library", load_speller(library_words(library)), unseen))
        size = words_file(library).stat().st_size
    print(f"{size:,} bytes beside the library, counted in {seconds:.2f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
