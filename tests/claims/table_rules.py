"""What every table and drawing shows, worked out again from the exact answers.

A table is known by the chapter that it stands in, a drawing by its kind.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.exact import EVERYBODY
from claims.rules import count_is, share_is
from clusters.profiles.perspectives import NOT_INTERNATIONAL
from clusters.report import blocks, terms, view_words, words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from claims.exact import Exact
    from clusters.schema import FeatureMeaning

    Counted = blocks.Table | blocks.Figure
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
            answer = re.sub(r"\s\((onbekend|unknown):.*\)$", "", row[1])
            category = _category(exact, feature, answer)
            _share(exact, row[2], cluster, feature.name, category)
            _share(exact, row[3], EVERYBODY, feature.name, category)
            _is_commonest_or_stands_out(exact, cluster, feature.name, category)
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


def check_numbers(
    exact: Exact, section: str, block: blocks.Table | blocks.Figure
) -> None:
    """Hold the numbers of a table or a figure against the people they are about."""
    try:
        if isinstance(block, blocks.Table):
            rule = _rule_for(section, block, exact.findings.language)
            if rule is not None:
                rule(exact, block)
        elif isinstance(block.drawing, blocks.Pairs):
            _pairs(exact, section.removeprefix("cluster-"), block.drawing)
        elif isinstance(block.drawing, blocks.Comparison):
            _comparison(exact, block.drawing)
    except AssertionError as wrong:
        wrong.add_note(f"{section}: {block.caption}")
        raise


def _pairs(exact: Exact, cluster: str, drawing: blocks.Pairs) -> None:
    for pair in drawing.pairs:
        feature = _feature(exact, pair.feature)
        assert feature is not None, pair
        for category in _categories(feature, pair.category, exact):
            _share(exact, f"{pair.reference}", EVERYBODY, feature.name, category)
            is_more = re.match(r"(meer dan|more than|>)", pair.shown) is not None
            told = f"> {pair.share}" if is_more else f"{pair.share}"
            _share(exact, told, cluster, feature.name, category)


def _comparison(exact: Exact, drawing: blocks.Comparison) -> None:
    clusters = (EVERYBODY, *drawing.columns[1:])
    for row in drawing.rows:
        feature = _feature(exact, row.feature)
        assert feature is not None, row
        for category in _categories(feature, row.category, exact):
            for cluster, share in zip(clusters, row.shares, strict=True):
                cell = _HIDDEN if share is None else f"{share}"
                _share(exact, cell, cluster, feature.name, category)


def types(exact: Exact, table: blocks.Table) -> int:
    """So many internationals are of each type, and that is such a part of them."""
    language = exact.findings.language
    codes = {each.name.to(language): each.code for each in exact.findings.views.types}
    residents = exact.residents["type"].astype(str)
    everybody = int((residents != NOT_INTERNATIONAL).sum())
    for row in table.rows:
        truth = int((residents == codes.get(row[0])).sum())
        if len(row) > 2 and row[0] in codes and row[1] != _HIDDEN:
            count_is(exact, row[1], truth)
            share_is(exact, row[2], 100 * truth / everybody, everybody)
    return len(table.rows)


def _rule_for(section: str, table: blocks.Table, language: str) -> TableRule | None:
    """Return the rule of a table by where it stands, if it counts people."""
    if section == "glance":
        return sizes
    if section in {"tables", "described"}:
        return shares
    if section == "crossings":
        return crossings
    if section == "types" and table.caption == view_words.TYPES_TABLE.to(language):
        return types
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


def _is_commonest_or_stands_out(
    exact: Exact, cluster: str, feature: str, category: str
) -> None:
    """Fail if another answer is more frequent, and it is not above everybody's share."""
    answers = exact.members(cluster)[feature]
    counts = answers[~answers.isin(["unknown", "not_applicable"])].value_counts()
    if counts[category] < counts.max() - 2 * exact.count_slack:
        mine = exact.share(cluster, feature, category)
        assert mine > exact.share(EVERYBODY, feature, category), (feature, category)


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
    found = list(_categories(feature, told, exact))
    assert found, (feature.name, told)
    return found[0]


def _categories(feature: FeatureMeaning, told: str, exact: Exact) -> Iterator[str]:
    language = exact.findings.language
    plain = told.replace("\N{NO-BREAK SPACE}", " ").lower()
    for code in (*(each.code for each in feature.categories), "unknown"):
        name = words.answer(feature, code, language)
        if name.replace("\N{NO-BREAK SPACE}", " ").lower() == plain:
            yield code
            return
