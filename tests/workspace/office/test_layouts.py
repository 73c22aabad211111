"""An office's own layouts: copied, changed, saved, deleted; faulty ones named."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from drafting.errors import ResourceError, UsageError
from drafting.pagination.layout_files import LAYOUT_IDS, load_layout, parse_layout
from drafting.pagination.layout_toml import layout_toml
from drafting.workspace.office.layouts import (
    copy_layout,
    delete_layout,
    find_layout,
    layouts_folder,
    list_layouts,
    save_layout,
)

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("JIANGGAO_DATA", str(tmp_path / "数据"))
    return tmp_path / "数据"


@pytest.mark.parametrize("layout_id", LAYOUT_IDS)
def test_a_layout_written_reads_back_equal(layout_id):
    layout = load_layout(layout_id)
    assert parse_layout(layout_toml(layout), "x.toml") == layout
    own = layout._replace(substitutes={**layout.substitutes, "仿宋": ("宋体",)})
    assert parse_layout(layout_toml(own), "x.toml") == own


def test_without_own_files_the_shipped_ones_can_be_chosen():
    assert [layout.id for layout in list_layouts().found] == list(LAYOUT_IDS)
    assert find_layout("大字版") == load_layout("reading")


def test_a_copy_is_editable_and_keeps_the_explanations():
    path = copy_layout("official", "本县", "本县公文版")
    text = path.read_text(encoding="utf-8")
    assert "# 三号" in text
    path.write_text(text.replace("line_pitch = 28.95", "line_pitch = 28"), encoding="utf-8")
    layout = find_layout("本县")
    assert (layout.name, layout.line_pitch) == ("本县公文版", 28)
    assert list_layouts().found[-1] == layout
    with pytest.raises(UsageError, match="已经有"):
        copy_layout("official", "本县", "又一个")
    again = copy_layout("本县", "本县二", "二")
    assert find_layout("本县二").line_pitch == 28
    assert again.parent == layouts_folder()


def test_a_copy_of_the_same_id_holds_until_it_is_deleted():
    path = copy_layout("reading", "reading", "大字版")
    text = path.read_text(encoding="utf-8").replace("odd_even = false", "odd_even = true")
    path.write_text(text, encoding="utf-8")
    assert find_layout("reading").odd_even_pages
    assert [layout.id for layout in list_layouts().found] == list(LAYOUT_IDS)
    delete_layout("reading")
    assert not find_layout("reading").odd_even_pages
    with pytest.raises(UsageError, match="自带"):
        delete_layout("reading")


def test_saving_refuses_what_does_not_fit_and_keeps_the_old_file():
    layout = load_layout("official")._replace(id="own", name="本单位")
    path = save_layout(layout)
    before = path.read_bytes()
    with pytest.raises(ResourceError, match="每页排"):
        save_layout(layout._replace(line_pitch=40.0))
    assert path.read_bytes() == before
    with pytest.raises(UsageError, match="编号"):
        save_layout(layout._replace(id="a/b"))
    with pytest.raises(UsageError, match="编号"):
        save_layout(layout._replace(id="CON"))


def test_a_faulty_file_is_named_and_the_shipped_layout_stands():
    copy_layout("official", "official", "公文版")
    own = layouts_folder() / "official.toml"
    own.write_text(own.read_text(encoding="utf-8").replace("size = 16", "size = '大'", 1), "utf-8")
    layouts = list_layouts()
    assert layouts.found[0] == load_layout("official")
    assert len(layouts.problems) == 1
    assert "official.toml" in layouts.problems[0]
    assert "styles.body.size" in layouts.problems[0]
    with pytest.raises(ResourceError, match=r"official\.toml"):
        find_layout("official")


def test_an_unknown_layout_lists_the_known_ones():
    copy_layout("review", "送审二", "送审版二")
    with pytest.raises(UsageError, match="、".join((*LAYOUT_IDS, "送审二"))):
        find_layout("none")
