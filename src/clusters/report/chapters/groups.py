"""Whose numbers a chapter holds, and how those people lie within one another.

The clusters are about the people of the study, the types about internationals of every
age, the origins about all residents; all come from the same rows. A reader who does not
know which is meant adds up what does not go together.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from clusters.findings.derived import perhaps_no_internationals, told_types
from clusters.numbers import known
from clusters.profiles.counts import EVERYBODY
from clusters.report.blocks import Block, Column, Figure, Paragraph, Section, Table
from clusters.report.drawings import Bar, Bars
from clusters.report.parts.privacy import rounded_parts
from clusters.report.words import groups as words
from clusters.report.words import terms

if TYPE_CHECKING:
    from collections.abc import Sequence

    from clusters.disclosure import ReleasedTable
    from clusters.report.source import Source


# The groups from large to small, and the chapters about them. The pages of clusters say
# so themselves, and other chapters are about no group.
_CHAPTERS = {
    "read": ("population",),
    "residents": ("origins",),
    "internationals": ("types", "inflow"),
    "studied": (
        *("glance", "compare", "neighbourhoods", "crossings", "national", "apart"),
        *("published", "tables", "described", "areas"),
    ),
}


@dataclass(frozen=True)
class Group:
    """People that chapters are about: the code, the name, and how many, as shown."""

    code: str
    name: str
    persons: int | None
    shown: str


def groups(source: Source) -> tuple[Group, ...]:
    """Return the groups that were counted, each within the one before."""
    findings, views = source.findings, source.findings.views.tables
    # Of a sample the rows of the files are no part of those whom they stand for.
    read = None if findings.sample else findings.funnel
    counted: dict[str, tuple[ReleasedTable | None, dict[str, str]]] = {
        "read": (read, {"step": str(findings.funnel.rows["step"].iloc[0])}),
        "residents": (views.get("origins"), {"origin": EVERYBODY}),
        "internationals": (
            views.get("types") if told_types(findings.views) else None,
            {"type": EVERYBODY},
        ),
        "studied": (findings.sizes, {"cluster": EVERYBODY}),
    }
    return tuple(
        Group(
            code,
            _name(source, code),
            known(persons := table.value("persons", **cell)),
            source.count(persons),
        )
        for code, (table, cell) in counted.items()
        if table is not None
    )


def _name(source: Source, code: str) -> str:
    if code == "studied" and source.findings.sample:
        return source.say(words.STOOD_FOR)
    in_doubt = perhaps_no_internationals(source.findings.views) != 0
    is_wide = code == "internationals" and in_doubt
    return source.say(words.PERHAPS if is_wide else words.GROUPS[code])


def with_groups(source: Source, sections: Sequence[Section]) -> tuple[Section, ...]:
    """Return the sections, each with the group it is about, and one on the groups.

    That one comes second: the summary stays in front.
    """
    counted = groups(source)
    about = {
        key: source.say(
            words.ABOUT_HIDDEN if group.persons is None else words.ABOUT,
            persons=group.shown,
            who=group.name,
        )
        for group in counted
        for key in _CHAPTERS[group.code]
    } | {"stay": source.say(words.FOLLOWED)}
    named = [
        section
        if section.kicker or not _has_numbers(section)
        else replace(section, kicker=about.get(section.key, ""))
        for section in sections
    ]
    return (named[0], _who(source, counted, named), *named[1:])


def _has_numbers(section: Section) -> bool:
    """Whether a chapter tells of anybody, and not only what it lacks."""
    return any(isinstance(each, Figure | Table) for each in section.blocks)


def _who(
    source: Source, counted: Sequence[Group], sections: Sequence[Section]
) -> Section:
    bars = tuple(
        Bar(group.name, group.persons, group.shown, pale=group.code != "studied")
        for group in counted
    )
    spoken = "; ".join(f"{bar.label}: {bar.shown}" for bar in bars)
    blocks: tuple[Block, ...] = (
        Paragraph(source.say(words.LEAD), lead=True),
        Figure(
            Bars(bars), source.say(words.CAPTION), source.say(words.ALT, bars=spoken)
        ),
        _chapters(source, counted, sections),
    )
    return Section("groups", source.say(words.TITLE), blocks)


def _chapters(
    source: Source, counted: Sequence[Group], sections: Sequence[Section]
) -> Table:
    rows = []
    for group in counted:
        keys = _CHAPTERS[group.code]
        titles = [each.title for each in sections if each.key in keys]
        if group.code == "studied" and source.clusters:
            titles.insert(0, source.say(words.EACH_CLUSTER))
        rows.append((group.name, group.shown, "; ".join(titles)))
    columns = (
        Column(source.say(words.WHO), 3.4),
        Column(source.say(terms.PERSONS_COLUMN), 1.2, "right"),
        Column(source.say(words.CHAPTERS), 6.4),
    )
    views = source.findings.views.tables
    used = [source.findings.sizes]
    if source.findings.sample is None:
        used.append(source.findings.funnel)
    used += [views[name] for name in ("origins", "types") if name in views]
    note = rounded_parts(source, *used)
    return Table(source.say(words.TABLE), columns, tuple(rows), note=note, small=True)
