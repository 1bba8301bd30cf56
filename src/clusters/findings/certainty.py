"""How far the clusters can be believed: what each test gave, weighed into one verdict.

One test that the clusters pass is no reason to be silent about the four that they do
not, so whoever tells of it tells the verdict, and all that is for and against it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import isfinite
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from clusters.findings.evidence import Evidence, FoundAgain
    from clusters.findings.findings import MethodFacts

# The gates of fpc's clusterboot, in percents.
HIGH, NAMED, PATTERN = 85, 75, 60
# What must stay of a cluster for a name if those in doubt are placed by lot: our
# choice, as `clustering.stability` makes it.
SEPARATE = 80
# Of the adjusted Rand index, in percents: above 80 is good, below 65 poor agreement
# (Steinley 2004, Psychological Methods 9:386-396).
_GOOD, _POOR = 80, 65
# Methods that give one result, however often they are started.
_WITHOUT_STARTS = ("ward", "hdbscan")

_FOR, _NEITHER, _AGAINST, _STRONGLY_AGAINST = 1, 0, -1, -2

Verdict = Literal["not tested", "quite sure", "fairly sure", "unsure"]
Result = Literal[
    "number given", "number by measure", "number by method", "number found",
    "no number holds", "one start", "starts agree", "starts disagree", "halves hold",
    "halves lack one", "halves lack some", "one is blurred", "some are blurred",
    "methods agree", "methods differ", "all explained", "one tie left",
    "some ties left",
]  # fmt: skip


@dataclass(frozen=True)
class Weighed:
    """What one test gave, how it weighs, and the numbers to tell it with.

    ``counts`` are of clusters, starts and the like, ``percents`` whole percents.
    """

    result: Result
    weight: int
    counts: Mapping[str, int] = field(default_factory=dict)
    percents: Mapping[str, int] = field(default_factory=dict)


def verdict_on(method: MethodFacts) -> Verdict:
    """Return how sure the clusters are, all tests together."""
    if not method.evidence.found_again:
        return "not tested"
    lowest = min(each.weight for each in weighed(method))
    if lowest == _STRONGLY_AGAINST:
        return "unsure"
    return "fairly sure" if lowest < 0 else "quite sure"


def weighed(method: MethodFacts) -> tuple[Weighed, ...]:
    """Return what each test gave, in the order in which the clusters were made."""
    return tuple(_weighed(method))


def comes_back(method: MethodFacts) -> bool:
    """Whether every cluster of the number that was chosen came back enough."""
    return method.weakest.get(method.n_clusters, 0) >= PATTERN


def as_tried(method: MethodFacts) -> list[tuple[int, int]]:
    """Return the numbers of clusters that were put to the test, in that order.

    Each with the overlap of its least stable cluster. The best fitting came first, and
    the one whose clusters all come back was the last.
    """
    fits = {number: fit for number, fit in method.curve if isfinite(fit)}
    holds = comes_back(method)

    def turn(tried: tuple[int, int]) -> tuple[bool, float]:
        number, _ = tried
        return holds and number == method.n_clusters, fits.get(number, 0.0)

    return sorted(sorted(method.weakest.items()), key=turn)


def is_blurred(again: FoundAgain) -> bool:
    """Whether a cluster has no name although it came back: it fades into others."""
    return again.grade == "pattern" and again.overlap >= NAMED


def _weighed(method: MethodFacts) -> Iterator[Weighed]:
    evidence = method.evidence
    yield _number(method)
    if method.method not in _WITHOUT_STARTS:
        yield _starts(method)
    if evidence.found_again:
        yield _halves(evidence)
        yield from _borders(evidence)
    if evidence.other_method:
        yield _other_method(evidence)
    if evidence.twins is not None:
        yield _fit(len(evidence.twins))


def _number(method: MethodFacts) -> Weighed:
    """Weigh whether the number of clusters was found or chosen."""
    result: Result = "number given"
    weight = _AGAINST
    if method.chosen_automatically and method.method == "hdbscan":
        result, weight = "number by method", _FOR
    elif method.chosen_automatically and method.n_clusters not in method.weakest:
        result = "number by measure"
    elif method.chosen_automatically:
        holds = comes_back(method)
        result = "number found" if holds else "no number holds"
        weight = _FOR if holds else _STRONGLY_AGAINST
        # Some came back enough to be counted and not enough for a name: neither way.
        weight = _NEITHER if holds and _lacking(method.evidence) else weight
    return Weighed(result, weight, {"number": method.n_clusters})


def _starts(method: MethodFacts) -> Weighed:
    """Weigh whether another beginning ends in the same clusters."""
    result: Result = "starts agree"
    weight = _FOR
    if method.starts == 1:
        result, weight = "one start", _AGAINST
    elif method.times_best_found <= 1:
        result, weight = "starts disagree", _AGAINST
    counts = {"starts": method.starts, "best": method.times_best_found}
    return Weighed(result, weight, counts)


def _halves(evidence: Evidence) -> Weighed:
    """Weigh whether the clusters come back among half of the people."""
    overlaps = [again.overlap for again in evidence.found_again.values()]
    fewer = _lacking(evidence)
    counts = {"samples": evidence.samples, "all": len(overlaps), "fewer": fewer}
    if not fewer:
        return Weighed("halves hold", _FOR, counts, {"least": min(overlaps)})
    result: Result = "halves lack one" if fewer == 1 else "halves lack some"
    return Weighed(result, _STRONGLY_AGAINST, counts)


def _lacking(evidence: Evidence) -> int:
    """Return how many clusters came back too little for a name."""
    return sum(
        again.grade in {"pattern", "withheld"} and not is_blurred(again)
        for again in evidence.found_again.values()
    )


def _borders(evidence: Evidence) -> Iterator[Weighed]:
    """Weigh whether people can be told apart by their clusters."""
    every = evidence.found_again.values()
    blurred = sum(is_blurred(again) for again in every)
    if blurred:
        result: Result = "one is blurred" if blurred == 1 else "some are blurred"
        counts = {"all": len(every), "blurred": blurred}
        yield Weighed(result, _STRONGLY_AGAINST, counts)


def _other_method(evidence: Evidence) -> Weighed:
    """Weigh whether a quite different method gives the same clusters."""
    result: Result = "methods agree"
    weight = _FOR
    if evidence.agreement < _GOOD:
        result, weight = "methods differ", _AGAINST
    if evidence.agreement < _POOR:
        weight = _STRONGLY_AGAINST
    return Weighed(result, weight, percents={"agreement": evidence.agreement})


def _fit(pairs: int) -> Weighed:
    """Weigh whether the clusters explain what goes together."""
    if not pairs:
        return Weighed("all explained", _FOR)
    result: Result = "one tie left" if pairs == 1 else "some ties left"
    return Weighed(result, _AGAINST, {"pairs": pairs})
