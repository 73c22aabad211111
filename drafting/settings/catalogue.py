"""All settings of the program that are not the window's own, in the order of the dialog."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from drafting.settings.setting import Choice, Setting

if TYPE_CHECKING:
    from collections.abc import Mapping

_NO_WORDS: tuple[str, ...] = ()
_NO_LISTS: Mapping[str, tuple[str, ...]] = MappingProxyType({})

RULES_OFF: Setting[tuple[str, ...]] = Setting(
    "checks.rules_off",
    _NO_WORDS,
    "关闭的规则",
    "不再检查的规则编号或组别，如 WD006、SP；单条规则与所在组别都写了时，以单条为准。",
)
RULES_ON: Setting[tuple[str, ...]] = Setting(
    "checks.rules_on",
    _NO_WORDS,
    "另外打开的规则",
    "默认不查、要求检查的规则编号或组别，如 WD010、WD011。",
)
RULES_OFF_BY_TYPE: Setting[Mapping[str, tuple[str, ...]]] = Setting(
    "checks.rules_off_by_type",
    _NO_LISTS,
    "按讲话种类关闭的规则",
    "某一类讲话不检查的规则，如 主持词 不查 ST013；种类名同“讲话情况”里所选。",
)
COMMA_BETWEEN_QUOTES: Setting[str] = Setting(
    "checks.comma_between_quotes",
    "either",
    "并列的引号、书名号之间",
    "“大走访”“大排查”这样并列的引号之间、《条例》《办法》这样并列的书名号之间用不用顿号。国家标准"
    "说通常不用；选定一种后，写成另一种的会提出建议。一篇里两种混用的，不论怎样选都会提醒。",
    (
        Choice("either", "全文一致即可"),
        Choice("without", "不用顿号"),
        Choice("with", "用顿号"),
    ),
)
KEEPING_PLACE: Setting[str] = Setting(
    "keeping.place",
    "data",
    "版本和自动恢复放在哪里",
    "选“不留”就是无痕：稿件以外什么也不留，最近的文件也不记，保存时没有 .bak 备份，复制的文字不进"
    "系统的剪贴板历史；这时没有自动恢复，断电或死机会丢失上次保存以后写的内容。放在稿件旁边时，还没"
    "存过盘的新稿同样没有自动恢复。",
    (
        Choice("data", "本机数据文件夹"),
        Choice("beside", "稿件旁边的“讲稿留存”文件夹"),
        Choice("none", "不留（无痕）"),
    ),
)
READING_NAMES: Setting[bool] = Setting(
    "reading.names",
    default=True,
    title="大字版为人名注音",
    description="单位档案中的领导姓名，稿中第一次出现时在上方注音。",
)
READING_WORD_LIST: Setting[bool] = Setting(
    "reading.word_list",
    default=False,
    title="大字版首页列出难读字词",
    description="在第一页外侧空白处列出全部注音的字词。",
)
READING_TIME_MARKS: Setting[bool] = Setting(
    "reading.time_marks",
    default=False,
    title="大字版标注时间",
    description="在各部分标题旁的空白处写明讲到这里约第几分钟、本部分约需几分钟。",
)

SETTINGS: tuple[Setting[Any], ...] = (
    RULES_OFF,
    RULES_ON,
    RULES_OFF_BY_TYPE,
    COMMA_BETWEEN_QUOTES,
    KEEPING_PLACE,
    READING_NAMES,
    READING_WORD_LIST,
    READING_TIME_MARKS,
)
# Chosen rule by rule, in a dialog of their own.
RULE_SETTINGS: tuple[Setting[Any], ...] = (RULES_OFF, RULES_ON, RULES_OFF_BY_TYPE)
# What the first part of a setting's name is called, in the order of the dialog.
GROUPS: Mapping[str, str] = MappingProxyType(
    {"keeping": "留存", "checks": "校核", "reading": "大字版"}
)
