"""The people of the study beside those of the whole country."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusters.numbers import known, points
from clusters.profiles.counts import EVERYBODY
from clusters.report.blocks import Column, Paragraph, Section, Table
from clusters.report.words import sentences
from clusters.schema import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from clusters.disclosure import ReleasedTable
    from clusters.findings.findings import Findings
    from clusters.findings.national import NationalFigures
    from clusters.report.source import Source

_TITLE = Text("Vergeleken met heel het land", "Compared with the whole country")
_LEAD = Text(
    "De onderzochte personen naast landelijke cijfers uit een bestand van de "
    "opdrachtgever. Van beide tellen alleen mensen mee van wie het antwoord bekend is.",
    "The persons studied beside national figures from a file that the client supplied. "
    "Of both only people count of whom the answer is known.",
)
_CAPTION = Text("{feature} (in %)", "{feature} (in %)")
_NOTE = Text("Landelijk: {name}.", "National: {name}.")
_ANSWER = Text("Antwoord", "Answer")
_NATIONAL = Text("Landelijk", "National")
_DIFFERENCE = Text("Verschil", "Difference")


def national(source: Source) -> Section | None:
    """Return the chapter that holds the city against the country; often none."""
    tables = [
        _table(source, figures)
        for figures in source.findings.national
        if figures.feature in source.meanings
    ]
    if not tables:
        return None
    lead = Paragraph(source.say(_LEAD), lead=True)
    return Section("national", source.say(_TITLE), (lead, *tables))


def derived(findings: Findings) -> Iterator[str]:
    """Yield every number that this chapter works out of released ones."""
    for figures in findings.national:
        for category, share in figures.shares.items():
            own = city_share(findings, figures.feature, category)
            if own is not None:
                yield str(abs(own - share))


def city_share(findings: Findings, feature: str, category: str) -> int | None:
    """Return the percent of everybody with a known answer that gave this one."""
    table = _told_in(findings, feature)
    if table is None:
        return None
    asked = {"cluster": EVERYBODY, "feature": feature}
    return known(table.value("share", **asked, category=category))


def _told_in(findings: Findings, feature: str) -> ReleasedTable | None:
    for table in (findings.profiles, findings.drilldown):
        if table is not None and (table.rows["feature"] == feature).any():
            return table
    return None


def _table(source: Source, figures: NationalFigures) -> Table:
    meaning = source.meanings[figures.feature]
    rows = []
    for code in meaning.categories:
        share = figures.shares.get(code.code)
        if share is None:
            continue
        own = city_share(source.findings, figures.feature, code.code)
        rows.append(
            (
                sentences.answer(meaning, code.code, source.language),
                source.policy.marker if own is None else f"{own}",
                f"{share}",
                source.policy.marker if own is None else points(own - share),
            )
        )
    columns = (
        Column(source.say(_ANSWER), 6.0),
        Column(source.findings.place, 2.0, "right"),
        Column(source.say(_NATIONAL), 2.0, "right"),
        Column(source.say(_DIFFERENCE), 2.0, "right"),
    )
    caption = source.say(_CAPTION, feature=sentences.heading(meaning, source.language))
    note = source.say(_NOTE, name=figures.name)
    return Table(caption, columns, tuple(rows), note=note)
