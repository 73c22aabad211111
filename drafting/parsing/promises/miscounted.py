"""Counts whose row surely is what was announced, though it is longer or shorter."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafting.parsing.promises.alike_sentences import sentences_of_another_number
from drafting.parsing.promises.announcing import BARE_PARTS, PART_NOUN, SOME_NOUN, TOLD
from drafting.parsing.promises.characters import characters_of_another_number
from drafting.parsing.promises.counts import BARE_MEASURES
from drafting.parsing.promises.introduced import introduced_list
from drafting.parsing.promises.looking_back import listed_promise
from drafting.parsing.promises.named_rows import row_of_another_number
from drafting.parsing.promises.nearby import predicate_behind
from drafting.parsing.promises.parts import REMARK, TO_BE_DONE, parts_promise
from drafting.parsing.promises.repeated import LOOK_BACK
from drafting.parsing.promises.rows_before import row_before_the_name
from drafting.parsing.promises.sequences import TIMES, numbered_to_the_end, shared
from drafting.parsing.promises.short_lists import list_of_another_number
from drafting.parsing.promises.short_rows import (
    FAR_OFF,
    further_of,
    in_turn_but_fewer,
    named_in_lines,
    named_one_by_one,
    names_its_members,
    numbered_but_fewer,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafting.model.draft import Promise
    from drafting.parsing.promises.counts import Counted
    from drafting.parsing.promises.part_rows import Kept
    from drafting.parsing.promises.parts import Following
    from drafting.text.span import Span

# 三件漂亮事, 三道难关, 三个方面的原因: so much of the noun tells that it is told in parts.
_SAID_END = re.compile("(?:事|原因|题|面|点|关|环节|短板|弱项|风险|阶段|步骤|措施|办法|字)$")
_PLAIN_MEASURES = frozenset("个名位家件项条点种类句")
_LINE, _NEAR, _FEWEST = 600, 62, 2
# 三项任务，一是通报，二是部署。下面…: another may be what the meeting does next.
_DOING = ("任务", "内容", "环节", "事")


def find_miscounted(text: str, counted: Counted, following: Following) -> Promise | None:
    """Return the broken promise of a count whose row names what was announced, or None."""
    # Rows that number their members have their first one near.
    numbered = text.find("一", counted.span.end, counted.span.end + _NEAR) >= 0
    named = (
        (numbered and named_one_by_one(text, counted))
        or (numbered and _each_with_one(text, counted))
        or (numbered and numbered_but_fewer(text, counted))
        or in_turn_but_fewer(text, counted)
        or named_in_lines(text, counted)
        or list_of_another_number(text, counted)
        or sentences_of_another_number(text, counted)
        or (numbered and _numbered_otherwise(text, counted))
        or row_of_another_number(text, counted)
        or introduced_list(text, counted)
        or row_before_the_name(text, counted)
        or characters_of_another_number(text, counted)
    )
    if named:
        return listed_promise(text, counted, named)
    tail = predicate_behind(text, counted)
    if tail is None or counted.measure in BARE_MEASURES:
        return None
    kept = following.after(counted.span.start, counted.span.end, counted.count)
    if kept is None or kept.found == counted.count:
        return None
    remark = REMARK.match(text, counted.span.end)
    if kept.members[0].start > (remark.end() + 1 if remark else tail.end + 1):
        return None
    surely = names_its_members(text, counted, kept) or _is_answered(text, counted, kept, tail)
    return parts_promise(text, counted, kept) if surely else None


def _each_with_one(text: str, counted: Counted) -> Sequence[Span]:
    """Return 情理是一把，法律是一把，利益也是一把 behind 两把: all clauses of the sentence."""
    row = shared(text, counted) if counted.measure and counted.measure not in TIMES else ()
    if len(row) < _FEWEST or abs(len(row) - (counted.count or 0)) != 1:
        return ()
    words = text[row[0].start : row[-1].end]
    # 三个名额，党员一个，群众一个: one may be left over.
    named = counted.noun != "" and row[-1].of(text).endswith(counted.noun)
    if counted.measure in _PLAIN_MEASURES and not named:
        return ()
    whole = text[row[-1].end] == "。" and words.count("，") == len(row) - 1
    return row if whole and not _goes_on(text, row[-1].end, counted) else ()


def _numbered_otherwise(text: str, counted: Counted) -> Sequence[Span]:
    """Return 一盼…，二盼…，三盼… right behind 两盼, all of them, or none."""
    row = numbered_to_the_end(text, counted.span.end)
    far = abs(len(row) - (counted.count or 0)) > FAR_OFF
    if not row or far or counted.measure in BARE_MEASURES:
        return ()
    return () if _goes_on(text, row[-1].end, counted) else row


def _is_answered(text: str, counted: Counted, kept: Kept, tail: Span) -> bool:
    """Return whether a series right behind a word for things said is what was announced.

    这次调整有三个特点，一是年轻，二是专业。 — 跑了三个村，一是看望，二是调研。 names no villages.
    """
    start = counted.span.start
    by_one = abs(kept.found - (counted.count or 0)) == 1 and _SAID_END.search(counted.noun)
    said = PART_NOUN.fullmatch(counted.noun) or SOME_NOUN.fullmatch(counted.noun) or by_one
    bare = not counted.noun and (counted.measure in BARE_PARTS or _is_summed(text, counted))
    told = TOLD.search(text, max(0, start - LOOK_BACK), start)
    to_be_done = bool(said) and TO_BE_DONE.fullmatch(tail.of(text)) is not None
    plainly = len(tail) == 1 or to_be_done
    near = abs(kept.found - (counted.count or 0)) <= FAR_OFF and plainly
    doing = counted.noun.endswith(_DOING) and kept.found < (counted.count or 0)
    further = _goes_on(text, kept.members[-1].end, counted)
    return bool(said or bare) and kept.sure and near and not (told or doing or further)


def _is_summed(text: str, counted: Counted) -> bool:
    """今年的民生实事一共七件。: nothing but the number is said."""
    return text[counted.span.start - 1 : counted.span.start] in ("共", "有", "是", "为")


def _goes_on(text: str, last: int, counted: Counted) -> bool:
    """Return whether the rest of the line behind the last member names one more (还有一件)."""
    line_end = text.find("\n", last, last + _LINE)
    end = line_end if line_end >= 0 else last + _LINE
    return further_of(counted.measure or "个").search(text, last, end) is not None
