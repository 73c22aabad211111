"""Ten thousand damaged files of every kind: each ends in a text or in one sentence."""

from __future__ import annotations

import io
import random
import sys
import time
import zipfile
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from drafting.errors import ImportProblem
from drafting.importers.registry import IMPORTERS, Importer, import_bytes
from drafting.importers.safe_import import end_children, safe_import
from drafting.processes.memory import used_memory
from tests.endure import seed_files
from tests.importers.mutants import iter_mutants
from tests.importers.packages import pack

if sys.platform != "win32":
    import resource

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.importers.conftest import Convert

    Tell = Callable[[str], None]

pytestmark = [
    pytest.mark.endure,
    pytest.mark.timeout(3600),
    pytest.mark.skipif(sys.platform == "win32", reason="memory is limited as POSIX does it"),
]

MUTANTS = 10_000
THROUGH_THE_CHILD = 200
SECONDS = 5.0
MEMORY = 500 * 1024 * 1024
_STEP = 500


@pytest.fixture
def seeds(
    speech_file: Callable[[str], bytes], convert: Convert
) -> Callable[[Importer], list[bytes]]:
    """Good files for an importer; one that has none here fails its test."""
    made = speech_file("official")
    ways: dict[str, Callable[[], list[bytes]]] = {
        ".docx": lambda: seed_files.word_files(made),
        ".doc": lambda: seed_files.old_word_files(made, convert),
        ".rtf": lambda: seed_files.rich_text_files(made, convert),
        ".pdf": lambda: seed_files.pdf_files(made, convert),
        ".html": seed_files.web_pages,
        ".mht": seed_files.web_archives,
        ".txt": seed_files.plain_texts,
    }
    return lambda importer: ways[importer.suffixes[0]]()


@pytest.fixture
def memory_limit() -> Iterator[None]:
    """Let an import that wants 500 MB more than is in use now fail in the very place."""
    pages = int(Path("/proc/self/statm").read_bytes().split()[0])
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (pages * resource.getpagesize() + MEMORY, hard))
    yield
    resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


def mutants_of(good: list[bytes], seed: int, count: int) -> Iterator[bytes]:
    """Damaged files; of packages every other one is damaged inside a part and packed again."""
    packages = [data for data in good if data.startswith(b"PK")]
    if not packages:
        yield from iter_mutants(good, seed, count)
        return
    yield from iter_mutants(good, seed, count // 2)
    chance = random.Random(seed)  # noqa: S311 - repeatable, nothing secret
    opened = [parts_of(data) for data in packages]
    pools = {name: [one[name] for one in opened if name in one] for one in opened for name in one}
    for number in range(count - count // 2):
        parts = dict(chance.choice(opened))
        name = chance.choice(sorted(parts))
        (parts[name],) = iter_mutants(pools[name], seed * count + number, 1)
        yield pack(dict(parts), zipfile.ZIP_STORED)


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def outcome_of(data: bytes, name: str) -> str:
    """What an import ended in: ``text`` or the code of its message."""
    try:
        imported = import_bytes(data, name)
    except ImportProblem as problem:
        sentence = str(problem)
        assert sentence.startswith(f"无法打开“{name}”：")
        assert sentence.count("。") == 1
        return problem.code
    assert "\r" not in imported.text
    assert "\0" not in imported.text
    imported.text.encode("utf-8")
    assert all(0 <= one.start < one.end <= len(imported.text) for one in imported.runs)
    for one in imported.comments:
        assert one.start is None or 0 <= one.start <= (one.end or 0) <= len(imported.text)
    return "text"


@pytest.mark.parametrize("importer", IMPORTERS, ids=lambda one: one.suffixes[0])
def test_every_mutant_ends(
    importer: Importer,
    seeds: Callable[[Importer], list[bytes]],
    memory_limit: None,
    tmp_path: Path,
    tell: Tell,
) -> None:
    good = seeds(importer)
    name = f"讲话{importer.suffixes[0]}"
    assert [outcome_of(data, name) for data in good] == ["text"] * len(good)
    seed = zlib.crc32(importer.suffixes[0].encode())
    ends: dict[str, int] = {}
    slowest = 0.0
    before = top = used_memory()
    for number, data in enumerate(mutants_of(good, seed, MUTANTS)):
        begun = time.perf_counter()
        try:
            end = outcome_of(data, name)
        except BaseException:
            (tmp_path / f"mutant-{number}{importer.suffixes[0]}").write_bytes(data)
            raise
        took = time.perf_counter() - begun
        assert took < SECONDS, f"mutant {number} took {took:.1f} s"
        slowest = max(slowest, took)
        ends[end] = ends.get(end, 0) + 1
        if number % _STEP == 0:
            top = max(top, used_memory())
    listed = ", ".join(f"{end} {count}" for end, count in sorted(ends.items()))
    assert sum(ends.values()) == MUTANTS
    assert ends["text"] >= MUTANTS // 20
    tell(
        f"{importer.suffixes[0]}: {MUTANTS} mutants: {listed}; slowest {slowest * 1000:.0f} ms, "
        f"memory + {(top - before) / 1e6:.0f} MB, 0 of another end"
    )


@pytest.mark.parametrize("importer", IMPORTERS, ids=lambda one: one.suffixes[0])
def test_a_sample_goes_the_whole_way(
    importer: Importer, seeds: Callable[[Importer], list[bytes]], tmp_path: Path, tell: Tell
) -> None:
    seed = zlib.crc32(importer.suffixes[0].encode()) + 1
    path = tmp_path / f"讲话{importer.suffixes[0]}"
    texts = 0
    times: list[float] = []
    codes: list[str] = []
    try:
        for data in mutants_of(seeds(importer), seed, THROUGH_THE_CHILD):
            path.write_bytes(data)
            begun = time.perf_counter()
            try:
                texts += bool(safe_import(path).text)
            except ImportProblem as problem:
                codes.append(problem.code)
            times.append(time.perf_counter() - begun)
    finally:
        end_children()
    assert max(times) < SECONDS
    assert "too-slow" not in codes
    assert texts + len(codes) == THROUGH_THE_CHILD
    tell(
        f"{importer.suffixes[0]}: {THROUGH_THE_CHILD} through the child: {texts} texts, "
        f"slowest {max(times) * 1000:.0f} ms"
    )
