"""All released shares per theme, what describes the clusters, and the dictionary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusters.numbers import more_than, tied
from clusters.profiles.counts import EVERYBODY
from clusters.report.blocks import Block, Column, Paragraph, Section, Table
from clusters.report.source import above_of, shares_of
from clusters.report.words import prose, sentences, terms
from clusters.schema import UNKNOWN, Code

if TYPE_CHECKING:
    from collections.abc import Iterable

    from clusters.disclosure import ReleasedTable
    from clusters.report.source import Shares, Source
    from clusters.schema import FeatureMeaning

# Of a long list (areas, countries) the largest categories; the workbook has all.
_CATEGORIES = 15


def tables(source: Source) -> Section:
    """Return the annex with the share of every category in every cluster."""
    themes = dict.fromkeys(feature.theme for feature in source.features)
    blocks: list[Block] = [
        Paragraph(source.say(prose.ANNEX_LEAD, marker=source.policy.marker))
    ]
    blocks += [
        _shares(
            source,
            source.findings.profiles,
            [each for each in source.features if each.theme is theme],
            source.say(terms.THEMES[theme]),
        )
        for theme in themes
    ]
    return Section("tables", source.say(terms.ANNEX), tuple(blocks))


def described(source: Source) -> Section | None:
    """Return the annex on what describes the clusters and did not make them."""
    drilldown = source.findings.drilldown
    if drilldown is None:
        return None
    names = dict.fromkeys(drilldown.rows["feature"])
    blocks: list[Block] = [Paragraph(source.say(prose.DESCRIBED_LEAD))]
    blocks += [
        _shares(
            source,
            drilldown,
            [source.meanings[name]],
            sentences.heading(source.meanings[name], source.language),
        )
        for name in names
    ]
    return Section("described", source.say(terms.DESCRIBED), tuple(blocks))


def _shares(
    source: Source,
    table: ReleasedTable,
    features: Iterable[FeatureMeaning],
    caption: str,
) -> Table:
    columns = (EVERYBODY, *source.profiled)
    shares, above = shares_of(table), above_of(table)
    rows: list[tuple[str, ...]] = []
    note = ""
    for feature in features:
        shown = _largest(feature, shares)
        if len(shown) < len(feature.categories):
            note = source.say(prose.LARGEST_ONLY, number=len(shown))
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
    widths = [Column(source.say(terms.IN_PERCENT), 5.5)]
    widths += [Column(heading, 1.0, "right") for heading in headings]
    return Table(caption, tuple(widths), tuple(rows), note=note, small=True)


def _unknown(feature: FeatureMeaning, shares: Shares) -> tuple[Code, ...]:
    """Return the answer nobody knows, where its share is shown: it is part of all."""
    if shares.get((EVERYBODY, feature.name, UNKNOWN)) is None:
        return ()
    return (Code(UNKNOWN, feature.category(UNKNOWN)),)


def _cell(source: Source, share: int | None, above: int | None) -> str:
    if share is None:
        return source.policy.marker if above is None else more_than(above)
    return str(share)


def _largest(feature: FeatureMeaning, shares: Shares) -> tuple[Code, ...]:
    if len(feature.categories) <= _CATEGORIES:
        return feature.categories
    ranked = sorted(
        feature.categories,
        key=lambda code: -(shares.get((EVERYBODY, feature.name, code.code)) or 0),
    )
    kept = {code.code for code in ranked[:_CATEGORIES]}
    return tuple(code for code in feature.categories if code.code in kept)


def dictionary(source: Source) -> Section:
    """Return the data dictionary: every feature and its categories."""
    say = source.say
    rows: list[tuple[str, ...]] = []
    features = source.findings.dictionary
    for theme in dict.fromkeys(each.theme for each in features):
        rows.append((say(terms.THEMES[theme]),))
        rows += [_entry(source, each) for each in features if each.theme is theme]
    columns = (
        Column(say(terms.FEATURE), 3.2),
        Column(say(terms.CATEGORIES), 5.9),
        Column(say(terms.ROLE), 1.9),
    )
    lead = Paragraph(say(prose.DICTIONARY_LEAD))
    table = Table(say(terms.ALL_FEATURES), columns, tuple(rows), small=True)
    return Section("dictionary", say(terms.DICTIONARY), (lead, table))


def _entry(source: Source, feature: FeatureMeaning) -> tuple[str, ...]:
    answers = [tied(code.meaning.to(source.language)) for code in feature.categories]
    more = "; …" if len(answers) > _CATEGORIES else ""
    role = terms.CLUSTERED if feature.clustered else terms.ONLY_DESCRIBES
    return (
        sentences.heading(feature, source.language),
        "; ".join(answers[:_CATEGORIES]) + more,
        source.say(role),
    )
