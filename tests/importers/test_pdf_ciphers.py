"""PDF files whose owner forbids copying open without a password, by whatever cipher."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pypdf
import pytest
from pypdf import _encryption

from drafting.errors import ImportProblem
from drafting.importers.pdf.aes import decrypt_blocks, decrypt_cbc, encrypt_cbc
from drafting.importers.pdf.ciphers import CIPHERS
from drafting.importers.pdf.reader import read_pdf
from tests.importers.pdf_files import line, pdf_file

if TYPE_CHECKING:
    from pathlib import Path

PLAIN = bytes(16 * one + one for one in range(16))
KEY = bytes(range(32))


# The examples of FIPS 197, appendix C.
@pytest.mark.parametrize(
    ("size", "expected"),
    [
        (16, "69c4e0d86a7b0430d8cdb78070b4c55a"),
        (24, "dda97ca4864cdfe06eaf70a0ec0d7191"),
        (32, "8ea2b7ca516745bfeafc49904b496089"),
    ],
)
def test_the_standards_examples(size: int, expected: str) -> None:
    encrypted = encrypt_cbc(KEY[:size], bytes(16), PLAIN)
    assert encrypted.hex() == expected
    assert decrypt_blocks(KEY[:size], encrypted) == PLAIN


@pytest.mark.parametrize("count", [0, 1, 23, 24, 17_000])
def test_blocks_one_by_one_and_as_arrays(count: int) -> None:
    data = bytes(number * number % 251 for number in range(16 * count))
    encrypted = encrypt_cbc(KEY, PLAIN, data)
    assert decrypt_cbc(KEY, PLAIN, encrypted) == data
    assert len(encrypted) == len(data)


def test_a_key_of_another_length() -> None:
    with pytest.raises(ValueError, match="15"):
        decrypt_blocks(KEY[:15], PLAIN)


def test_the_library_asks_for_its_ciphers_where_ours_are_put() -> None:
    assert all(getattr(_encryption, name) is cipher for name, cipher in CIPHERS.items())
    assert set(CIPHERS) <= set(_encryption.__dict__)


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


def test_pictures_are_left_as_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    """A scanned page may have megabytes that nobody looks at."""
    picture = "/XObject<</I1 50 0 R>>"
    content = line("同志们", 90, 700) + "/I1 Do\n"
    body = b"<</Type/XObject/Subtype/Image/Width 1/Height 1/Length 4096>>stream\n"
    made = pdf_file([content], more=picture, extra={50: body + b"x" * 4096 + b"\nendstream"})
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(made))
    writer.encrypt("", "owner", algorithm="RC4-128")
    stream = io.BytesIO()
    writer.write(stream)
    sizes: list[int] = []
    decrypt = _encryption.CryptRC4.decrypt

    def watched(self: _encryption.CryptRC4, data: bytes, *, strict: bool = True) -> bytes:
        sizes.append(len(data))
        return decrypt(self, data, strict=strict)

    monkeypatch.setattr(_encryption.CryptRC4, "decrypt", watched)
    imported = read_pdf(stream.getvalue(), "a.pdf")
    assert imported.text == "同志们"
    assert [one.kind for one in imported.omissions] == ["图片"]
    assert 0 < max(sizes) < 4096
