"""Provinces, prefectures and counties of China: what a name belongs to, and where names stand."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from drafting.checks.matching import Matcher
from drafting.lexicons.tsv import Table, split_values

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafting.lexicons.lexicons import Lexicons
    from drafting.text.span import Span

# 景宁畲族自治县 is called 景宁, 恩施土家族苗族自治州 恩施, 新疆维吾尔自治区 新疆.
_PEOPLES = (
    "(?:维吾尔|布依|朝鲜|土家|哈尼|哈萨克|傈僳|拉祜|东乡|纳西|景颇|柯尔克孜|达斡尔|仫佬|布朗|撒拉|毛南|仡佬|锡伯"
    "|普米|塔吉克|鄂温克|保安|裕固|独龙|鄂伦春|(?<!内)蒙古|各|[回藏苗彝壮满侗瑶白傣黎佤畲水土羌怒])"
)
_AUTONOMOUS = re.compile(f"(?:{_PEOPLES}族?)+自治[县州旗区]$|自治区$")
# 长丰县 is a place though 长丰 is none; 和平区 and 应城市 may be parts of other words.
_UNMISTAKABLE = ("县", "旗", "州")
_SUFFIX = re.compile("(?:特别行政区|地区|林区|特区|矿区|新区|[省市县区盟旗])$")


class Gazetteer:
    """All places by full and short name; everyday words are never read as places."""

    def __init__(self, table: Table, common: frozenset[str]) -> None:
        """Read the table; ``common`` are short names that are everyday words too."""
        self._parents: dict[str, set[str]] = defaultdict(set)
        self._full: dict[str, set[str]] = defaultdict(set)
        self.counties: set[str] = set()
        for row in table:
            province, prefecture = row["province"], row["prefecture"]
            self._add(province, "")
            if prefecture:
                self._add(prefecture, province)
            for county in split_values(row["counties"]):
                self._add(county, prefecture or province)
                self.counties.add(county)
        words = {
            name
            for name in self._full
            if short_name(name) not in common or (len(name) > 2 and name.endswith(_UNMISTAKABLE))
        }
        self.matcher = Matcher(tuple(sorted(words)))

    def _add(self, name: str, parent: str) -> None:
        if parent:
            self._parents[name].add(parent)
        self._full[name].add(name)
        if len(short := short_name(name)) > 1:
            self._full[short].add(name)

    def iter_places(self, text: str) -> Iterator[tuple[str, Span]]:
        """Yield each name of a place in ``text`` as it stands there."""
        for index, span in self.matcher.iter_matches(text):
            yield self.matcher.words[index], span

    def full_names(self, name: str) -> frozenset[str]:
        """Return the places that ``name`` may be (朝阳 is several); none for an unknown name."""
        return frozenset(self._full.get(name, ()))

    def is_county(self, name: str) -> bool:
        """Return whether every place of that name is a county, district or county-level city."""
        full = self.full_names(name)
        return bool(full) and full <= self.counties

    def is_province(self, name: str) -> bool:
        """Return whether every place of that name is a province, a region or a municipality."""
        full = self.full_names(name)
        return bool(full) and not any(self._parents.get(place) for place in full)

    def are_related(self, one: str, other: str) -> bool:
        """Return whether both names may be one place, or one of them lies in the other."""
        first, second = self._with_parents(one), self._with_parents(other)
        return bool(self.full_names(one) & second or self.full_names(other) & first)

    def _with_parents(self, name: str) -> set[str]:
        found: set[str] = set()
        rest = list(self.full_names(name))
        while rest:
            place = rest.pop()
            if place not in found:
                found.add(place)
                rest += self._parents.get(place, ())
        return found


@lru_cache(maxsize=4096)
def short_name(name: str) -> str:
    """Return a place's name without what kind of place it is (成安县 → 成安, 环县 → 环)."""
    bare = _AUTONOMOUS.sub("", name)
    return bare if bare != name and bare else _SUFFIX.sub("", name)


@cache
def gazetteer_of(lexicons: Lexicons) -> Gazetteer:
    """Return the gazetteer of the shipped lists, read once."""
    common = frozenset(lexicons.table("gazetteer_common_words").column("word"))
    return Gazetteer(lexicons.table("gazetteer"), common)
