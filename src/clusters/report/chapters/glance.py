"""The sizes of the clusters, at a glance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusters.numbers import known
from clusters.profiles.counts import EVERYBODY, NO_CLEAR_PROFILE
from clusters.report.blocks import Block, Column, Figure, Paragraph, Section, Table
from clusters.report.drawings import Bar, Bars
from clusters.report.parts.clusters import numbered
from clusters.report.parts.privacy import rounded_parts
from clusters.report.parts.strongest import in_a_line
from clusters.report.words import glance as words
from clusters.report.words import terms

if TYPE_CHECKING:
    from clusters.report.source import Source


def glance(source: Source) -> Section | None:
    """Return the chapter with the sizes, if there are clusters."""
    if not source.clusters:
        return None
    say = source.say
    rounding = rounded_parts(source, source.findings.sizes)
    blocks: tuple[Block, ...] = (
        Paragraph(say(words.LEAD), lead=True),
        Figure(
            Bars(tuple(_size_bar(source, each) for each in _everyone(source)[1:])),
            say(words.CAPTION),
            _sizes_alt(source),
            note=source.hidden_note(source.findings.sizes),
        ),
        _sizes_table(source, rounding),
    )
    return Section("glance", say(words.TITLE), blocks)


def _everyone(source: Source) -> list[str]:
    unprofiled = len(source.findings.sizes.where(cluster=NO_CLEAR_PROFILE))
    return [EVERYBODY, *source.clusters, *([NO_CLEAR_PROFILE] if unprofiled else [])]


def _size_bar(source: Source, cluster: str) -> Bar:
    length = known(source.size(cluster))
    shown = source.count(source.size(cluster))
    share = source.size_percent(cluster)
    return Bar(
        numbered(source, cluster),
        length,
        f"{shown} ({share})" if length is not None else shown,
        pale=cluster == NO_CLEAR_PROFILE,
    )


def _sizes_alt(source: Source) -> str:
    sizes = [
        f"{numbered(source, each)}: {_size_bar(source, each).shown}"
        for each in _everyone(source)[1:]
    ]
    return f"{source.say(words.ALT)} {'; '.join(sizes)}."


def _sizes_table(source: Source, note: str) -> Table:
    rows = []
    for cluster in _everyone(source):
        own = cluster in source.clusters
        rows.append(
            (
                numbered(source, cluster),
                source.count(source.size(cluster)),
                source.size_percent(cluster),
                in_a_line(source, cluster) if own else "",
            )
        )
    columns = (
        Column(source.say(terms.CLUSTER), 3.0),
        Column(source.say(terms.PERSONS_COLUMN), 1.2, "right"),
        Column(source.say(terms.SHARE), 1.0, "right"),
        Column(source.say(words.STRONGEST), 4.6),
    )
    caption = source.say(words.TABLE)
    return Table(caption, columns, tuple(rows), note=note, small=True)
