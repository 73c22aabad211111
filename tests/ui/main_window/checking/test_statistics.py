"""The statistics of the draft in the window follow it."""

from __future__ import annotations

from drafting.model.particulars import Particulars


def test_statistics_follow_the_text_and_lead_to_places(writing, qtbot):
    writing.action("go_statistics")
    panel = writing.wiring.desk.statistics
    session = writing.wiring.statistics
    qtbot.waitUntil(lambda: panel._counted is not None, timeout=20000)
    names = [one.name for one in panel._counted.parts]
    assert names[:2] == ["开头", "一、把水源管起来"]
    before = panel._counted.characters
    panel.parts.row_chosen.emit(1)
    assert writing.editor.text()[writing.editor.caret_position() :].startswith("一、把水源")
    writing.editor.insert_at_caret("要抓实。")
    qtbot.waitUntil(lambda: panel._counted.characters > before, timeout=20000)
    writing.document._draft.particulars = Particulars(slot_minutes=3)
    session.note_seen()
    qtbot.waitUntil(lambda: panel._counted.slot_minutes == 3, timeout=20000)
    line = writing.wiring.desk.status_line
    assert f"约 {max(panel._counted.minutes, 1):.0f} 分钟" in line._minutes.text()
