"""How far the clusters can be believed: one verdict, made here from all evidence.

Whoever tells of it, on paper or on a page, takes the sentence from here. One test that
the clusters pass is no reason to be silent about the four that they do not.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from clusters.report.blocks import Block, Callout, Column, Paragraph, Table
from clusters.report.words import certainty as said
from clusters.report.words import terms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from clusters.findings.evidence import Evidence, FoundAgain
    from clusters.report.source import Source
    from clusters.schema import Text

# The gates of fpc's clusterboot, in percents.
_HIGH, _NAMED, PATTERN = 85, 75, 60
# What must stay of a cluster for a name if those in doubt are placed by lot: our
# choice, as `clustering.stability` makes it.
_APART = 80
# Of the adjusted Rand index, in percents: above 80 is good, below 65 poor agreement
# (Steinley 2004, Psychological Methods 9:386-396).
_GOOD, _POOR = 80, 65
# Methods that give one result, however often they are started.
_WITHOUT_STARTS = ("ward", "hdbscan")

_FOR, _NEITHER, _AGAINST, _STRONGLY_AGAINST = 1, 0, -1, -2


@dataclass(frozen=True)
class _Finding:
    """What one test says, and how it weighs."""

    told: str
    weighs: int


def verdict(source: Source) -> str:
    """Return how sure the clusters are, with what speaks for it and against it."""
    findings = tuple(_findings(source))
    parts = [in_short(source)]
    for heading, chosen in (
        (said.IN_FAVOUR, [each.told for each in findings if each.weighs > 0]),
        (said.AGAINST, [each.told for each in findings if each.weighs < 0]),
    ):
        if chosen:
            parts.append(source.say(heading, told="; ".join(chosen)))
    return " ".join(parts)


def in_short(source: Source) -> str:
    """Return the verdict in one sentence."""
    if not source.evidence.found_again:
        return source.say(said.NONE_TESTED)
    weights = [each.weighs for each in _findings(source)]
    if min(weights) == _STRONGLY_AGAINST:
        return source.say(said.UNSURE)
    return source.say(said.FAIRLY_SURE if min(weights) < 0 else said.QUITE_SURE)


def fact(source: Source, cluster: str) -> list[tuple[str, str]]:
    """Return how far a cluster came back, to stand beside its size."""
    again = source.evidence.found_again.get(cluster)
    if again is None:
        return []
    return [(source.percent(again.overlap), source.say(said.FOUND_AGAIN))]


def of_cluster(source: Source, cluster: str) -> str:
    """Return how far a cluster came back, and the verdict on all of them."""
    again = source.evidence.found_again.get(cluster)
    if again is None:
        return in_short(source)
    told = said.BLURRED if _is_blurred(again) else said.CAME_BACK[again.grade]
    own = source.say(told, overlap=source.percent(again.overlap))
    return f"{own} {in_short(source)}"


def withheld(source: Source, cluster: str) -> Callout:
    """Return why a cluster that is large enough is not described."""
    again = source.evidence.found_again[cluster]
    overlap = source.percent(again.overlap)
    return Callout(
        source.say(terms.NO_PORTRAIT), source.say(said.WITHHELD_WHY, overlap=overlap)
    )


def compared_with_noise(source: Source) -> list[Block]:
    """Return whether there are clusters at all."""
    evidence = source.evidence
    if not evidence.shuffles:
        return []
    told = said.MORE_THAN_NOISE if evidence.has_profiles else said.NO_MORE_THAN_NOISE
    return [Paragraph(source.say(told, shuffles=evidence.shuffles))]


def tests(source: Source) -> list[Block]:
    """Return how the clusters were found again among half of the people."""
    evidence = source.evidence
    if not evidence.samples or not evidence.has_profiles:
        return []
    repeated = source.say(
        said.REPEATED,
        samples=evidence.samples,
        high=source.percent(_HIGH),
        named=source.percent(_NAMED),
        pattern=source.percent(PATTERN),
        apart=source.percent(_APART),
    )
    return [Paragraph(repeated), _table(source)]


def _findings(source: Source) -> Iterator[_Finding]:
    """Yield what each test says, in the order in which the clusters were made."""
    evidence = source.evidence
    yield _number(source)
    yield from _starts(source)
    if evidence.found_again:
        yield _halves(source)
        yield from _borders(source)
    if evidence.other_method:
        yield _other_method(source, evidence)
    if evidence.twins is not None:
        yield _fit(source, len(evidence.twins))


def _number(source: Source) -> _Finding:
    """Weigh whether the number of clusters was found or chosen."""
    facts = source.findings.method
    weakest = facts.weakest.get(facts.n_clusters)
    told, weighs = said.NUMBER_GIVEN, _AGAINST
    if facts.chosen_automatically and facts.method == "hdbscan":
        told, weighs = said.NUMBER_BY_METHOD, _FOR
    elif facts.chosen_automatically and weakest is None:
        told = said.NUMBER_BY_MEASURE
    elif facts.chosen_automatically:
        holds = (weakest or 0) >= PATTERN
        told = said.NUMBER_FOUND if holds else said.NO_NUMBER_HOLDS
        weighs = _FOR if holds else _STRONGLY_AGAINST
        # Some came back enough to be counted and not enough for a name: neither way.
        weighs = _NEITHER if holds and _lacking(source.evidence) else weighs
    return _Finding(source.say(told, number=facts.n_clusters), weighs)


def _starts(source: Source) -> Iterator[_Finding]:
    """Weigh whether another beginning ends in the same clusters."""
    facts = source.findings.method
    if facts.method in _WITHOUT_STARTS:
        return
    told, weighs = said.STARTS_AGREE, _FOR
    if facts.starts == 1:
        told, weighs = said.ONE_START, _AGAINST
    elif facts.times_best_found <= 1:
        told, weighs = said.STARTS_DISAGREE, _AGAINST
    values = {"starts": facts.starts, "best": facts.times_best_found}
    yield _Finding(source.say(told, **values), weighs)


def _halves(source: Source) -> _Finding:
    """Weigh whether the clusters come back among half of the people."""
    evidence = source.evidence
    overlaps = [again.overlap for again in evidence.found_again.values()]
    fewer = _lacking(evidence)
    values = {"samples": evidence.samples, "all": len(overlaps), "fewer": fewer}
    if fewer:
        lack = said.HALVES_LACK_ONE if fewer == 1 else said.HALVES_LACK
        return _Finding(source.say(lack, **values), _STRONGLY_AGAINST)
    least = source.percent(min(overlaps))
    return _Finding(source.say(said.HALVES_HOLD, **values, least=least), _FOR)


def _lacking(evidence: Evidence) -> int:
    """Return how many clusters came back too little for a name."""
    return sum(
        again.grade in {"pattern", "withheld"} and not _is_blurred(again)
        for again in evidence.found_again.values()
    )


def _is_blurred(again: FoundAgain) -> bool:
    """Whether a cluster has no name although it came back: it fades into others."""
    return again.grade == "pattern" and again.overlap >= _NAMED


def _borders(source: Source) -> Iterator[_Finding]:
    """Weigh whether people can be told apart by their clusters."""
    every = source.evidence.found_again.values()
    blurred = sum(_is_blurred(again) for again in every)
    if blurred:
        told = said.BLURRED_ONE if blurred == 1 else said.BLURRED_SOME
        values = {"all": len(every), "blurred": blurred}
        yield _Finding(source.say(told, **values), _STRONGLY_AGAINST)


def _other_method(source: Source, evidence: Evidence) -> _Finding:
    """Weigh whether a quite different method gives the same clusters."""
    told: Text = said.METHODS_AGREE
    weighs = _FOR
    if evidence.agreement < _GOOD:
        told, weighs = said.METHODS_DIFFER, _AGAINST
    if evidence.agreement < _POOR:
        weighs = _STRONGLY_AGAINST
    method = source.say(said.OTHER_METHODS[evidence.other_method])
    agreement = source.percent(evidence.agreement)
    return _Finding(source.say(told, method=method, agreement=agreement), weighs)


def _fit(source: Source, pairs: int) -> _Finding:
    """Weigh whether the clusters explain what goes together."""
    if not pairs:
        return _Finding(source.say(said.ALL_EXPLAINED), _FOR)
    told = said.ONE_LEFT if pairs == 1 else said.SOME_LEFT
    return _Finding(source.say(told, pairs=pairs), _AGAINST)


def _table(source: Source) -> Table:
    """Return whether each cluster comes back, and whether another method finds it."""
    every = source.evidence.found_again
    other = any(again.elsewhere is not None for again in every.values())
    rows = tuple(
        (
            f"{cluster}. {source.name(cluster)}",
            source.percent(again.overlap),
            source.say(said.GRADES[again.grade]),
            *([source.percent(again.elsewhere)] if other else []),
        )
        for cluster, again in every.items()
    )
    columns = (
        Column(source.say(terms.CLUSTER), 6.0),
        Column(source.say(said.OVERLAP), 1.2, "right"),
        Column(source.say(said.GRADE), 2.0),
        *([Column(source.say(said.ELSEWHERE), 1.6, "right")] if other else []),
    )
    note = source.say(said.ELSEWHERE_NOTE) if other else ""
    return Table(
        source.say(said.STABILITY_CAPTION), columns, rows, note=note, small=True
    )
