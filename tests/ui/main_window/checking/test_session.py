"""A check comes in steps: each is shown at once, none is ever shown for an older text."""

from __future__ import annotations

import threading

import pytest

from drafting.model.finding import IgnoreReach, Severity
from tests.ui.main_window.conftest import SPEECH


@pytest.fixture
def writing(running, qtbot):
    running.document.show_text(SPEECH, name="春耕")
    running.settle(qtbot)
    return running


def shown_in(writing):
    shown = []
    writing.wiring.checks.findings_known.connect(
        lambda one: shown.append((one.report.revision, len(one.report.findings)))
    )
    return shown


def test_what_is_known_first_is_shown_first(writing, qtbot):
    shown = shown_in(writing)
    writing.editor.insert_at_caret("甲")
    writing.settle(qtbot)
    revision = writing.editor.revision
    assert shown == [(revision, 1), (revision, 3)]


def test_a_step_that_brings_nothing_new_is_not_shown_again(writing, qtbot):
    writing.editor.load("同志们：\n重点抓好二个层面。")
    shown = shown_in(writing)
    writing.wiring.checks.check_now()
    writing.settle(qtbot)
    assert shown == [(writing.editor.revision, 1)]


def test_nothing_found_is_told_when_all_was_looked_at(writing, qtbot):
    writing.editor.load("同志们：\n要抓紧。")
    shown = shown_in(writing)
    steps = []
    real = writing.context.use_cases.check

    def noted(snapshot, step):
        steps.append((step, list(shown)))
        return real(snapshot, step)

    writing.context.use_cases.check = noted
    writing.wiring.checks.check_now()
    writing.settle(qtbot)
    assert steps == [(None, []), ("draft", [])]
    assert shown == [(writing.editor.revision, 0)]


def test_the_next_step_of_an_older_text_is_dropped(writing, qtbot):
    real, begun, release = writing.context.use_cases.check, threading.Event(), threading.Event()
    asked = []

    def slow(snapshot, step):
        asked.append((snapshot.revision, step))
        if step is not None and not begun.is_set():
            begun.set()
            release.wait(5)
        return real(snapshot, step)

    writing.context.use_cases.check = slow
    shown = shown_in(writing)
    writing.editor.insert_at_caret("甲")
    old = writing.editor.revision
    qtbot.waitUntil(begun.is_set, timeout=5000)
    qtbot.waitUntil(lambda: shown == [(old, 1)], timeout=5000)
    writing.editor.insert_at_caret("乙")
    release.set()
    writing.settle(qtbot)
    new = writing.editor.revision
    assert shown == [(old, 1), (new, 1), (new, 3)]
    assert asked == [(old, None), (old, "draft"), (new, None), (new, "draft")]


def test_many_of_one_rule_are_mended_together_as_one_step(running, qtbot):
    text = "同志们：\n" + "抓好二个层面，要一抓到底。\n" * 7
    running.document.show_text(text)
    running.settle(qtbot)
    findings = running.wiring.findings.findings
    safe = [one for one in findings if one.severity is Severity.ERROR]
    told = []
    running.wiring.findings.told.connect(told.append)
    running.wiring.desk.findings.group_fix_requested.emit(safe[:6])
    assert running.editor.text().count("两个") == 6
    assert running.editor.text().count("一抓到底") == 7
    assert told[-1] == "已改好 6 处，可用 Ctrl+Z 一次撤销。"
    running.action("undo")
    assert running.editor.text() == text


def test_a_group_is_ignored_place_by_place_and_can_be_taken_back(running, qtbot):
    running.document.show_text("同志们：\n" + "抓好二个层面。\n" * 7)
    running.settle(qtbot)
    findings = running.wiring.findings.findings
    running.wiring.desk.findings.group_ignore_requested.emit(list(findings))
    assert running.wiring.findings.findings == ()
    kept = running.document.snapshot().suppressions
    assert [one.reach for one in kept] == [IgnoreReach.PLACE] * 7
    assert running.wiring.desk.findings._ignored_link.words == "已忽略 7"
    assert running.document.is_dirty
    running.settle(qtbot)
