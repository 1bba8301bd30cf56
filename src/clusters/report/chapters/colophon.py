"""The page with which somebody can make the numbers again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusters.report.blocks import Block, Column, Heading, Paragraph, Section, Table
from clusters.report.shown import Origin
from clusters.report.words import colophon as words

if TYPE_CHECKING:
    from clusters.report.source import Source
    from clusters.schema import Text


def _day(source: Source) -> str:
    return source.date(source.findings.reference_date)


def colophon(source: Source) -> Section:
    """Return the page with which somebody can make the numbers again."""
    say, made = source.say, source.findings.colophon
    facts = (
        (say(words.REFERENCE_DATE), _day(source)),
        (say(words.RUN), made.run),
        (say(words.CODE_VERSION), made.code_version),
        (say(words.SEED), source.number(source.findings.method.seed, Origin.SETTING)),
        (say(words.SETTINGS_DIGEST), made.settings_digest),
    )
    blocks: tuple[Block, ...] = (
        Paragraph(say(words.LEAD)),
        _pairs(
            source,
            words.THIS_RUN,
            (words.WHAT, words.VALUE),
            facts,
        ),
        _pairs(
            source,
            words.INPUTS,
            (words.FILE, words.DIGEST),
            tuple(made.inputs.items()),
        ),
        Heading(say(words.SOFTWARE)),
        Paragraph("; ".join(f"{name} {what}" for name, what in made.versions.items())),
        Paragraph(say(words.TYPE_LICENCE)),
    )
    return Section("colophon", say(words.TITLE), blocks)


def _pairs(
    source: Source,
    caption: Text,
    headings: tuple[Text, Text],
    rows: tuple[tuple[str, str], ...],
) -> Table:
    first, second = (source.say(heading) for heading in headings)
    columns = (Column(first, 2.6), Column(second, 6.0))
    return Table(source.say(caption), columns, rows, small=True)
