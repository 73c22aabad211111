"""Wording is judged by the day of the speech, never without one."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

import pytest

from drafting.checks.base import CheckContext
from drafting.checks.runner import run_checks
from drafting.cleaning.cleaner import clean_text
from drafting.lexicons.lexicons import load_lexicons
from drafting.parsing.parser import parse_draft

if TYPE_CHECKING:
    from pathlib import Path

TODAY = dt.date(2026, 1, 1)
TABLES = ("checks_dated_expressions", "checks_former_organisations", "checks_fixed_series")


def found(text: str, date: dt.date | None, code: str = "EX") -> list[str]:
    context = CheckContext(load_lexicons(), date=date)
    draft = parse_draft(text)
    report = run_checks(draft, context, select=[code])
    return [one.span.of(draft.text) for one in report.findings]


@pytest.mark.parametrize("table", TABLES)
def test_every_date_is_a_date(table: str) -> None:
    for row in load_lexicons().table(table):
        assert row["source"]
        for column in ("from", "until"):
            if row.get(column):
                dt.date.fromisoformat(row[column])


def test_labelled_expressions_with_a_date(shared: Path) -> None:
    path = next((shared / "seeds").glob("001_*.txt"))
    text = clean_text(path.read_text(encoding="utf-8")).text
    late = found(text, TODAY, "EX001")
    assert {"温总理", "迎接党的十八大"} <= set(late)
    assert found(text, None, "EX001") == []
    assert found(text, dt.date(2012, 7, 20), "EX001") == []


def test_reports_of_1954_to_2026_are_judged_by_their_own_time(shared: Path) -> None:
    errors: list[str] = []
    for path in sorted((shared / "data" / "speeches_dev").glob("*.txt")):
        year = re.search("[12][09][0-9]{2}", path.stem)
        assert year
        date = dt.date(int(year.group()), 3, 5)
        errors += found(path.read_text(encoding="utf-8"), date, "EX001")
        errors += found(path.read_text(encoding="utf-8"), date, "EX004")
    assert errors == []


def test_a_series_grows_with_the_years() -> None:
    short = (
        "同志们：\n要坚定道路自信、理论自信、制度自信。\n"
        "要统筹经济建设、政治建设、文化建设、社会建设。"
    )
    assert found(short, None, "EX002") == []
    assert found(short, dt.date(2011, 3, 1), "EX002") == []
    assert len(found(short, TODAY, "EX002")) == 2
    assert len(found(short + "这就是“五位一体”。", None, "EX002")) == 1


def test_an_office_keeps_its_name_until_its_reform() -> None:
    text = "同志们：\n县扶贫办牵头抓好产业帮扶。"
    assert found(text, dt.date(2020, 5, 1)) == []
    assert found(text, TODAY) == ["扶贫办"]
    assert found("同志们：\n县乡村振兴局牵头抓好产业帮扶。", dt.date(2022, 5, 1)) == []
    assert found("同志们：\n县乡村振兴局牵头抓好产业帮扶。", TODAY) == ["乡村振兴局"]
