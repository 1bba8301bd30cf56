"""The chapter on who came when: who of each year live there, and who came, if known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusters.findings.breaks import breaks, undetermined_years, without_types_of
from clusters.findings.derived import found_in
from clusters.perspectives.stay.inflow import INFLOW_SINCE
from clusters.profiles.counts import EVERYBODY
from clusters.report.blocks import Block, Bullets, Figure, Heading, Paragraph, Section
from clusters.report.drawings import Panel, Panels
from clusters.report.parts.missing import what_is_missing
from clusters.report.parts.years import (
    break_notes,
    first_and_last,
    graphs_across,
    over_years,
    undetermined_notes,
    years_of,
)
from clusters.report.words import arrivals as words
from clusters.report.words import years as years_words
from clusters.schema import UNKNOWN

if TYPE_CHECKING:
    from clusters.findings.perspectives import Found
    from clusters.report.source import Source
    from clusters.schema import Text


_TABLES = (
    ("arrivals_by_type", "type", words.BY_TYPE),
    ("arrivals_by_origin", "origin", words.BY_ORIGIN),
)


def arrivals(source: Source) -> Section | None:
    """Return the chapter on who came when, or what it lacks."""
    views, say = source.findings.views, source.say
    tables = [each for each in _TABLES if each[0] in views.tables]
    # One of which no group is shown says what the other says of all.
    shown = [each for each in tables if _groups(source, each[0])] or tables[:1]
    blocks: list[Block] = [_by_year(source, *each) for each in shown]
    if blocks:
        lead = Paragraph(say(words.LEAD, year=INFLOW_SINCE), lead=True)
        blocks = [lead, *_without_year(source), *blocks, *_came(source)]
    blocks += what_is_missing(source, "inflow")
    title = say(words.TITLE)
    return Section("inflow", title, tuple(blocks)) if blocks else None


def _everybody(source: Source) -> Found:
    """Return all who live there by year of arrival, or by why there is none."""
    views = source.findings.views
    found = found_in(views, "arrivals_by_type") or found_in(views, "arrivals_by_origin")
    return {(year,): n for (year, code), n in found.items() if code == EVERYBODY}


def _without_year(source: Source) -> list[Block]:
    """Return who is in none of the years, each reason counted apart."""
    say, found = source.say, _everybody(source)
    reasons = []
    for code, text in words.WITHOUT_YEAR.items():
        if (code,) in found:
            persons = found[code,]
            if persons is None:
                hidden = words.WITHOUT_YEAR_HIDDEN[code]
                reasons.append(say(hidden, year=INFLOW_SINCE))
            else:
                number = source.count(persons)
                reasons.append(say(text, persons=number, year=INFLOW_SINCE))
    lead = Paragraph(say(words.WITHOUT_YEAR_LEAD))
    return [lead, Bullets(tuple(reasons))] if reasons else []


def _groups(source: Source, name: str) -> set[str]:
    """Return the groups of which a number is shown in any year."""
    found = found_in(source.findings.views, name)
    return {
        code
        for (year, code), persons in found.items()
        if persons and year.isdigit() and code not in {EVERYBODY, UNKNOWN}
    }


def _by_year(source: Source, name: str, group: str, caption: Text) -> Figure:
    say, found = source.say, found_in(source.findings.views, name)
    shares = found_in(source.findings.views, name, "share")
    undetermined = undetermined_years(shares) if group == "type" else ()
    shown, years = without_types_of(found, undetermined), years_of(found)
    codes = [
        code
        for code in dict.fromkeys(code for _, code in found)
        if code != UNKNOWN and any(shown.get((year, code)) for year in years)
    ]
    codes.sort(key=lambda code: code != EVERYBODY)
    cuts = breaks(shown, codes, years)
    # The year of the reference date is not whole, or it would not be counted.
    part = [year for year in years if year == str(source.findings.reference_date.year)]
    notes = [
        *undetermined_notes(source, undetermined),
        *break_notes(source, group, cuts, years),
        *(say(years_words.PART_OF_YEAR, year=year) for year in part),
    ]
    if any(found.get((year, code)) is None for code in codes for year in years):
        notes.append(say(words.LINE_ENDS))
    drawn = {code: (*cut, *part) for code, cut in cuts.items()}
    panels, in_words = over_years(source, group, shown, drawn)
    return Figure(
        Panels(
            panels, tuple(years), source.language, across=graphs_across(len(panels))
        ),
        say(caption),
        say(words.ALT, first=years[0], last=years[-1], panels=in_words),
        note=" ".join(notes),
    )


def _came(source: Source) -> list[Block]:
    """Return how many came each year, and how many of them live there, if known.

    The people of a cohort are all who were there on the first day after they came. Of
    the first and the last year the files tell only a part, unless the day is the first
    of January.
    """
    say, on, here = source.say, source.findings.reference_date, _everybody(source)
    came = {
        year: persons
        for (year, stay, _), persons in found_in(
            source.findings.views, "stays_by_cohort"
        ).items()
        if stay == EVERYBODY and int(year) < on.year
    }
    years = sorted(came)[0 if (on.month, on.day) == (1, 1) else 1 :]
    if len(years) < 2:  # noqa: PLR2004 - one year is no line
        return []
    panels = (
        Panel(say(words.CAME_THEN), tuple(came[year] for year in years)),
        Panel(say(words.STILL_HERE), tuple(here.get((year,)) for year in years)),
    )
    in_words = "; ".join(first_and_last(source, panel) for panel in panels)
    most = max((n for panel in panels for n in panel.found if n), default=0)
    figure = Figure(
        Panels(panels, tuple(years), source.language, across=2, highest=most),
        say(words.CAME_CAPTION),
        say(words.ALT, first=years[0], last=years[-1], panels=in_words),
        note=say(words.CAME_NOTE),
    )
    return [Heading(say(words.CAME_TITLE)), figure]
