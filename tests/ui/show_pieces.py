"""A small speech, findings and phrases made by hand for the tests of the window."""

from __future__ import annotations

from drafting.model.draft import Draft, Opening, Promise, PromiseKind
from drafting.model.finding import Applicability, Finding, Fix, Related, Severity
from drafting.model.headings import Heading, MarkerKind
from drafting.model.outline import build_outline
from drafting.model.phrase import Phrase, PhraseKind, Suggestion
from drafting.text.edits import TextEdit
from drafting.text.span import Span

_LINES = (
    "在云岭县秋冬水利建设会议上的讲话",
    "同志们：",
    "今天把大家请来，专门研究水利建设。下面讲三点要求。",
    "一、压实责任，跑出加速度",
    "要做到两个盯住。",
    "（一）盯住进度。逐周调度，逐月通报。",
    "（二）盯住质量。谁验收谁签字，谁签字谁负责。",
    "二、守牢底线",
    "重点把好二个关口：选址关、用料关、验收关。",
    "同志们，冬闲人不闲，让我们一起把渠修到田头。",
)


def speech(more: str = "") -> Draft:
    """Return a speech of two parts with three promises, two of them broken."""
    lines = list(_LINES)
    lines[5] += more
    text = "\n".join(lines)
    headings = (
        _heading(text, 1, MarkerKind.HAN_COMMA, "一、", "压实责任，跑出加速度", 1),
        _heading(text, 2, MarkerKind.HAN_BRACKET, "（一）", "盯住进度", 1),
        _heading(text, 2, MarkerKind.HAN_BRACKET, "（二）", "盯住质量", 2),
        _heading(text, 1, MarkerKind.HAN_COMMA, "二、", "守牢底线", 2),
    )
    closing = text.rindex("同志们，")
    promises = (
        _promise(text, PromiseKind.PARTS, "三点要求", 3, 2),
        _promise(text, PromiseKind.LISTED, "两个盯住", 2, 2),
        _promise(text, PromiseKind.LISTED, "二个关口", 2, 3),
    )
    return Draft(
        text,
        headings=headings,
        promises=promises,
        opening=Opening(Span(text.index("今天"), text.index("一、") - 1), ()),
        closing=Span(closing, len(text)),
        outline=build_outline(headings, closing),
    )


def findings() -> tuple[Finding, ...]:
    """Return four findings on ``speech``: one error, two warnings, one suggestion."""
    text = speech().text
    gate = text.index("二个关口")
    return (
        Finding(
            "PU010",
            "<b>句子</b>偏长",
            Severity.SUGGESTION,
            Span(3, 9),
            "这句 96 字，<img src='//server/share/x.png'>念着费气。",
            "长句念不断。",
        ),
        Finding(
            "WD007",
            "数量词用“两”",
            Severity.WARNING,
            Span(gate, gate + 2),
            "“二个关口”应作“两个关口”。",
            "量词前用“两”。",
            (_fix(gate, "两", "改为“两个”", Applicability.SAFE),),
        ),
        Finding(
            "ST005",
            "listed-count-differs",
            Severity.ERROR,
            Span(gate, gate + 4),
            "“二个关口”之后列出三项：选址关、用料关、验收关。",
            "听的人会跟着数。",
            (_fix(gate, "三", "改为“三个关口”", Applicability.ASK),),
            (
                Related(Span(gate + 5, gate + 8), "第一项"),
                Related(Span(gate + 9, gate + 12), "第二项"),
                Related(Span(0, 3), "上年的稿子", "上年讲话"),
            ),
            title="预告与列举不符",
        ),
        Finding(
            "RP001",
            "套话重复",
            Severity.WARNING,
            Span(20, 24),
            "“真抓实干”本稿出现 3 次。",
            "用滥了就没人听。",
            tuple(
                _fix(20, words, f"换成“{words}”", Applicability.ASK)
                for words in ("一抓到底", "抓紧抓实", "动真碰硬", "埋头苦干")
            ),
        ),
    )


def many_findings(count: int) -> tuple[Finding, ...]:
    """Return ``count`` findings of differing length, all at different places, five of each rule."""
    return tuple(
        Finding(
            f"WD{number // 5:03d}",
            "首选词形",
            Severity.WARNING,
            Span(number * 3, number * 3 + 2),
            "此处宜用首选词形。" * (number % 4 + 1),
            "写法要一致。",
            (_fix(number * 3, "其", "改为“其”", Applicability.SAFE),),
        )
        for number in range(count)
    )


def suggestions() -> list[Suggestion]:
    """Return three phrases: one with provenance, one used too often, one long and unused."""
    return [
        Suggestion(
            Phrase("以等不起的紧迫感、慢不得的责任感", PhraseKind.CALL, "紧迫", "ydbqdjpg"),
            0.9, 1, 23, "2025-12-20", ("2025年农业农村工作会 · 周××",),
            ("以只争朝夕的劲头", "争分夺秒抓进度"),
        ),
        Suggestion(
            Phrase("凝心聚力、真抓实干", PhraseKind.CALL, "实干", "nxjlzzsg", 61, 80),
            0.8, 3, 61, None, ("甲会", "乙会", "丙会", "丁会"), (),
        ),
        Suggestion(
            Phrase("让我们心往一处想、劲往一处使，把蓝图一笔一笔画到底，把实事一件一件办到位",
                   PhraseKind.CLOSING),
            0.7, 0, 0,
        ),
    ]  # fmt: skip


def _heading(
    text: str, level: int, kind: MarkerKind, marker: str, words: str, number: int
) -> Heading:
    start = text.index(marker + words)
    end = start + len(marker) + len(words)
    marked = Span(start, start + len(marker))
    return Heading(level, kind, marker, marked, number, words, Span(start, end), level > 1, 0)


def _promise(text: str, kind: PromiseKind, words: str, count: int, found: int) -> Promise:
    start = text.index(words)
    return Promise(kind, words, Span(start, start + 4), Span(start, start + 1), count, found)


def _fix(start: int, words: str, title: str, applicability: Applicability) -> Fix:
    return Fix(title, (TextEdit(Span(start, start + 1), words),), applicability)
