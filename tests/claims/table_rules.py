"""What every table and drawing shows, worked out again from the exact answers.

A table is known by the chapter that it stands in, a drawing by its kind.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pandas as pd

from claims.exact import EVERYBODY, UNKNOWN
from claims.rules import as_often, count_is, share_is
from clusters.profiles.perspectives import NOT_INTERNATIONAL
from clusters.report import blocks, drawings
from clusters.report.words import portrait, sentences, types

if TYPE_CHECKING:
    from collections.abc import Callable

    from claims.exact import Exact

    Rule = Callable[[Exact, str, blocks.Table], None]

_HIDDEN = "."
_STANDING_OUT = ("opvallend: ", "notable: ")


def check_numbers(
    exact: Exact, section: str, block: blocks.Table | blocks.Figure
) -> None:
    """Hold the numbers of a table or a figure against the people they are about."""
    try:
        if isinstance(block, blocks.Table):
            rule = _rule_for(section, block.caption, exact.findings.language)
            if rule is not None:
                rule(exact, section, block)
        elif isinstance(block.drawing, drawings.Pairs):
            _pairs(exact, section.removeprefix("cluster-"), block.drawing)
        elif isinstance(block.drawing, drawings.Comparison):
            _comparison(exact, block.drawing)
    except AssertionError as wrong:
        wrong.add_note(f"{section}: {block.caption}")
        raise


def _rule_for(section: str, caption: str, language: str) -> Rule | None:
    """Return the rule of a table by where it stands, if it counts people."""
    by_section = {
        "glance": _sizes,
        "tables": _shares,
        "described": _shares,
        "crossings": _crossings,
    }
    if section in by_section:
        return by_section[section]
    by_caption = {
        types.TABLE: _types,
        portrait.MAIN_ANSWERS: _main_answers,
        portrait.OTHER_ANSWERS: _main_answers,
    }
    return {text.to(language): rule for text, rule in by_caption.items()}.get(caption)


def _sizes(exact: Exact, section: str, table: blocks.Table) -> None:
    """Check the persons of each cluster, and their part of all."""
    del section
    everybody = exact.size(EVERYBODY)
    for name, persons, share, *_ in table.rows:
        truth = exact.size(_cluster(name))
        if persons != _HIDDEN:
            count_is(exact, persons, truth)
        if share != _HIDDEN:
            share_is(exact, share, 100 * truth / everybody, everybody)


def _shares(exact: Exact, section: str, table: blocks.Table) -> None:
    """Check the part of each cluster, and of everybody, that gives each answer."""
    del section
    clusters = [EVERYBODY, *(column.heading for column in table.columns[2:])]
    feature = _feature(exact, table.caption)
    for row in table.rows:
        if len(row) == 1:
            feature = _feature(exact, row[0])
            continue
        for cluster, cell in zip(clusters, row[1:], strict=True):
            _share(exact, cell, cluster, feature, row[0])


def _main_answers(exact: Exact, section: str, table: blocks.Table) -> None:
    """Check the most frequent answers of a cluster, and what stands out."""
    cluster = section.removeprefix("cluster-")
    for name, told, here, all_, *_ in (row for row in table.rows if len(row) > 1):
        feature = _feature(exact, name)
        _share(exact, here, cluster, feature, told)
        _share(exact, all_, EVERYBODY, feature, told)
        _is_commonest_or_stands_out(exact, cluster, feature, told)


def _crossings(exact: Exact, section: str, table: blocks.Table) -> None:
    """Check the part of a cluster, and of everybody, that gives an answer."""
    del section
    feature = ""
    for row in table.rows:
        if len(row) == 1:
            feature = _feature(exact, row[0].split(":")[0])
            continue
        cluster, answer, here, all_, *_ = row
        _share(exact, here, cluster, feature, answer)
        _share(exact, all_, EVERYBODY, feature, answer)


def _types(exact: Exact, section: str, table: blocks.Table) -> None:
    """Check how many internationals are of each type, and which part that is."""
    del section
    language = exact.findings.language
    codes = {each.name.to(language): each.code for each in exact.findings.views.types}
    residents = exact.residents["type"].astype(str)
    everybody = int((residents != NOT_INTERNATIONAL).sum())
    for name, persons, share, *_ in table.rows:
        if name in codes and persons != _HIDDEN:
            truth = int((residents == codes[name]).sum())
            count_is(exact, persons, truth)
            share_is(exact, share, 100 * truth / everybody, everybody)


def _pairs(exact: Exact, cluster: str, drawing: drawings.Pairs) -> None:
    for pair in drawing.pairs:
        feature = _feature(exact, pair.feature)
        is_more = re.match(r"(meer dan|more than|>)", pair.shown) is not None
        told = f"> {pair.share}" if is_more else f"{pair.share}"
        _share(exact, told, cluster, feature, pair.category)
        _share(exact, f"{pair.reference}", EVERYBODY, feature, pair.category)


def _comparison(exact: Exact, drawing: drawings.Comparison) -> None:
    for row in drawing.rows:
        feature = _feature(exact, row.feature)
        for cluster, share in zip(
            (EVERYBODY, *drawing.columns[1:]), row.shares, strict=True
        ):
            cell = _HIDDEN if share is None else f"{share}"
            _share(exact, cell, cluster, feature, row.category)


def _share(exact: Exact, cell: str, cluster: str, feature: str, answer: str) -> None:
    if cell.strip() in {_HIDDEN, ""}:
        return
    answers = _answers(exact, feature, answer)
    truth = sum(exact.share(cluster, feature, each) for each in answers)
    share_is(
        exact,
        cell,
        truth,
        exact.known(cluster, feature),
        parts=len(answers),
        rounded=exact.rounded(cluster, feature),
    )


def _is_commonest_or_stands_out(
    exact: Exact, cluster: str, feature: str, answer: str
) -> None:
    """Fail if another answer is as frequent, or one that stands out does not.

    An answer that the row names as given about as often may be so. What has no share
    is only known to be hardly more.
    """
    answers = _answers(exact, feature, answer)
    given = exact.members(cluster)[feature]
    counts = given[~given.isin([UNKNOWN, "not_applicable"])].value_counts()
    mine = counts.reindex(answers).sum()
    named = as_often(exact, feature, answer)
    others = counts.drop([*answers, *named], errors="ignore")
    told = exact.findings.profiles.where(cluster=cluster, feature=feature)
    with_share = set(told.loc[told["share"].notna(), "category"])
    slack = [
        0 if each in with_share else 2 * exact.count_slack for each in others.index
    ]
    if answer.startswith(_STANDING_OUT):
        here, of_all = (
            sum(exact.share(group, feature, each) for each in answers)
            for group in (cluster, EVERYBODY)
        )
        assert here > of_all, (feature, answer)
    else:
        least = others - pd.Series(slack, others.index, dtype=int)
        assert (least < mine).all(), (feature, answer, counts)


def _cluster(name: str) -> str:
    start = name.split(".")[0]
    if start.isdigit():
        return start
    return "0" if "profiel" in name or "profile" in name else EVERYBODY


def _feature(exact: Exact, heading: str) -> str:
    """Return the feature with a heading; empty for a theme."""
    language = exact.findings.language
    for each in exact.findings.dictionary:
        if sentences.heading(each, language) == heading:
            return each.name
    return ""


def _answers(exact: Exact, feature: str, told: str) -> tuple[str, ...]:
    """Return the categories that an answer stands for: one, or adjacent bands."""
    (meaning,) = (each for each in exact.findings.dictionary if each.name == feature)
    codes = [each.code for each in (*meaning.categories, *meaning.spans)]
    for code in (*codes, UNKNOWN):
        if _plain(sentences.answer(meaning, code, exact.findings.language)) == _plain(
            told
        ):
            return meaning.answers_in(code)
    raise AssertionError((feature, told))


def _plain(text: str) -> str:
    """Return an answer without the hard spaces, and without how often it is unknown."""
    spaced = text.replace("\N{NO-BREAK SPACE}", " ")
    for start in _STANDING_OUT:
        spaced = spaced.removeprefix(start)
    spaced = re.sub(r" \((onbekend|unknown):.*\)$", "", spaced)
    return re.sub(r" \((ongeveer even vaak|about as often):.*\)$", "", spaced)
