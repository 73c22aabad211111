"""Writing in the window: structure, findings and phrases follow the text, never a stale one."""

from __future__ import annotations

import threading

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor

from drafting.errors import DraftingError
from drafting.model.finding import IgnoreReach
from drafting.text.span import Span
from tests.ui.main_window.conftest import SPEECH


def styles(editor):
    return [
        editor.document().findBlockByNumber(row).blockFormat().textIndent() > 0
        for row in range(editor.document().blockCount())
    ]


def test_the_start_page_stands_alone_and_gives_way_to_the_page(running, qtbot):
    assert running.window.centre.currentWidget() is running.window.start_page
    assert not running.wiring.desk.outline_dock.isVisible()
    assert not running.window.actions_by_id["save"].isEnabled()
    running.action("new_blank")
    assert running.wiring.desk.is_shown
    assert running.wiring.desk.outline_dock.isVisible()
    assert running.window.actions_by_id["save"].isEnabled()
    assert running.editor.hasFocus() or not running.window.isActiveWindow()


def test_structure_is_recognised_while_typing(running, qtbot):
    running.action("new_blank")
    for line in SPEECH.split("\n"):
        running.editor.insert_at_caret(line)
        qtbot.keyClick(running.editor, Qt.Key.Key_Return)
    running.settle(qtbot)
    assert styles(running.editor)[:7] == [False, False, True, True, True, True, True]
    faces = running.editor.document().findBlockByNumber(3).layout().formats()
    assert (
        faces[0].format.fontFamilies() == running.editor.page.char_format("heading1").fontFamilies()
    )


def test_findings_reach_panel_marks_tab_and_status(writing):
    desk = writing.wiring.desk
    assert len(writing.wiring.findings.findings) == 3
    assert len(writing.editor.mark_places()) == 3
    assert desk.tabs.tabText(1) == "问题 3"
    texts = [one.text() for one in desk.status_line.findChildren(type(desk.status_line._findings))]
    assert any("错误 1" in text and "提醒 2" in text for text in texts)
    assert any("字" in text for text in texts)


def test_f7_walks_the_findings_and_the_editor_follows(writing, qtbot):
    places = []
    for _ in range(4):
        writing.action("next_finding")
        places.append(writing.editor.caret_position())
    assert places[3] == places[0]
    assert len(set(places)) == 3
    assert SPEECH[: places[0]].endswith("二个")
    writing.action("previous_finding")
    assert writing.editor.caret_position() == places[2]


def test_f7_begins_behind_the_caret_and_a_place_clicked_marks_its_card(writing, qtbot):
    last = SPEECH.rindex("要一抓到底")
    writing.editor.select(Span(last, last))
    writing.action("next_finding")
    assert writing.editor.caret_position() == last + len("要一抓到底")
    place = SPEECH.index("二个")
    writing.editor.select(Span(place, place + 1))
    panel = writing.wiring.desk.findings
    qtbot.waitUntil(lambda: panel.current().span.start == place, timeout=2000)


def test_a_fix_is_one_step_and_the_text_is_checked_again(writing, qtbot):
    writing.action("next_finding")
    writing.action("fix")
    assert "两个层面" in writing.editor.text()
    writing.settle(qtbot)
    assert len(writing.wiring.findings.findings) == 2
    writing.action("undo")
    assert writing.editor.text() == SPEECH


def test_f7_and_fix_in_quick_succession_wait_for_no_check(writing, qtbot):
    for left in (2, 1, 0):
        writing.action("next_finding")
        writing.action("fix")
        assert writing.wiring.findings.is_current
        assert len(writing.wiring.findings.findings) == left
        assert len(writing.editor.mark_places()) == left
    assert "重点抓好两个层面，要抓出结果，要抓出结果。" in writing.editor.text()
    writing.settle(qtbot)
    assert writing.wiring.findings.findings == ()
    for _ in range(3):
        writing.action("undo")
    assert writing.editor.text() == SPEECH


def test_walking_goes_on_behind_the_mended_one_after_the_check_too(writing, qtbot):
    for _ in range(2):
        writing.action("next_finding")
    writing.action("fix")
    writing.settle(qtbot)
    writing.action("next_finding")
    last = SPEECH.replace("要一抓到底", "要抓出结果", 1)
    assert writing.editor.text() == last
    assert last[: writing.editor.caret_position()].endswith("要抓出结果，要一抓到底")


def test_a_fix_for_an_older_text_is_not_made(writing):
    finding = writing.wiring.findings.findings[0]
    writing.editor.insert_at_caret("新")
    writing.wiring.findings.fix(finding, finding.fixes[0])
    assert writing.editor.text() == "新" + SPEECH


def test_all_safe_fixes_are_one_step_and_the_others_wait(writing, qtbot):
    writing.action("fix_all")
    assert "两个层面" in writing.editor.text()
    assert writing.editor.text().count("一抓到底") == 2
    writing.action("undo")
    assert writing.editor.text() == SPEECH


def test_an_ignored_finding_goes_away_and_the_draft_remembers_it(writing, qtbot):
    finding = writing.wiring.findings.findings[0]
    writing.wiring.findings.ignore(finding, IgnoreReach.DRAFT)
    assert finding not in writing.wiring.findings.findings
    writing.settle(qtbot)
    assert len(writing.wiring.findings.findings) == 2
    assert writing.document.is_dirty
    assert len(writing.document.draft_file().suppressions) == 1


