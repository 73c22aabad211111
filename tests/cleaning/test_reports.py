"""Published reports lose their page and nothing else."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

import pytest

from drafting.cleaning.cleaner import clean_text
from drafting.cleaning.script_conversion import to_simplified
from drafting.cleaning.web.patterns import is_tool_bar
from drafting.model.draft import Script

if TYPE_CHECKING:
    from pathlib import Path

_SENTENCE_END = re.compile("(?<=[。！？；!?;])|\n")
_UNSEEN = re.compile("[\\s\u200b-\u200f\ufeff]")
_QUOTES = str.maketrans("“”‘’。", "\"\"''.")
# What the pages of these reports print around them (looked at, all 57).
_FURNITURE = re.compile(
    "(来源|时间|分享|相关报道|【字号):.{0,16}|[>】]|扫一扫在手机打开当前页|首页|政府信息公开|省?政府工作报告"
    "|以及版權期限是|匿名別名作品發表起95年|以下的國家以及地区\\(包括新加坡、|加拿大、韓國、新西蘭"
    "|、兩岸四地、馬來西亞\\)屬於|公有領域|美國"
    "|\\d{4}-\\d\\d-\\d\\d\\d\\d:\\d\\d|.{2,10}人民政府|本报记者.{2,8}摄|.{2,20}作政府工作报告\\.|\\."
)


def sentences(text: str) -> list[str]:
    """Return the sentences of a text without regard to the width and the blanks."""
    pieces = (unicodedata.normalize("NFKC", piece) for piece in _SENTENCE_END.split(text))
    bare = (_UNSEEN.sub("", piece).translate(_QUOTES) for piece in pieces)
    return [piece for piece in bare if piece]


def reports(shared: Path) -> list[Path]:
    return sorted((shared / "data").glob("speeches_*/*.txt"))


def test_only_the_page_is_lost(shared: Path) -> None:
    assert len(reports(shared)) == 57
    wrong: dict[str, list[str]] = {}
    for path in reports(shared):
        text = path.read_text(encoding="utf-8")
        clean = clean_text(text)
        source = text if clean.script is Script.SIMPLIFIED else to_simplified(text)
        before, after = sentences(source), sentences(clean.text)
        lost = [
            one
            for one in before
            if one not in set(after) and not is_tool_bar(one) and not _FURNITURE.fullmatch(one)
        ]
        new = sorted(set(after) - set(before))
        if lost or new:
            wrong[path.name] = lost + new
    assert wrong == {}


def test_a_report_once_cleaned_stays(shared: Path) -> None:
    for path in reports(shared):
        clean = clean_text(path.read_text(encoding="utf-8")).text
        assert clean_text(clean).text == clean, path.name


@pytest.mark.parametrize("kind", ["hard-wrap", "page-mark", "pinyin-note", "garbled"])
def test_reports_have_none_of_this(shared: Path, kind: str) -> None:
    for path in reports(shared):
        kinds = {one.kind.value for one in clean_text(path.read_text(encoding="utf-8")).steps}
        assert kind not in kinds, path.name
