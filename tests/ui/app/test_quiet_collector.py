"""Garbage is looked for while nobody waits for the window, and not in the middle of work."""

from __future__ import annotations

import gc
import weakref

import pytest
from PySide6.QtCore import QObject, Qt

from ui.app import quiet_collector
from ui.app.quiet_collector import QuietCollector


class Ring:
    """Something that only a full search finds once it is old."""

    def __init__(self):
        self.itself = self


@pytest.fixture
def collector(qapp, monkeypatch):
    monkeypatch.setattr(quiet_collector, "_QUIET_MS", 30)
    monkeypatch.setattr(quiet_collector, "_DUE", 1)
    usual, parent = gc.get_threshold(), QObject()
    one = QuietCollector(qapp, parent)
    yield one
    one.end()
    gc.unfreeze()
    assert gc.get_threshold() == usual


def old_garbage():
    """Return a watch on a ring that has outlived the searches of what is young."""
    ring = Ring()
    gc.collect(0)
    gc.collect(1)
    return weakref.ref(ring)


def test_what_makes_many_objects_is_not_held_up_by_a_full_search(collector):
    full = []

    def note(phase, told):
        if phase == "stop" and told["generation"] == 2:
            full.append(told)

    gc.callbacks.append(note)
    try:
        kept = [[number] for number in range(400_000)]
    finally:
        gc.callbacks.remove(note)
    assert len(kept) == 400_000
    assert full == []


def test_garbage_goes_once_nothing_is_written(collector, qtbot):
    ring = old_garbage()
    assert ring() is not None
    collector.put_off()
    qtbot.waitUntil(lambda: ring() is None, timeout=5000)


def test_garbage_goes_when_another_window_is_in_front(collector, qapp):
    ring = old_garbage()
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    assert ring() is not None
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    assert ring() is None


def test_garbage_goes_with_a_dialog(collector, qapp):
    ring = old_garbage()
    qapp.focusWindowChanged.emit(None)
    assert ring() is None


def test_a_search_that_would_be_felt_waits_until_the_window_is_left(
    collector, qapp, qtbot, monkeypatch
):
    monkeypatch.setattr(quiet_collector, "_FELT_SECONDS", -1.0)
    first = old_garbage()
    collector.put_off()
    qtbot.waitUntil(lambda: first() is None, timeout=5000)
    second = old_garbage()
    collector.put_off()
    qtbot.wait(100)
    assert second() is not None
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    assert second() is None
