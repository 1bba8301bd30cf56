"""How it was done, on whom, what it may be used for, and how to do it again."""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING

from clusters.numbers import known, long_date
from clusters.profiles.counts import NO_CLEAR_PROFILE
from clusters.report.blocks import (
    Bar,
    Bars,
    Block,
    Bullets,
    Callout,
    Column,
    Curve,
    Figure,
    Heading,
    Paragraph,
    Section,
    Table,
)
from clusters.report.chapters import certainty, sample
from clusters.report.chapters.privacy import privacy_rules
from clusters.report.parts.notices import notices_of
from clusters.report.words import certainty as said
from clusters.report.words import explanations, prose, sentences, terms

if TYPE_CHECKING:
    from clusters.findings.findings import MethodFacts
    from clusters.report.source import Source
    from clusters.schema import Text

# The criterion is a sum over all persons; this many units are far below what one
# person adds to it and more than a reader can see.
_CURVE_UNIT = 10


def method(source: Source) -> Section:
    """Return the chapter on how the clusters were found, in plain words."""
    say, facts = source.say, source.findings.method
    how = explanations.METHODS.get(facts.method, explanations.METHOD_OTHER)
    by_method = explanations.CHOSEN.get(facts.method, explanations.GIVEN)
    chosen = by_method if facts.chosen_automatically else explanations.GIVEN
    blocks: list[Block] = [
        Paragraph(say(explanations.METHOD_LEAD), lead=True),
        Paragraph(say(how, method=facts.method)),
        Heading(say(terms.HOW_MANY)),
        *certainty.compared_with_noise(source),
    ]
    if not facts.evidence.has_profiles:
        return Section("method", say(terms.METHOD), tuple(blocks))
    blocks.append(Paragraph(say(chosen, number=facts.n_clusters)))
    curve = [(k, value) for k, value in facts.curve if isfinite(value)]
    if len(curve) > 1:
        blocks.append(_curve(source, curve))
    blocks += _put_to_the_test(source)
    blocks += [Heading(say(terms.HOW_SURE)), Paragraph(certainty.verdict(source))]
    blocks += certainty.tests(source)
    if len(source.findings.sizes.where(cluster=NO_CLEAR_PROFILE)):
        blocks.append(Paragraph(_no_profile(source)))
    blocks += [Heading(say(terms.NAMES_TITLE)), Paragraph(say(explanations.NAMES_HOW))]
    blocks += _chosen_names(source)
    if facts.sensitive_features_reason:
        reason = facts.sensitive_features_reason
        blocks.append(Callout(say(terms.SENSITIVE), reason))
    else:
        blocks.append(Paragraph(say(explanations.ORIGIN_NOT_USED)))
    return Section("method", say(terms.METHOD), tuple(blocks))


def _put_to_the_test(source: Source) -> list[Block]:
    """Return how the numbers fared whose clusters were looked for in halves."""
    say, facts = source.say, source.findings.method
    if not facts.weakest:
        return []
    holds = facts.weakest.get(facts.n_clusters, 0) >= certainty.PATTERN
    told = explanations.COMES_BACK if holds else explanations.NONE_COMES_BACK
    taken, not_taken = say(explanations.TAKEN), say(explanations.NOT_TAKEN)
    rows = tuple(
        (
            str(number),
            source.percent(overlap),
            taken if number == facts.n_clusters else not_taken,
        )
        for number, overlap in _as_tried(facts, holds=holds)
    )
    columns = (
        Column(say(terms.NUMBER_OF_CLUSTERS), 3.0),
        Column(say(explanations.WEAKEST), 3.0, "right"),
        Column(say(said.GRADE), 4.0),
    )
    note = say(explanations.WEAKEST_NOTE)
    table = Table(say(explanations.WEAKEST_CAPTION), columns, rows, note=note)
    return [Paragraph(say(told)), table]


def _as_tried(facts: MethodFacts, *, holds: bool) -> list[tuple[int, int]]:
    """Return the numbers and overlaps as they were tried, the best fitting first.

    The one that holds ended it.
    """
    fits = {number: fit for number, fit in facts.curve if isfinite(fit)}

    def turn(tried: tuple[int, int]) -> tuple[bool, float]:
        number, _ = tried
        return holds and number == facts.n_clusters, fits.get(number, 0.0)

    return sorted(sorted(facts.weakest.items()), key=turn)


def _chosen_names(source: Source) -> list[Block]:
    """Tell which names people chose, and what the generated name was."""
    told = tuple(
        source.say(
            explanations.NAME_CHOSEN,
            number=number,
            name=label.name,
            generated=label.generated,
        )
        for number, label in source.findings.labels.items()
        if label.generated
    )
    return (
        [Paragraph(source.say(explanations.NAMES_CHOSEN)), Bullets(told)]
        if told
        else []
    )