def test_a_check_of_an_older_text_is_dropped(writing, qtbot):
    release, seen = threading.Event(), []
    real = writing.context.use_cases.check

    def slow(snapshot, step):
        seen.append(snapshot.revision)
        if len(seen) == 1:
            release.wait(5)
        return real(snapshot, step)

    writing.context.use_cases.check = slow
    shown = []
    writing.wiring.checks.findings_known.connect(lambda one: shown.append(one.report.revision))
    writing.editor.insert_at_caret("甲")
    qtbot.waitUntil(lambda: len(seen) == 1, timeout=5000)
    writing.editor.insert_at_caret("乙")
    release.set()
    writing.settle(qtbot)
    assert set(shown) == {writing.editor.revision}


def test_typing_never_waits_for_a_check(writing, qtbot):
    release = threading.Event()
    writing.context.use_cases.check = lambda _snapshot, _step: release.wait(5)
    writing.editor.insert_at_caret("甲")
    qtbot.wait(400)
    before = writing.editor.revision
    qtbot.keyClicks(writing.editor, "abc")
    assert writing.editor.revision == before + 3
    del writing.context.use_cases.check
    writing.editor.insert_at_caret("乙")
    release.set()
    writing.settle(qtbot)


def test_the_outline_leads_to_its_place(writing):
    span = Span(SPEECH.index("二、"), SPEECH.index("二、") + 2)
    writing.wiring.desk.outline.section_chosen.emit(span)
    assert writing.editor.caret_position() == span.end


def test_a_phrase_goes_in_at_the_caret_and_counts_as_typed(writing, qtbot):
    writing.editor.moveCursor(QTextCursor.MoveOperation.End)
    writing.action("phrases")
    assert writing.wiring.desk.tabs.currentWidget() is writing.wiring.desk.phrases
    writing.wiring.desk.phrases.phrase_chosen.emit("凝心聚力")
    assert writing.editor.text() == SPEECH + "凝心聚力"
    writing.action("undo")
    assert writing.editor.text() == SPEECH


def test_pairs_go_around_the_selection(writing):
    writing.editor.select(Span(0, 3))
    writing.action("insert_quotes")
    assert writing.editor.text().startswith("“" + SPEECH[:3] + "”")
    writing.action("undo")
    writing.editor.select(Span(0, 0))
    writing.action("insert_titles")
    assert writing.editor.caret_position() == 1


def test_find_and_replace_all_is_one_step(writing, qtbot):
    writing.action("replace")
    bar = writing.wiring.edits._find_bar
    bar._needle.setText("一抓到底")
    bar._replacement.setText("抓实抓细")
    assert len(bar.places()) == 2
    bar.find_next()
    assert writing.editor.selected_span().of(SPEECH) == "一抓到底"
    bar.replace_all()
    assert writing.editor.text().count("抓实抓细") == 2
    writing.action("undo")
    assert writing.editor.text() == SPEECH
    qtbot.keyClick(bar, Qt.Key.Key_Escape)
    assert not bar.isVisible()


def test_enter_goes_on_and_shift_enter_back_from_both_fields(writing, qtbot):
    writing.document.show_text("甲乙甲乙甲乙")
    writing.action("replace")
    bar = writing.wiring.edits._find_bar
    bar._needle.setText("甲")
    starts = []
    for shift in (False, False, False, True, True):
        held = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
        qtbot.keyClick(bar._needle, Qt.Key.Key_Return, held)
        starts.append(writing.editor.selected_span().start)
    assert starts in ([0, 2, 4, 2, 0], [2, 4, 0, 4, 2])  # the selection begins at the caret


def test_a_phrase_of_headings_begins_on_a_line_of_its_own_and_opens_its_first_slot(writing, qtbot):
    editor = writing.editor
    editor.select(Span(len(editor.text()), len(editor.text())))
    before = editor.text()
    writing.wiring.desk.phrases.phrase_chosen.emit("一、抓好{任务}\n二、压实{责任}")
    assert editor.text() == before + "\n一、抓好{任务}\n二、压实{责任}"
    assert editor.selected_span().of(editor.text()) == "{任务}"
    qtbot.keyClick(editor, Qt.Key.Key_Tab)
    assert editor.selected_span().of(editor.text()) == "{责任}"
    writing.action("undo")
    assert editor.text() == before


def test_the_panel_says_that_a_check_runs_and_that_it_failed(writing, qtbot, monkeypatch):
    hint = writing.wiring.desk.findings._hint
    gate = threading.Event()
    cases = writing.context.use_cases
    check = cases.check

    def slow(snapshot, step):
        gate.wait(8)
        raise DraftingError("这一次校核没有完成，稿件未受影响，请稍后再试。")

    monkeypatch.setattr(cases, "check", slow)
    writing.document.show_text(SPEECH + "又一段。")
    qtbot.wait(50)
    assert (hint.text(), hint.isVisibleTo(writing.wiring.desk.findings)) == ("正在校核…", True)
    gate.set()
    writing.settle(qtbot)
    assert "没有完成" in hint.text()
    monkeypatch.setattr(cases, "check", check)
    writing.action("check")
    writing.settle(qtbot)
    assert not hint.isVisibleTo(writing.wiring.desk.findings)


def test_a_crowded_phrase_is_reworded_where_it_stands_next(writing, qtbot):
    text = writing.editor.text()
    second = text.rindex("一抓到底")
    writing.editor.select(Span(second - 2, second - 2))
    writing.wiring.desk.phrases.rewording_chosen.emit("一抓到底", "抓出结果")
    assert writing.editor.text() == text[:second] + "抓出结果" + text[second + 4 :]
    writing.editor.undo()
    assert writing.editor.text() == text
