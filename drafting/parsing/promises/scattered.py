"""Members that are sentences of one paragraph, each told of at length before the next one comes.

三个方面去算。从生态上算，…。…从收入上算，…。 — the leads of the sentences tell them apart; what
stands between has another lead. A way of leading is a line in ``_FRAMES``; a row is
believed only where it opens the paragraph's rest and is as long as announced.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from drafting.parsing.parallel import is_parallel
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from drafting.parsing.promises.counts import Counted

_REACH, _MOST_SENTENCES, _MOST_LINES = 3_000, 60, 12
_SENTENCE = re.compile("[^。！？；\\n]+")
_LEAD = re.compile("[^，：。]{1,14}")
_SAYS = re.compile("[说讲谈提]$|交代$|强调$")
_TOLD_OF = re.compile("[^，。；：！？\\n]*?(?:事|话|要求|建议|希望|提醒)。")
_NUMBERED = re.compile("[\u3000 ]*(?:[（(]?[一1][）)、.．]|第一|首先|一[是要])")
_WAYS = re.compile("路|招|办法|法子|措施|举措|渠道|药方?")
_ASKED, _LINES_REACH = re.compile("\n([^。；：！？\n]{2,24}？)(?=\n|$)"), 8_000
_SHORT, _LONG, _TWO = 8, 12, 2
_PREPOSITIONS = "对从在向给把让靠用以为"
# 三、改进作风…: where a page lost its line breaks the next part begins in the same line.
_PART = re.compile("[（(]?[一二三四五六七八九十]{1,3}(?:、|[）)])")
_FIELDS = ("上", "方面", "领域", "战线", "口")


def iter_scattered(text: str, start: int, counted: Counted) -> Iterator[Sequence[Span]]:
    """Yield the sentences from ``start`` whose leads are alike, where they are all the members."""
    if text.startswith("\n", start):
        yield from _lines(text, start + 1, counted)
        return
    line_end = text.find("\n", start, start + _REACH)
    end = line_end if line_end >= 0 else min(len(text), start + _REACH)
    count = counted.count or 0
    if sum(map(text[start:end].count, "。！？；")) < count - 1:
        return
    sentences = _sentences(text, start, end)
    if len(sentences) < count:
        return
    if count != len(sentences) and not _lead_of(sentences[0].of(text).strip("“”")):
        return
    leads = [_lead_of(one.of(text).strip("“”")) for one in sentences]
    # 两个会：党委会、干部会、群众会。党委会定方案，…: the first sentence is a list of its own.
    if text[start - 1] == "：" and leads[0].count("、") > 1:
        return
    if count == len(sentences) and _fill_the_paragraph(text, leads, counted):
        yield sentences
    for frame in _FRAMES if leads[0] else ():
        if not frame(leads[0], leads[0], counted):
            continue
        like = [frame(leads[0], lead, counted) for lead in leads]
        if sum(like) == count:
            yield [one for one, fits in zip(sentences, like, strict=True) if fits]


def _fill_the_paragraph(text: str, leads: Sequence[str], counted: Counted) -> bool:
    """Return whether all the sentences of a paragraph, as many as announced, are the members."""
    several = len(leads) > _TWO and (_are_short(leads) or _answer(text, counted))
    return several or _open_alike(leads, counted) or _are_spoken_of(text, counted)


def _open_alike(leads: Sequence[str], counted: Counted) -> bool:
    """两句丑话。谁…，…。谁…，…。 — sayings that open with one character fill the paragraph."""
    said = counted.noun.endswith("话") or counted.measure in ("句", "问", "声")
    return said and len({lead[:1] for lead in leads}) == 1 and leads[0] != ""


def _are_spoken_of(text: str, counted: Counted) -> bool:
    """最后说两件后勤上的事。…。…。⏎ — as many sentences as things that the speaker tells."""
    start = counted.span.start
    said = _SAYS.search(text, max(0, start - _SHORT), start)
    if said is None or _TOLD_OF.match(text, start) is None:
        return False
    below = text.find("\n", counted.span.end)
    return below < 0 or _NUMBERED.match(text, below + 1) is None


def _answer(text: str, counted: Counted) -> bool:
    """Return whether the paragraph asked right before (缺钱怎么办？三条路可以走。)."""
    asked = text.rfind("？", max(0, counted.span.start - _TWO), counted.span.start) >= 0
    return asked and _WAYS.search(counted.noun or counted.measure) is not None


def fields_behind(text: str, start: int) -> Sequence[Span]:
    """Return the sentences from ``start`` on that tell of a field each, the first among them.

    工业上，…。投资上，…。农业上，…。
    """
    line_end = text.find("\n", start, start + _REACH)
    sentences = _sentences(text, start, line_end if line_end >= 0 else start + _REACH)
    leads = [_lead_of(one.of(text)) for one in sentences]
    if not leads or not leads[0]:
        return ()
    return [one for one, lead in zip(sentences, leads, strict=True) if _is_field(leads[0], lead)]


def _sentences(text: str, start: int, end: int) -> list[Span]:
    """Return the sentences of one part."""
    found: list[Span] = []
    for one in islice(_SENTENCE.finditer(text, start, end), _MOST_SENTENCES):
        if found and _PART.match(text, one.start(), one.end()):
            break
        found.append(Span(*one.span()))
    return found


def _lines(text: str, start: int, counted: Counted) -> Iterator[Sequence[Span]]:
    """Yield as many lines as announced that begin alike (有的…。 / 有的…。), if no more do."""
    count = counted.count or 0
    if "问" in counted.measure + counted.noun:
        yield _asked_lines(text, start)
    if not _TWO < count <= _MOST_LINES:
        return
    lines: list[Span] = []
    while len(lines) <= count and start < len(text):
        end = text.find("\n", start, start + _REACH)
        end = end if end >= 0 else min(len(text), start + _REACH)
        lines.append(Span(start, end))
        start = end + 1
    if len(lines) < count:
        return
    first, second = (_lead_of_line(text, one) for one in lines[:_TWO])
    frames = [frame for frame in _FRAMES if first and frame(first, second, counted)]
    leads = [_lead_of_line(text, one) for one in lines] if frames else []
    for frame in frames:
        like = (frame(leads[0], lead, counted) for lead in leads[:count])
        if all(like) and not any(frame(leads[0], lead, counted) for lead in leads[count:]):
            yield lines[:count]


def _asked_lines(text: str, start: int) -> Sequence[Span]:
    """Return 为什么要学？⏎…⏎学什么？⏎…: the lines that ask, the first of them at once."""
    found = [Span(*one.span(1)) for one in _ASKED.finditer(text, start - 1, start + _LINES_REACH)]
    return found if found and found[0].start == start else ()


def _lead_of_line(text: str, line: Span) -> str:
    start = line.start + text.startswith("还", line.start)
    return _lead_of(text[start : min(line.end, start + _LONG + _SHORT)].strip("“”"))


def _lead_of(sentence: str) -> str:
    found = _LEAD.match(sentence)
    # 这六笔账，…: what looks back is no member.
    return found.group() if found and found.group()[0] not in "这那" else ""


def _are_short(leads: Sequence[str]) -> bool:
    """面积稳，…。苗情好，…。管理细，…。 — the paragraph holds nothing else."""
    lengths = [len(lead) for lead in leads]
    return min(lengths) > 0 and max(lengths) <= min(_SHORT, min(lengths) + 1)


def _has_the_noun(_first: str, lead: str, counted: Counted) -> bool:
    """机遇前所未有。…挑战前所未有。…."""
    noun = counted.noun.strip("“”")
    return len(noun) >= _TWO and (noun in lead or noun[-_TWO:] in lead)


def _ends_in_the_noun(_first: str, lead: str, counted: Counted) -> bool:
    """六笔账。政治账，…。经济账，…."""
    noun = counted.noun.strip("“”") or counted.measure
    return len(lead) <= _SHORT and lead.endswith(noun[-1:])


def _is_framed(first: str, lead: str, _counted: Counted) -> bool:
    """从生态上算，…。从收入上算，…."""
    if not 3 <= len(lead) <= _LONG or len(first) > _LONG:
        return False
    return lead[0] == first[0] and lead[-1] == first[-1]


def _is_field(first: str, lead: str, _counted: Counted | None = None) -> bool:
    """工业上，…。投资上，…。."""
    ending = next((one for one in _FIELDS if first.endswith(one)), "")
    return ending != "" and lead.endswith(ending) and len(ending) < len(lead) <= _SHORT


def _begins_alike(first: str, lead: str, _counted: Counted) -> bool:
    """要算政治账，…。要算经济账，…."""
    return len(lead) > _TWO and lead[:_TWO] == first[:_TWO]


def _ends_alike(first: str, lead: str, _counted: Counted) -> bool:
    """向上争一块，…。财政挤一块，…."""
    return len(lead) > _TWO and lead[-_TWO:] == first[-_TWO:]


def _is_built_alike(first: str, lead: str, counted: Counted) -> bool:
    """讨论问题比过去充分了，…。执行决定比过去坚决了，…."""
    if (counted.count or 0) <= _TWO or len(lead) < _SHORT // _TWO:
        return False
    return lead == first or is_parallel(first, lead)


def _is_addressed(first: str, lead: str, counted: Counted) -> bool:
    """对部门，…。对家长，…。对企业家和在外乡贤，…."""
    if not lead or lead[0] != first[0] or (counted.count or 0) <= _TWO:
        return False
    return lead[0] in _PREPOSITIONS or (len(lead) <= _SHORT and len(first) <= _SHORT)


_FRAMES: tuple[Callable[[str, str, Counted], bool], ...] = (
    _has_the_noun,
    _ends_in_the_noun,
    _is_framed,
    _is_field,
    _begins_alike,
    _ends_alike,
    _is_built_alike,
    _is_addressed,
)
