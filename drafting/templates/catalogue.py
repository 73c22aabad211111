"""The shipped templates, read from ``resources/templates``."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from drafting.errors import ResourceError, UsageError
from drafting.files.shipped_toml import read_toml
from drafting.model.draft import Move
from drafting.model.particulars import SpeechType
from drafting.templates.template import (
    MAX_POINTS,
    MIN_POINTS,
    NO_POINTS,
    MoveFrame,
    Part,
    Slot,
    Template,
)
from resources import resource_path

if TYPE_CHECKING:
    from pathlib import Path

# The order in which the window offers them; a file that is not named here comes last.
TEMPLATE_IDS = (
    "mobilisation", "economic_work", "inspection", "plenary", "safety", "flood_control",
    "party_building", "discipline", "talent", "rural_revival", "business_environment", "stability",
    "commendation", "seminar", "party_lesson", "host", "pledge", "inaugural", "greeting",
    "promotion", "festive", "report_upward", "conveying",
)  # fmt: skip
SLOT_TYPES = frozenset({"text", "date", "number", "list", "roster"})


@cache
def list_templates() -> tuple[Template, ...]:
    """Return all shipped templates in the window's order.

    Raises:
        ResourceError: a template is missing or faulty.
    """
    templates = [read_template(path) for path in sorted(resource_path("templates").glob("*.toml"))]
    places = {name: place for place, name in enumerate(TEMPLATE_IDS)}
    return tuple(sorted(templates, key=lambda one: places.get(one.id, len(places))))


def template_by_id(template_id: str) -> Template:
    """Return one template.

    Raises:
        UsageError: there is no template of that name.
    """
    for template in list_templates():
        if template.id == template_id:
            return template
    known = "、".join(f"{one.id}（{one.name}）" for one in list_templates())
    raise UsageError(f"没有名为“{template_id}”的模板，可用的有：{known}。")


def rules_of_template(template_id: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the codes that are off and those that are strict in a speech made from a template.

    None of either where the template is not known: a draft may come from another version.

    Raises:
        ResourceError: a template is missing or faulty.
    """
    for template in list_templates():
        if template.id == template_id:
            return template.off, template.strict
    return (), ()


def read_template(path: Path) -> Template:
    """Return the template in a TOML file.

    Raises:
        ResourceError: the file cannot be read, a field is missing, or the parts do not give one
            more heading for each further point.
    """
    try:
        template = _template(read_toml(path))
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
        raise ResourceError(f"模板“{path.name}”有误（{error}），请改正或重新安装程序。") from error
    least, most = template.points
    for points in range(least, most + 1) if template.has_points else ():
        if sum(part.from_points <= points for part in template.parts) != points:
            raise ResourceError(f"模板“{path.name}”凑不出 {points} 个部分，请改正各部分的点数。")
    return template


def _template(data: dict[str, Any]) -> Template:
    shortest, longest = data["length"]
    return Template(
        id=str(data["id"]),
        name=str(data["name"]),
        names=_strings(data["names"]),
        kind=SpeechType(data["kind"]),
        title=str(data["title"]),
        salutation=str(data["salutation"]),
        salutations=_strings(data["salutations"]),
        speakers=_strings(data["speakers"]),
        length=(int(shortest), int(longest)),
        strict=_strings(data["strict"]),
        off=_strings(data["off"]),
        moves=tuple(_move(one) for one in data["moves"]),
        parts=tuple(_part(one) for one in data["parts"]),
        closing=str(data["closing"]["text"]),
        slots=tuple(_slot(one) for one in data["slots"]),
        points=_points(data.get("points", [MIN_POINTS, MAX_POINTS])),
    )


def _points(values: list[Any]) -> tuple[int, int]:
    least, most = (int(one) for one in values)
    if (least, most) != NO_POINTS and not MIN_POINTS <= least <= most <= MAX_POINTS:
        raise ValueError(f"points {least} to {most}")
    return least, most


def _move(data: dict[str, Any]) -> MoveFrame:
    return MoveFrame(Move(data["move"]) if data["move"] else None, str(data["text"]))


def _part(data: dict[str, Any]) -> Part:
    return Part(
        function=str(data["function"]),
        from_points=int(data["from_points"]),
        heading=str(data["heading"]),
        marker=str(data["marker"]),
        paragraphs=_strings(data["paragraphs"]),
    )


def _slot(data: dict[str, Any]) -> Slot:
    kind = str(data["type"])
    if kind not in SLOT_TYPES:
        raise ValueError(f"slot type {kind}")
    return Slot(str(data["name"]), kind, str(data["prompt"]))


def _strings(values: list[Any]) -> tuple[str, ...]:
    return tuple(str(one) for one in values)
