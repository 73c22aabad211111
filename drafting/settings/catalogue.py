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
    "按讲话类型关闭的规则",
    "某一类讲话不检查的规则，如 主持词 不查 ST013；类型名同新建讲话时所选。",
)
LIST_COMMA: Setting[str] = Setting(
    "checks.list_comma",
    "consistent",
    "并列引号、书名号之间的顿号",
    "“甲”“乙”之间用不用顿号：国家标准两可而通常不用，默认只要求全文一致。",
    (
        Choice("consistent", "全文一致即可"),
        Choice("without", "一律不用"),
        Choice("with", "一律使用"),
    ),
)
RANGE_MARK: Setting[str] = Setting(
    "checks.range_mark",
    "any",
    "数值范围的连接号",
    "3—5 万元、3~5 万元：国家标准两种都许可，可要求只用一种。",
    (Choice("any", "不限"), Choice("dash", "一字线（—）"), Choice("tilde", "浪纹线（～）")),
)
PERCENT_FORM: Setting[str] = Setting(
    "checks.percent_form",
    "any",
    "百分数的写法",
    "95%、百分之九十五：可要求只用一种。",
    (Choice("any", "不限"), Choice("sign", "用 %"), Choice("words", "用“百分之”")),
)

SETTINGS: tuple[Setting[Any], ...] = (
    RULES_OFF,
    RULES_ON,
    RULES_OFF_BY_TYPE,
    LIST_COMMA,
    RANGE_MARK,
    PERCENT_FORM,
)
