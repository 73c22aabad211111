"""What stands above and beside a speech's title on a page."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from drafting.cleaning.repeated_titles import title_key
from drafting.cleaning.speech_signs import END_MARK, ends_like_a_title
from drafting.cleaning.web.forms import is_attached, page_weight
from drafting.cleaning.web.frame import head_end
from drafting.cleaning.web.line_kinds import EDITOR, is_lead
from drafting.text.surnames import SURNAMES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafting.cleaning.web.page import Page

_PROOF = 2  # lines of furniture that prove a page
_SURE_PROOF = 4
_LONGEST_ITEM = 4  # of a menu
_LONGEST_NAME = 30
_LONGEST_BESIDE = 24
_LONGEST_LIKELY = 60  # where a word of it is the page's
_SUBTITLE = re.compile("[—―─－-]{1,3}")
# A line between title and text that is the speech's own: who, when, where, a note.
_OWN_FRONT = re.compile(
    r"[—―─－-].*|\((?!.*(?:发布|更新|上传|阅读|浏览|点击|编辑)).*\)|\[.*\]|【(?!.*(?:网|库|站|范文|文秘|文档|讲话稿|-)).*】|.*(?:稿|整理)\)?|(?:会议)?(?:时间:.*[\d一二三四五六七八九十日午]|地点:).*"
    r"|(?:\d{4}|[〇零○一二三四五六七八九]{4})年.{1,3}月.{0,20}|(?:主讲|讲话|报告|发言|致辞|汇报|主持)人?:.*"
    r"|[^ ]{0,24}(?:书记|[^ ]长|主任|主席|委员|常委|代表|经理|专员|教授|同志)"
    r"(?:[ :]{0,4}[^ ]{1,4}(?: [^ ]{1,2}){0,2})?|[×xX○*某]{2,4}|[^ ]{2,8}·[^ ]{2,8}"
    r"|(?:欧阳|司马|上官|诸葛|夏侯|皇甫|慕容|司徒|端木|令狐)[^ ]{1,2}"
)
# Where somebody works and, behind a blank, the name: not who made or brought the page.
_OFFICE_AND_NAME = re.compile(r"([^ \d]{3,20}) {1,4}([^ ](?: {0,3}[^ ]){1,2})")
_POSTS_AND_NAME = re.compile(
    r"(.{2,40}(?:书记|[^ ]长|主任|主席|委员|代表|经理|教授)) {1,4}([^ ](?: {0,3}[^ ]){1,2})"
)
_POST_WITH_NAME = re.compile("[^ ]{0,12}(?:书记|[^ ]长|主任|主席|委员|经理)([^ ]{2,3})")
_OF_PAGE = re.compile(
    "编|来源|作者|记者|供稿|摄影|摄像|审|通讯员|发布|录入|上传|楼主|投稿|整理|图|文字|监制|排版|校对"
    "|签发|讯|推荐|浏览|点击|关注|首页|频道|[,.。:;!?、|/>]"
)
_NAME_LENGTHS = (2, 3)
_DATED = re.compile(r" ?\((?:\d{4}|[〇零○一二三四五六七八九]{4})年.{2,8}\)$")
_AROUND_TITLE = " _|│丨-—–·[]()【】《》"
_SITE_BEFORE = re.compile(r"[^。,]{0,20}[_|│丨>·☆★◆: -][《【\[]?|[【《\[☆★◆·]")
_SITE_BEHIND = re.compile(
    r"[ _|│丨—–·\[(【》】☆★.-][^。,]{0,30}|(?:全文|免费|在线)?(?:下载|阅读)|NEW|HOT"
)
_FIELD = re.compile("[^ :](?: {0,4}[^ :]){0,5}[ :]{1,3}《?")
_OFFICE = re.compile("(?:委|府|室|局|组|会|部|院|处|办|公司|学校|中学|小学|大学|中心)$|^在")
_ALIKE = 0.6
_COLLECTED = re.compile(r"(?<=.{5}) ?\([^()]{0,4}(?:\d{1,3}|[一二三四五六七八九十]{1,3})篇\)$")
_SHORTEST_NAMED = 4
_SLOGANS = 2  # lines of a title, at most, above its subtitle


def iter_head(page: Page, dropped: set[int]) -> Iterator[int]:
    """Yield the lines of the head that only their place tells; ``dropped`` are those known."""
    head = range(min(page.first_text, len(page.lines)))
    yield from page.notes
    yield from _of_collection(page, head)
    dropped = dropped | page.notes
    proof = len(dropped) + page.gone
    title = _title(page, head, dropped)
    if title is None or not page.is_chinese or page.first_text == len(page.lines):
        return
    top = _top(page, title, dropped)
    known = set(dropped)
    known.update(index for index in range(top) if _is_labelled_title(page, index, title))
    known.update(index for index in range(top + 1, title) if _is_clear(page, index))
    known.update(_frame(page, top, title, dropped))
    proof = max(proof, len(known) - len(dropped))
    if not proof:
        yield from known
        return
    if proof >= _PROOF:
        known.update(_names(page, top, dropped))
    known.update(_above(page, top, title, known))
    if proof >= _PROOF:
        known.update(_beside(page, range(title + 1, head.stop), known))
    yield from known


def _is_labelled_title(page: Page, index: int, title: int) -> bool:
    """Return whether a line has the title with what a page sets around it: 名称 …, …_老秘书."""
    name, folded = page.lines[title].folded, page.lines[index].folded
    before, found, behind = folded.partition(name)
    if not found or folded == name or is_attached(folded) or "稿" in behind:
        return False
    if before and _FIELD.fullmatch(before) is None and _SITE_BEFORE.fullmatch(before) is None:
        return False
    if behind and _SITE_BEHIND.fullmatch(behind) is None:
        return False
    return not is_own_front(behind.strip(_AROUND_TITLE) or "。")


def title_lines(page: Page, dropped: set[int]) -> range:
    """Return the lines of the speech's title in its head, none where none is known."""
    title = _title(page, range(min(page.first_text, len(page.lines))), dropped)
    return range(0) if title is None else range(_top(page, title, dropped), title + 1)


