"""Words by which a count announces parts to come: before it, in it, behind it."""

from __future__ import annotations

import re

# What is announced in parts (讲三点意见, 从四个方面, 重点抓好八件事).
PART_NOUN = re.compile(
    "(?:具体|主要|重点|突出|重要|重大|紧迫|基本|关键|共性|原则|现实|深层次|实际|简单|初步|个人|不成熟的?){0,2}(?:意见|要求|看法|体会|建议|希望|想法|感受|认识|问题|方面|层面|环节|工作|任务|重点|关键|事情|[实大好难要急喜]?事|措施|话|情况|关系"
    "|要点|部分|内容|题目|打算|关口|文章|重点工作|原则|举措|思考|启示|承诺|表态)"
)
# 几个相互联系的环节: more words before it, believed only where the parts begin at once.
OF_PARTS = re.compile(f"的{PART_NOUN.pattern}[。：]")
# 几个特点, 几点启示: what only a speaker who goes on to name them leaves without a number.
SOME_NOUN = re.compile(
    "[^，。]{0,4}?(?:特点|特征|亮点|优势|短板|不足|差距|苗头|倾向|现象|变化|理由|原因|条件|经验|教训|收获|共识|观点"
    "|(?:心里|知心|实在|老实|[^，。]{1,5}的)话|道理|步骤|阶段|途径|办法|方法|抓手|底线|纪律|机制|目标|故事|议论|说法|声音|反映|账|数字|数据|例子|案例|事例|场景|镜头|画面|片段|细节)$"
)
SPEAKING = re.compile("(?:讲|谈|提|说|强调|汇报|交流|表态|报告|讲清|讲好|作)[^，。；：\\n]{0,12}$")
# 讲三点意见, 提以下三点要求: nothing but the count stands behind the verb.
PLAINLY = re.compile(
    "(?:讲|谈|提|说|强调|交流|汇报|提出|讲清|部署|办好|抓好|做好|干好)[^，。；：的\n]{0,6}$|^$"
)
ANNOUNCING = re.compile(
    "(?:抓好|抓住|抓紧|抓|做好|做到|解决|回答|把握|处理好|围绕|从|突出|体现在|表现在|表现为|反映在|包括|分为|概括为|归纳为|归纳了|概括了|总结了|梳理了|提出|安排|部署|通报|明确|取得|坚持|克服|注意|着力"
    "|强化|落实|完成|推进|开展|聚焦|需要|存在|有|是|以下|如下|下面|这样|实现|把好|打好|过好|办好|用好|在)[^，。；：\\n]{0,12}$"
)
BEHIND_COUNT = re.compile(
    "[”]?(?:的?(?:工作|要求|任务|措施|问题))?(?:来)?(?:讲|谈|作|展开|入手|发力|着手|抓起|下功夫|进行)?[^，。；：！\\n]{0,8}[。：:，；！\\n]|[”]?$"
)
# 从四个方面谈谈看法, 就三个问题讲几句: the verb of speaking stands behind the count.
SAID_BEHIND = re.compile("(?:来)?(?:谈|讲|作|交流|汇报)[^，。；：！\\n]{0,8}[。：:]")
FROM = re.compile("[从就]$")
# 提了三点要求: told of another time or another speaker; its parts need not follow.
TOLD = re.compile(
    "(?:讲|谈|提|说|强调|交流|汇报|提出|部署|安排|解决|完成|做)(?:过|了)[^，。；：]{0,8}$"
)
TOTAL_NOUN = re.compile(
    "[^，。]{0,8}(?:指标|档次|大类|类别|领域|环节|层面|大事|实事|方面|权利|义务)$"
)
GREAT = re.compile("[^，。]{0,6}(?:工程|行动|任务|战役|体系|机制|举措|战略|优势|机遇|短板|目标)$")
# 三个苗头值得警惕：
COLON_NEAR = re.compile("[^，。；：！？、\n]{1,6}[：:]")
# 讲三点, 原因有两条, 过好四关: the measure says enough.
BARE_PARTS = frozenset((*"点条步关句层", "方面"))
BREAK = re.compile("[”]?[^，。；：\\n]{0,10}[。：:]\\s*\n\\s*")
FIRST_PART = re.compile("[（(]一[）)]|一是|一要|第一|1[.．、]|（1）|一、")
