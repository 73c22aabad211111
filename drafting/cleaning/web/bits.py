"""What a page printed into lines that stay: names of sites, columns, its own sentences."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafting.cleaning.speech_signs import (
    HEADING_MARKER,
    SALUTATION,
    TITLE_WORD,
    begins_with_salutation,
    ends_like_a_title,
)
from drafting.cleaning.step import deletion
from drafting.cleaning.web.guards import iter_same
from drafting.cleaning.web.head import is_own_front
from drafting.cleaning.web.patterns import patterns_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafting.cleaning.lines import Line
    from drafting.text.edits import TextEdit

_COPY_NUMBER = re.compile(
    r"\s*(?:[(\[]\d{1,2}[)\]]|_共 ?\d{1,3} ?页|\((?:全文|共) ?\d{2,6} ?字\)"
    r"|[(\[【](?:荐|转|图|热|顶|新|原创|转载|组图)[)\]】]|NEW|HOT|第 ?\d{1,3} ?页"
    r"|(?<=》)全文|[- —]{0,3}(?:全文|免费|在线)?(?:下载|阅读)(?:全文)?"
    r"|[(\[【](?:全文|完整版|精选|范文|精品|最新|推荐)[)\]】]"
    r"|[\[【][^\[\]【】]{0,4}(?:范文|精选|精品|大全|合集|模板|最新|推荐)[^\[\]【】]{0,4}[\]】]"
    r"|\([^()]{0,4}(?:\d{1,2}|[一二三四五六七八九十]{1,2})篇\)|(?<!第)\d{1,2}篇|【?篇 ?\d{1,2}】?"
    r"|(?<=[话辞词稿告])(?:篇[一二三四五六七八九十]{1,2}|\d{3,5}字(?:左右)?))$"
)
_TITLE_BRACKETS = (("《", "》"), ("【", "】"), ("★", "★"), ("☆", "☆"))
_SEPARATOR = re.compile(r"\s*(?:_|[|│丨]|[—–-]{1,3})\s*(?=.)")
_PARTS_OF_PATH = re.compile(r"[_|│丨>»:/]|首页")
_OF_SITES = ("_", "|", "│", "丨")
_GOES_ON = re.compile(r"\d{4}|\d{1,2}月|在|关于|[〇零一二三四五六七八九十]|[(]")
_OF_PAGE = re.compile(
    "网|文库|范文|下载|阅读|文档|文秘|博客|资料|材料|公文|写作|在线|全文|免费|图文"
)
_FIRST = re.compile("(?<=[话言辞词稿告]) ?1$")  # of a collection
_SITE_NAME = re.compile(r"\s*[-_—|–]{1,2}\s*[^-_—|–\s]{2,14}(?:网|网站|文库|范文|之家)$")
# What a flattened page says of a speech on the line of its title.
_PARTICULARS = re.compile(
    "(?<=[话言辞词告稿语]) ?(?:发布时间|发布日期|时间|日期|信息来源|文章来源|来源|作者|浏览|点击)"
    "(?:次数|量)?:"
)
_OF_PATH = ">:»"  # before a title, of the path to its page
_CATEGORY = re.compile(
    r"[\[【][^\[\]【】]{1,6}[\]】] ?|(?:标题|题目|文章标题|信息标题|回复|主题|转帖|转发): ?|VIP "
    r"|[·•☆★◆■□●▪►▶➤※]{1,2} ?|(?:置顶|热|荐|转|顶|新) "
    r"|(?:返回|关闭|收藏|打印|分享|首页|下载|举报) {1,4}"
    r"|第[一二三四五六七八九十\d]{1,3}篇[: ] ?|篇\d{1,2}: ?|[^|│丨\s]{2,8} ?[|│丨] ?"
)
# What a document site puts behind the name of a file, as which it shows the title.
_FILE = re.compile(r"\.(?:docx?|wps|pdf|txt|rtf)$", re.IGNORECASE)
# The number of a page, glued to the first line.
_PAGE = re.compile(r"(?:第 ?\d{1,4} ?页,? ?共 ?\d{1,4} ?页|-\d{1,3}-) ?(?=[一-鿿])")
# The number of a title in a collection, where the salutation follows.
_NUMBER = re.compile(r"\d{1,2}、? ?(?=[一-鿿])")
_BARS = "|│ "
_TOOLS = "打印|关闭|返回|收藏|分享|复制|推荐|举报|纠错|打印(?:本|此)页|关闭窗口|返回(?:顶部|列表)"
_BUTTONS = re.compile(rf"(?:[ |│]{{0,3}}[\[【](?:{_TOOLS})[\]】]){{1,6}}[ |│]{{0,3}}$")
_TOOLS_BEHIND = re.compile(rf"(?:\s{{0,2}}[|│]\s{{0,2}}(?:{_TOOLS})){{1,6}}$")
_ENDS = "]】|│"
# A site's name with its address, on a line or behind a paragraph.
_ADDRESS_MARKS = ("www.", "http")
_NAMED_ADDRESS = re.compile(r"(?:^|[。!?]) *([一-鿿]{2,8}) ?(?:www\.|https?://)[\w./:-]+$")
_LONGEST_SLOGAN = 40
_OFTEN = 2
_TITLE_LINES = 12
_SHORTEST_TITLE = 6
_LONGEST_TITLE = 90


def is_title_with_site(folded: str) -> bool:
    """Return whether a speech's title has a site's name, buttons, a file's ending behind it.

    Or what a page says of it: when it was put there, where it comes from.
    """
    if _title_before_particulars(folded):
        return True
    named = _site_behind(folded, len(folded), page_shows=True)
    if named is not None and _PARTS_OF_PATH.search(folded, 0, named.start()) is None:
        return True
    site = _name_behind(folded, len(folded)) or _BUTTONS.search(folded) or _FILE.search(folded)
    return site is not None and TITLE_WORD.search(folded, 0, site.start()) is not None


def iter_bits(lines: Sequence[Line], folded: str, *, page_shows: bool) -> Iterator[TextEdit]:
    """Yield edits for furniture inside lines that stay, of a text whose folded form is known.

    ``page_shows`` tells whether lines of it have gone.
    """
    yield from _before_first(lines)
    if any(mark in folded for mark in _ENDS):
        yield from _ends(lines)
    yield from iter_same(lines)
    if any(mark in folded for mark in _ADDRESS_MARKS):
        yield from _names_of_sites(lines)
    yield from _titles(lines, page_shows=page_shows)
    inline = patterns_of("inline")
    for index in inline.may_be_in([line.folded for line in lines]):
        line = lines[index]
        for match in inline.find_in(line.folded):
            yield deletion(line.start + match.start(), line.start + match.end())


def _titles(lines: Sequence[Line], *, page_shows: bool) -> Iterator[TextEdit]:
    """Yield edits for what a page set before and behind the titles above a speech."""
    for line in lines[:_TITLE_LINES]:
        if begins_with_salutation(line.folded) or line.is_prose:
            break
        if (line.folded[0], line.folded[-1]) in _TITLE_BRACKETS and ends_like_a_title(
            line.folded[1:-1]
        ):
            yield deletion(line.start, line.start + 1)
            yield deletion(line.end - 1, line.end)
            continue
        category = _CATEGORY.match(line.folded)
        if category and TITLE_WORD.search(line.folded, category.end()):
            yield deletion(line.start, line.start + category.end())
        length = _title_length(line.folded, page_shows=page_shows)
        if _FIRST.search(line.folded, 0, length) and not _has_second(lines, line.folded[:length]):
            length = len(line.folded[: length - 1].rstrip())
        if _SHORTEST_TITLE <= length < len(line) and not HEADING_MARKER.match(line.folded):
            yield deletion(line.start + length, line.end)


def _has_second(lines: Sequence[Line], title: str) -> bool:
    """Return whether another line has the title with the number behind that of ``title``."""
    return any(line.folded == f"{title[:-1]}2" for line in lines)


def _names_of_sites(lines: Sequence[Line]) -> Iterator[TextEdit]:
    """Yield edits for a site's name that it set behind paragraphs and between them.

    It is known by the address behind it; a slogan may stand in its place elsewhere.
    """
    named = (_NAMED_ADDRESS.search(line.folded) for line in lines)
    names = {match[1] for match in named if match}
    if not names:
        return
    said = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    behind = re.compile(rf"(?:^|(?<=[。!?])) *(?:{said})[^。!?;:]{{0,{_LONGEST_SLOGAN}}}$")
    found = [(line, match) for line in lines if (match := behind.search(line.folded))]
    if len(found) < _OFTEN:
        return
    for line, match in found:
        if match.start():
            yield deletion(line.start + match.start(), line.end)
        elif not ends_like_a_title(line.folded):
            yield deletion(line.first, line.next)


def _before_first(lines: Sequence[Line]) -> Iterator[TextEdit]:
    """Yield the edit that takes a number before the first line out: a page's, a collection's."""
    if not lines:
        return
    first = lines[0]
    number = _PAGE.match(first.folded)
    if number is None and _is_title_of_speech(lines):
        # Where more numbers follow they are page marks, which a step of their own knows.
        more = any(line.folded.startswith("2、") for line in lines)
        number = None if more else _NUMBER.match(first.folded)
    if number is not None:
        yield deletion(first.start, first.start + number.end())


def _is_title_of_speech(lines: Sequence[Line]) -> bool:
    """Return whether the first line is a title with the salutation behind it, or on the next."""
    folded = lines[0].folded[:_LONGEST_TITLE]
    salutation = SALUTATION.search(folded)
    if salutation is not None:
        return ends_like_a_title(folded[: salutation.start()])
    behind = len(lines) > 1 and begins_with_salutation(lines[1].folded)
    return behind and ends_like_a_title(folded)


def _ends(lines: Sequence[Line]) -> Iterator[TextEdit]:
    """Yield edits for what a page set at the ends of lines: a table's border, buttons."""
    for line in lines:
        folded = line.folded
        if folded[-1] not in _ENDS and folded[0] not in _ENDS:
            continue
        buttons = _BUTTONS.search(folded)
        if buttons is not None and buttons.start():
            yield deletion(line.start + buttons.start(), line.end)
        yield from _bars(line, buttons.start() if buttons is not None else len(folded))


