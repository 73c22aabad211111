"""A second start hands its files to the first one; a killed one leaves nothing in the way."""

from __future__ import annotations

import subprocess
import sys
import threading

from ui.app.single_instance import RequestWatch, SingleInstance


def test_the_second_start_hands_its_files_over(tmp_path, qtbot):
    first, second = SingleInstance(tmp_path), SingleInstance(tmp_path)
    assert first.is_first()
    assert not second.is_first()
    watch = RequestWatch(tmp_path)
    answered = []
    thread = threading.Thread(target=lambda: answered.append(second.hand_over(["/甲/稿.jianggao"])))
    with qtbot.waitSignal(watch.asked, timeout=5000) as asked:
        thread.start()
    thread.join()
    assert asked.args == [["/甲/稿.jianggao"]]
    assert answered == [True]
    first.release()
    assert second.is_first()
    second.release()


def test_one_that_does_not_answer_is_left_alone(tmp_path, monkeypatch):
    monkeypatch.setattr("ui.app.single_instance._PATIENCE_SECONDS", 0.2)
    first, second = SingleInstance(tmp_path), SingleInstance(tmp_path)
    assert first.is_first()
    assert not second.is_first()
    assert not second.hand_over([])
    assert list(tmp_path.glob("打开请求/*")) == []
    first.release()


def test_another_data_folder_is_another_program(tmp_path):
    first, second = SingleInstance(tmp_path / "甲"), SingleInstance(tmp_path / "乙")
    assert first.is_first()
    assert second.is_first()


def test_the_lock_of_a_killed_program_is_no_obstacle(tmp_path, project):
    script = (
        "import os, pathlib, signal\n"
        "from ui.app.single_instance import SingleInstance\n"
        f"first = SingleInstance(pathlib.Path({str(tmp_path)!r}))\n"
        "assert first.is_first()\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    subprocess.run([sys.executable, "-c", script], cwd=project, check=False)
    assert (tmp_path / "运行.lock").exists()
    assert SingleInstance(tmp_path).is_first()


def test_a_damaged_request_only_shows_the_window(tmp_path, qtbot):
    watch = RequestWatch(tmp_path)
    with qtbot.waitSignal(watch.asked, timeout=5000) as asked:
        (tmp_path / "打开请求" / "x.json").write_bytes(b"\xff{")
    assert asked.args == [[]]
