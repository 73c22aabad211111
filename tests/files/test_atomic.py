"""A save is whole or did not happen, whatever goes wrong in the middle."""

from __future__ import annotations

import ast
import errno
import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from drafting.errors import StorageError
from drafting.files import atomic
from drafting.files.atomic import atomic_write

OLD = "清河湾县第三季度会议讲话（旧稿）".encode()
NEW = "清河湾县第四季度会议讲话（新稿）".encode() * 1000


@pytest.fixture
def target(tmp_path: Path) -> Path:
    path = tmp_path / "讲话.jianggao"
    path.write_bytes(OLD)
    return path


def names(folder: Path) -> set[str]:
    return {one.name for one in folder.iterdir() if one.name != "jianggao-data"}


def test_writes_new_and_replaces_old(tmp_path: Path) -> None:
    path = tmp_path / "新稿.txt"
    atomic_write(path, b"")
    assert path.read_bytes() == b""
    atomic_write(path, NEW)
    assert path.read_bytes() == NEW
    assert names(tmp_path) == {"新稿.txt"}


def test_keeps_the_previous_version_once(target: Path) -> None:
    atomic_write(target, NEW, keep_previous=True)
    backup = target.with_name("讲话.jianggao.bak")
    assert backup.read_bytes() == OLD
    atomic_write(target, NEW, keep_previous=True)
    assert backup.read_bytes() == OLD, "saving unchanged text must not push the older version out"
    assert names(target.parent) == {target.name, backup.name}


def test_keeps_the_previous_version_without_hard_links(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_link(*_: object) -> None:
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "link", no_link)
    atomic_write(target, NEW, keep_previous=True)
    assert target.with_name("讲话.jianggao.bak").read_bytes() == OLD
    assert target.read_bytes() == NEW


