"""An earlier release of more people, or of fewer, beside the sums of this one."""

from __future__ import annotations

import pytest
from attacked import cross

from clusters.disclosure.equations import register
from clusters.disclosure.history import Told
from clusters.disclosure.nested import tied

NOW = register([cross([[40, 30], [20, 10]])])
THEN = register([cross([[44, 30], [27, 10]])])


def told(equations, without=()):
    return {
        key: Told(int(persons), int(persons), 1)
        for key, persons in zip(equations.keys, equations.counts, strict=True)
        if key[1] not in without
    }


def between(equations):
    return {
        conditions: int(persons)
        for (population, conditions), persons in zip(
            equations.keys, equations.counts, strict=True
        )
        if population == "p between then"
    }


def holds(equations):
    return all(
        equations.counts[total] == equations.counts[list(parts)].sum()
        for total, parts in equations.sums
    )


@pytest.mark.parametrize("is_larger", [True, False])
def test_the_people_in_between_are_counted_in_every_cell_and_total(is_larger):
    ours, other = (NOW, THEN) if is_larger else (THEN, NOW)
    both, printed = tied(ours, told(other), "then", is_larger=is_larger)

    assert between(both) == {
        (): 11,
        (("row", "r0"),): 4,
        (("row", "r1"),): 7,
        (("column", "c0"),): 11,
        (("column", "c1"),): 0,
        (("column", "c0"), ("row", "r0")): 4,
        (("column", "c1"), ("row", "r0")): 0,
        (("column", "c0"), ("row", "r1")): 7,
        (("column", "c1"), ("row", "r1")): 0,
    }
    assert len(printed) == len(other.keys)
    # per quantity ours, theirs and those in between; and every sum of ours twice more
    assert len(both.sums) == 3 * len(ours.sums) + len(ours.keys)
    assert holds(both)


def test_a_total_that_was_not_told_follows_from_its_parts():
    gone = [(), (("row", "r1"),)]
    both, printed = tied(NOW, told(THEN, without=gone), "then", is_larger=True)

    assert between(both)[()] == 11
    assert between(both)[("row", "r1"),] == 7
    assert len(printed) == len(THEN.keys) - 2


def test_a_cell_with_more_people_in_the_smaller_population_is_left_out():
    changed = register([cross([[44, 30], [27, 8]])])
    both, _ = tied(NOW, told(changed), "then", is_larger=True)

    assert (("column", "c1"), ("row", "r1")) not in between(both)
    assert (("column", "c1"),) not in between(both)
    assert between(both)[("column", "c0"),] == 11
    assert holds(both)
