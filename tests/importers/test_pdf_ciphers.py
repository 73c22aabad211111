"""PDF files whose owner forbids copying open without a password, by whatever cipher."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from drafting.errors import ImportProblem
from drafting.importers.pdf.reader import read_pdf

if TYPE_CHECKING:
    from pathlib import Path


# Made once by another library of ciphers.
@pytest.mark.parametrize("name", ["aes_128", "aes_256_extension", "aes_256"])
def test_files_of_other_programs(name: str, project: Path) -> None:
    data = (project / "tests/fixtures/importers" / f"{name}.pdf").read_bytes()
    lines = [f"第{number}条，各镇要守好自己的渠。" for number in range(1, 26)]
    assert read_pdf(data, "a.pdf").text.replace("\n", "") == "".join(lines)


def test_a_file_that_wants_a_password(project: Path) -> None:
    data = (project / "tests/fixtures/importers" / "aes_256_locked.pdf").read_bytes()
    with pytest.raises(ImportProblem, match="设有打开密码，请在 PDF 阅读器里取消") as caught:
        read_pdf(data, "a.pdf")
    assert caught.value.code == "encrypted"