def _of_collection(page: Page, head: range) -> Iterator[int]:
    """Yield the title of a collection of speeches, where that of the first one follows."""
    for index in head[:-1]:
        above, below = page.lines[index].folded, page.lines[index + 1].folded
        number = _COLLECTED.search(above)
        if number is not None and below.startswith(above[: number.start()]):
            yield index


def _frame(page: Page, top: int, title: int, dropped: set[int]) -> Iterator[int]:
    """Yield the lines above the title that all together are the page's; copies of it stay."""
    keys = Counter(title_key(page.lines[index].folded) for index in range(title + 1))
    name = page.lines[title].folded
    keys[_whole(page, top, title)] += 1
    for index in range(head_end(page, top, dropped)):
        line = page.lines[index]
        key = title_key(line.folded)
        if keys[key] > 1 and len(key) > _LONGEST_ITEM:
            continue
        if (
            len(line) <= _LONGEST_NAME
            or page_weight(line.folded, in_tail=False)
            or _alike(line.folded, name)
        ):
            yield index


def _title(page: Page, head: range, dropped: set[int]) -> int | None:
    """Return the line of the speech's title: the lowest one that ends like one, or names one."""
    titles = [index for index in head if index not in dropped and page.is_title(index)]
    sure = [index for index in titles if ends_like_a_title(page.lines[index].folded)]
    return max(sure or titles or _repeated(page, head, dropped), default=None)


def _repeated(page: Page, head: range, dropped: set[int]) -> list[int]:
    """Return the lines that stand several times in the head, as only a title does."""
    keys = {index: title_key(page.lines[index].folded) for index in head if index not in dropped}
    often = Counter(keys.values())
    return [index for index, key in keys.items() if often[key] > 1 and len(key) > _LONGEST_ITEM]


def _top(page: Page, title: int, dropped: set[int]) -> int:
    """Return the first line of the title: a slogan above its subtitle, 在… above …会上的讲话."""
    folded = page.lines[title].folded
    top = title
    if _SUBTITLE.match(folded):
        # Some pages put their particulars between a title and its subtitle.
        while top > 0 and (top - 1 in dropped or _is_clear(page, top - 1)):
            top -= 1
        title = top
        while top > 0 and title - top < _SLOGANS and _may_be_slogan(page, top, title, dropped):
            top -= 1
    elif top > 0 and top - 1 not in dropped and page.lines[top - 1].folded.startswith("在"):
        top -= 1
    return top


def _is_clear(page: Page, index: int) -> bool:
    """Return whether the form of a line clearly is a page's."""
    return page_weight(page.lines[index].folded, in_tail=False) > 1


def _whole(page: Page, top: int, title: int) -> str:
    """Return what a title of several lines has in common with itself on one line."""
    return title_key("".join(page.lines[index].folded for index in range(top, title + 1)))


def _may_be_slogan(page: Page, below: int, title: int, dropped: set[int]) -> bool:
    """Return whether the line above ``below`` belongs to the title over its subtitle.

    The first one does; another is of the same length, or longer than a menu's items.
    """
    index = below - 1
    line = page.lines[index]
    if index in dropped or END_MARK.search(line.folded):
        return False
    return below == title or len(line) > _LONGEST_ITEM or len(line) == len(page.lines[below])


