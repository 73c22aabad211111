"""Bad input gives one clear Chinese sentence and its exit code; nothing is lost."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import zipfile
from typing import TYPE_CHECKING

import pytest

from drafting.commandline.words import MODULES, is_command, is_mistyped, nearest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.commandline.conftest import Answer

    Call = Callable[..., Answer]

JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + b"\x00" * 200
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 2000


def bomb() -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", b" " * 40_000_000)
    return data.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("空.txt", b"", "空"),
        ("照片.docx", JPEG, "图片"),
        ("加密.docx", OLE, "“加密.docx”"),
        ("截断.docx", b"PK\x03\x04" + b"\x00" * 50, "“截断.docx”"),
        ("炸弹.docx", bomb(), "“炸弹.docx”"),
    ],
)
@pytest.mark.parametrize("word", ["structure", "clean", "check"])
def test_unreadable_files(
    call: Call, tmp_path: Path, word: str, name: str, data: bytes, reason: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    answer = call(word, path)
    assert answer.code == 3
    assert answer.err.count("\n") == 1
    assert name in answer.err
    assert reason.strip("“”") in answer.err
    assert path.read_bytes() == data


def test_a_missing_file(call: Call, tmp_path: Path) -> None:
    answer = call("structure", tmp_path / "没有.docx")
    assert answer.code == 3
    assert "没有.docx" in answer.err


def test_standard_input_that_was_closed(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    answer = call("structure", "-")
    assert (answer.code, answer.out) == (3, "")
    assert answer.err.startswith("无法打开“标准输入”：")


def test_a_batch_goes_on_past_a_bad_file(call: Call, project: Path, tmp_path: Path) -> None:
    bad = tmp_path / "坏.docx"
    bad.write_bytes(JPEG)
    good = project / "resources" / "samples" / "sample_economic.txt"
    answer = call("check", bad, good, "--json")
    assert answer.code == 3
    assert [one["path"] for one in answer.json["files"]] == [str(good)]


def test_stray_bytes_are_listed_and_cut_nothing(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "杂.txt"
    text = "在全县防汛会上的讲话\n同志们：\n要把防汛工作抓紧抓实，确保人民群众安全度汛。\n"
    path.write_bytes(text.encode() + b"\xff\xff" + "最后，祝大家工作顺利。".encode())
    answer = call("structure", path, "--json")
    assert answer.code == 0
    assert "最后，祝大家工作顺利。" in answer.json["text"]
    assert "未导入" in answer.err


def test_five_megabytes_end_in_time(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "大.txt"
    path.write_text("要把各项工作抓紧抓实。\n" * 150_000, encoding="utf-8")
    answer = call("structure", path, "--json")
    assert answer.code in {0, 3}
    assert answer.code == 0 or answer.err.count("\n") == 1


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("check",),
        ("structure", "a", "b"),
        ("nonsense",),
        ("rules", "ZZ999"),
        ("export", "a.txt"),
        ("template", "new", "no-such-template"),
        ("check", "x.txt", "--date", "昨天"),
        ("check", "x.txt", "--select", "ZZ1"),
    ],
)
def test_wrong_usage_is_two(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "x.txt").write_text("要抓紧。", encoding="utf-8")
    answer = call(*arguments)
    assert answer.code == 2
    assert answer.err.strip()
    assert answer.out == ""


@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_a_rule_that_does_not_exist_is_told_before_any_file_is_read(
    call: Call, tmp_path: Path, option: str
) -> None:
    missing = tmp_path / "没有.txt"
    answer = call("check", missing, option, "WD001,ZZ1")
    assert (answer.code, answer.err.count("\n")) == (2, 1)
    assert "ZZ1" in answer.err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "缺少 命令"),
        (("library",), "缺少 子命令"),
        (("suggest", "--section", "foo"), "--section 没有“foo”，可用的有“opening”“body”"),
        (("suggest", "-n", "许多"), "-n：“许多”应为正整数"),
    ],
)
def test_usage_is_told_in_chinese(call: Call, arguments: tuple[str, ...], told: str) -> None:
    assert told in call(*arguments).err


def test_an_unknown_kind_of_file_is_refused_and_says_why(
    call: Call, project: Path, tmp_path: Path
) -> None:
    sample = project / "resources" / "samples" / "sample_economic.txt"
    answer = call("export", sample, tmp_path / "a.odt")
    assert answer.code == 2
    assert ".docx" in answer.err


def test_export_to_a_folder_that_is_not_there(call: Call, project: Path, tmp_path: Path) -> None:
    sample = project / "resources" / "samples" / "sample_economic.txt"
    answer = call("export", sample, tmp_path / "没有" / "a.docx")
    assert answer.code == 3
    assert answer.err.count("\n") == 1


def test_words_are_told_from_files() -> None:
    assert all(is_command(word) for word in MODULES)
    assert not is_command("讲话.docx")
    assert not is_command("./check")


def test_a_mistyped_word_is_refused_with_the_nearest_command(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It opened the window, which looked for a file of that name."""
    command = [sys.executable, str(project / "main.py"), "chek", "a.docx"]
    done = subprocess.run(command, capture_output=True, check=False)
    assert (done.returncode, done.stdout) == (2, b"")
    told = "没有“chek”这个命令，是不是“check”？请用“jianggao-cli --help”查看全部命令。"
    assert done.stderr.decode("utf-8").splitlines() == [told]
    monkeypatch.chdir(tmp_path)
    (tmp_path / "讲话").write_text("同志们：\n", encoding="utf-8")
    assert not any(map(is_mistyped, ("", "讲话", "check", "没有.docx", "夹/没有", "C:没有", "-h")))
    assert all(map(is_mistyped, ("chek", "校核", "Check", "--halp")))
    assert (nearest("strcture"), nearest("--halp"), nearest("校核")) == ("structure", "--help", "")


