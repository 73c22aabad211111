"""What a verb still waits for: no heading stops before its direction, its place or its result.

把乱搭的拆下｜来; 把清正廉洁刻｜在骨子里; 工期要倒排｜到每一天; 人员要撤｜干净; 要时刻｜记在心上.
"""

from __future__ import annotations

import re

_WAYS = "下去 上去 起来 出来 出去 进来 进去 里去 下来 上来"
_DIRECTIONS = frozenset(_WAYS.split())
# 去年, 来自各地的同志 begin sentences; 顶上｜去, 拆下｜来 end clauses.
_GOING, _OTHER_WORDS = frozenset("去来"), frozenset("年冬春夏秋自宾信访")
_WAY = frozenset("上下起出进")
# 打到人｜身上, 挂在｜嘴上
_BODY = re.compile("(?:身|心|手|肩|嘴|脸|头|纸|墙|眼|骨子|泥)[上里中下]")
_TOWARDS = re.compile("[到在进][^，。]{0,3}$")
# 倒排｜到每一天; 到目前为止, 到2027年 begin sentences.
_UNTIL = re.compile(
    "到(?!目前|今|去|现|年底|本|[0-9０-９]|[一二三四五六七八九十]{1,2}月|那|时候|这[里次个天]|会|场)"
)
# 刻｜在骨子里, 记｜在心上: behind 把 or 要, a bare verb waits for its place.
_IN = re.compile("[在进](?![座建这全此当我今场编])[^，。；]{1,4}[里上中下头处前]")
_BARE = re.compile("(?:把|将|要)[^，。]{2,8}[^，。住好牢紧稳严实透足细准位清力来去上下]$")
_RESULT = "干净 清楚 彻底 明白 完整 牢固 透彻 明确 有力 务实 有序 果断"
_RESULTS = frozenset(_RESULT.split())
_ASKED = re.compile("要[^，。]{1,4}$")
# 思想上要高度｜重视, 遏制事故｜发生, 关于下一步的工作｜重点, 政府｜各部门
_HIGHLY = frozenset(("重视", "负责", "警惕", "警觉", "关注", "自觉", "统一"))
_ONE = "环境整治 文明创建 换届选举 秸秆禁烧 隐患排查 风险防控 督查考核 专项整治 组织领导"
_TOGETHER = frozenset(_ONE.split())
_HAPPENS = frozenset(("发生", "反弹", "蔓延", "回潮", "抬头"))
_CURBED = re.compile("(?:遏制|防止|杜绝|避免|防范|减少)[^，。]{2,14}$")
_PLANS = frozenset(("重点", "安排", "打算", "部署", "思路", "要求", "情况", "意见", "建议"))
_ABOUT = re.compile("关于[^，。]*(?:工作|问题)$")
_ALL_OF = re.compile("各(?:部门|单位|级|乡|镇|办|局)")
# 狠抓落实宣传部门｜要: the subject of what the text asks.
_WHO, _LONG_SUBJECT = frozenset(("部门", "机关", "单位", "书记", "领导")), 6
_WHOSE = frozenset(("政府", "党委", "县直", "市直", "区直", "机关"))
# 要时刻｜记, 要提前｜谋划, 究竟｜为了谁: how it is done, or asked, ends nothing.
_MANNER = "究竟 提前 依法 尽快 尽早 立即 马上 一律 逐一 逐步 随时"
_MANNERS = frozenset(_MANNER.split())
_ALWAYS, _MOMENTS = "时刻", re.compile("(?:关键|危急|危难|重要|紧要|[每一这])时刻$")
_AFTER_ALL = re.compile("(?:怎么|如何|是|为|该|靠|有|要|谁|抓什么|干什么)")
# 确保普查任务｜圆满完成, 推动各项工作｜落到实处: what is to become of it is not said yet.
_SEEING_TO = re.compile(
    "(?:^|，)(?:切实|全力|务必|坚决)?(?:确保|保证|力争|推动|促进)[^，。]{2,14}$"
)
_BECOMES = re.compile(
    "圆满|顺利|如期|按[时期]|落[到地细实]|取得|不[出走变断减]|万无一失|见[到成实]|平稳|有序|走[深实]|得到|达到"
    "|全面(?:完成|达标|落实|胜利|覆盖|见效|推开|过硬)|高[效质][^，。]{0,2}(?:完成|推进|运行|开展)|稳步(?:提升|推进|增长)|扎实(?:推进|开展)"
    "|提[质档]|再上|迈上|走在|健康发展|持续(?:稳定|健康|向好|好转|改善|提升)"
)
_BECOMING = frozenset("圆顺如按落取不万见平有走得达全高稳扎提再迈健持")
_FIRST = frozenset("在到进去来下上起出回里开身心手肩嘴脸头纸墙眼骨泥干清彻明完牢透有务果")


def awaits(text: str, heading: str, end: int) -> bool:
    """Return whether a heading that stops before ``end`` leaves a verb without its complement."""
    last, behind = heading[-2:], text[end : end + 2]
    if last in _MANNERS or (last == _ALWAYS and not _MOMENTS.search(heading)):
        return True
    if last == "到底" and _AFTER_ALL.match(text, end):
        return True
    if _is_one(text, heading, end, behind):
        return True
    if behind[:1] in _BECOMING and _BECOMES.match(text, end) and _SEEING_TO.search(heading):
        return True
    return behind[:1] in _FIRST and _is_complement(text, heading, end, behind)


def _is_one(text: str, heading: str, end: int, behind: str) -> bool:
    """Return whether the words on both sides are said together."""
    last = heading[-2:]
    if (last == "高度" and behind in _HIGHLY) or last + behind in _TOGETHER:
        return True
    if behind in _HAPPENS and _CURBED.search(heading):
        return True
    if behind in _PLANS and heading[0] == "关" and _ABOUT.fullmatch(heading):
        return True
    if behind[:1] == "要" and last in _WHO and len(heading) > _LONG_SUBJECT:
        return True
    return last in _WHOSE and _ALL_OF.match(text, end) is not None


def _is_complement(text: str, heading: str, end: int, behind: str) -> bool:
    """Return whether what is behind belongs to the verb before it."""
    first = behind[:1]
    if behind in _DIRECTIONS:
        return True
    if first in _GOING:
        return heading[-1] in _WAY and behind[1:] not in _OTHER_WORDS
    if behind in _RESULTS:
        return _ASKED.search(heading) is not None
    if first == "到":
        return _UNTIL.match(text, end) is not None
    if _BODY.match(text, end):
        return _TOWARDS.search(heading) is not None
    return _IN.match(text, end) is not None and _BARE.search(heading) is not None
