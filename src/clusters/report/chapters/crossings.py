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
    traits_of,
    unknown_of,
)
from clusters.numbers import HARD_SPACE, count, decimal, known, more_than
from clusters.profiles.counts import EVERYBODY
from clusters.report.blocks import (
    Block,
    Column,
    Figure,
    Flow,
    Flows,
    Legend,
    Paragraph,
    Section,
    Table,
)
from clusters.report.words import crossings as words
from clusters.report.words import sentences, terms
from clusters.schema import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from clusters.disclosure import ReleasedTable
    from clusters.findings.findings import Findings
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


def derived(findings: Findings) -> Iterator[str]:
    """Yield every number that this chapter works out of released ones."""
    table, language = findings.drilldown, findings.language
    for edge in (SMALLEST_EFFECT, SMALL, MEDIUM, LARGE):
        yield decimal(edge, language)
        yield decimal(edge, "nl")  # in the DPIA, which is Dutch, whatever is described
    if table is None:
        return
    for feature in table.rows["feature"].unique():
        yield decimal(association(table, feature) or 0.0, language, 2)
        for cluster in table.rows["cluster"].unique():
            for trait in traits_of(table, cluster, [feature]):
                yield decimal(abs(trait.effect), language, 2)


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
            persons=count(flow.persons, source.language),
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
        parts.append(source.say(words.NO_TYPE, share=source.percent(unknown)))
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
        effect=decimal(SMALLEST_EFFECT, source.language),
        small=decimal(SMALL, source.language),
        medium=decimal(MEDIUM, source.language),
        large=decimal(LARGE, source.language),
    )
    return Table(say(words.TABLE), columns, tuple(rows), note=note, small=True)


def _heading(source: Source, table: ReleasedTable, feature: str) -> str:
    heading, unknown = _association(source, table, feature), unknown_of(table)
    most = unknown.most(feature)
    if most <= MOST_UNKNOWN:
        return heading
    here = source.percent_or_more(most, is_more=unknown.is_more(feature))
    of_all = unknown.of_everybody(feature)
    if of_all is None:
        return source.say(words.OFTEN_UNKNOWN_SOMEWHERE, group=heading, most=here)
    everybody = source.percent_or_more(of_all[0], is_more=of_all[1])
    return source.say(words.OFTEN_UNKNOWN, group=heading, all=everybody, most=here)


def _association(source: Source, table: ReleasedTable, feature: str) -> str:
    v = association(table, feature)
    values = {
        "feature": sentences.heading(source.meanings[feature], source.language),
        "strength": source.read(strength(v)),
    }
    if v is None:
        return source.say(words.GROUP_ALIKE, **values)
    return source.say(words.GROUP, **values, v=decimal(v, source.language, 2))


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
            more_than(trait.share) if trait.is_above else f"{trait.share}",
            f"{trait.reference_share}",
            effect(source, trait),
        )


def effect(source: Source, trait: Trait) -> str:
    """Return the effect of a trait, or what it is more than where the share is."""
    shown = decimal(trait.effect, source.language, 2)
    return f">{HARD_SPACE}{shown}" if trait.is_above else shown