def _bars(line: Line, end: int) -> Iterator[TextEdit]:
    """Yield edits for bars at the ends of a line, up to ``end``, that has none inside."""
    folded = line.folded[:end]
    bare = folded.strip(_BARS)
    if not bare or "|" in bare or "│" in bare:
        return
    before = len(folded) - len(folded.lstrip(_BARS))
    if before:
        yield deletion(line.start, line.start + before)
    if before + len(bare) < len(folded):
        yield deletion(line.start + before + len(bare), line.start + end)


def _title_before_particulars(folded: str) -> int:
    """Return the length of a title that what a page says of it follows on its line, 0 for none."""
    behind = _PARTICULARS.search(folded, 0, _LONGEST_TITLE)
    if behind is None or any(mark in folded[: behind.start()] for mark in _OF_PATH):
        return 0
    return behind.start() if ends_like_a_title(folded[: behind.start()]) else 0


def _title_length(folded: str, *, page_shows: bool) -> int:
    """Return the length of a title line without copy numbers and the site's name behind it."""
    length = _title_before_particulars(folded) or len(folded)
    for _ in range(4):
        tail = (
            _COPY_NUMBER.search(folded, 0, length)
            or _name_behind(folded, length)
            or _FILE.search(folded, 0, length)
            or _site_behind(folded, length, page_shows=page_shows)
        )
        if tail is None:
            break
        length = tail.start()
    return length


def _site_behind(folded: str, length: int, *, page_shows: bool) -> re.Match[str] | None:
    """Return where what a page calls itself begins behind a title, none where it may be who spoke.

    A dash may lead to a subtitle, a speaker or a day; nobody writes the other signs into a title.
    """
    for sign in _SEPARATOR.finditer(folded, 0, length):
        if not ends_like_a_title(folded[: sign.start()]):
            continue
        rest = folded[sign.end() : length]
        if sign[0].strip() in _OF_SITES:
            return sign
        if _GOES_ON.match(rest) or TITLE_WORD.search(rest) or is_own_front(rest):
            continue
        if page_shows or _OF_PAGE.search(rest):
            return sign
    return None


def _name_behind(folded: str, length: int) -> re.Match[str] | None:
    """Return where a site's name or buttons stand at the end of a title."""
    return _SITE_NAME.search(folded, 0, length) or _TOOLS_BEHIND.search(folded, 0, length)
