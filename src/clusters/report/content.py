"""The content of the report, chapter by chapter; knows nothing of Typst or HTML."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

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
from clusters.report.shown import Origin
from clusters.report.shown_in import refuse_unknown
from clusters.report.source import Source
from clusters.report.words import missing, terms

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from clusters.findings.findings import Findings


# The chapters in their order; each gives its section, nothing where there is nothing to
# tell of, or one section after the other.
CHAPTERS: tuple[Callable[[Source], Section | None | Iterable[Section]], ...] = (
    summary.summary,
    glance.glance,
    side_by_side.side_by_side,
    portrait.portraits,
    neighbourhoods.neighbourhoods,
    crossings.crossings,
    national.national,
    distinguishing.distinguishing,
    published_clusters.published_clusters,
    types.types,
    origins.origins,
    arrivals.arrivals,
    stay.stay,
    population.population,
    method.method,
    limits.limits,
    all_shares.all_shares,
    described.described,
    area_annex.area_annex,
    dictionary.dictionary,
    colophon.colophon,
)
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

    Raises
    ------
    DisclosureError
        If a chapter tells a number that is not released and has no other origin.
    """
    source = Source(findings)
    told = [each for chapter in CHAPTERS for each in _sections(source, chapter)]
    cover = source.for_chapter()
    for each in told:
        cover.ledger.give(each.title, Origin.WORDING)
    day = cover.date(findings.reference_date)
    sections = with_groups(cover, _lacking_together(cover, told))
    report = Report(
        title=findings.title,
        place=findings.place,
        kicker=cover.say(terms.KICKER),
        date_line=cover.say(terms.ON_DATE_SHORT, day=day),
        reference_date=findings.reference_date,
        language=findings.language,
        answer=summary.answer(cover),
        strip=strip(cover),
        reading=summary.reading(cover),
        sections=sections,
        frame=_frame(cover),
        look=findings.look,
    )
    refuse_unknown(cover, replace(report, sections=_of_the_cover(sections, told)))
    return report


def _sections(
    source: Source, chapter: Callable[[Source], Section | None | Iterable[Section]]
) -> Iterator[Section]:
    """Yield the sections of a chapter, each with no number but those given for it."""
    own = source.for_chapter()
    made = chapter(own)
    for section in [made] if isinstance(made, Section) else made or ():
        refuse_unknown(own, section)
        yield section
        own.ledger.shown.clear()
        own.ledger.numbers.clear()


def _of_the_cover(
    sections: Iterable[Section], told: Iterable[Section]
) -> tuple[Section, ...]:
    """Return what no chapter built: who are in the groups, and lines that say so."""
    own = {each.key: each.kicker for each in told}
    lines = (
        Section(each.key, "", (), kicker=each.kicker)
        for each in sections
        if each.kicker != own.get(each.key, each.kicker)
    )
    return (*lines, *(each for each in sections if each.key == "groups"))


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
