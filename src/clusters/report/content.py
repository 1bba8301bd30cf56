"""The content of the report, chapter by chapter; knows nothing of Typst or HTML."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusters.numbers import long_date
from clusters.report.blocks import Block, Bullets, Frame, Heading, Report, Section
from clusters.report.chapters import (
    all_shares,
    area_annex,
    arrivals,
    colophon,
    crossings,
    described,
    dictionary,
    distinguishing,
    glance,
    limits,
    method,
    national,
    neighbourhoods,
    origins,
    population,
    portrait,
    published_clusters,
    side_by_side,
    stay,
    summary,
    types,
)
from clusters.report.chapters.groups import with_groups
from clusters.report.parts.clusters import strip
from clusters.report.source import Source
from clusters.report.words import missing, terms

if TYPE_CHECKING:
    from collections.abc import Sequence

    from clusters.findings.findings import Findings


# The chapters on other perspectives, of which an extract may lack what they need.
_VIEWS = ("types", "origins", "inflow", "stay")


def build_report(findings: Findings) -> Report:
    """Return everything the report says, in the language of the study.

    Parameters
    ----------
    findings
        Released tables, words and facts about the run.

    Returns
    -------
    Report
        Sections of words, tables and drawings still to be drawn.
    """
    source = Source(findings)
    sections = (
        summary.summary(source),
        glance.glance(source) if source.clusters else None,
        side_by_side.side_by_side(source) if source.clusters else None,
        *(portrait.portrait(source, each) for each in source.clusters),
        neighbourhoods.neighbourhoods(source),
        crossings.crossings(source),
        national.national(source),
        distinguishing.distinguishing(source),
        published_clusters.published_clusters(source),
        types.types(source),
        origins.origins(source),
        arrivals.arrivals(source),
        stay.stay(source),
        population.population(source),
        method.method(source),
        limits.limits(source),
        all_shares.all_shares(source),
        described.described(source),
        area_annex.area_annex(source),
        dictionary.dictionary(source),
        colophon.colophon(source),
    )
    told = _lacking_together(source, [each for each in sections if each])
    return Report(
        title=findings.title,
        place=findings.place,
        kicker=source.say(terms.KICKER),
        date_line=source.say(
            terms.ON_DATE_SHORT,
            day=long_date(findings.reference_date, findings.language),
        ),
        reference_date=findings.reference_date,
        language=findings.language,
        answer=summary.answer(source),
        strip=strip(source),
        reading=summary.reading(source),
        sections=with_groups(source, told),
        frame=_frame(source),
        look=findings.look,
    )


def _lacking_together(source: Source, sections: Sequence[Section]) -> list[Section]:
    """Return the chapters, with those that only tell what they lack as one."""
    lacking = [each for each in sections if each.key in _VIEWS and _only_lacks(each)]
    if len(lacking) < 2:  # noqa: PLR2004 - one is a chapter by itself
        return list(sections)
    blocks: list[Block] = []
    for each in lacking:
        told = (block for block in each.blocks if not isinstance(block, Heading))
        blocks += [Heading(each.title), *told]
    together = Section("missing", source.say(missing.CANNOT_BE_TOLD), tuple(blocks))
    kept = [each for each in sections if each not in lacking]
    place = next(n for n, each in enumerate(kept) if each.key == "population")
    return [*kept[:place], together, *kept[place:]]


def _only_lacks(section: Section) -> bool:
    return all(isinstance(each, Heading | Bullets) for each in section.blocks)


def _frame(source: Source) -> Frame:
    return Frame(
        contents=source.say(terms.CONTENTS),
        reading=source.say(terms.READING),
        page=source.say(terms.PAGE),
        of=source.say(terms.OF),
        published=source.say(terms.MADE_WITH),
        skip=source.say(terms.SKIP),
    )
