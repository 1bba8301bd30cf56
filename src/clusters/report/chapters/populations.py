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
from clusters.report.blocks import (
    Bar,
    Bars,
    Block,
    Column,
    Figure,
    Paragraph,
    Section,
    Table,
)
from clusters.report.chapters.privacy import rounded_parts
from clusters.report.words import terms
from clusters.schema import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from clusters.disclosure import ReleasedTable
    from clusters.report.source import Source

_TITLE = Text("Over wie de hoofdstukken gaan", "Whom the chapters are about")
_LEAD = Text(
    "Niet elk hoofdstuk gaat over dezelfde mensen. Elke groep hieronder is een deel "
    "van de groep erboven; boven elk hoofdstuk staat over welke groep het gaat.",
    "Not every chapter is about the same people. Each group below is a part of the one "
    "above it; over each chapter stands which group it is about.",
)
_CAPTION = Text("Hoe de groepen in elkaar liggen", "How the groups lie in one another")
_ALT = Text(
    "Staafdiagram, elke staaf een deel van de vorige: {bars}.",
    "Bar chart, each bar a part of the one before: {bars}.",
)
_WHO = Text("Groep", "Group")
_CHAPTERS = Text("Hoofdstukken", "Chapters")
_TABLE = Text("De groepen en hun hoofdstukken", "The groups and their chapters")
_ABOUT = Text("Over {persons} {who}", "About {persons} {who}")
_ABOUT_HIDDEN = Text("Over {who}", "About {who}")
_EACH_CLUSTER = Text("de pagina van elk cluster", "the page of each cluster")
_FOLLOWED = Text(
    "Over internationals die in de bestanden van een of meer jaren staan",
    "About internationals who are in the files of one or more years",
)

_PERHAPS = Text(
    "internationals van alle leeftijden, met hun kinderen, en wie dat misschien zijn",
    "internationals of every age, with their children, and those who may be",
)

# The groups from large to small: how they are called, and the chapters about them. The
# pages of clusters say so themselves, and other chapters are about no group.
_GROUPS = {
    "read": (
        Text("rijen in de bestanden", "rows in the files"),
        ("population",),
    ),
    "residents": (
        Text(
            "inwoners in de bestanden, op de peildatum",
            "residents in the files, on the reference date",
        ),
        ("origins",),
    ),
    "internationals": (
        Text(
            "internationals van alle leeftijden, met hun kinderen",
            "internationals of every age, with their children",
        ),
        ("types", "inflow"),
    ),
    "studied": (
        Text("onderzochte personen", "persons studied"),
        (
            *("glance", "compare", "neighbourhoods", "crossings", "national", "apart"),
            *("published", "tables", "described", "areas"),
        ),
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
            _called(source, code),
            known(persons := table.value("persons", **cell)),
            source.count(persons),
        )
        for code, (table, cell) in counted.items()
        if table is not None
    )


def _called(source: Source, code: str) -> str:
    in_doubt = perhaps_no_internationals(source.findings.views) != 0
    is_wide = code == "internationals" and in_doubt
    return source.say(_PERHAPS if is_wide else _GROUPS[code][0])


def with_groups(source: Source, sections: Sequence[Section]) -> tuple[Section, ...]:
    """Return the sections, each with whose numbers it holds, and a first on that.

    The first is the summary, which stays in front.
    """
    told = groups(source)
    about = {
        key: source.say(
            _ABOUT_HIDDEN if group.persons is None else _ABOUT,
            persons=group.shown,
            who=group.name,
        )
        for group in told
        for key in _GROUPS[group.code][1]
    } | {"stay": source.say(_FOLLOWED)}
    named = [
        section
        if section.kicker or not _has_numbers(section)
        else replace(section, kicker=about.get(section.key, ""))
        for section in sections
    ]
    return (named[0], _who(source, told, named), *named[1:])


def _has_numbers(section: Section) -> bool:
    """Whether a chapter tells of anybody, and not only what it lacks."""
    return any(isinstance(each, Figure | Table) for each in section.blocks)


def _who(source: Source, told: Sequence[Group], sections: Sequence[Section]) -> Section:
    bars = tuple(
        Bar(group.name, group.persons, group.shown, pale=group.code != "studied")
        for group in told
    )
    spoken = "; ".join(f"{bar.label}: {bar.shown}" for bar in bars)
    blocks: tuple[Block, ...] = (
        Paragraph(source.say(_LEAD), lead=True),
        Figure(Bars(bars), source.say(_CAPTION), source.say(_ALT, bars=spoken)),
        _chapters(source, told, sections),
    )
    return Section("groups", source.say(_TITLE), blocks)


def _chapters(
    source: Source, told: Sequence[Group], sections: Sequence[Section]
) -> Table:
    rows = []
    for group in told:
        keys = _GROUPS[group.code][1]
        titles = [each.title for each in sections if each.key in keys]
        if group.code == "studied" and source.clusters:
            titles.insert(0, source.say(_EACH_CLUSTER))
        rows.append((group.name, group.shown, "; ".join(titles)))
    columns = (
        Column(source.say(_WHO), 3.4),
        Column(source.say(terms.PERSONS_COLUMN), 1.2, "right"),
        Column(source.say(_CHAPTERS), 6.4),
    )
    views = source.findings.views.tables
    used = [source.findings.sizes]
    if source.findings.sample is None:
        used.append(source.findings.funnel)
    used += [views[name] for name in ("origins", "types") if name in views]
    note = rounded_parts(source, *used)
    return Table(source.say(_TABLE), columns, tuple(rows), note=note, small=True)
