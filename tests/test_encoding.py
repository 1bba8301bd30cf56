import numpy as np
import pandas as pd
import pytest

from clusters.clustering.encoding import distinct_rows, learn_codebook, learn_coding
from clusters.clustering.gates import contradictions, find_gates, skip_implied


def coding_of(values, bins=10):
    column = pd.Series(values)
    return learn_coding(column, np.ones(len(column)), bins)


def working_people(n_persons=200, seed=0):
    """Hours and contract apply to those who work, and nothing else is related."""
    rng = np.random.default_rng(seed)
    n, works = n_persons, rng.random(n_persons) < 0.5
    people = pd.DataFrame(
        {
            "contract": np.where(works, rng.choice(["fixed", "open"], n_persons), None),
            "home": rng.choice(["rents", "owns"], n_persons),
            "hours": np.where(works, rng.choice(["full", "part"], n_persons), None),
            "income": np.where(works, "wage", rng.choice(["pension", "none"], n)),
        }
    )
    return people.fillna("not_applicable").astype("category")


@pytest.mark.parametrize(
    ("values", "codes"),
    [
        (["b", "a", None, "b"], [1, 0, -1, 1]),
        (pd.Categorical(["b", "a", None, "b"], ["z", "b", "a"]), [1, 0, -1, 1]),
        ([True, False, True], [1, 0, 1]),
        ([2.5, np.nan, -0.0, 0.0], [1, -1, 0, 0]),
        (pd.array([3, None, 1], dtype="Int64"), [1, -1, 0]),
        ([None, None], [-1, -1]),
    ],
)
def test_answers_become_places_in_the_sorted_list(values, codes):
    assert coding_of(values).encode(pd.Series(values)).tolist() == codes


def test_an_answer_never_seen_is_unknown():
    assert coding_of(["a", "b"]).encode(pd.Series(["c", "a"])).tolist() == [-1, 0]


def test_many_numbers_become_intervals_of_about_equal_size():
    ages = pd.Series(np.random.default_rng(0).gamma(4, 10, 5000))
    coding = learn_coding(ages, np.ones(5000), 10)

    sizes = np.bincount(coding.encode(ages))
    assert len(sizes) == len(coding.categories) == 10
    assert sizes.min() >= 499
    assert coding.encode(pd.Series([-1e308, np.nan, 1e308])).tolist() == [0, -1, 9]


def test_a_number_that_many_share_is_one_interval():
    children = pd.Series([0] * 900 + list(range(1, 101)))

    assert len(coding_of(children).categories) < 4


def test_the_table_has_room_for_weights_answers_and_what_is_unknown():
    frame = pd.DataFrame({"a": ["x", "y", None], "b": [None] * 3, "c": ["z"] * 3})

    book = learn_codebook(frame, np.ones(3), 10, ["c", "a", "b"])

    assert book.columns == ("c", "a")
    assert book.layout.size == 1 + 3 + 1
    assert book.rows(frame).tolist() == [[1, 2], [1, 3], [1, 4]]


@pytest.mark.parametrize("n_columns", [1, 3, 40])
def test_different_rows_come_in_an_order_of_their_own(n_columns):
    rng = np.random.default_rng(0)
    rows = rng.integers(0, 3, (500, n_columns)).astype(np.uint16)
    weights = rng.random(500)
    shuffle = rng.permutation(500)

    places, summed = distinct_rows(rows, weights, 3)
    again, summed_again = distinct_rows(rows[shuffle], weights[shuffle], 3)

    assert np.array_equal(rows[places], np.unique(rows, axis=0))
    assert np.array_equal(rows[places], rows[shuffle][again])
    assert np.array_equal(summed, summed_again)
    assert summed.sum() == pytest.approx(weights.sum())


def test_what_a_gate_implies_counts_once():
    people = working_people()
    gates = find_gates(people)
    answers = skip_implied(people, gates)

    assert set(gates) == {"contract", "hours"}
    assert gates["hours"]["income"] == ["none", "pension"]
    assert answers["hours"].eq("not_applicable").sum() == 0
    assert answers["hours"].notna().tolist() == people["income"].eq("wage").tolist()
    assert answers[["home", "income"]].equals(people[["home", "income"]])


def test_of_several_with_the_same_mask_the_first_keeps_its_answer():
    answers = working_people()[["contract", "hours", "home"]]
    answers = skip_implied(answers, find_gates(answers))

    assert answers["contract"].eq("not_applicable").any()
    assert not answers["hours"].eq("not_applicable").any()


def test_where_the_gate_is_unknown_the_answer_stays():
    people = working_people().assign(contract="open")
    people["income"] = people["income"].mask(people.index < 50)

    answers = skip_implied(people.astype("category"), find_gates(people))

    kept = answers["hours"].eq("not_applicable")
    assert (
        kept.tolist()
        == (people["hours"].eq("not_applicable") & (people.index < 50)).tolist()
    )


def test_a_handful_of_persons_is_no_gate():
    people = working_people()
    people["home"] = people["home"].cat.add_categories("boat")
    people.loc[people.index[people["hours"].eq("not_applicable")][:5], "home"] = "boat"

    assert "home" not in find_gates(people)["hours"]


def test_one_contradiction_in_a_hundred_does_not_open_a_gate():
    people = working_people(2000)
    pensioner = people.index[people["income"].eq("pension")][0]
    people.loc[pensioner, "hours"] = "part"

    assert "pension" in find_gates(people)["hours"]["income"]


def test_side_jobs_do_not_open_a_gate_and_are_counted():
    people = working_people(2000)
    pensioners = people.index[people["income"].eq("pension")]
    beside = pensioners[: len(pensioners) // 30]
    people.loc[beside, "hours"] = "part"

    gates = find_gates(people)

    assert gates["hours"]["income"] == ["none", "pension"]
    answers = skip_implied(people, gates)
    assert answers.loc[beside, "hours"].eq("part").all()
    assert contradictions(people, gates)["hours"] == len(beside) / 2000


@pytest.mark.parametrize(("one_in", "shut"), [(14, True), (3, False)])
def test_a_gate_bears_side_jobs_of_one_in_fourteen_and_not_of_a_third(one_in, shut):
    people = working_people(2000)
    pensioners = people.index[people["income"].eq("pension")]
    people.loc[pensioners[::one_in], "hours"] = "part"

    gates = find_gates(people).get("hours", {})

    # Half of all work, so .15 of that half may contradict, .075.
    assert ("pension" in gates.get("income", [])) is shut


def test_a_few_persons_may_contradict_a_gate_more_often_by_luck():
    people = working_people(2000)
    idle = people.index[people["income"].eq("none")]
    people["income"] = people["income"].cat.add_categories("ill")
    people.loc[idle[:50], "income"] = "ill"
    people.loc[idle[:6], "hours"] = "part"

    # Six of fifty are .12; .075 is allowed, and by luck two deviations of .037 more.
    assert find_gates(people)["hours"]["income"] == ["ill", "none", "pension"]


def test_what_hardly_ever_applies_is_not_shut_by_accident():
    rng = np.random.default_rng(0)
    ship = np.where(rng.random(4000) < 0.04, "barge", "not_applicable")
    home = np.where(rng.random(4000) < 0.5, "rent", "own")
    people = pd.DataFrame({"ship": ship, "home": home}).astype("category")

    assert find_gates(people) == {}


def test_nothing_is_written_into_the_frame_that_was_given():
    people = working_people()
    before = people.copy()

    skip_implied(people, find_gates(people))

    assert people.equals(before)
