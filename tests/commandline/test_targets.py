"""Output goes where it was wished, and never over the input."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from drafting.commandline.targets import stem_like

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.commandline.conftest import Answer

    Call = Callable[..., Answer]

FULL = Path("/dev/full")


@pytest.fixture
def speech(tmp_path: Path) -> Path:
    path = tmp_path / "讲 话“稿”.txt"
    path.write_text("在全县防汛会上的讲话\n同志们：\n要抓紧。\n", encoding="utf-8")
    return path


def test_output_onto_the_input_is_refused(call: Call, speech: Path, tmp_path: Path) -> None:
    word = tmp_path / "稿.docx"
    assert call("export", speech, word).code == 0
    for words in (("export", word, word), ("clean", speech, "-o", speech)):
        before = {path: path.read_bytes() for path in (word, speech)}
        answer = call(*words)
        assert answer.code == 2
        assert "来源文件" in answer.err
        assert {path: path.read_bytes() for path in (word, speech)} == before
    draft = tmp_path / "稿.jianggao"
    assert call("template", "from", speech, "-o", draft).code == 0
    assert call("template", "from", draft, "-o", draft).code == 2


@pytest.mark.parametrize("name", ["稿.docx", "稿.jianggao", "稿.pdf"])
def test_text_is_not_written_into_another_kind(call: Call, speech: Path, name: str) -> None:
    target = speech.with_name(name)
    target.write_bytes(b"older")
    answer = call("clean", speech, "-o", target)
    assert answer.code == 2
    assert ".txt" in answer.err
    assert target.read_bytes() == b"older"


@pytest.mark.parametrize(
    ("wish", "written"), [("CON.docx", "CON_.docx"), ("a:b?.docx", "a：b？.docx")]
)
def test_names_that_windows_refuses_are_cleaned(
    call: Call, speech: Path, wish: str, written: str
) -> None:
    older = speech.with_name(written)
    older.write_bytes(b"older")
    shape = call("export", speech, speech.with_name(wish), "--json").json
    assert shape["path"] == str(older.with_stem(f"{older.stem}（2）"))
    assert older.read_bytes() == b"older"


def test_a_batch_makes_its_folder(call: Call, speech: Path, tmp_path: Path) -> None:
    assert call("export", speech, "--out-dir", tmp_path / "新" / "夹").code == 0
    assert (tmp_path / "新" / "夹" / "讲 话“稿”.docx").exists()
    answer = call("export", speech, speech, "--out-dir", speech)
    assert answer.code == 3
    assert answer.err.count("\n") == 1


def test_a_wrong_layout_is_said_once_for_a_batch(call: Call, speech: Path, tmp_path: Path) -> None:
    answer = call("export", speech, speech, "--out-dir", tmp_path, "--layout", "no")
    assert answer.code == 2
    assert answer.err.count("\n") == 1


@pytest.mark.parametrize(
    "words",
    [
        ("check",),
        ("structure", "a", "b"),
        ("check", "a", "--select"),
        ("check", "a", "--select", ","),
        ("check", "a", "--library"),
        ("suggest", "-n", "0"),
        ("suggest", "--section", "middle"),
        ("template",),
    ],
)
def test_wrong_calls_are_told_in_chinese(call: Call, words: tuple[str, ...]) -> None:
    answer = call(*words)
    assert answer.code == 2
    assert answer.err.count("\n") == 1
    assert not re.search("argument|expected|required|choose|unrecognized", answer.err)


def test_help_is_chinese(call: Call) -> None:
    assert "用法：" in call("check", "--help").out
    assert "options" not in call("check", "--help").out


@pytest.mark.parametrize(
    "content", [b"place = [", b"\xff\xfe", b"tolerated = 'abc'", b"characters_per_minute = 0"]
)
def test_a_bad_profile_is_one_sentence(call: Call, speech: Path, content: bytes) -> None:
    profile = speech.with_name("office.toml")
    profile.write_bytes(content)
    answer = call("check", speech, "--profile", profile)
    assert answer.code == 3
    assert answer.err.count("\n") == 1
    assert call("check", speech, "--profile", profile.with_name("no.toml")).code == 3


@pytest.mark.parametrize("name", [".", ".."])
def test_a_folder_is_no_output(
    call: Call, speech: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    folder = speech.parent / "夹"
    folder.mkdir()
    monkeypatch.chdir(folder)
    answer = call("clean", speech, "-o", name)
    assert answer.code == 3
    assert answer.err.count("\n") == 1
    assert list(folder.iterdir()) == []


@pytest.mark.skipif(not FULL.exists(), reason="no full device on this system")
def test_an_output_that_is_full_is_one_sentence(project: Path) -> None:
    command = [sys.executable, str(project / "main.py"), "rules", "--json"]
    with FULL.open("wb") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 3
    assert done.stderr.decode("utf-8").count("\n") == 1


def test_what_is_made_of_a_name_in_gbk_can_be_read() -> None:
    source = "往年/书记讲话定稿.doc".encode("gbk").decode("utf-8", "surrogateescape")
    assert stem_like(source) == "书记讲话定稿"
