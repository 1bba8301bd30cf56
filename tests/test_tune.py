from __future__ import annotations

import numpy as np
import pandas as pd

from clusters.clustering import ClusteringOptions
from clusters.study.tuning.tune import as_text, try_all

CHOSEN = ClusteringOptions(clusters=2, minimum=2, maximum=3, starts=2, seed=1, halves=3)


def two_kinds(persons=400):
    rng = np.random.default_rng(0)
    kind = np.arange(persons) % 2
    columns = {
        name: pd.Categorical(
            np.where(rng.random(persons) < 0.9, kind, 1 - kind).astype(str)
        )
        for name in ("a", "b", "c", "d")
    }
    index = pd.Index([f"p{number}" for number in range(persons)], name="person_id")
    return pd.DataFrame(columns, index=index)


def test_every_choice_of_the_grid_is_tried_once():
    table, _ = try_all(two_kinds(), CHOSEN)

    tried = table[["method", "clusters", "left_out"]]
    assert not tried.duplicated().any()
    assert len(table) == 3 * 2 + 4


def test_the_studys_own_choice_agrees_with_itself():
    table, _ = try_all(two_kinds(), CHOSEN)
    table = table.set_index(["method", "clusters", "left_out"])

    assert table.loc[("latent_class", 2, ""), "agreement"] == 1
    assert table["agreement"].between(-0.1, 1).all()
    assert table.loc[("latent_class", 2, "a"), "agreement"] > 0.7


def test_the_table_has_headings_of_one_language():
    table, _ = try_all(two_kinds(), CHOSEN)

    assert "kleinste" in as_text(table, "nl")
    assert "smallest" in as_text(table, "en")


def test_every_number_of_the_studys_own_method_is_put_to_the_test():
    table, tried = try_all(two_kinds(), CHOSEN)
    own = table[(table["method"] == "latent_class") & (table["left_out"] == "")]
    own = own.set_index("clusters")

    assert own.loc[2, "weakest"] > 90
    assert own.loc[3, "weakest"] < own.loc[2, "weakest"] - 10
    assert table.loc[table["method"] == "kmeans", "weakest"].isna().all()
    assert tried.columns.tolist() == [2, 3]
    assert tried.index.equals(two_kinds().index)
