"""Unnumbered parts behind a count: as many paragraphs as announced, their first sentences alike.

做到四个到位。 / 思想要到位。… / 组织要到位。… — a count makes headings of leads too short or too
near to their text to be headings by themselves.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from drafting.model.draft import BlockKind
from drafting.parsing.headings.named_leads import iter_named
from drafting.parsing.parallel import commas, is_parallel
from drafting.text.numerals import parse_number
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafting.model.draft import Block

# 提三点希望：, 抓好“四个突出”：, 讲三点，供大家参考。 at the end of a paragraph.
_COUNT = re.compile(
    "(?P<n>[二两三四五六七八九十])(?P<m>个|大|点|条|项|句|件|层|步|关|种|类|招|方面|(?=[到不]))"
    "(?P<noun>[^，。；：！？、\\n]{0,16})(?:，[^，。；：！？、\\n]{2,8})?[：:。]$"
)
_REACH = 26
_FEWEST, _MOST_BLOCKS = 3, 200
# 关于预算执行: a line without a mark at its end.
_BARE = re.compile("[^。；：！？，\n]{2,24}(?<![”）)…])")
# The first sentence, or what stands before a colon; “早”。 is one too.
_LEAD = re.compile("[^。；：！？!?;:\\n]{2,24}(?:？|(?=[。：]))")
# 抓住了目标管理，第一。 is an ordinal thrown behind its clause; 这是… looks back: no headings.
DISPLACED = re.compile("^[这那它其]|[，,]第[一二三四五六七八九十]$|[，,][一二三四五六七八九十]要")
_MAX_COMMAS = 1
_KEY = 2
_QUOTED = re.compile("“[^”]{1,8}”")
# 一条，该拆的拆。 / 再一条，该问的问。: what is counted is named with every member.
_ONE_MORE = "(?:再|另|又|还有|再有|另有|最后|头|有)?一"


def iter_announced(
    text: str, blocks: Sequence[Block], taken: set[int]
) -> Iterator[list[tuple[int, Span]]]:
    """Yield the blocks and leads behind every announcement that they keep exactly.

    ``taken`` are the blocks that hold headings already.
    """
    filled = [i for i, block in enumerate(blocks) if block.kind is BlockKind.PARAGRAPH]
    named = list(iter_named(text, blocks, filled, taken))
    yield from named
    taken = taken | {index for row in named for index, _ in row}
    for here, index in enumerate(filled):
        span = blocks[index].span
        announced = _COUNT.search(text, max(span.start, span.end - _REACH), span.end)
        if announced is None:
            continue
        count = parse_number(announced["n"]) or 0
        bare = _bare_lines(text, blocks, filled[here + 1 :], taken, count)
        if bare:
            yield bare
            continue
        following = filled[here + 1 : here + 1 + count]
        if len(following) != count or taken.intersection(following):
            continue
        leads = [_lead(text, blocks[one].span) for one in following]
        row = [lead for lead in leads if lead is not None]
        if len(row) == count and _alike([one.of(text) for one in row], announced):
            found = list(zip(following, row, strict=True))
            yield found + _one_more(text, blocks, found, filled[here + 1 + count :], taken)


def _one_more(
    text: str,
    blocks: Sequence[Block],
    row: Sequence[tuple[int, Span]],
    behind: Sequence[int],
    taken: set[int],
) -> list[tuple[int, Span]]:
    """Return the paragraphs behind a row of announced leads that go on with it.

    They are built like its last one: the speech has more parts than it announces.
    """
    more: list[tuple[int, Span]] = []
    last = row[-1][1].of(text)
    for index in behind:
        lead = None if index in taken else _lead(text, blocks[index].span)
        if lead is None or not is_parallel(last, lead.of(text)):
            break
        more.append((index, lead))
        last = lead.of(text)
    return more


def _bare_lines(
    text: str, blocks: Sequence[Block], filled: Sequence[int], taken: set[int], count: int
) -> list[tuple[int, Span]]:
    """Return lines that stand alone without a mark, text behind each, if as many as announced."""
    # The first of them stands right behind the count.
    if count < _FEWEST or not filled or not _is_bare(text, blocks[filled[0]].span):
        return []
    lines = [index for index in filled[:_MOST_BLOCKS] if _is_bare(text, blocks[index].span)]
    if len(lines) != count or lines[-1] == filled[-1]:
        return []
    apart = all(second - first > 1 for first, second in pairwise(lines))
    return [(one, blocks[one].span) for one in lines] if apart and not taken & set(lines) else []


def _is_bare(text: str, span: Span) -> bool:
    return _BARE.fullmatch(text, span.start, span.end) is not None


def _lead(text: str, span: Span) -> Span | None:
    found = _LEAD.match(text, span.start, span.end)
    if found is None or span.end - found.end() < _KEY:
        return None
    sentence = found.group()
    if sentence.count("，") > _MAX_COMMAS or DISPLACED.search(sentence):
        return None
    return Span(found.start(), found.end())


def _alike(leads: Sequence[str], announced: re.Match[str]) -> bool:
    """Return whether the leads are of one build, or all name what was announced."""
    key = announced["noun"].strip("“”")[-_KEY:]
    one_more = re.compile(_ONE_MORE + (announced["m"] or "个"))
    if all(one_more.match(lead) for lead in leads):
        return True
    if len(leads) < _FEWEST:
        return False
    named = len(key) == _KEY and all(key in lead for lead in leads)
    begun = len({lead[:_KEY] for lead in leads}) == 1
    ended = len({lead[-_KEY:] for lead in leads}) == 1
    shaped = len({(len(lead), *commas(lead)) for lead in leads}) == 1
    asked = all(lead.endswith("？") for lead in leads)
    quoted = all(_QUOTED.fullmatch(lead) for lead in leads)
    return (
        named
        or begun
        or ended
        or shaped
        or quoted
        or asked
        or all(is_parallel(*two) for two in pairwise(leads))
    )
