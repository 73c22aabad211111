"""Names with a number in them (三轮车, 五台山, 四轮驱动), behind which no row of theirs stands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafting.parsing.promises.announcing import PART_NOUN, SOME_NOUN
from drafting.parsing.promises.counts import BARE_MEASURES, COUNTED_VERBS, RARE_MEASURES
from drafting.text.characters import HAN

if TYPE_CHECKING:
    from drafting.model.draft import Promise
    from drafting.parsing.promises.counts import Counted

# Names that carry a count and are never followed by their members.
FIXED_NAMES = re.compile(
    "四项基本原则|三个代表|两个维护|四个意识|四个自信|两个确立|五位一体|四个全面|八项规定|两个毫不动摇|三严三实|两学一做|四个现代化|三农|四人帮"
    "|两个百年|两个一百年|五年|十大|三大攻坚|六稳|六保|一国两制|双一流|三个务必|四个伟大|两个结合|三个文明|两个积极性|五项原则|八个坚持|六个坚持|两会|两办|六条禁令|四种形态|三个区分|三保障|两不愁"
)
_OPENERS = ("", *"，。；：！？\n\u3000")
# 四件事：, 三条：, 五步：: so short are words that announce, too.
_ANNOUNCED = frozenset("事话题字关账点")
_PLAIN = frozenset(("方面", *"个项点条件种类句步"))
_MEASURES = (
    _PLAIN | BARE_MEASURES | COUNTED_VERBS | frozenset(("", *"大方部则重", *RARE_MEASURES))
) - {"级"}
_FURTHER = re.compile("[一二三四五六七八九十两](?![个项条点是要、，．.])")
_BEFORE = re.compile(f"[二三四五六七八九两](?![是要有讲抓做办次天年月日号])[{HAN}]$")
_FIGURE = re.compile("[二三四五六七八九十两]")
# “四个一”, 三项一体化; 三支一扶 is a name.
_WITH_ONE = frozenset("个大项种句张本")
_LEAD = 20
# 坚持四轮驱动, 落实“两个责任”, 统筹四套班子: with these words a programme is called by its name.
_CALLED = re.compile(
    "(?:坚持|实施|落实|推行|推进|推动|统筹|聚焦|开展|贯彻|围绕|深化|践行|牢记|完善|健全|建好|构建|打造|争创|创建"
    "|发扬|弘扬|学习|增强|坚定|巩固|强化|锚定|擦亮|打响|按照|严格|执行|遵守|加快|建设|实行|探索|建立|实现"
    ")[^，。；：！？、\\n]{0,5}$|[，。；：！？\\n]$"
)
_REACH = 12
# 三级联动, 四轮驱动, 五育并举: done together.
_TOGETHER = re.compile(
    "驱动|联动|互动|发力|并举|并进|并重|共治|共建|共管|融合|合一|一体|同步|协同|书记"
)
# 五种精神, 三件宝, 四字: never a programme.
_COUNTING = frozenset(("方面", *"种类件条句点字样"))
_COUNTED = ("", "字")
_INTRODUCED = re.compile("”?[^，。；：！？、\\n]{0,16}，?(?:即|就是|分别[是为]|[他她它]们是)")
# 新官上任三把火, 抓两头带中间, 一个好汉三个帮: said for other things than so many.
_SAYING = re.compile(
    "两头带中间|三把火|三个[桩帮]|三句话不离|.个和尚|.个臭皮匠|[五十]个?手?指头|.条腿走路|三板斧"
)
# 要有三把火的劲头：要敢想，要敢干: what is told behind the colon is another thing.
_OF_ANOTHER = re.compile(
    "[^，。；：！？“”\\n]{0,8}的(?:劲头|样子|精神|气势|气概|本领|本事|功夫|勇气|架势|姿态|状态|心态|局面|担当)[，。：]"
)
# 深入实施“三项机制”, 建立四本台账.
_SET_UP = ("机制", "台账")
_CHANGES = re.compile("转变|变化|转换|转型|提升|突破|跨越|延伸")
_WORD = 2


def may_be_a_name(text: str, counted: Counted, promise: Promise) -> bool:
    """Return whether a count that its row seems to break may be a name and no count.

    面包车、三轮车，一辆一辆登记，…; 四组：场地要平，彩旗要齐，灯光要亮. — a name stands in a list
    or opens its clause, and the members do not have its word.
    """
    # 落实好“三变”：一是抓早，二是…: a name that all know; what names its word is its row.
    twin = _FIGURE.search(counted.noun) is not None and counted.noun[0] != "一"
    joined = counted.noun[:1] == "一" and counted.measure not in _WITH_ONE
    if twin or joined or (counted.quoted and not counted.measure):
        return not _is_named(text, counted.noun[-1:], promise)
    if _SAYING.match(text, counted.span.start) or _OF_ANOTHER.match(text, counted.span.end):
        return True
    if _is_programme(text, counted):
        return not _has_its_word(text, counted, promise)
    return not counted.quoted and _stands_like_a_name(text, counted, promise)


def _stands_like_a_name(text: str, counted: Counted, promise: Promise) -> bool:
    """Return whether a bare count is one of several names, or opens its clause as one."""
    start, end = counted.span.start, counted.span.end
    before = text[max(0, start - 1) : start]
    # 三到位一处理：…, 一心两带三区：…: what follows tells of all of them.
    if _FURTHER.match(text, end) or _BEFORE.search(text, max(0, start - 2), start):
        return True
    if before == "、":
        return text[end : end + 1] != "："
    word = counted.noun or counted.measure
    plain = word in _ANNOUNCED or (not counted.noun and counted.measure in _PLAIN)
    if before not in _OPENERS or len(counted.noun) > 1 or plain:
        return False
    return not _is_named(text, word, promise)


def _is_programme(text: str, counted: Counted) -> bool:
    """Return whether a count may be what a programme is called (坚持四轮驱动, “两个责任”).

    What stands behind it (：要抓工业，要抓农业，要抓商贸) then tells what to do with it.
    """
    noun = counted.noun.strip("“”")
    if counted.measure in _COUNTING or _INTRODUCED.match(text, counted.span.end):
        return False
    if counted.measure not in _MEASURES or _TOGETHER.search(noun):
        return True
    # 打好“两个责任”这套组合拳：…
    great = counted.measure == "大" and not noun
    named = "这" in noun or text.startswith("这", counted.span.end)
    if great or named:
        return True
    said = PART_NOUN.match(noun) or SOME_NOUN.fullmatch(noun)
    if noun in _COUNTED or (said and not noun.endswith(_SET_UP)):
        return False
    start = counted.span.start
    return _CALLED.search(text, max(0, start - _REACH), start) is not None


def _has_its_word(text: str, counted: Counted, promise: Promise) -> bool:
    """Return whether each member has a word of the name (“四好”：建好、管好、护好)."""
    noun = counted.noun.strip("“”")
    one = f"一{counted.measure}"
    if counted.measure and all(one in text[each.start : each.end] for each in promise.members):
        return True
    words = {counted.measure, noun[:_WORD], noun[-_WORD:]} - _PLAIN - {"大", ""}
    leads = [text[one.start : one.start + _LEAD] for one in promise.members]
    if any(all(word in lead for lead in leads) for word in words):
        return True
    # 三个转变：由被动变主动，由浮躁变扎实，由单一变多样: one character, in members of one length.
    told = [one.of(text) for one in promise.members]
    even = len({len(word) for word in told}) == 1 and len(told) > _WORD
    return bool(even and _CHANGES.fullmatch(noun)) and any(
        all(one in word for word in told) for one in noun[-_WORD:]
    )


def _is_named(text: str, word: str, promise: Promise) -> bool:
    return all(word in text[one.start : one.start + _LEAD] for one in promise.members)
