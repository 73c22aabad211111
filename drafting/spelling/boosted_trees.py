"""Gradient-boosted decision trees, learnt elsewhere, read as plain arrays."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray


# After each so many trees the rows with lower log odds are left alone.
_STAGE, _HOPELESS = 20, -5.0


class BoostedTrees:
    """Trees in arrays of the shape (trees, nodes).

    ``features`` is −1 at a leaf, whose value stands in ``values``; elsewhere the row goes to
    ``left`` where its feature is at most the value, and to ``left`` + 1 where it is greater.
    """

    def __init__(self, arrays: Mapping[str, NDArray[np.generic]], name: str) -> None:
        self._features = arrays[f"{name}_features"].astype(np.int64)
        self._left = arrays[f"{name}_left"].astype(np.int64)
        self._values = arrays[f"{name}_values"].astype(np.float32)
        self._depth = int(arrays[f"{name}_depth"])
        self._scale = float(arrays[f"{name}_scale"])

    def probability(self, evidence: NDArray[np.float32]) -> NDArray[np.float64]:
        """Return the probability of each row of ``evidence``, between 0 and 1.

        Rows that are hopeless after some of the trees keep the value that they have then.
        """
        total = np.zeros(len(evidence))
        rows = np.arange(len(evidence))
        for first in range(0, len(self._features), _STAGE):
            total[rows] += self._sum(evidence[rows], range(first, first + _STAGE))
            rows = rows[self._scale * total[rows] > _HOPELESS]
        return 1.0 / (1.0 + np.exp(-self._scale * total))

    def _sum(self, evidence: NDArray[np.float32], trees: range) -> NDArray[np.float64]:
        total = np.zeros(len(evidence))
        rows = np.arange(len(evidence))
        for tree in trees[: max(0, len(self._features) - trees.start)]:
            features, left, values = self._features[tree], self._left[tree], self._values[tree]
            nodes = np.zeros(len(evidence), np.int64)
            for _ in range(self._depth):
                feature = features[nodes]
                goes_right = evidence[rows, np.maximum(feature, 0)] > values[nodes]
                nodes = np.where(feature >= 0, left[nodes] + goes_right, nodes)
            total += values[nodes]
        return total
