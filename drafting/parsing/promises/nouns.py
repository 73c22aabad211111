"""Where the thing that a number counts ends: 三个方面的意见, 四个问题|摆在面前, 五大工程|全面."""

from __future__ import annotations

import re

from drafting.text.characters import HAN

# With these words the sentence goes on behind the noun.
_RUNS_ON = (
    "什么", "全部", "入手", "着手", "发力", "下手", "用力", "努力", "着力", "概括", "告诉", "说明",
    "表明", "证明", "缺一", "月底", "全市", "全县", "全省", "全国", "全区", "保持", "实现", "进行",
    "得到", "取得", "增长", "分别", "同时", "同步", "开展", "联合", "作了", "党政", "这样", "发言",
    "考评", "相关", "持续", "深入", "值得", "做到", "说完", "讲完", "千载", "形成", "推进", "位列",
    "位居", "排名", "排在", "走在", "初具", "有力", "加快", "稳步", "先后", "相继", "大家",
    "请大家", "我", "各", "分头", "送给",
)  # fmt: skip
# With these only where something else stands beside them; behind each, how it may begin.
_RUNS_ON_HERE = (
    ("也?就(?=[是要会能])", "也就"),
    ("一(?<![统唯专]一)", "一"),
    ("相统一|统一(?=[于到在为])", "相统"),
    ("(?<=.)(?:介绍|全线|相比|验收(?!关|标准|环节|程序|工作|任务))", "介全相验"),
    ("摆(?=在)", "摆"),
    ("哪[里些个一]", "哪"),
    ("(?<=.)(?:必须|随后|赶到)", "必随赶"),
    (
        "[均都为是等上来讲谈和与及在也已将让使把对从由以中超达列](?<!理由)",
        "均都为是等上来讲谈和与及在也已将让使把对从由以中超达列",
    ),
    ("需要(?=说明|强调|注意|解决|回答|提醒)", "需"),
    ("记(?=[在住牢])", "记"),
    ("(?<=[事情题话])不", "不"),
    ("(?<=[门位志镇乡局长])汇报", "汇"),
    ("(?<=.)(?<![邀申恳聘宴])请(?!求|示|教|愿|战|帖|柬|托|客|吃)", "请"),
    ("(?<![主重需必])要(?!求|点|素|害|件|闻|务)", "要"),
    ("年[底前初内终]", "年"),
    ("抓(?!手)", "抓"),
    ("(?<![新好])(?<!(?<!项)目)的(?!话$|工作|要求|任务|措施|问题|重点)", "的"),
    ("第(?=一)", "第"),
    ("(?<=.)最(?=[要为])", "最"),
    ("(?<=[区片])经营", "经"),
    ("(?<=.)突出(?!问题|矛盾|短板|特点|困难)", "突"),
    ("建设(?!任务|重点|项目|工程)", "建"),
)
# Asked for one of its first characters at once, the search passes over all others.
_FIRSTS = "".join((*(word[0] for word in _RUNS_ON), *(firsts for _, firsts in _RUNS_ON_HERE)))
_FORMS = "|".join((*_RUNS_ON, *(form for form, _ in _RUNS_ON_HERE)))
_STOP = re.compile(f"(?=[{_FIRSTS}])(?:{_FORMS})")
_PLACE = re.compile(
    "(?:乡镇|镇乡|[县市区镇乡村省州国](?:区|市)?)(?![级域内委里直辖属营民家有场容庄愁债际风貌政企位份城])"
)
# Heads with which the counted noun ends where the sentence runs on without a pause.
_SHORT_NOUN = 6
_HEAD_LENGTH = 3
# 三个方面的原因, 四个方面的意见: the whole is the thing.
_ASPECTS_OF = re.compile(f"(?:方面|层面)的[{HAN}]{{2}}")
_HEAD = re.compile(
    "[^，]{0,7}?(?:方面|特别行政区|地区|特区|片区|平台|集群|项目|领域|指标|产业|工业部|层次|方向|城市|医院|基地|园区|机制"
    "|体系|原则|问题|环节|层面|重点|任务|工程|行动|要求|支柱|主线|改革|战略|屏障|优势|综保区|污染源|算力圈)"
    "(?:的?工作|链|群|带)?"
)
_HEAD_BEHIND = re.compile(
    "[^，]{0,4}?(?:要求|机制|工作法|行动|工程|方针|政策|目标|原则|精神|制度|模式|格局|体系|方法|思路|活动|教育|改革"
    "|战略|责任制)"
)
_TRAILING = "了过着地得之其时后前内外间"
_BEHIND_MARKS = re.compile(
    '(?!一(?!体)|第一)[^，。、；：！？（）()《》“”"‘’,.;:!?\\s和的与及在等—]{0,6}'
)
_ENDERS = "，。、；：！？ \n和的"


def noun_length(noun: str) -> int:
    """Return how many characters of ``noun`` are the thing counted."""
    place = _PLACE.match(noun)
    if place:
        return place.end()
    if _ASPECTS_OF.fullmatch(noun):
        return len(noun)
    stop = _STOP.search(noun)
    kept = (noun[: stop.start()] if stop else noun).rstrip(_TRAILING)
    head = _HEAD.match(kept) if stop or len(kept) > _SHORT_NOUN else None
    if head is None:
        return len(kept)
    end = head.end()
    # 三大产业集群: one head right behind another is one thing.
    while following := _HEAD.match(kept, end):
        if following.end() - end > _HEAD_LENGTH:
            break
        end = following.end()
    return end


def length_behind_marks(text: str, start: int) -> int:
    """Return how many characters from ``start`` belong to “五化”要求: the word behind the marks."""
    behind = _BEHIND_MARKS.match(text, start)
    if behind is None or not behind.group():
        return 0
    if text[behind.end() : behind.end() + 1] not in _ENDERS:
        return noun_length(behind.group())
    head = _HEAD_BEHIND.match(behind.group())
    return head.end() if head else len(behind.group())
