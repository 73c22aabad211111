"""Learn the speller's weights with LightGBM and write them as plain arrays.

LightGBM (MIT) is needed here only and is no requirement of the program or its tests.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from spelling_examples import CLEAN, MISPLACED, PLANTED, REPORT, Examples

from drafting.spelling.proposals import Change

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from numpy.typing import NDArray

    Arrays = dict[str, NDArray[np.generic]]

_SETTINGS: dict[str, Any] = {
    "objective": "binary", "num_leaves": 15, "learning_rate": 0.06, "min_data_in_leaf": 20,
    "bagging_fraction": 0.8, "bagging_freq": 1, "feature_fraction": 0.5, "lambda_l2": 5.0,
    "num_threads": 2, "verbose": -1, "deterministic": True, "force_row_wise": True,
}  # fmt: skip
_TREES, _SEEDS = 300, (1,)
# Of a report as it is every second row is enough; clean newspaper text counts twice, text that we
# planted faults in a third.
_KEPT_OF_REPORTS = 0.5
_WEIGHTS = {CLEAN: 2.0, REPORT: 0.3, PLANTED: 0.3, MISPLACED: 0.3}


def learn(examples: Sequence[Examples], folds: Collection[int]) -> Arrays:
    """Return the arrays of both classifiers, learnt from some folds."""
    rows = [_rows(one, folds) for one in examples]
    evidence = np.concatenate([one[0] for one in rows])
    labels, weights, changes, sources = (
        np.concatenate([one[column] for one in rows]) for column in (1, 2, 3, 4)
    )
    is_length = changes >= Change.INSERT_AFTER
    replaced = ~is_length & (sources != MISPLACED)
    # A sentence with a replaced character says nothing of lengths, it has a fault elsewhere.
    length = is_length & ((sources != PLANTED) | ~labels)
    arrays: Arrays = {}
    for name, chosen in (("replaced", replaced), ("length", length)):
        arrays |= _fit(name, evidence[chosen], labels[chosen], weights[chosen])
    return arrays


def _rows(examples: Examples, used: Collection[int]) -> tuple[NDArray[np.generic], ...]:
    folds = np.array([one.fold for one in examples.sentences])
    kinds = np.array([one.source for one in examples.sentences])
    owners = examples.row_sentence
    kept = np.isin(folds[owners], list(used))
    drawn = np.random.default_rng(0).random(len(owners)) < _KEPT_OF_REPORTS
    kept &= (kinds[owners] != REPORT) | drawn
    weights = np.array([_WEIGHTS.get(kind, 1.0) for kind in kinds])[owners]
    return (
        examples.weighed.evidence[kept],
        examples.is_right[kept],
        weights[kept],
        examples.weighed.proposals.changes[kept],
        kinds[owners][kept],
    )


def _fit(
    name: str,
    evidence: NDArray[np.float32],
    labels: NDArray[np.bool_],
    weights: NDArray[np.float64],
) -> Arrays:
    import lightgbm

    trees: list[dict[str, Any]] = []
    for seed in _SEEDS:
        data = lightgbm.Dataset(evidence, labels, weight=weights)
        booster = lightgbm.train(_SETTINGS | {"seed": seed}, data, num_boost_round=_TREES)
        trees += [one["tree_structure"] for one in booster.dump_model()["tree_info"]]
    return _arrays(name, trees, 1.0 / len(_SEEDS))


def _arrays(name: str, trees: Sequence[dict[str, Any]], scale: float) -> Arrays:
    flat = [_flattened(one) for one in trees]
    size = max(len(nodes) for nodes, _ in flat)
    features = np.full((len(trees), size), -1, np.int8)
    left = np.zeros((len(trees), size), np.uint8)
    values = np.zeros((len(trees), size), np.float32)
    for row, (nodes, _) in enumerate(flat):
        for column, (feature, child, value) in enumerate(nodes):
            features[row, column], left[row, column], values[row, column] = feature, child, value
    return {
        f"{name}_features": features,
        f"{name}_left": left,
        f"{name}_values": values,
        f"{name}_depth": np.array(max(depth for _, depth in flat), np.uint8),
        f"{name}_scale": np.array(scale, np.float32),
    }


def _flattened(tree: dict[str, Any]) -> tuple[list[tuple[int, int, float]], int]:
    """Return the nodes of a tree with both children side by side, and its depth."""
    nodes: list[tuple[int, int, float]] = [(-1, 0, 0.0)]
    waiting = [(tree, 0, 0)]
    deepest = 0
    while waiting:
        node, place, depth = waiting.pop(0)
        deepest = max(deepest, depth)
        if "leaf_value" in node:
            nodes[place] = (-1, 0, node["leaf_value"])
            continue
        child = len(nodes)
        nodes += [(-1, 0, 0.0), (-1, 0, 0.0)]
        nodes[place] = (node["split_feature"], child, node["threshold"])
        waiting += [(node["left_child"], child, depth + 1)]
        waiting += [(node["right_child"], child + 1, depth + 1)]
    return nodes, deepest
