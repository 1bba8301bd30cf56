"""How far the clusters can be believed, in plain words: the grade and the tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusters.report import certain_words as said
from clusters.report import terms, words
from clusters.report.blocks import Block, Callout, Column, Paragraph, Table

if TYPE_CHECKING:
    from clusters.report.evidence import Evidence
    from clusters.report.source import Source

# The gates of fpc's clusterboot, in percents.
_HIGH, _NAMED, PATTERN = 85, 75, 60

_MOST_FEATURES = 3


def fact(source: Source, cluster: str) -> list[tuple[str, str]]:
    """Return how far a cluster came back, to stand beside its size."""
    again = source.evidence.found_again.get(cluster)
    if again is None:
        return []
    grade = source.say(said.GRADES[again.grade])
    told = source.say(said.FOUND_AGAIN, grade=grade)
    return [(source.percent(again.overlap), told)]


def of_cluster(source: Source, cluster: str) -> str:
    """Return how sure a cluster is, in words."""
    again = source.evidence.found_again.get(cluster)
    if again is None:
        return source.say(said.NOT_TESTED)
    return source.say(
        said.SURE,
        grade=words.capital(source.say(said.GRADES[again.grade])),
        samples=source.evidence.samples,
        overlap=source.percent(again.overlap),
    )


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
    """Return what came of clustering again: other people, method, features."""
    evidence = source.evidence
    if not evidence.samples or not evidence.has_profiles:
        return []
    repeated = source.say(
        said.REPEATED,
        samples=evidence.samples,
        high=source.percent(_HIGH),
        named=source.percent(_NAMED),
        pattern=source.percent(PATTERN),
    )
    blocks: list[Block] = [Paragraph(repeated), _table(source)]
    if evidence.other_method:
        blocks.append(Paragraph(_agreement(source, evidence)))
    return blocks


def _agreement(source: Source, evidence: Evidence) -> str:
    method = source.say(said.OTHER_METHODS[evidence.other_method])
    agreed = source.say(
        said.AGREEMENT, method=method, agreement=source.percent(evidence.agreement)
    )
    if not evidence.hangs_on:
        return agreed
    features = "; ".join(
        f"{words.heading(source.meanings[name], source.language)}"
        f" ({source.percent(remains)})"
        for name, remains in evidence.hangs_on[:_MOST_FEATURES]
    )
    return f"{agreed} {source.say(said.HANGS_ON, features=features)}"


def _table(source: Source) -> Table:
    evidence = source.evidence
    rows = tuple(
        (
            f"{cluster}. {source.name(cluster)}",
            source.percent(again.overlap),
            source.say(said.GRADES[again.grade]),
        )
        for cluster, again in evidence.found_again.items()
    )
    columns = (
        Column(source.say(terms.CLUSTER), 6.0),
        Column(source.say(said.OVERLAP), 1.2, "right"),
        Column(source.say(said.GRADE), 2.0),
    )
    return Table(source.say(said.STABILITY_CAPTION), columns, rows, small=True)
