"""Learn the weights by which the speller judges, and write them beside its counts.

    python packaging/train_speller.py [--spelling FOLDER]

needs lightgbm 4.7 in the Python that runs it (no requirement of the program) and the files of
packaging/build_speller.py. FOLDER (default: ../shared/data/spelling_dev) holds
official_document_train.json and clean_sentences.json; the reports are those of build_speller.py,
each weighed without itself in the counts. Writes weights.npz and renews contents.json. How good
the weights are on sentences that they were not learnt from tells packaging/measure_spelling.py.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(PROJECT))

import numpy as np  # noqa: E402
from build_speller import (  # noqa: E402
    DATA,
    FOLDER,
    TEXTS,
    digests,
    read_own,
    read_texts,
    write,
    write_contents,
)
from spelling_examples import (  # noqa: E402
    FOLDS,
    Examples,
    read_clean,
    read_documents,
    weigh,
    weigh_reports,
    witness_over,
)
from spelling_weights import learn  # noqa: E402

from drafting.spelling.likeness import LikenessTable  # noqa: E402
from drafting.spelling.loading import load_counts, read_arrays  # noqa: E402
from drafting.spelling.word_table import WordTable  # noqa: E402
from resources import resource_path  # noqa: E402

SPELLING = DATA / "spelling_dev"
SETS = ("official_document_train.json", "clean_sentences.json")


def all_examples(folder: Path) -> list[Examples]:
    """Return the examples of all sources; the sentences of ``folder`` come first."""
    words = WordTable(read_arrays(resource_path("spelling", "words.npz")))
    likeness = LikenessTable(read_arrays(resource_path("spelling", "likeness.npz")))
    witness = witness_over(load_counts(), words, likeness)
    sentences = weigh([*read_documents(folder), *read_clean(folder)], witness)
    reports = weigh_reports(
        list(read_texts(TEXTS).values()), list(read_own().values()), words, likeness
    )
    return [sentences, *(one for three in reports for one in three)]


def main(arguments: list[str]) -> int:
    """Learn and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--spelling", type=Path, default=SPELLING)
    call = parser.parse_args(arguments)
    examples = all_examples(call.spelling)
    right = sum(int(one.is_right.sum()) for one in examples)
    print(f"{sum(len(one.is_right) for one in examples)} changes weighed, {right} of them right")
    arrays = learn(examples, range(FOLDS))
    write("weights.npz", {name: np.asarray(one) for name, one in arrays.items()})
    inputs = {
        "counts": digests([FOLDER / "counts.npz"]),
        "sentences": digests(call.spelling / name for name in SETS),
    }
    write_contents("weights", "python packaging/train_speller.py", inputs)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
