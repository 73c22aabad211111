"""Chinese surnames of one character, from the commonest to the rare.

By how often they are borne (the Ministry of Public Security's yearly report on names); the rest
after the 百家姓.
"""

from __future__ import annotations

# The hundred that most people bear: hardly another word is taken for one of them.
COMMONEST_SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁"
    "魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎"
    "易常武乔贺赖龚文"
)
# Those met with in any county office; some are common words too.
USUAL_SURNAMES = (
    COMMONEST_SURNAMES
    + "肖韦付闫陶严覃莫向温施牛樊葛邢安齐伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮"
    "柯纪梅童凌毕单裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古"
    "吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫"
)
SURNAMES = (
    USUAL_SURNAMES
    + "柏水云奚郎昌凤花酆廉邬乐皮卞元平和湛禹狄米贝明臧计伏谈茅闵季麻强危刁虞支经裘应宗宣郁杭洪诸嵇"
    "荣荀羊惠甄家封储牧山班仰秋仲伊仇厉祖束幸薄怀从索蔺屠池阴胥能苍双闻莘贡劳姬扶堵宰雍桑桂寿通边"
    "燕冀瞿习容慎戈终衡步都满弘匡国寇广东沃利蔚越隆师巩晁勾敖融阚那沙丰查后荆红竺权盖益桓公佟代邸"
    "仝"
)
