"""What CONTRIBUTING names is there, and no room and no measuring script is left out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

# Made by a build, not kept.
_MADE = "dist/"
_FILE = re.compile(r"[\w/.-]+\.(?:py|tsv|toml|txt|in)\b|[\w/]+/(?= |$)")


@pytest.fixture(scope="module")
def guide(project: Path) -> str:
    return (project / "CONTRIBUTING.md").read_text(encoding="utf-8")


def test_every_file_named_is_there(guide: str, project: Path) -> None:
    rooms = ("drafting", "ui", "resources", "packaging", "tests")
    paths = [path for room in rooms for path in (project / room).rglob("*")]
    names = {path.name for path in paths}
    named = {
        word
        for quoted in re.findall(r"`([^`\n]+)`", guide)
        if "<" not in quoted and not quoted.startswith(_MADE)
        for word in _FILE.findall(quoted)
    }
    assert len(named) > 60
    there = {one for one in named if (project / one).exists() or one in names}
    assert named - there == set()


def test_every_measuring_script_stands_in_the_table(guide: str, project: Path) -> None:
    scripts = (project / "packaging").glob("*.py")
    measuring = {path.name for path in scripts if path.name.startswith(("bench_", "measure_"))}
    assert set(re.findall(r"^\| `(\w+\.py)` \|", guide, re.MULTILINE)) == measuring


@pytest.mark.parametrize(("room", "following"), [("drafting", "ui"), ("ui", "resources")])
def test_the_tree_has_every_room(guide: str, project: Path, room: str, following: str) -> None:
    tree = guide.partition(f"    {room}/ ")[2].partition(f"\n    {following}/ ")[0]
    drawn = set(re.findall(r"^      (\w+)/ ", tree, re.MULTILINE))
    assert drawn == {path.parent.name for path in (project / room).glob("*/__init__.py")}


@pytest.mark.parametrize("room", ["drafting/workspace", "ui/main_window"])
def test_the_tree_has_what_lies_within_a_large_room(guide: str, project: Path, room: str) -> None:
    tree = guide.partition(f"\n      {room.partition('/')[2]}/ ")[2].partition("\n")[2]
    inner = re.split(r"^ {,6}\w", tree, maxsplit=1, flags=re.MULTILINE)[0]
    drawn = set(re.findall(r"^        (\w+)/ ", inner, re.MULTILINE))
    assert drawn == {path.parent.name for path in (project / room).glob("*/__init__.py")}
