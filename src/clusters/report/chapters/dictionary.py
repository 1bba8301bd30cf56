"""The data dictionary: every feature and its categories."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusters.numbers import tied
from clusters.report.blocks import Column, Paragraph, Section, Table
from clusters.report.parts.shares import MOST_CATEGORIES
from clusters.report.words import dictionary as words
from clusters.report.words import sentences, terms

if TYPE_CHECKING:
    from clusters.report.source import Source
    from clusters.schema import FeatureMeaning


def dictionary(source: Source) -> Section:
    """Return the data dictionary: every feature and its categories."""
    say = source.say
    rows: list[tuple[str, ...]] = []
    features = source.findings.dictionary
    for theme in dict.fromkeys(each.theme for each in features):
        rows.append((say(terms.THEMES[theme]),))
        rows += [_entry(source, each) for each in features if each.theme is theme]
    columns = (
        Column(say(terms.FEATURE), 3.2),
        Column(say(words.CATEGORIES), 5.9),
        Column(say(terms.ROLE), 1.9),
    )
    lead = Paragraph(say(words.LEAD))
    table = Table(say(words.TABLE), columns, tuple(rows), small=True)
    return Section("dictionary", say(words.TITLE), (lead, table))


def _entry(source: Source, feature: FeatureMeaning) -> tuple[str, ...]:
    answers = [tied(code.meaning.to(source.language)) for code in feature.categories]
    more = "; …" if len(answers) > MOST_CATEGORIES else ""
    role = terms.CLUSTERED if feature.clustered else terms.ONLY_DESCRIBES
    return (
        sentences.heading(feature, source.language),
        "; ".join(answers[:MOST_CATEGORIES]) + more,
        source.say(role),
    )
