"""What is known before any chapter is built: released numbers, and names."""

from __future__ import annotations

from dataclasses import asdict
from itertools import chain
from typing import TYPE_CHECKING

from clusters.disclosure.exit import NUMBERS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from clusters.disclosure import ReleasedTable
    from clusters.findings.findings import Findings
    from clusters.findings.previous_edition import LastEdition
    from clusters.schema import FeatureMeaning, Text

# The dimensions of which a code is its own name.
_NAMELESS = ("year", "cohort", "stay", "cluster")


def tables_in(findings: Findings) -> Iterator[ReleasedTable]:
    """Yield every table in the findings."""
    yield from (findings.funnel, findings.sizes, findings.profiles)
    if findings.drilldown is not None:
        yield findings.drilldown
    if findings.places is not None:
        yield from (findings.places.table, findings.places.sizes)
    yield from findings.views.tables.values()


def numbers_in(table: ReleasedTable) -> Iterator[int]:
    """Yield every number that a table shows."""
    for column in NUMBERS:
        if column in table.rows:
            yield from (abs(int(value)) for value in table.rows[column].dropna())


def sums_in(findings: Findings) -> Iterator[int]:
    """Yield the shares of traits: where a trait joins bands, sums of released ones."""
    for label in findings.labels.values():
        for trait in (*label.traits, *label.named_by):
            yield from (trait.share, trait.reference_share)
            yield from (trait.unknown, trait.reference_unknown)


def codes_in(tables: Iterable[ReleasedTable]) -> Iterator[str]:
    """Yield the codes that are their own name: numbers of clusters, years."""
    for table in tables:
        for dimension in set(_NAMELESS) & set(table.dimensions):
            yield from map(str, table.rows[dimension].unique())


def names_in(findings: Findings) -> Iterator[str]:
    """Yield what people and things are called, and what is told with the findings."""
    yield from (findings.title, findings.place, findings.look.organisation)
    yield str(findings.reference_date.year)
    for meaning in findings.dictionary:
        yield from _of_feature(meaning)
    for label in findings.labels.values():
        yield from (label.name, label.generated or "")
    for text in (
        findings.population,
        *findings.notices,
        *findings.funnel_steps.values(),
    ):
        yield from _both(text)
    if findings.places is not None:
        yield from (*findings.places.names.values(), *findings.places.names)
        # An area without a name is called by its code.
        yield from map(str, findings.places.table.rows[findings.places.by].unique())
        yield from (area.code for area in findings.places.outlines.areas)
        yield from _both(findings.places.source)
    if findings.last is not None:
        yield from _former(findings.last)
    views, made = findings.views, findings.colophon
    yield views.published.source
    yield from (name for (name,) in views.published.clusters)
    for figures in (views.published.types, views.published.origins):
        yield from (year for year, _ in figures)
    yield from (each.name for each in findings.national)
    yield from (made.run, made.code_version, made.settings_digest)
    yield from chain(*made.inputs.items(), *made.versions.items())
    yield findings.method.sensitive_features_reason or ""
    owner = asdict(findings.owner)
    yield from (told for told in owner.values() if isinstance(told, str))


def _of_feature(meaning: FeatureMeaning) -> Iterator[str]:
    yield from _both(meaning.meaning)
    for code in (*meaning.categories, *meaning.spans):
        yield from _both(code.meaning)


def _former(last: LastEdition) -> Iterator[str]:
    for change in last.changes.values():
        yield from (each.name for each in change.former)
    yield from (each.name for each in last.vanished)


def _both(text: Text) -> tuple[str, str]:
    return text.nl, text.en
