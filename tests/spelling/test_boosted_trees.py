"""Trees as arrays give what the trees give."""

from __future__ import annotations

import numpy as np

from drafting.spelling.boosted_trees import BoostedTrees


def test_each_row_reaches_its_leaf() -> None:
    arrays = {
        "judge_features": np.array([[1, -1, 0, -1, -1], [-1, -1, -1, -1, -1]], np.int8),
        "judge_left": np.array([[1, 0, 3, 0, 0], [0, 0, 0, 0, 0]], np.uint8),
        "judge_values": np.array([[0.5, -2.0, 3.0, 1.0, 2.0], [0.25, 0, 0, 0, 0]], np.float32),
        "judge_depth": np.array(2, np.uint8),
        "judge_scale": np.array(1.0, np.float32),
    }
    evidence = np.array([[9.0, 0.5], [3.0, 0.6], [3.1, 0.6]], np.float32)
    expected = 1 / (1 + np.exp(-(np.array([-2.0, 1.0, 2.0]) + 0.25)))
    assert np.allclose(BoostedTrees(arrays, "judge").probability(evidence), expected)
