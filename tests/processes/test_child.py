"""A child answers, or its fault is named and the next one answers."""

from __future__ import annotations

import ctypes
import os
import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from drafting.errors import DraftingError, ImportProblem
from drafting.processes import child as child_module
from drafting.processes import windows_job
from drafting.processes.child import ChildFault, ChildProcess, program_command
from drafting.processes.pool import ChildPool

if TYPE_CHECKING:
    from collections.abc import Iterator

LIMIT = 400_000_000


@pytest.fixture
def command(monkeypatch: pytest.MonkeyPatch, project: Path) -> list[str]:
    monkeypatch.setenv("PYTHONPATH", str(project))
    return [sys.executable, str(Path(__file__).with_name("child_words.py"))]


@pytest.fixture
def child(command: list[str]) -> Iterator[ChildProcess]:
    one = ChildProcess(command, memory_bytes=LIMIT)
    yield one
    one.close()


def kind_of(child: ChildProcess, payload: dict[str, object], timeout: float = 5) -> str:
    with pytest.raises(ChildFault) as caught:
        child.request(payload, timeout)
    assert str(caught.value).endswith("请重试。")
    return caught.value.kind


def test_answers_and_stays_warm(child: ChildProcess) -> None:
    text = "清河湾县\n“引号”\u2028\0\ud800😀"
    first = child.request({"word": "echo", "text": text}, 5)
    second = child.request({"word": "echo", "text": "乙" * 3_000_000}, 5)
    assert first["text"] == text
    assert second["text"] == "乙" * 3_000_000
    assert first["pid"] == second["pid"] != os.getpid()


def test_the_locale_has_no_say(command: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "C")
    monkeypatch.setenv("PYTHONUTF8", "0")
    monkeypatch.setenv("PYTHONIOENCODING", "gbk")
    child = ChildProcess(command)
    try:
        assert child.request({"word": "echo", "text": "镕€😀"}, 5)["text"] == "镕€😀"
    finally:
        child.close()


def test_printing_handlers_do_not_break_the_protocol(child: ChildProcess) -> None:
    assert child.request({"word": "noisy"}, 5) == {"ok": True}
    assert child.request({"word": "echo", "text": "甲"}, 5)["text"] == "甲"


def test_a_problem_comes_back_as_itself(child: ChildProcess) -> None:
    with pytest.raises(ImportProblem) as caught:
        child.request({"word": "problem", "path": "讲话.docx"}, 5)
    assert str(caught.value) == "无法打开“讲话.docx”：内容已损坏，请换一个文件。"
    assert caught.value.code == "damaged"
    with pytest.raises(DraftingError, match="磁盘空间不足"):
        child.request({"word": "storage"}, 5)


def test_a_bug_is_named_without_its_text(child: ChildProcess) -> None:
    pid = child.request({"word": "echo", "text": ""}, 5)["pid"]
    with pytest.raises(ChildFault) as caught:
        child.request({"word": "bug", "text": "稿件里的一句话"}, 5)
    assert caught.value.kind == "internal"
    assert caught.value.detail.startswith("RuntimeError at child_words.py:")
    assert "稿件里" not in caught.value.detail + str(caught.value)
    assert kind_of(child, {"word": "unknown"}) == "internal"
    assert kind_of(child, {"word": "wrong"}) == "internal"
    assert child.request({"word": "echo", "text": ""}, 5)["pid"] == pid


@pytest.mark.parametrize(
    ("payload", "timeout", "kind"),
    [
        ({"word": "die"}, 5, "died"),
        ({"word": "slow", "seconds": 60}, 0.3, "too-slow"),
        pytest.param(
            {"word": "eat", "bytes": 2 * LIMIT},
            5,
            "memory",
            marks=pytest.mark.skipif(
                not sys.platform.startswith(("linux", "win")), reason="macOS keeps no limit"
            ),
        ),
    ],
)
def test_a_fault_is_named_and_the_child_replaced(
    child: ChildProcess, payload: dict[str, object], timeout: float, kind: str
) -> None:
    pid = child.request({"word": "echo", "text": ""}, 5)["pid"]
    begun = time.monotonic()
    assert kind_of(child, payload, timeout) == kind
    assert time.monotonic() - begun < 4
    assert child.request({"word": "echo", "text": "又来"}, 5)["pid"] != pid


def test_a_child_killed_while_idle_is_replaced(child: ChildProcess) -> None:
    pid = child.request({"word": "echo", "text": ""}, 5)["pid"]
    assert child._process is not None
    child._process.kill()
    child._process.wait()
    assert child.request({"word": "echo", "text": ""}, 5)["pid"] != pid


