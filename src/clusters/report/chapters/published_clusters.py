"""The chapter that holds the size of the clusters against published ones."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from clusters.numbers import known
from clusters.report.blocks import Column, Paragraph, Section, Table
from clusters.report.chapters.perspective_parts import told_of_source
from clusters.report.words import perspectives as words

if TYPE_CHECKING:
    from clusters.report.source import Source


def beside_published(source: Source) -> Section | None:
    """Return found and published clusters, large to small, if any were published."""
    published = source.findings.views.published.clusters
    if not published or not source.clusters:
        return None
    say = source.say
    theirs = sorted(published.items(), key=lambda each: (-each[1], each[0]))
    rows = []
    for one, other in zip_longest(theirs, source.clusters):
        (name,), share = one or (("",), None)
        found = known(source.size_share(other)) if other else None
        rows.append(
            (
                name,
                source.percent(share) if share is not None else "",
                source.name(other) if other else "",
                source.percent(found) if other else "",
                _difference(source, share, found),
            )
        )
    columns = (
        Column(say(words.CLUSTER_PUBLISHED), 3.4),
        Column(say(words.PUBLISHED_COLUMN), 1.5, "right"),
        Column(say(words.CLUSTER_FOUND), 3.4),
        Column(say(words.FOUND_COLUMN), 1.2, "right"),
        Column(say(words.DIFFERENCE_COLUMN), 1.6, "right"),
    )
    table = Table(
        say(words.CLUSTERS_TABLE),
        columns,
        tuple(rows),
        note=told_of_source(source),
        small=True,
    )
    lead = Paragraph(say(words.CLUSTERS_LEAD), lead=True)
    return Section("published", say(words.CLUSTERS_TITLE), (lead, table))


def _difference(source: Source, published: int | None, found: int | None) -> str:
    if published is None or found is None:
        return ""
    if found == published:
        return source.say(words.EQUAL)
    larger = found > published
    template = words.POINTS_MORE if larger else words.POINTS_LESS
    apart = abs(found - published)
    told = words.ONE_POINT if apart == 1 else words.POINTS
    return source.say(template, points=source.say(told, number=apart))
