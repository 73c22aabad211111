"""The test office: an invented county, its parts, leaders and meetings, as an office knows them."""

from __future__ import annotations

PLACE, LEVEL = "云岭县", "县"
SUPERIORS = ("汉江省", "安澜市")
TOWNSHIPS = ("青石镇", "柳坪镇", "石桥镇", "双河乡", "城关街道")
DEPARTMENTS = ("县发展和改革局", "县农业农村局", "县水利局", "县住房和城乡建设局", "县应急管理局")
# Name, post, rank in the order of the office.
LEADERS = (
    ("梁正川", "县委书记"),
    ("苏庆禾", "县委副书记、县长"),
    ("何兆麟", "县人大常委会主任"),
    ("陶维新", "县政协主席"),
    ("韩立群", "县委副书记"),
    ("丁若海", "县委常委、常务副县长"),
    ("温如松", "县委常委、组织部部长"),
    ("刘培江", "副县长"),
)
MEETINGS = ("重点项目“季度擂台赛”", "“干部大走访”活动")
