"""What every table and drawing shows, worked out again from the exact answers.

`TABLES` holds a rule by the chapter of the report that a table stands in. `DRAWINGS` does
so by the kind of drawing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.exact import EVERYBODY
from claims.rules import count_is, number, share_is
from clusters.report import blocks, terms, words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from claims.exact import Exact
    from clusters.schema import FeatureMeaning

    TableRule = Callable[[Exact, blocks.Table], int]

_HIDDEN = "."


def sizes(exact: Exact, table: blocks.Table) -> int:
    """The persons of each cluster, and their part of all."""
    everybody = exact.size(EVERYBODY)
    for name, persons, share, *_ in table.rows:
        cluster = _cluster(name)
        truth = exact.size(cluster)
        if persons != _HIDDEN:
            count_is(exact, persons, truth)
        if share != _HIDDEN:
            share_is(exact, share, 100 * truth / everybody, everybody)
    return len(table.rows)


def shares(exact: Exact, table: blocks.Table) -> int:
    """The part of each cluster, and of everybody, that gives each answer."""
    clusters = [EVERYBODY, *(column.heading for column in table.columns[2:])]
    feature, checked = _feature(exact, table.caption), 0
    for row in table.rows:
        if len(row) == 1:
            feature = _feature(exact, row[0])
            continue
        assert feature is not None, row
        category = _category(exact, feature, row[0])
        for cluster, cell in zip(clusters, row[1:], strict=True):
            checked += _share(exact, cell, cluster, feature.name, category)
    return checked


def main_answers(cluster: str) -> TableRule:
    """Return the rule for the most frequent answers of a cluster."""

    def check(exact: Exact, table: blocks.Table) -> int:
        for row in (row for row in table.rows if len(row) > 1):
            feature = _feature(exact, row[0])
            assert feature is not None, row
            category = _category(exact, feature, row[1])
            _share(exact, row[2], cluster, feature.name, category)
            _share(exact, row[3], EVERYBODY, feature.name, category)
            _is_commonest(exact, cluster, feature.name, category)
        return len(table.rows)

    return check


def crossings(exact: Exact, table: blocks.Table) -> int:
    """The part of a cluster, and of everybody, that gives an answer."""
    feature, checked = None, 0
    for row in table.rows:
        if len(row) == 1:
            feature = _feature(exact, row[0].split(":")[0])
            continue
        assert feature is not None, row
        category = _category(exact, feature, row[1])
        checked += _share(exact, row[2], row[0], feature.name, category)
        checked += _share(exact, row[3], EVERYBODY, feature.name, category)
    return checked


def drawn(exact: Exact, section: str, drawing: blocks.Drawing) -> int:
    """Check the shares of people that a drawing shows; return how many."""
    match drawing:
        case blocks.Pairs(pairs):
            cluster, checked = section.removeprefix("cluster-"), 0
            for pair in pairs:
                feature = _feature(exact, pair.feature)
                assert feature is not None, pair
                for category in _categories(feature, pair.category, exact):
                    of_all = _share(
                        exact, str(pair.reference), EVERYBODY, feature.name, category
                    )
                    checked += of_all
                    if "tegen" in pair.shown and not pair.shown.startswith("meer"):
                        _share(exact, str(pair.share), cluster, feature.name, category)
            return checked
        case blocks.Comparison(columns, rows):
            checked = 0
            for row in rows:
                feature = _feature(exact, row.feature)
                assert feature is not None, row
                for category in _categories(feature, row.category, exact):
                    clusters = (EVERYBODY, *columns[1:])
                    for cluster, share in zip(clusters, row.shares, strict=True):
                        cell = _HIDDEN if share is None else str(share)
                        checked += _share(exact, cell, cluster, feature.name, category)
            return checked
    return 0


def rule_for(section: str, table: blocks.Table, language: str) -> TableRule | None:
    """Return the rule of a table by where it stands, if its people are studied."""
    if section == "glance":
        return sizes
    if section in {"tables", "described"}:
        return shares
    if section == "crossings":
        return crossings
    captions = {each.to(language) for each in (terms.MAIN_ANSWERS, terms.OTHER_ANSWERS)}
    if section.startswith("cluster-") and table.caption in captions:
        return main_answers(section.removeprefix("cluster-"))
    return None


def _share(exact: Exact, cell: str, cluster: str, feature: str, category: str) -> int:
    if cell.strip() == _HIDDEN or not cell.strip():
        return 0
    base = exact.known(cluster, feature)
    assert base, (cell, cluster, feature)
    share_is(exact, cell, exact.share(cluster, feature, category), base)
    return 1


def _is_commonest(exact: Exact, cluster: str, feature: str, category: str) -> None:
    """Fail if another answer is more frequent by more than the rounding."""
    answers = exact.members(cluster)[feature]
    counts = answers[~answers.isin(["unknown", "not_applicable"])].value_counts()
    assert counts[category] >= counts.max() - 2 * exact.count_slack


def _cluster(name: str) -> str:
    start = name.split(".")[0]
    if start.isdigit():
        return start
    return "0" if "profiel" in name or "profile" in name else EVERYBODY


def _feature(exact: Exact, heading: str) -> FeatureMeaning | None:
    language = exact.findings.language
    for each in exact.findings.dictionary:
        if words.heading(each, language) == heading:
            return each
    return None


def _category(exact: Exact, feature: FeatureMeaning, told: str) -> str:
    (found,) = _categories(feature, told, exact)
    return found


def _categories(feature: FeatureMeaning, told: str, exact: Exact) -> Iterator[str]:
    language = exact.findings.language
    plain = told.replace("\N{NO-BREAK SPACE}", " ").lower()
    for code in (*(each.code for each in feature.categories), "unknown"):
        name = words.answer(feature, code, language)
        if name.replace("\N{NO-BREAK SPACE}", " ").lower() == plain:
            yield code
            return


__all__ = ["drawn", "number", "rule_for"]
