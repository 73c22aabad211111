from __future__ import annotations

from drafting.pagination.faces import missing_faces
from drafting.pagination.layout_files import load_layout

WINDOWS = {"FangSong", "KaiTi", "SimHei", "SimSun", "Times New Roman", "Microsoft YaHei"}


def test_plain_windows_lacks_only_the_licensed_title_face():
    (missing,) = missing_faces(load_layout("official"), WINDOWS)
    assert (missing.face, missing.taken, missing.bold) == ("方正小标宋简体", "宋体", True)
    assert missing.styles == ("title",)
    assert missing.message == "本机没有“方正小标宋简体”，将用“宋体”加粗代替。"


def test_ladder_is_climbed_from_the_top():
    (missing,) = missing_faces(load_layout("official"), WINDOWS | {"STZhongsong"})
    assert (missing.taken, missing.bold) == ("华文中宋", False)


def test_names_of_one_face_are_the_same_face():
    chinese = {"仿宋", "楷体", "黑体", "宋体", "times new roman", "方正小标宋简体"}
    assert missing_faces(load_layout("official"), chinese) == ()


def test_machine_without_chinese_faces():
    missing = {one.face: one for one in missing_faces(load_layout("official"), {"DejaVu Sans"})}
    assert missing["仿宋"].taken is None
    assert "没有可替换的字体" in missing["仿宋"].message
    assert "body" in missing["仿宋"].styles