def _no_profile(source: Source) -> str:
    size = known(source.size(NO_CLEAR_PROFILE))
    least = source.percent(round(100 * source.findings.method.min_probability))
    if size is None:
        return source.say(explanations.NO_PROFILE_HIDDEN, least=least)
    return source.say(
        explanations.NO_PROFILE_HOW,
        persons=sentences.people(size, source.language),
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
    told = "; ".join(
        f"{number}: {source.count(round(value))}" for number, value in points
    )
    return Figure(
        Curve(
            points,
            facts.n_clusters,
            say(terms.NUMBER_OF_CLUSTERS),
            say(terms.CURVE_UPWARD),
            source.language,
        ),
        say(terms.CURVE_CAPTION),
        say(explanations.CURVE_ALT, number=facts.n_clusters, points=told),
    )


def population(source: Source) -> Section:
    """Return the chapter on who is studied and what is known of the data."""
    say, findings = source.say, source.findings
    bars = tuple(
        Bar(
            sentences.capital(source.read(findings.funnel_steps[step])),
            known(findings.funnel.value("persons", step=step)),
            source.count(findings.funnel.value("persons", step=step)),
            pale=step != findings.funnel.rows["step"].iloc[-1],
        )
        for step in findings.funnel.rows["step"]
    )
    told = "; ".join(f"{bar.label}: {bar.shown}" for bar in bars)
    notices = tuple(source.read(notice) for notice in notices_of(findings))
    blocks: list[Block] = [
        Paragraph(source.read(findings.population), lead=True),
        Paragraph(say(explanations.ON_DATE, day=_day(source))),
        *sample.at_length(source),
        Figure(
            Bars(bars),
            say(terms.FUNNEL_CAPTION),
            say(explanations.FUNNEL_ALT, steps=told),
            note=_funnel_note(source),
        ),
        Heading(say(terms.NOTICES)),
        Bullets(notices) if notices else Paragraph(say(explanations.NO_NOTICES)),
    ]
    return Section("population", say(terms.POPULATION), tuple(blocks))


def _funnel_note(source: Source) -> str:
    notes = [source.hidden_note(source.findings.funnel)]
    if source.findings.sample:
        notes.append(source.say(sample.UNWEIGHTED))
    return " ".join(filter(None, notes))


def _day(source: Source) -> str:
    return long_date(source.findings.reference_date, source.language)


def limits(source: Source) -> Section:
    """Return the chapter on what the numbers are and are not for."""
    say = source.say
    blocks: tuple[Block, ...] = (
        Callout(say(terms.USE_TITLE), say(explanations.USE_LONG)),
        Heading(say(terms.GOOD_USE)),
        Bullets(tuple(say(text) for text in explanations.GOOD_USES)),
        Heading(say(terms.MIND)),
        Bullets(tuple(say(text) for text in explanations.MINDS)),
        Heading(say(terms.PRIVACY)),
        Bullets(privacy_rules(source)),
        *_looser(source),
    )
    return Section("limits", say(terms.LIMITS), blocks)


def _looser(source: Source) -> list[Block]:
    """Tell which rules are looser than the project ships, who allowed it and why."""
    policy = source.policy
    if not policy.loosened:
        return []
    told = source.say(
        explanations.LOOSER,
        rules=", ".join(policy.loosened),
        approver=policy.approver,
        reason=policy.reason,
    )
    return [Callout(source.say(terms.LOOSER), told)]


def colophon(source: Source) -> Section:
    """Return the page with which somebody can make the numbers again."""
    say, made = source.say, source.findings.colophon
    facts = (
        (say(terms.REFERENCE_DATE), _day(source)),
        (say(terms.RUN), made.run),
        (say(terms.CODE_VERSION), made.code_version),
        (say(terms.SEED), str(source.findings.method.seed)),
        (say(terms.SETTINGS_DIGEST), made.settings_digest),
    )
    blocks: tuple[Block, ...] = (
        Paragraph(say(prose.COLOPHON_LEAD)),
        _pairs(source, terms.THIS_RUN, (terms.WHAT, terms.VALUE), facts),
        _pairs(
            source, terms.INPUTS, (terms.FILE, terms.DIGEST), tuple(made.inputs.items())
        ),
        Heading(say(terms.SOFTWARE)),
        Paragraph("; ".join(f"{name} {what}" for name, what in made.versions.items())),
        Paragraph(say(prose.TYPE_LICENCE)),
    )
    return Section("colophon", say(terms.COLOPHON), blocks)


def _pairs(
    source: Source,
    caption: Text,
    headings: tuple[Text, Text],
    rows: tuple[tuple[str, str], ...],
) -> Table:
    first, second = (source.say(heading) for heading in headings)
    columns = (Column(first, 2.6), Column(second, 6.0))
    return Table(source.say(caption), columns, rows, small=True)
