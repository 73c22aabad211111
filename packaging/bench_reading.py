"""Time reading, cleaning and parsing against jieba and python-docx, and one core against all.

Usage: python packaging/bench_reading.py

Everything that is compared is run in turns in one process, in all orders alike, so that each
leaves its cold cache to each; a ratio is the median of the ratios of all turns, with its
quartiles. Python looks for garbage in the middle of each as it does in the program. The speeches
of 10,000 characters are put together of the shipped samples (and of real ones beside the
checkout), repeated with other figures; the traditional ones by opencc's s2t. The thousand files
are made in a temporary folder.
"""

from __future__ import annotations

import gc
import io
import itertools
import os
import re
import statistics
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import docx
import jieba
import opencc
from synthetic_speeches import make_speeches

from drafting.cleaning.cleaner import clean_text
from drafting.exporters.word import word_bytes
from drafting.importers.registry import import_bytes
from drafting.importers.safe_import import MEMORY_BYTES, SECONDS, end_children, safe_import
from drafting.pagination.layout_files import load_layout
from drafting.parsing.parser import parse_draft
from drafting.processes.child import program_command
from drafting.processes.pool import ChildPool
from drafting.workspace.checking.batch import check_files, check_opened
from drafting.workspace.checking.wish import CheckWish, options_for
from drafting.workspace.drafts.opening import open_file
from drafting.workspace.office.files import Office

if TYPE_CHECKING:
    from collections.abc import Callable

PROJECT = Path(__file__).resolve().parent.parent
_TURNS = 60
_CHARACTERS = 10_000
_FILES = 1_000
_CHECKED = 500


def main() -> int:
    """Print what was measured beside its target."""
    jieba.setLogLevel(60)
    with tempfile.TemporaryDirectory() as folder:
        jieba.dt.tmp_dir = folder
        jieba.initialize()
        # Its half million words would be walked through by every collection in what is measured.
        gc.collect()
        gc.freeze()
        rows = [*cleaning_rows(), *word_rows(), *batch_rows(Path(folder))]
        end_children()
    width = max(len(what) for what, _, _ in rows)
    for what, figure, target in rows:
        print(f"{what:<{width}}  {figure:<34}  {target}")
    return 0


def sources() -> dict[str, list[str]]:
    """Return the shipped samples and, where they are, real speeches."""
    found = {"samples": sorted((PROJECT / "resources" / "samples").glob("*.txt"))}
    found["seeds"] = sorted((PROJECT.parent / "shared" / "seeds").glob("*.txt"))
    return {
        name: [path.read_text(encoding="utf-8-sig") for path in paths]
        for name, paths in found.items()
        if paths
    }


# Title, date and salutation: a second one of them begins another speech.
_FRONT = re.compile(".{0,200}?[们們][：:]\n", re.DOTALL)


def long_speech(texts: list[str], length: int, turn: int = 0, *, is_one: bool = True) -> str:
    """Return paragraphs of the texts one after another, their figures changed on every turn.

    Unless ``is_one``, every text keeps its title: a file that holds several speeches.
    """
    paragraphs: list[str] = []
    size = 0
    for again in itertools.count(turn):
        shifted = {ord(str(one)): str((one + again) % 10) for one in range(10)}
        for text in texts:
            speech = _FRONT.sub("", text, count=1) if paragraphs and is_one else text
            for line in speech.split("\n"):
                paragraphs.append(line.translate(shifted))
                size += len(line) + 1
                if size >= length:
                    return "\n".join(paragraphs)
    return ""


def in_turns(
    *,
    turns: int = _TURNS,
    clock: Callable[[], float] = time.process_time,
    **works: Callable[[], object],
) -> dict[str, list[float]]:
    """Return for each work what each turn took, in milliseconds, by the process's own time."""
    times: dict[str, list[float]] = {name: [] for name in works}
    for work in works.values():  # the first run warms up
        work()
    for names in itertools.islice(itertools.cycle(itertools.permutations(works)), turns):
        for name in names:
            gc.collect()
            begun = clock()
            works[name]()
            times[name].append((clock() - begun) * 1000)
    return times


