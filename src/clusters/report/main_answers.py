"""The table at the foot of the page of a cluster: its most frequent answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusters.report import prose, terms, words
from clusters.report.blocks import Column, Table
from clusters.report.numbers import known, points
from clusters.report.page_room import row_lines
from clusters.schema import NOT_APPLICABLE, UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Collection

    from clusters.report.source import Source
    from clusters.schema import FeatureMeaning, Text, Theme

# A feature, the cells of its row, and how far it is from everybody.
_Answer = tuple["FeatureMeaning", tuple[str, ...], int]

# From so many rows they stand under the themes; fewer than so few are no table.
_FOR_THEMES, _LEAST = 8, 3
_THEME = 1.3  # lines that the heading of a theme takes


def main_answers(
    source: Source, cluster: str, room: float, drawn: Collection[str]
) -> Table | None:
    """Return the table, none where hardly a row would fit.

    Parameters
    ----------
    source : the findings.
    cluster : its number.
    room : for rows, in lines.
    drawn : the features that the page tells of already; left out where room is scarce.
    """
    answers = _answers(source, cluster)
    kept = _that_fit(answers, room, heading=_THEME)
    if kept and len(kept) >= min(_FOR_THEMES, len(answers)):
        return _table(source, _under_themes(source, kept), terms.MAIN_ANSWERS)
    others = [each for each in answers if each[0].name not in drawn]
    kept = _that_fit(others, room, heading=0.0)
    if len(kept) < _LEAST:
        return None
    return _table(source, [row for _, row, _ in kept], terms.OTHER_ANSWERS)


def _under_themes(source: Source, kept: list[_Answer]) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = []
    theme: Theme | None = None
    for feature, row, _ in kept:
        if feature.theme is not theme:
            theme = feature.theme
            rows.append((source.say(terms.THEMES[theme]),))
        rows.append(row)
    return rows


def _table(source: Source, rows: list[tuple[str, ...]], caption: Text) -> Table:
    say = source.say
    columns = (
        Column(say(terms.FEATURE), 4.3),
        Column(say(terms.MOST_FOUND), 4.7),
        Column(say(terms.THIS_CLUSTER_SHORT), 1.5, "right"),
        Column(say(terms.ALL_SHORT), 1.1, "right"),
        Column(say(terms.DIFFERENCE), 1.4, "right"),
    )
    note = say(prose.MAIN_ANSWERS_NOTE)
    return Table(say(caption), columns, tuple(rows), note=note, small=True)


def _answers(source: Source, cluster: str) -> list[_Answer]:
    """Return per feature the largest category that is shown, and how far it is off."""
    rows = source.findings.profiles.where(cluster=cluster)
    rows = rows.assign(told=rows["share"].fillna(rows["above"]))
    answers: list[_Answer] = []
    for feature in source.features:
        own = rows[(rows["feature"] == feature.name) & rows["told"].notna()]
        if own.empty:
            continue
        largest = own.loc[own["told"].astype("float64").idxmax()]
        if largest["category"] in {NOT_APPLICABLE, UNKNOWN}:
            continue  # most have no answer, so there is none to call the commonest
        share, all_ = known(largest["told"]), known(largest["reference_share"])
        difference = None if all_ is None or share is None else share - all_
        # By how much a share differs that is only known to be more, nobody released.
        is_more = bool(largest["hidden"])
        marker = source.policy.marker
        cells = (
            words.heading(feature, source.language),
            words.answer(feature, str(largest["category"]), source.language),
            source.percent_or_more(share, is_more=is_more),
            source.percent(all_),
            marker if difference is None or is_more else points(difference),
        )
        answers.append((feature, cells, abs(difference or 0)))
    return answers


def _that_fit(answers: list[_Answer], room: float, heading: float) -> list[_Answer]:
    """Keep what fits on the page: of each theme in turn what is furthest off."""
    turn: dict[Theme, int] = {}
    ranked = []
    for feature, cells, off in sorted(answers, key=lambda each: -each[2]):
        turn[feature.theme] = turn.get(feature.theme, 0) + 1
        # The first of a theme comes with the heading of that theme.
        more = heading if turn[feature.theme] == 1 else 0.0
        ranked.append((turn[feature.theme], -off, feature.name, cells, more))
    kept = set()
    for *_, name, cells, more in sorted(ranked):
        room -= row_lines(cells) + more
        if room < 0:
            break
        kept.add(name)
    return [each for each in answers if each[0].name in kept]
