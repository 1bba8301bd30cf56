"""All clusters beside each other, on the answers in which they differ most."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from clusters.findings.largest import most_and_least
from clusters.labels import MOST_UNKNOWN, unknown_of
from clusters.profiles.counts import EVERYBODY
from clusters.report.blocks import Block, Figure, Legend, Paragraph, Section
from clusters.report.drawings import Comparison, Row
from clusters.report.shown import Origin
from clusters.report.words import sentences, terms
from clusters.report.words import side_by_side as words
from clusters.report.words.predicates import lower

if TYPE_CHECKING:
    from collections.abc import Iterable

    from clusters.report.source import Source
    from clusters.schema import FeatureMeaning

# As many categories as fit on one page under each other, with the names below.
_LINES = 22
_NAMES_A_LINE = 2


def side_by_side(source: Source) -> Section | None:
    """Return the chapter in which all clusters stand beside each other, if any do."""
    if not source.clusters:
        return None
    say = source.say
    chosen = _compared(source)
    columns = (say(terms.ALL_SHORT), *source.profiled)
    rows = tuple(_row(source, feature, category) for feature, category in chosen)
    names = tuple((each, source.name(each)) for each in source.profiled)
    blocks: list[Block] = [Paragraph(say(words.LEAD), lead=True)]
    if rows:
        blocks.append(
            Figure(
                Comparison(columns, rows, source.policy.marker),
                say(words.CAPTION),
                _compare_alt(source, rows),
                note=_note(source, chosen),
            )
        )
    blocks.append(Legend(names))
    return Section("compare", say(words.TITLE), tuple(blocks))


def _note(source: Source, chosen: Iterable[tuple[str, str]]) -> str:
    """Say what the signs mean, and which of the features are often unknown."""
    note = source.say(words.NOTE, marker=source.policy.marker)
    unknown = unknown_of(source.findings.profiles)
    often = [
        lower(sentences.heading(source.meanings[feature], source.language))
        for feature in dict.fromkeys(feature for feature, _ in chosen)
        if unknown.most(feature) > MOST_UNKNOWN
    ]
    if not often:
        return note
    warned = source.say(
        words.OFTEN_UNKNOWN,
        features=sentences.listed(often, source.language),
        most=source.percent(MOST_UNKNOWN, Origin.SETTING),
    )
    return f"{note} {warned}"


def _compared(source: Source) -> list[tuple[str, str]]:
    """Choose the strongest traits of every cluster in turn, in dictionary order."""
    ranked = [source.not_alone(source.more_often(each)) for each in source.profiled]
    deepest = max((len(each) for each in ranked), default=0)
    turns = chain.from_iterable(
        [traits[turn] for traits in ranked if turn < len(traits)]
        for turn in range(deepest)
    )
    unique = dict.fromkeys((trait.feature, trait.category) for trait in turns)
    room = _LINES - len(source.profiled) // _NAMES_A_LINE
    chosen = set(list(unique)[:room])
    return [
        (feature.name, category.code)
        for feature in source.features
        for category in feature.categories
        if (feature.name, category.code) in chosen
    ]


def _row(source: Source, feature: str, category: str) -> Row:
    meaning: FeatureMeaning = source.meanings[feature]
    cells = [(cluster, feature, category) for cluster in (EVERYBODY, *source.profiled)]
    return Row(
        sentences.heading(meaning, source.language),
        sentences.answer(meaning, category, source.language),
        shares=tuple(source.shares.get(cell) for cell in cells),
        above=tuple(source.above.get(cell) for cell in cells),
    )


def _compare_alt(source: Source, rows: tuple[Row, ...]) -> str:
    """Say per category where it is found most and least; the annex has all numbers."""
    parts = []
    for row in rows:
        shown: dict[str, tuple[int, bool]] = {}
        cells = zip(source.profiled, row.shares[1:], row.above[1:], strict=True)
        for cluster, share, above in cells:
            if share is not None or above is not None:
                shown[cluster] = (share or above or 0, share is None)
        if not shown:
            continue
        most, least = most_and_least(shown)
        parts.append(
            source.say(
                words.ALT_ROW,
                row=f"{row.feature}, {row.category}",
                most=most,
                high=source.at_least(*shown[most]),
                least=least,
                low=source.at_least(*shown[least]),
                all=source.percent(row.shares[0]),
            )
        )
    return f"{source.say(words.ALT)} {' '.join(parts)}"
