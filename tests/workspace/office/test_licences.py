"""Everything that is shipped is named with the whole text of its licence."""

from __future__ import annotations

import importlib
import sys
from typing import TYPE_CHECKING

from drafting.workspace.office.licences import LICENCES, Licence, licence_text

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

_OF_QT = {"pyside6-essentials", "shiboken6"}


def test_every_package_that_is_shipped_is_named(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(str(project / "packaging" / "windows"))
    wheels = importlib.import_module("wheels")
    lines = wheels.shipped_lines(project / "packaging" / "requirements.txt")
    del sys.modules["wheels"]
    shipped = {line.split("==")[0] for line in lines}
    assert len(shipped) > 12
    assert {one.package for one in LICENCES if one.package} == shipped - _OF_QT


def test_every_licence_has_its_whole_text() -> None:
    signs = ("redistribut", "permission", "permitted", "copyright")
    for licence in LICENCES:
        text = licence_text(licence)
        assert len(text) > 600, licence.name
        assert any(sign in text.lower() for sign in signs), licence.name
        assert "NOTICE.txt" not in text or licence.words, licence.name


def test_ours_is_the_one_of_the_project(project: Path) -> None:
    ours = (project / "LICENSE").read_text(encoding="utf-8")
    assert licence_text(LICENCES[0]) == ours.strip("\n")


def test_qt_under_the_lgpl_says_that_it_may_be_replaced() -> None:
    qt = next(one for one in LICENCES if one.name.startswith("Qt"))
    text = licence_text(qt)
    assert "可以换成您自己编译的" in text
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in text
    assert "GNU GENERAL PUBLIC LICENSE" in text


def test_a_package_without_its_text_says_where_it_stands() -> None:
    assert "NOTICE.txt" in licence_text(Licence("无", "MIT", "no-such-package"))
