"""Phrases that name a count (三点意见, “五化”要求, 14项主要经济指标): number, noun, extent."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from drafting.model.draft import Promise, PromiseKind
from drafting.parsing.promises.nouns import length_behind_marks, noun_length
from drafting.text.characters import HAN
from drafting.text.numerals import parse_number
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# Written so that the search runs from figure to figure: what stands before is looked at there.
_HAN_FIGURES = "一二三四五六七八九十两几"
_ONE_FIGURE = {
    one: parse_number(one) for one in f"{_HAN_FIGURES[:-1]}0123456789０１２３４５６７８９"
}
_ONE_FIGURE[_HAN_FIGURES[-1]] = None
_FIGURE = f"[{_HAN_FIGURES}0-9０-９]"
_COUNT = f"(?P<n>[{_HAN_FIGURES}]{{1,3}}|[0-9０-９]{{1,2}})"
# 三层意思, 三张名片, 四关, 三步, 两手抓: measures of many other things too (see ``modest``).
RARE_MEASURES = (
    "字张关手步层场道支把块双篇门段股笔样本招仗课环桩堂盘座颗对户头台所起组剂根副封幅栋批队处份套者"
    "声首幕味例款记番轮趟面盏杯碗服帖朵棵杆只"
)
# 三怕：, 四难。: the verb itself is counted.
_VERBS = "看问比查盯抓严怕盼难怨忧愁缺愿"
_WORD = f"(?![{_HAN_FIGURES}百千万亿点])[{HAN}]"
COUNTED_VERBS = frozenset(_VERBS)
_MODEST_MEASURES = frozenset((*RARE_MEASURES, *_VERBS, "方", "部", "则", ""))
# 三剂药方。第一剂，…; 三根弦：…; 三扇门。一是…; 这三扇门…: any measure that the text goes on to
# number, lists behind, or points at. 二要快，三要准 behind a pause are members themselves.
_AMOUNTS = "年月日号时分秒天夜晚周岁倍成元亿斤亩米里吨度"
_OPEN = (
    f"(?<![，。；：、！？\\n].)(?P<open>(?![{_AMOUNTS}]|[公平立][里斤顷方]){_WORD})"
    f"(?=[^\\n]{{0,30}}?[，。：:](?:第|头)?一(?P=open)|[{HAN}]{{0,5}}”?[：，]"
    f"|[{HAN}]{{1,8}}。\\s*(?:一[是要]|第一|首先)|(?<=这[{_HAN_FIGURES}].))"
)
_MEASURE = (
    "(?P<m>个|大|项|点|条|件|种|类|句|级|省|市|县|区|镇|乡|村|国|位|名|家"
    f"|(?=(?:要素|环节|原则|标准|步骤|阶段|维度|支柱|关键)[，。；：要])|(?=(?P<twice>{_WORD}[{HAN}])[：，](?P=twice))"
    f"|[{RARE_MEASURES}]|部(?![门委长分位队署落级属])|则(?!运算)|方面|方(?![面案式向法针位略便])"
    f"|[{_VERBS}](?=”?[：:，。])|(?<=有[{_HAN_FIGURES}])(?=[：:。，])|(?<=[{_HAN_FIGURES}])(?=“[^“”]{{1,6}}”)"
    f"|{_WORD}(?=(?P=n){_WORD}[：:，])|{_OPEN}|(?P<any>(?![{_AMOUNTS}]){_WORD})(?=”?[，：:]|。\\s*[{HAN}]{{1,3}}(?P=any)[。，]))(?!以(?!外)|数(?![字据来说让：，。]))"
)
# 第三个, 近10个, 每个, 前三项, 十几个 and decimals count nothing that is listed here.
_NOT_BEHIND = (
    "(?<!(?<![产事饭睡班会课岗行婚最])[前后].)(?<!数[十百千])(?<![—–～~第近余每某半逾超].)"
    "(?<!(?<![码龙街山地源桥巷])头.)(?<!(?<![责信主担])任.)(?<!(?<![节契])约.)(?<!(?<![表传到])达.)"
    "(?<!(?<![送献奉附])上.)(?<![少低高多大小等]于.)(?<!红十)"
    # 12345、12315两个热线: a long number is a name.
    f"(?:(?<![0-9０-９].)|(?<=[0-9]{{3}}[{_HAN_FIGURES}]))"
    "(?<![百千万亿.．%二三四五六七八九十两几].)(?<![零〇][一二三四五六七八九])(?<!(?<![统唯专])一.)(?<![统唯专]一)"
)
_QUOTED = re.compile(
    f'(?P<open>[“"‘])(?P<core>{_COUNT}(?P<m>个|大|项|条|点|种|类|[{RARE_MEASURES}])?(?P<noun>[^“”"‘’，。、；：！？\\s（）]{{0,10}}))[”"’]'
)
# (一 alone, by far the commonest, counts nothing that is listed: it is passed over at once.)
_PLAIN = re.compile(
    f"(?P<n>{_FIGURE}(?:(?<!一)|(?=[{_HAN_FIGURES}])){_NOT_BEHIND}(?:(?<=[{_HAN_FIGURES}])[{_HAN_FIGURES}]{{0,2}}|(?<=[0-9０-９])[0-9０-９]?)){_MEASURE}"
)
# 四大班子…送上四个祝愿：一祝…: what follows belongs to the count right before it.
ANOTHER = re.compile("[两二三四五六七八九十](?:[个大项点条件种类句]|方面)")
# 下午三点, 两点半, 九点钟: times of day.
_CLOCK = re.compile(
    "^(?:[上下中]午|[早晚]上|凌晨|傍晚|[半深午]夜|[早清]晨|夜里|[今明后当]天)"
    "|点(?:[半整钟一二三四五0-9]|[到至的])$"
)
_PART = re.compile("一[是要、]|1[．.、]")
# 三多三少, 两升两降, 四要四不要: both halves count as many.
_TWIN = re.compile(f"(?P<n>[{_HAN_FIGURES}]){_WORD}(?P=n)(?:不{_WORD}|{_WORD})")
# 三天三夜, 三天两夜, “两年”: how long something took.
_LENGTHS = "[年月日天夜昼载岁旬]"
_DURATION = re.compile(f"[{_HAN_FIGURES}]{_LENGTHS}(?:[{_HAN_FIGURES}]{_LENGTHS})?")
# 七八块, 三五天, 十七八个, 二三十项: about so many.
_ABOUT = re.compile("[一二三四五六七八九两]{2,}|十[一二三四五六七八九]{2}")
_QUOTED_NOUN = re.compile("“[^“”\\n]{1,14}”")
_NOUN = re.compile('[^，。、；：！？（）()《》“”"‘’,.;:!?\\s—…0-9]{0,12}')
# What is counted may be a number itself: 三个统一, 四个第一, 三个三分之一, 三个“一百米”; or it has
# one in it: “五个算一算”.
_ONES = re.compile("统一|(?P<verb>.)一(?P=verb)|一[起体致定样并直同道]|^第一|^[一二三四五]分之一")
# 五类二十六条: how many there are in all.
_TALLY = re.compile("[一二三四五六七八九十百]{1,4}[条个项件家处名户]")
_BEGIN_NUMBERS = frozenset("一二三四五六七八九十百1")
# “五个一工程”, “三河三湖” count in ways of their own; 三十三点六 is a decimal.
_NUMERAL = re.compile("[一二三四五六七八九十两0-9]")
_TIME = re.compile("月|半[月天年日]|季度|小时|钟头|星期|周|世纪|工作日|年头|百分点")
# Measures that are nouns themselves: 省、市、县三级, 柳湾、石桥两镇.
BARE_MEASURES = frozenset("级省市县区镇乡村国位名家")
_RANKS = BARE_MEASURES | frozenset("手道门轮期审等")
_SCHOOLS = ("高", "初")
_OPENERS, _PAUSES = ("。", "；", "\n"), ("，", "、", "：")


@dataclass(slots=True)  # not frozen: made by the hundred for one text, at a third of the price
class Counted:
    """A count with what it counts; ``count`` is None for 几.

    ``span`` is the whole phrase with its quotation marks, ``core`` what stands inside them (or
    the whole), ``quoted`` whether it has any. ``modest``: so unusual a form (三张名片, 三个一律)
    that only members in the very number announced tell anything; ``any_word``: what is counted is
    no measure (三气，), so that every member must have the word.
    """

    span: Span
    core: Span
    count_span: Span
    count: int | None
    measure: str
    noun: str
    quoted: bool
    modest: bool = False
    any_word: bool = False

    def promise(
        self, text: str, kind: PromiseKind, found: int | None, members: Sequence[Span] = ()
    ) -> Promise:
        """Return what the count announces; ``found`` is None where it cannot be told."""
        core = self.core
        return Promise(
            kind, core.of(text), core, self.count_span, self.count, found, tuple(members)
        )


def iter_counts(text: str) -> Iterator[Counted]:
    """Yield every count phrase in the order of the text."""
    quoted = _QUOTED.finditer(text)
    following = next(quoted, None)
    for match in _PLAIN.finditer(text):
        while following is not None and following.start() < match.start():
            yield from _from_quoted(text, following)
            end = following.end()
            following = next(quoted, None)
            if match.start() < end:
                break
        else:
            counted = _from_plain(text, match)
            if counted is not None:
                yield counted
    while following is not None:
        yield from _from_quoted(text, following)
        following = next(quoted, None)


def _value(figures: str) -> int | None:
    if len(figures) == 1:
        return _ONE_FIGURE[figures]
    return None if "几" in figures else parse_number(figures)


def _is_loose(figures: str) -> bool:
    """Return whether the figures of a count tell about how many only (七八, 十几)."""
    return len(figures) > 1 and ("几" in figures or _ABOUT.match(figures) is not None)


def _from_quoted(text: str, match: re.Match[str]) -> Iterator[Counted]:
    count = _value(match["n"])
    if count is None or count < 2 or _is_loose(match["n"]) or _DURATION.fullmatch(match["core"]):
        return
    # “五个一工程” counts in a way of its own, “三个一律：…一律…” says what it counts.
    odd = _NUMERAL.search(_ONES.sub("", match["noun"]))
    # 三区三线 is a name, “三多三少”： a count of pairs.
    twin = _TWIN.fullmatch(match["core"])
    of_its_own = odd and not match["noun"].startswith("一") and not twin
    # “二传手”, “二把手” count nothing.
    ranked = match["n"] == "二" and not match["m"]
    if of_its_own or ranked or not (match["m"] or match["noun"]):
        return
    end = match.end() + length_behind_marks(text, match.end())
    yield Counted(
        Span(match.start(), end),
        Span(match.start("core"), match.end("core")),
        Span(match.start("n"), match.end("n")),
        count,
        match["m"] or "",
        match["noun"],
        quoted=True,
        modest=odd is not None or (match["m"] or "个") in RARE_MEASURES,
    )


# So near before it stands the number that a number follows.
_ROW, _TWO = 200, 2


def _from_plain(text: str, match: re.Match[str]) -> Counted | None:
    figures, measure, unusual, any_word = match.group("n", "m", "open", "any")
    count = _value(figures)
    if (len(figures) > 1 and _is_loose(figures)) or (count is not None and count < 2):
        return None
    (start, position), odd = match.span(), False
    bare = bool(any_word or unusual or measure in COUNTED_VERBS)
    twin = _TWIN.match(text, start) if text.startswith(figures, start + 2) else None
    if _counts_nothing(text, match, count, twin, bare=bare):
        return None
    quoted = text.startswith("“", position) and _QUOTED_NOUN.match(text, position)
    end = position
    if twin:
        end, odd = twin.end(), True
    elif quoted:
        end = quoted.end()
    elif noun := _noun_at(text, position):
        odd = _NUMERAL.search(noun) is not None and _begins_with_a_number(noun)
        if _TIME.match(noun) or (odd and (unusual or noun[0] != "一")):
            return None
        if measure not in BARE_MEASURES:
            # 三个一批, 五个一律: the 一 belongs to what is counted.
            end += odd + noun_length(noun[odd:])
    span = Span(start, end)
    return Counted(
        span,
        span,
        Span(start, start + len(figures)),
        count,
        measure,
        text[position:end],
        quoted=False,
        modest=odd or bool(unusual or any_word) or measure in _MODEST_MEASURES,
        any_word=any_word is not None,
    )


def _counts_nothing(
    text: str, match: re.Match[str], count: int | None, twin: re.Match[str] | None, *, bare: bool
) -> bool:
    """Return whether a number with its measure tells a rank, a time, a place in a row."""
    start, position = match.span()
    # 四不两直，三多三少： — the second half of a pair; 高三, 初三, 大二: the year at school.
    if bare and (
        _NUMERAL.match(text, max(0, start - 2), start)
        or text[max(0, start - 1) : start] in _SCHOOLS
    ):
        return True
    measure = match["m"]
    # 二级, 二手房, 二道贩子: no two of anything.
    if count == _TWO and measure in _RANKS and text.startswith("二", start):
        return True
    if (twin or measure == "点") and _is_time(text, match, twin):
        return True
    opens = text.startswith(_PAUSES, position) and text[start - 1 : start] in _OPENERS
    return (bare or opens) and _is_numbered(text, match, count)


def _noun_at(text: str, position: int) -> str:
    """Return what may be a noun right behind a measure; none where a number or a part begins."""
    if text[position : position + 1] in _BEGIN_NUMBERS and (
        _TALLY.match(text, position) or _PART.match(text, position)
    ):
        return ""
    behind = _NOUN.match(text, position)
    return behind.group() if behind else ""


def _begins_with_a_number(noun: str) -> bool:
    """Return whether another number stands behind a count (三个一批), none of a word (统一)."""
    return _NUMERAL.match(_ONES.sub("", noun)) is not None


def _is_numbered(text: str, match: re.Match[str], count: int | None) -> bool:
    """Return whether 三变，… goes on with 二变，… before it: a number, no count."""
    before = "零一二三四五六七八九"[(count or 1) - 1 : count]
    form = before + text[match.start() + 1 : match.end()]
    return before != "" and text.rfind(form, max(0, match.start() - _ROW), match.start()) >= 0


def _is_time(text: str, match: re.Match[str], twin: re.Match[str] | None) -> bool:
    """Return whether a count is a time of day (下午三点) or tells how long (三天三夜)."""
    start, end = match.span()
    if match["m"] == "点":
        # 强调四点一是…: a flattened page, no one o'clock.
        return (
            _PART.match(text, end) is None
            and _CLOCK.search(text[max(0, start - 2) : end + 1]) is not None
        )
    return twin is not None and _DURATION.fullmatch(twin.group()) is not None