def beside(ours: list[float], theirs: list[float]) -> str:
    """Return the ratio of two works run in turns, its quartiles, and both medians."""
    ratios = [one / other for one, other in zip(ours, theirs, strict=True)]
    low, middle, high = statistics.quantiles(ratios, n=4)
    medians = f"{statistics.median(ours):.1f} / {statistics.median(theirs):.1f} ms"
    return f"{middle:.2f} x {low:.2f}-{high:.2f} ({medians})"


def structure(text: str) -> None:
    """Do what the words clean and structure do."""
    clean = clean_text(text)
    parse_draft(clean.text, script=clean.script)


def structure_anew(text: str) -> None:
    """Do so with a text that is seen for the first time, as that of a file just opened."""
    for remembered in remembering():
        remembered.cache_clear()
    structure(text)


@cache
def remembering() -> tuple[Any, ...]:
    """Return what keeps results of the last texts and lines, for a draft that is being written."""
    modules = [
        module
        for name, module in sys.modules.items()
        if name.startswith(("drafting.cleaning.", "drafting.parsing.", "drafting.text."))
    ]
    every = (one for module in modules for one in vars(module).values())
    # Tables, which are read once for all texts, are kept without a limit.
    return tuple(
        one
        for one in every
        if hasattr(one, "cache_parameters") and one.cache_parameters()["maxsize"] is not None
    )


def cleaning_rows() -> list[tuple[str, str, str]]:
    """Return clean and structure against jieba, in both scripts."""
    rows = []
    convert = opencc.OpenCC("s2t").convert
    for name, texts in sources().items():
        simplified = long_speech(texts, _CHARACTERS)
        several = long_speech(texts, _CHARACTERS, is_one=False)
        kinds = (
            ("simplified", simplified, "<= 0.5"),
            ("traditional", convert(simplified), "<= 1.3"),
            ("several speeches in one file", several, ""),
        )
        for kind, text, target in kinds:
            found = in_turns(
                ours=lambda text=text: structure(text),
                anew=lambda text=text: structure_anew(text),
                theirs=lambda text=text: jieba.lcut(text),
            )
            theirs = found.pop("theirs")
            for way, ours in found.items():
                seen = ", first seen" if way == "anew" else ""
                what = f"clean+structure / jieba.lcut, {kind}, {name}{seen}"
                rows.append((what, beside(ours, theirs), target))
    return rows


def word_rows() -> list[tuple[str, str, str]]:
    """Return reading .docx against python-docx, from our own export and from python-docx."""
    rows = []
    texts = next(iter(sources().values()))
    for size in (_CHARACTERS, 10 * _CHARACTERS):
        draft = parse_draft(long_speech(texts, size))
        files = {"our file": word_bytes(draft, load_layout("official"))}
        files["python-docx's file"] = made_by_python_docx(draft.text)
        for name, data in files.items():
            found = in_turns(
                ours=lambda data=data: import_bytes(data, "a.docx"),
                theirs=lambda data=data: read_with_python_docx(data),
            )
            figure = beside(found["ours"], found["theirs"])
            rows.append((f".docx of {size} characters / python-docx, {name}", figure, "<= 0.3"))
    return rows


def made_by_python_docx(text: str) -> bytes:
    """Return a file as other programs write it."""
    document = docx.Document()
    for line in text.split("\n"):
        document.add_paragraph(line)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def read_with_python_docx(data: bytes) -> str:
    """Return the paragraphs that python-docx sees."""
    return "\n".join(one.text for one in docx.Document(io.BytesIO(data)).paragraphs)


