"""Assignments: found with whoever has them, their dates and figures; what is told is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from drafting.comparison.tasks import find_tasks
from drafting.parsing.parser import parse_draft
from drafting.workspace.drafts.opening import open_file

if TYPE_CHECKING:
    from pathlib import Path

    from drafting.model.task import Task


def tasks_in(sentence: str) -> list[Task]:
    """Return the tasks of one sentence in a small speech."""
    draft = parse_draft(f"在全县工作会议上的讲话\n同志们：\n{sentence}\n")
    tasks = list(find_tasks(draft))
    assert all(task.what in task.span.of(draft.text) for task in tasks)
    return tasks


@pytest.mark.parametrize(
    ("sentence", "who", "deadline"),
    [
        ("财政局要在三月二十日前把资金拨付到位。", ("财政局",), "三月二十日前"),
        ("发改、财政、统计等部门要加强分析调度。", ("发改", "财政", "统计"), ""),
        ("各乡镇、各部门特别是民政局要把底数核准。", ("各乡镇", "各部门", "民政局"), ""),
        ("由县住建局牵头，各乡镇负责，四月底前全部清完。", ("县住建局", "各乡镇"), "四月底前"),
        ("白石镇、枫树坪乡要在十月底前全面开工。", ("白石镇", "枫树坪乡"), "十月底前"),
        ("请县委督查室每月通报一次进度。", ("县委督查室",), "每月"),
        ("一要压实责任，县纪委监委要跟进监督、严肃问责。", ("县纪委监委",), ""),
        (
            "县委、县政府各分管领导和工信局，要对照目标逐项分析。",
            ("县委", "县政府各分管领导", "工信局"),
            "",
        ),
        ("水务水保部门要对水利设施进行抢险维修。", ("水务水保部门",), ""),
        ("六月底前，交通局把三条断头路打通。", ("交通局",), "六月底前"),
        ("县应急管理局要每天调度一次。", ("县应急管理局",), "每天"),
        ("县公安局要在24小时内报告。", ("县公安局",), "24小时内"),
        ("市发展和改革局要把项目排出来。", ("市发展和改革局",), ""),
        (
            "县住房和城乡建设局和自然资源和规划局要联合巡查。",
            ("县住房和城乡建设局", "自然资源和规划局"),
            "",
        ),
        ("县消防救援大队要逐户检查。", ("县消防救援大队",), ""),
        ("各乡镇在五月二十日前，把每户名单贴到墙上。", ("各乡镇",), "五月二十日前"),
    ],
)
def test_who_and_when(sentence: str, who: tuple[str, ...], deadline: str) -> None:
    (task,) = tasks_in(sentence)
    assert task.who == who
    assert deadline in task.deadline


@pytest.mark.parametrize(
    "sentence", ["各乡镇汛期24小时值班，有险情立即上报。", "县应急管理局要专人24小时值守。"]
)
def test_round_the_clock_is_no_deadline(sentence: str) -> None:
    (task,) = tasks_in(sentence)
    assert task.deadline == ""


def test_each_office_has_its_own() -> None:
    tasks = tasks_in("城建局要抢修管网，环卫局要清淤排污；交通局要尽快修复水毁道路，确保畅通。")
    assert [(task.who[0], task.what) for task in tasks] == [
        ("城建局", "要抢修管网"),
        ("环卫局", "要清淤排污"),
        ("交通局", "要尽快修复水毁道路，确保畅通"),
    ]


def test_measures() -> None:
    (task,) = tasks_in("工信局要抓紧培育企业，全年新入规企业不少于十二家。")
    assert task.measure == "不少于十二家"


@pytest.mark.parametrize(
    "sentence",
    [
        "刚才，县统计局通报了主要指标，工信局、商务局作了发言。",
        "今天，县委、县政府召开动员大会，主要任务是部署百日攻坚。",
        "各乡镇、各部门认真落实县委部署，取得了新的成绩。",
        "全县上下要以时不我待的精神，凝心聚力抓落实。",
        "自然资源局排查出地质灾害隐患点一百三十七处。",
        "市委要求我们多作贡献，就是要在指标上多作贡献。",
        "数据要真实可靠，宣传也要跟得上形势的需要。",
        "办酒席用的一次性碗筷，要求吃完就收拾干净。",
        "个别乡镇和部门服务意识差，办事节奏慢。",
    ],
)
def test_what_is_told_is_no_task(sentence: str) -> None:
    assert tasks_in(sentence) == []


NAMED = {
    "001": (
        "民政局 城建局 环卫局 交通局 水务水保部门 农业局 教育局 气象局 县应急办 纪委 组织部"
        " 督查考核局 发改 统计 财政 工信"
    ),
    "002": "县目标办 统计局 县委办 政府办 目标办 行政效能督查局",
    "003": "县发改局 统计局 各牵头责任部门 其他各牵头部门",
}


@pytest.mark.parametrize("seed", NAMED)
def test_the_named_offices_of_the_seeds(shared: Path, seed: str) -> None:
    (path,) = (shared / "seeds").glob(f"{seed}_*.txt")
    named = {one for task in find_tasks(open_file(path).draft) for one in task.who}
    assert set(NAMED[seed].split()) - named == set()


@pytest.mark.parametrize(
    "sentence",
    [
        "首先，请县发改局局长通报情况。",
        "下面，请清溪镇党委书记作表态发言。",
        "第三项，请县水利局局长作情况汇报。",
        "一是请县应急管理局局长陆景川同志传达市会议精神。",
        "议程有三项：一是县应急管理局局长陆景川同志传达会议精神。",
    ],
)
def test_a_host_who_calls_up_a_speaker_gives_no_task(sentence: str) -> None:
    assert tasks_in(sentence) == []


def test_who_is_asked_to_report_regularly_has_a_task() -> None:
    (task,) = tasks_in("请县水利局主要负责同志每月通报一次进度。")
    assert task.deadline == "每月"
