"""Date lines and speaker lines: what they look like and what they say."""

from __future__ import annotations

import datetime as dt
import re

from drafting.text.numerals import parse_number
from drafting.text.surnames import SURNAMES, USUAL_SURNAMES
from drafting.text.words import common_pairs

_FIGURE = "[0-9０-９〇○O零一二三四五六七八九十]"
_BLANK = "[ \u3000]?"
_DATE = re.compile(
    f"(?P<year>{_FIGURE}{{4}}){_BLANK}[年.\\-/]{_BLANK}(?P<month>{_FIGURE}{{1,3}})"
    f"{_BLANK}[月.\\-/]{_BLANK}(?P<day>{_FIGURE}{{1,3}}){_BLANK}日?"
)
_MONTH = re.compile(f"{_FIGURE}{{4}}年{_FIGURE}{{1,3}}月|{_FIGURE}{{1,3}}月{_FIGURE}{{1,3}}日")
_OPEN_FIGURE = "(?:[0-9０-９〇○Oo零一二三四五六七八九十XxＸｘ×*＊_＿…\\s]|\\{[^{}]{1,8}\\})"
_DATE_SLOT = re.compile(
    f"[（(\\s]*(?:\\{{[^{{}}]{{0,6}}(?:日期|时间|年月日)[^{{}}]{{0,6}}\\}}"
    f"|{_OPEN_FIGURE}{{1,8}}年{_OPEN_FIGURE}{{1,6}}月(?:{_OPEN_FIGURE}{{1,6}}日)?)[）)\\s]*"
)
# What may stand beside the date in its own line: brackets, the time of day, the weekday.
_BESIDE_DATE = re.compile(
    "[（()）\\s·]|[0-9]{1,2}[：:][0-9]{2}|[0-9]{1,2}[时点](?:半|[0-9]{1,2}分)?|上午|下午|中午|傍晚|晚上?|早上|凌晨|星期[一二三四五六日天]|周[一二三四五六日]"
)
_LABEL = re.compile("(?:会议|讲话|报告)?(?:时[ \u3000]*间|日[ \u3000]*期)[：:][ \u3000]*")
# （2026年3月5日，县礼堂）, （2026年3月5日于云汀）
_AT_A_PLACE = re.compile(
    "[（(](?P<date>[^，,（）()]{5,16}日(?:上午|下午|晚上?)?)(?:[，,、·\\s\u3000]{1,2}|[在于]|[，,]在)"
    "[^，。；：、（）()]{1,16}(?:礼堂|会议室|会议厅|会堂|会场|报告厅|中心|现场|宾馆|酒店|广场|党校|学校|园区|[县市区镇乡村楼厅馆室园])[）)]"
)
ROLES = (
    "书记|县长|市长|区长|省长|州长|旗长|乡长|镇长|主任|主席|局长|部长|院长|检察长|处长|科长|厅长|司长|总理"
    "|会长|校长|所长|站长|董事长|总经理|经理|秘书长|组长|政委|司令员|委员|常委|巡视员|调研员|代县长|代市长"
)
# A name that the draft leaves open: 王××, XXX, 某某某, {讲话人}.
_OPEN_NAME = re.compile(
    "[\u4e00-\u9fff]?[ \u3000]?(?:[×XxＸｘ＊*○〇][ \u3000]?){1,3}|某 ?某(?: ?某)?"
    "|(?:\\{[^{}]{0,8}(?:人|姓名|领导|职务)[^{}]{0,6}\\}[ \u3000]{0,2}){1,2}"
)
_ROLE_AND_NAME = re.compile(
    f"(?P<role>[^，。；：]{{0,24}}(?:{ROLES}))[\\s：:|｜]+"
    f"(?P<name>[\u4e00-\u9fff·\\s]{{2,9}}|{_OPEN_NAME.pattern})$"
)
# 县委常委、副县长，县农业普查领导小组组长  花 建 章: a name with blanks between its characters.
_SPACED_NAME = re.compile(
    "(?P<role>[^。；：！？\\s]{2,36})(?:\\u3000|[ \\u3000]{2,})"
    "(?P<name>[\u4e00-\u9fff](?:[ \u3000][\u4e00-\u9fff]){1,2})"
)
# With hardly any of these another word begins; 王明 is in every list of words.
_SURE_SURNAMES = "王李刘赵吴徐郭宋郑谢韩冯袁许沈曾彭吕"
# 副县长林芳: a post and a name without a blank between them.
_GLUED_NAME = re.compile(
    f"(?P<role>[^，。；：！？\\s]{{0,24}}(?:{ROLES}))(?P<name>[{USUAL_SURNAMES}][\u4e00-\u9fff]{{1,2}})"
)
# 林 芳 中共云岭县委书记: the post stands behind the name.
_NAME_AND_ROLE = re.compile(
    f"(?P<name>[\u4e00-\u9fff](?:[ \u3000]{{0,2}}[\u4e00-\u9fff]){{1,2}})[ \u3000]+"
    f"(?P<role>[^，。；：！？\\s]{{0,24}}(?:{ROLES}))"
)
OFFICE = re.compile(
    "[^，。；：、！？（）]{2,28}(?:政府|委员会|办公室|领导小组|指挥部|县委|市委|区委|党委|党组|支部|人大|政协|局|公司|学校|中学"
    "|小学|大学|医院|法院|检察院|协会|商会|工会|联合会|中心|组委会|筹委会)$"
)
_DASHES = "—─―"
# 主持人：县长 张三.
_SPEAKS = re.compile("^(?:主持|讲话|报告|发言|致辞|主讲|演讲|汇报|授课)人?[：:][ \u3000]*")
_ROLE = re.compile(f"[^，。；：、\\s]{{0,14}}(?:{ROLES})$")
_NAME = re.compile("[\u4e00-\u9fff]{2,3}$")
_MAX_LINE = 44


