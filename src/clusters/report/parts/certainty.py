"""How far the clusters can be believed, in sentences: the verdict and what made it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusters.findings.certainty import is_blurred, verdict_on, weighed
from clusters.report.blocks import Block, Paragraph
from clusters.report.shown import Origin
from clusters.report.words import certainty as words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from clusters.findings.certainty import Weighed
    from clusters.report.source import Source


def verdict(source: Source) -> str:
    """Return how sure the clusters are, with what speaks for it and against it."""
    every = weighed(source.findings.method)
    sentences = [in_short(source)]
    for heading, some in (
        (words.IN_FAVOUR, [each for each in every if each.weight > 0]),
        (words.AGAINST, [each for each in every if each.weight < 0]),
    ):
        if some:
            sentences.append(source.say(heading, told=_listed(source, some)))
    return " ".join(sentences)


def in_short(source: Source) -> str:
    """Return the verdict in one sentence."""
    return source.say(words.VERDICTS[verdict_on(source.findings.method)])


def of_cluster(source: Source, cluster: str) -> str:
    """Return how far a cluster came back, and the verdict on all of them."""
    again = source.evidence.found_again.get(cluster)
    if again is None:
        return in_short(source)
    template = words.BLURRED if is_blurred(again) else words.CAME_BACK[again.grade]
    own = source.say(template, overlap=source.percent(again.overlap, Origin.TESTED))
    return f"{own} {in_short(source)}"


def compared_with_noise(source: Source) -> list[Block]:
    """Return whether there are clusters at all."""
    evidence = source.evidence
    if not evidence.shuffles:
        return []
    found = evidence.has_profiles
    template = words.MORE_THAN_NOISE if found else words.NO_MORE_THAN_NOISE
    return [Paragraph(source.say(template, shuffles=evidence.shuffles))]


def _listed(source: Source, every: Iterable[Weighed]) -> str:
    return "; ".join(_result(source, each) for each in every)


def _result(source: Source, test: Weighed) -> str:
    percents = {
        name: source.percent(each, Origin.TESTED)
        for name, each in test.percents.items()
    }
    other = words.OTHER_METHODS.get(source.evidence.other_method)
    method = source.say(other) if other else ""
    template = words.RESULTS[test.result]
    return source.say(template, method=method, **test.counts, **percents)