def make_files(folder: Path) -> list[Path]:
    """Write a thousand speeches of about 3,000 characters, half of them .docx."""
    texts = next(iter(sources().values()))
    layout = load_layout("official")
    paths = []
    for number in range(_FILES):
        text = long_speech(texts[number % len(texts) :], 3_000, number)
        path = folder / f"{number:04}.{'docx' if number % 2 else 'txt'}"
        if number % 2:
            path.write_bytes(word_bytes(parse_draft(text), layout))
        else:
            path.write_bytes(text.encode("gb18030"))
        paths.append(path)
    return paths


def through_pool(paths: list[Path], size: int) -> float:
    """Return the seconds that so many warm children take for all files."""
    pool = ChildPool(program_command(), size=size, memory_bytes=MEMORY_BYTES)

    def read(path: Path) -> None:
        payload = {"word": "import", "path": str(path), "name": path.name}
        pool.request(payload, SECONDS)

    try:
        with ThreadPoolExecutor(size) as threads:
            list(threads.map(read, paths[: 8 * size]))
            begun = time.perf_counter()
            list(threads.map(read, paths))
            return time.perf_counter() - begun
    finally:
        pool.close()


def checked_row(paths: list[Path]) -> tuple[str, str, str]:
    """Return what reading and checking near-copies takes as a batch, and one file after another."""
    found = in_turns(
        turns=4,
        clock=time.perf_counter,
        together=lambda: check_together(paths),
        alone=lambda: check_alone(paths),
    )
    together, alone = map(statistics.median, (found["together"], found["alone"]))
    return _checked_row("near-copies", together, alone)


def different_row(folder: Path) -> tuple[str, str, str]:
    """Return the same for texts that share phrases alone, none of which was seen before."""
    paths = []
    for number, text in enumerate(make_speeches(2 * _CHECKED)):
        paths.append(folder / f"different-{number:04}.txt")
        paths[-1].write_text(text, encoding="utf-8")
    times = []
    for work, some in ((check_together, paths[::2]), (check_alone, paths[1::2])):
        begun = time.perf_counter()
        work(some)
        times.append((time.perf_counter() - begun) * 1000)
    return _checked_row("different texts", *times)


def check_together(paths: list[Path]) -> None:
    """Read and check files as a batch."""
    wish = CheckWish()
    list(check_files(paths, wish, options_for(wish, Office())))


def check_alone(paths: list[Path]) -> None:
    """Read and check one file after another."""
    options = options_for(CheckWish(), Office())
    for path in paths:
        check_opened(open_file(path), options)


def _checked_row(kind: str, together: float, alone: float) -> tuple[str, str, str]:
    figure = f"{together / alone:.2f} x ({together / 1000:.2f} / {alone / 1000:.2f} s)"
    return f"{_CHECKED} files read and checked, {kind}: batch / one by one", figure, "< 1"


def batch_rows(folder: Path) -> list[tuple[str, str, str]]:
    """Return what a thousand files take, and one file after another."""
    paths = make_files(folder)
    cores = os.cpu_count() or 1
    one, all_cores = [], []
    for _ in range(3):
        one.append(through_pool(paths, 1))
        all_cores.append(through_pool(paths, cores))
    first, second = statistics.median(one), statistics.median(all_cores)
    figure = f"{second / first:.2f} x ({second:.2f} / {first:.2f} s)"
    rows = [(f"{_FILES} files through the pool, {cores} cores / 1", figure, "<= 0.6")]
    safe_import(paths[1])
    rows += [checked_row(paths[:_CHECKED]), different_row(folder)]
    times = []
    for path in paths[1::2]:
        begun = time.perf_counter()
        safe_import(path)
        times.append((time.perf_counter() - begun) * 1000)
    middle, late = statistics.median(times), statistics.quantiles(times, n=100)[98]
    rows.append(("safe_import of a .docx, warm, p50 / p99", f"{middle:.1f} / {late:.1f} ms", ""))
    return rows


if __name__ == "__main__":
    sys.exit(main())
