"""Clusters crossed with type, origin and whatever else describes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusters.association import LARGE, MEDIUM, SMALL, strength
from clusters.findings.effects import association
from clusters.findings.largest import clearest_answer
from clusters.labels.traits import (
    MOST_UNKNOWN,
    SMALLEST_DIFFERENCE,
    SMALLEST_EFFECT,
    unknown_of,
)
from clusters.numbers import HARD_SPACE, known
from clusters.profiles.counts import EVERYBODY
from clusters.report.blocks import (
    Block,
    Column,
    Figure,
    Legend,
    Paragraph,
    Section,
    Table,
)
from clusters.report.drawings import Flow, Flows
from clusters.report.shown import Origin
from clusters.report.words import crossings as words
from clusters.report.words import sentences, terms
from clusters.schema import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from clusters.disclosure import ReleasedTable
    from clusters.labels import Trait
    from clusters.report.source import Source

_FIRST = ("type", "origin")
_LARGEST = 5  # flows in words


def crossings(source: Source) -> Section | None:
    """Return the chapter on clusters and other answers; none where nothing else is."""
    table = source.findings.drilldown
    if table is None or not source.profiled:
        return None
    blocks: list[Block] = [Paragraph(source.say(words.LEAD), lead=True)]
    if figure := _figure(source, table):
        blocks.append(figure)
    blocks.append(_table(source, table))
    blocks.append(Legend(tuple((each, source.name(each)) for each in source.profiled)))
    return Section("crossings", source.say(words.TITLE), tuple(blocks))


def _figure(source: Source, table: ReleasedTable) -> Figure | None:
    rows = table.rows[(table.rows["feature"] == "type") & table.rows["persons"].notna()]
    rows = rows[rows["cluster"].isin(source.profiled) & (rows["category"] != UNKNOWN)]
    if rows.empty:
        return None
    meaning = source.meanings["type"]
    kinds = [
        code.code for code in meaning.categories if code.code in set(rows["category"])
    ]
    names = [sentences.answer(meaning, kind, source.language) for kind in kinds]
    flows = tuple(
        Flow(
            kinds.index(row.category),
            source.profiled.index(row.cluster),
            known(row.persons) or 0,
        )
        for row in rows.itertuples()
    )
    ranked = sorted(flows, key=lambda flow: -flow.persons)[:_LARGEST]
    largest = [
        source.say(
            words.FLOW_ONE,
            kind=names[flow.start],
            cluster=source.profiled[flow.end],
            persons=source.count(flow.persons),
        )
        for flow in ranked
    ]
    labels = tuple(f"{each}. {source.name(each)}" for each in source.profiled)
    return Figure(
        Flows(tuple(names), labels, flows),
        source.say(words.FLOW_CAPTION),
        source.say(words.FLOW_ALT, largest="; ".join(largest)),
        _flow_note(source, table, set(rows["cluster"])),
    )


def _flow_note(source: Source, table: ReleasedTable, drawn: set[str]) -> str:
    """Tell what is not in the figure: who has no type, and clusters with no band."""
    absent = [each for each in source.profiled if each not in drawn]
    unknown = unknown_of(table).percents.get((EVERYBODY, "type"), 0)
    parts = [source.say(words.FLOW_NOTE)]
    if absent:
        clusters = sentences.listed(absent, source.language)
        parts.append(source.say(words.NO_BAND, clusters=clusters))
    if unknown:
        parts.append(
            source.say(words.NO_TYPE, share=source.percent(unknown, Origin.DERIVED))
        )
    return " ".join(parts)


def _table(source: Source, table: ReleasedTable) -> Table:
    say = source.say
    present = list(dict.fromkeys(table.rows["feature"]))
    first = [name for name in _FIRST if name in present]
    features = [*first, *(name for name in present if name not in _FIRST)]
    rows: list[tuple[str, ...]] = []
    for feature in features:
        rows.append((_heading(source, table, feature),))
        rows += _rows(source, table, feature)
    columns = (
        Column(say(terms.CLUSTER), 1.2),
        Column(say(words.ANSWER), 6.4),
        Column(say(words.IN_CLUSTER), 1.3, "right"),
        Column(say(words.OF_ALL), 1.2, "right"),
        Column(say(words.EFFECT), 1.4, "right"),
    )
    note = say(
        words.NOTE,
        points=SMALLEST_DIFFERENCE,
        effect=source.decimal(SMALLEST_EFFECT, origin=Origin.SETTING),
        small=source.decimal(SMALL, origin=Origin.SETTING),
        medium=source.decimal(MEDIUM, origin=Origin.SETTING),
        large=source.decimal(LARGE, origin=Origin.SETTING),
    )
    return Table(say(words.TABLE), columns, tuple(rows), note=note, small=True)


def _heading(source: Source, table: ReleasedTable, feature: str) -> str:
    heading, unknown = _association(source, table, feature), unknown_of(table)
    most = unknown.most(feature)
    if most <= MOST_UNKNOWN:
        return heading
    here = source.percent_or_more(
        most, is_more=unknown.is_more(feature), origin=Origin.DERIVED
    )
    of_all = unknown.of_everybody(feature)
    if of_all is None:
        return source.say(words.OFTEN_UNKNOWN_SOMEWHERE, group=heading, most=here)
    everybody = source.percent_or_more(
        of_all[0], is_more=of_all[1], origin=Origin.DERIVED
    )
    return source.say(words.OFTEN_UNKNOWN, group=heading, all=everybody, most=here)


def _association(source: Source, table: ReleasedTable, feature: str) -> str:
    v = association(table, feature)
    values = {
        "feature": sentences.heading(source.meanings[feature], source.language),
        "strength": source.read(strength(v)),
    }
    if v is None:
        return source.say(words.GROUP_ALIKE, **values)
    return source.say(words.GROUP, **values, v=source.decimal(v, 2))


def _rows(
    source: Source, table: ReleasedTable, feature: str
) -> Iterator[tuple[str, ...]]:
    meaning = source.meanings[feature]
    for cluster in source.profiled:
        trait = clearest_answer(table, cluster, feature)
        if trait is None:
            continue
        yield (
            cluster,
            sentences.answer(meaning, trait.category, source.language),
            source.share(trait.share, is_above=trait.is_above),
            source.share(trait.reference_share),
            effect(source, trait),
        )


def effect(source: Source, trait: Trait) -> str:
    """Return the effect of a trait, or what it is more than where the share is."""
    shown = source.decimal(trait.effect, 2)
    return f">{HARD_SPACE}{shown}" if trait.is_above else shown
