"""How much the form of a line outside the speech speaks for a page, or for the speech's own."""

from __future__ import annotations

import re
from functools import cache

from drafting.cleaning.speech_signs import END_MARK
from drafting.cleaning.tables import read_rows
from drafting.cleaning.web.patterns import SPACED
from drafting.text.surnames import SURNAMES

_LONGEST = 60  # a longer line is judged by its words, not by its form
_CLEAR = 2
_PARTS = 3
_LONGEST_PART = 8
_NAME_LENGTHS = (2, 3)
# What the speech itself says, or an office prints, behind its last paragraph.
_SAID = re.compile(
    "祝|愿|让我们|谢谢|感谢|再次|最后|请(?!先|您|登|点|扫|输入)|下面|现在|散会|会议|同志们|各位|大家|我(?!要|的|顶|踩)|希望"
    "|拜托|再见|也|口号|此致|敬礼|欢迎(?:大家|各位|提|批评|指正)|一句话|全体|到此|以上|奏乐|鸣炮|礼成|[奏唱]国"
)
_SIGNED = re.compile(
    r"[^\s]{2,20}(?:委|府|室|局|小组|部|院|处|办|厂|校|公司|中学|小学|中心|[委员联合商工协常居村理事]会)"
    r"|(?:[\dxX×○*]{2,4}年)?[\dxX×○*]{1,2}月[\dxX×○*]{1,2}日(?:印发)?|\d{4}[./-]\d{1,2}[./-]\d{1,2}(?:印发)?"
    r"|\d{4}年\d{1,2}月|[〇零○一二三四五六七八九十年月日]{6,12}"
)
_DAY = re.compile(r"\d{4}[./-]\d{1,2}[./-]\d{1,2}")
# What is attached may have any form; so may what an office prints below a document.
_ATTACHED = re.compile("附(?:件|表|录|图|注)?\\d{0,2} ?(?::|$)|注\\d{1,3}:")
# An item of a day's order.
_AGENDA = re.compile(r"\d{1,2}:\d{2}(?: ?[-—~至] ?\d{1,2}:\d{2})? ?[一-鿿]")
# How the text came to be: (根据录音整理), (讲话时间 9:00—9:25).
_NOTE = re.compile(r"\(.*(?:讲话|发言|录音|整理|会议|鼓掌).*\)")
_BELOW = re.compile("抄[送报]|分送|主题词|联系(?:人|电话|方式)|电话|注:|(?:记录|整理)(?:人|稿)?:")
_MARK = re.compile(r"[\s,。;:!?()、]")
# What an office prints above a title: whose document, which number, how secret, what kind of draft.
_ABOVE = re.compile(
    r".*(?:文件|材料)(?:之?[一二三四五六七八九十\d]{1,3}|\(.{1,6}\))?"
    r"|.*[\[(〔【]\d{4}[\])〕】] ?第? ?\d{1,4} ?[号期].*|[\[(【]?.*稿[\])】]?"
    r"|.*(?:密|★|内部|注意保存|参阅|急件).*|附(?:件|录)?\d{0,2} ?:?"
    r"|(?:会议)?(?:时间|地点|日期|主题|名称|主持|参加|出席|列席|缺席|记录|讲话|发言)(?:人员?|者)?:.*"
)
_SENTENCE = 3
_SAID_WEIGHT = 2


def page_weight(folded: str, *, in_tail: bool) -> int:
    """Return how much the form of a line speaks for a page: 0, 1 (slightly) or 2 (clearly)."""
    if len(folded) > _LONGEST or (in_tail and _DAY.fullmatch(folded)):
        return 0
    folded = SPACED.sub(r"\1\2", folded)
    weight = max(
        (one for one, form in _forms("tail" if in_tail else "head") if form.search(folded)),
        default=0,
    )
    return _CLEAR if weight == 1 and _is_row(folded) else weight


def own_weight(folded: str, form: int) -> int:
    """Return how much a line behind the speech speaks for being its own: 0 to 3.

    Commas and brackets say little in a line whose ``form`` clearly is a page's.
    """
    if END_MARK.search(folded) is not None and not folded.endswith((":", "…")):
        return _SENTENCE
    if _ATTACHED.match(folded) or _BELOW.match(folded):
        return _SENTENCE
    if _SAID.match(folded) or _AGENDA.match(folded) or _NOTE.fullmatch(folded):
        return _SAID_WEIGHT
    if form >= _CLEAR:
        return int(_SIGNED.fullmatch(folded) is not None)
    if "," in folded:
        return _SAID_WEIGHT
    return int(_SIGNED.fullmatch(folded) is not None or _is_in_brackets(folded))


def head_own_weight(folded: str) -> int:
    """Return how much a line above a title speaks for the speech's own: 0 to 3."""
    if _ABOVE.fullmatch(folded) is not None:
        return _SENTENCE
    return _SAID_WEIGHT if END_MARK.search(folded) and not folded.endswith((":", "…")) else 0


def is_attached(folded: str) -> bool:
    """Return whether a line begins what is attached to a speech or printed below a document."""
    return _ATTACHED.match(folded) is not None


def is_label(folded: str) -> bool:
    """Return whether a line may be an item of a menu: short, without marks."""
    return len(folded) <= _LONGEST_PART and _MARK.search(folded) is None


def _is_in_brackets(folded: str) -> bool:
    return folded.startswith("(") and folded.endswith(")")


def _is_row(folded: str) -> bool:
    """Return whether a line is a row of short names that blanks part, no row of persons."""
    parts = folded.split()
    if "|" in parts:
        return False
    if len(parts) < _PARTS or max(map(len, parts)) > _LONGEST_PART:
        return False
    return not all(len(part) in _NAME_LENGTHS and part[0] in SURNAMES for part in parts)


@cache
def _forms(place: str) -> tuple[tuple[int, re.Pattern[str]], ...]:
    rows = read_rows("cleaning_web_forms.tsv")
    return tuple(
        (int(weight), re.compile(pattern))
        for where, weight, pattern, _ in rows
        if where in ("both", place)
    )
