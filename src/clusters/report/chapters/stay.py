"""The chapter on staying, leaving and moving."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusters.findings.derived import differences, found_in, stay_curves
from clusters.numbers import percent_sign
from clusters.perspectives.origin.groups import ORIGIN9
from clusters.report.blocks import (
    Block,
    Column,
    Figure,
    Heading,
    Paragraph,
    Section,
    Table,
)
from clusters.report.drawings import Panel, Panels
from clusters.report.parts.codes import name_of
from clusters.report.parts.missing import what_is_missing
from clusters.report.parts.published import difference, source_of_published
from clusters.report.parts.years import graphs_across
from clusters.report.shown import Origin
from clusters.report.words import codes
from clusters.report.words import published as published_words
from clusters.report.words import stay as words

if TYPE_CHECKING:
    from clusters.findings.derived import StayCurve
    from clusters.report.source import Source
    from clusters.schema import Text

_ENDS = (1, 2, 3, 5, 8)  # years after which the shares are told in the table


def stay(source: Source) -> Section | None:
    """Return the chapter on staying, leaving and moving, or what it lacks."""
    views, say = source.findings.views, source.say
    by_type = "stays_by_type" in views.tables
    blocks: list[Block] = []
    for name, caption in (
        ("stays_by_cohort", words.BY_COHORT),
        ("stays_by_type", words.BY_TYPE),
        ("stays_by_cluster", words.BY_CLUSTER),
    ):
        curves = [c for c in stay_curves(views.tables.get(name)) if len(c.staying) > 1]
        if curves:
            group = views.tables[name].dimensions[0]
            blocks += _curves(source, curves, group, caption)
    if blocks:
        blocks[:0] = [
            Paragraph(say(words.LEAD), lead=True),
            Paragraph(say(words.HOW)),
            *([Paragraph(say(words.OF_TYPES))] if by_type else []),
        ]
    blocks += _moves(source)
    blocks += what_is_missing(source, "stay")
    return Section("stay", say(words.TITLE), tuple(blocks)) if blocks else None


def _curves(
    source: Source, curves: list[StayCurve], group: str, caption: Text
) -> list[Block]:
    """Return the curves of the groups as a figure, and the same in a table."""
    longest = max(len(curve.staying) for curve in curves)
    for curve in curves:
        source.draws((*curve.staying, *curve.low, *curve.high), Origin.DERIVED)
    panels = tuple(
        Panel(
            _group(source, group, curve),
            _filled(curve.staying, longest),
            low=_filled(curve.low, longest),
            high=_filled(curve.high, longest),
        )
        for curve in curves
    )
    in_words = "; ".join(_in_words(source, group, curve) for curve in curves)
    drawing = Panels(
        panels,
        tuple(source.number(years, Origin.SETTING) for years in range(longest)),
        source.language,
        across=graphs_across(len(panels)),
        highest=100,
        unit=percent_sign(source.language),
    )
    alt = source.say(words.ALT, panels=in_words)
    figure = Figure(drawing, source.say(caption), alt)
    return [figure, _table(source, curves, group, caption)]


def _filled(shares: tuple[int | None, ...], years: int) -> tuple[int | None, ...]:
    """Return shares up to so many years, none after the last."""
    return (*shares, *[None] * (years - len(shares)))


def _table(source: Source, curves: list[StayCurve], group: str, caption: Text) -> Table:
    say, longest = source.say, max(len(curve.staying) for curve in curves)
    ends = [end for end in _ENDS if end < longest]
    columns = (
        Column(say(words.GROUP), 2.6),
        Column(say(words.CAME), 1.0, "right"),
        *(Column(say(words.AFTER, years=end), 1.5, "right") for end in ends),
    )
    rows = tuple(
        (
            _group(source, group, curve),
            source.count(curve.persons),
            *(_share(source, curve, end) for end in ends),
        )
        for curve in curves
    )
    title = say(words.TABLE, caption=say(caption))
    return Table(title, columns, rows, small=True)


def _group(source: Source, group: str, curve: StayCurve) -> str:
    if group == "cohort":
        return source.say(words.ARRIVED_IN, year=curve.group)
    if group == "cluster":
        return f"{curve.group}. {source.name(curve.group)}"
    return name_of(source, group, curve.group)


def _share(source: Source, curve: StayCurve, end: int) -> str:
    """Return a share and its band; empty beyond what was seen."""
    if end >= len(curve.staying):
        return ""
    share, low, high = curve.staying[end], curve.low[end], curve.high[end]
    if share is None:
        return source.policy.marker
    written = source.number(share, Origin.DERIVED)
    if low is None or high is None:
        return written
    ends = (source.number(each, Origin.DERIVED) for each in (low, high))
    return f"{written} ({'–'.join(ends)})"


def _in_words(source: Source, group: str, curve: StayCurve) -> str:
    known = [end for end, share in enumerate(curve.staying) if share is not None]
    end = max((e for e in known if e in (0, *_ENDS)), default=0)
    return source.say(
        words.PANEL_ALT,
        name=_group(source, group, curve),
        years=end,
        share=source.percent(curve.staying[end], Origin.DERIVED),
        low=source.percent(curve.low[end], Origin.DERIVED),
        high=source.percent(curve.high[end], Origin.DERIVED),
    )


def _moves(source: Source) -> list[Block]:
    views, say = source.findings.views, source.say
    table = views.tables.get("moves")
    if table is None:
        return []
    found, published = found_in(views, "moves"), views.published.moves
    gaps = differences(found, published)
    rows: list[tuple[str, ...]] = []
    for direction in ("in", "out"):
        if published:
            rows.append((name_of(source, "direction", direction),))
        rows += [_move(source, group.code, direction, gaps) for group in ORIGIN9]
    columns = (
        Column(say(codes.ORIGIN), 4.4),
        Column(say(published_words.PUBLISHED_COLUMN), 1.4, "right"),
        Column(say(published_words.FOUND_COLUMN), 1.4, "right"),
        Column(say(published_words.DIFFERENCE_COLUMN), 1.9, "right"),
    )
    caption = say(words.MOVES_TABLE, first=views.first_year, last=views.last_year)
    note = f"{say(words.MOVES_NOTE)} {source_of_published(source)}" if published else ""
    heading = Heading(say(words.MOVES))
    return [heading, Table(caption, columns, tuple(rows), note=note, small=True)]


def _move(
    source: Source, code: str, direction: str, gaps: dict[tuple[str, ...], int | None]
) -> tuple[str, ...]:
    views, about = source.findings.views, (code, direction)
    there = views.published.moves.get(about)
    return (
        name_of(source, "origin9", code),
        source.count(there, Origin.PUBLISHED) if there is not None else "",
        source.count(found_in(views, "moves").get(about)),
        difference(source, gaps[about]) if about in gaps else "",
    )
