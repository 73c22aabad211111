"""What the panels show is found by the checking child: overlap and statistics."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from drafting.model.particulars import Particulars
from drafting.pagination.layout_files import load_layout
from drafting.parsing.parser import parse_draft
from drafting.settings.profile import OfficeProfile
from drafting.workspace.library.opening import default_library
from drafting.workspace.library.overlap import PastSpeeches
from drafting.workspace.library.speeches import describe_speech, list_speeches, show_speech
from drafting.workspace.library.starters import add_starter_speeches
from drafting.workspace.live.child import CheckingChild
from drafting.workspace.live.overlap import library_overlap
from drafting.workspace.live.statistics import count_draft, text_statistics
from drafting.workspace.office.layouts import save_layout
from drafting.workspace.writing.templating import template_from_speech
from resources import resource_path

if TYPE_CHECKING:
    from collections.abc import Iterator

SAMPLE = resource_path("samples", "sample_mobilisation.txt").read_text(encoding="utf-8")


@pytest.fixture
def child() -> Iterator[CheckingChild]:
    one = CheckingChild()
    yield one
    one.close()


def test_overlap_is_the_same_as_without_a_child(child: CheckingChild) -> None:
    assert library_overlap(child, SAMPLE, default_library()).passages == ()
    add_starter_speeches(default_library())
    past = show_speech(default_library(), 3)
    text = SAMPLE + "\n" + past.text[300:500]
    speeches = PastSpeeches(default_library())
    expected = speeches.overlap(text, OfficeProfile())
    speeches.close()
    report = library_overlap(child, text, default_library())
    assert report == expected
    assert {one.source for one in report.passages} == {"3"}
    assert library_overlap(child, text, default_library(), past.text).passages == ()


def test_pages_are_counted_in_the_office_s_own_layout() -> None:
    draft = parse_draft(SAMPLE)
    shipped = count_draft(draft, 180).pages
    save_layout(load_layout("official")._replace(id="本县", line_pitch=40, lines_per_page=15))
    assert count_draft(draft, 180, "本县").pages > shipped
    assert count_draft(draft, 180, "没有").pages == shipped


def test_statistics(child: CheckingChild) -> None:
    known = Particulars(slot_minutes=15)
    counted = text_statistics(child, SAMPLE, known, "official")
    assert counted == count_draft(parse_draft(SAMPLE, particulars=known), 180)
    assert [one.name[:2] for one in counted.parts] == ["开头", "一、", "二、", "三、", "结尾"]
    main = counted.parts[1:-1]
    around = counted.parts[0].characters + counted.parts[-1].characters
    assert sum(one.planned for one in main) == pytest.approx(15 * 180 - around, abs=2)
    assert sum(one.minutes for one in counted.parts) == pytest.approx(counted.minutes, rel=0.05)
    assert counted.pages == 4
    crowd = counted.crowded[0]
    assert len(crowd.spans) > crowd.allowed
    assert {one.of(SAMPLE) for one in crowd.spans} == {crowd.phrase}


def test_skeleton_and_particulars_of_a_past_speech() -> None:
    add_starter_speeches(default_library())
    record = list_speeches(default_library())[0]
    derived = template_from_speech(default_library(), record.id)
    assert derived.draft_file.source is not None
    assert derived.draft_file.source["title"] == record.title
    describe_speech(default_library(), record.id, "新题目", Particulars(speaker="江帆"))
    after = show_speech(default_library(), record.id)
    assert (after.title, after.speaker, after.date, after.kind) == ("新题目", "江帆", None, None)