def is_date_line(line: str) -> bool:
    """Return whether a line holds a date and nothing else (（2026年10月20日）).

    A date still to be filled in is one: （2026年X月X日）, （{日期}）. The place of the meeting may
    stand beside it: （2026年10月20日，县礼堂）; 时间： may stand before it.
    """
    if not line or len(line) > _MAX_LINE:
        return False
    line = _LABEL.sub("", line, count=1) if _LABEL.match(line) else line
    placed = _AT_A_PLACE.fullmatch(line)
    line = placed["date"] if placed else line
    if _DATE_SLOT.fullmatch(line):
        return True
    match = _DATE.search(line) or _MONTH.search(line)
    if match is None:
        return False
    rest = line[: match.start()] + line[match.end() :]
    return not _BESIDE_DATE.sub("", rest)


def read_date(line: str) -> dt.date | None:
    """Return the day that a line names, or None."""
    match = _DATE.search(line)
    if match is None:
        return None
    values = [parse_number(_plain(match[name])) for name in ("year", "month", "day")]
    if None in values:
        return None
    year, month, day = (value or 0 for value in values)
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _plain(figures: str) -> str:
    return figures.replace("O", "〇").replace("○", "〇")


def is_speaker_line(line: str) -> bool:
    """Return whether a line names the speaker (县委书记 张三; 张 三)."""
    bare = _without_date(line)
    if not bare or len(bare) > _MAX_LINE:
        return False
    if line[0] in _DASHES:  # ——奋进 may be a subtitle
        return None not in read_speaker(line)
    if _ROLE_AND_NAME.match(bare) or _ROLE.match(bare) or is_office(bare):
        return True
    spaced = _SPACED_NAME.fullmatch(bare)
    if (spaced and spaced["name"][0] in SURNAMES) or _glued(bare) or _post_behind(bare):
        return True
    if _OPEN_NAME.fullmatch(bare):
        return True
    return bool(_NAME.match("".join(bare.split()))) and bare[0] in SURNAMES


def is_office(line: str) -> bool:
    """Return whether a line names one office or several and nothing else."""
    parts = line.replace("、", " ").split()
    return bool(parts) and all(OFFICE.match(part) for part in parts)


def read_speaker(line: str) -> tuple[str | None, str | None]:
    """Return name and post of a speaker line, None for what it does not say."""
    bare = _without_date(line)
    if is_office(bare):
        return None, None
    match = _ROLE_AND_NAME.match(bare) or _SPACED_NAME.fullmatch(bare) or _glued(bare)
    match = match or _post_behind(bare)
    if match:
        return _given(match["name"]), match["role"].strip() or None
    if _ROLE.match(bare):
        return None, bare
    return _given(bare), None


def _glued(line: str) -> re.Match[str] | None:
    """Return post and name that are one word, None where the name may be a common one (包村)."""
    match = _GLUED_NAME.fullmatch(line)
    return match if match and is_bare_name(match["name"]) else None


def _post_behind(line: str) -> re.Match[str] | None:
    """Return name and post in this order, None where the name may be another word."""
    match = _NAME_AND_ROLE.fullmatch(line)
    return match if match and is_bare_name("".join(match["name"].split())) else None


def is_bare_name(word: str) -> bool:
    """Return whether two or three characters, a surname first, are hardly anything but a name."""
    is_long_enough = word[:1] in USUAL_SURNAMES and _NAME.fullmatch(word) is not None
    return is_long_enough and (word[0] in _SURE_SURNAMES or word[:2] not in common_pairs())


def _given(name: str) -> str | None:
    """Return a name without blanks, None where it is left open."""
    return None if _OPEN_NAME.fullmatch(name) else "".join(name.split()) or None


def _without_date(line: str) -> str:
    bare = _SPEAKS.sub("", line.strip(f"（）() \u3000{_DASHES}"))
    match = _DATE.search(bare)
    if match:
        bare = (bare[: match.start()] + bare[match.end() :]).strip("（）() \u3000")
    return bare
