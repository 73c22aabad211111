"""Targets that cannot be written: one sentence, the old file whole, nothing left behind."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

import pytest

from drafting.exporters import pdf
from drafting.files import atomic

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from drafting.exporters.pdf import PdfFile
    from drafting.model.draft import Draft
    from drafting.model.layout import PageLayout
    from tests.commandline.conftest import Answer

    Call = Callable[..., Answer]

KINDS = pytest.mark.parametrize("suffix", [".docx", ".pdf"])


MADE: dict[tuple[str, str], PdfFile] = {}


@pytest.fixture(autouse=True)
def made_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The tests are about targets: the same speech is drawn as a PDF only once."""
    make = pdf.pdf_bytes

    def once(draft: Draft, layout: PageLayout, *pages_and_families: object) -> PdfFile:
        key = (draft.text, layout.id)
        if key not in MADE:
            MADE[key] = make(draft, layout, *pages_and_families)
        return MADE[key]

    monkeypatch.setattr(pdf, "pdf_bytes", once)


@pytest.fixture
def speech(tmp_path: Path) -> Path:
    path = tmp_path / "稿.txt"
    path.write_text("在水利会上的讲话\n同志们：\n要抓紧修渠，不误农时。", encoding="utf-8")
    return path


def one_sentence(answer: Answer, *words: str) -> None:
    lines = [line for line in answer.err.splitlines() if line.startswith("无法保存")]
    assert answer.code == 3
    assert answer.out == ""
    assert len(lines) == 1
    assert all(word in lines[0] for word in words)
    assert "Traceback" not in answer.err


@KINDS
@pytest.mark.parametrize(
    ("number", "reason"),
    [
        (errno.ENOSPC, "磁盘空间不足"),
        (errno.ENODEV, "磁盘已断开"),
        (errno.EIO, "磁盘读写出错"),
        (errno.ENOENT, "文件夹已不存在"),
        (errno.EROFS, "只读"),
    ],
)
def test_a_disk_that_fails_leaves_the_old_file(
    call: Call, speech: Path, monkeypatch: pytest.MonkeyPatch, suffix: str, number: int, reason: str
) -> None:
    target = speech.with_name("旧" + suffix)
    target.write_bytes(b"older")

    def fail(file: object, data: bytes) -> None:
        raise OSError(number, "simulated")

    monkeypatch.setattr(atomic, "_fill", fail)
    one_sentence(call("export", speech, target), target.name, reason)
    assert target.read_bytes() == b"older"
    assert sorted(path.name for path in speech.parent.iterdir()) == sorted(
        [speech.name, target.name]
    )


@KINDS
def test_a_read_only_file_stays(call: Call, speech: Path, suffix: str) -> None:
    target = speech.with_name("定稿" + suffix)
    target.write_bytes(b"older")
    target.chmod(0o444)
    one_sentence(call("export", speech, target), target.name, "只读")
    assert target.read_bytes() == b"older"


@KINDS
def test_a_folder_that_is_gone(call: Call, speech: Path, suffix: str) -> None:
    target = speech.parent / "没有了" / f"稿{suffix}"
    one_sentence(call("export", speech, target), "文件夹已不存在")
    assert not target.parent.exists()


@KINDS
@pytest.mark.parametrize("name", ["CON", "com1", "稿件. ", "a<b>", "N" * 260, "长" * 260])
def test_names_that_windows_refuses_become_good_ones(
    call: Call, speech: Path, name: str, suffix: str
) -> None:
    folder = speech.parent / "出"
    folder.mkdir()
    assert call("export", speech, folder / f"{name}{suffix}").code == 0
    (written,) = folder.iterdir()
    assert written.suffix == suffix
    assert len(written.name.encode("utf-8")) <= 240
    assert not set(written.name) & set('<>:"|?*')
    assert written.stem.upper() not in {"CON", "COM1"}


def test_a_dot_at_the_end_is_dropped(call: Call, speech: Path) -> None:
    older = speech.with_name("稿.docx")
    older.write_bytes(b"older")
    assert call("export", speech, speech.with_name("稿.docx.")).code == 0
    assert older.read_bytes() == b"older"
    assert speech.with_name("稿（2）.docx").exists()


def test_a_batch_goes_on_where_one_target_fails(
    call: Call, speech: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    second = speech.with_name("另一稿.txt")
    second.write_bytes(speech.read_bytes())
    fill, calls = atomic._fill, []

    def fail_once(file, data):
        calls.append(1)
        if len(calls) == 1:
            raise OSError(errno.ENOSPC, "simulated")
        fill(file, data)

    monkeypatch.setattr(atomic, "_fill", fail_once)
    answer = call("export", second, speech, "--out-dir", speech.parent / "出")
    assert answer.code == 3
    assert "未导出：磁盘空间不足" in answer.out
    assert [path.name for path in (speech.parent / "出").iterdir()] == ["稿.docx"]
