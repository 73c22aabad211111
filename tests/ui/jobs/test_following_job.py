"""A following job is due after a pause, at once when hurried, and never while it rests."""

from __future__ import annotations

import pytest

from ui.jobs.following_job import FollowingJob


@pytest.fixture
def followed(qtbot):
    job = FollowingJob(40)
    times = []
    job.due.connect(lambda: times.append(None))
    yield job, times
    job.shut_down()


def test_it_is_due_once_for_all_changes_of_a_moment(followed, qtbot):
    job, times = followed
    job.open()
    for _ in range(5):
        job.note_change()
    assert times == []
    qtbot.waitUntil(lambda: len(times) == 1)
    qtbot.wait(80)
    assert len(times) == 1


def test_hurrying_does_not_wait_and_the_next_change_does_again(followed, qtbot):
    job, times = followed
    job.open()
    job.hurry()
    qtbot.wait(15)
    assert len(times) == 1
    job.note_change()
    qtbot.wait(10)
    assert len(times) == 1
    qtbot.waitUntil(lambda: len(times) == 2)


def test_while_it_rests_nothing_is_due_and_what_runs_is_void(followed, qtbot):
    job, times = followed
    came = []
    job.succeeded.connect(came.append)
    job.hurry()
    job.note_change()
    qtbot.wait(60)
    assert times == []
    job.open()
    job.note_change()
    job.start(lambda _stop: "void")
    job.pause()
    qtbot.wait(80)
    assert (times, came, job.is_open) == ([], [], False)
