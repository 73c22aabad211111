"""The test office: an invented county, its parts, leaders and meetings, as an office knows them."""

from __future__ import annotations

import datetime as dt

from drafting.settings.profile import (
    Leader,
    Occasion,
    OccasionKind,
    OfficeProfile,
    Part,
    PartKind,
    Superior,
)

SINCE = dt.date(2024, 1, 10)
TOWNSHIPS = ("青石镇", "柳坪镇", "石桥镇", "双河乡", "城关街道")
DEPARTMENTS = (
    ("县发展和改革局", ("县发改局", "发改局")),
    ("县农业农村局", ("农业农村局",)),
    ("县水利局", ("水利局",)),
    ("县住房和城乡建设局", ("县住建局", "住建局")),
    ("县应急管理局", ("县应急局", "应急局")),
)
# In the order of the office: the first of the posts is the full one.
LEADERS = (
    ("梁正川", ("县委书记",)),
    ("苏庆禾", ("县委副书记、县长", "县长")),
    ("何兆麟", ("县人大常委会主任",)),
    ("陶维新", ("县政协主席",)),
    ("韩立群", ("县委副书记",)),
    ("丁若海", ("县委常委、常务副县长", "常务副县长")),
    ("温如松", ("县委常委、组织部部长", "组织部部长")),
    ("刘培江", ("副县长",)),
)
PROFILE = OfficeProfile(
    place="云岭县",
    short_name="云岭",
    level="县",
    superiors=(Superior("汉江省", level="省"), Superior("安澜市", level="市")),
    parts=(
        *(Part(name, PartKind.TOWNSHIP) for name in TOWNSHIPS),
        *(Part(name, PartKind.DEPARTMENT, short) for name, short in DEPARTMENTS),
        Part("县创建省级文明城市工作领导小组办公室", PartKind.OTHER, ("县创城办",)),
        Part("安澜—云岭产业协作园", PartKind.OTHER, ("协作园",)),
    ),
    leaders=tuple(
        Leader(name, posts, rank=rank, since=SINCE) for rank, (name, posts) in enumerate(LEADERS, 1)
    ),
    occasions=(
        Occasion("重点项目“季度擂台赛”", OccasionKind.CAMPAIGN, ("“季度擂台赛”",)),
        Occasion("“干部大走访”活动", OccasionKind.CAMPAIGN, ("“大走访”",)),
        Occasion("全县项目建设调度会"),
        Occasion("农村人居环境整治提升五年行动", OccasionKind.CAMPAIGN, ("“五年行动”",)),
        Occasion("百名干部联百企、百名专家帮百村工程", OccasionKind.CAMPAIGN, ("“双百工程”",)),
    ),
)
