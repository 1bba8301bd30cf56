"""Who was studied, and what is known of the data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusters.numbers import known
from clusters.report.blocks import Block, Bullets, Figure, Heading, Paragraph, Section
from clusters.report.drawings import Bar, Bars
from clusters.report.parts import sample
from clusters.report.parts.notices import notices_of
from clusters.report.words import population as words
from clusters.report.words import sample as sample_words
from clusters.report.words import sentences

if TYPE_CHECKING:
    from clusters.report.source import Source


def population(source: Source) -> Section:
    """Return the chapter on who is studied and what is known of the data."""
    say, findings = source.say, source.findings
    bars = tuple(
        Bar(
            sentences.capital(source.read(findings.funnel_steps[step])),
            known(findings.funnel.value("persons", step=step)),
            source.count(findings.funnel.value("persons", step=step)),
            pale=step != findings.funnel.rows["step"].iloc[-1],
        )
        for step in findings.funnel.rows["step"]
    )
    in_words = "; ".join(f"{bar.label}: {bar.shown}" for bar in bars)
    notices = notices_of(source)
    blocks: list[Block] = [
        Paragraph(source.read(findings.population), lead=True),
        Paragraph(say(words.ON_DATE, day=_day(source))),
        *sample.at_length(source),
        Figure(
            Bars(bars),
            say(words.FUNNEL_CAPTION),
            say(words.FUNNEL_ALT, steps=in_words),
            note=_funnel_note(source),
        ),
        Heading(say(words.NOTICES)),
        Bullets(notices) if notices else Paragraph(say(words.NO_NOTICES)),
    ]
    return Section("population", say(words.TITLE), tuple(blocks))


def _funnel_note(source: Source) -> str:
    notes = [source.hidden_note(source.findings.funnel)]
    if source.findings.sample:
        notes.append(source.say(sample_words.UNWEIGHTED))
    return " ".join(filter(None, notes))


def _day(source: Source) -> str:
    return source.date(source.findings.reference_date)