def test_a_child_that_does_not_read_is_not_waited_for(child: ChildProcess) -> None:
    """A request larger than the pipe's buffer blocks in writing, not in reading."""
    child.request({"word": "echo", "text": ""}, 5)
    assert child._process is not None
    if not hasattr(os, "kill") or sys.platform == "win32":
        pytest.skip("stopping a process is POSIX")
    os.kill(child._process.pid, 19)  # SIGSTOP
    begun = time.monotonic()
    assert kind_of(child, {"word": "echo", "text": "大" * 1_000_000}, 0.3) == "too-slow"
    assert time.monotonic() - begun < 3


def test_a_worn_child_is_replaced(child: ChildProcess, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child_module, "MAX_REQUESTS", 3)
    pids = [child.request({"word": "echo", "text": ""}, 5)["pid"] for _ in range(7)]
    assert pids == [pids[0]] * 3 + [pids[3]] * 3 + [pids[6]]
    assert len(set(pids)) == 3


def test_a_kept_child_is_not(command: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child_module, "MAX_REQUESTS", 2)
    child = ChildProcess(command, memory_bytes=LIMIT, is_kept=True)
    try:
        assert len({child.request({"word": "echo", "text": ""}, 5)["pid"] for _ in range(5)}) == 1
    finally:
        child.close()


@pytest.mark.skipif(sys.platform == "darwin", reason="macOS reports the peak only")
def test_a_grown_child_is_replaced(child: ChildProcess) -> None:
    pid = child.request({"word": "keep", "bytes": LIMIT * 3 // 4}, 5)["pid"]
    assert child.request({"word": "echo", "text": ""}, 5)["pid"] != pid


def test_a_program_that_cannot_start() -> None:
    for command in (["/no/such/program"], [sys.executable, "-c", "print('hello')"]):
        with pytest.raises(ChildFault, match="重新安装") as caught:
            ChildProcess(command).request({"word": "echo"}, 5)
        assert caught.value.kind == "no-start"


def test_an_orphan_ends_by_itself(command: list[str]) -> None:
    child = ChildProcess(command)
    child.request({"word": "echo", "text": ""}, 5)
    process = child._process
    assert process is not None
    assert process.stdin is not None
    process.stdin.close()
    assert process.wait(5) == 0
    child.close()


def test_nothing_is_asked_of_a_child_that_was_closed_for_good(child: ChildProcess) -> None:
    child.close(is_final=True)
    assert kind_of(child, {"word": "echo", "text": ""}, 5) == "died"
    assert child._process is None


def test_closing_does_not_wait_for_a_long_request(child: ChildProcess) -> None:
    kinds: list[str] = []

    def work() -> None:
        kinds.append(kind_of(child, {"word": "slow", "seconds": 60}, 60))

    thread = threading.Thread(target=work)
    child.request({"word": "echo", "text": ""}, 5)
    thread.start()
    while not child._lock.locked():
        time.sleep(0.01)
    begun = time.monotonic()
    child.close()
    thread.join(5)
    assert time.monotonic() - begun < 3
    assert kinds == ["died"]


@pytest.mark.skipif(sys.maxsize < 2**32, reason="the sizes are those of 64 bit")
def test_windows_structures_have_the_documented_sizes() -> None:
    assert ctypes.sizeof(windows_job._BasicLimits) == 64
    assert ctypes.sizeof(windows_job._ExtendedLimits) == 144
    assert ctypes.sizeof(windows_job._MemoryCounters) == 72


def test_threads_share_a_pool(command: list[str]) -> None:
    pool = ChildPool(command, size=2, memory_bytes=LIMIT)
    answers: dict[int, str] = {}
    pids: set[int] = set()

    def work(number: int) -> None:
        for step in range(5):
            text = f"{number}-{step}" * 1000
            answer = pool.request({"word": "echo", "text": text}, 5)
            assert answer["text"] == text
            pids.add(answer["pid"])
        answers[number] = "done"

    threads = [threading.Thread(target=work, args=(number,)) for number in range(6)]
    for one in threads:
        one.start()
    for one in threads:
        one.join(30)
    pool.close()
    assert len(answers) == 6
    assert 1 <= len(pids) <= 2


def test_the_command_is_this_program(monkeypatch: pytest.MonkeyPatch, project: Path) -> None:
    assert program_command() == [sys.executable, str(project / "main.py"), "--serve"]
    monkeypatch.setattr(sys, "executable", str(Path("runtime") / "pythonw.exe"))
    assert program_command()[0] == str(Path("runtime") / "python.exe")
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", "jianggao.exe")
    assert program_command() == ["jianggao.exe", "--serve"]
