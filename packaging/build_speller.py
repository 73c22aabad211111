"""Build what the speller rests on: words, likeness of characters, counts.

    python packaging/build_speller.py [--texts FOLDER …] [--font FONT]

writes words.npz, likeness.npz and counts.npz into resources/spelling, with contents.json: hash of
each file, and for counts and weights the command and the hashes of its inputs. FOLDERs hold plain
texts (default: ../shared/data/speeches_train and speeches_dev); files mostly in traditional script
are left out. The project's own library, samples and lists of phrases are counted with them; their
hashes are of the Chinese characters alone, so that figures and initials renewed in a list make
nothing stale, and a test tells when a word has changed since the counts were made.
Words and frequencies are those of jieba's dictionary (MIT), sounds of pypinyin (MIT); shapes are
compared in pictures of the characters drawn with FONT (default: Noto Sans CJK SC). The weights
are learnt afterwards (packaging/train_speller.py); counts that changed little need no new ones.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

PROJECT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(PROJECT))

import numpy as np  # noqa: E402
from character_shapes import shape_matrices  # noqa: E402
from character_sounds import sound_matrix, syllable_numbers  # noqa: E402
from report_counts import count_reports  # noqa: E402

from drafting.cleaning.cleaner import clean_text  # noqa: E402
from drafting.lexicons.tsv import read_table  # noqa: E402
from drafting.spelling.alphabet import characters  # noqa: E402
from drafting.spelling.counts import NgramCounts, pack  # noqa: E402
from drafting.spelling.likeness import pack_likeness  # noqa: E402
from drafting.spelling.word_table import LONGEST, pack_words  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

FOLDER = PROJECT / "resources" / "spelling"
DATA = PROJECT.parent / "shared" / "data"
TEXTS = (DATA / "speeches_train", DATA / "speeches_dev")
FONT = Path("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc")
# Our own lists of phrases and names that are counted as text.
OWN_LISTS = (
    "phrases", "formulae", "checks_fixed_formulations", "checks_fixed_series",
    "checks_quotations", "mining_formal_names",
)  # fmt: skip
# The face of simplified Chinese in that collection.
FACE = 2
# At least so many occurrences in the dictionary's corpus or one in the texts make a character one
# that may be meant.
LEAST_USE = 50
# A text with more of its characters outside GB 2312 is in traditional script.
MOST_UNKNOWN = 0.1


def read_texts(folders: tuple[Path, ...]) -> dict[Path, str]:
    """Return the cleaned texts in simplified script, by file."""
    known = set(characters())
    texts = {}
    for folder in folders:
        for path in sorted(folder.glob("*.txt")):
            text = path.read_text(encoding="utf-8")
            han = [one for one in text if "\u4e00" <= one <= "\u9fff"]
            if sum(one not in known for one in han) <= MOST_UNKNOWN * len(han):
                texts[path] = clean_text(text).text
    return texts


def read_own() -> dict[Path, str]:
    """Return the project's own speeches and phrases, by file."""
    resources = PROJECT / "resources"
    paths = sorted([*(resources / "library").glob("*.txt"), *(resources / "samples").glob("*.txt")])
    texts = {path: path.read_text(encoding="utf-8") for path in paths}
    for name in OWN_LISTS:
        path = resources / "lexicons" / f"{name}.tsv"
        texts[path] = "\n".join("\n".join(row) for row in read_table(path).rows)
    return texts


def dictionary() -> dict[str, int]:
    """Return jieba's words of one to four characters of the alphabet, with their frequencies."""
    import jieba

    known = set(characters())
    words = {}
    path = Path(jieba.__file__).parent / "dict.txt"
    for line in path.read_text(encoding="utf-8").splitlines():
        word, frequency, _ = line.split(" ")
        if len(word) <= LONGEST and known.issuperset(word) and int(frequency) > 0:
            words[word] = int(frequency)
    return words


def usable(words: dict[str, int], counts: NgramCounts) -> NDArray[np.bool_]:
    """Return which characters of the alphabet may be meant where another stands."""
    used = dict.fromkeys(characters(), 0)
    for word, frequency in words.items():
        for one in word:
            used[one] += frequency
    is_used = np.array([used[one] >= LEAST_USE for one in characters()])
    seen = counts.keys[0].astype(np.int64) - 4
    is_used[seen[seen >= 0]] = True
    return is_used


def build_likeness(is_used: NDArray[np.bool_], font: Path) -> dict[str, NDArray[np.generic]]:
    """Return the arrays of the likeness table."""
    sound = sound_matrix(characters())
    shape, part, is_near = shape_matrices(characters(), font, FACE)
    is_listed = ((sound < 3) | is_near) & is_used[None, :]
    np.fill_diagonal(is_listed, val=False)
    return pack_likeness(sound, shape, part, is_listed, syllable_numbers(characters()))


def write(name: str, arrays: dict[str, NDArray[np.generic]]) -> None:
    """Write one file of arrays into the resources and print its size."""
    FOLDER.mkdir(exist_ok=True)
    np.savez_compressed(FOLDER / name, **arrays)  # type: ignore[arg-type]
    print(f"{name}: {(FOLDER / name).stat().st_size:,} bytes")


def digest(path: Path) -> str:
    """Return the SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def own_digests(own: dict[Path, str]) -> dict[str, str]:
    """Return the SHA-256 of the Chinese characters of the project's own texts, by file name."""
    found = {}
    for path, text in own.items():
        runs = "\n".join(re.findall("[\u4e00-\u9fff]+", text))
        found[path.name] = hashlib.sha256(runs.encode()).hexdigest()
    return found


def digests(paths: Iterable[Path]) -> dict[str, str]:
    """Return the SHA-256 of files, by name."""
    return {path.name: digest(path) for path in paths}


def write_contents(part: str, command: str, inputs: dict[str, dict[str, str]]) -> None:
    """Write the hashes of all files, and of what and how one ``part`` of them was made."""
    path = FOLDER / "contents.json"
    contents = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    contents["files"] = digests(sorted(FOLDER.glob("*.npz")))
    contents[part] = {"command": command, "inputs": inputs}
    text = json.dumps(contents, ensure_ascii=False, indent=1) + "\n"
    path.write_text(text, encoding="utf-8")


def main(arguments: list[str]) -> int:
    """Build and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--texts", nargs="+", type=Path, default=list(TEXTS))
    parser.add_argument("--font", type=Path, default=FONT)
    call = parser.parse_args(arguments)
    texts = read_texts(tuple(call.texts))
    own = read_own()
    counts = count_reports([*texts.values(), *own.values()])
    words = dictionary()
    write("words.npz", pack_words(words))
    write("counts.npz", pack(counts))
    write("likeness.npz", build_likeness(usable(words, counts), call.font))
    inputs = {"texts": digests(texts), "own": own_digests(own)}
    write_contents("counts", "python packaging/build_speller.py", inputs)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
