"""The chapter that holds the size of the clusters against published ones."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from clusters.numbers import known
from clusters.report.blocks import Column, Paragraph, Section, Table
from clusters.report.parts.published import source_of_published
from clusters.report.shown import Origin
from clusters.report.words import published as published_words
from clusters.report.words import published_clusters as words

if TYPE_CHECKING:
    from clusters.report.source import Source


def published_clusters(source: Source) -> Section | None:
    """Return found and published clusters, large to small, if any were published."""
    published = source.findings.views.published.clusters
    if not published or not source.clusters:
        return None
    say = source.say
    largest_first = sorted(published.items(), key=lambda each: (-each[1], each[0]))
    rows = []
    for of_others, cluster in zip_longest(largest_first, source.clusters):
        (name,), share = of_others or (("",), None)
        found = known(source.size_share(cluster)) if cluster else None
        rows.append(
            (
                name,
                source.percent(share, Origin.PUBLISHED) if share is not None else "",
                source.name(cluster) if cluster else "",
                source.percent(found) if cluster else "",
                _difference(source, share, found),
            )
        )
    columns = (
        Column(say(words.CLUSTER_PUBLISHED), 3.4),
        Column(say(published_words.PUBLISHED_COLUMN), 1.5, "right"),
        Column(say(words.CLUSTER_FOUND), 3.4),
        Column(say(published_words.FOUND_COLUMN), 1.2, "right"),
        Column(say(published_words.DIFFERENCE_COLUMN), 1.6, "right"),
    )
    table = Table(
        say(words.TABLE),
        columns,
        tuple(rows),
        note=source_of_published(source),
        small=True,
    )
    lead = Paragraph(say(words.LEAD), lead=True)
    return Section("published", say(words.TITLE), (lead, table))


def _difference(source: Source, published: int | None, found: int | None) -> str:
    if published is None or found is None:
        return ""
    if found == published:
        return source.say(published_words.EQUAL)
    larger = found > published
    template = words.POINTS_MORE if larger else words.POINTS_LESS
    points = abs(found - published)
    unit = words.ONE_POINT if points == 1 else words.POINTS
    return source.say(template, points=source.say(unit, number=points))
