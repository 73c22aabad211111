"""A speech speaks of its own place as its own.

What it does:
    Looks for provinces, prefectures and counties (a gazetteer) that stand as the speaker's own
    (平安X, X县委, 全X上下, X的发展): with an office profile every such name that is neither the
    office's own, nor above, below or part of it; without one, a name beside the place that the
    title or the signature names; in a text that hides its own place (某县, XX) every such name,
    and counties even without such wording. One finding a text and name.
Why:
    The speech was made from another county's, and one name was overlooked.
Limits:
    Names that are everyday words (和平, 平安, 长安) never alarm; comparison and cooperation
    (对标、学习、来自、…等地) are left alone or only suggested.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from drafting.checks.base import Rule
from drafting.checks.kinds.gazetteer import Gazetteer, gazetteer_of, short_name
from drafting.checks.kinds.places import related_places, replacement
from drafting.model.draft import BlockKind
from drafting.model.finding import Fix, Severity
from drafting.text.edits import TextEdit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafting.checks.base import CheckContext
    from drafting.model.draft import Draft
    from drafting.model.finding import Finding
    from drafting.settings.profile import OfficeProfile
    from drafting.text.span import Span

_OWN_AHEAD = re.compile(
    "(?:平安|美丽|法治|诚信|信用|健康|数字|智慧|文明|幸福|绿色|清廉|廉洁|大美|魅力|活力|和谐|文化"
    "|宜居|善治|书香|无废|双拥|清洁|品质"
    "|立足|跳出|扎根|热爱|建功|奋战在|反映|谱写|我们|咱们|让)$"
)
_OWN_BEHIND = re.compile(
    "[县市区旗州]?(?:全[县市区旗州]|人(?=[，。、历都要敢能最向素])|的?(?:老百姓|百姓|群众|乡亲|山水|家底|底子)|委(?!员|托|派|屈)|县委|市委|区委|党委|政府|人民政府|人大|政协|纪委|上下"
    "|的?(?:发展(?!银行)|高质量发展|明天|未来|实际|县情|市情|区情|振兴|崛起)"
    "|人民(?!法院|检察院|医院|币)|儿女|大地|干部|各级|广大|经济社会|新篇章|全境|的?父老)"
)
_COMPARING = re.compile(
    "对标|学习|赶超|比肩|媲美|考察|合作|对接|协作|结对|帮扶|支援|援建|来自|承接|招商|借鉴|经验"
    "|模式|做法|先进|等[地市省县]|大城市|企业|集团|公司"
    "|银行|大学|学院|医院|高铁|铁路|高速|公路|机场|航线|引进|外出|参观|学徒|前往|赴|同频|融入"
    "|(?:像|如|与|和|、|到|在)$"
)
_HIDDEN = re.compile(
    "[某XＸ×*＊](?:(?<=某)[县市区镇](?![场民级])|(?<!某)[XＸ×*＊]{0,2}[县市区](?![长域]))"
)
_SIGNS = ("XX", "ＸＸ", "××", "*", "＊")
_MANY_SIGNS = 3
_TITLED = re.compile("(?:^|在|中共)(?P<name>[^全我某各在，。X*]{2,4}?[县市区旗州])(?![级域长])")
_AHEAD, _BEHIND = 5, 10


class _Place(NamedTuple):
    name: str
    span: Span
    is_own: bool


def _check(draft: Draft, context: CheckContext) -> Iterator[Finding]:
    text = draft.text
    hides = _hides_its_place(text)
    gazetteer = gazetteer_of(context.lexicons)
    known = _known_names(context.profile)
    own = list(known) or ([] if hides else _said(draft, gazetteer))
    if not own and not hides:
        return
    places = [
        _Place(name, span, is_own)
        for name, span in gazetteer.iter_places(text)
        if (is_own := _is_own(text, span)) or hides
    ]
    foreign: dict[str, list[_Place]] = {}
    for place in places:
        if hides and gazetteer.is_province(place.name):
            continue
        if not _belongs(place.name, own, gazetteer) and _counts(text, place, gazetteer):
            foreign.setdefault(short_name(place.name), []).append(place)
    for found in foreign.values():
        yield _finding(found, context.profile)


def _hides_its_place(text: str) -> bool:
    many = sum(text.count(sign) for sign in _SIGNS) >= _MANY_SIGNS
    signs = "某" in text or any(sign in text for sign in "XＸ×*＊")
    return many or (signs and _HIDDEN.search(text) is not None)


def _known_names(profile: OfficeProfile) -> tuple[str, ...]:
    names = list(profile.own_names)
    for superior in profile.superiors:
        names += (superior.name, *superior.short_names)
    for part in profile.parts:
        names += (part.name, *part.short_names)
    return tuple(names) if profile.own_names else ()


def _said(draft: Draft, gazetteer: Gazetteer) -> list[str]:
    """Return the place that the draft names as its own in its title or signature, if any."""
    signed = (block for block in draft.blocks if block.kind is BlockKind.SIGNATURE)
    lines = [draft.title, *(block.span.of(draft.text) for block in signed)]
    named = [match["name"] for line in lines if (match := _TITLED.search(line))]
    return named + [name for line in lines for name, _ in gazetteer.iter_places(line)]


def _is_own(text: str, span: Span) -> bool:
    ahead = text[max(0, span.start - _AHEAD) : span.start]
    is_own = _OWN_AHEAD.search(ahead) is not None and not _JOINED.match(text, span.end)
    # 和县 stands in 我和县委: a name of one character needs its wording before it.
    if not is_own and not (len(span) == 2 and text[span.end - 1] in "县市区旗"):
        is_own = _OWN_BEHIND.match(text, span.end) is not None
    return is_own and not _COMPARING.search(ahead)


_JOINED = re.compile("[、和与到至—\\-]")


def _belongs(name: str, own: Sequence[str], gazetteer: Gazetteer) -> bool:
    short = short_name(name)
    return any(
        short == short_name(one) or short in one or gazetteer.are_related(name, one) for one in own
    )


def _counts(text: str, place: _Place, gazetteer: Gazetteer) -> bool:
    """Return whether a name stands as one's own, or is a county's and stands in no comparison."""
    if place.is_own:
        return True
    if short_name(place.name) == place.name or len(place.name) == 2:
        return False
    near = text[max(0, place.span.start - _BEHIND) : place.span.end + _BEHIND]
    return gazetteer.is_county(place.name) and not _COMPARING.search(near)


def _finding(found: Sequence[_Place], profile: OfficeProfile) -> Finding:
    first = next((place for place in found if place.is_own), found[0])
    spans = [place.span for place in found if place is not first]
    mine = profile.short_name or short_name(profile.place)
    fixes: tuple[Fix, ...] = ()
    if mine:
        edits = [
            TextEdit(one.span, profile.place if one.name != short_name(one.name) else mine)
            for one in (first, *found)
            if one.is_own or one is first
        ]
        fixes = replacement(first.span, edits[0].replacement)
        if len(edits) > 2:
            fixes += (Fix(f"{len(edits) - 1} 处全部改为本地", tuple(edits[1:])),)
    return RULE.finding(
        first.span,
        f"“{first.name}”是别处的地名，却当作本地来说，可能是旧稿残留",
        fixes=fixes,
        related=related_places(spans, "又见于此"),
        severity=None if first.is_own else Severity.SUGGESTION,
    )


RULE = Rule(
    code="RS002",
    name="foreign-place",
    summary="出现了别处的地名",
    severity=Severity.ERROR,
    check=_check,
    words=lambda lexicons: (gazetteer_of(lexicons).matcher,),
    why="稿子是从外地借来的，别人的地名没改干净，念出来就是笑话。",
    source="民政部行政区划；由真实讲话稿的残留归纳",
    flagged=(
        "在某县工作会上的讲话\n同志们：\n某县上下要动起来，真实反映成安的发展水平。",
        "同志们：\nXX县要抓住机遇，建设平安绍兴，XX镇要带头。",
        "在*县会上的讲话\n同志们：\n*县要争先，市里在我县召开廉洁商洛建设现场会，商洛县委很重视。",
    ),
    clean=(
        "在某县工作会上的讲话\n同志们：\n某县上下要动起来，对标杭州、上海等大城市，学习诸暨经验。",
        "同志们：\n清河湾县要抓住机遇，建设平安清河湾，和平发展、平安建设两手抓。",
        "同志们：\n全县上下要学习浙江、江苏的做法，到义乌招商。",
        (
            "在商洛市大会上的讲话\n同志们：\n建设平安商洛，全商洛上下一盘棋，推动商洛高质量发展，山"
            "阳县委讲了做法。"
        ),
        "同志们：\nXX县与绍兴市签订协作协议，来自上海的企业家看了现场。",
    ),
)
