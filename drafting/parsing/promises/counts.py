"""Phrases that name a count (三点意见, “五化”要求, 14项主要经济指标): number, noun, extent."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from drafting.model.draft import Promise, PromiseKind
from drafting.text.characters import HAN
from drafting.text.numerals import parse_number
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# Written so that the search runs from figure to figure: what stands before is looked at there.
_HAN_FIGURES = "一二三四五六七八九十两几"
_FIGURE = f"[{_HAN_FIGURES}0-9０-９]"
_COUNT = f"(?P<n>[{_HAN_FIGURES}]{{1,3}}|[0-9０-９]{{1,2}})"
# 三层意思, 三张名片, 四关, 三步, 两手抓: measures of many other things too (see ``modest``).
_RARE_MEASURES = (
    "字张关手步层场道支把块双篇门段股笔样本招仗课环桩堂盘座颗对户头台所起组剂根副封幅栋批队处份套者"
    "声首幕味例款记番轮趟面盏杯碗服帖朵棵杆只"
)
# 三怕：, 四难。: the verb itself is counted.
_VERBS = "看问比查盯抓严怕盼难怨忧愁缺愿"
_WORD = f"(?![{_HAN_FIGURES}百千万亿点])[{HAN}]"
_COUNTED_VERBS = frozenset(_VERBS)
_MODEST_MEASURES = frozenset((*_RARE_MEASURES, *_VERBS, "方", "部", "则", ""))
# 三剂药方。第一剂，…; 三根弦：…; 三扇门。一是…; 这三扇门…: any measure that the text goes on to
# number, lists behind, or points at. 二要快，三要准 behind a pause are members themselves.
_AMOUNTS = "年月日号时分秒天夜周岁倍成元亿斤亩米里吨度"
_OPEN = (
    f"(?<![，。；：、！？\\n].)(?P<open>(?![{_AMOUNTS}]|[公平立][里斤顷方]){_WORD})"
    f"(?=[^\\n]{{0,30}}?[，。：:](?:第|头)?一(?P=open)|[{HAN}]{{0,5}}”?[：，]"
    f"|[{HAN}]{{1,8}}。\\s*(?:一[是要]|第一|首先)|(?<=这[{_HAN_FIGURES}].))"
)
_MEASURE = (
    "(?P<m>个|大|项|点|条|件|种|类|句|级|省|市|县|区|镇|乡|村|国|位|名|家"
    f"|(?=(?:要素|环节|原则|标准|步骤|阶段|维度|支柱|关键)[，。；：要])"
    f"|[{_RARE_MEASURES}]|部(?![门委长分位队署落级属])|则(?!运算)|方面|方(?![面案式向法针位略便])"
    f"|[{_VERBS}](?=”?[：:，。])|(?<=有[{_HAN_FIGURES}])(?=[：:。，])|(?<=[{_HAN_FIGURES}])(?=“[^“”]{{1,6}}”)"
    f"|{_WORD}(?=(?P=n){_WORD}[：:，])|{_OPEN}|(?P<any>(?![{_AMOUNTS}]){_WORD}(?=”?[，：:])))(?!以(?!外)|数(?![字据来说让：，。]))"
)
# 第三个, 近10个, 每个, 前三项, 十几个 and decimals count nothing that is listed here.
_NOT_BEHIND = (
    "(?<!(?<![产事饭睡班会课岗行婚最])[前后].)(?<!数[十百千])(?<![—–～~第近余每某半逾超].)"
    "(?<!(?<![码龙街山地源桥巷])头.)(?<!(?<![责信主担])任.)(?<!(?<![节契])约.)(?<!(?<![表传到])达.)"
    "(?<!(?<![送献奉附])上.)(?<![少低高多大小等]于.)"
    # 12345、12315两个热线: a long number is a name.
    f"(?:(?<![0-9０-９].)|(?<=[0-9]{{3}}[{_HAN_FIGURES}]))"
    "(?<![百千万亿.．%二三四五六七八九十两几].)(?<![零〇][一二三四五六七八九])(?<!(?<![统唯专])一.)(?<![统唯专]一)"
)
_QUOTED = re.compile(
    f'(?P<open>[“"‘])(?P<core>{_COUNT}(?P<m>个|大|项|条|点|种|类|[{_RARE_MEASURES}])?(?P<noun>[^“”"‘’，。、；：！？\\s（）]{{0,10}}))[”"’]'
)
# (一 alone, by far the commonest, counts nothing that is listed: it is passed over at once.)
_PLAIN = re.compile(
    f"(?P<n>{_FIGURE}(?:(?<!一)|(?=[{_HAN_FIGURES}])){_NOT_BEHIND}(?:(?<=[{_HAN_FIGURES}])[{_HAN_FIGURES}]{{0,2}}|(?<=[0-9０-９])[0-9０-９]?)){_MEASURE}"
)
# 四大班子…送上四个祝愿：一祝…: what follows belongs to the count right before it.
ANOTHER = re.compile("[两二三四五六七八九十](?:[个大项点条件种类句]|方面)")
# 下午三点, 两点半, 九点钟: times of day.
_CLOCK = re.compile(
    "^(?:[上下中]午|[早晚]上|凌晨|傍晚|[半深午]夜|[早清]晨|夜里|[今明后当]天)|点[半整钟一二三四五0-9]$"
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
_BEHIND_QUOTE = re.compile(
    '(?!一[是要、]|第一)[^，。、；：！？（）()《》“”"‘’,.;:!?\\s和的与及在等—]{0,6}'
)
# Where the noun ends and the sentence goes on.
_STOP = re.compile(
    "也?就(?=是)|摆(?=在)|什么|哪[里些个一]|(?<=.)(?:必须|随后|赶到)|全部|入手|着手|发力|下手|用力|努力|着力|[均都为是等上来讲谈和与及在也已将让使把对从由以中超达列](?<!理由)|我|请?大家|需要(?=说明|强调|注意|解决|回答|提醒)|概括|告诉|说明|表明|证明|记(?=[在住牢])|缺一|(?<![主重需必])要(?!求|点|素|害|件|闻|务)|年[底前初内终]|月底|全市|全县|全省|全国|全区|保持|实现|进行|得到|取得|增长|分别|同时|同步|开展"
    "|抓(?!手)|[各一]|联合|作了|党政|这样|(?<![目新好])的(?!话$|工作|要求|任务|措施|问题|重点)|发言|考评|相关|持续|深入|值得|做到|说完|讲完|千载|形成|推进|位列|位居|排名|排在|走在|初具|第(?=一)|(?<=.)突出(?!问题|矛盾|短板|特点|困难)|有力|加快|稳步|建设(?!任务|重点|项目|工程)|先后|相继"
)
_PLACE = re.compile(
    "(?:乡镇|镇乡|[县市区镇乡村省州国](?:区|市)?)(?![级域内委里直辖属营民家有场容庄愁债际风貌政企位份城])"
)
# Heads with which the counted noun ends where the sentence runs on without a pause.
_SHORT_NOUN = 6
_HEAD_LENGTH = 3
# 三个方面的原因, 四个方面的意见: the whole is the thing.
_ASPECTS_OF = re.compile(f"(?:方面|层面)的[{HAN}]{{2}}")
_HEAD = re.compile(
    "[^，]{0,7}?(?:方面|特别行政区|地区|特区|平台|集群|项目|领域|指标|产业|工业部|层次|方向|城市|医院|基地|园区|机制|体系|原则|问题|环节|层面"
    "|重点|任务|工程|行动|要求|支柱|主线|改革|战略|屏障|优势|综保区|污染源|算力圈)(?:的?工作|链|群|带)?"
)
_HEAD_BEHIND = re.compile(
    "[^，]{0,4}?(?:要求|机制|工作法|行动|工程|方针|政策|目标|原则|精神|制度|模式|格局|体系|方法|思路|活动|教育|改革|战略|责任制)"
)
_TRAILING = "了过着地得之其时后前内外间"
# What is counted may be a number itself: 三个统一, 四个第一, 三个三分之一, 三个“一百米”; or it has
# one in it: “五个算一算”.
_ONES = re.compile("统一|(?P<verb>.)一(?P=verb)|一[起体致定样并直同道]|^第一|^[一二三四五]分之一")
# 五类二十六条: how many there are in all.
_TALLY = re.compile("[一二三四五六七八九十百]{1,4}[条个项件家处名户]")
# “五个一工程”, “三河三湖” count in ways of their own; 三十三点六 is a decimal.
_NUMERAL = re.compile("[一二三四五六七八九十两0-9]")
_TIME = re.compile("月|半[月天年日]|季度|小时|星期|周|世纪|工作日|年头|百分点")
# Measures that are nouns themselves: 省、市、县三级, 柳湾、石桥两镇.
BARE_MEASURES = frozenset("级省市县区镇乡村国位名家")


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
    behind = _BEHIND_QUOTE.match(text, match.end())
    end = match.end()
    if behind and behind.group() and text[behind.end() : behind.end() + 1] in _ENDERS:
        head = _HEAD_BEHIND.match(behind.group())
        end = match.end() + (head.end() if head else len(behind.group()))
    elif behind and behind.group():
        end += _noun_length(behind.group())
    yield Counted(
        Span(match.start(), end),
        Span(match.start("core"), match.end("core")),
        Span(match.start("n"), match.end("n")),
        count,
        match["m"] or "",
        match["noun"],
        quoted=True,
        modest=odd is not None or (match["m"] or "个") in _RARE_MEASURES,
    )


# So near before it stands the number that a number follows.
_ROW = 200
_ENDERS = "，。、；：！？ \n和的"


def _from_plain(text: str, match: re.Match[str]) -> Counted | None:
    figures, measure = match["n"], match["m"]
    count = _value(figures)
    if _is_loose(figures) or (count is not None and count < 2):
        return None
    start, position, odd = match.start(), match.end(), False
    # 四不两直，三多三少： — the second half of a pair.
    bare = match["any"] or match["open"] or measure in _COUNTED_VERBS
    is_second = bare and _NUMERAL.match(text, max(0, start - 2), start)
    # 二级, 二手房, 二道贩子: no two of anything.
    is_ranked = figures == "二" and measure in BARE_MEASURES | set("手道门")
    twin = _TWIN.match(text, start)
    if is_second or is_ranked or _is_time(text, match, twin):
        return None
    opens = text[start - 1 : start] in tuple("。；\n") and text[position : position + 1] in "，、："
    if (bare or opens) and _is_numbered(text, match, count):
        return None
    quoted = _QUOTED_NOUN.match(text, position)
    if twin:
        end, odd = twin.end(), True
    elif quoted:
        end = quoted.end()
    else:
        nothing = _TALLY.match(text, position) or _PART.match(text, position)
        noun = None if nothing else _NOUN.match(text, position)
        odd = noun is not None and _NUMERAL.match(_ONES.sub("", noun.group())) is not None
        if odd and match["open"]:
            return None
        if noun and (_TIME.match(noun.group()) or (odd and not noun.group().startswith("一"))):
            return None
        end = position
        if noun and measure not in BARE_MEASURES:
            # 三个一批, 五个一律: the 一 belongs to what is counted.
            end += odd + _noun_length(noun.group()[odd:])
    span = Span(start, end)
    return Counted(
        span,
        span,
        Span(start, match.end("n")),
        count,
        measure,
        text[position:end],
        quoted=False,
        modest=odd or bool(match["open"] or match["any"]) or measure in _MODEST_MEASURES,
        any_word=match["any"] is not None,
    )


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


def _noun_length(noun: str) -> int:
    """Return how many characters of ``noun`` are the thing counted."""
    place = _PLACE.match(noun)
    if place:
        return place.end()
    aspects = _ASPECTS_OF.fullmatch(noun)
    if aspects:
        return len(noun)
    stop = _STOP.search(noun)
    kept = (noun[: stop.start()] if stop else noun).rstrip(_TRAILING)
    head = _HEAD.match(kept) if stop or len(kept) > _SHORT_NOUN else None
    if head is None:
        return len(kept)
    end = head.end()
    # 三大产业集群: one head right behind another is one thing.
    while following := _HEAD.match(kept, end):
        if following.end() - end > _HEAD_LENGTH:
            break
        end = following.end()
    return end
