"""What is concluded from released numbers, before there is a sentence for it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from findings import make_findings

from clusters.findings.certainty import as_tried, verdict_on, weighed
from clusters.findings.evidence import Evidence, FoundAgain
from clusters.findings.growth import Growth, grew_most
from clusters.findings.largest import largest_gap, most_and_least
from clusters.findings.margins import margin, widest_margin
from clusters.findings.previous_edition import Change, Former, LastEdition
from clusters.findings.sample import Sample


def test_the_margin_of_a_part_is_wider_than_that_of_all():
    # 98 / sqrt(2500) is 1.96; of a quarter 98 / sqrt(625) is 3.92.
    sample = Sample(effective=2500, effect=10)

    assert (margin(sample), margin(sample, 25)) == (2, 4)
    assert widest_margin(sample, (40, None, 25)) == 4
    assert widest_margin(sample, (None,)) is None


def test_the_largest_gap_may_be_below_zero_and_is_none_where_none_is_known():
    gaps = {("2017", "a"): -12, ("2018", "a"): 10, ("2019", "a"): None}

    assert largest_gap(gaps) == (("2017", "a"), -12)
    assert largest_gap({("2019", "a"): None}) is None


def test_a_share_that_is_known_to_be_more_is_the_larger_of_two():
    assert most_and_least({"1": (90, False), "2": (90, True)}) == ("2", "1")


def test_numbers_are_tried_by_how_well_they_fit_until_one_holds():
    method = replace(
        make_findings().method,
        n_clusters=5,
        curve=((4, 130.0), (5, 140.0), (6, 120.0)),
        weakest={4: 30, 5: 70, 6: 40},
    )

    assert as_tried(method) == [(6, 40), (4, 30), (5, 70)]
    none_holds = replace(method, n_clusters=6, weakest={4: 30, 6: 40})
    assert as_tried(none_holds) == [(6, 40), (4, 30)]


@pytest.mark.parametrize(
    ("overlap", "grade", "agreement", "verdict"),
    [
        (90, "highly stable", 85, "quite sure"),
        (90, "highly stable", 70, "fairly sure"),
        (90, "highly stable", 60, "unsure"),
        (70, "pattern", 85, "unsure"),  # it comes back too little for a name
        (80, "pattern", 85, "unsure"),  # it comes back and fades into others
    ],
)
def test_one_test_that_fails_makes_the_verdict(overlap, grade, agreement, verdict):
    evidence = Evidence(
        samples=4,
        found_again={"1": FoundAgain(overlap, grade)},
        other_method="kmeans",
        agreement=agreement,
    )
    method = replace(
        make_findings().method,
        method="latent_class",
        n_clusters=1,
        chosen_automatically=True,
        starts=10,
        times_best_found=5,
        weakest={1: overlap},
        evidence=evidence,
    )

    assert verdict_on(method) == verdict
    lowest = {"quite sure": 1, "fairly sure": -1, "unsure": -2}
    assert min(each.weight for each in weighed(method)) == lowest[verdict]


def test_what_was_not_tested_is_not_called_sure():
    method = replace(make_findings().method, evidence=Evidence())

    assert verdict_on(method) == "not tested"


def test_no_cluster_is_said_to_grow_where_all_are_smaller():
    findings = make_findings()
    shares = {each: findings.sizes.value("share", cluster=each) for each in ("1", "2")}

    def since(*then):
        changes = {
            cluster: Change("survived", (Former("a", 100, share),))
            for cluster, share in zip(("1", "2"), then, strict=True)
        }
        last = LastEdition(
            date(2018, 1, 1), by_persons=False, changes=changes, vanished=()
        )
        return grew_most(replace(findings, last=last))

    one, other = int(shares["1"]), int(shares["2"])
    assert since(one - 3, other - 1) == Growth("1", one - 3, one)
    assert since(one + 1, other) is None
    assert grew_most(findings) is None
