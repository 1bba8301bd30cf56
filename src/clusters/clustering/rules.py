"""Rules of thumb: a small tree that says in answers who is in which cluster.

The model weighs all features at once; a reader cannot. The tree repeats most of its
assignments with a few questions, and says how many. It asks for answers and edges of
bands only, and never describes fewer persons than `LEAST_IN_LEAF`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
from sklearn.tree import DecisionTreeClassifier

from clusters.schema import NOT_APPLICABLE, UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

LEAST_IN_LEAF = 50

# Two leaves per cluster and some to spare; more reads like a table, not like a rule.
LEAVES_PER_CLUSTER = 2

# A question: the feature, and the answers of it that are numbered for the tree.
_Question = tuple[str, "Floats"]


@dataclass(frozen=True)
class Rule:
    """Who has these answers is mostly in this cluster.

    ``when`` maps features to the answers allowed (unknown among them); ``share`` of the
    persons of whom it holds are in the cluster, and it holds of ``covers`` of the
    cluster.
    """

    cluster: int
    when: dict[str, tuple[str, ...]]
    share: float
    covers: float


@dataclass(frozen=True)
class Rules:
    """One rule per cluster that has one, and what all leaves together repeat.

    ``fidelity`` is the share of persons whose cluster the tree repeats.
    """

    fidelity: float
    rules: tuple[Rule, ...]


def learn_rules(
    features: pd.DataFrame, clusters: pd.Series, ordered: Collection[str]
) -> Rules:
    """Grow the tree on persons with a cluster.

    Parameters
    ----------
    features
        Categorical columns; missing is unknown.
    clusters
        Cluster of each person, 1 to k, on the same index.
    ordered
        Features of which the categories run from low to high.
    """
    questions = _questions(features, ordered)
    asked = np.column_stack(
        [numbers[_codes(features[name])] for name, numbers in questions]
    )
    k = clusters.nunique()
    tree = DecisionTreeClassifier(
        max_leaf_nodes=max(2, LEAVES_PER_CLUSTER * k),
        min_samples_leaf=LEAST_IN_LEAF,
        random_state=0,
    ).fit(asked, clusters)
    leaves = pd.Series(tree.apply(asked), clusters.index)
    table = pd.crosstab(leaves, clusters)
    held = table.max(axis=1).sum() / len(clusters)
    rules = [
        _rule(cluster, table, _path(tree, leaf, questions), features)
        for cluster in sorted(table)
        if (leaf := _leaf_of(cluster, table)) is not None
    ]
    return Rules(float(held), tuple(rules))


def _questions(features: pd.DataFrame, ordered: Collection[str]) -> list[_Question]:
    """Return the answers as numbers: ranks, or each against all others.

    The last place of every list is the unknown answer; neither it nor "does not apply"
    has a rank, so both are questions of their own and lie below the lowest.
    """
    questions: list[_Question] = []
    for name in features:
        answers = [str(answer) for answer in features[name].cat.categories]
        singles = [*range(len(answers)), len(answers)]
        if name in ordered:
            rank = [
                -1.0 if a == NOT_APPLICABLE else float(i) for i, a in enumerate(answers)
            ]
            questions.append((name, np.array([*rank, -1.0])))
            singles = [i for i in singles if i == len(answers) or rank[i] < 0]
        for single in singles:
            questions.append((name, (np.arange(len(answers) + 1) == single) * 1.0))
    return questions


def _codes(column: pd.Series) -> NDArray[np.intp]:
    """Place of each answer; unknown is -1, the last."""
    codes: NDArray[np.intp] = column.cat.codes.to_numpy(np.intp)
    return codes


def _leaf_of(cluster: int, table: pd.DataFrame) -> int | None:
    """Return the leaf with most persons of a cluster, of those it is largest in."""
    own = table[cluster][table.idxmax(axis=1) == cluster]
    return None if own.empty else int(own.idxmax())


def _path(
    tree: DecisionTreeClassifier, leaf: int, questions: Sequence[_Question]
) -> dict[str, NDArray[np.bool_]]:
    """Return which answers to each feature lead to a leaf."""
    inner = tree.tree_
    above = {int(inner.children_left[n]): (n, True) for n in range(inner.node_count)}
    above |= {int(inner.children_right[n]): (n, False) for n in range(inner.node_count)}
    allowed: dict[str, NDArray[np.bool_]] = {}
    node = leaf
    while node != 0:
        node, left = above[node]
        name, numbers = questions[inner.feature[node]]
        passes = (numbers <= inner.threshold[node]) == left
        allowed[name] = allowed.get(name, np.ones(len(numbers), bool)) & passes
    return dict(reversed(allowed.items()))


def _rule(
    cluster: int,
    table: pd.DataFrame,
    allowed: dict[str, NDArray[np.bool_]],
    features: pd.DataFrame,
) -> Rule:
    leaf = _leaf_of(cluster, table)
    persons = table.loc[leaf, cluster]
    when = {
        name: tuple(
            answer
            for answer, passes in zip(
                [*map(str, features[name].cat.categories), UNKNOWN],
                allows,
                strict=True,
            )
            if passes
        )
        for name, allows in allowed.items()
    }
    share = persons / table.loc[leaf].sum()
    return Rule(int(cluster), when, float(share), float(persons / table[cluster].sum()))