def test_backup_failure_does_not_stop_the_save(target: Path) -> None:
    target.with_name(target.name + ".bak").mkdir()
    atomic_write(target, NEW, keep_previous=True)
    assert target.read_bytes() == NEW
    assert names(target.parent) == {target.name, target.name + ".bak"}


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX permission bits")
def test_permissions_and_links_survive(target: Path) -> None:
    target.chmod(0o640)
    link = target.with_name("链接.jianggao")
    link.symlink_to(target)
    atomic_write(link, NEW)
    assert link.is_symlink()
    assert target.read_bytes() == NEW
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def refuse(number: int):
    def call(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    return call


@pytest.mark.parametrize(
    ("number", "word"),
    [
        (errno.ENOSPC, "磁盘空间不足"),
        (errno.EDQUOT, "配额"),
        (errno.EROFS, "只读"),
        (errno.EACCES, "权限"),
        (errno.EIO, "读写出错"),
        (errno.ENODEV, "断开"),
        (errno.ECONNRESET, "错误号"),
    ],
)
@pytest.mark.parametrize("where", ["fsync", "replace"])
def test_a_fault_leaves_the_old_file(
    target: Path, monkeypatch: pytest.MonkeyPatch, number: int, word: str, where: str
) -> None:
    owner = os if where == "fsync" else Path
    monkeypatch.setattr(owner, where, refuse(number))
    with pytest.raises(StorageError) as caught:
        atomic_write(target, NEW, keep_previous=True)
    message = str(caught.value)
    assert word in message
    assert str(target) in message
    assert message.count("。") == 1
    assert "另存" in message
    assert target.read_bytes() == OLD
    assert not [name for name in names(target.parent) if name.endswith(".tmp")]


def test_a_short_file_is_not_taken_for_a_whole_one(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Some systems take the bytes and keep only a part (measured with a full tmpfs)."""
    monkeypatch.setattr(os, "fsync", lambda descriptor: os.ftruncate(descriptor, 10))
    with pytest.raises(StorageError, match="磁盘空间不足"):
        atomic_write(target, NEW)
    assert target.read_bytes() == OLD


@pytest.mark.skipif(sys.platform == "win32", reason="file-size limits are POSIX")
@pytest.mark.parametrize("room", [0, 1, 4095, 4096, 30000, len(NEW) - 1])
def test_full_disk_at_many_places(target: Path, room: int) -> None:
    program = (
        "import pathlib, resource, sys\n"
        "from drafting.errors import StorageError\n"
        "from drafting.files.atomic import atomic_write\n"
        "data = pathlib.Path(sys.argv[2]).read_bytes()\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[3]),) * 2)\n"
        "try:\n"
        "    atomic_write(pathlib.Path(sys.argv[1]), data, keep_previous=True)\n"
        "except StorageError as error:\n"
        "    sys.exit(3)\n"
    )
    source = target.with_name("source.bin")
    source.write_bytes(NEW)
    done = subprocess.run(
        [sys.executable, "-c", program, str(target), str(source), str(room)],
        cwd=Path(atomic.__file__).parents[2],
        check=False,
        timeout=20,
    )
    assert done.returncode == 3
    assert target.read_bytes() == OLD
    assert names(target.parent) <= {target.name, "source.bin", target.name + ".bak"}


def test_sharing_violations_are_waited_out(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[Path] = []
    real = Path.replace

    def busy(self: Path, other: Path) -> Path:
        tried.append(self)
        if len(tried) < 4:
            error = PermissionError(errno.EACCES, "busy")
            error.winerror = 32  # type: ignore[attr-defined]
            raise error
        return real(self, other)

    monkeypatch.setattr(Path, "replace", busy)
    monkeypatch.setattr(atomic.time, "sleep", lambda seconds: None)
    atomic_write(target, NEW)
    assert target.read_bytes() == NEW
    assert len(tried) == 4


def test_a_file_open_in_word_is_named_so(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def busy(self: Path, other: Path) -> Path:
        error = PermissionError(errno.EACCES, "busy")
        error.winerror = 32  # type: ignore[attr-defined]
        raise error

    monkeypatch.setattr(Path, "replace", busy)
    pauses: list[float] = []
    monkeypatch.setattr(atomic.time, "sleep", pauses.append)
    with pytest.raises(StorageError, match="Word、WPS"):
        atomic_write(target, NEW)
    assert sum(pauses) < 1, "the window never waits longer than a second"
    assert target.read_bytes() == OLD


def test_read_only_folder_gone_and_bad_names(target: Path, tmp_path: Path) -> None:
    target.chmod(0o444)
    with pytest.raises(StorageError, match="只读"):
        atomic_write(target, NEW)
    assert target.read_bytes() == OLD
    with pytest.raises(StorageError, match="文件夹已不存在"):
        atomic_write(tmp_path / "拔掉的U盘" / "讲话.txt", NEW)
    with pytest.raises(StorageError, match="同名的文件夹"):
        atomic_write(tmp_path, NEW)
    with pytest.raises(StorageError, match="字符"):
        atomic_write(tmp_path / "坏\0名.txt", NEW)
    if sys.platform != "win32":  # NTFS stores lone surrogates
        with pytest.raises(StorageError, match="字符"):
            atomic_write(tmp_path / "坏\ud800名.txt", NEW)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes on this system")
def test_what_is_no_regular_file_stays(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(StorageError, match="不是文件"):
        atomic_write(pipe, b"data")
    assert pipe.is_fifo()
    assert list(tmp_path.iterdir()) == [pipe]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows tells this fault in other words")
def test_a_name_that_is_too_long(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="太长"):
        atomic_write(tmp_path / ("长" * 300 + ".txt"), NEW)


def test_leftovers_of_killed_writers_go_after_a_while(target: Path) -> None:
    old = target.with_name(f"{atomic._mark(target)}-0badcafe.tmp")
    fresh = target.with_name(f"{atomic._mark(target)}-0badcaff.tmp")
    foreign = target.with_name(".jianggao-00000000-0badcafe.tmp")
    for one in (old, fresh, foreign):
        one.write_bytes(b"x")
    long_ago = target.stat().st_mtime - 3600
    os.utime(old, (long_ago, long_ago))
    os.utime(foreign, (long_ago, long_ago))
    atomic_write(target, NEW)
    assert not old.exists()
    assert fresh.exists(), "it may belong to a writer at work"
    assert foreign.exists(), "it belongs to another file"


WRITER = """
import pathlib, sys
from drafting.files.atomic import atomic_write
path = pathlib.Path(sys.argv[1])
number = int(sys.argv[2])
while True:
    number += 1
    body = f"{number}\\n" + "新" * 20000 + f"\\n{number}"
    atomic_write(path, body.encode(), keep_previous=True)
    sys.stdout.write(f"{number}\\n")
    sys.stdout.flush()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is POSIX")
def test_fifty_kills_lose_no_acknowledged_save(tmp_path: Path) -> None:
    path = tmp_path / "讲话.jianggao"
    script = tmp_path / "writer.py"
    script.write_text(WRITER, encoding="utf-8")
    number = 0
    for turn in range(50):
        child = subprocess.Popen(
            [sys.executable, "-S", str(script), str(path), str(number)],
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": str(Path(atomic.__file__).parents[2])},
        )
        assert child.stdout is not None
        acknowledged = number
        # Kill at another moment of the loop every time: after 1 … 7 saves and a little more.
        for _ in range(1 + turn % 7):
            acknowledged = int(child.stdout.readline())
        child.send_signal(signal.SIGKILL)
        rest = child.stdout.read()  # communicate() would lose what readline() took in advance
        child.stdout.close()
        child.wait(10)
        if b"\n" in rest:
            acknowledged = int(rest[: rest.rindex(b"\n")].split(b"\n")[-1])
        first, middle, last = path.read_text(encoding="utf-8").split("\n")
        assert middle == "新" * 20000
        assert first == last
        assert int(first) in {acknowledged, acknowledged + 1}
        number = int(first)
    assert number >= 50


def opens_for_writing(node: ast.Call) -> bool:
    """Whether a call opens or makes a file, read from the syntax alone."""
    name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    if name in {"write_bytes", "write_text", "mkstemp", "NamedTemporaryFile", "copyfile", "copy2"}:
        return True
    if name != "open":
        return False
    values = [*node.args, *(one.value for one in node.keywords if one.arg == "mode")]
    modes = [one.value for one in values if isinstance(one, ast.Constant)]
    return any(
        isinstance(mode, str) and len(mode) < 5 and set(mode) & set("wax+") and "." not in mode
        for mode in modes
    )


WRITERS = {
    "drafting/files/atomic.py",
    "drafting/files/growing_file.py",  # recovery copies: files of the program's own that only grow
    "ui/error_reporting/log.py",  # adds lines to the program's own log, no file of the user's
}


def test_only_one_module_opens_files_for_writing(project: Path) -> None:
    found: set[str] = set()
    for folder in ("drafting", "ui", "resources"):
        for path in (project / folder).rglob("*.py"):
            tree = ast.parse(path.read_text(encoding="utf-8"))
            calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call))
            if any(opens_for_writing(node) for node in calls):
                found.add(path.relative_to(project).as_posix())
    assert found <= WRITERS
    assert "drafting/files/atomic.py" in found


def test_the_syntax_test_sees_what_it_should() -> None:
    def seen(code: str) -> bool:
        tree = ast.parse(code)
        return any(opens_for_writing(n) for n in ast.walk(tree) if isinstance(n, ast.Call))

    assert seen("open('x', 'w')")
    assert seen("path.open(mode='ab')")
    assert seen("path.write_text('x')")
    assert not seen("path.open('rb')")
    assert not seen("open('a.w')")
