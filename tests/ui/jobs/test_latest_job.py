"""Only the newest job's result comes back; nothing queues up; nothing outlives the window."""

from __future__ import annotations

import threading

from PySide6.QtCore import QThread

from ui.jobs.background import BackgroundJobs
from ui.jobs.latest_job import LatestJob


def test_a_result_comes_back_on_the_gui_thread_with_its_revision(qtbot):
    job = LatestJob()
    threads = []
    job.succeeded.connect(lambda result: threads.append((QThread.currentThread(), result)))
    here = QThread.currentThread()
    with qtbot.waitSignal(job.succeeded):
        ticket = job.start(lambda _stop: threading.current_thread().name, revision=7)
    thread, result = threads[0]
    assert thread is here
    assert (result.ticket, result.revision) == (ticket, 7)
    assert result.value != threading.main_thread().name
    job.shut_down()


def test_a_newer_job_makes_the_older_ones_void_and_skips_those_that_wait(qtbot):
    job, results, begun = LatestJob(), [], []
    release = threading.Event()
    job.succeeded.connect(lambda result: results.append(result.value))

    def slow(stop):
        begun.append("slow")
        release.wait(5)
        return stop()

    job.start(slow, 1)
    for number in range(2, 50):
        job.start(lambda _stop, number=number: begun.append(number) or number, number)
    release.set()
    qtbot.waitUntil(lambda: results == [49], timeout=5000)
    assert begun == ["slow", 49]
    assert not job.is_busy
    job.shut_down()


def test_a_running_job_learns_that_it_should_stop(qtbot):
    job, heard = LatestJob(), threading.Event()

    def patient(stop):
        while not stop():
            QThread.msleep(1)
        heard.set()

    job.start(patient)
    job.cancel()
    assert heard.wait(5)
    job.shut_down()


def test_an_exception_comes_back_as_one(qtbot):
    job = LatestJob()

    def fail(_stop):
        raise ValueError("x")

    with qtbot.waitSignal(job.failed) as caught:
        job.start(fail)
    assert isinstance(caught.args[0], ValueError)
    job.shut_down()


def test_after_shutting_down_nothing_starts_and_nothing_is_delivered(qtbot):
    job, results = LatestJob(), []
    job.succeeded.connect(results.append)
    job.start(lambda _stop: 1)
    job.shut_down()
    job.start(lambda _stop: 2)
    qtbot.wait(20)
    assert results == []


def test_background_jobs_come_back_in_order_and_none_is_dropped(qtbot):
    jobs, results = BackgroundJobs(), []
    for number in range(20):
        jobs.run(lambda number=number: number, results.append, results.append)
    qtbot.waitUntil(lambda: jobs.pending == 0, timeout=5000)
    assert results == list(range(20))
    with qtbot.waitSignal(jobs.idle):
        jobs.run(lambda: 1 / 0, results.append, results.append)
    assert isinstance(results[-1], ZeroDivisionError)
    jobs.shut_down()


def test_background_jobs_finish_what_was_begun(qtbot):
    jobs, done = BackgroundJobs(), []
    for number in range(3):
        jobs.run(lambda number=number: done.append(number), lambda _: None, lambda _: None)
    jobs.shut_down()
    assert done == [0, 1, 2]
