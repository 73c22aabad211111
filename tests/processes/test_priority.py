"""Children stand back behind the window as far as they are told to."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from drafting.processes.child import ChildProcess
from drafting.processes.priority import Priority, take_priority
from drafting.workspace.live.child import CheckingChild

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture
def child_of(monkeypatch: pytest.MonkeyPatch, project: Path) -> Callable[[Priority], ChildProcess]:
    monkeypatch.setenv("PYTHONPATH", str(project))
    command = [sys.executable, str(Path(__file__).with_name("child_words.py"))]
    return lambda priority: ChildProcess(command, priority=priority)


def steps_back(child: ChildProcess) -> int:
    """Return how many steps a child stands behind this process."""
    pid = child.request({"word": "echo", "text": ""}, 5)["pid"]
    return os.getpriority(os.PRIO_PROCESS, pid) - os.getpriority(os.PRIO_PROCESS, 0)


@pytest.mark.skipif(sys.platform == "win32", reason="nice is POSIX")
@pytest.mark.parametrize(
    ("priority", "expected"), [(Priority.USUAL, 0), (Priority.BESIDE, 5), (Priority.LAST, 10)]
)
def test_a_child_stands_back_by_its_priority(
    child_of: Callable[[Priority], ChildProcess], priority: Priority, expected: int
) -> None:
    child = child_of(priority)
    try:
        room = 19 - os.getpriority(os.PRIO_PROCESS, 0)  # nobody can be nicer than 19
        assert steps_back(child) == min(expected, room)
    finally:
        child.close()


@pytest.mark.skipif(sys.platform != "linux", reason="SCHED_IDLE is Linux's")
@pytest.mark.parametrize(
    ("priority", "running", "is_idle"),
    [
        (Priority.USUAL, 1, False),
        (Priority.BESIDE, 1, False),
        (Priority.LAST, 1, True),
        # The load of the last minutes tells nothing of what runs now.
        (Priority.LAST, 1000, False),
    ],
)
def test_long_work_takes_only_what_is_left_where_something_is(
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    priority: Priority,
    running: int,
    is_idle: bool,
) -> None:
    policies: list[int] = []
    load = tmp_path / "loadavg"
    load.write_text(f"0.00 0.01 0.05 {running}/1200 4711\n", encoding="ascii")
    monkeypatch.setattr("drafting.processes.priority._LOAD", load)
    monkeypatch.setattr(os, "nice", lambda _steps: 0)
    monkeypatch.setattr(os, "sched_setscheduler", lambda _pid, policy, _: policies.append(policy))
    take_priority(priority)
    assert [policy == os.SCHED_IDLE for policy in policies] == [True] * is_idle


if sys.platform == "win32":

    @pytest.mark.parametrize(
        ("priority", "expected"), [(Priority.BESIDE, 0x4000), (Priority.LAST, 0x40)]
    )
    def test_a_child_has_the_class_of_its_priority(
        child_of: Callable[[Priority], ChildProcess], priority: Priority, expected: int
    ) -> None:
        import ctypes

        child = child_of(priority)
        try:
            pid = child.request({"word": "echo", "text": ""}, 5)["pid"]
            kernel = ctypes.WinDLL("kernel32")
            kernel.OpenProcess.restype = ctypes.c_void_p
            kernel.GetPriorityClass.argtypes = (ctypes.c_void_p,)
            kernel.CloseHandle.argtypes = (ctypes.c_void_p,)
            handle = kernel.OpenProcess(0x1000, False, pid)  # PROCESS_QUERY_LIMITED_INFORMATION
            try:
                assert kernel.GetPriorityClass(handle) == expected
            finally:
                kernel.CloseHandle(handle)
        finally:
            child.close()


@pytest.mark.skipif(sys.platform == "win32", reason="nice is POSIX")
def test_the_child_that_checks_stands_back(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[dict[str, object]] = []

    def make(_command: object, **options: object) -> None:
        made.append(options)
        raise InterruptedError  # it is only looked at how it would be made

    monkeypatch.setattr("drafting.workspace.live.child.ChildProcess", make)
    with pytest.raises(InterruptedError):
        CheckingChild().request({"word": "check"}, 1, "")
    assert made[0]["priority"] is Priority.BESIDE
