"""Signs by which cleaning knows the parts of a speech in folded lines (see ``lines.fold``)."""

from __future__ import annotations

import re

# A salutation at the end of a line or before its text; longest forms first.
_WHO = (
    "同志们|各位领导|各位代表|各位委员|各位来宾|各位嘉宾|各位老师|各位同学|各位同仁|各位同事|各位朋友"
    "|各位党员|各位评委|老师们|同学们|朋友们|战友们|乡亲们|女士们|先生们|来宾们|家长们|青年朋友们"
    "|各位(?:职工|党员|人大|团|村民)代表|各位(?:企业家|专家|同志|老领导|老同志|乡亲|家长|校长|会员|客商)"
    "|工友们|代表们|委员们|父老乡亲们"
)
SALUTATION = re.compile(
    f"(?:尊敬的|敬爱的|亲爱的)?(?:{_WHO})(?:[、,和 ]?(?:尊敬的|亲爱的|各位)?(?:{_WHO})){{0,6}}"
)
SALUTATION_MARK = ":!,"
# Words that a speech's title ends in or holds.
TITLE_WORD = re.compile(
    "讲话|发言|致辞|致词|主持词|报告|汇报|讲稿|党课|贺词|贺信|祝酒词|悼词|开幕词|闭幕词|演讲|寄语|述职"
    "|动员|会上|大会|会议|典礼|仪式|活动|体会|提纲"
)
# How a title ends that names the kind of speech, with the day behind it.
_TITLE_END = re.compile(
    "(?:讲话|发言|致辞|致词|主持词|报告|党课|讲稿|贺词|献词|寄语|演讲|开幕词|闭幕词|悼词|述职)"
    "(?:要点|提纲|稿|摘要|全文|实录)?(?:[(].{1,20}[)])?$"
)
_CLOSING = re.compile(
    "谢谢(?!楼主|分享)|祝(?!贺)|让我们|奋斗|就讲(?:这|到)|讲完|散会|再见|拜托|贡献|到此"
)
# What hardly anything follows.
_LAST_WORDS = re.compile(
    "谢谢(?!楼主|分享)|祝(?:大家|各位|全|同志|老师|同学|乡亲|你们|愿)|散会|再见|就讲(?:这|到)|讲完|到此(?:结束|为止)"
)
_CLOSING_LENGTH = 120
_PARTS = re.compile("[|│丨>/·]| [-–—] ")
_NUMERIC_DAY = re.compile(r"\d{4}[-/.]\d")
_SHORTEST_TITLE = 5
_LONGEST_TITLE_END = 40  # is surely longer than any that the pattern finds
_MOST_BLANKS = 4  # a row of words has more
_REST_OF_TITLE = ("上的", "中的", "时的")  # of a title that was broken
END_MARK = re.compile("[。!?…;:][”’』」)】》]*$")
SENTENCE_MARK = re.compile("[。!?…;]")
CLAUSE_MARK = re.compile("[。!?…;,]")
# How a numbered part begins its line.
HEADING_MARKER = re.compile(
    r"[一二三四五六七八九十百]{1,3}[、.,]|\([一二三四五六七八九十]{1,3}\)|\d{1,2}[、.](?!\d)|\(\d{1,2}\)"
    r"|[①-⑳]|第[一二三四五六七八九十]{1,3}[,、]|[一二三四五六七八九十][是要]"
    r"|首先|其次|再次|最后|—— ?"
)


def is_salutation(folded: str) -> bool:
    """Return whether a folded line is a salutation and nothing else."""
    match = SALUTATION.match(folded)
    return match is not None and folded[match.end() :].strip(SALUTATION_MARK + " ") == ""


def begins_with_salutation(folded: str) -> bool:
    """Return whether a folded line opens with a salutation and its mark."""
    match = SALUTATION.match(folded)
    if match is None:
        return False
    rest = folded[match.end() :].lstrip()
    return rest == "" or rest[0] in SALUTATION_MARK


def ends_like_a_title(folded: str) -> bool:
    """Return whether a folded line, or its last part behind a bar or dash, reads like a title."""
    # Most lines are told by their last characters.
    if _TITLE_END.search(folded.rstrip()[-_LONGEST_TITLE_END:]) is None:
        return False
    if _NUMERIC_DAY.match(folded):
        return False
    last = _PARTS.split(folded)[-1].strip()
    if _TITLE_END.search(last) is None or last.count(" ") >= _MOST_BLANKS:
        return False
    return len(last) >= _SHORTEST_TITLE or last.startswith(_REST_OF_TITLE)


def is_prose(folded: str) -> bool:
    """Return whether a folded line reads like text of the speech, not like a title or a link."""
    if len(folded) >= 60 and CLAUSE_MARK.search(folded):
        return True
    return len(folded) >= 16 and END_MARK.search(folded) is not None and "。" in folded


def closes(folded: str) -> bool:
    """Return whether a folded line says at its end what closes a speech."""
    return _CLOSING.search(folded[-_CLOSING_LENGTH:]) is not None


def is_last_word(folded: str) -> bool:
    """Return whether a folded line ends the speech by thanks, wishes or a good-bye."""
    return _LAST_WORDS.search(folded[-_CLOSING_LENGTH:]) is not None