def _above(page: Page, top: int, title: int, dropped: set[int]) -> Iterator[int]:
    """Yield lines above furniture above the title: the site's name, other titles, abstracts."""
    above = [index for index in range(top) if index in dropped]
    if not above:
        return
    keys = Counter(title_key(page.lines[index].folded) for index in range(title + 1))
    keys[_whole(page, top, title)] += 1
    name = page.lines[title].folded
    first = next(i for i in range(title + 1) if title_key(page.lines[i].folded) == title_key(name))
    for index in range(first + 1, top):
        # Between the page's title and the speech's stands the page.
        folded = page.lines[index].folded
        own = is_own_front(folded) and not folded[0].isdigit()
        if index not in dropped and not own:
            yield index
    for index in range(above[-1]):
        line = page.lines[index]
        if index in dropped or keys[title_key(line.folded)] > 1:
            continue
        if ends_like_a_title(line.folded) and not _alike(line.folded, name):
            continue
        if len(line) <= _LONGEST_NAME or _alike(line.folded, name):
            yield index


def _names(page: Page, top: int, dropped: set[int]) -> Iterator[int]:
    """Yield what stands right above the title: names of sites, columns, an editor's note."""
    noted = False
    for index in range(top):
        if index in dropped:
            continue
        folded = page.lines[index].folded
        noted = noted or EDITOR.match(folded) is not None
        is_item = len(folded.replace(" ", "")) <= _LONGEST_ITEM
        if noted or is_item or page.matches("site", index) or page.is_likely(index):
            yield index


def _beside(page: Page, below: range, dropped: set[int]) -> Iterator[int]:
    """Yield short lines below the title among furniture that are not the speech's own.

    Who gave the speech and when stays; a page that is proved well prints nothing else there.
    """
    proved = len(dropped) + page.gone >= _SURE_PROOF
    proved = proved and (page.gone > 0 or any(index in dropped for index in below))
    known = set(dropped)
    for index in below:
        folded = page.lines[index].folded
        if index in known:
            continue
        if _is_sentence(folded):
            if proved and is_lead(folded):
                yield index
            continue
        if len(folded) > (_LONGEST_LIKELY if page.is_likely(index) else _LONGEST_BESIDE):
            continue
        above = index - 1 in known
        beneath = index + 1 in known or (index + 1 in below and page.is_likely(index + 1))
        is_source = page.matches("source", index) or page.is_likely(index) or folded.isdigit()
        own = is_own_front(folded)
        is_source = is_source or (not own and _is_clear(page, index))
        among = above and beneath and not own
        is_furniture = (
            among
            or (is_source and (above or beneath))
            or (proved and not own and not _OFFICE.search(folded))
        )
        if is_furniture and not _is_named(page, folded):
            known.add(index)
            yield index


def _is_named(page: Page, folded: str) -> bool:
    """Return whether the speech says a line of its head: what it is called (我发言的题目是…)."""
    said = page.lines[page.first_text : page.last_text + 1]
    return len(folded) >= _SHORTEST_NAMED and any(f"《{folded}》" in line.folded for line in said)


def _is_sentence(folded: str) -> bool:
    return END_MARK.search(folded) is not None and not folded.endswith(":")


def is_own_front(folded: str) -> bool:
    """Return whether a line below a title may be the speech's: a post, a name, a day, a note."""
    if _is_name(_DATED.sub("", folded)) or _OWN_FRONT.fullmatch(folded) is not None:
        return True
    both = _OFFICE_AND_NAME.fullmatch(folded) or _POSTS_AND_NAME.fullmatch(folded)
    return both is not None and _is_name(both[2]) and _OF_PAGE.search(both[1]) is None


def is_post_and_name(folded: str) -> bool:
    """Return whether a short line is who signs: a post with the name glued to it."""
    both = _POST_WITH_NAME.fullmatch(folded)
    return both is not None and _is_name(both[1]) and _OF_PAGE.search(folded) is None


def _is_name(folded: str) -> bool:
    name = folded.replace(" ", "")
    return len(name) in _NAME_LENGTHS and name[0] in SURNAMES


def may_stand_below_title(folded: str, *, office: bool) -> bool:
    """Return whether a line below a title on a proved page may be the speech's, by its form.

    The name of an ``office`` may be where no particular of the page stands beside it.
    """
    if office and _OFFICE.search(folded):
        return True
    if page_weight(folded, in_tail=False) > 1:
        return False
    return len(folded) > _LONGEST_BESIDE or is_own_front(folded)


def _alike(first: str, second: str) -> bool:
    """Return whether two titles share most of their pairs of characters."""
    one, other = set(pairwise(first)), set(pairwise(second))
    return len(one & other) >= _ALIKE * max(min(len(one), len(other)), 1)
