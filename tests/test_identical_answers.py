"""Which answers the same people gave, and what that adds to the sums of a release."""

from __future__ import annotations

import pandas as pd
from attacked import one_way
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from clusters.disclosure.equations import register
from clusters.profiles import identical_answers


def people(**answers):
    return pd.DataFrame(answers).astype("category")


def test_who_lives_alone_is_a_household_of_one():
    homes = people(
        position=["alone", "couple", "child", "alone"], size=["1", "2", "3", "1"]
    )

    assert identical_answers(homes[["position", "size"]]) == (
        (("position", ("alone",)), ("size", ("1",))),
        (("position", ("child",)), ("size", ("3",))),
        (("position", ("couple",)), ("size", ("2",))),
    )


def test_several_answers_together_can_be_one_answer_to_another_question():
    work = people(
        contract=["permanent", "temporary", "none", "permanent"],
        hours=["35+", "12-20", "none", "12-20"],
    )

    assert identical_answers(work) == (
        (("contract", ("none",)), ("hours", ("none",))),
        (("contract", ("permanent", "temporary")), ("hours", ("12-20", "35+"))),
    )


def test_what_is_not_known_is_an_answer():
    found = identical_answers(people(rent=["yes", None, "no"], rooms=["2", None, "2"]))

    assert (("rent", ("unknown",)), ("rooms", ("unknown",))) in found


def test_questions_that_have_nothing_to_do_with_each_other_say_nothing():
    assert (
        identical_answers(people(a=["x", "x", "y", "y"], b=["p", "q", "p", "q"])) == ()
    )


def test_one_set_of_people_is_named_once_however_many_questions_tell_it():
    work = people(a=["none", "x", "y"], b=["none", "x", "x"], c=["none", "z", "w"])
    (nobody,) = [
        group for group in identical_answers(work) if ("a", ("none",)) in group
    ]

    assert nobody == (("a", ("none",)), ("b", ("none",)), ("c", ("none",)))


@given(arrays("int8", (12, 3), elements=st.integers(0, 3)))
def test_every_group_of_answers_is_one_set_of_people(answers):
    features = people(
        **{name: answers[:, i].astype(str) for i, name in enumerate("abc")}
    )
    for group in identical_answers(features):
        sets = {
            tuple(features.index[features[name].isin(codes)]) for name, codes in group
        }
        assert len(sets) == 1
        assert len(group) > 1


ALONE = (("position", ("alone",)), ("size", ("1",)))
TOGETHER = (("position", ("couple", "child")), ("size", ("2", "3")))


def sums(alike, **more):
    """The sums of two tables of one population that only these answers bind."""
    one = one_way({"alone": 12, "couple": 20, "child": 8}, variable="position", **more)
    other = one_way({"1": 12, "2": 15, "3": 13}, variable="size", name="u", **more)
    bare = register([one, other])
    full = register([one, other], identical=alike)
    assert len(full.sums) == len(bare.sums) + len(full.keys) - len(bare.keys) + len(
        alike
    )
    return full


def total(equations, condition):
    place = [conditions for _, conditions in equations.keys].index((condition,))
    return [parts for whole, parts in equations.sums if whole == place]


def test_two_answers_that_are_the_same_people_are_one_quantity():
    equations = sums([ALONE])
    ((part,),) = total(equations, ("position", "alone"))

    assert equations.keys[part][1] == (("size", "1"),)


def test_answers_that_are_the_same_people_together_get_a_quantity_of_their_own():
    equations = sums([TOGETHER])
    whole = ("position", "child or couple")

    assert len(total(equations, whole)) == 2
    counts = equations.counts
    assert {int(counts[list(parts)].sum()) for parts in total(equations, whole)} == {28}


def test_nothing_is_bound_among_people_of_whom_it_is_not_so():
    wrong = (("position", ("alone",)), ("size", ("2",)))
    one = one_way({"alone": 12, "couple": 20}, variable="position")
    other = one_way({"1": 12, "2": 20}, variable="size", name="u")

    assert register([one, other], identical=[wrong]).sums == register([one, other]).sums
