"""How many people gave two answers: as pandas counts them, only sooner."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from clusters.clustering.association import counted

ANSWERS = st.sampled_from(["b", "a", "c", None])
NUMBERS = st.sampled_from([10.0, 2.0, 3.0, None])


@given(st.lists(st.tuples(ANSWERS, NUMBERS)), st.permutations(["a", "b", "c", "d"]))
def test_the_table_is_that_of_crosstab_in_its_order(people, categories):
    answers = pd.Series([answer for answer, _ in people], dtype=object)
    numbers = pd.Series([number for _, number in people], dtype="float64")
    known = pd.crosstab(answers.to_numpy(), numbers.to_numpy()).to_numpy()
    coded = pd.Series(pd.Categorical(answers, categories=categories))

    for one in (answers, coded):
        table = counted(one, numbers)
        assert table.tolist() == known.tolist()
        assert counted(numbers, one).T.tolist() == known.tolist()


@pytest.mark.parametrize("nobody", [[], [None], [None, None]])
def test_of_nobody_there_is_no_table(nobody):
    answers = pd.Series(nobody, dtype=object)

    assert counted(answers, answers).size == 0
