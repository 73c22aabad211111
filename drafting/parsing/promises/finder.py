"""Counts that a speech announces, against what follows or stands beside them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafting.model.draft import BlockKind, Promise, PromiseKind
from drafting.parsing.promises.announcing import BARE_PARTS, GREAT, PART_NOUN, TOTAL_NOUN
from drafting.parsing.promises.below_headings import find_below_its_heading
from drafting.parsing.promises.counts import BARE_MEASURES, Counted, iter_counts
from drafting.parsing.promises.doubts import may_be_kept
from drafting.parsing.promises.glued_parts import (
    begins_glued,
    find_glued,
    find_without_pause,
)
from drafting.parsing.promises.in_parts import part_promise
from drafting.parsing.promises.listed import find_listed
from drafting.parsing.promises.looking_back import find_looking_back, listed_promise
from drafting.parsing.promises.miscounted import find_miscounted
from drafting.parsing.promises.names import FIXED_NAMES, may_be_a_name
from drafting.parsing.promises.nearby import find_exact, predicate_behind
from drafting.parsing.promises.one_more import with_one_more
from drafting.parsing.promises.openly import is_openly_announced
from drafting.parsing.promises.part_rows import Kept
from drafting.parsing.promises.parts import Following, parts_promise
from drafting.parsing.promises.repeated import (
    BACKWARD,
    LOOK_BACK,
    is_amount,
    is_figure,
    is_inventory,
    is_shared_out,
    looks_back,
    named_again,
    opens_with_this,
    told_later,
    without_broken_off,
    without_shared,
)
from drafting.parsing.promises.rows import Rows
from drafting.parsing.promises.single import iter_single
from drafting.parsing.promises.some import bodies_before, find_some
from drafting.parsing.promises.taking_up import taken_up
from drafting.parsing.promises.told_before import even_clauses_before
from drafting.parsing.promises.whole_rows import whole_row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafting.model.draft import Block, ItemSeries
    from drafting.model.outline import Outline

_MAX_PROMISES = 2000
_ONES = ("一", "一百", "一千", "一万")
_FEWEST_FAR, _KEY, _NEAR = 3, 2, 200
_TITLES = (BlockKind.TITLE, BlockKind.SUBTITLE)
_PEOPLE = frozenset("名位家")


def find_promises(
    text: str, blocks: Sequence[Block], outline: Outline, items: Sequence[ItemSeries]
) -> list[Promise]:
    """Return all promises in the order of the text."""
    following = Following(text, blocks, outline, items)
    rows = Rows(text)
    found: list[Promise] = []
    before: Counted | None = None
    titles = [block.span.end for block in blocks if block.kind in _TITLES]
    body = titles[-1] if titles else 0
    # 二层意思， numbers a part and announces none.
    markers = following.markers()
    for counted in iter_counts(text):
        if counted.span.start < body or counted.span.start in markers:
            continue
        backward = looks_back(text, counted.span.start)
        again = named_again(text, counted, found, backward=backward)
        promise = again or _glued(
            text, counted, _promise(text, counted, before, following, backward=backward)
        )
        # 四个方面十一项问题: the second tells how many there are in all.
        summed = before is not None and before.span.end == counted.span.start
        before = counted
        if summed and promise is not None and promise.found is None:
            continue
        if again and opens_with_this(text, counted):
            continue
        if promise is not None and promise.kept:
            promise = with_one_more(text, promise)
        if promise is not None and promise.kept is False:
            promise = _surely_broken(text, counted, promise)
        if promise is None and counted.count is not None and rows.holds(counted.span.start):
            promise = counted.promise(text, PromiseKind.LISTED, None)
        if promise is not None and not is_inventory(text, promise):
            found.append(promise)
            if len(found) >= _MAX_PROMISES:
                break
    found += [one for one in rows.firsts() if one.span.start >= body]
    held = {one.span.start for one in found}
    found += [
        one for one in iter_single(text) if one.span.start >= body and one.span.start not in held
    ]
    found.sort(key=lambda one: one.span.start)
    return without_shared(told_later(without_broken_off(text, found), rows))


def _surely_broken(text: str, counted: Counted, promise: Promise) -> Promise | None:
    """Return the promise, as unknown where its row may not break it, or None for a mere name."""
    if may_be_a_name(text, counted, promise):
        return None
    doubtful = may_be_kept(text, counted, promise)
    return counted.promise(text, promise.kind, None) if doubtful else promise


def _glued(text: str, counted: Counted, promise: Promise | None) -> Promise | None:
    """Return the promise, or where nothing keeps it, that of parts glued to the count."""
    if promise is not None and promise.found is not None:
        return promise
    row = find_glued(text, counted)
    if row:
        return parts_promise(text, counted, Kept(len(row), tuple(row), sure=False))
    without_pause = find_without_pause(text, counted)
    if without_pause is not None:
        return without_pause
    part = counted.measure in BARE_PARTS or PART_NOUN.match(counted.noun)
    if promise is None and part and begins_glued(text, counted):
        return counted.promise(text, PromiseKind.PARTS, None)
    if promise is None and is_openly_announced(text, counted):
        return counted.promise(text, PromiseKind.PARTS, None)
    return promise


def _promise(
    text: str, counted: Counted, before: Counted | None, following: Following, *, backward: bool
) -> Promise | None:
    lead = text[max(0, counted.span.start - LOOK_BACK) : counted.span.start]
    among = counted.measure in _PEOPLE and not counted.noun and "其中" in lead
    if among or is_shared_out(text, counted):
        return None
    summing = find_looking_back(text, counted)
    if summing is not None or backward:
        before_it = summing or _looking_back(text, counted, following)
        return before_it or _said_again(text, counted)
    if is_figure(text, counted):
        return _total(text, counted)
    return _announcing(text, counted, before, lead, following)


def _announcing(
    text: str, counted: Counted, before: Counted | None, lead: str, following: Following
) -> Promise | None:
    """Return the promise of a count that sums up nothing before it."""
    if counted.count is not None and FIXED_NAMES.search(counted.core.of(text) + lead[-4:]):
        return find_listed(text, counted, before) or _each_with_its_word(text, counted)
    promise = _announced(text, counted, before, lead, following)
    if promise is not None and promise.kept is False:
        promise = _second_look(text, counted, before, promise)
    if promise is None and counted.count is not None:
        return _loosely(text, counted, following) or _total(text, counted)
    if counted.count is None:
        floor = before.span.end if before is not None else 0
        return _some(text, counted, floor, promise)
    if promise is not None and promise.kept:
        promise = _nearer(text, counted, promise)
    if promise is not None and promise.kept is not None:
        # “五个一”, “三个一百”, not “五个一工程”.
        named = counted.quoted and counted.noun in _ONES
        if promise.kept or not counted.modest or named or promise.kind is PromiseKind.PARTS:
            return promise
        promise = None
    return _loosely(text, counted, following) or promise or _total(text, counted)


def _each_with_its_word(text: str, counted: Counted) -> Promise | None:
    """Return the promise of a name that all know, where its members stand behind it after all.

    两个结合，把点和面结合起来，把远和近结合起来: each has the word.
    """
    key, end = counted.noun.strip("“”"), counted.span.end
    if len(key) < _KEY or text.count(key, end, end + _NEAR) < (counted.count or 0):
        return None
    exact = find_exact(text, counted)
    named = exact is not None and all(key in one.of(text) for one in exact.members)
    return exact if named else None


def _some(text: str, counted: Counted, floor: int, parts: Promise | None) -> Promise | None:
    """Return the promise of 几 with what stands nearest: members in sight, or the parts to come."""
    if parts is not None and parts.found and parts.found > 1:
        row = find_some(text, counted) if "\n" in _between(text, counted, parts) else None
        return row or parts
    return bodies_before(text, counted, floor) or find_some(text, counted) or parts


def _between(text: str, counted: Counted, parts: Promise) -> str:
    return text[counted.span.end : parts.members[0].start] if parts.members else ""


def _nearer(text: str, counted: Counted, kept: Promise) -> Promise:
    """Return the promise as kept beside the count, where parts of later paragraphs keep it, too.

    “四个没有想到”：没有想到…。没有想到…。 — four headings further on are by chance as many.
    """
    first = kept.members[0].start if kept.members else counted.span.end
    plainly = not counted.quoted and PART_NOUN.match(counted.noun)
    if plainly or "\n" not in text[counted.span.end : first]:
        return kept
    exact = find_exact(text, counted)
    near = exact is not None and counted.span.end <= exact.members[0].start < first
    return exact if exact is not None and near else kept


def _second_look(text: str, counted: Counted, before: Counted | None, broken: Promise) -> Promise:
    """Return what a count that seems broken is where another reading keeps it, or may."""
    if counted.noun.startswith("字") or _is_second(text, counted, before):
        broken = counted.promise(text, broken.kind, None)
    # 规模化、标准化、品牌化、链条化的“三化”要求。…，…，…。 — the list stands before, not behind.
    ahead = bool(broken.members) and broken.members[-1].end <= counted.span.start
    if ahead and text[counted.span.end : counted.span.end + 1] not in ("：", "，"):
        return broken
    return find_exact(text, counted) or broken


def _loosely(text: str, counted: Counted, following: Following) -> Promise | None:
    """Return the promise that members in loose forms keep, or miss beyond doubt, or None."""
    if counted.count is None or is_amount(counted):
        return None
    row = whole_row(text, counted)
    if row:
        return listed_promise(text, counted, row)
    again = taken_up(text, counted)
    following_at_once = _exactly_following(text, counted, following)
    if following_at_once is not None:
        return _nearer(text, counted, following_at_once)
    return (
        find_exact(text, counted)
        or (_exactly_following(text, again, following) if again else None)
        or (find_exact(text, again) if again else None)
        or find_below_its_heading(text, counted, following)
        or find_miscounted(text, counted, following)
    )


def _total(text: str, counted: Counted) -> Promise | None:
    if counted.count is not None and _is_total(text, counted):
        return counted.promise(text, PromiseKind.LISTED, None)
    return None


def _is_total(text: str, counted: Counted) -> bool:
    """Return whether a count that nothing beside it keeps still names a whole (六大工程).

    What stands before a colon does, and what has a name of its own (“四个合格”).
    """
    if text[counted.span.end : counted.span.end + 1] in ("：", ":"):
        return counted.measure not in BARE_MEASURES
    if counted.quoted:
        named = counted.measure in ("个", "大", "项", "条") and counted.noun != ""
        return counted.noun.endswith("事") or (named and not counted.modest)
    if counted.measure == "大":
        return bool(GREAT.match(counted.noun))
    return bool(TOTAL_NOUN.match(counted.noun))


def _is_second(text: str, counted: Counted, before: Counted | None) -> bool:
    """讲两点意见、提三项要求: two announcements in one sentence; what follows keeps the first."""
    if (
        before is None
        or before.modest
        or BACKWARD.search(text, max(0, before.span.start - 4), before.span.start)
    ):
        return False
    between = text[before.span.end : counted.span.start]
    return len(between) < LOOK_BACK and not re.search("[。！？；：\n]", between)


def _announced(
    text: str, counted: Counted, before: Counted | None, lead: str, following: Following
) -> Promise | None:
    """Return the promise of parts to come or of a list beside the count, kept or not."""
    listed = find_listed(text, counted, before)
    part = None
    behind = listed is not None and counted.span.end < max(
        m.start for m in listed.members or [counted.span]
    )
    if listed is None or not listed.kept or behind:
        part = part_promise(text, counted, lead, following)
    if part is not None and (part.kept is not None or listed is None or part.count is None):
        return listed if listed is not None and listed.kept and not part.kept else part
    return listed


def _exactly_following(text: str, counted: Counted, following: Following) -> Promise | None:
    """Return the promise of a count that ends its sentence and is kept by what comes next."""
    if counted.count is None or counted.measure in BARE_MEASURES:
        return None
    tail = predicate_behind(text, counted)
    if tail is None:
        return None
    kept = following.after(counted.span.start, counted.span.end, counted.count)
    if kept is None or kept.found != counted.count:
        return None
    # 两个不足，一是…；二是…; 在三个“度”上下功夫。一要…: the first member comes at once, at least
    # with the next sentence (把握“三个导向”，一抓到底。一是…).
    first = kept.members[0].start
    sentence = text.find("。", tail.end, first)
    at_end = sentence >= 0 and not text[sentence + 1 : first].strip()
    straight = first <= tail.end + 1 or (counted.count >= _FEWEST_FAR and at_end)
    if not straight and (len(tail) > 1 or tail.of(text) in "，；"):
        return None
    return parts_promise(text, counted, kept)


def _said_again(text: str, counted: Counted) -> Promise | None:
    """Return the promise of 还是那三句老话，…，…，…: what all know is named again behind it."""
    start = counted.span.start
    exact = find_exact(text, counted) if text[start - 1 : start] == "那" else None
    return exact if exact is not None and exact.members[0].start > start else None


def _looking_back(text: str, counted: Counted, following: Following) -> Promise | None:
    """Return the promise of 这四个问题 behind the series of four that it sums up, or None."""
    kept = following.before(counted.span.start) if counted.count else None
    if kept and kept.found == counted.count:
        return parts_promise(text, counted, kept)
    fewer = even_clauses_before(text, counted)
    return listed_promise(text, counted, fewer) if fewer else None
