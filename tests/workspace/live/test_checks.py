"""The checking child knows the speech that a draft was made from, and the library."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from drafting.workspace.checking.messages import AskedText
from drafting.workspace.library.importing import add_speeches
from drafting.workspace.library.opening import default_library
from drafting.workspace.library.speeches import remove_speeches
from drafting.workspace.live.checks import CheckService
from drafting.workspace.live.child import CheckingChild
from tests.workspace.asking import full_report

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

COPIED = "招商不是等客上门，要把门店开到客商楼下，一家一家谈、一单一单签。"
OLD = f"在全县招商会上的讲话\n同志们：\n去年签了46个项目，来之不易。\n{COPIED}"
NEW = f"在全县产业会上的讲话\n同志们：\n今年又新签了46个项目，更不容易。\n{COPIED}要早动手。"


@pytest.fixture
def service() -> Iterator[CheckService]:
    child = CheckingChild()
    yield CheckService(child, default_library())
    child.close()


def codes(service: CheckService, source: str | None = None) -> list[str]:
    report = full_report(service, AskedText(NEW, source=source))
    assert report.failed_rules == ()
    return [one.code for one in report.findings if one.code in ("RP004", "RS007")]


def test_source_and_library(service: CheckService, tmp_path: Path) -> None:
    assert codes(service) == []
    assert codes(service, OLD) == ["RS007"]
    old = tmp_path / "旧稿.txt"
    old.write_text(OLD, encoding="utf-8")
    added = add_speeches([old], default_library()).added
    assert codes(service) == ["RP004"]
    assert codes(service, OLD) == ["RS007"]  # made from it: no copy that nobody knows of
    remove_speeches(default_library(), added)
    assert codes(service) == []


def test_locked_wordings(service: CheckService) -> None:
    def lost(*locked: str) -> list[str]:
        report = full_report(service, AskedText(NEW, locked=locked))
        return [one.span.of(NEW) for one in report.findings if one.code == "DR001"]

    assert lost("要把门店开到客商楼下") == []
    assert lost("要把门店开到客商门口") == [COPIED]
