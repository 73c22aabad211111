"""Whom a speech addresses: salutation lines in all their forms."""

from __future__ import annotations

import re

# Whom speeches address; a line made of these and nothing else is a salutation.
_ADDRESSEES = (
    "同志们|同志|代表们|代表|委员们|委员|领导们|领导|来宾们|来宾|嘉宾们|嘉宾|贵宾|朋友们|朋友|老师们|老师|同学们|同学"
    "|家长们|家长|女士们|先生们|女士|先生|乡亲们|乡亲|父老乡亲|父老|企业家们|企业家|专家们|专家|学者|老领导|老同志|老干部"
    "|战友们|战友|官兵们|官兵|指战员|战士们|评委们|评委|考官|员工们|员工|职工朋友们|职工|工友们|同仁们|同仁|同事们|同事|党员们"
    "|党员|团员|孩子们|小朋友们|运动员|教练员|裁判员|客商|客人|侨胞|市民朋友们|居民朋友们|选民们|客商朋友们|青年们|青年朋友们"
    "|媒体朋友们|记者朋友们|书记|主席|主任|县长|市长|省长|区长|镇长|乡长|部长|局长|院长|检察长|校长|会长|秘书长|司令员|政委"
    "|主席团|董事长|总经理|教授|院士|主持人|组长|厅长|处长|教官|教职工|医务工作者|志愿者|劳模|模范|先进工作者|人民警察|民警们"
    "|学员们|学员|校友们|校友|新闻界的朋友们|兄弟姐妹们|干部们|法官们|检察官们|律师们|建设者们|员工朋友们|理事|会员|股东"
)
# 姐妹们, 护士长们: whoever is called by 们, but for the pronouns.
_CALLED = re.compile("[^，。；：、在把将要是了有对为]{1,6}(?<![我你他她它咱人])们")
_ONE = re.compile(f"[^，。；：！？、,:!?\\s]{{0,16}}(?:{_ADDRESSEES})$")
_SURE = re.compile("尊敬的|敬爱的|亲爱的|各位|诸位|同志们|们$|女士|先生|父老|乡亲|全体|在座")
_ADDRESSED = re.compile(
    "(?:各位|诸位|尊敬的|敬爱的|亲爱的|全体)[^，。；：、在把将要是了有对为]{2,10}"
)
# A title in front of the address is no part of it (…会上的讲话同志们：).
_TITLE = re.compile("讲话|发言|致辞|致词|主持词|会上|大会|会议|^在(?!座)")
_PARTS = re.compile("[、，,\\s]+")
_LEADING = re.compile("[^：:！!。？?；;]{2,40}[：:！!]")
_GLUED = re.compile(
    "(?:同志们|各位代表|各位委员|各位领导|各位来宾|尊敬的)[^。！？；：:]{0,40}[：:]$"
)
_MARKS = "：:！!，,。."
# 各位领导，同志们，大家上午好！
_GREETING = re.compile("[，,！!](?:大家|你们|您们)?(?:早上|上午|中午|下午|晚上)?好$")
_MAX_LENGTH = 60


def is_salutation(line: str) -> bool:
    """Return whether a whole line addresses somebody (同志们：, 各位领导、各位来宾，)."""
    if not line or len(line) > _MAX_LENGTH:
        return False
    bare = line.rstrip(_MARKS)
    if len(line) - len(bare) > 2 or not bare:
        return False
    bare = _GREETING.sub("", bare)
    if not _SURE.search(bare):
        return False
    parts = [part for part in _PARTS.split(bare) if part]
    if not parts:
        return False
    sure = line.endswith(("：", ":"))
    return all(_is_addressee(part) or (sure and _is_addressed(part)) for part in parts)


def greets(line: str) -> bool:
    """Return whether a salutation ends with a greeting (同志们，大家好！)."""
    return _GREETING.search(line.rstrip(_MARKS)) is not None


def _is_addressee(part: str) -> bool:
    if len(part) > 24 or not _ONE.match(part) or _TITLE.search(part):
        return False
    # “召开…表彰先进工作者” is a clause, not a person; an address begins with its person.
    return bool(_SURE.search(part)) or len(part) <= 8


def _is_addressed(part: str) -> bool:
    """Return whether a part before a colon says itself that it addresses (各位村组干部)."""
    addressed = _ADDRESSED.fullmatch(part) or _CALLED.fullmatch(part)
    return addressed is not None and not _TITLE.search(part)


def leading_salutation(line: str) -> int:
    """Return where a salutation ends that opens its paragraph (同志们：今天…), or 0."""
    match = _LEADING.match(line)
    if match is None or match.end() == len(line) or not is_salutation(match.group()):
        return 0
    return match.end()


def glued_salutation(line: str) -> int:
    """Return where a salutation begins that a title runs into (…讲话同志们：), or 0."""
    if len(line) > 100:
        return 0
    match = _GLUED.search(line)
    if match is None or match.start() < 6 or not is_salutation(match.group()):
        return 0
    return match.start()
