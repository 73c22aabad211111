"""The office profile as a TOML file: read with validation, written back, found by default."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from drafting.files.atomic import atomic_write
from drafting.files.folders import make_folder, user_data_folder
from drafting.files.reading import read_bytes
from drafting.settings.profile import (
    DEFAULT_CHARACTERS_PER_MINUTE,
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
from drafting.settings.toml_fields import Fields, parse_toml

if TYPE_CHECKING:
    from pathlib import Path

PROFILE_FILE = "单位档案.toml"

_KEYS = (
    "place", "short_name", "level", "characters_per_minute", "tolerated", "banned",
    "superiors", "parts", "leaders", "occasions", "readings",
)  # fmt: skip
_SUPERIOR_KEYS = ("name", "short_names", "level")
_PART_KEYS = ("name", "kind", "short_names", "look_alikes")
_LEADER_KEYS = (
    "name", "posts", "rank", "since", "until", "look_alikes", "characters_per_minute",
    "large_type",
)  # fmt: skip
_TYPE_KEYS = ("points", "pitch", "pinyin")
_OCCASION_KEYS = ("name", "kind", "short_names")
_READING_KEYS = ("word", "pinyin")


def default_profile_path() -> Path:
    """Return where the office's own profile lies; it need not exist."""
    return user_data_folder() / PROFILE_FILE


def load_profile(path: Path) -> OfficeProfile:
    """Return the profile in a TOML file.

    Raises:
        ImportProblem: the file cannot be read.
        ResourceError: it is no TOML, or a value is not what it should be; the message names file
            and key.
    """
    return parse_profile(read_bytes(path), f"单位档案“{path}”")


def parse_profile(data: bytes | str, file: str = "单位档案") -> OfficeProfile:
    """Return the profile that TOML text describes; ``file`` names it in messages.

    Raises:
        ResourceError: as :func:`load_profile`.
    """
    top = parse_toml(data, file)
    top.allow(_KEYS)
    return OfficeProfile(
        place=top.text("place"),
        short_name=top.text("short_name"),
        level=top.text("level"),
        characters_per_minute=top.whole("characters_per_minute") or DEFAULT_CHARACTERS_PER_MINUTE,
        tolerated=top.words("tolerated"),
        banned=top.words("banned"),
        superiors=tuple(_superior(one) for one in top.tables("superiors")),
        parts=tuple(_part(one) for one in top.tables("parts")),
        leaders=tuple(
            _leader(one, number) for number, one in enumerate(top.tables("leaders"), start=1)
        ),
        occasions=tuple(_occasion(one) for one in top.tables("occasions")),
        readings=tuple(_reading(one) for one in top.tables("readings")),
    )


def save_profile(path: Path, profile: OfficeProfile) -> None:
    """Write the profile; the version before it stays as ``….bak``.

    Raises:
        StorageError: it could not be written.
    """
    make_folder(path.parent)
    atomic_write(path, profile_toml(profile).encode("utf-8"), keep_previous=True)


def profile_toml(profile: OfficeProfile) -> str:
    """Return the profile as TOML text that :func:`parse_profile` reads back equal."""
    import tomli_w

    data: dict[str, Any] = {
        "place": profile.place,
        "short_name": profile.short_name,
        "level": profile.level,
        "characters_per_minute": profile.characters_per_minute,
        "tolerated": list(profile.tolerated),
        "banned": list(profile.banned),
        "superiors": [
            {"name": one.name, "short_names": list(one.short_names), "level": one.level}
            for one in profile.superiors
        ],
        "parts": [
            {
                "name": one.name,
                "kind": one.kind.value,
                "short_names": list(one.short_names),
                "look_alikes": list(one.look_alikes),
            }
            for one in profile.parts
        ],
        "leaders": [_leader_data(one) for one in profile.leaders],
        "occasions": [
            {"name": one.name, "kind": one.kind.value, "short_names": list(one.short_names)}
            for one in profile.occasions
        ],
        "readings": [{"word": one.word, "pinyin": one.pinyin} for one in profile.readings],
    }
    return tomli_w.dumps({key: value for key, value in data.items() if value not in ("", [])})


def _superior(table: Fields) -> Superior:
    table.allow(_SUPERIOR_KEYS)
    return Superior(
        table.text("name", required=True), table.words("short_names"), table.text("level")
    )


def _part(table: Fields) -> Part:
    table.allow(_PART_KEYS)
    kinds = [kind.value for kind in PartKind]
    return Part(
        table.text("name", required=True),
        PartKind(table.choice("kind", kinds, PartKind.OTHER.value)),
        table.words("short_names"),
        table.words("look_alikes"),
    )


def _leader(table: Fields, number: int) -> Leader:
    table.allow(_LEADER_KEYS)
    since, until = table.date("since"), table.date("until")
    if since and until and until < since:
        raise table.fault("until", "早于 since")
    return Leader(
        name=table.text("name", required=True),
        posts=table.words("posts"),
        rank=table.whole("rank") or number,
        since=since,
        until=until,
        look_alikes=table.words("look_alikes"),
        characters_per_minute=table.whole("characters_per_minute"),
        large_type=_large_type(table.table("large_type")),
    )


def _large_type(table: Fields | None) -> LargeType | None:
    if table is None:
        return None
    table.allow(_TYPE_KEYS)
    usual = LargeType()
    return LargeType(
        table.number("points", usual.points),
        table.number("pitch", usual.pitch),
        table.flag("pinyin", default=usual.has_pinyin),
    )


def _leader_data(leader: Leader) -> dict[str, Any]:
    data: dict[str, Any] = {
        "name": leader.name,
        "posts": list(leader.posts),
        "rank": leader.rank or None,
        "since": leader.since,
        "until": leader.until,
        "look_alikes": list(leader.look_alikes),
        "characters_per_minute": leader.characters_per_minute,
    }
    if leader.large_type is not None:
        kind = leader.large_type
        data["large_type"] = {
            "points": kind.points, "pitch": kind.pitch, "pinyin": kind.has_pinyin,
        }  # fmt: skip
    return {key: value for key, value in data.items() if value is not None and value != []}


def _occasion(table: Fields) -> Occasion:
    table.allow(_OCCASION_KEYS)
    kinds = [kind.value for kind in OccasionKind]
    return Occasion(
        table.text("name", required=True),
        OccasionKind(table.choice("kind", kinds, OccasionKind.MEETING.value)),
        table.words("short_names"),
    )


def _reading(table: Fields) -> Reading:
    table.allow(_READING_KEYS)
    return Reading(table.text("word", required=True), table.text("pinyin", required=True))
