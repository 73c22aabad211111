"""Names and posts are judged by the dated roster of the sample profile."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from drafting.checks.base import CheckContext
from drafting.checks.kinds.roster import iter_mentions, posts_in
from drafting.checks.runner import run_checks
from drafting.lexicons.lexicons import load_lexicons
from drafting.model.finding import Severity
from drafting.model.particulars import Particulars
from drafting.parsing.parser import parse_draft
from drafting.settings.profile_file import load_profile

if TYPE_CHECKING:
    from pathlib import Path

    from drafting.model.finding import Finding
    from drafting.settings.profile import OfficeProfile

NOW, BEFORE = dt.date(2026, 10, 20), dt.date(2024, 5, 1)


@pytest.fixture
def office(project: Path) -> OfficeProfile:
    return load_profile(project / "resources" / "samples" / "office.toml")


def found(
    text: str, office: OfficeProfile, date: dt.date | None, codes: str, slot: float | None = None
) -> list[Finding]:
    draft = parse_draft(text, particulars=Particulars(speaker="林静川", slot_minutes=slot))
    context = CheckContext(load_lexicons(), profile=office, date=date)
    return list(run_checks(draft, context, select=codes.split(",")).findings)


def test_a_post_is_right_in_its_time(office: OfficeProfile) -> None:
    old, new = "同志们：\n请常务副县长周明远同志讲话。", "同志们：\n请县长周明远同志讲话。"
    assert found(old, office, BEFORE, "NM") == []
    assert found(new, office, NOW, "NM") == []
    for text, date in ((old, NOW), (new, BEFORE)):
        (finding,) = found(text, office, date, "NM")
        assert finding.code == "NM002"
    for text in (old, new):
        assert found(text, office, None, "NM") == []


def test_the_order_follows_the_date(office: OfficeProfile) -> None:
    text = "同志们：\n今天，林静川、周明远、沈若溪同志到会。"
    assert found(text, office, NOW, "NM003") == []
    # Before he was promoted he stood behind; the entry of that time has a later rank.
    assert [one.code for one in found(text.replace("、周明远、沈若溪", "、沈若溪、周明远"),
                                      office, NOW, "NM003")] == ["NM003"]  # fmt: skip


def test_another_person_is_left_alone(office: OfficeProfile) -> None:
    assert found("同志们：\n村支书林静山同志、教师沈若冰来了。", office, NOW, "NM") == []
    (finding,) = found("同志们：\n刚才，林静山同志讲了话。", office, NOW, "NM001")
    assert finding.severity is Severity.WARNING
    (finding,) = found("同志们：\n刚才，林敬川同志讲了话。", office, NOW, "NM001")
    assert finding.severity is Severity.ERROR


def test_without_a_profile_silence(office: OfficeProfile) -> None:
    text = "同志们：\n刚才，林靖川同志和副县长周明远同志讲了话。"
    assert len(found(text, office, NOW, "NM001,NM002,NM003")) == 2
    draft = parse_draft(text)
    bare = run_checks(draft, CheckContext(load_lexicons(), date=NOW), select=["NM", "EX006"])
    assert bare.findings == ()


def test_posts_are_found_beside_names(office: OfficeProfile) -> None:
    text = "同志们：\n请县委副书记、县长周明远讲话，林静川书记到会，沈若溪来了。"
    posts = [m.post.of(text) if m.post else "" for m in iter_mentions(text, office)]
    assert posts == ["县委副书记、县长", "书记", ""]
    first, second = posts_in("县委副书记、县长")
    assert (first.organ, first.rank, first.head) == ("县委", "副", "书记")
    assert not first.agrees(second)
    assert not posts_in("副县长")[0].agrees(posts_in("县长")[0])
    assert posts_in("常务副县长")[0].agrees(posts_in("副县长")[0])


def test_time_by_the_speed_of_the_speaker(office: OfficeProfile) -> None:
    text = "同志们：\n" + "要把渠道修通，把山塘清净，把农田整平。" * 22
    assert found(text, office, NOW, "SP004", slot=2.2) == []
    (finding,) = found(text, office, NOW, "SP004", slot=1.9)
    assert "165" in finding.message
    assert found(text, office, NOW, "SP004") == []
