"""A table of the released shares of some features in every cluster."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusters.numbers import tied
from clusters.profiles.counts import EVERYBODY
from clusters.report.blocks import Column, Table
from clusters.report.source import above_of, shares_of
from clusters.report.words import all_shares, sentences, terms
from clusters.schema import UNKNOWN, Code

if TYPE_CHECKING:
    from collections.abc import Iterable

    from clusters.disclosure import ReleasedTable
    from clusters.report.source import Shares, Source
    from clusters.schema import FeatureMeaning


# Of a long list (areas, countries) the largest categories; the workbook has all.
MOST_CATEGORIES = 15


def shares_table(
    source: Source,
    table: ReleasedTable,
    features: Iterable[FeatureMeaning],
    caption: str,
) -> Table:
    """Return the share of every category of some features in every cluster."""
    columns = (EVERYBODY, *source.profiled)
    shares, above = shares_of(table), above_of(table)
    rows: list[tuple[str, ...]] = []
    note = ""
    for feature in features:
        shown = _largest(feature, shares)
        if len(shown) < len(feature.categories):
            note = source.say(all_shares.LARGEST_ONLY, number=len(shown))
        if sentences.heading(feature, source.language) != caption:
            rows.append((sentences.heading(feature, source.language),))
        rows += [
            (
                tied(code.meaning.to(source.language)),
                *(
                    _cell(source, shares.get(cell), above.get(cell))
                    for cluster in columns
                    for cell in [(cluster, feature.name, code.code)]
                ),
            )
            for code in (*shown, *_unknown(feature, shares))
        ]
    headings = (source.say(terms.ALL_SHORT), *source.profiled)
    widths = [Column(source.say(all_shares.IN_PERCENT), 5.5)]
    widths += [Column(heading, 1.0, "right") for heading in headings]
    return Table(caption, tuple(widths), tuple(rows), note=note, small=True)


def _unknown(feature: FeatureMeaning, shares: Shares) -> tuple[Code, ...]:
    """Return the answer nobody knows, where its share is shown: it is part of all."""
    if shares.get((EVERYBODY, feature.name, UNKNOWN)) is None:
        return ()
    return (Code(UNKNOWN, feature.category(UNKNOWN)),)


def _cell(source: Source, share: int | None, above: int | None) -> str:
    if share is None:
        if above is None:
            return source.policy.marker
        return source.share(above, is_above=True)
    return source.share(share)


def _largest(feature: FeatureMeaning, shares: Shares) -> tuple[Code, ...]:
    if len(feature.categories) <= MOST_CATEGORIES:
        return feature.categories
    ranked = sorted(
        feature.categories,
        key=lambda code: -(shares.get((EVERYBODY, feature.name, code.code)) or 0),
    )
    kept = {code.code for code in ranked[:MOST_CATEGORIES]}
    return tuple(code for code in feature.categories if code.code in kept)
