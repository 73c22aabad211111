"""The office profile: read, written back equal, faults named with file, key and remedy."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from drafting.errors import ResourceError, StorageError
from drafting.settings.profile import (
    LargeType,
    Leader,
    Occasion,
    OccasionKind,
    OfficeProfile,
    Part,
    PartKind,
    Reading,
    Superior,
)
from drafting.settings.profile_file import (
    default_profile_path,
    load_profile,
    parse_profile,
    profile_toml,
    save_profile,
)

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def sample(project: Path) -> OfficeProfile:
    return load_profile(project / "resources" / "samples" / "office.toml")


def test_the_sample_holds_every_kind(sample: OfficeProfile) -> None:
    assert sample.own_names == ("清河湾县", "清河湾")
    assert (sample.level, sample.characters_per_minute) == ("县", 180)
    assert sample.superiors[0] == Superior("清川市", ("清川",), "市")
    assert sample.parts[0] == Part("清溪镇", PartKind.TOWNSHIP, (), ("清西镇", "青溪镇"))
    assert sample.parts[2].short_names == ("水利局",)
    assert sample.occasions[1].kind is OccasionKind.CAMPAIGN
    assert sample.readings == (Reading("沈若溪", "shěn ruò xī"),)
    assert sample.leaders[0].large_type == LargeType(24, 44, has_pinyin=True)
    assert sample.banned
    assert sample.tolerated


def test_posts_go_by_date(sample: OfficeProfile) -> None:
    before, after = dt.date(2025, 1, 14), dt.date(2025, 1, 15)
    old, new = sample.leader("周明远", before), sample.leader("周明远", after)
    assert old is not None
    assert old.post == "常务副县长"
    assert new is not None
    assert new.post == "县委副书记、县长"
    assert sample.leader("周明远", dt.date(2020, 1, 1)) is None
    assert [one.name for one in sample.leaders_on(after)] == [
        "林静川",
        "周明远",
        "沈若溪",
        "韩启章",
    ]
    assert sample.speed_of("林静川") == 165
    assert sample.speed_of("周明远") == sample.speed_of(None) == 180


def test_round_trip(sample: OfficeProfile, tmp_path: Path) -> None:
    full = OfficeProfile(
        place="柳“湾”县\\",
        leaders=(
            Leader("甲一", ("县长",), 3, dt.date(2024, 2, 29), None, ("甲二",), 200, LargeType(18)),
        ),
        parts=(Part("县\n局"),),
        occasions=(Occasion("会"),),
    )
    for number, profile in enumerate((sample, full, OfficeProfile())):
        assert parse_profile(profile_toml(profile)) == profile
        path = tmp_path / "folder" / f"{number}.toml"
        save_profile(path, profile)
        assert load_profile(path) == profile


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "文件").touch()
    with pytest.raises(StorageError, match="无法建立这个文件夹"):
        save_profile(tmp_path / "文件" / "单位档案.toml", OfficeProfile())


def test_the_default_place_is_the_users(data_folder: Path) -> None:
    assert default_profile_path().parent == data_folder


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("place = [", ("TOML",)),
        ("place = '清'\nlevel = 县", ("第 2 行",)),
        ("place = 3", ("place", "文字")),
        ("plase = 'x'", ("plase", "short_name")),
        ("characters_per_minute = 0", ("characters_per_minute", "正整数")),
        ("tolerated = ['a', 3]", ("tolerated", "一列词语")),
        ("leaders = ['甲']", ("[[leaders]]",)),
        ("[[leaders]]\nposts=['县长']", ("leaders 第 1 项", "name", "没有填写")),
        ("[[leaders]]\nname='甲'\n[[leaders]]\nname='乙'\nsince='2025-13-01'", ("第 2 项", "日期")),
        ("[[leaders]]\nname='甲'\nsince=2025-02-01\nuntil=2024-01-01", ("until", "早于")),
        ("[[leaders]]\nname='甲'\n[leaders.large_type]\npoints='x'", ("large_type", "正数")),
        ("[[leaders]]\nname='甲'\n[leaders.large_type]\npinyin=1", ("pinyin", "true")),
        ("[[parts]]\nname='甲'\nkind='town'", ("kind", "township")),
        ("[[readings]]\nword='甲'", ("pinyin", "没有填写")),
    ],
)
def test_a_fault_names_file_and_key(tmp_path: Path, text: str, words: tuple[str, ...]) -> None:
    path = tmp_path / "单位.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ResourceError) as caught:
        load_profile(path)
    message = str(caught.value)
    assert message.endswith("。")
    assert "\n" not in message
    for word in ("单位.toml", *words):
        assert word in message


def test_a_file_of_another_encoding_is_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_bytes("place = '清河湾县'".encode("gb18030"))
    with pytest.raises(ResourceError, match="UTF-8"):
        load_profile(path)
    path.write_bytes(b"\xef\xbb\xbfplace = '\xe6\xb8\x85'")
    assert load_profile(path).place == "清"
