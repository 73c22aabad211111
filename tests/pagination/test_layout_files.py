from __future__ import annotations

import pytest

from drafting.errors import ResourceError, UsageError
from drafting.pagination.layout_files import LAYOUT_IDS, list_layouts, load_layout, read_layout
from resources import resource_path

OFFICIAL = resource_path("layouts", "official.toml").read_text(encoding="utf-8")


def test_official_layout_is_the_standard():
    layout = load_layout("official")
    assert (layout.paper_width, layout.paper_height) == (210, 297)
    margins = (layout.margin_top, layout.margin_bottom, layout.margin_left, layout.margin_right)
    assert margins == (37, 35, 28, 26)
    assert (layout.type_width, layout.type_height) == (156, 225)
    assert (layout.line_pitch, layout.lines_per_page, layout.characters_per_line) == (28.95, 22, 28)
    faces = [layout.style(f"heading{level}").face for level in range(1, 5)]
    assert faces == ["黑体", "楷体", "仿宋", "仿宋"]
    body, title, number = (layout.style(name) for name in ("body", "title", "page_number"))
    assert (body.face, body.size, body.spacing, body.first_indent) == ("仿宋", 16, -0.25, 2)
    assert (title.face, title.size, title.bold) == ("方正小标宋简体", 22, False)
    assert (number.face, number.latin_face, number.size) == ("宋体", "宋体", 14)
    assert layout.page_number_distance == 7
    assert layout.odd_even_pages


def test_every_layout_is_listed_and_has_every_style():
    layouts = list_layouts()
    assert [layout.id for layout in layouts] == list(LAYOUT_IDS)
    assert {path.stem for path in resource_path("layouts").glob("*.toml")} - {"faces"} == set(
        LAYOUT_IDS
    )
    assert [layout.name for layout in layouts[:3]] == ["公文版", "大字版", "送审版"]
    for layout in layouts:
        assert set(layout.styles) == set(layouts[0].styles)
        assert layout.substitutes["方正小标宋简体"]
    assert layouts[2].line_numbers
    assert layouts[1].style("body").size >= 18


def test_unknown_layout_is_wrong_usage():
    with pytest.raises(UsageError, match="没有版式“报纸版”"):
        load_layout("报纸版")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("width = 210", "", "paper.width没有写"),
        ("width = 210", 'width = "宽"', "paper.width应为大于 0 的数"),
        ("width = 210", "width = true", "paper.width应为大于 0 的数"),
        ("lines_per_page = 22", "lines_per_page = 22.5", "text.lines_per_page应为整数"),
        ("lines_per_page = 22", "lines_per_page = 23", "每页排 22 行"),
        ("characters_per_line = 28", "characters_per_line = 30", "每行排 28 字"),
        ("odd_even = true", "odd_even = 1", "page_number.odd_even应为 true 或 false"),
        ('name = "公文版"', "name = 3", "name应为文字"),
        ("[styles.heading1]", "[styles.heading9]", "styles.heading9不是已知的样式"),
        ("first_indent = 2", "indent = 2", "styles.body.indent不是已知的项目"),
        ('alignment = "justified"', 'alignment = "middle"', "styles.body.alignment应为"),
        ("size = 22", 'size = "二号"', "styles.title.size的值类型不对"),
        ("size = 22", "size = -1", "styles.title.size超出范围"),
        ("left = 28", "left = 300", "页边距超过了纸张"),
        ("[paper]", "[paper", "无法读取"),
    ],
)
def test_fault_is_named_in_one_sentence(tmp_path, old, new, message):
    path = tmp_path / "自定.toml"
    assert old in OFFICIAL
    path.write_text(OFFICIAL.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ResourceError) as caught:
        read_layout(path)
    assert message in str(caught.value)
    assert "自定.toml" in str(caught.value)


def test_missing_file_is_a_resource_error(tmp_path):
    with pytest.raises(ResourceError, match="无法读取"):
        read_layout(tmp_path / "没有.toml")


def test_own_ladder_goes_before_the_shipped_one(tmp_path):
    path = tmp_path / "own.toml"
    path.write_text(OFFICIAL + '\n[substitutes]\n"仿宋" = ["宋体"]\n', encoding="utf-8")
    layout = read_layout(path)
    assert layout.substitutes["仿宋"] == ("宋体",)
    assert layout.substitutes["楷体"][0] == "楷体_GB2312"
