"""Whatever a file does to a parser, the program gets a text or one sentence."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from drafting.errors import ImportProblem
from drafting.importers import safe_import as module
from drafting.importers.safe_import import end_children, safe_import, safe_import_bytes
from tests.importers.packages import pack, paragraph, word_file, word_parts

if TYPE_CHECKING:
    from collections.abc import Iterator

WORD = word_file(paragraph("在云岭县", "秋收会上的讲话"))


@pytest.fixture(autouse=True)
def child(monkeypatch: pytest.MonkeyPatch, project: Path) -> Iterator[None]:
    script = Path(__file__).with_name("import_child.py")
    monkeypatch.setenv("PYTHONPATH", str(project))
    monkeypatch.setattr(module, "program_command", lambda: [sys.executable, str(script)])
    end_children()
    yield
    end_children()


def code_of(path: Path) -> str:
    begun = time.monotonic()
    with pytest.raises(ImportProblem) as caught:
        safe_import(path)
    assert time.monotonic() - begun < 7
    message = str(caught.value)
    assert message.startswith(f"无法打开“{path}”：")
    assert message.count("。") == 1
    return caught.value.code


def test_word_files_are_read_in_a_child(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "讲 话.docx"
    path.write_bytes(WORD)
    monkeypatch.chdir(tmp_path)
    for place in (path, str(path), "讲 话.docx"):
        imported = safe_import(place)
        assert imported.text == "在云岭县秋收会上的讲话"
        assert [(one.start, one.end, one.run) for one in imported.runs] == [(0, 4, 0), (4, 11, 1)]
        assert imported.encoding is not None
        assert imported.encoding.startswith("child ")
        assert imported.encoding != f"child {os.getpid()}"


def test_nothing_heavy_is_loaded_before_a_file_is_read(project: Path) -> None:
    program = (
        "import sys, drafting.importers.safe_import, drafting.history.recovery\n"
        "print(sorted({'lxml', 'chardet', 'docx', 'jieba', 'opencc'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=project, capture_output=True, check=True, timeout=20
    )
    assert done.stdout.strip() == b"[]"


def test_a_word_file_named_doc_is_read_in_a_child_too(tmp_path: Path) -> None:
    path = tmp_path / "其实是新格式.doc"
    path.write_bytes(WORD)
    encoding = safe_import(path).encoding
    assert encoding is not None
    assert encoding.startswith("child ")


def test_standard_input(tmp_path: Path) -> None:
    assert safe_import_bytes(WORD, "-").text == "在云岭县秋收会上的讲话"
    assert safe_import_bytes("同志们：".encode("gb18030"), "-").encoding == "gb18030"
    with pytest.raises(ImportProblem, match="文件是空的"):
        safe_import_bytes(b"", "-")


def test_small_texts_need_no_child(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "program_command", lambda: ["/no/such/program"])
    path = tmp_path / "a.txt"
    path.write_bytes("同志们：\r\n".encode("gb18030") * 1000)
    assert safe_import(path).text == "同志们：\n" * 1000
    path = tmp_path / "旧.xls"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 2_000_000)
    assert code_of(path) == "unsupported"
    path = tmp_path / "长.txt"
    path.write_bytes("同志们：".encode() * 100_000)
    with pytest.raises(ImportProblem, match="重新安装"):
        safe_import(path)


def test_a_text_of_five_megabytes(tmp_path: Path) -> None:
    path = tmp_path / "长稿.txt"
    path.write_bytes("颗粒归仓，质量要紧。\n".encode() * 166_000)
    assert path.stat().st_size > 5_000_000
    begun = time.monotonic()
    assert len(safe_import(path).text) == 11 * 166_000
    assert time.monotonic() - begun < 5


@pytest.mark.parametrize(
    ("name", "code"),
    [("会死", "damaged"), ("会等", "too-slow"), ("会错", "damaged"), ("会胀", "too-large")],
)
def test_a_fault_of_the_parser_is_one_sentence(
    tmp_path: Path, name: str, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "SECONDS", 2.0)
    path = tmp_path / f"{name}.docx"
    path.write_bytes(WORD)
    assert code_of(path) == code
    path = tmp_path / "好的.docx"
    path.write_bytes(WORD)
    assert safe_import(path).text == "在云岭县秋收会上的讲话"


def test_bad_input_named_in_the_design(tmp_path: Path) -> None:
    cases = {
        "空.docx": (b"", "empty"),
        "空.txt": (b"", "empty"),
        "照片.docx": (b"\xff\xd8\xff\xe0\0\x10JFIF" + b"\0" * 999, "wrong-type"),
        "密.docx": (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "encrypted",
        ),
        "乱.txt": (b"\xff" * 1000, "unknown-encoding"),
        "旧.doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "damaged"),
    }
    for name, (data, code) in cases.items():
        path = tmp_path / name
        path.write_bytes(data)
        assert code_of(path) == code
        assert path.read_bytes() == data
    assert code_of(tmp_path / "没有.docx") == "missing"
    assert code_of(tmp_path) == "wrong-type"


def test_a_dense_document_stays_inside_its_bounds(tmp_path: Path) -> None:
    """Nineteen megabytes of empty elements: over a gigabyte if nobody stopped it."""
    path = tmp_path / "密.docx"
    path.write_bytes(pack(word_parts("<w:p/>" * 3_100_000)))
    assert code_of(path) in {"too-large", "too-slow", "damaged", "empty", "refused"}


def test_every_shared_file_opens_or_says_why(shared: Path) -> None:
    """Every public file: text with all characters accounted for, or a sentence."""
    good = 0
    for folder in ("docx_dev", "office_public"):
        for path in sorted((shared / "data" / folder).iterdir()):
            begun = time.monotonic()
            try:
                good += bool(safe_import(path).text.strip())
            except ImportProblem as problem:
                assert str(problem).count("。") >= 1  # noqa: PT017 - either end is right
            assert time.monotonic() - begun < 5
    assert good >= 148
