"""What a report says of a sample: that its numbers are estimates, and how sure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusters.findings.margins import margin, widest_margin
from clusters.numbers import known
from clusters.report.blocks import Callout
from clusters.report.shown import Origin
from clusters.report.words import sample as words

if TYPE_CHECKING:
    from clusters.findings.sample import Sample
    from clusters.report.source import Source


def persons_counted(source: Source) -> int | None:
    """Return the released number of persons of whom there are data."""
    return known(source.findings.funnel.rows["persons"].iloc[-1])


def in_short(source: Source) -> list[Callout]:
    """Return that the numbers are estimates; nothing where everybody was counted."""
    if source.findings.sample is None:
        return []
    return [Callout(source.say(words.TITLE), _who(source))]


def at_length(source: Source) -> list[Callout]:
    """Return the same, with how sure they are."""
    sample = source.findings.sample
    if sample is None:
        return []
    sentences = [
        _who(source),
        source.say(
            words.LONG,
            effective=source.count(sample.effective, Origin.DERIVED),
            effect=source.decimal(sample.effect / 10),
            margin=margin(sample),
        ),
    ]
    widest = _widest(source, sample)
    if widest is not None:
        sentences.append(source.say(words.SMALLEST_CLUSTER, margin=widest))
    sentences.append(source.say(words.DESIGN))
    return [Callout(source.say(words.TITLE), " ".join(sentences))]


def _widest(source: Source, sample: Sample) -> int | None:
    """Return the margin in the smallest cluster that is described, if one is."""
    shares = (known(source.size_share(each)) for each in source.profiled)
    return widest_margin(sample, shares)


def _who(source: Source) -> str:
    return source.say(words.SHORT, persons=source.count(persons_counted(source)))
