"""What the web page holds for those who look for themselves: released values only.

The rows of the delivered tables, once, and the words that go with their codes. What the
page shows, compares and saves comes from here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from clusters.numbers import known
from clusters.report.formats.perspective_tables import titled
from clusters.report.formats.tables import delivered
from clusters.report.source import Source
from clusters.report.words import page, sentences, terms
from clusters.schema import UNKNOWN

if TYPE_CHECKING:
    from clusters.disclosure import ReleasedTable
    from clusters.findings.findings import Findings
    from clusters.report.formats.tables import Delivered
    from clusters.schema import FeatureMeaning


@dataclass(frozen=True)
class Choice:
    """Something that can be chosen: its value and how it is called."""

    value: str
    name: str


@dataclass(frozen=True)
class Offered:
    """A table that can be saved; ``name`` and ``about`` are for the reader."""

    file: str
    name: str
    about: str


@dataclass(frozen=True)
class Explorable:
    """What can be chosen on the page, and ``content``: what it then shows, for JSON."""

    clusters: tuple[Choice, ...]
    themes: tuple[Choice, ...]
    features: tuple[Choice, ...]
    describing: tuple[Choice, ...]
    tables: tuple[Offered, ...]
    content: dict[str, Any]


def explorable(findings: Findings) -> Explorable:
    """Return what a reader can choose, with the released values to show for it."""
    source = Source(findings)
    tables = delivered(findings)
    both = (findings.profiles, findings.drilldown)
    compared = [table for table in both if table is not None]
    present = {name for table in compared for name in table.rows["feature"]}
    features = [each for each in findings.dictionary if each.name in present]
    themes = dict.fromkeys(each.theme for each in features)
    return Explorable(
        clusters=tuple(Choice(each, source.name(each)) for each in source.profiled),
        themes=tuple(
            Choice(each.value, source.say(terms.THEMES[each])) for each in themes
        ),
        features=_choices(source, features, clustered=True),
        describing=_choices(source, features, clustered=False),
        tables=tuple(_offered(source, table) for table in tables),
        content={
            "language": source.language,
            "marker": source.policy.marker,
            "words": {key: source.read(text) for key, text in page.SCRIPT.items()},
            "features": [_feature(source, each) for each in features],
            "above": [above for table in compared for above in _above(table)],
            "tables": {
                table.file: {"header": table.header, "rows": table.rows}
                for table in tables
            },
        },
    )


def _choices(
    source: Source, features: list[FeatureMeaning], *, clustered: bool
) -> tuple[Choice, ...]:
    return tuple(
        Choice(each.name, sentences.heading(each, source.language))
        for each in features
        if each.clustered is clustered
    )


def _offered(source: Source, table: Delivered) -> Offered:
    return Offered(table.file, *titled(source, table.file))


def _feature(source: Source, feature: FeatureMeaning) -> dict[str, Any]:
    """Return a feature with its answers in order, the one nobody knows last."""
    codes = dict.fromkeys([*(each.code for each in feature.categories), UNKNOWN])
    return {
        "name": feature.name,
        "heading": sentences.heading(feature, source.language),
        "theme": feature.theme.value,
        "answers": [
            [code, sentences.answer(feature, code, source.language)] for code in codes
        ],
    }


def _above(table: ReleasedTable) -> list[list[str | int | None]]:
    """Return the hidden shares of which it may be said what they exceed."""
    told = table.rows[table.rows["above"].notna()]
    return [
        [row.cluster, row.feature, row.category, known(row.above)]
        for row in told.itertuples()
    ]
