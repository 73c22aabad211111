"""Faults of structure: numbering, promises, salutation, closing, parts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.checks.planting.faults import Made, insert, mark, paragraph, say, substitute
from tests.checks.planting.speeches import clean_speeches, main_parts, title_of

if TYPE_CHECKING:
    import random

    from tests.checks.planting.faults import Plant

SALUTATION = re.compile("^(?:同志们|各位|尊敬的)[^\n]*\n", re.MULTILINE)


def restyled(first: str, *others: str) -> Plant:
    """Return a planter that gives the sub-headings （一）（二）… markers of another style."""
    markers = (first, *others)

    def plant(text: str, dice: random.Random, index: int) -> Made | None:
        numbers = iter(markers)
        changed, count = re.subn(
            "^（[一二三四]）", lambda match: f"⟦{next(numbers, match.group())}⟧", text, flags=re.M
        )
        return Made(changed) if count > 1 else None

    return plant


def lose_a_part(text: str, dice: random.Random, index: int) -> Made | None:
    """Cut out the last main part of a speech that announces its parts with a number."""
    parts = main_parts(text)
    if not re.search("[两三四]个?(?:点|方面)[^\n。]{0,5}。\n", text) or len(parts) < 3:
        return None
    start, _, end = parts[-1]
    return Made(text[:start] + text[end:])


def displace(text: str, dice: random.Random, index: int) -> Made | None:
    """Throw 第N behind the first clause of two paragraphs."""
    found = list(re.finditer("^(?!第|[一二三四]、|（)([^，。\n]{4,14})，", text, re.MULTILINE))
    if len(found) < 3:
        return None
    for number, match in reversed(list(zip("一二", found[1:3], strict=True))):
        text = insert(text, match.end(), f"⟦第{number}。⟧就")
    return Made(text)


def cut_behind(pattern: str) -> Plant:
    """Return a planter that ends the text behind a place that ends nothing."""

    def plant(text: str, dice: random.Random, index: int) -> Made | None:
        places = [m.end() for m in re.finditer(pattern, text) if m.end() > len(text) // 2]
        places = [place for place in places if text[place : place + 1] not in "，。、；：！？”）\n"]
        if not places:
            return None
        end = dice.choice(places)
        return Made(mark(text[:end], end - 1, end))

    return plant


def retitled(title: str, plant: Plant) -> Plant:
    """Return a planter for general speeches, each made a speech of one kind by its title."""

    def of_kind(text: str, dice: random.Random, index: int) -> Made | None:
        old = title_of(text)
        return plant(title + text[len(old) :], dice, index) if old.endswith("的讲话") else None

    return of_kind


def without_salutation(titles: str = "") -> Plant:
    """Return a planter that takes the salutation from a speech of one kind."""

    def plant(text: str, dice: random.Random, index: int) -> Made | None:
        if not re.search(titles, title_of(text)):
            return None
        changed, count = SALUTATION.subn("", text, count=1)
        return Made(changed) if count else None

    return plant


def without_closing(titles: str = "", *, is_cut_short: bool = False) -> Plant:
    """Return a planter that takes the last paragraph (or two) from a speech of one kind."""

    def plant(text: str, dice: random.Random, index: int) -> Made | None:
        if not re.search(titles, title_of(text)):
            return None
        lines = text.split("\n")[:-1]
        closings = ("同志们，", "最后，", "我就讲", "以上")
        while is_cut_short and lines[-1].startswith(closings):
            lines.pop()
        return Made("\n".join(lines))

    return plant


def lone(first: str, end: str) -> Plant:
    """Return a planter that makes a paragraph of a part without sub-headings a lone （一）."""

    def plant(text: str, dice: random.Random, index: int) -> Made | None:
        free = [
            body
            for _, body, stop in main_parts(text)
            if not re.search("^(?:（|第|\\d|[一二三]是)", text[body:stop], re.MULTILINE)
        ]
        if not free:
            return None
        names = ("抓住关键环节", "把住源头关口", "盯紧重点对象", "夯实工作基础")
        return Made(insert(text, dice.choice(free), f"⟦{first}{names[index % 4]}{end}⟧"))

    return plant


def only_the_first(text: str, dice: random.Random, index: int) -> Made | None:
    """Take the markers of all sub-headings but the first of a part."""
    changed, count = re.subn("^（[二三四五]）", "", text, flags=re.MULTILINE)
    if not count or len(re.findall("^（一）", changed, re.MULTILINE)) != 1:
        return None
    start = changed.index("（一）")
    return Made(mark(changed, start, changed.index("。", start)))


def swollen(which: int) -> Plant:
    """Return a planter that fills one part with what stands in the other speeches."""

    def plant(text: str, dice: random.Random, index: int) -> Made | None:
        parts = main_parts(text)
        if len(parts) < 3:
            return None
        start, body, _ = parts[which]
        others = [one for one in clean_speeches() if one != text]
        lines = [line for one in others for line in one.split("\n") if len(line) > 60]
        dice.shuffle(lines)
        filling = "\n".join(line for line in lines if line[0] not in "一二三四（第")[
            : 4 * len(text)
        ]
        return Made(insert(mark(text, start, body - 1), body + 2, filling + "。\n"))

    return plant


def shrunk(which: int, *stubs: str) -> Plant:
    """Return a planter that leaves one sentence of a part."""

    def plant(text: str, dice: random.Random, index: int) -> Made | None:
        parts = main_parts(text)
        if len(parts) < 3:
            return None
        start, body, end = parts[which]
        changed = text[:body] + stubs[index % len(stubs)] + "\n" + text[end:]
        return Made(mark(changed, start, body - 1))

    return plant


def emptied(which: int) -> Plant:
    """Return a planter that leaves the heading of a part without text."""

    def plant(text: str, dice: random.Random, index: int) -> Made | None:
        parts = main_parts(text)
        if len(parts) <= which + 1:
            return None
        start, body, end = parts[which]
        return Made(mark(text[:body] + text[end:], start, body - 1))

    return plant


def heading_before(pattern: str, *headings: str) -> Plant:
    """Return a planter that writes a heading right before another."""

    def plant(text: str, dice: random.Random, index: int) -> Made | None:
        found = [match.start() for match in re.finditer(pattern, text, re.MULTILINE)]
        if not found:
            return None
        heading = headings[index % len(headings)]
        return Made(insert(text, dice.choice(found), f"⟦{heading}⟧\n"))

    return plant


def empty_last(text: str, dice: random.Random, index: int) -> Made | None:
    """Add a sub-heading without text at the end of a part that has some."""
    for _, body, end in main_parts(text):
        count = len(re.findall(SUBHEADS, text[body:end], re.MULTILINE))
        if count > 1:
            name = ("加强督促检查", "强化资金保障", "搞好协调配合")[index % 3]
            return Made(insert(text, end, f"⟦（{'一二三四五六'[count]}）{name}⟧\n"))
    return None


def other_heading(which: int, *headings: str) -> Plant:
    """Return a planter that words one of three or more parallel headings unlike the others."""

    def plant(text: str, dice: random.Random, index: int) -> Made | None:
        parts = main_parts(text)
        lengths = {body - start for start, body, _ in parts}
        if len(parts) < 3 or len(lengths) > 1:
            return None
        start, body, _ = parts[which]
        return Made(mark(text, start + 2, body - 1, headings[index % len(headings)]))

    return plant


SUBHEADS = "^（[一二三四]）"
ANNOUNCED = "(?<=讲|提|调|谈)[两三四](点|个方面)(?=的?(?:意见|要求|看法)。)"
FORMS: dict[str, dict[str, Plant]] = {
    "ST001": {
        "gap": substitute("^三、", "四、"),
        "twice": substitute("^二、", "一、"),
        "bracket gap": substitute("^（三）", "（四）"),
        "bracket late": substitute("^（一）", "（二）"),
        "bracket twice": substitute("^（二）", "（一）"),
        "late": substitute("^一、", "二、"),
        "ordinal gap": substitute("^第三，", "第四，"),
    },
    "ST002": {
        "arabic in brackets": restyled("（1）", "（2）", "（3）", "（4）"),
        "circled": restyled("①", "②", "③", "④"),
        "half brackets": restyled("1）", "2）", "3）", "4）"),
        "two styles below": substitute("^（二）", "2．", "2."),
        "two styles on top": substitute("^三、", "3．", "3."),
        "one circled": substitute("^（三）", "③", "（3）"),
    },
    "ST003": {
        "first is": say(
            "要抓三件事：第一，把底数摸清；⟦二是⟧把办法想细；第三，把账算明白。",
            "主要有三条：第一，人手要配齐；⟦二是⟧经费要跟上；第三，纪律要严明。",
        ),
        "must is": say(
            "接下来，一要抓紧排查；⟦二是⟧限时整改；三要回头复查。",
            "各单位一要学文件；⟦二是⟧对照找差距；三要拿出办法。",
        ),
        "is must": say(
            "具体来说，一是早动手；⟦二要⟧多动脑；三是勤动腿。",
            "工作中一是怕麻烦；⟦二要⟧改作风；三是没有账本。",
        ),
        "is first": say(
            "这里面有三层意思：一是任务很重；二是时间很紧；⟦第三，⟧要求很高。",
            "一是思想要通；二是方法要对；⟦第三，⟧干劲要足。",
        ),
        "next then": say(
            "首先，要有人管；其次，要有钱办；⟦第三，⟧要有章可循。",
            "首先，把账建起来；其次，把人定下来；⟦三是⟧把话讲清楚。",
        ),
        "paragraphs": paragraph(
            "第一，要抓早。早一天动手，就早一天主动。\n⟦二是⟧要抓小。小事不管，就会拖成大事。\n"
            "第三，要抓细。细到每一户、每一处。",
            "一要稳住人心。有话当面讲，有气及时消。\n⟦二是⟧稳住阵脚。该守的岗位要守住。\n"
            "三要稳住势头。不松劲，不停步。",
        ),
    },
    "ST004": {
        "more": substitute(ANNOUNCED, "五\\1", "六个方面"),
        "many": substitute(ANNOUNCED, "七\\1", "八个方面"),
        "figure": substitute(ANNOUNCED, "5\\1", "6个方面"),
        "fewer": substitute("(?<=讲|提|谈)[三四]点(?=意见|要求|看法)", "两点"),
        "part lost": lose_a_part,
        "nested paragraphs": paragraph(
            "下面，我再讲⟦四点要求⟧。\n第一，要把会议精神传下去，传到每个支部。\n第二，要把任务分下去，"
            "分到每个人头。\n第三，要把责任压下去，一级带一级。",
            "具体办好⟦五件实事⟧。\n一是修好村口的桥，六月通车。\n二是装好路灯，一杆不少。\n"
            "三是清好水沟，雨季前完工。\n四是种好行道树，管护到户。",
        ),
        "nested in a line": paragraph(
            "下面，我再讲⟦四点要求⟧。第一，把会议精神传下去。第二，把任务分下去。第三，把责任压下去。",
            "具体办好⟦五件实事⟧。一是修好村口的桥。二是装好路灯。三是清好水沟。四是种好行道树。",
        ),
    },
    "ST005": {
        "five of four": say("要抓好种子、化肥、农机、水源⟦“五大保障”⟧。"),
        "three of four": say("要按照规模化、标准化、品牌化、链条化的⟦“三化”⟧要求来办。"),
        "four of three": say(
            "茶叶、木耳、烤烟⟦“四大特色产业”⟧要做强。",
            "水、电、路⟦“四通”⟧要先行。",
        ),
        "two of three": say(
            "茶叶、木耳、烤烟⟦两个产业⟧要做强。",
            "柳坪、石桥、双河⟦两个乡镇⟧要先走一步。",
        ),
        "figure": say(
            "水利局、交通局、住建局⟦5个单位⟧要配合。",
            "水利局、住建局、财政局、审计局⟦3个部门⟧要到场。",
        ),
        "colon": say(
            "要做到⟦“四个到位”⟧：思想到位、责任到位、措施到位。",
            "坚持⟦“三不放过”⟧：原因不查清不放过、问题不整改不放过、责任不追究不放过、教训不吸取不放过。",
        ),
        "numbered": say(
            "重点做好⟦四件事⟧：一是清底数，二是排次序，三是定人头。",
            "要把握⟦两个环节⟧：一是会前抓准备，二是会中抓质量，三是会后抓督办。",
        ),
        "overcome": say("要做到⟦“两个克服”⟧：克服厌战情绪、克服畏难思想、克服松懈心理。"),
    },
    "ST006": {
        "mobilisation": retitled("在全县重点工作动员大会上的讲话", without_salutation()),
        "work meeting": retitled("在全县重点工作会议上的讲话", without_salutation()),
        "on site": without_salutation("现场|大会|调度会"),
        "greeting": without_salutation("致辞"),
        "pledge": without_salutation("表态"),
        "report": without_salutation("汇报"),
        "host": without_salutation("主持词"),
    },
    "ST013": {
        "mobilisation": retitled(
            "在全县重点工作动员大会上的讲话", without_closing(is_cut_short=True)
        ),
        "work meeting": retitled("在全县重点工作会议上的讲话", without_closing(is_cut_short=True)),
        "on site": without_closing("现场|大会|调度会", is_cut_short=True),
        "greeting": without_closing("致辞", is_cut_short=True),
        "pledge": without_closing("表态"),
        "report": without_closing("汇报"),
        "host": without_closing("主持词"),
    },
    "ST007": {
        "run-in": lone("（一）", "。"),
        "own line": lone("（一）", "\n"),
        "figure": lone("1．", "。"),
        "figure, own line": lone("1.", "\n"),
        "brackets": lone("（1）", "。"),
        "siblings lost": only_the_first,
    },
    "ST008": {
        "first": swollen(0),
        "middle": swollen(1),
        "last": swollen(-1),
        "first a line": shrunk(0, "这方面不再多讲。", "大家都清楚，我不重复。"),
        "last a line": shrunk(-1, "请各单位照此办理。", "办公室要跟踪督办。"),
    },
    "ST009": {
        "ordinals": displace,
        "lone first": say("抓住了源头，⟦第一。⟧就抓住了关键。", "摸清了家底，⟦第一。⟧就有了主动。"),
        "lone second": say(
            "管住了排口，⟦第二。⟧才管得住河水。", "稳住了价格，⟦第二。⟧就稳住了人心。"
        ),
        "is": say("守住了底线，⟦一是。⟧就守住了人心。", "选准了人，⟦二是。⟧事情就好办。"),
        "first of all": say(
            "看清了差距，⟦首先。⟧才谈得上追赶。", "理顺了关系，⟦其次。⟧就能往前走。"
        ),
    },
    "ST010": {
        "comma": cut_behind("，"),
        "clause": cut_behind("，[^，。、；：！？”（）\n]{4}"),
        "list": cut_behind("、"),
        "enumeration": cut_behind("[\u4e00-\u9fff]、[\u4e00-\u9fff]{2}"),
        "half-way": cut_behind("；"),
        "colon": cut_behind("：(?!\n)"),
    },
    "ST011": {
        "first part": emptied(0),
        "second part": emptied(1),
        "before the next": heading_before("^[二三]、", "（一）抓住重点", "（一）把准方向"),
        "within a part": heading_before(SUBHEADS, "（一）压实责任"),
        "figure": heading_before("^[二三]、", "1．强化保障", "1.强化保障"),
        "last of its row": empty_last,
    },
    "ST012": {
        "longer": other_heading(
            0,
            "认真学习上级精神，把思想统一到县委的决策部署上来",
            "关于今年以来全县各项工作的进展情况",
        ),
        "longer last": other_heading(
            -1, "进一步加强组织领导，为完成各项任务提供有力保证", "关于下半年要办的几件具体的事情"
        ),
        "longer middle": other_heading(1, "围绕中心、服务大局、突出重点、统筹推进各项任务落地"),
        "shorter": other_heading(0, "形势", "现状"),
        "shorter last": other_heading(-1, "保障", "要求"),
    },
}
