"""The people of the study beside those of the whole country."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusters.findings.city_shares import city_share
from clusters.report.blocks import Column, Paragraph, Section, Table
from clusters.report.shown import Origin
from clusters.report.words import national as words
from clusters.report.words import sentences

if TYPE_CHECKING:
    from clusters.findings.national import NationalFigures
    from clusters.report.source import Source


def national(source: Source) -> Section | None:
    """Return the chapter that holds the city against the country; often none."""
    tables = [
        _table(source, figures)
        for figures in source.findings.national
        if figures.feature in source.meanings
    ]
    if not tables:
        return None
    lead = Paragraph(source.say(words.LEAD), lead=True)
    return Section("national", source.say(words.TITLE), (lead, *tables))


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
                source.policy.marker if own is None else source.share(own),
                source.number(share, Origin.PUBLISHED),
                source.policy.marker if own is None else source.points(own - share),
            )
        )
    columns = (
        Column(source.say(words.ANSWER), 6.0),
        Column(source.findings.place, 2.0, "right"),
        Column(source.say(words.NATIONAL), 2.0, "right"),
        Column(source.say(words.DIFFERENCE), 2.0, "right"),
    )
    caption = source.say(
        words.CAPTION, feature=sentences.heading(meaning, source.language)
    )
    note = source.say(words.NOTE, name=figures.name)
    return Table(caption, columns, tuple(rows), note=note)