if sys.platform != "win32":  # names are bytes there
    SHORT = "在全县水利会上的讲话\n同志们：\n要抓紧水利。\n"

    def run_as(project: Path, folder: Path, *arguments: bytes) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, str(project / "main.py"), *map(os.fsdecode, arguments)]
        environment = {
            **{key: one for key, one in os.environ.items() if not key.startswith(("LC_", "LANG"))},
            "LC_ALL": "C",
            "PYTHONUTF8": "0",
            "HOME": str(folder),
        }
        return subprocess.run(
            command, capture_output=True, check=False, cwd=folder, env=environment,
            encoding="utf-8",
        )  # fmt: skip

    @pytest.mark.parametrize("encoding", ["utf-8", "gbk"])
    def test_names_that_the_code_page_does_not_know(
        project: Path, tmp_path: Path, encoding: str
    ) -> None:
        """A script under LC_ALL=C; files of an archive that was packed on Windows."""
        source = "讲稿.txt".encode(encoding)
        place = tmp_path / os.fsdecode(source)
        place.write_text(SHORT, encoding="utf-8")
        told = run_as(project, tmp_path, b"check", source, b"--library", b"none")
        assert told.stdout.startswith("讲稿.txt：")
        missing = run_as(project, tmp_path, b"check", "没有.txt".encode(encoding))
        assert missing.stderr.startswith("无法打开“没有.txt”：")
        assert "\\ud" not in told.stdout + told.stderr + missing.stderr

    def test_files_of_such_names_are_written_and_kept(project: Path, tmp_path: Path) -> None:
        source, made = ("讲稿.txt".encode("gbk"), "清样.txt".encode("gbk"))
        (tmp_path / os.fsdecode(source)).write_text(SHORT, encoding="utf-8")
        assert run_as(project, tmp_path, b"clean", source, b"-o", made).returncode == 0
        assert (tmp_path / os.fsdecode(made)).exists()
        library = (b"--library", b"a.db")
        assert run_as(project, tmp_path, b"library", b"add", source, *library).returncode == 0
        found = run_as(project, tmp_path, b"library", b"search", "水利".encode(), *library)
        assert "在全县水利会上的讲话" in found.stdout
        assert "\\ud" not in found.stdout
        exported = run_as(project, tmp_path, b"export", source, b"--out-dir", b"out")
        assert exported.returncode == 0
        assert len(list((tmp_path / "out").iterdir())) == 1


def test_output_is_utf8_under_a_chinese_locale(project: Path, tmp_path: Path) -> None:
    command = [sys.executable, str(project / "main.py"), "structure", "-"]
    done = subprocess.run(
        command,
        input="在全县防汛会上的讲话\n同志们：\n要抓紧。\n".encode(),
        capture_output=True,
        check=True,
        env={
            **os.environ,
            "LC_ALL": "zh_CN.GBK",
            "PYTHONIOENCODING": "gbk",
            "PATH": "",
            "HOME": str(tmp_path),
        },
    )
    assert "标题：在全县防汛会上的讲话" in done.stdout.decode("utf-8")
