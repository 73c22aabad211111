"""The speller as it is shipped: counts, words, likeness and weights from the resources."""

from __future__ import annotations

import zlib
from functools import cache
from typing import TYPE_CHECKING
from zipfile import BadZipFile

import numpy as np

from drafting.errors import ResourceError
from drafting.spelling.boosted_trees import BoostedTrees
from drafting.spelling.counts import unpack
from drafting.spelling.likeness import LikenessTable
from drafting.spelling.speller import Speller, Tables
from drafting.spelling.word_table import WordTable
from resources import resource_path

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    from drafting.spelling.counts import NgramCounts


def read_arrays(path: Path) -> dict[str, NDArray[np.generic]]:
    """Return the arrays of one file.

    Raises:
        ResourceError: the file is missing or damaged.
    """
    try:
        with path.open("rb") as stream, np.load(stream, allow_pickle=False) as arrays:
            return dict(arrays)
    except (OSError, EOFError, ValueError, KeyError, BadZipFile, zlib.error) as error:
        raise ResourceError(f"用字模型“{path.name}”缺失或损坏，请重新安装程序。") from error


def load_counts() -> NgramCounts:
    """Return the shipped counts.

    Raises:
        ResourceError: the file is missing or damaged.
    """
    return unpack(read_arrays(resource_path("spelling", "counts.npz")))


@cache
def load_tables() -> Tables:
    """Return the shipped words, likeness and weights.

    Raises:
        ResourceError: a file is missing or damaged.
    """
    weights = read_arrays(resource_path("spelling", "weights.npz"))
    return Tables(
        WordTable(read_arrays(resource_path("spelling", "words.npz"))),
        LikenessTable(read_arrays(resource_path("spelling", "likeness.npz"))),
        BoostedTrees(weights, "replaced"),
        BoostedTrees(weights, "length"),
    )


def load_speller(own: NgramCounts | None = None) -> Speller:
    """Return a speller over the shipped counts and those of the user's ``own`` library.

    Raises:
        ResourceError: a file is missing or damaged.
    """
    counts = load_counts()
    return Speller(counts if own is None else counts.plus(own), load_tables())
