"""How the clusters were found and tested, in plain words."""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING

from clusters.findings.certainty import (
    HIGH,
    NAMED,
    PATTERN,
    SEPARATE,
    as_tried,
    comes_back,
)
from clusters.numbers import known
from clusters.profiles.counts import NO_CLEAR_PROFILE
from clusters.report.blocks import (
    Block,
    Bullets,
    Callout,
    Column,
    Figure,
    Heading,
    Paragraph,
    Section,
    Table,
)
from clusters.report.drawings import Curve
from clusters.report.parts import certainty, previous_edition
from clusters.report.shown import Origin
from clusters.report.words import method as words
from clusters.report.words import terms
from clusters.report.words.previous_edition import SINCE

if TYPE_CHECKING:
    from clusters.report.source import Source


# The criterion is a sum over all persons; this many units are far below what one
# person adds to it and more than a reader can see.
_CURVE_UNIT = 10


def method(source: Source) -> Section:
    """Return the chapter on how the clusters were found, in plain words."""
    say, facts = source.say, source.findings.method
    how = words.METHODS.get(facts.method, words.METHOD_OTHER)
    by_method = words.CHOSEN.get(facts.method, words.GIVEN)
    chosen = by_method if facts.chosen_automatically else words.GIVEN
    blocks: list[Block] = [
        Paragraph(say(words.LEAD), lead=True),
        Paragraph(say(how, method=facts.method)),
        Heading(say(words.HOW_MANY)),
        *certainty.compared_with_noise(source),
    ]
    if not facts.evidence.has_profiles:
        return Section("method", say(words.TITLE), tuple(blocks))
    blocks.append(Paragraph(say(chosen, number=facts.n_clusters)))
    curve = [(k, value) for k, value in facts.curve if isfinite(value)]
    if len(curve) > 1:
        blocks.append(_curve(source, curve))
    blocks += _put_to_the_test(source)
    blocks += [
        Heading(say(words.HOW_SURE)),
        Paragraph(certainty.verdict(source)),
    ]
    blocks += tests(source)
    if matched := previous_edition.how_matched(source):
        blocks += [Heading(say(SINCE)), Paragraph(matched)]
    if len(source.findings.sizes.where(cluster=NO_CLEAR_PROFILE)):
        blocks.append(Paragraph(_no_profile(source)))
    blocks += [
        Heading(say(words.NAMES_TITLE)),
        Paragraph(say(words.NAMES_HOW)),
    ]
    blocks += _chosen_names(source)
    if facts.sensitive_features_reason:
        reason = facts.sensitive_features_reason
        blocks.append(Callout(say(words.SENSITIVE), reason))
    else:
        blocks.append(Paragraph(say(words.ORIGIN_NOT_USED)))
    return Section("method", say(words.TITLE), tuple(blocks))


def _put_to_the_test(source: Source) -> list[Block]:
    """Return how the numbers fared whose clusters were looked for in halves."""
    say, facts = source.say, source.findings.method
    if not facts.weakest:
        return []
    holds = comes_back(facts)
    outcome = words.COMES_BACK if holds else words.NONE_COMES_BACK
    taken, not_taken = say(words.TAKEN), say(words.NOT_TAKEN)
    rows = tuple(
        (
            source.number(number, Origin.TESTED),
            source.percent(overlap, Origin.TESTED),
            taken if number == facts.n_clusters else not_taken,
        )
        for number, overlap in as_tried(facts)
    )
    columns = (
        Column(say(words.NUMBER_OF_CLUSTERS), 3.0),
        Column(say(words.WEAKEST), 3.0, "right"),
        Column(say(words.GRADE), 4.0),
    )
    note = say(words.WEAKEST_NOTE)
    table = Table(say(words.WEAKEST_CAPTION), columns, rows, note=note)
    return [Paragraph(say(outcome)), table]


def _chosen_names(source: Source) -> list[Block]:
    """Tell which names people chose, and what the generated name was."""
    names = tuple(
        source.say(
            words.NAME_CHOSEN,
            number=number,
            name=label.name,
            generated=label.generated,
        )
        for number, label in source.findings.labels.items()
        if label.generated
    )
    return [Paragraph(source.say(words.NAMES_CHOSEN)), Bullets(names)] if names else []


def _no_profile(source: Source) -> str:
    size = known(source.size(NO_CLEAR_PROFILE))
    least = source.percent(
        round(100 * source.findings.method.min_probability), Origin.SETTING
    )
    if size is None:
        return source.say(words.NO_PROFILE_HIDDEN, least=least)
    return source.say(
        words.NO_PROFILE_HOW,
        persons=source.people(size),
        share=source.size_percent(NO_CLEAR_PROFILE),
        least=least,
    )


def _curve(source: Source, curve: list[tuple[int, float]]) -> Figure:
    say, facts = source.say, source.findings.method
    best = min(value for _, value in curve)
    points = tuple(
        (number, float(round((value - best) / _CURVE_UNIT) * _CURVE_UNIT))
        for number, value in curve
    )
    in_words = "; ".join(
        f"{source.number(number, Origin.TESTED)}: "
        f"{source.count(round(value), Origin.TESTED)}"
        for number, value in points
    )
    return Figure(
        Curve(
            points,
            facts.n_clusters,
            say(words.NUMBER_OF_CLUSTERS),
            say(words.CURVE_UPWARD),
            source.language,
        ),
        say(words.CURVE_CAPTION),
        say(words.CURVE_ALT, number=facts.n_clusters, points=in_words),
    )


def tests(source: Source) -> list[Block]:
    """Return how the clusters were found again among half of the people."""
    evidence = source.evidence
    if not evidence.samples or not evidence.has_profiles:
        return []
    repeated = source.say(
        words.REPEATED,
        samples=evidence.samples,
        high=source.percent(HIGH, Origin.SETTING),
        named=source.percent(NAMED, Origin.SETTING),
        pattern=source.percent(PATTERN, Origin.SETTING),
        apart=source.percent(SEPARATE, Origin.SETTING),
    )
    return [Paragraph(repeated), _stability(source)]


def _stability(source: Source) -> Table:
    """Return whether each cluster comes back, and whether another method finds it."""
    every = source.evidence.found_again
    other = any(again.elsewhere is not None for again in every.values())
    rows = tuple(
        (
            f"{cluster}. {source.name(cluster)}",
            source.percent(again.overlap, Origin.TESTED),
            source.say(words.GRADES[again.grade]),
            *([source.percent(again.elsewhere, Origin.TESTED)] if other else []),
        )
        for cluster, again in every.items()
    )
    columns = (
        Column(source.say(terms.CLUSTER), 6.0),
        Column(source.say(words.OVERLAP), 1.2, "right"),
        Column(source.say(words.GRADE), 2.0),
        *([Column(source.say(words.ELSEWHERE), 1.6, "right")] if other else []),
    )
    note = source.say(words.ELSEWHERE_NOTE) if other else ""
    caption = source.say(words.STABILITY_CAPTION)
    return Table(caption, columns, rows, note=note, small=True)
